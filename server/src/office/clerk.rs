//! The office as one browser finds it: every question says for which project, and is asked as whoever is signed in.

use super::{api_keys, customers, embeds, members, numbers, saved_replies, webhooks};
use crate::access::actor::Actor;
use crate::access::password;
use crate::access::session::{self, SignedIn};
use crate::error::Result;
use crate::state::Shared;
use crate::store::listing::Paging;
use crate::store::notify::Access;
use crate::store::{
    activity, api_key, customer, embed, invitation, member, number, saved_reply,
    session as sessions, user, webhook,
};
use app::domain::account::{Account, Entrance, Session};
use app::domain::activity::Activity;
use app::domain::api_key::{ApiKey, CreatedKey};
use app::domain::conversation::Conversation;
use app::domain::customer::{Customer, CustomerChange, CustomerDraft};
use app::domain::embed::{Choices, Created, Embed, EmbedChange, EmbedDraft, ScopeType};
use app::domain::id::{
    ApiKeyId, CustomerId, DeliveryId, EmbedId, InvitationId, NumberId, ProjectId, SavedReplyId,
    SessionId, UserId, WebhookId,
};
use app::domain::listing::{Listing, ROWS};
use app::domain::member::{Invitation, Member, Role, Welcome, password_problem};
use app::domain::number::{ConnectedNumber, NumberChange, NumberDraft};
use app::domain::refusal::office as refusal;
use app::domain::saved_reply::{SavedReply, SavedReplyDraft};
use app::domain::time::Timestamp;
use app::domain::webhook::{
    CreatedWebhook, DeliveryStatus, Webhook, WebhookChange, WebhookDelivery, WebhookDraft,
};
use app::inbox::Answer;
use app::office::Office;
use app::problem::Problem;
use app::texts::Language;
use async_trait::async_trait;
use std::net::IpAddr;

/// Who came in, as far as is known.
#[derive(Clone)]
pub struct Visitor {
    pub session: tower_sessions::Session,
    pub signed_in: Option<SignedIn>,
    pub client: String,
    pub address: IpAddr,
}

pub struct Clerk {
    state: Shared,
    visitor: Visitor,
    entrance: Entrance,
}

impl Clerk {
    pub const fn new(state: Shared, visitor: Visitor, entrance: Entrance) -> Self {
        Self {
            state,
            visitor,
            entrance,
        }
    }

    fn signed_in(&self) -> Result<SignedIn> {
        Ok(self.visitor.signed_in.ok_or(Problem::Unauthorized)?)
    }

    async fn actor(&self, project: ProjectId) -> Result<Actor> {
        Actor::of_owner(&self.state.db, &self.signed_in()?, project).await
    }

    async fn read_account(&self) -> Result<Account> {
        let db = &self.state.db;
        let id = self.signed_in()?.user();
        let user = user::find(db, id).await?.ok_or(Problem::Unauthorized)?;
        let config = &self.state.config;
        Ok(Account {
            user_id: id,
            email: user.email,
            name: user.name,
            language: user.language.as_deref().and_then(Language::from_word),
            projects: member::of_user(db, id).await?,
            embed_base: config.embed_url(),
            webhook_url: format!("{}/webhooks/whatsapp", config.public_url()),
        })
    }

    async fn set_password(&self, old: String, new: String) -> Result<()> {
        let db = &self.state.db;
        let who = self.signed_in()?;
        let user = user::find(db, who.user())
            .await?
            .ok_or(Problem::Unauthorized)?;
        if let Some(problem) = password_problem(&new) {
            return Err(Problem::Invalid(problem.replacen("password", "new", 1)).into());
        }
        self.count_attempt(&user.email)?;
        if !password::verify(old, Some(user.password_hash)).await? {
            return Err(Problem::Invalid(format!("old: {}", refusal::WRONG_OLD_PASSWORD)).into());
        }
        let hash = password::hash(new).await?;
        let mut tx = db.begin().await?;
        user::set_password(&mut tx, who.user(), &hash).await?;
        sessions::end_others(&mut tx, who.user(), who.session()).await?;
        tx.commit().await?;
        self.state.live.access_changed(Access::Person(who.user()));
        Ok(())
    }

    async fn enter(&self, token: &str, name: &str, password: String) -> Result<()> {
        // By the account whose password it may be; its own invitation would give an owner new tries for ever.
        let welcome = members::welcome(&self.state, token).await?;
        self.count_attempt(&welcome.email)?;
        let user = members::join(&self.state, token, name, password).await?;
        session::begin(
            &self.visitor.session,
            user,
            &self.visitor.client,
            &self.visitor.address.to_string(),
        )
        .await
    }

    /// Passwords are not for guessing.
    fn count_attempt(&self, account: &str) -> Result<()> {
        match self.state.paces.sign_in(self.visitor.address, account) {
            Some(seconds) => Err(Problem::TooMany(refusal::too_many_attempts(seconds)).into()),
            None => Ok(()),
        }
    }
}

const fn page(page: u32) -> Paging {
    Paging {
        page: if page == 0 { 1 } else { page },
        per_page: ROWS,
    }
}

#[async_trait]
impl Office for Clerk {
    async fn entrance(&self) -> Answer<Entrance> {
        Ok(self.entrance.clone())
    }

    async fn account(&self) -> Answer<Account> {
        Ok(self.read_account().await?)
    }

    async fn sessions(&self) -> Answer<Vec<Session>> {
        let who = self.signed_in()?;
        let now = Timestamp::now();
        Ok(sessions::of_user(&self.state.db, who.user(), who.session(), now).await?)
    }

    async fn end_session(&self, id: SessionId) -> Answer<()> {
        let user = self.signed_in()?.user();
        if sessions::end(&self.state.db, user, id).await? {
            self.state.live.access_changed(Access::Person(user));
            Ok(())
        } else {
            Err(Problem::NotFound)
        }
    }

    async fn choose_language(&self, language: Option<Language>) -> Answer<()> {
        let who = self.signed_in()?.user();
        Ok(user::set_language(&self.state.db, who, language).await?)
    }

    async fn change_password(&self, old: String, new: String) -> Answer<()> {
        Ok(self.set_password(old, new).await?)
    }

    async fn embeds(&self, project: ProjectId, revoked: bool, at: u32) -> Answer<Listing<Embed>> {
        self.actor(project).await?;
        let filter = embed::EmbedFilter {
            revoked: (!revoked).then_some(false),
            ..Default::default()
        };
        let rows = embed::page(&self.state.db, project, &filter, page(at)).await?;
        Ok(rows.map(Embed::from))
    }

    async fn embed(&self, project: ProjectId, id: EmbedId) -> Answer<Embed> {
        self.actor(project).await?;
        let found = embed::find(&self.state.db, project, id).await?;
        Ok(found.ok_or(Problem::NotFound)?.into())
    }

    async fn create_embed(&self, project: ProjectId, draft: EmbedDraft) -> Answer<Created> {
        Ok(embeds::create(&self.state, &self.actor(project).await?, draft).await?)
    }

    async fn change_embed(
        &self,
        project: ProjectId,
        id: EmbedId,
        change: EmbedChange,
    ) -> Answer<Embed> {
        Ok(embeds::change(&self.state, &self.actor(project).await?, id, change).await?)
    }

    async fn rotate_embed(&self, project: ProjectId, id: EmbedId, grace: i64) -> Answer<Created> {
        Ok(embeds::rotate(&self.state, &self.actor(project).await?, id, grace).await?)
    }

    async fn revoke_embed(&self, project: ProjectId, id: EmbedId) -> Answer<Embed> {
        Ok(embeds::revoke(&self.state, &self.actor(project).await?, id).await?)
    }

    async fn embed_choices(&self, project: ProjectId) -> Answer<Choices> {
        Ok(embeds::choices(&self.state, &self.actor(project).await?).await?)
    }

    async fn preview(
        &self,
        project: ProjectId,
        scope_type: ScopeType,
        scope_id: Option<String>,
        assignee: Option<UserId>,
    ) -> Answer<Vec<Conversation>> {
        let actor = self.actor(project).await?;
        let id = scope_id.as_deref();
        Ok(embeds::preview(&self.state, &actor, scope_type, id, assignee).await?)
    }

    async fn numbers(&self, project: ProjectId, at: u32) -> Answer<Listing<ConnectedNumber>> {
        self.actor(project).await?;
        Ok(number::page(&self.state.db, project, &Default::default(), page(at)).await?)
    }

    async fn connect_number(
        &self,
        project: ProjectId,
        draft: NumberDraft,
    ) -> Answer<ConnectedNumber> {
        Ok(numbers::connect(&self.state, &self.actor(project).await?, draft).await?)
    }

    async fn change_number(
        &self,
        project: ProjectId,
        id: NumberId,
        change: NumberChange,
    ) -> Answer<ConnectedNumber> {
        Ok(numbers::change(&self.state, &self.actor(project).await?, id, change).await?)
    }

    async fn disconnect_number(&self, project: ProjectId, id: NumberId) -> Answer<()> {
        Ok(numbers::disconnect(&self.state, &self.actor(project).await?, id).await?)
    }

    async fn customers(
        &self,
        project: ProjectId,
        search: String,
        at: u32,
    ) -> Answer<Listing<Customer>> {
        self.actor(project).await?;
        let words = search.replace('\0', "").trim().to_owned();
        let filter = customer::CustomerFilter {
            either: Some(words).filter(|words| !words.is_empty()),
            ..Default::default()
        };
        Ok(customer::page(&self.state.db, project, &filter, page(at)).await?)
    }

    async fn create_customer(&self, project: ProjectId, draft: CustomerDraft) -> Answer<Customer> {
        Ok(customers::create(&self.state, &self.actor(project).await?, draft).await?)
    }

    async fn change_customer(
        &self,
        project: ProjectId,
        id: CustomerId,
        change: CustomerChange,
    ) -> Answer<Customer> {
        Ok(customers::change(&self.state, &self.actor(project).await?, id, change).await?)
    }

    async fn delete_customer(&self, project: ProjectId, id: CustomerId) -> Answer<()> {
        Ok(customers::delete(&self.state, &self.actor(project).await?, id).await?)
    }

    async fn members(&self, project: ProjectId) -> Answer<Vec<Member>> {
        self.actor(project).await?;
        let all = Paging {
            page: 1,
            per_page: 500,
        };
        Ok(member::page(&self.state.db, project, all).await?.rows)
    }

    async fn invitations(&self, project: ProjectId) -> Answer<Vec<Invitation>> {
        self.actor(project).await?;
        Ok(invitation::all(&self.state.db, project, Timestamp::now()).await?)
    }

    async fn invite(&self, project: ProjectId, email: String, role: Role) -> Answer<String> {
        Ok(members::invite(&self.state, &self.actor(project).await?, &email, role).await?)
    }

    async fn withdraw_invitation(&self, project: ProjectId, id: InvitationId) -> Answer<()> {
        Ok(members::withdraw(&self.state, &self.actor(project).await?, id).await?)
    }

    async fn change_role(&self, project: ProjectId, user: UserId, role: Role) -> Answer<()> {
        Ok(members::change_role(&self.state, &self.actor(project).await?, user, role).await?)
    }

    async fn remove_member(&self, project: ProjectId, user: UserId) -> Answer<()> {
        Ok(members::remove(&self.state, &self.actor(project).await?, user).await?)
    }

    async fn welcome(&self, token: String) -> Answer<Welcome> {
        Ok(members::welcome(&self.state, &token).await?)
    }

    async fn join(&self, token: String, name: String, password: String) -> Answer<()> {
        Ok(self.enter(&token, &name, password).await?)
    }

    async fn api_keys(&self, project: ProjectId) -> Answer<Vec<ApiKey>> {
        self.actor(project).await?;
        Ok(api_key::all(&self.state.db, project).await?)
    }

    async fn create_api_key(&self, project: ProjectId, name: String) -> Answer<CreatedKey> {
        Ok(api_keys::create(&self.state, &self.actor(project).await?, &name).await?)
    }

    async fn revoke_api_key(&self, project: ProjectId, id: ApiKeyId) -> Answer<()> {
        Ok(api_keys::revoke(&self.state, &self.actor(project).await?, id).await?)
    }

    async fn webhooks(&self, project: ProjectId) -> Answer<Vec<Webhook>> {
        self.actor(project).await?;
        let all = webhook::all(&self.state.db, project).await?;
        Ok(all.iter().map(webhook::Stored::webhook).collect())
    }

    async fn create_webhook(
        &self,
        project: ProjectId,
        draft: WebhookDraft,
    ) -> Answer<CreatedWebhook> {
        let actor = self.actor(project).await?;
        let draft = webhooks::Draft {
            number: draft.number,
            url: draft.url,
            events: draft.events,
            secret_key: Some(draft.secret_key),
            ..webhooks::Draft::default()
        };
        let (made, secret_key) = webhooks::create(&self.state, &actor, draft).await?;
        Ok(CreatedWebhook {
            webhook: made.webhook(),
            secret_key,
        })
    }

    async fn change_webhook(
        &self,
        project: ProjectId,
        id: WebhookId,
        change: WebhookChange,
    ) -> Answer<Webhook> {
        let actor = self.actor(project).await?;
        let change = webhooks::Change {
            url: change.url,
            events: change.events,
            secret_key: change.secret_key,
            active: change.active,
            ..webhooks::Change::default()
        };
        let changed = webhooks::change(&self.state, &actor, id, change).await?;
        Ok(changed.webhook())
    }

    async fn delete_webhook(&self, project: ProjectId, id: WebhookId) -> Answer<()> {
        Ok(webhooks::delete(&self.state, &self.actor(project).await?, id).await?)
    }

    async fn test_webhook(&self, project: ProjectId, id: WebhookId) -> Answer<()> {
        let actor = self.actor(project).await?;
        webhooks::test(&self.state, &actor, id, None).await?;
        Ok(())
    }

    async fn deliveries(
        &self,
        project: ProjectId,
        webhook: Option<WebhookId>,
        status: Option<DeliveryStatus>,
        at: u32,
    ) -> Answer<Listing<WebhookDelivery>> {
        self.actor(project).await?;
        let filter = webhook::DeliveryFilter {
            webhook,
            status,
            ..webhook::DeliveryFilter::default()
        };
        Ok(webhook::deliveries(&self.state.db, project, &filter, page(at)).await?)
    }

    async fn replay_delivery(&self, project: ProjectId, id: DeliveryId) -> Answer<()> {
        Ok(webhooks::replay(&self.state, &self.actor(project).await?, id).await?)
    }

    async fn saved_replies(&self, project: ProjectId) -> Answer<Vec<SavedReply>> {
        self.actor(project).await?;
        Ok(saved_reply::all(&self.state.db, project).await?)
    }

    async fn keep_reply(
        &self,
        project: ProjectId,
        id: Option<SavedReplyId>,
        draft: SavedReplyDraft,
    ) -> Answer<SavedReply> {
        Ok(saved_replies::keep(&self.state, &self.actor(project).await?, id, draft).await?)
    }

    async fn delete_reply(&self, project: ProjectId, id: SavedReplyId) -> Answer<()> {
        Ok(saved_replies::delete(&self.state, &self.actor(project).await?, id).await?)
    }

    async fn activity(&self, project: ProjectId, at: u32) -> Answer<Listing<Activity>> {
        self.actor(project).await?;
        Ok(activity::page(&self.state.db, project, page(at)).await?)
    }
}
