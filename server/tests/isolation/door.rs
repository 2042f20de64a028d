//! Asking at the doors. Every answer is searched, byte by byte, for what is not its asker's.

use super::difference::{Outcome, same};
use super::play::Play;
use super::sight::Who;
use app::domain::id::{ConversationId, MediaId};
use app::domain::time::Timestamp;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, request::Builder};
use bytes::Bytes;
use serde_json::Value;
use tower::ServiceExt;

/// All that comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub headers: String,
    pub body: Bytes,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|_| String::from_utf8_lossy(&self.body).into())
    }

    /// Without the value that is another one in each answer.
    pub fn plain(&self) -> (u16, String, String) {
        let nonce = self.headers.split("'nonce-").nth(1);
        let nonce = nonce
            .and_then(|rest| rest.split('\'').next())
            .unwrap_or("no nonce");
        let body = String::from_utf8_lossy(&self.body).replace(nonce, "");
        (self.status, self.headers.replace(nonce, ""), body)
    }
}

impl Play<'_> {
    /// Knocks, as whoever the request says, and looks at nothing.
    pub async fn knock(&mut self, request: Builder, body: impl Into<Body>) -> Answer {
        let host = self.house.url.trim_start_matches("http://").to_owned();
        let request = request.header("host", host).body(body.into()).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let headers = parts.headers.iter();
        // It counts down with every question of a key.
        let headers = headers.filter(|(name, _)| *name != "x-ratelimit-remaining");
        // Another one in each answer.
        let headers = headers.filter(|(name, _)| *name != "x-request-id");
        // A hash may look like a phone.
        let headers = headers.filter(|(name, _)| *name != "etag");
        let headers = headers.map(|(name, value)| format!("{name}: {value:?}\n"));
        let answer = Answer {
            status: parts.status.as_u16(),
            headers: headers.collect(),
            body: to_bytes(body, usize::MAX).await.unwrap(),
        };
        self.tally.answer(answer.body.len());
        answer
    }

    /// Asks a function of the page, with any of the embed's tokens. No answer: the embed is closed, and said so.
    pub async fn ask(
        &mut self,
        embed: usize,
        function: &str,
        question: &Value,
    ) -> Outcome<Option<Answer>> {
        let request = |token: &str| {
            Request::post(format!("/embed/{token}/api/{function}"))
                .header("content-type", "application/json")
        };
        self.enter(embed, request, question.to_string(), &question.to_string())
            .await
    }

    /// Asks what must be answered.
    pub async fn told(
        &mut self,
        embed: usize,
        function: &str,
        question: &Value,
    ) -> Outcome<Option<Value>> {
        let Some(answer) = self.ask(embed, function, question).await? else {
            return Ok(None);
        };
        same("the status of the answer", answer.status, 200)?;
        Ok(Some(answer.json()))
    }

    /// Loads the page, with the query parameters of its address.
    pub async fn page(
        &mut self,
        embed: usize,
        query: &[(&str, String)],
    ) -> Outcome<Option<Answer>> {
        let encoded = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(query)
            .finish();
        let request = |token: &str| Request::get(format!("/embed/{token}?{encoded}"));
        self.enter(embed, request, Body::empty(), &format!("{query:?}"))
            .await
    }

    /// Uploads a text that is to be sent.
    pub async fn upload(
        &mut self,
        embed: usize,
        id: MediaId,
        talk: ConversationId,
        text: &str,
    ) -> Outcome<Option<Answer>> {
        let query = format!("conversation={talk}&kind=document&name=a.txt");
        let request = |token: &str| {
            Request::put(format!("/embed/{token}/media/{id}?{query}"))
                .header("content-type", "text/plain")
        };
        let said = format!("{id} {query} {text}");
        self.enter(embed, request, text.to_owned(), &said).await
    }

    /// `said` is the question as text: what one says oneself may come back.
    async fn enter(
        &mut self,
        embed: usize,
        request: impl Fn(&str) -> Builder,
        body: impl Into<Body>,
        said: &str,
    ) -> Outcome<Option<Answer>> {
        let nth = self.chance.below(self.world.embeds[embed].tokens.len());
        let was_open = self.world.embeds[embed].is_open(nth, Timestamp::now().0);
        let request = request(&self.world.embeds[embed].tokens[nth].0);
        let answer = self.knock(request, body).await;
        // It may have closed meanwhile.
        let is_open = self.world.embeds[embed].is_open(nth, Timestamp::now().0);
        if answer.status == 401 {
            same("a good token is refused", was_open && is_open, false)?;
            self.search(Who::Nobody, said, &answer)?;
            return Ok(None);
        }
        same("a closed embed answers", was_open, true)?;
        self.search(Who::Embed(embed), said, &answer)?;
        Ok(Some(answer))
    }

    /// Asks the Platform API with the key of a project; the caller searches the answer when the world knows of it.
    pub async fn program(&mut self, project: usize, path: &str, body: &Value) -> Answer {
        self.call(Method::POST, project, path, body).await
    }

    pub async fn call(&mut self, method: Method, of: usize, path: &str, body: &Value) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(format!("/platform/v1{path}"))
            .header("content-type", "application/json")
            .header("x-api-key", self.world.projects[of].api_key.clone());
        self.knock(request, body.to_string()).await
    }
}
