//! Speaking to addresses that tenants name: outgoing webhooks. **A connection goes to an address that was looked at
//! when it was resolved**, so a name that answers differently the second time gains nothing. Redirects are not
//! followed, ports are 80 and 443. What an operator lists by host and port is the only exception.

mod address;

use crate::whatsapp::graph::tls;
use address::is_public;
use app::domain::refusal::office as refusal;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::{Client, RequestBuilder};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use url::{Host, Url};

pub const TIMEOUT: Duration = Duration::from_secs(10);
/// What a receiver says is not read any further.
const LONGEST_ANSWER: usize = 64 << 10;

pub struct Egress {
    /// Meets public addresses only.
    guarded: Client,
    /// For what the operator allows.
    free: Client,
    allowed: Vec<String>,
}

impl Egress {
    pub fn new(allowed: &[String]) -> Result<Self, reqwest::Error> {
        let client = || {
            Client::builder()
                .timeout(TIMEOUT)
                .connect_timeout(Duration::from_secs(5))
                .redirect(reqwest::redirect::Policy::none())
                // A proxy would resolve the name once more, and otherwise.
                .no_proxy()
                .tls_backend_preconfigured(tls())
        };
        Ok(Self {
            guarded: client().dns_resolver(Arc::new(Guard)).build()?,
            free: client().build()?,
            allowed: allowed
                .iter()
                .map(|entry| entry.trim().to_ascii_lowercase())
                .collect(),
        })
    }

    /// What is wrong with an address as far as it can be seen without asking for it.
    pub fn problem(&self, url: &str) -> Option<String> {
        let Ok(url) = Url::parse(url) else {
            return Some(refusal::URL_SHAPE.to_owned());
        };
        if !matches!(url.scheme(), "http" | "https") {
            return Some(refusal::URL_SCHEME.to_owned());
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Some(refusal::URL_LOGIN.to_owned());
        }
        if self.allows(&url) {
            return None;
        }
        if !matches!(url.port_or_known_default(), Some(80 | 443)) {
            return Some(refusal::URL_PORT.to_owned());
        }
        let inside = match url.host() {
            Some(Host::Ipv4(v4)) => !is_public(v4.into()),
            Some(Host::Ipv6(v6)) => !is_public(v6.into()),
            Some(Host::Domain(name)) => is_local_name(name),
            None => true,
        };
        inside.then(|| refusal::URL_INSIDE.to_owned())
    }

    /// A request to an address without a problem.
    pub fn post(&self, url: &str) -> Result<RequestBuilder, String> {
        if let Some(problem) = self.problem(url) {
            return Err(format!("url: {problem}"));
        }
        let parsed = Url::parse(url).map_err(|error| error.to_string())?;
        let client = if self.allows(&parsed) {
            &self.free
        } else {
            &self.guarded
        };
        Ok(client.post(parsed))
    }

    fn allows(&self, url: &Url) -> bool {
        let (Some(host), Some(port)) = (url.host_str(), url.port_or_known_default()) else {
            return false;
        };
        let place = format!("{host}:{port}");
        self.allowed.contains(&place)
    }
}

fn is_local_name(name: &str) -> bool {
    let name = name.trim_end_matches('.');
    name.eq_ignore_ascii_case("localhost") || name.to_ascii_lowercase().ends_with(".localhost")
}

/// Reads an answer to its end, or as far as anybody may make us read, so that the connection can serve again.
pub async fn drain(mut response: reqwest::Response) {
    let mut read = 0;
    while let Ok(Some(chunk)) = response.chunk().await {
        read += chunk.len();
        if read > LONGEST_ANSWER {
            return;
        }
    }
}

/// Resolves names, and answers only if all that it found is public.
struct Guard;

impl Resolve for Guard {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let found: Vec<SocketAddr> = found.collect();
            if found.is_empty() || !found.iter().all(|found| is_public(found.ip())) {
                return Err("it is not a public address".into());
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn egress() -> Egress {
        Egress::new(&["bot.internal:8080".to_owned(), "127.0.0.1:3003".to_owned()]).unwrap()
    }

    #[test]
    fn addresses_are_refused_in_every_spelling() {
        for url in [
            "ftp://example.com/",
            "https://",
            "nonsense",
            "https://user@example.com/",
            "https://example.com:8443/",
            "http://127.0.0.1/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://0177.0.0.1/",
            "http://[::1]/",
            "http://[::ffff:10.0.0.1]/",
            "http://169.254.169.254/latest/meta-data",
            "http://localhost/",
            "http://a.LOCALHOST./",
            "http://127.0.0.1:3004/",
            "http://bot.internal:8081/",
            "http://10.0.0.1:443/",
        ] {
            assert!(egress().problem(url).is_some(), "{url}");
        }
    }

    #[test]
    fn public_ones_and_what_the_operator_lists_are_taken() {
        for url in [
            "https://example.com/hook?x=1",
            "http://example.com/",
            "https://example.com:443/",
            "https://1.1.1.1/",
            "http://bot.internal:8080/hook",
            "http://BOT.internal:8080/",
            "http://127.0.0.1:3003/webhook",
        ] {
            assert_eq!(egress().problem(url), None, "{url}");
        }
    }

    /// A name that leads inside passes the first look and is caught when it is resolved.
    #[tokio::test]
    async fn a_name_that_leads_inside_is_not_connected_to() {
        let name: Name = "localhost".parse().unwrap();
        assert!(Guard.resolve(name).await.is_err());
    }
}
