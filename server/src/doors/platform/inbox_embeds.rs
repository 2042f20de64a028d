//! `/inbox_embeds`: access links for iframes.

use super::body::{Body, Fields, invalid};
use super::{Caller, Refusal};
use crate::access::api_key::Program;
use crate::access::token::Token;
use crate::state::Shared;
use crate::store::embed::{self, Embed, NewEmbed};
use crate::store::{customer, number, project};
use app::domain::embed::{LANGUAGES, Mode, NAME_LIMIT, ORIGINS_LIMIT, ScopeType};
use app::domain::id::{CustomerId, EmbedId, NumberId, UserId};
use app::domain::origin::AllowedOrigins;
use app::domain::phone::PhoneNumber;
use app::domain::time::Timestamp;
use app::problem::Problem;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Value, json};

/// `POST /inbox_embeds`: the only answer that shows the token.
pub async fn create(
    State(state): State<Shared>,
    Caller(program): Caller,
    body: Body,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let fields = body.envelope("inbox_embed")?;
    let token = Token::random();
    let new = new_embed(&state, &program, &fields, &token).await?;
    let embed = embed::create(&state.db, new, Timestamp::now()).await?;
    let mut shown = shown(&embed);
    shown["token"] = json!(token.reveal());
    shown["embed_url"] = json!(format!(
        "{}/embed/{}",
        state.config.public_url(),
        token.reveal()
    ));
    Ok((StatusCode::CREATED, Json(json!({"data": shown}))))
}

async fn new_embed(
    state: &Shared,
    program: &Program,
    fields: &Fields,
    token: &Token,
) -> Result<NewEmbed, Refusal> {
    let scope = fields.parsed(
        "scope_type",
        "project, customer or phone_number",
        ScopeType::from_word,
    )?;
    let scope = scope.ok_or_else(|| invalid("scope_type: it is required"))?;
    let name = fields.limited("name", NAME_LIMIT)?;
    let allowed_origins = origins(fields)?;
    let default_mode = fields
        .parsed("default_mode", "system, light or dark", Mode::from_word)?
        .unwrap_or_default();
    let language = fields.parsed("language", "en or es", |word| {
        LANGUAGES.into_iter().find(|known| *known == word)
    })?;
    let expires_at = expiry(fields)?;
    let (number, customer) = target(state, program, scope, fields.text("scope_id")?).await?;
    Ok(NewEmbed {
        id: EmbedId::new(),
        project: program.project(),
        name,
        scope,
        number,
        customer,
        assignee: assignee(state, program, fields).await?,
        token_hash: token.hash().to_vec(),
        token_prefix: token.prefix(),
        allowed_origins,
        default_mode,
        language: language.unwrap_or(LANGUAGES[0]).to_owned(),
        expires_at,
    })
}

fn origins(fields: &Fields) -> Result<Vec<String>, Refusal> {
    let entries = fields.texts("allowed_origins")?;
    if entries.len() > ORIGINS_LIMIT {
        return Err(invalid(format!(
            "allowed_origins: it has more than {ORIGINS_LIMIT} entries"
        )));
    }
    match AllowedOrigins::parse(&entries) {
        Ok(origins) => Ok(origins.entries()),
        Err(entry) => {
            let entry: String = entry.chars().take(100).collect();
            Err(invalid(format!(
                "allowed_origins: \"{entry}\" is not an origin such as https://app.example.com or *.example.com"
            )))
        }
    }
}

fn expiry(fields: &Fields) -> Result<Option<Timestamp>, Refusal> {
    let moment = |text: &str| {
        text.parse::<jiff::Timestamp>()
            .ok()
            .map(|at| Timestamp(at.as_millisecond()))
    };
    let expires_at = fields.parsed(
        "expires_at",
        "a moment such as 2027-01-31T12:00:00Z",
        moment,
    )?;
    if expires_at.is_some_and(|at| at <= Timestamp::now()) {
        return Err(invalid("expires_at: it lies in the past"));
    }
    Ok(expires_at)
}

/// What the scope points at, if the project has it.
async fn target(
    state: &Shared,
    program: &Program,
    scope: ScopeType,
    id: Option<String>,
) -> Result<(Option<NumberId>, Option<CustomerId>), Refusal> {
    match (scope, id) {
        (ScopeType::Project, None) => Ok((None, None)),
        (ScopeType::Project, Some(_)) => {
            Err(invalid("scope_id: it must be blank for scope_type project"))
        }
        (_, None) => Err(invalid(format!(
            "scope_id: it is required for scope_type {}",
            scope.word()
        ))),
        (ScopeType::PhoneNumber, Some(id)) => {
            let found = number::by_phone_number_id(&state.db, program.project(), &id).await?;
            let found = found.ok_or(Problem::NotFound)?;
            Ok((Some(found.id.into()), None))
        }
        (ScopeType::Customer, Some(id)) => {
            let id: CustomerId = id.parse().map_err(|_| Problem::NotFound)?;
            customer::name(&state.db, program.project(), id)
                .await?
                .ok_or(Problem::NotFound)?;
            Ok((None, Some(id)))
        }
    }
}

async fn assignee(
    state: &Shared,
    program: &Program,
    fields: &Fields,
) -> Result<Option<UserId>, Refusal> {
    let user = fields.parsed("assigned_user_id", "a UUID", |text| {
        text.parse::<UserId>().ok()
    })?;
    if let Some(user) = user {
        let member = project::member_name(&state.db, program.project(), user).await?;
        member.ok_or_else(|| invalid("assigned_user_id: no member of this project has this id"))?;
    }
    Ok(user)
}

/// An embed as the API shows it, without its secret.
fn shown(embed: &Embed) -> Value {
    let label = |text: &String| {
        PhoneNumber::parse(text).map_or_else(|| text.clone(), |phone| phone.to_string())
    };
    let at = |at: Option<i64>| at.map(|at| Timestamp(at).iso());
    let (scope_id, scope_name) = match embed.scope_type.as_str() {
        "customer" => (
            embed.customer_id.map(|id| id.to_string()),
            embed.customer_name.clone(),
        ),
        _ => (
            embed.phone_number_id.clone(),
            embed.display_phone_number.as_ref().map(label),
        ),
    };
    json!({
        "id": embed.id,
        "name": embed.name,
        "scope_type": embed.scope_type,
        "scope_id": scope_id,
        "scope_name": scope_name,
        "assigned_user_id": embed.assigned_user_id,
        "assigned_user_name": embed.assigned_user_name,
        "status": if embed.revoked_at.is_some() { "revoked" } else { "active" },
        "allowed_origins": embed.allowed_origins.0,
        "default_mode": embed.default_mode,
        "language": embed.language,
        "expires_at": at(embed.expires_at),
        "last_used_at": at(embed.last_used_at),
        "created_at": at(Some(embed.created_at)),
        "updated_at": at(Some(embed.updated_at)),
    })
}
