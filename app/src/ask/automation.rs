//! Questions about the automations of a conversation.

use crate::domain::automation::Execution;
use crate::domain::conversation::Conversation;
use crate::domain::id::ConversationId;
use crate::json::Lean;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[server(endpoint = "executions/list", input = Json, output = Lean)]
pub async fn executions(id: ConversationId) -> Result<Vec<Execution>, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.executions(id).await)
}

#[server(endpoint = "executions/hand_off", input = Json, output = Lean)]
pub async fn hand_off(id: ConversationId) -> Result<Conversation, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.hand_off(id).await)
}

#[server(endpoint = "executions/resume", input = Json, output = Lean)]
pub async fn resume(id: ConversationId) -> Result<Conversation, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.resume(id).await)
}
