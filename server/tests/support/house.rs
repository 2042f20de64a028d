//! A running server with a company in it, and the ways to its doors.

use super::base::Base;
use super::company::{Company, KEY, SECRET};
use super::patience::eventually;
use super::post::signature;
use app::domain::id::{ConversationId, ProjectId};
use app::domain::time::Timestamp;
use app::problem::Problem;
use leptos::server_fn::error::FromServerFnError;
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use server::access::token::Token;
use server::config::Config;
use server::serve::Server;
use server::state::Shared;
use server::store::event::{self, Event};
use server::store::{Db, assignment, sql};
use std::path::Path;
use std::sync::{Arc, Once};
use tempfile::TempDir;

pub struct House {
    pub url: String,
    pub state: Shared,
    pub company: Company,
    pub http: Client,
    _files: Arc<TempDir>,
    /// Last, so that it goes when nobody uses it any more.
    _base: Arc<Base>,
}

impl House {
    pub async fn open(base: Base) -> Self {
        Self::open_with(base, |_| ()).await
    }

    /// With other settings than usual.
    pub async fn open_with(base: Base, set: impl FnOnce(&mut Config)) -> Self {
        let files = files();
        let mut config = config(&base, &files);
        set(&mut config);
        let state = start(config).await;
        let company = Company::new(&state.db).await;
        Self {
            url: format!("http://{}", state.config.listen),
            state,
            company,
            http: client(),
            _files: files,
            _base: base.into(),
        }
    }

    /// A second server on the same database, for the same company.
    pub async fn beside(&self) -> Self {
        let mut config = config(&self._base, &self._files);
        config.graph_url.clone_from(&self.state.config.graph_url);
        let state = start(config).await;
        let company = Company {
            db: state.db.clone(),
            ..self.company.clone()
        };
        Self {
            url: state.config.public_url(),
            state,
            company,
            http: client(),
            _files: self._files.clone(),
            _base: self._base.clone(),
        }
    }

    /// A server where nobody exists yet. Its company is not in the database.
    pub async fn empty(base: Base) -> Self {
        let files = files();
        let state = start(config(&base, &files)).await;
        let company = Company::nobody(&state.db);
        Self {
            url: state.config.public_url(),
            state,
            company,
            http: client(),
            _files: files,
            _base: base.into(),
        }
    }

    /// How many files lie in its folder, unfinished ones included.
    pub fn files(&self) -> usize {
        count_files(self._files.path())
    }

    /// A request as it comes through a proxy that serves several hosts.
    pub fn at_host(&self, host: &str, method: Method, path: &str) -> RequestBuilder {
        let url = format!("http://{}{path}", self.state.config.listen);
        self.http.request(method, url).header("host", host)
    }

    /// The same server, with another company's key.
    pub async fn stranger(&self) -> Self {
        Self {
            url: self.url.clone(),
            state: self.state.clone(),
            company: Company::new(&self.state.db).await,
            http: client(),
            _files: self._files.clone(),
            _base: self._base.clone(),
        }
    }

    pub fn db(&self) -> &Db {
        &self.state.db
    }

    pub fn get(&self, path: &str) -> RequestBuilder {
        self.http.get(format!("{}{path}", self.url))
    }

    pub async fn status_of(&self, path: &str) -> u16 {
        self.get(path).send().await.unwrap().status().as_u16()
    }

    /// Posts a webhook as it stands.
    pub async fn post_raw(&self, body: Vec<u8>, signature: Option<&str>) -> StatusCode {
        let mut request = self
            .http
            .post(format!("{}/webhooks/whatsapp", self.url))
            .body(body);
        if let Some(signature) = signature {
            request = request.header("x-hub-signature-256", signature);
        }
        request.send().await.unwrap().status()
    }

    /// Posts a webhook as Meta does for numbers of the usual app.
    pub async fn post(&self, webhook: &Value) -> StatusCode {
        self.post_bytes(webhook.to_string().into_bytes()).await
    }

    pub async fn post_bytes(&self, body: Vec<u8>) -> StatusCode {
        let signature = signature(SECRET, &body);
        self.post_raw(body, Some(&signature)).await
    }

    /// Posts a webhook and waits until it is applied.
    pub async fn tell(&self, webhook: &Value) {
        assert_eq!(self.post(webhook).await, StatusCode::OK);
        self.settle().await;
    }

    /// Waits until no webhook waits.
    pub async fn settle(&self) {
        eventually("all webhooks are applied", async || {
            let query = sql("select count(*) from raw_webhooks where state = 'pending'");
            let (pending,): (i64,) = query.one(self.db()).await.unwrap();
            (pending == 0).then_some(())
        })
        .await;
    }

    /// Asks a server function as the page of an embed does.
    pub async fn ask(&self, token: &Token, function: &str, arguments: Value) -> (u16, Value) {
        let url = format!("{}/embed/{}/api/{function}", self.url, token.reveal());
        answered(self.http.post(url).json(&arguments).send().await.unwrap()).await
    }

    /// Asks what must be answered.
    pub async fn told(&self, token: &Token, function: &str, arguments: Value) -> Value {
        let (status, answer) = self.ask(token, function, arguments).await;
        assert_eq!(status, 200, "{function}: {answer}");
        answer
    }

    /// Asks what must be refused.
    pub async fn refused(&self, token: &Token, function: &str, arguments: Value) -> (u16, Problem) {
        let (status, answer) = self.ask(token, function, arguments).await;
        assert_ne!(status, 200, "{function}: {answer}");
        (status, Problem::de(answer.to_string().into()))
    }

    /// The default list, narrowed by nothing but its status.
    pub async fn list(&self, token: &Token, status: &str) -> Vec<Value> {
        let page = self
            .told(
                token,
                "conversations/list",
                json!({"filter": filter(status), "after": null}),
            )
            .await;
        page["rows"].as_array().unwrap().clone()
    }

    pub async fn thread(&self, token: &Token, conversation: ConversationId) -> Vec<Value> {
        let from = json!({"from": {"conversation": conversation, "before": null}});
        let page = self.told(token, "messages/list", from).await;
        page["rows"].as_array().unwrap().clone()
    }

    /// Asks the Platform API with the company's key.
    pub async fn platform(&self, path: &str, body: &Value) -> (u16, Value) {
        let request = self
            .http
            .post(format!("{}/platform/v1{path}", self.url))
            .header("x-api-key", &self.company.api_key);
        answered(request.json(body).send().await.unwrap()).await
    }

    pub async fn api(&self, method: Method, path: &str, body: Option<Value>) -> (u16, Value) {
        answered(self.api_answer(method, path, body).await).await
    }

    pub async fn api_answer(&self, method: Method, path: &str, body: Option<Value>) -> Response {
        let url = format!("{}/platform/v1{path}", self.url);
        let request = self.http.request(method, url);
        let request = request.header("x-api-key", &self.company.api_key);
        match body {
            Some(body) => request.json(&body).send().await.unwrap(),
            None => request.send().await.unwrap(),
        }
    }

    pub async fn count(&self, question: &'static str) -> i64 {
        let (count,): (i64,) = sql(question).one(self.db()).await.unwrap();
        count
    }

    /// Writes to a project's log and tells those who watch, as the rooms do.
    pub async fn happens(&self, project: ProjectId, events: &[Event]) {
        let mut tx = self.db().begin().await.unwrap();
        event::append(&mut tx, project, events, Timestamp::now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        self.state.live.wake(project);
    }

    pub async fn assign(&self, conversation: ConversationId, user: app::domain::id::UserId) {
        let mut tx = self.db().begin().await.unwrap();
        let (_, events) =
            assignment::assign(&mut tx, conversation, user, None, None, Timestamp::now())
                .await
                .unwrap();
        event::append(&mut tx, self.company.project, &events, Timestamp::now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        self.state.live.wake(self.company.project);
    }

    pub async fn revoke(&self, token: &Token) {
        let query = sql("update embeds set revoked_at = $2 where token_hash = $1");
        query
            .bind(token.hash().to_vec())
            .bind(Timestamp::now())
            .run(self.db())
            .await
            .unwrap();
    }
}

/// Its Graph API is where nobody listens.
fn config(base: &Base, files: &TempDir) -> Config {
    Config {
        listen: ([127, 0, 0, 1], 0).into(),
        database_url: base.url.clone(),
        media_dir: files.path().to_owned(),
        graph_url: "http://127.0.0.1:9/v24.0".to_owned(),
        secret_key: Some(KEY.to_owned()),
        log: "warn".to_owned(),
        ..Config::default()
    }
}

fn files() -> Arc<TempDir> {
    Arc::new(tempfile::tempdir().unwrap())
}

fn count_files(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries
        .map(|entry| match entry.path() {
            path if path.is_dir() => count_files(&path),
            _ => 1,
        })
        .sum()
}

async fn start(config: Config) -> Shared {
    let server = Server::start(config).await.unwrap();
    let state = server.state.clone();
    tokio::spawn(server.run(std::future::pending()));
    state
}

/// The list's filter with everything but the status left open.
pub fn filter(status: &str) -> Value {
    json!({"status": status, "search": "", "number": null, "unread": false, "handoff": false})
}

async fn answered(response: Response) -> (u16, Value) {
    let status = response.status().as_u16();
    let text = response.text().await.unwrap();
    (
        status,
        serde_json::from_str(&text).unwrap_or(Value::String(text)),
    )
}

/// Speaks plain HTTP to this machine only, and wants a TLS provider all the same.
pub fn client() -> Client {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Somebody else may have installed one already.
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
    Client::builder()
        .tls_certs_only(std::iter::empty())
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap()
}
