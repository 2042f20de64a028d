//! Somebody of the team, who comes in by the door as everybody does, and notes what the others should know.

use anyhow::{Context, Result, bail};
use app::domain::id::{ConversationId, NoteId, ProjectId};
use reqwest::header::{COOKIE, ORIGIN, SET_COOKIE};
use reqwest::{Client, redirect};
use serde::Serialize;
use serde_json::json;

/// With what somebody signs in.
#[derive(Clone, Serialize)]
pub struct Login {
    pub name: &'static str,
    pub email: &'static str,
    pub password: String,
}

/// About those who wrote last.
pub const NOTES: [&str; 4] = [
    "Prefers to be called in the afternoon.",
    "Third order this year; gets free delivery from now on.",
    "Rides a cargo bike with two children. Ask about the trailer next time.",
    "Invoice goes to the company, not to the private address.",
];

pub struct Mate {
    http: Client,
    inbox: String,
    origin: String,
    cookie: String,
}

impl Mate {
    pub async fn sign_in(server: &str, project: ProjectId, login: &Login) -> Result<Self> {
        // Only this machine is spoken to. The answer's cookie counts, not where it leads.
        let http = Client::builder()
            .tls_certs_only(std::iter::empty())
            .no_proxy()
            .redirect(redirect::Policy::none())
            .build()?;
        let email = login.email.replace('@', "%40");
        let form = format!("email={email}&password={}", login.password);
        let answer = http
            .post(format!("{server}/sign-in"))
            .header(ORIGIN, server)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(form)
            .send()
            .await?;
        let cookie = answer.headers().get(SET_COOKIE);
        let cookie = cookie.context("a member of the demo could not sign in")?;
        let cookie = cookie.to_str()?.split(';').next().unwrap_or_default();
        Ok(Self {
            http,
            inbox: format!("{server}/inbox/{project}"),
            origin: server.to_owned(),
            cookie: cookie.to_owned(),
        })
    }

    pub async fn note(&self, conversation: ConversationId, text: &str) -> Result<()> {
        let answer = self
            .http
            .post(format!("{}/api/team/keep_note", self.inbox))
            .header(ORIGIN, &self.origin)
            .header(COOKIE, &self.cookie)
            .json(&json!({"id": conversation, "note": NoteId::new(), "text": text}))
            .send()
            .await?;
        if !answer.status().is_success() {
            bail!("a note was refused: {}", answer.text().await?);
        }
        Ok(())
    }
}
