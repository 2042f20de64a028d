//! The cast: a sandbox, and a server that hears its webhooks.
#![allow(dead_code, reason = "each test file uses its own part of the cast")]

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use sandbox::{Habits, Number, Sandbox, Settings};
use serde_json::{Value, json};
use tokio::net::TcpListener;

pub const NUMBER: &str = "106540352242922";
pub const BUSINESS: &str = "102290129340398";
pub const TOKEN: &str = "a-token";
pub const SECRET: &str = "test_app_secret";
pub const MARA: &str = "46701234567";

/// One webhook as it arrived, byte for byte.
#[derive(Clone)]
pub struct Heard {
    pub signature: String,
    pub body: Bytes,
    pub at: Instant,
}

#[derive(Clone, Default)]
pub struct Ear {
    heard: Arc<Mutex<Vec<Heard>>>,
    /// How many of the next webhooks are refused.
    refuse: Arc<Mutex<usize>>,
    address: Arc<Mutex<Option<SocketAddr>>>,
}

pub struct Cast {
    pub sandbox: Sandbox,
    pub ear: Ear,
    pub http: reqwest::Client,
}

pub async fn cast() -> Cast {
    let ear = Ear::default();
    ear.listen().await;
    let sandbox = sandbox::start(settings(&ear.url())).await.unwrap();
    sandbox.set_habits(Habits {
        sent_after_ms: 5,
        delivered_after_ms: 20,
        read_after_ms: 20,
        ..Habits::default()
    });
    let http = reqwest::Client::builder()
        .tls_certs_only(std::iter::empty())
        .build()
        .unwrap();
    Cast { sandbox, ear, http }
}

fn settings(webhook_url: &str) -> Settings {
    Settings {
        listen: ([127, 0, 0, 1], 0).into(),
        numbers: vec![Number {
            phone_number_id: NUMBER.into(),
            business_account_id: BUSINESS.into(),
            display_phone_number: "+1 555 078 3881".into(),
            name: "Acorn Bikes".into(),
            access_token: TOKEN.into(),
        }],
        app_secret: SECRET.into(),
        webhook_url: webhook_url.into(),
    }
}

impl Cast {
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.sandbox.url())
    }

    pub async fn try_send(&self, body: &Value) -> reqwest::Result<reqwest::Response> {
        let url = self.url(&format!("/v24.0/{NUMBER}/messages"));
        self.http
            .post(url)
            .bearer_auth(TOKEN)
            .json(body)
            .send()
            .await
    }

    pub async fn send(&self, body: &Value) -> (u16, Value) {
        let answer = self.try_send(body).await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }

    pub async fn control(&self, path: &str, body: Value) -> (u16, Value) {
        let answer = self
            .http
            .post(self.url(path))
            .json(&body)
            .send()
            .await
            .unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }
}

pub fn text(body: &str) -> Value {
    json!({"messaging_product": "whatsapp", "recipient_type": "individual",
        "to": format!("+{MARA}"), "type": "text", "text": {"body": body}})
}

pub fn id(answer: &Value) -> String {
    answer["messages"][0]["id"].as_str().unwrap().to_owned()
}

impl Ear {
    pub fn url(&self) -> String {
        format!("http://{}/webhooks", self.address.lock().unwrap().unwrap())
    }

    async fn listen(&self) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        *self.address.lock().unwrap() = Some(listener.local_addr().unwrap());
        let router = Router::new()
            .route("/webhooks", post(hear))
            .with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
    }

    pub fn refuse(&self, times: usize) {
        *self.refuse.lock().unwrap() = times;
    }

    pub fn heard(&self) -> Vec<Heard> {
        self.heard.lock().unwrap().clone()
    }

    pub fn values(&self) -> Vec<Value> {
        let parsed = |heard: &Heard| serde_json::from_slice::<Value>(&heard.body).unwrap();
        let value = |heard: &Heard| parsed(heard)["entry"][0]["changes"][0]["value"].clone();
        self.heard().iter().map(value).collect()
    }

    pub fn statuses(&self) -> Vec<Value> {
        let values = self.values();
        values
            .iter()
            .filter_map(|value| value["statuses"][0].as_object())
            .cloned()
            .map(Value::Object)
            .collect()
    }

    /// The names of a message's statuses, in the order in which they came.
    pub fn ladder(&self, id: &str) -> Vec<String> {
        let own = self
            .statuses()
            .into_iter()
            .filter(|status| status["id"] == id);
        own.map(|status| status["status"].as_str().unwrap().to_owned())
            .collect()
    }

    pub fn messages(&self) -> Vec<Value> {
        let values = self.values();
        values
            .into_iter()
            .filter(|value| value["messages"].is_array())
            .collect()
    }
}

async fn hear(State(ear): State<Ear>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers["x-hub-signature-256"].to_str().unwrap().to_owned();
    ear.heard.lock().unwrap().push(Heard {
        signature,
        body,
        at: Instant::now(),
    });
    let mut refuse = ear.refuse.lock().unwrap();
    match *refuse {
        0 => StatusCode::OK,
        _ => {
            *refuse -= 1;
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}

/// Looks again every few milliseconds, for five seconds at most.
pub async fn eventually(what: &str, mut happened: impl FnMut() -> bool) {
    let patience = Instant::now() + Duration::from_secs(5);
    while !happened() {
        assert!(Instant::now() < patience, "never happened: {what}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}
