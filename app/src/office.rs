//! The second wall: what the dashboard may ask of the server. The server keeps this promise once for each
//! browser that is signed in, and looks at each question whether that person may ask it of that project.

use crate::domain::account::{Account, Entrance, Session};
use crate::domain::activity::Activity;
use crate::domain::api_key::{ApiKey, CreatedKey};
use crate::domain::conversation::Conversation;
use crate::domain::customer::{Customer, CustomerChange, CustomerDraft};
use crate::domain::embed::{Choices, Created, Embed, EmbedChange, EmbedDraft, ScopeType};
use crate::domain::id::{
    ApiKeyId, CustomerId, DeliveryId, EmbedId, InvitationId, NumberId, ProjectId, SavedReplyId,
    SessionId, UserId, WebhookId,
};
use crate::domain::listing::Listing;
use crate::domain::member::{Invitation, Member, Role, Welcome};
use crate::domain::number::{ConnectedNumber, NumberChange, NumberDraft};
use crate::domain::saved_reply::{SavedReply, SavedReplyDraft};
use crate::domain::webhook::{
    CreatedWebhook, DeliveryStatus, Webhook, WebhookChange, WebhookDelivery, WebhookDraft,
};
use crate::inbox::{Answer, Inbox};
use crate::problem::Problem;
use crate::texts::Language;
use async_trait::async_trait;
use leptos::prelude::use_context;
use std::sync::Arc;

#[async_trait]
pub trait Office: Send + Sync {
    /// What the door shows to somebody who is not signed in.
    async fn entrance(&self) -> Answer<Entrance>;

    async fn account(&self) -> Answer<Account>;
    async fn sessions(&self) -> Answer<Vec<Session>>;
    async fn end_session(&self, id: SessionId) -> Answer<()>;
    /// The language of their inbox and of the dashboard; without one, the browser's.
    async fn choose_language(&self, language: Option<Language>) -> Answer<()>;
    /// Also ends every other session.
    async fn change_password(&self, old: String, new: String) -> Answer<()>;

    /// Newest first; revoked ones only on request.
    async fn embeds(&self, project: ProjectId, revoked: bool, page: u32) -> Answer<Listing<Embed>>;
    async fn embed(&self, project: ProjectId, id: EmbedId) -> Answer<Embed>;
    async fn create_embed(&self, project: ProjectId, draft: EmbedDraft) -> Answer<Created>;
    async fn change_embed(
        &self,
        project: ProjectId,
        id: EmbedId,
        change: EmbedChange,
    ) -> Answer<Embed>;
    /// A new token; the old one stays good for so many seconds.
    async fn rotate_embed(&self, project: ProjectId, id: EmbedId, grace: i64) -> Answer<Created>;
    async fn revoke_embed(&self, project: ProjectId, id: EmbedId) -> Answer<Embed>;
    async fn embed_choices(&self, project: ProjectId) -> Answer<Choices>;
    /// The first conversations that an embed of this scope would show.
    async fn preview(
        &self,
        project: ProjectId,
        scope_type: ScopeType,
        scope_id: Option<String>,
        assignee: Option<UserId>,
    ) -> Answer<Vec<Conversation>>;

    async fn numbers(&self, project: ProjectId, page: u32) -> Answer<Listing<ConnectedNumber>>;
    async fn connect_number(
        &self,
        project: ProjectId,
        draft: NumberDraft,
    ) -> Answer<ConnectedNumber>;
    async fn change_number(
        &self,
        project: ProjectId,
        id: NumberId,
        change: NumberChange,
    ) -> Answer<ConnectedNumber>;
    /// Its conversations stay; its embeds are revoked.
    async fn disconnect_number(&self, project: ProjectId, id: NumberId) -> Answer<()>;

    /// `search`: a part of the name, or the whole external id.
    async fn customers(
        &self,
        project: ProjectId,
        search: String,
        page: u32,
    ) -> Answer<Listing<Customer>>;
    async fn create_customer(&self, project: ProjectId, draft: CustomerDraft) -> Answer<Customer>;
    async fn change_customer(
        &self,
        project: ProjectId,
        id: CustomerId,
        change: CustomerChange,
    ) -> Answer<Customer>;
    /// Its contacts and numbers stay, without a customer; its embeds are revoked.
    async fn delete_customer(&self, project: ProjectId, id: CustomerId) -> Answer<()>;

    async fn members(&self, project: ProjectId) -> Answer<Vec<Member>>;
    async fn invitations(&self, project: ProjectId) -> Answer<Vec<Invitation>>;
    /// The link to give to that person; it is shown once.
    async fn invite(&self, project: ProjectId, email: String, role: Role) -> Answer<String>;
    async fn withdraw_invitation(&self, project: ProjectId, id: InvitationId) -> Answer<()>;
    /// A project keeps at least one owner.
    async fn change_role(&self, project: ProjectId, user: UserId, role: Role) -> Answer<()>;
    async fn remove_member(&self, project: ProjectId, user: UserId) -> Answer<()>;
    async fn welcome(&self, token: String) -> Answer<Welcome>;
    /// Joins and signs in. A known person gives their password, a new one chooses it.
    async fn join(&self, token: String, name: String, password: String) -> Answer<()>;

    async fn api_keys(&self, project: ProjectId) -> Answer<Vec<ApiKey>>;
    async fn create_api_key(&self, project: ProjectId, name: String) -> Answer<CreatedKey>;
    async fn revoke_api_key(&self, project: ProjectId, id: ApiKeyId) -> Answer<()>;

    /// Newest first.
    async fn webhooks(&self, project: ProjectId) -> Answer<Vec<Webhook>>;
    async fn create_webhook(
        &self,
        project: ProjectId,
        draft: WebhookDraft,
    ) -> Answer<CreatedWebhook>;
    async fn change_webhook(
        &self,
        project: ProjectId,
        id: WebhookId,
        change: WebhookChange,
    ) -> Answer<Webhook>;
    async fn delete_webhook(&self, project: ProjectId, id: WebhookId) -> Answer<()>;
    /// Sends a made-up event; what came of it stands among the deliveries.
    async fn test_webhook(&self, project: ProjectId, id: WebhookId) -> Answer<()>;
    /// Newest first.
    async fn deliveries(
        &self,
        project: ProjectId,
        webhook: Option<WebhookId>,
        status: Option<DeliveryStatus>,
        page: u32,
    ) -> Answer<Listing<WebhookDelivery>>;
    /// The same body once more, under the same idempotency key.
    async fn replay_delivery(&self, project: ProjectId, id: DeliveryId) -> Answer<()>;

    async fn saved_replies(&self, project: ProjectId) -> Answer<Vec<SavedReply>>;
    /// Changes one, or keeps a new one.
    async fn keep_reply(
        &self,
        project: ProjectId,
        id: Option<SavedReplyId>,
        draft: SavedReplyDraft,
    ) -> Answer<SavedReply>;
    async fn delete_reply(&self, project: ProjectId, id: SavedReplyId) -> Answer<()>;

    /// Newest first.
    async fn activity(&self, project: ProjectId, page: u32) -> Answer<Listing<Activity>>;
}

/// The office of whoever made the present request. There is none behind an embed's door.
pub fn office() -> Answer<Arc<dyn Office>> {
    let found = match use_context::<Arc<dyn Office>>() {
        Some(office) => Ok(office),
        None if use_context::<Arc<dyn Inbox>>().is_some() => Err(Problem::Forbidden),
        None => Err(Problem::Unauthorized),
    };
    crate::ask::answer::with_status(found)
}
