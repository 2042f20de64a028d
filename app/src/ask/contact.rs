//! Questions about the contact of a conversation.

use crate::domain::contact::Details;
use crate::domain::conversation::Conversation;
use crate::domain::id::ConversationId;
use crate::json::Lean;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[server(endpoint = "contacts/details", input = Json, output = Lean)]
pub async fn contact_details(id: ConversationId) -> Result<Details, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.details(id).await)
}

#[server(endpoint = "contacts/rename", input = Json, output = Lean)]
pub async fn rename_contact(id: ConversationId, name: String) -> Result<Conversation, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.rename_contact(id, name).await)
}
