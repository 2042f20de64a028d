//! The Graph API: how a message leaves. There is no idempotency key, so what is uncertain stays uncertain.

use super::errors;
use app::domain::delivery::Failure;
use app::domain::id::MessageId;
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use std::time::Duration;

#[derive(Clone, Debug)]
pub struct Graph {
    pub(super) client: Client,
    /// With the version: `https://graph.facebook.com/v24.0`.
    pub(super) base: String,
}

/// Who a message goes to, and through which number.
pub struct Envelope<'a> {
    pub phone_number_id: &'a str,
    pub access_token: &'a str,
    pub phone: Option<&'a str>,
    pub user_id: Option<&'a str>,
}

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// WhatsApp has it, under this id.
    Accepted { wamid: String },
    /// WhatsApp said no, and why.
    Refused(Failure),
    /// It certainly did not arrive, or WhatsApp asked to try later.
    TryAgain(Failure),
    /// It may have arrived.
    Unsure(String),
}

/// More pages than any business account has templates for.
const PAGES: usize = 70;

impl Graph {
    pub fn new(base: &str, patience: Duration) -> Result<Self, reqwest::Error> {
        let client = Client::builder()
            .timeout(patience)
            .connect_timeout(Duration::from_secs(5))
            .redirect(reqwest::redirect::Policy::none())
            .tls_backend_preconfigured(tls())
            .build()?;
        Ok(Self {
            client,
            base: base.trim_end_matches('/').to_owned(),
        })
    }

    /// Sends a message as it stands in the outbox.
    pub async fn send(
        &self,
        envelope: &Envelope<'_>,
        id: MessageId,
        mut message: Value,
    ) -> Outcome {
        let Some(fields) = message.as_object_mut() else {
            return Outcome::Refused(unsendable());
        };
        // For ourselves: what the customer sees.
        fields.remove("shown");
        message["messaging_product"] = json!("whatsapp");
        message["recipient_type"] = json!("individual");
        message["biz_opaque_callback_data"] = json!(id.to_string());
        address(&mut message, envelope);
        self.post_message(envelope, &message).await
    }

    /// Tells the customer that the message, and all before it, was seen, and that somebody is writing. Worth one try, not a queue.
    pub async fn mark_read(
        &self,
        phone_number_id: &str,
        access_token: &str,
        wamid: &str,
        typing: bool,
    ) -> Result<(), reqwest::Error> {
        let mut receipt =
            json!({"messaging_product": "whatsapp", "status": "read", "message_id": wamid});
        if typing {
            receipt["typing_indicator"] = json!({"type": "text"});
        }
        let request = self
            .client
            .post(format!("{}/{phone_number_id}/messages", self.base));
        request
            .bearer_auth(access_token)
            .json(&receipt)
            .send()
            .await?
            .error_for_status()
            .map_err(reqwest::Error::without_url)?;
        Ok(())
    }

    /// A list of a business account, all its pages; the error is in a person's words.
    pub async fn list(
        &self,
        account: &str,
        access_token: &str,
        what: &str,
        fields: &str,
    ) -> Result<Vec<Value>, String> {
        let url = format!("{}/{account}/{what}", self.base);
        let (mut rows, mut after) = (Vec::new(), String::new());
        for _ in 0..PAGES {
            let mut question = vec![("fields", fields), ("limit", "100")];
            if !after.is_empty() {
                question.push(("after", &after));
            }
            let request = self.client.get(&url).bearer_auth(access_token);
            let page = answer(request.query(&question).send().await).await?;
            rows.extend(page["data"].as_array().into_iter().flatten().cloned());
            // The address of the next page is theirs to say, but where the token goes is ours: only the cursor counts.
            let paging = &page["paging"];
            match paging["cursors"]["after"].as_str() {
                Some(cursor) if paging["next"].is_string() && cursor != after => {
                    cursor.clone_into(&mut after);
                }
                _ => break,
            }
        }
        Ok(rows)
    }

    async fn post_message(&self, envelope: &Envelope<'_>, message: &Value) -> Outcome {
        let url = format!("{}/{}/messages", self.base, envelope.phone_number_id);
        let response = match self
            .client
            .post(url)
            .bearer_auth(envelope.access_token)
            .json(message)
            .send()
            .await
        {
            Ok(response) => response,
            // No connection, no request: nothing can have arrived.
            Err(error) if error.is_connect() => return Outcome::TryAgain(unreachable(&error)),
            Err(error) => return Outcome::Unsure(error.without_url().to_string()),
        };
        let status = response.status();
        match response.json::<Value>().await {
            Ok(answer) => judged(status, &answer),
            Err(error) => Outcome::Unsure(format!(
                "{status}, and no readable answer: {}",
                error.without_url()
            )),
        }
    }
}

async fn answer(sent: reqwest::Result<reqwest::Response>) -> Result<Value, String> {
    let lost = |error: reqwest::Error| {
        tracing::warn!(error = %error.without_url(), "a list of WhatsApp could not be fetched");
        "WhatsApp could not be reached.".to_owned()
    };
    let response = sent.map_err(lost)?;
    let status = response.status();
    let body = response.bytes().await.map_err(lost)?;
    let answer = serde_json::from_str::<Value>(&super::repair::repaired(&body)).unwrap_or_default();
    if status.is_success() && answer["data"].is_array() {
        return Ok(answer);
    }
    let failure = errors::failure(&answer["error"]);
    Err(format!("WhatsApp answered {status}: {}", failure.reason()))
}

fn unsendable() -> Failure {
    Failure {
        code: NO_MESSAGE,
        title: "There is nothing in this message that could be sent.".to_owned(),
        details: None,
    }
}

/// Ours, not Meta's: no code of Meta's is negative.
const NO_MESSAGE: i64 = -6;

fn address(message: &mut Value, envelope: &Envelope<'_>) {
    // Without the plus Meta would put the business's own country code in front.
    match (envelope.phone, envelope.user_id) {
        (Some(phone), _) => message["to"] = json!(format!("+{phone}")),
        (None, Some(user_id)) => message["recipient"] = json!(user_id),
        (None, None) => {}
    }
}

/// An error with a code is Meta's own word; a bare 5xx may come from a gateway behind which the message went through.
fn judged(status: StatusCode, answer: &Value) -> Outcome {
    if status.is_success() {
        return match answer["messages"][0]["id"].as_str() {
            Some(wamid) => Outcome::Accepted {
                wamid: wamid.to_owned(),
            },
            None => Outcome::Unsure("an answer without a message id".to_owned()),
        };
    }
    if answer["error"]["code"].is_i64() {
        let failure = errors::failure(&answer["error"]);
        return if errors::may_be_tried_again(failure.code) {
            Outcome::TryAgain(failure)
        } else {
            Outcome::Refused(failure)
        };
    }
    if status == StatusCode::TOO_MANY_REQUESTS {
        return Outcome::TryAgain(Failure {
            code: 130_429,
            title: "Too many requests".to_owned(),
            details: None,
        });
    }
    if status.is_client_error() {
        let failure = Failure {
            code: i64::from(status.as_u16()),
            title: format!("WhatsApp answered {status}"),
            details: None,
        };
        return Outcome::Refused(failure);
    }
    Outcome::Unsure(format!("WhatsApp answered {status}"))
}

fn unreachable(error: &reqwest::Error) -> Failure {
    let timed_out = if error.is_timeout() { " in time" } else { "" };
    Failure {
        code: 2,
        title: format!("WhatsApp could not be reached{timed_out}"),
        details: None,
    }
}

/// The system's roots would be one more thing to install; Mozilla's come with the binary.
pub fn tls() -> rustls::ClientConfig {
    let roots = rustls::RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    #[allow(clippy::expect_used, reason = "ring supports the default versions")]
    let builder = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("default TLS versions");
    builder.with_root_certificates(roots).with_no_client_auth()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_meta_names_is_tried_again() {
        let error = |status: u16, code: i64| {
            judged(
                StatusCode::from_u16(status).unwrap(),
                &json!({"error": {"code": code, "message": "x"}}),
            )
        };
        assert!(matches!(error(400, 131_056), Outcome::TryAgain(_)));
        assert!(matches!(error(500, 131_016), Outcome::TryAgain(_)));
        assert!(matches!(error(400, 131_047), Outcome::Refused(_)));
        assert!(matches!(error(401, 190), Outcome::Refused(_)));
    }

    #[test]
    fn a_bare_server_error_leaves_doubt() {
        assert!(matches!(
            judged(StatusCode::BAD_GATEWAY, &json!({})),
            Outcome::Unsure(_)
        ));
        assert!(matches!(
            judged(StatusCode::OK, &json!({})),
            Outcome::Unsure(_)
        ));
        assert!(matches!(
            judged(StatusCode::NOT_FOUND, &json!({})),
            Outcome::Refused(_)
        ));
    }
}
