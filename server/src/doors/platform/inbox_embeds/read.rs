//! Reading what an embed is to be.

use super::super::Refusal;
use super::super::body::{Fields, invalid};
use app::domain::embed::{EmbedChange, EmbedDraft, LANGUAGES, Mode, NAME_LIMIT, ScopeType};
use app::domain::id::UserId;

pub const SCOPES: &str = "project, customer or phone_number";
const MODES: &str = "system, light or dark";

pub fn draft(fields: &Fields) -> Result<EmbedDraft, Refusal> {
    let scope = fields.parsed("scope_type", SCOPES, ScopeType::from_word)?;
    Ok(EmbedDraft {
        name: fields.limited("name", NAME_LIMIT)?,
        scope_type: scope.ok_or_else(|| invalid("scope_type: it is required"))?,
        scope_id: fields.text("scope_id")?,
        assigned_user_id: fields.uuid::<UserId>("assigned_user_id")?,
        allowed_origins: fields.texts("allowed_origins")?,
        default_mode: mode(fields)?.unwrap_or_default(),
        language: language(fields)?.unwrap_or_else(|| LANGUAGES[0].to_owned()),
        keyboard_shortcuts: fields.flag("keyboard_shortcuts")?.unwrap_or(true),
        expires_at: fields.moment("expires_at")?,
    })
}

pub fn change(fields: &Fields) -> Result<EmbedChange, Refusal> {
    if let Some(fixed) = ["scope_type", "scope_id"]
        .into_iter()
        .find(|name| fields.has(name))
    {
        return Err(invalid(format!(
            "{fixed}: it cannot be changed; create another embed"
        )));
    }
    let origins = || fields.some_texts("allowed_origins");
    Ok(EmbedChange {
        name: fields.given("name", || fields.limited("name", NAME_LIMIT))?,
        assigned_user_id: fields.given("assigned_user_id", || fields.uuid("assigned_user_id"))?,
        allowed_origins: fields.given_value("allowed_origins", origins)?,
        default_mode: fields.given_value("default_mode", || mode(fields))?,
        language: fields.given_value("language", || language(fields))?,
        keyboard_shortcuts: fields
            .given_value("keyboard_shortcuts", || fields.flag("keyboard_shortcuts"))?,
        expires_at: fields.given("expires_at", || fields.moment("expires_at"))?,
    })
}

fn mode(fields: &Fields) -> Result<Option<Mode>, Refusal> {
    fields.parsed("default_mode", MODES, Mode::from_word)
}

fn language(fields: &Fields) -> Result<Option<String>, Refusal> {
    let known = |word: &str| LANGUAGES.contains(&word).then(|| word.to_owned());
    fields.parsed("language", &LANGUAGES.join(" or "), known)
}
