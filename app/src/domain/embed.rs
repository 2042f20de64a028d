//! Embeds: access links for an iframe.

use super::given::given;
use super::id::{EmbedId, UserId};
use super::origin::AllowedOrigins;
use super::time::Timestamp;
use crate::domain::refusal::office as refusal;
use crate::texts::Language;
use serde::{Deserialize, Serialize};

/// The theme: as the system says, light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    #[default]
    System,
    Light,
    Dark,
}

impl Mode {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    pub const fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.word() == word)
    }
}

/// What kind of thing an embed's scope is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScopeType {
    Project,
    PhoneNumber,
    Customer,
}

impl ScopeType {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::PhoneNumber => "phone_number",
            Self::Customer => "customer",
        }
    }

    /// Also takes `whatsapp_config`, the older name of `phone_number`.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "project" => Some(Self::Project),
            "phone_number" | "whatsapp_config" => Some(Self::PhoneNumber),
            "customer" => Some(Self::Customer),
            _ => None,
        }
    }
}

pub const NAME_LIMIT: usize = 120;
pub const ORIGINS_LIMIT: usize = 50;
/// Languages that the inbox speaks.
pub const LANGUAGES: &[&str] = Language::WORDS;
/// Longest time in seconds for which a rotated token stays good.
pub const GRACE_LIMIT: i64 = 86_400;

/// An embed as those who administer it see it. Its token is not here: it was shown once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Embed {
    pub id: EmbedId,
    pub name: Option<String>,
    pub scope_type: ScopeType,
    /// Meta's `phone_number_id`, the customer's UUID, or nothing.
    pub scope_id: Option<String>,
    pub scope_name: Option<String>,
    pub assigned_user_id: Option<UserId>,
    pub assigned_user_name: Option<String>,
    pub revoked_at: Option<Timestamp>,
    pub allowed_origins: Vec<String>,
    pub default_mode: Mode,
    pub language: String,
    /// Single keys do things in the frame; who looks at it may still switch them off.
    pub keyboard_shortcuts: bool,
    pub expires_at: Option<Timestamp>,
    pub last_used_at: Option<Timestamp>,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    /// The token's first characters, to recognise it by.
    pub token_prefix: String,
    /// The token before the last rotation is good until then.
    pub old_token_until: Option<Timestamp>,
}

/// Whether an embed's token opens anything at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Active,
    Expired,
    Revoked,
}

impl Embed {
    pub fn standing(&self, now: Timestamp) -> Standing {
        if self.revoked_at.is_some() {
            Standing::Revoked
        } else if self.expires_at.is_some_and(|at| at <= now) {
            Standing::Expired
        } else {
            Standing::Active
        }
    }
}

/// A token with its address, for the one answer that shows them.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Secret {
    pub token: String,
    pub embed_url: String,
}

/// Its `Debug` shows nothing, so that no log can.
impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// An embed with its secret: what creating and rotating answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Created {
    pub embed: Embed,
    pub secret: Secret,
}

/// What somebody wants an embed to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EmbedDraft {
    pub name: Option<String>,
    pub scope_type: ScopeType,
    pub scope_id: Option<String>,
    pub assigned_user_id: Option<UserId>,
    pub allowed_origins: Vec<String>,
    pub default_mode: Mode,
    pub language: String,
    pub keyboard_shortcuts: bool,
    pub expires_at: Option<Timestamp>,
}

/// What may be changed later; the scope may not. An absent field stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EmbedChange {
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "given"
    )]
    pub name: Option<Option<String>>,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "given"
    )]
    pub assigned_user_id: Option<Option<UserId>>,
    pub allowed_origins: Option<Vec<String>>,
    pub default_mode: Option<Mode>,
    pub language: Option<String>,
    pub keyboard_shortcuts: Option<bool>,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "given"
    )]
    pub expires_at: Option<Option<Timestamp>>,
}

impl EmbedDraft {
    /// What is wrong with it, in a sentence that begins with the field.
    pub fn problem(&self, now: Timestamp) -> Option<String> {
        scope_problem(self.scope_type, self.scope_id.as_deref())
            .or_else(|| name_problem(self.name.as_deref()))
            .or_else(|| origins_problem(&self.allowed_origins))
            .or_else(|| language_problem(&self.language))
            .or_else(|| expiry_problem(self.expires_at, now))
    }
}

impl EmbedChange {
    pub fn problem(&self, now: Timestamp) -> Option<String> {
        let name = self.name.as_ref().and_then(Option::as_deref);
        let origins = self.allowed_origins.as_deref().unwrap_or_default();
        name_problem(name)
            .or_else(|| origins_problem(origins))
            .or_else(|| self.language.as_deref().and_then(language_problem))
            .or_else(|| expiry_problem(self.expires_at.flatten(), now))
    }
}

pub fn scope_problem(scope: ScopeType, id: Option<&str>) -> Option<String> {
    match (scope, id) {
        (ScopeType::Project, Some(_)) => {
            Some("scope_id: it must be blank for scope_type project".to_owned())
        }
        (ScopeType::PhoneNumber | ScopeType::Customer, None) => Some(format!(
            "scope_id: it is required for scope_type {}",
            scope.word()
        )),
        (_, Some(id)) if id.contains('\0') => Some(format!("scope_id: {}", refusal::NUL)),
        _ => None,
    }
}

pub fn name_problem(name: Option<&str>) -> Option<String> {
    if name.is_some_and(|name| name.contains('\0')) {
        return Some(format!("name: {}", refusal::NUL));
    }
    let long = name.is_some_and(|name| name.chars().count() > NAME_LIMIT);
    long.then(|| format!("name: {}", refusal::too_long(NAME_LIMIT)))
}

pub fn origins_problem(entries: &[String]) -> Option<String> {
    if entries.len() > ORIGINS_LIMIT {
        return Some(format!(
            "allowed_origins: it has more than {ORIGINS_LIMIT} entries"
        ));
    }
    let wrong = AllowedOrigins::parse(entries).err()?;
    let wrong: String = wrong.chars().take(100).collect();
    Some(format!(
        "allowed_origins: \"{wrong}\" is not an origin such as https://app.example.com or *.example.com"
    ))
}

fn language_problem(language: &str) -> Option<String> {
    let known = LANGUAGES.contains(&language);
    (!known).then(|| format!("language: it must be {}", LANGUAGES.join(" or ")))
}

fn expiry_problem(expires_at: Option<Timestamp>, now: Timestamp) -> Option<String> {
    let past = expires_at.is_some_and(|at| at <= now);
    past.then(|| format!("expires_at: {}", refusal::PAST))
}

/// What a scope can point at, for the form that makes an embed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Choices {
    pub numbers: Vec<Choice>,
    pub customers: Vec<Choice>,
    pub members: Vec<Choice>,
}

/// `id` is what the API takes: Meta's `phone_number_id`, a customer's or a user's UUID.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    pub id: String,
    pub label: String,
}
