//! Large files pass through: the server holds a piece of them at a time.

use crate::support::{Installation, NUMBER, Process, SECRET};
use futures::{StreamExt, stream};
use sandbox::{Number, Sandbox, Settings};
use serde_json::{Value, json};
use server::store::{Db, sql};
use sha2::{Digest, Sha256};
use std::time::{Duration, Instant};
use uuid::Uuid;

const SIZE: usize = 90 << 20;
/// kB that the server may need more than it needs at rest.
const MOST: u64 = 40 << 10;
const ANA: &str = "16505550001";

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn ninety_megabytes_come_and_go_in_little_memory() {
    let folder = tempfile::tempdir().expect("a folder");
    let oriel = Installation::in_folder(folder.path());
    let made = oriel.set_up();
    let sandbox = whatsapp(&oriel).await;
    let process = oriel
        .serve_towards(&format!("{}/v24.0", sandbox.url()))
        .await;
    let key = made["api_key"].as_str().expect("a key");
    oriel.connect_number(key).await;
    let page = embed(&oriel, key).await;

    // The first small file brings everything into its place.
    let first = receive(&oriel, &sandbox, b"%PDF-1.4".to_vec()).await;
    let (talk, _) = of_file(&oriel, &first).await;
    put(&oriel, &page, talk, 1 << 10).await;
    process.forget_peak();
    let (rest, _) = process.memory();

    let file = document();
    let hash = Sha256::digest(&file);
    let began = Instant::now();
    let id = receive(&oriel, &sandbox, file).await;
    report("fetched from WhatsApp", &process, rest, began);

    let began = Instant::now();
    let (_, media) = of_file(&oriel, &id).await;
    assert_eq!(download(&oriel, &page, media).await, hash.as_slice());
    report("downloaded by a browser", &process, rest, began);

    let began = Instant::now();
    let media = put(&oriel, &page, talk, SIZE).await;
    report("uploaded by a browser", &process, rest, began);

    let began = Instant::now();
    let sent = send(&oriel, &sandbox, &page, talk, media).await;
    report("sent on to WhatsApp", &process, rest, began);
    assert_eq!(at_whatsapp(&oriel, &sandbox, &sent).await, SIZE);
}

/// Sends the file as a document; answers the id that WhatsApp knows it by.
async fn send(
    oriel: &Installation,
    sandbox: &Sandbox,
    page: &str,
    talk: Uuid,
    media: Uuid,
) -> String {
    let body = json!({"file": {"kind": "document", "media": media, "caption": ""}});
    let draft = json!({"id": Uuid::now_v7(), "conversation": talk, "reply_to": null, "body": body});
    let request = oriel
        .http
        .post(oriel.url(&format!("{page}/api/messages/send")));
    let answer = request.json(&json!({"draft": draft})).send().await;
    assert_eq!(answer.expect("an answer").status(), 200);
    let patience = Instant::now() + Duration::from_secs(120);
    loop {
        if let Some(accepted) = sandbox.requests().last() {
            let id = accepted.body["document"]["id"].as_str();
            return id.expect("a document").to_owned();
        }
        assert!(Instant::now() < patience, "the file is not sent");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// The size of what WhatsApp got.
async fn at_whatsapp(oriel: &Installation, sandbox: &Sandbox, id: &str) -> usize {
    let url = format!("{}/v24.0/{id}", sandbox.url());
    let answer = oriel.http.get(url).bearer_auth("a-token").send().await;
    let told: Value = answer.expect("an answer").json().await.expect("JSON");
    let size = told["file_size"].as_str().expect("a size");
    size.parse().expect("a number")
}

async fn whatsapp(oriel: &Installation) -> Sandbox {
    let settings = Settings {
        listen: ([127, 0, 0, 1], 0).into(),
        numbers: vec![Number {
            phone_number_id: NUMBER.to_owned(),
            business_account_id: "102290129340398".to_owned(),
            display_phone_number: "+1 555 078 3881".to_owned(),
            name: "Acorn Bikes".to_owned(),
            access_token: "a-token".to_owned(),
        }],
        app_secret: SECRET.to_owned(),
        webhook_url: oriel.url("/webhooks/whatsapp"),
    };
    sandbox::start(settings).await.expect("a sandbox")
}

async fn embed(oriel: &Installation, key: &str) -> String {
    let asked = json!({"inbox_embed": {"name": "All", "scope_type": "project"}});
    let request = oriel.http.post(oriel.url("/platform/v1/inbox_embeds"));
    let made = request.header("x-api-key", key).json(&asked).send().await;
    let made: Value = made.expect("an answer").json().await.expect("JSON");
    let token = made["data"]["token"].as_str();
    format!("/embed/{}", token.expect("a token"))
}

fn document() -> Vec<u8> {
    let mut file = b"%PDF-1.4".to_vec();
    file.extend((0..SIZE as u32 - 8).map(|nth| (nth.wrapping_mul(2_654_435_761) >> 24) as u8));
    file
}

/// The customer sends a document; answers WhatsApp's id as soon as the server has it.
async fn receive(oriel: &Installation, sandbox: &Sandbox, file: Vec<u8>) -> String {
    let id = sandbox.add_media(file, "application/pdf", "a.pdf");
    let said =
        json!({"phone_number_id": NUMBER, "from": ANA, "type": "document", "document": {"id": id}});
    sandbox.customer_sends(said).expect("the customer writes");
    let patience = Instant::now() + Duration::from_secs(120);
    while !is_stored(oriel, &id).await {
        assert!(Instant::now() < patience, "the file is not fetched");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    id
}

async fn is_stored(oriel: &Installation, id: &str) -> bool {
    let db = Db::open(oriel.database_url()).await.expect("the database");
    let query = sql("select id from media where whatsapp_media_id = $1 and state = 'stored'");
    let row: Option<(Uuid,)> = query.bind(id).optional(&db).await.expect("a row");
    db.close().await;
    row.is_some()
}

async fn of_file(oriel: &Installation, id: &str) -> (Uuid, Uuid) {
    let db = Db::open(oriel.database_url()).await.expect("the database");
    let query = sql("select conversation_id, id from media where whatsapp_media_id = $1");
    let row = query.bind(id).one(&db).await.expect("a row");
    db.close().await;
    row
}

async fn download(oriel: &Installation, page: &str, media: Uuid) -> Vec<u8> {
    let request = oriel.http.get(oriel.url(&format!("{page}?media={media}")));
    let answer = request.timeout(Duration::from_secs(120)).send().await;
    let mut chunks = answer.expect("an answer").bytes_stream();
    let mut hash = Sha256::new();
    while let Some(chunk) = chunks.next().await {
        hash.update(chunk.expect("a piece"));
    }
    hash.finalize().to_vec()
}

async fn put(oriel: &Installation, page: &str, talk: Uuid, size: usize) -> Uuid {
    let media = Uuid::now_v7();
    let query = format!("conversation={talk}&kind=document&name=a.txt");
    let url = oriel.url(&format!("{page}/media/{media}?{query}"));
    let pieces =
        stream::iter((0..size >> 10).map(|_| Ok::<_, std::io::Error>(vec![b'a'; 1 << 10])));
    let request = oriel.http.put(url).header("content-type", "text/plain");
    let request = request.body(reqwest::Body::wrap_stream(pieces));
    let answer = request.timeout(Duration::from_secs(120)).send().await;
    let answer = answer.expect("an answer");
    assert_eq!(
        answer.status(),
        200,
        "{}",
        answer.text().await.unwrap_or_default()
    );
    media
}

fn report(what: &str, process: &Process, rest: u64, began: Instant) {
    let (now, peak) = process.memory();
    let more = peak.saturating_sub(rest);
    println!(
        "90 MB {what} in {:.1?}: {rest} kB at rest, {peak} kB at most, {now} kB now",
        began.elapsed()
    );
    assert!(more < MOST, "90 MB {what}: {more} kB more than at rest");
}
