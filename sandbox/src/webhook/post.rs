//! One signed POST.

use std::time::Duration;

use reqwest::{Client, StatusCode, header, redirect};

use super::signature::hex_mac;

const PATIENCE: Duration = Duration::from_secs(20);

pub struct Post {
    client: Client,
    app_secret: String,
}

impl Post {
    pub fn new(app_secret: &str) -> Self {
        Self {
            client: client(),
            app_secret: app_secret.into(),
        }
    }

    /// True when the server answered 200.
    pub async fn send(&self, url: &str, body: String) -> bool {
        let signature = format!("sha256={}", hex_mac(&self.app_secret, body.as_bytes()));
        let request = self
            .client
            .post(url)
            .header(header::CONTENT_TYPE, "application/json")
            .header("X-Hub-Signature-256", signature)
            .body(body);
        request
            .send()
            .await
            .is_ok_and(|answer| answer.status() == StatusCode::OK)
    }
}

/// Only http on loopback is needed; TLS gets a provider and no roots because the client, built
/// for the whole workspace, does not start without them.
fn client() -> Client {
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder()
        .user_agent("facebookexternalua")
        .tls_certs_only(std::iter::empty())
        .redirect(redirect::Policy::none())
        .no_proxy()
        .timeout(PATIENCE)
        .build()
        .expect("a client with fixed settings")
}
