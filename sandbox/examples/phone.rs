//! A sandbox and a host page with a few people in them, to look at: `cargo run --example phone`.
//!
//! Nobody listens to the webhooks; the host frames a second phone where the inbox would be.

use std::error::Error;

use sandbox::host::{self, HostSettings};
use sandbox::{NewCustomer, Number, Sandbox, Settings};
use serde_json::{Value, json};

const NUMBER: &str = "106540352242922";
const MARA: &str = "+46701234567";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = sandbox::start(settings()).await?;
    people(&sandbox);
    let photo = sandbox.add_media(PICTURE, "image/svg+xml", "bike.svg");
    sandbox.customer_says(
        NUMBER,
        MARA,
        "Hi! Is my *Tern GSD* ready?\nI could come on _Friday_. 🚲",
    )?;
    sandbox.customer_sends(json!({"from": MARA, "type": "image",
        "image": {"id": photo, "caption": "It made this noise again"}}))?;
    let asked = sandbox.customer_says(NUMBER, MARA, "And what does a new chain cost?")?;
    for body in replies(&asked, &photo) {
        send(&sandbox, &body).await?;
    }
    send(
        &sandbox,
        &json!({"messaging_product": "whatsapp", "status": "read",
        "message_id": asked, "typing_indicator": {"type": "text"}}),
    )
    .await?;

    let host = host::start(HostSettings {
        listen: ([127, 0, 0, 1], 4701).into(),
        embed_url: format!("{}/phone?customer=491512345678", sandbox.url()),
        phone_url: format!("{}/phone?customer=46701234567", sandbox.url()),
        title: "Acorn Bikes".into(),
    })
    .await?;
    println!("phone {}/phone  host {}", sandbox.url(), host.url());
    tokio::signal::ctrl_c().await?;
    Ok(())
}

const PICTURE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 220">
<rect width="320" height="220" fill="#d9e4ea"/><rect y="160" width="320" height="60" fill="#b9c4b0"/>
<g fill="none" stroke="#28323c" stroke-width="6"><circle cx="95" cy="150" r="42"/><circle cx="230" cy="150" r="42"/>
<path d="M95 150 135 85h70l25 65M135 85l30 65H95M165 150l40-65-8-25h24M120 85h30"/></g></svg>"##;

fn settings() -> Settings {
    let number = |id: &str, name: &str, shown: &str| Number {
        phone_number_id: id.into(),
        business_account_id: "102290129340398".into(),
        display_phone_number: shown.into(),
        name: name.into(),
        access_token: "token".into(),
    };
    Settings {
        listen: ([127, 0, 0, 1], 4700).into(),
        numbers: vec![
            number(NUMBER, "Acorn Bikes", "+1 555 078 3881"),
            number("106540352242923", "Acorn Workshop", "+1 555 078 3882"),
        ],
        app_secret: "secret".into(),
        webhook_url: String::new(),
    }
}

fn people(sandbox: &Sandbox) {
    let known = |phone: &str, name: &str| NewCustomer {
        phone: phone.into(),
        name: Some(name.into()),
        ..NewCustomer::default()
    };
    sandbox.customer(known(MARA, "Mara Lindqvist"));
    sandbox.customer(known("+491512345678", "Jonas Weber"));
    sandbox.customer(NewCustomer {
        username: Some("@realsheena".into()),
        shares_phone: Some(false),
        ..known("+16505551234", "Sheena Nelson")
    });
}

fn replies(asked: &str, photo: &str) -> Vec<Value> {
    vec![
        json!({"type": "text", "text": {"body": "Hello Mara 👋 *Yes*, it is ready. The noise was the ~brake~ chain guard."}}),
        json!({"type": "text", "text": {"body": "A chain is € 34, fitted. See https://example.com/chains"},
            "context": {"message_id": asked}}),
        json!({"type": "reaction", "reaction": {"message_id": asked, "emoji": "👍"}}),
        json!({"type": "interactive", "interactive": {"type": "button",
            "body": {"text": "Shall we fit it while the bike is here?"}, "footer": {"text": "Takes ten minutes"},
            "action": {"buttons": [{"type": "reply", "reply": {"id": "yes", "title": "Yes, please"}},
                {"type": "reply", "reply": {"id": "no", "title": "Not now"}}]}}}),
        json!({"type": "interactive", "interactive": {"type": "list", "body": {"text": "When would you like to come?"},
            "action": {"button": "See times", "sections": [{"title": "Friday", "rows": [
                {"id": "fri-10", "title": "10:00", "description": "With Olga"}, {"id": "fri-14", "title": "14:00"}]},
                {"title": "Saturday", "rows": [{"id": "sat-9", "title": "9:00"}]}]}}}),
        json!({"type": "location", "location": {"latitude": 51.4545, "longitude": -2.5879, "name": "Acorn Bikes", "address": "12 Mill Lane"}}),
        json!({"type": "image", "image": {"id": photo}}),
        json!({"type": "document", "document": {"link": "https://example.com/invoice.pdf", "filename": "Invoice AB-1042.pdf"}}),
        json!({"type": "contacts", "contacts": [{"name": {"formatted_name": "Olga Petrova"}, "phones": [{"phone": "+1 555 078 3883"}], "org": {"company": "Acorn Workshop"}}]}),
        json!({"type": "template", "template": {"name": "order_shipped", "language": {"code": "en_US"}, "components": [
            {"type": "body", "parameters": [{"type": "text", "text": "Mara"}, {"type": "text", "text": "AB-1042"}]},
            {"type": "button", "sub_type": "url", "index": "0", "parameters": [{"type": "text", "text": "AB-1042"}]}]}}),
    ]
}

async fn send(sandbox: &Sandbox, body: &Value) -> Result<(), Box<dyn Error>> {
    let mut body = body.clone();
    body["messaging_product"] = json!("whatsapp");
    body["to"] = json!(MARA);
    let client = reqwest::Client::builder()
        .tls_certs_only(std::iter::empty())
        .build()?;
    let url = format!("{}/v24.0/{NUMBER}/messages", sandbox.url());
    let answer = client
        .post(url)
        .bearer_auth("token")
        .json(&body)
        .send()
        .await?;
    if !answer.status().is_success() {
        eprintln!("{}", answer.text().await?);
    }
    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    Ok(())
}
