//! A server to measure: 200 conversations on one number, one of them with 50 messages.

use anyhow::{Context, Result};
use app::domain::id::ProjectId;
use axum::routing::get;
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use server::config::Config;
use server::state::{Shared, State};
use server::store::Db;
use server::store::sql::Sql;
use sha2::Sha256;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use tempfile::TempDir;
use tokio::net::TcpListener;
use uuid::Uuid;

pub struct House {
    pub address: SocketAddr,
    pub state: Shared,
    /// The path of an embed with an open thread.
    pub page: String,
    /// Served from memory at `/static`, by the same process.
    pub still: Arc<OnceLock<Bytes>>,
    pub project: ProjectId,
    key: String,
    database_url: String,
    /// Gone with the house, if nobody keeps it.
    _folder: Option<TempDir>,
}

/// What leads back into a house that is kept.
#[derive(Serialize, Deserialize)]
pub struct Address {
    database_url: String,
    project: ProjectId,
    key: String,
    page: String,
}

pub const NUMBER: &str = "106540352242922";
const SECRET: &str = "bench app secret";

impl House {
    pub async fn furnished() -> Result<Self> {
        let mut house = Self::empty().await?;
        house.talk(200).await?;
        let list = json!({"filter": {"status": "all", "search": "", "number": null, "unread": false, "handoff": false}, "after": null});
        let page = house
            .ask(&house.page, "/api/conversations/list", &list)
            .await?;
        let id = page["rows"][0]["id"]
            .as_str()
            .context("there is no conversation")?;
        house.page = format!("{}?conversation_id={id}", house.page);
        Ok(house)
    }

    pub async fn empty() -> Result<Self> {
        let folder = TempDir::new()?;
        let url = sqlite(folder.path());
        let house = Self::founded(folder.path(), url).await?;
        Ok(Self {
            _folder: Some(folder),
            ..house
        })
    }

    /// On SQLite, in a folder that stays.
    pub async fn kept(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        Self::founded(folder, sqlite(folder)).await
    }

    /// In a database of its own beside the one that the address names.
    pub async fn at(postgres: &str, folder: &Path) -> Result<Self> {
        let name = format!("bench_{}", ProjectId::new().uuid().simple());
        let admin = Db::open(postgres).await?;
        let mut create = Sql::default();
        create.push(&format!("create database {name}"));
        create.run(&admin).await?;
        admin.close().await;
        let url = postgres.replacen("/postgres?", &format!("/{name}?"), 1);
        Self::founded(folder, url).await
    }

    /// Back in one that was kept.
    pub async fn again(folder: &Path, address: Address) -> Result<Self> {
        let house = Self::open(folder, address.database_url).await?;
        Ok(Self {
            page: address.page,
            project: address.project,
            key: address.key,
            ..house
        })
    }

    async fn founded(folder: &Path, database_url: String) -> Result<Self> {
        let house = Self::open(folder, database_url).await?;
        let made = server::setup::setup(&house.state.db, "Bench", "bench@example.com").await?;
        let page = connect(house.address, &made.api_key).await?;
        Ok(Self {
            page,
            project: made.project_id,
            key: made.api_key,
            ..house
        })
    }

    /// The server runs; nobody has a key yet.
    async fn open(folder: &Path, database_url: String) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let state = State::start(config(folder, address, database_url.clone())).await?;
        let still = Arc::new(OnceLock::<Bytes>::new());
        let shown = still.clone();
        let routes = server::router::router(state.clone()).route(
            "/static",
            get(move || async move { shown.get().cloned().unwrap_or_default() }),
        );
        tokio::spawn(server::serve::listen(
            listener,
            routes,
            std::future::pending(),
        ));
        Ok(Self {
            address,
            state,
            page: String::new(),
            still,
            project: ProjectId::from(Uuid::nil()),
            key: String::new(),
            database_url,
            _folder: None,
        })
    }

    pub fn kept_at(&self) -> Address {
        Address {
            database_url: self.database_url.clone(),
            project: self.project,
            key: self.key.clone(),
            page: self.page.clone(),
        }
    }

    /// `POST` to the Platform API.
    pub async fn call(&self, path: &str, body: Value) -> Result<Value> {
        call(self.address, &self.key, path, body).await
    }

    /// Asks a server function of a page.
    pub async fn ask(&self, page: &str, function: &str, body: &Value) -> Result<Value> {
        let request = reqwest::Client::new()
            .post(format!("http://{}{page}{function}", self.address))
            .json(body);
        let answer = request.send().await?;
        anyhow::ensure!(
            answer.status().is_success(),
            "{function} answered {}",
            answer.text().await?
        );
        Ok(answer.json().await?)
    }

    /// Frees what it held before the next one is built.
    pub async fn leave(self) -> Result<()> {
        self.state.db.close().await;
        Ok(())
    }

    async fn talk(&self, conversations: usize) -> Result<()> {
        let now = app::domain::time::Timestamp::now().seconds();
        for nth in 0..conversations {
            let count = if nth + 1 == conversations { 50 } else { 3 };
            let phone = (16_505_550_000 + nth as u64).to_string();
            let messages: Vec<Value> = (0..count)
                .map(|m| {
                    message(
                        &phone,
                        &format!("seed.{nth}.{m}"),
                        now - 86_000 + (nth * 60 + m) as i64,
                    )
                })
                .collect();
            let body = webhook(&phone, &messages);
            post(self.address, &body).await?;
        }
        self.settle(conversations).await
    }

    /// Waits until what was posted is applied.
    async fn settle(&self, conversations: usize) -> Result<()> {
        for _ in 0..600 {
            let (count,): (i64,) = server::store::sql("select count(*) from conversations")
                .one(&self.state.db)
                .await?;
            if count as usize >= conversations {
                return Ok(());
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        anyhow::bail!("the conversations were not applied")
    }
}

fn sqlite(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("bench.db").display())
}

fn config(folder: &Path, address: SocketAddr, database_url: String) -> Config {
    Config {
        listen: address,
        database_url,
        media_dir: folder.join("media"),
        graph_url: "http://127.0.0.1:9/v24.0".to_owned(),
        secret_key: Some("a key for the bench only".to_owned()),
        log: "warn".to_owned(),
        ..Config::default()
    }
}

async fn connect(address: SocketAddr, key: &str) -> Result<String> {
    let number = json!({"whatsapp_phone_number": {
        "phone_number_id": NUMBER, "business_account_id": "1", "display_phone_number": "15550783881", "name": "Sales",
        "access_token": "token", "app_secret": SECRET, "verify_token": "verify",
    }});
    call(address, key, "/whatsapp/phone_numbers", number).await?;
    let embed = json!({"inbox_embed": {"scope_type": "project"}});
    let embed = call(address, key, "/inbox_embeds", embed).await?;
    let token = embed["data"]["token"]
        .as_str()
        .context("there is no token")?;
    Ok(format!("/embed/{token}"))
}

async fn call(address: SocketAddr, key: &str, path: &str, body: Value) -> Result<Value> {
    let request = reqwest::Client::new()
        .post(format!("http://{address}/platform/v1{path}"))
        .header("x-api-key", key)
        .json(&body);
    let answer = request.send().await?;
    anyhow::ensure!(
        answer.status().is_success(),
        "{path} answered {}",
        answer.text().await?
    );
    Ok(answer.json().await?)
}

pub fn message(from: &str, id: &str, at: i64) -> Value {
    json!({"from": from, "id": id, "timestamp": at.to_string(), "type": "text",
           "text": {"body": "Is the blue frame back in stock? I would like to pick it up on Saturday."}})
}

pub fn webhook(from: &str, messages: &[Value]) -> Vec<u8> {
    json!({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages", "value": {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "15550783881", "phone_number_id": NUMBER},
        "contacts": [{"wa_id": from, "profile": {"name": format!("Customer {from}")}}],
        "messages": messages,
    }}]}]})
    .to_string()
    .into_bytes()
}

pub fn signature(body: &[u8]) -> Result<String> {
    let mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes())?.chain_update(body);
    Ok(format!(
        "sha256={}",
        hex::encode(mac.finalize().into_bytes())
    ))
}

pub async fn post(address: SocketAddr, body: &[u8]) -> Result<()> {
    let request = reqwest::Client::new().post(format!("http://{address}/webhooks/whatsapp"));
    let request = request.header("x-hub-signature-256", signature(body)?);
    request
        .body(body.to_vec())
        .send()
        .await?
        .error_for_status()?;
    Ok(())
}
