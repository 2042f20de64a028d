//! Making, changing, rotating and revoking embeds.

use crate::access::actor::Actor;
use crate::access::token::Token;
use crate::access::viewer::{Scope, Viewer};
use crate::error::Result;
use crate::state::State;
use crate::store::activity::{self, Note};
use crate::store::embed::{self, NewEmbed};
use crate::store::event::{self, Event};
use crate::store::listing::Paging;
use crate::store::notify::Access;
use crate::store::{Tx, conversation, customer, member, number};
use app::domain::activity::Deed;
use app::domain::conversation::Conversation;
use app::domain::embed::{
    Choice, Choices, Created, Embed, EmbedChange, EmbedDraft, GRACE_LIMIT, ScopeType, Secret,
    scope_problem,
};
use app::domain::filter::Filter;
use app::domain::id::{CustomerId, EmbedId, NumberId, UserId};
use app::domain::origin::AllowedOrigins;
use app::domain::time::{SECOND, Timestamp};
use app::problem::Problem;

pub async fn create(state: &State, actor: &Actor, draft: EmbedDraft) -> Result<Created> {
    let now = Timestamp::now();
    refuse(draft.problem(now))?;
    let mut tx = state.db.begin().await?;
    let (number, customer) =
        target(&mut tx, actor, draft.scope_type, draft.scope_id.as_deref()).await?;
    check_member(&mut tx, actor, draft.assigned_user_id).await?;
    let (id, token) = (EmbedId::new(), Token::random());
    let new = NewEmbed {
        id,
        project: actor.project(),
        name: draft.name,
        scope: draft.scope_type,
        number,
        customer,
        assignee: draft.assigned_user_id,
        token_hash: token.hash().to_vec(),
        token_prefix: token.prefix(),
        allowed_origins: normalised(&draft.allowed_origins),
        default_mode: draft.default_mode,
        language: draft.language,
        expires_at: draft.expires_at,
    };
    embed::create(&mut tx, new, now).await?;
    let embed = find(&mut tx, actor, id).await?;
    let details = Some(scope_in_words(&embed));
    note(&mut tx, actor, Deed::EmbedCreated, &embed, details, now).await?;
    tx.commit().await?;
    Ok(Created {
        embed,
        secret: secret(state, &token),
    })
}

pub async fn change(
    state: &State,
    actor: &Actor,
    id: EmbedId,
    change: EmbedChange,
) -> Result<Embed> {
    let now = Timestamp::now();
    refuse(change.problem(now))?;
    let mut tx = state.db.begin().await?;
    let before = find_for_change(&mut tx, actor, id).await?;
    if let Some(user) = change.assigned_user_id {
        check_member(&mut tx, actor, user).await?;
    }
    let wanted = changed(&before, change);
    let fields = differences(&before, &wanted);
    if fields.is_empty() {
        tx.rollback().await?;
        return Ok(before);
    }
    embed::update(&mut tx, id, &wanted, now).await?;
    note(
        &mut tx,
        actor,
        Deed::EmbedChanged,
        &wanted,
        Some(fields.join(", ")),
        now,
    )
    .await?;
    let after = find(&mut tx, actor, id).await?;
    // Pages that were away meanwhile hold rows that are not theirs any more.
    if before.assigned_user_id != after.assigned_user_id {
        event::append(&mut tx, actor.project(), &[Event::Resync], now).await?;
    }
    tx.commit().await?;
    state.live.access_changed(Access::Embed(id));
    state.live.wake(actor.project());
    Ok(after)
}

pub async fn rotate(state: &State, actor: &Actor, id: EmbedId, grace: i64) -> Result<Created> {
    if !(0..=GRACE_LIMIT).contains(&grace) {
        let text = format!("grace_seconds: it must be 0 to {GRACE_LIMIT}");
        return Err(Problem::Invalid(text).into());
    }
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let embed = find_for_change(&mut tx, actor, id).await?;
    if embed.revoked_at.is_some() {
        return Err(
            Problem::Conflict("status: a revoked embed cannot be rotated".to_owned()).into(),
        );
    }
    let token = Token::random();
    let old_until = now.plus(grace * SECOND);
    embed::rotate(&mut tx, id, &token.hash(), token.prefix(), old_until, now).await?;
    let details = (grace > 0).then(|| format!("the old token is good for {grace} s more"));
    note(&mut tx, actor, Deed::EmbedRotated, &embed, details, now).await?;
    let embed = find(&mut tx, actor, id).await?;
    tx.commit().await?;
    state.live.access_changed(Access::Embed(id));
    Ok(Created {
        embed,
        secret: secret(state, &token),
    })
}

/// Revoking twice is revoking.
pub async fn revoke(state: &State, actor: &Actor, id: EmbedId) -> Result<Embed> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let embed = find(&mut tx, actor, id).await?;
    if embed::revoke(&mut tx, id, now).await? {
        note(&mut tx, actor, Deed::EmbedRevoked, &embed, None, now).await?;
    }
    let embed = find(&mut tx, actor, id).await?;
    tx.commit().await?;
    state.live.access_changed(Access::Embed(id));
    Ok(embed)
}

/// What a scope can point at; a select with more than a thousand choices helps nobody.
pub async fn choices(state: &State, actor: &Actor) -> Result<Choices> {
    let (db, project) = (&state.db, actor.project());
    let all = Paging {
        page: 1,
        per_page: 1_000,
    };
    let numbers = number::page(db, project, &Default::default(), all).await?;
    let customers = customer::page(db, project, &Default::default(), all).await?;
    let members = member::page(db, project, all).await?;
    Ok(Choices {
        numbers: numbers
            .map(|number| Choice {
                label: format!("{} ({})", number.name, number.display_phone_number),
                id: number.phone_number_id,
            })
            .rows,
        customers: customers
            .map(|customer| Choice {
                id: customer.id.to_string(),
                label: customer.name,
            })
            .rows,
        members: members
            .map(|member| Choice {
                id: member.user_id.to_string(),
                label: format!("{} ({})", member.name, member.email),
            })
            .rows,
    })
}

/// How many conversations a preview shows.
const PREVIEW: usize = 4;

pub async fn preview(
    state: &State,
    actor: &Actor,
    scope_type: ScopeType,
    scope_id: Option<&str>,
    assignee: Option<UserId>,
) -> Result<Vec<Conversation>> {
    refuse(scope_problem(scope_type, scope_id))?;
    let mut tx = state.db.begin().await?;
    let target = target(&mut tx, actor, scope_type, scope_id).await;
    tx.rollback().await?;
    let scope = match target? {
        (Some(number), _) => Scope::Number(number),
        (_, Some(customer)) => Scope::Customer(customer),
        _ => Scope::Project,
    };
    let viewer = Viewer::of_preview(actor, scope, assignee);
    let page = conversation::page(&state.db, &viewer, &Filter::default(), None, None).await?;
    Ok(page.rows.into_iter().take(PREVIEW).collect())
}

async fn find_for_change(tx: &mut Tx, actor: &Actor, id: EmbedId) -> Result<Embed> {
    let found = embed::find_for_change(tx, actor.project(), id).await?;
    Ok(found.ok_or(Problem::NotFound)?.into())
}

async fn find(tx: &mut Tx, actor: &Actor, id: EmbedId) -> Result<Embed> {
    let found = embed::find(tx, actor.project(), id).await?;
    Ok(found.ok_or(Problem::NotFound)?.into())
}

fn refuse(problem: Option<String>) -> Result<()> {
    match problem {
        Some(text) => Err(Problem::Invalid(text).into()),
        None => Ok(()),
    }
}

/// What the scope points at, if the project has it.
async fn target(
    tx: &mut Tx,
    actor: &Actor,
    scope: ScopeType,
    id: Option<&str>,
) -> Result<(Option<NumberId>, Option<CustomerId>)> {
    match (scope, id) {
        (ScopeType::PhoneNumber, Some(id)) => {
            let found = number::hold_by_phone_number_id(tx, actor.project(), id).await?;
            Ok((Some(found.ok_or_else(|| missing("Phone number"))?.id), None))
        }
        (ScopeType::Customer, Some(id)) => {
            let id: CustomerId = id.parse().map_err(|_| missing("Customer"))?;
            let found = customer::find_and_hold(tx, actor.project(), id).await?;
            Ok((None, Some(found.ok_or_else(|| missing("Customer"))?.id)))
        }
        _ => Ok((None, None)),
    }
}

fn missing(what: &str) -> Problem {
    Problem::Missing(format!("{what} not found"))
}

async fn check_member(tx: &mut Tx, actor: &Actor, user: Option<UserId>) -> Result<()> {
    let Some(user) = user else {
        return Ok(());
    };
    match member::find_and_hold(tx, actor.project(), user).await? {
        Some(_) => Ok(()),
        None => {
            let text = "assigned_user_id: no member of this project has this id";
            Err(Problem::Invalid(text.to_owned()).into())
        }
    }
}

/// As they are stored and answered.
fn normalised(origins: &[String]) -> Vec<String> {
    AllowedOrigins::parse(origins).map_or_else(|_| Vec::new(), |origins| origins.entries())
}

fn changed(before: &Embed, change: EmbedChange) -> Embed {
    let mut embed = before.clone();
    if let Some(name) = change.name {
        embed.name = name;
    }
    if let Some(user) = change.assigned_user_id {
        embed.assigned_user_id = user;
    }
    if let Some(origins) = change.allowed_origins {
        embed.allowed_origins = normalised(&origins);
    }
    if let Some(mode) = change.default_mode {
        embed.default_mode = mode;
    }
    if let Some(language) = change.language {
        embed.language = language;
    }
    if let Some(expires_at) = change.expires_at {
        embed.expires_at = expires_at;
    }
    embed
}

/// The names of the fields that differ, for the log.
fn differences(before: &Embed, after: &Embed) -> Vec<&'static str> {
    [
        ("name", before.name != after.name),
        (
            "assignee",
            before.assigned_user_id != after.assigned_user_id,
        ),
        (
            "allowed origins",
            before.allowed_origins != after.allowed_origins,
        ),
        ("theme", before.default_mode != after.default_mode),
        ("language", before.language != after.language),
        ("expiry", before.expires_at != after.expires_at),
    ]
    .into_iter()
    .filter_map(|(name, differs)| differs.then_some(name))
    .collect()
}

fn scope_in_words(embed: &Embed) -> String {
    let target = embed.scope_name.as_deref().unwrap_or("the whole project");
    match &embed.assigned_user_name {
        Some(person) => format!("shows {target}, what is assigned to {person}"),
        None => format!("shows {target}"),
    }
}

async fn note(
    tx: &mut Tx,
    actor: &Actor,
    deed: Deed,
    embed: &Embed,
    details: Option<String>,
    now: Timestamp,
) -> Result<()> {
    let note = Note {
        deed,
        target_id: Some(embed.id.uuid()),
        target: embed.name.as_deref().unwrap_or("Unnamed embed"),
        details,
    };
    activity::note(tx, actor, note, now).await
}

fn secret(state: &State, token: &Token) -> Secret {
    Secret {
        token: token.reveal().to_owned(),
        embed_url: format!("{}/embed/{}", state.config.embed_url(), token.reveal()),
    }
}
