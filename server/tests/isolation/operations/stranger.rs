//! Tokens that open nothing: unknown, revoked, expired and replaced ones are answered alike.

use super::super::difference::{Outcome, same};
use super::super::door::Answer;
use super::super::play::Play;
use super::super::sight::Who;
use app::domain::time::Timestamp;
use axum::http::Request;
use serde_json::json;
use server::access::token::Token;

pub async fn knock(play: &mut Play<'_>) -> Outcome {
    let token = play.closed_token();
    let door = play.chance.pick(DOORS);
    play.doing = format!("somebody comes to {door} with the token {token}");
    let bad = play.knock_at(door, &token).await;
    let unknown = play.knock_at(door, Token::random().reveal()).await;
    same("the status", bad.status, 401)?;
    play.search(Who::Nobody, "", &bad)?;
    same(
        "a closed embed, beside an unknown one",
        bad.plain(),
        unknown.plain(),
    )
}

/// The page, the line, and functions that read and write.
const DOORS: &[&str] = &[
    "",
    "/live",
    "/api/opening",
    "/api/conversations/list",
    "/api/messages/send",
    "/api/executions/list",
    "/api/executions/hand_off",
    "/api/templates/list",
];

impl Play<'_> {
    fn closed_token(&mut self) -> String {
        let (mut closed, mut open, now) = (Vec::new(), Vec::new(), Timestamp::now().0);
        for embed in &self.world.embeds {
            for (nth, (token, _)) in embed.tokens.iter().enumerate() {
                if embed.is_open(nth, now) {
                    open.push(token);
                    closed.extend([format!("{}A", &token[..42]), token.to_lowercase()]);
                } else {
                    // Those that were good once are the more interesting ones.
                    closed.extend(vec![token.clone(); 8]);
                }
            }
        }
        closed.retain(|token| !open.contains(&token));
        self.chance.pick(&closed)
    }

    async fn knock_at(&mut self, door: &str, token: &str) -> Answer {
        let path = format!("/embed/{token}{door}");
        if door.starts_with("/api") {
            let request = Request::post(path).header("content-type", "application/json");
            return self.knock(request, json!({}).to_string()).await;
        }
        let mut request = Request::get(path);
        if door == "/live" {
            request = request
                .header("upgrade", "websocket")
                .header("connection", "upgrade");
        }
        self.knock(request, String::new()).await
    }
}
