//! What the form of an embed holds, for a new one and for one that is changed.

use super::expiry::Expiry;
use super::origin_lines::entries;
use crate::domain::embed::{Embed, EmbedChange, EmbedDraft, LANGUAGES, Mode, ScopeType};
use crate::domain::id::UserId;
use crate::domain::time::Timestamp;
use crate::ui::form::Form;
use leptos::prelude::*;

/// Handles to everything that is typed; cheap to copy.
#[derive(Clone, Copy)]
pub struct EmbedFields {
    pub form: Form,
    pub name: RwSignal<String>,
    pub scope: RwSignal<ScopeType>,
    /// Meta's `phone_number_id` of the chosen number.
    pub number: RwSignal<String>,
    pub customer: RwSignal<String>,
    /// A user's id; blank means everybody's conversations.
    pub assignee: RwSignal<String>,
    pub origins: RwSignal<String>,
    pub expiry: RwSignal<Expiry>,
    pub picked: RwSignal<String>,
    pub mode: RwSignal<Mode>,
    pub language: RwSignal<String>,
    pub shortcuts: RwSignal<bool>,
}

impl EmbedFields {
    pub fn fresh() -> Self {
        Self {
            form: Form::new(),
            name: RwSignal::default(),
            scope: RwSignal::new(ScopeType::Project),
            number: RwSignal::default(),
            customer: RwSignal::default(),
            assignee: RwSignal::default(),
            origins: RwSignal::default(),
            expiry: RwSignal::new(Expiry::Never),
            picked: RwSignal::default(),
            mode: RwSignal::new(Mode::System),
            language: RwSignal::new(LANGUAGES[0].to_owned()),
            shortcuts: RwSignal::new(true),
        }
    }

    /// As the embed is.
    pub fn fill(self, embed: &Embed) {
        self.name.set(embed.name.clone().unwrap_or_default());
        self.scope.set(embed.scope_type);
        let assignee = embed.assigned_user_id.map(|id| id.to_string());
        self.assignee.set(assignee.unwrap_or_default());
        self.origins.set(embed.allowed_origins.join("\n"));
        let expires = embed.expires_at.is_some();
        self.expiry
            .set(if expires { Expiry::Kept } else { Expiry::Never });
        self.mode.set(embed.default_mode);
        self.language.set(embed.language.clone());
        self.shortcuts.set(embed.keyboard_shortcuts);
    }

    /// The scope's id, if the scope has one and it was chosen.
    pub fn scope_id(self) -> Option<String> {
        let chosen = match self.scope.get() {
            ScopeType::Project => return None,
            ScopeType::PhoneNumber => self.number.get(),
            ScopeType::Customer => self.customer.get(),
        };
        Some(chosen).filter(|id| !id.is_empty())
    }

    pub fn assignee_id(self) -> Option<UserId> {
        self.assignee.get().parse().ok()
    }

    /// What is sent, or what is wrong with it, in a sentence that begins with the field.
    pub fn draft(self, now: Timestamp) -> Result<EmbedDraft, String> {
        if let Some(missing) = self.scope_missing() {
            return Err(missing);
        }
        let draft = EmbedDraft {
            name: self.typed_name(),
            scope_type: self.scope.get_untracked(),
            scope_id: untrack(|| self.scope_id()),
            assigned_user_id: untrack(|| self.assignee_id()),
            allowed_origins: self.typed_origins(),
            default_mode: self.mode.get_untracked(),
            language: self.language.get_untracked(),
            keyboard_shortcuts: self.shortcuts.get_untracked(),
            expires_at: self.moment(now)?,
        };
        draft.problem(now).map_or(Ok(draft), Err)
    }

    /// Everything but the scope, which stays.
    pub fn change(self, now: Timestamp) -> Result<EmbedChange, String> {
        let kept = self.expiry.get_untracked() == Expiry::Kept;
        let change = EmbedChange {
            name: Some(self.typed_name()),
            assigned_user_id: Some(untrack(|| self.assignee_id())),
            allowed_origins: Some(self.typed_origins()),
            default_mode: Some(self.mode.get_untracked()),
            language: Some(self.language.get_untracked()),
            keyboard_shortcuts: Some(self.shortcuts.get_untracked()),
            expires_at: if kept { None } else { Some(self.moment(now)?) },
        };
        change.problem(now).map_or(Ok(change), Err)
    }

    fn scope_missing(self) -> Option<String> {
        let what = match self.scope.get_untracked() {
            ScopeType::Project => return None,
            ScopeType::PhoneNumber => "a number",
            ScopeType::Customer => "a customer",
        };
        let missing = untrack(|| self.scope_id()).is_none();
        missing.then(|| format!("scope_id: choose {what}"))
    }

    fn typed_name(self) -> Option<String> {
        let name = self.name.with_untracked(|name| name.trim().to_owned());
        Some(name).filter(|name| !name.is_empty())
    }

    fn typed_origins(self) -> Vec<String> {
        self.origins.with_untracked(|text| entries(text))
    }

    fn moment(self, now: Timestamp) -> Result<Option<Timestamp>, String> {
        let expiry = self.expiry.get_untracked();
        let picked = (expiry == Expiry::Picked)
            .then(|| {
                self.picked
                    .with_untracked(|text| crate::browser::clock::local_moment(text))
            })
            .flatten();
        expiry.moment(now, picked)
    }
}
