//! Questions about messages.

use crate::domain::draft::Draft;
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::message::Message;
use crate::domain::page::{Page, ThreadCursor};
use crate::domain::saved_reply::SavedReply;
use crate::domain::template::Templates;
use crate::json::Lean;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// Messages before a place in a thread, newest last.
#[server(endpoint = "messages/list", input = Json, output = Lean)]
pub async fn messages(from: ThreadCursor) -> Result<Page<Message, ThreadCursor>, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.thread(from).await)
}

/// Messages before a place, up to and with this one.
#[server(endpoint = "messages/up_to", input = Json, output = Lean)]
pub async fn messages_up_to(
    from: ThreadCursor,
    message: MessageId,
) -> Result<Page<Message, ThreadCursor>, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.thread_up_to(from, message).await)
}

#[server(endpoint = "messages/files", input = Json, output = Lean)]
pub async fn files(from: ThreadCursor) -> Result<Page<Message, ThreadCursor>, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.files(from).await)
}

#[server(endpoint = "messages/send", input = Json, output = Lean)]
pub async fn send_message(draft: Draft) -> Result<Message, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.send(draft).await)
}

#[server(endpoint = "messages/typing", input = Json, output = Lean)]
pub async fn typing(id: ConversationId) -> Result<(), Problem> {
    super::answer::with_status(crate::inbox::inbox()?.typing(id).await)
}

#[server(endpoint = "templates/list", input = Json, output = Lean)]
pub async fn list_templates(id: ConversationId, fresh: bool) -> Result<Templates, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.templates(id, fresh).await)
}

#[server(endpoint = "forms/list", input = Json, output = Lean)]
pub async fn forms(id: ConversationId) -> Result<Vec<(String, String)>, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.forms(id).await)
}

#[server(endpoint = "saved_replies/mine", input = Json, output = Lean)]
pub async fn saved_replies() -> Result<Vec<SavedReply>, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.saved_replies().await)
}
