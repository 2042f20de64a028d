//! Somebody at the dashboard: a browser with its cookie.

use super::house::House;
use app::domain::id::UserId;
use app::domain::member::Role;
use app::domain::time::Timestamp;
use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use reqwest::{Client, Method, RequestBuilder, Response};
use serde_json::{Value, json};
use server::access::password;
use server::store::{Db, member, user};
use std::sync::Mutex;
use uuid::Uuid;

pub const PASSWORD: &str = "a password for stories";

pub struct Desk {
    url: String,
    db: Db,
    project: app::domain::id::ProjectId,
    http: Client,
    cookie: Mutex<Option<String>>,
}

impl Desk {
    pub fn new(house: &House) -> Self {
        Self {
            url: house.url.clone(),
            db: house.db().clone(),
            project: house.company.project,
            http: super::house::client(),
            cookie: Mutex::default(),
        }
    }

    /// Makes an owner with `PASSWORD`, the only one; answers the address.
    pub async fn owner(&self, name: &str) -> String {
        self.person(name, Role::Owner).await.0
    }

    /// Makes a person of the project, with `PASSWORD`.
    pub async fn person(&self, name: &str, role: Role) -> (String, UserId) {
        let email = format!("{}@example.com", Uuid::new_v4().simple());
        let hash = password::hash(PASSWORD.to_owned()).await.unwrap();
        let mut tx = self.db.begin().await.unwrap();
        let now = Timestamp::now();
        let made = user::create(&mut tx, &email, name, &hash, now)
            .await
            .unwrap();
        let made: UserId = made.unwrap();
        member::add(&mut tx, self.project, made, role, now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        (email, made)
    }

    pub async fn sign_in(&self, email: &str, password: &str) -> (u16, String) {
        let fields = [("email", email), ("password", password)]
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        self.post_form("/sign-in", &fields).await
    }

    /// The status, and where it leads.
    pub async fn get(&self, path: &str) -> (u16, String) {
        let answer = self.send(self.request(Method::GET, path)).await;
        let location = answer
            .headers()
            .get(LOCATION)
            .map(|to| to.to_str().unwrap().to_owned());
        (answer.status().as_u16(), location.unwrap_or_default())
    }

    /// A form of our own page.
    pub async fn post_form(&self, path: &str, fields: &[(String, String)]) -> (u16, String) {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = self
            .request(Method::POST, path)
            .header("origin", &self.url)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body);
        let answer = self.send(request).await;
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    pub async fn post_with(&self, path: &str, body: &Value, headers: &[(&str, &str)]) -> u16 {
        let mut request = self.request(Method::POST, path).json(body);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request).await.status().as_u16()
    }

    /// Asks a server function as the dashboard does.
    pub async fn ask(&self, function: &str, arguments: Value) -> (u16, Value) {
        let request = self
            .request(Method::POST, &format!("/dashboard/api/{function}"))
            .header("sec-fetch-site", "same-origin")
            .json(&arguments);
        let answer = self.send(request).await;
        let status = answer.status().as_u16();
        (status, answer.json().await.unwrap_or(json!(null)))
    }

    /// Asks what must be answered.
    pub async fn told(&self, function: &str, arguments: Value) -> Value {
        let (status, answer) = self.ask(function, arguments).await;
        assert_eq!(status, 200, "{function}: {answer}");
        answer
    }

    pub fn cookie(&self) -> Option<String> {
        self.cookie.lock().unwrap().clone()
    }

    pub fn keep(&self, cookie: Option<String>) {
        *self.cookie.lock().unwrap() = cookie;
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.url));
        match self.cookie() {
            Some(cookie) => request.header(COOKIE, format!("oriel={cookie}")),
            None => request,
        }
    }

    pub async fn send(&self, request: RequestBuilder) -> Response {
        let answer = request.send().await.unwrap();
        if let Some(set) = answer.headers().get(SET_COOKIE) {
            let set = set.to_str().unwrap();
            let value = set.split(['=', ';']).nth(1).unwrap().to_owned();
            if !value.is_empty() {
                for guard in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="] {
                    assert!(set.contains(guard), "{set}");
                }
            }
            self.keep(Some(value).filter(|value| !value.is_empty()));
        }
        answer
    }
}
