//! Files at WhatsApp: uploads of ours, downloads of what customers send.

use super::errors;
use super::graph::Graph;
use crate::media::Chunks;
use crate::store::media::Told;
use app::domain::delivery::Failure;
use base64::Engine;
use reqwest::multipart::{Form, Part};
use reqwest::{Body, Response, StatusCode, Url};
use serde_json::Value;
use std::time::Duration;

/// A file on its way out, read while it goes.
pub struct Outbound {
    pub mime_type: String,
    pub name: String,
    pub bytes: u64,
    pub chunks: Chunks,
}

/// Why it did not work this time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// WhatsApp said no, and why.
    Refused(Failure),
    /// It may work later. A file may be uploaded or fetched twice without harm.
    TryAgain(Failure),
}

/// Where a file of WhatsApp's can be had, for five minutes.
#[derive(Clone, Debug)]
pub struct Place {
    pub url: Url,
    pub bytes: Option<u64>,
    pub sha256: Option<Vec<u8>>,
}

/// A file of 100 MB on a slow line; a line that stands still ends sooner.
const LONGEST: Duration = Duration::from_secs(10 * 60);

/// Hosts that are known to hold WhatsApp's files.
const HOSTS: [&str; 3] = ["fbsbx.com", "fbcdn.net", "whatsapp.net"];

impl Graph {
    /// Uploads a file; answers WhatsApp's id, which lives 30 days.
    pub async fn upload(
        &self,
        phone_number_id: &str,
        access_token: &str,
        file: Outbound,
    ) -> Result<String, Trouble> {
        let body = Body::wrap_stream(file.chunks);
        let part = Part::stream_with_length(body, file.bytes)
            .file_name(file.name)
            .mime_str(&file.mime_type)
            .map_err(|error| refused(&error.to_string()))?;
        let form = Form::new()
            .text("messaging_product", "whatsapp")
            .text("type", file.mime_type)
            .part("file", part);
        let url = format!("{}/{phone_number_id}/media", self.base);
        let request = self.client.post(url).timeout(LONGEST);
        let sent = request.bearer_auth(access_token).multipart(form).send();
        let answer = answer(sent.await).await?;
        let id = answer["id"].as_str().filter(|id| is_id(id));
        id.map(str::to_owned)
            .ok_or_else(|| later("an upload was answered without an id"))
    }

    /// Asks where a file is.
    pub async fn place(
        &self,
        phone_number_id: &str,
        access_token: &str,
        media_id: &str,
    ) -> Result<Place, Trouble> {
        // It becomes part of an address, and webhooks may say anything.
        if !is_id(media_id) {
            return Err(refused("WhatsApp's id of the file is none"));
        }
        let url = format!("{}/{media_id}", self.base);
        let request = self.client.get(url).bearer_auth(access_token);
        let sent = request
            .query(&[("phone_number_id", phone_number_id)])
            .send();
        let answer = answer(sent.await).await?;
        let url = answer["url"].as_str().and_then(|url| url.parse().ok());
        let url = url.ok_or_else(|| later("WhatsApp named no address for the file"))?;
        if !self.may_hold_files(&url) {
            return Err(refused("WhatsApp named an address that is not its own"));
        }
        let bytes = &answer["file_size"];
        Ok(Place {
            url,
            bytes: bytes.as_u64().or_else(|| bytes.as_str()?.parse().ok()),
            sha256: hash(&answer["sha256"]),
        })
    }

    /// Begins to fetch a file. The token goes to no host but those above. `None`: the address is too old.
    pub async fn download(
        &self,
        access_token: &str,
        place: &Place,
    ) -> Result<Option<Response>, Trouble> {
        let request = self.client.get(place.url.clone()).timeout(LONGEST);
        let sent = request.bearer_auth(access_token).send().await;
        let response = sent.map_err(|error| later(&error.without_url().to_string()))?;
        match response.status() {
            StatusCode::OK => Ok(Some(response)),
            StatusCode::NOT_FOUND | StatusCode::GONE => Ok(None),
            status => Err(later(&format!("the file's address answered {status}"))),
        }
    }

    /// Https and one of Meta's hosts, or the very place of the Graph API: a sandbox is both.
    fn may_hold_files(&self, url: &Url) -> bool {
        let same = Url::parse(&self.base).is_ok_and(|base| base.origin() == url.origin());
        let host = url.host_str().unwrap_or_default().trim_end_matches('.');
        let known = |suffix: &str| {
            host.strip_suffix(suffix)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        let meta = url.scheme() == "https"
            && url.port_or_known_default() == Some(443)
            && HOSTS.into_iter().any(known);
        (same || meta) && url.username().is_empty() && url.password().is_none()
    }
}

/// What a message's node tells of its file, if it brings one.
pub fn told(message: &Value) -> Option<Told> {
    let word = message["type"].as_str()?;
    if !["image", "video", "audio", "document", "sticker"].contains(&word) {
        return None;
    }
    let node = &message[word];
    let text = |name: &str| node[name].as_str().map(str::to_owned);
    Some(Told {
        whatsapp_id: id_of(&node["id"])?,
        mime_type: text("mime_type"),
        name: text("filename")
            .as_deref()
            .and_then(crate::media::name::clean),
        sha256: hash(&node["sha256"]),
    })
}

fn id_of(id: &Value) -> Option<String> {
    let id = super::content::text(id);
    (!id.is_empty()).then_some(id)
}

/// A SHA-256 in base64, as webhooks have it, or in hexadecimal digits.
fn hash(value: &Value) -> Option<Vec<u8>> {
    let text = value.as_str()?;
    let decoded = hex::decode(text).ok();
    let decoded = decoded.or_else(|| base64::engine::general_purpose::STANDARD.decode(text).ok());
    decoded.filter(|hash| hash.len() == 32)
}

/// Meta's ids are digits; others' may have more.
fn is_id(id: &str) -> bool {
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    (1..=128).contains(&id.len()) && id.bytes().all(sound)
}

async fn answer(sent: reqwest::Result<Response>) -> Result<Value, Trouble> {
    let response = sent.map_err(|error| later(&error.without_url().to_string()))?;
    let status = response.status();
    let answer = response.json::<Value>().await.unwrap_or_default();
    if status.is_success() {
        return Ok(answer);
    }
    let error = &answer["error"];
    if !error["code"].is_i64() {
        return Err(later(&format!("WhatsApp answered {status}")));
    }
    let failure = errors::failure(error);
    if errors::may_be_tried_again(failure.code) {
        Err(Trouble::TryAgain(failure))
    } else {
        Err(Trouble::Refused(failure))
    }
}

/// Ours, not Meta's: no code of Meta's is negative.
const NO_FILE: i64 = -4;

fn refused(why: &str) -> Trouble {
    Trouble::Refused(Failure {
        code: NO_FILE,
        title: why.to_owned(),
        details: None,
    })
}

pub fn later(why: &str) -> Trouble {
    Trouble::TryAgain(Failure {
        code: NO_FILE,
        title: "The file could not be carried to or from WhatsApp.".to_owned(),
        details: Some(why.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_token_goes_to_known_hosts_only() {
        let at = |base| Graph::new(base, Duration::from_secs(1)).unwrap();
        let graph = at("https://graph.facebook.com/v24.0");
        let sandbox = at("http://127.0.0.1:3001/v24.0");
        let may = |graph: &Graph, url: &str| graph.may_hold_files(&url.parse().unwrap());
        for good in [
            "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1",
            "https://scontent.xx.fbcdn.net/a",
            "https://media.whatsapp.net/a",
            "https://graph.facebook.com/a",
        ] {
            assert!(may(&graph, good), "{good}");
        }
        for bad in [
            "http://lookaside.fbsbx.com/a",
            "https://fbsbx.com.evil.example/a",
            "https://evilfbsbx.com/a",
            "https://lookaside.fbsbx.com:8443/a",
            "https://user:pass@lookaside.fbsbx.com/a",
            "https://127.0.0.1/a",
            "http://127.0.0.1:3001/a",
            "http://169.254.169.254/latest/meta-data",
            "file:///etc/passwd",
        ] {
            assert!(!may(&graph, bad), "{bad}");
        }
        assert!(may(&sandbox, "http://127.0.0.1:3001/whatsapp_business/a"));
        assert!(!may(&sandbox, "http://127.0.0.1:3000/a"));
    }

    #[test]
    fn what_is_told_of_a_file_is_read_in_either_spelling() {
        let hash = [7u8; 32];
        for told in [
            hex::encode(hash),
            base64::engine::general_purpose::STANDARD.encode(hash),
        ] {
            let message = json!({"type": "document", "document":
                {"id": "4711", "filename": "../a.pdf", "sha256": told, "mime_type": "application/pdf"}});
            let told = super::told(&message).unwrap();
            assert_eq!(told.sha256.as_deref(), Some(&hash[..]));
            assert_eq!(told.name.as_deref(), Some("a.pdf"));
        }
        for none in [
            json!({"type": "text", "text": {"id": "1"}}),
            json!({"type": "image", "image": {}}),
            json!({"type": "image", "image": {"id": {}}}),
            json!({"type": 7}),
        ] {
            assert_eq!(super::told(&none), None, "{none}");
        }
        assert!(!is_id("../me?x="));
        assert!(!is_id(""));
    }
}
