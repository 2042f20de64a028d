//! Questions about messages.

use crate::domain::message::{Message, TextDraft};
use crate::domain::page::{Page, ThreadCursor};
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// Messages before a place in a thread, newest last.
#[server(endpoint = "messages/list", input = Json)]
pub async fn messages(from: ThreadCursor) -> Result<Page<Message, ThreadCursor>, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.thread(from).await)
}

#[server(endpoint = "messages/send_text", input = Json)]
pub async fn send_text(draft: TextDraft) -> Result<Message, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.send_text(draft).await)
}
