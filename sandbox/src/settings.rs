//! What a sandbox is started with.

use std::net::SocketAddr;

use serde::Deserialize;

/// Where to listen, which business numbers exist, and where their webhooks go.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Port 0 takes any free port; see `Sandbox::address`.
    pub listen: SocketAddr,
    pub numbers: Vec<Number>,
    /// Signs every webhook.
    pub app_secret: String,
    /// May be empty: webhooks then wait until `Sandbox::set_webhook_url`.
    pub webhook_url: String,
}

/// One business phone number, with the token that may use it.
#[derive(Clone, Debug, Deserialize)]
pub struct Number {
    pub phone_number_id: String,
    pub business_account_id: String,
    pub display_phone_number: String,
    pub name: String,
    pub access_token: String,
}
