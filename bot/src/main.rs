//! The bot by itself.

use anyhow::Result;
use bot::Settings;
use clap::Parser;
use std::net::SocketAddr;

/// An automation for an Oriel: greets new customers, answers a few things, calls a person.
#[derive(Parser)]
struct Bot {
    /// Where Oriel is, as in https://inbox.example.com.
    #[arg(long, env = "BOT_SERVER")]
    server: String,

    /// A key of the project.
    #[arg(long, env = "BOT_API_KEY", hide_env_values = true)]
    api_key: String,

    /// Meta's id of the number to serve.
    #[arg(long, env = "BOT_PHONE_NUMBER_ID")]
    phone_number_id: String,

    /// Where to listen. Oriel speaks to public addresses only, unless its ORIEL_WEBHOOK_ALLOW lists this one.
    #[arg(long, env = "BOT_LISTEN", default_value = "127.0.0.1:3003")]
    listen: SocketAddr,

    /// Where Oriel reaches it, as in https://bot.example.com/webhook.
    #[arg(long, env = "BOT_URL")]
    url: Option<String>,

    /// What Oriel signs with: any long random text.
    #[arg(long, env = "BOT_SECRET", hide_env_values = true)]
    secret: String,
}

#[tokio::main]
async fn main() -> Result<()> {
    tracing_subscriber::fmt().init();
    let bot = Bot::parse();
    let settings = Settings {
        server: bot.server,
        api_key: bot.api_key,
        phone_number_id: bot.phone_number_id,
        listen: bot.listen,
        url: bot.url,
        secret: bot.secret,
    };
    let address = bot::start(settings).await?;
    tracing::info!(%address, "listening");
    tokio::signal::ctrl_c().await?;
    Ok(())
}
