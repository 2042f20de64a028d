//! A number of its own for the bot: whoever writes to it for the first time is answered by it.

use super::person;
use super::places::{Places, url};
use super::stage::{APP, Number, Program};
use anyhow::{Context, Result};
use serde::Serialize;
use server::access::token::Token;
use server::setup::Made;

/// What the demo says of the bot.
#[derive(Serialize)]
pub struct Assistant {
    pub number: Number,
    pub phone_url: String,
}

pub fn number() -> Number {
    Number {
        name: "Acorn Bikes Assistant",
        phone_number_id: "106540352242924",
        business_account_id: "102290129340398",
        display_phone_number: "+1 415 555 0183",
        access_token: "made-up-token-of-106540352242924".to_owned(),
    }
}

/// Connects the number and starts the bot, which makes itself known as any program would.
pub async fn start(places: Places, made: &Made) -> Result<Option<Assistant>> {
    let Some(listen) = places.bot else {
        return Ok(None);
    };
    let number = number();
    let server = format!("http://{}", places.inbox);
    let program = Program::new(&server, made)?;
    program.connect(&number, &APP, None).await?;
    let settings = bot::Settings {
        server,
        api_key: made.api_key.clone(),
        phone_number_id: number.phone_number_id.to_owned(),
        listen,
        url: None,
        secret: Token::random().reveal().to_owned(),
    };
    bot::start(settings)
        .await
        .context("the bot cannot start; --no-bot leaves it out")?;
    let phone_url = format!(
        "{}/phone?number={}&customer={}",
        url(places.phone),
        number.phone_number_id,
        person::mara().phone
    );
    Ok(Some(Assistant { number, phone_url }))
}
