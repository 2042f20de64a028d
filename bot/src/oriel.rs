//! What the bot asks of Oriel.

use crate::Settings;
use anyhow::{Context, Result, bail};
use reqwest::{Client, Method};
use serde_json::{Value, json};

pub struct Oriel {
    http: Client,
    server: String,
    api_key: String,
    phone_number_id: String,
    workflow: String,
}

pub const NAME: &str = "Acorn assistant";

/// The bot's part in a conversation.
pub struct Execution {
    pub id: String,
    pub status: String,
}

impl Oriel {
    /// Registers the workflow and the webhook, unless they are there from an earlier life.
    pub async fn meet(settings: &Settings, url: &str) -> Result<Self> {
        let mut oriel = Self {
            http: Client::builder()
                .tls_backend_preconfigured(tls()?)
                .build()?,
            server: settings.server.trim_end_matches('/').to_owned(),
            api_key: settings.api_key.clone(),
            phone_number_id: settings.phone_number_id.clone(),
            workflow: String::new(),
        };
        oriel.workflow = oriel.register().await?;
        oriel.listen(url, &settings.secret).await?;
        Ok(oriel)
    }

    async fn register(&self) -> Result<String> {
        let known = self
            .platform(Method::GET, "/workflows?limit=100", None)
            .await?;
        let number = json!(self.phone_number_id);
        let mut rows = known["data"].as_array().into_iter().flatten();
        let found = rows.find(|row| row["name"] == NAME && row["phone_number_id"] == number);
        if let Some(found) = found {
            return id(found);
        }
        let wanted = json!({"workflow": {
            "name": NAME, "phone_number_id": self.phone_number_id, "starts_by_itself": true,
        }});
        let made = self
            .platform(Method::POST, "/workflows", Some(&wanted))
            .await?;
        id(&made["data"])
    }

    async fn listen(&self, url: &str, secret: &str) -> Result<()> {
        let path = format!("/whatsapp/phone_numbers/{}/webhooks", self.phone_number_id);
        let known = self.platform(Method::GET, &path, None).await?;
        let wanted = json!({"whatsapp_webhook": {
            "url": url, "events": ["whatsapp.message.received"], "secret_key": secret, "active": true,
        }});
        let mut rows = known["data"].as_array().into_iter().flatten();
        match rows.find(|row| row["url"] == url) {
            Some(found) => {
                let path = format!("{path}/{}", id(found)?);
                self.platform(Method::PATCH, &path, Some(&wanted)).await?;
            }
            None => {
                self.platform(Method::POST, &path, Some(&wanted)).await?;
            }
        }
        Ok(())
    }

    /// The newest of the bot's executions in a conversation.
    pub async fn execution(&self, conversation: &str) -> Result<Option<Execution>> {
        let path = format!(
            "/workflows/{}/executions?limit=1&whatsapp_conversation_id={conversation}",
            self.workflow
        );
        let found = self.platform(Method::GET, &path, None).await?;
        let newest = &found["data"][0];
        if newest.is_null() {
            return Ok(None);
        }
        Ok(Some(Execution {
            id: id(newest)?,
            status: newest["status"].as_str().unwrap_or_default().to_owned(),
        }))
    }

    /// Changes an execution's status, with what is said of it.
    pub async fn change(&self, execution: &Execution, fields: &Value) -> Result<()> {
        let path = format!("/workflow_executions/{}", execution.id);
        let body = json!({"workflow_execution": fields});
        self.platform(Method::PATCH, &path, Some(&body))
            .await
            .map(drop)
    }

    /// Sends what WhatsApp takes, to whoever wrote. `key`: the same answer twice is one.
    pub async fn send(&self, message: &Value, key: &str, what: &Value) -> Result<()> {
        let mut body = what.clone();
        body["messaging_product"] = json!("whatsapp");
        match message["from"].as_str() {
            Some(phone) => body["to"] = json!(format!("+{phone}")),
            None => body["recipient"] = message["from_user_id"].clone(),
        }
        self.graph(&body, Some(key)).await
    }

    /// Two ticks in blue, and that somebody is writing.
    pub async fn read(&self, message: &Value) -> Result<()> {
        let body = json!({
            "messaging_product": "whatsapp", "status": "read", "message_id": message["id"],
            "typing_indicator": {"type": "text"},
        });
        self.graph(&body, None).await
    }

    async fn graph(&self, body: &Value, key: Option<&str>) -> Result<()> {
        let url = format!(
            "{}/meta/whatsapp/v24.0/{}/messages",
            self.server, self.phone_number_id
        );
        let mut request = self.http.post(url).bearer_auth(&self.api_key).json(body);
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        answered(request.send().await?).await.map(drop)
    }

    async fn platform(&self, method: Method, path: &str, body: Option<&Value>) -> Result<Value> {
        let url = format!("{}/platform/v1{path}", self.server);
        let mut request = self
            .http
            .request(method, url)
            .header("x-api-key", &self.api_key);
        if let Some(body) = body {
            request = request.json(body);
        }
        answered(request.send().await?).await
    }
}

/// Mozilla's roots come with the program; the system's would be one more thing to install.
fn tls() -> Result<rustls::ClientConfig> {
    let roots = rustls::RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let builder = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?;
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

async fn answered(response: reqwest::Response) -> Result<Value> {
    let status = response.status();
    let answer: Value = response.json().await.unwrap_or_default();
    if !status.is_success() {
        bail!("Oriel answered {status}: {}", answer["error"]);
    }
    Ok(answer)
}

fn id(of: &Value) -> Result<String> {
    let id = of["id"].as_str().map(str::to_owned);
    id.context("Oriel answered without an id")
}
