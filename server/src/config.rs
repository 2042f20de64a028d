//! Settings, as flags and environment.

use crate::work::patience::Patience;
use clap::Args;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;
use url::Url;

#[derive(Args, Clone)]
pub struct Config {
    /// Where to listen.
    #[arg(long, env = "ORIEL_LISTEN", default_value = "127.0.0.1:3000")]
    pub listen: SocketAddr,

    /// The address that browsers use, as in https://inbox.example.com; default: http:// and the listen address.
    #[arg(long, env = "ORIEL_PUBLIC_URL")]
    pub public_url: Option<String>,

    /// The address of embeds, as in https://embed.example.com, when it is another host than the dashboard's.
    /// Two hosts are the safe set-up: a script that gets into an embedded inbox then meets no signed-in session.
    #[arg(long, env = "ORIEL_EMBED_URL")]
    pub embed_url: Option<String>,

    /// The header in which a reverse proxy says who asks, as in x-real-ip. Without it, the connection's address counts.
    #[arg(long, env = "ORIEL_CLIENT_IP_HEADER")]
    pub client_ip_header: Option<String>,

    /// Requests that an API key may make in a minute.
    #[arg(long, env = "ORIEL_API_RATE_LIMIT", default_value_t = RATE)]
    pub api_rate_limit: NonZeroU32,

    /// Who may read /metrics: whoever sends this as a bearer token. Without it, everybody who reaches the server.
    #[arg(long, env = "ORIEL_METRICS_TOKEN", hide_env_values = true)]
    pub metrics_token: Option<String>,

    /// Where webhooks may go beside public addresses: host:port, several with commas between them.
    #[arg(long, env = "ORIEL_WEBHOOK_ALLOW", value_delimiter = ',')]
    pub webhook_allow: Vec<String>,

    /// sqlite://PATH or postgres://USER@HOST/DATABASE
    #[arg(
        long,
        env = "ORIEL_DATABASE_URL",
        default_value = "sqlite://oriel.db",
        hide_env_values = true
    )]
    pub database_url: String,

    /// Where files of messages are kept.
    #[arg(long, env = "ORIEL_MEDIA_DIR", default_value = "media")]
    pub media_dir: PathBuf,

    /// Where they are kept instead, as in s3://bucket/folder; credentials come by AWS_* in the environment.
    /// Needs a binary with the feature object-storage.
    #[arg(long, env = "ORIEL_MEDIA_URL")]
    pub media_url: Option<String>,

    /// The Graph API with its version.
    #[arg(
        long,
        env = "ORIEL_GRAPH_URL",
        default_value = "https://graph.facebook.com/v24.0"
    )]
    pub graph_url: String,

    /// Encrypts WhatsApp's credentials in the database: any long random text. Without it, a key file is made
    /// beside a SQLite database; PostgreSQL needs it.
    #[arg(long, env = "ORIEL_SECRET_KEY", hide_env_values = true)]
    pub secret_key: Option<String>,

    /// What to log, as in info or server=debug.
    #[arg(long, env = "ORIEL_LOG", default_value = "info")]
    pub log: String,

    /// Not a setting.
    #[arg(skip)]
    pub patience: Patience,
}

/// What holds where nothing is set; for programs that bring their own server.
impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 3000)),
            public_url: None,
            embed_url: None,
            client_ip_header: None,
            api_rate_limit: RATE,
            metrics_token: None,
            webhook_allow: Vec::new(),
            database_url: "sqlite://oriel.db".to_owned(),
            media_dir: PathBuf::from("media"),
            media_url: None,
            graph_url: "https://graph.facebook.com/v24.0".to_owned(),
            secret_key: None,
            log: "info".to_owned(),
            patience: Patience::default(),
        }
    }
}

const RATE: NonZeroU32 = NonZeroU32::new(1000).unwrap();

impl Config {
    /// The public address without a slash at its end.
    pub fn public_url(&self) -> String {
        match &self.public_url {
            Some(url) => origin(url),
            None => format!("http://{}", self.listen),
        }
    }

    /// Where embeds are served from, without a slash at its end.
    pub fn embed_url(&self) -> String {
        match &self.embed_url {
            Some(url) => origin(url),
            None => self.public_url(),
        }
    }

    /// Whether browsers come over https.
    pub fn is_https(&self) -> bool {
        self.public_url().starts_with("https://")
    }
}

/// As browsers spell it in `Origin`: lower case, without a slash at its end or the scheme's own port.
fn origin(url: &str) -> String {
    match Url::parse(url).map(|url| url.origin()) {
        Ok(origin) if origin.is_tuple() => origin.ascii_serialization(),
        _ => url.trim_end_matches('/').to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_spelled_as_browsers_do() {
        let config = |url: &str| Config {
            public_url: Some(url.to_owned()),
            ..Config::default()
        };
        for url in [
            "https://Oriel.Example.com/",
            "https://oriel.example.com:443",
            "https://oriel.example.com",
        ] {
            assert_eq!(config(url).public_url(), "https://oriel.example.com");
        }
        assert_eq!(
            config("http://localhost:3000/").public_url(),
            "http://localhost:3000"
        );
        assert_eq!(Config::default().embed_url(), "http://127.0.0.1:3000");
    }
}
