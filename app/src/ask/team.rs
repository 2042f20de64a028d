//! Questions that only the team's own inbox asks: assignments, notes, and beginning a conversation.

use crate::domain::assignment::Assignment;
use crate::domain::conversation::Conversation;
use crate::domain::id::{ConversationId, NoteId, NumberId, UserId};
use crate::domain::note::Note;
use crate::domain::start::Start;
use crate::domain::template::Templates;
use crate::json::Lean;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[server(endpoint = "team/assign", input = Json, output = Lean)]
pub async fn assign(id: ConversationId, to: Option<UserId>) -> Result<Conversation, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.assign(id, to).await)
}

#[server(endpoint = "team/assignments", input = Json, output = Lean)]
pub async fn assignments(id: ConversationId) -> Result<Vec<Assignment>, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.assignments(id).await)
}

#[server(endpoint = "team/notes", input = Json, output = Lean)]
pub async fn notes(id: ConversationId) -> Result<Vec<Note>, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.notes(id).await)
}

#[server(endpoint = "team/keep_note", input = Json, output = Lean)]
pub async fn keep_note(id: ConversationId, note: NoteId, text: String) -> Result<Note, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.keep_note(id, note, text).await)
}

#[server(endpoint = "team/delete_note", input = Json, output = Lean)]
pub async fn delete_note(id: ConversationId, note: NoteId) -> Result<(), Problem> {
    super::answer::with_status(crate::inbox::inbox()?.delete_note(id, note).await)
}

#[server(endpoint = "team/templates", input = Json, output = Lean)]
pub async fn templates_of(number: NumberId, fresh: bool) -> Result<Templates, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.templates_of(number, fresh).await)
}

#[server(endpoint = "team/start", input = Json, output = Lean)]
pub async fn start_conversation(start: Start) -> Result<Conversation, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.start(start).await)
}
