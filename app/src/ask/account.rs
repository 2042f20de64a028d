//! Questions about who is signed in.

use crate::domain::account::{Account, Entrance, Session};
use crate::domain::id::SessionId;
use crate::json::Lean;
use crate::problem::Problem;
use crate::texts::Language;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[server(endpoint = "entrance", input = Json, output = Lean)]
pub async fn read_entrance() -> Result<Entrance, Problem> {
    super::answer::with_status(crate::office::office()?.entrance().await)
}

#[server(endpoint = "account", input = Json, output = Lean)]
pub async fn my_account() -> Result<Account, Problem> {
    super::answer::with_status(crate::office::office()?.account().await)
}

#[server(endpoint = "sessions/list", input = Json, output = Lean)]
pub async fn sessions() -> Result<Vec<Session>, Problem> {
    super::answer::with_status(crate::office::office()?.sessions().await)
}

#[server(endpoint = "sessions/end", input = Json, output = Lean)]
pub async fn end_session(id: SessionId) -> Result<(), Problem> {
    super::answer::with_status(crate::office::office()?.end_session(id).await)
}

#[server(endpoint = "account/password", input = Json, output = Lean)]
pub async fn change_password(old: String, new: String) -> Result<(), Problem> {
    super::answer::with_status(crate::office::office()?.change_password(old, new).await)
}

#[server(endpoint = "account/language", input = Json, output = Lean)]
pub async fn choose_language(language: Option<Language>) -> Result<(), Problem> {
    super::answer::with_status(crate::office::office()?.choose_language(language).await)
}
