//! What people have begun and not sent: texts, files, filled forms. It outlives the thread that it was begun in.

use super::Desk;
use super::uploading::Attachment;
use crate::browser::storage;
use crate::domain::id::ConversationId;
use crate::domain::saved_reply::SavedReply;
use crate::domain::time::Timestamp;
use leptos::prelude::*;

/// Values of a form by the paths of their fields.
pub type Values = Vec<(String, String)>;

#[derive(Clone, Copy)]
pub struct Unfinished {
    /// By what they are for: a conversation, or a note. Lists, because there are few.
    texts: RwSignal<Vec<(String, String)>>,
    pub(super) files: RwSignal<Vec<Attachment>>,
    /// By conversation and form.
    forms: RwSignal<Vec<(ConversationId, &'static str, Values)>>,
    /// Replies that the team keeps, and when they were asked for.
    pub replies: RwSignal<Option<(Timestamp, Vec<SavedReply>)>>,
}

impl Unfinished {
    pub fn new() -> Self {
        Self {
            texts: RwSignal::new(Vec::new()),
            files: RwSignal::new(Vec::new()),
            forms: RwSignal::new(Vec::new()),
            replies: RwSignal::new(None),
        }
    }

    /// What a tab remembers after a reload.
    pub(super) fn remember(self) {
        let texts = storage::stored_texts();
        if !texts.is_empty() {
            self.texts.set(texts);
        }
    }
}

impl Desk {
    /// The text that was begun for a conversation.
    pub fn text_of(self, id: ConversationId) -> String {
        self.begun(&id.to_string())
    }

    pub fn keep_text(self, id: ConversationId, text: &str) {
        self.keep_begun(id.to_string(), text);
    }

    /// A text that was begun, by what it is for.
    pub fn begun(self, key: &str) -> String {
        self.unfinished.texts.with(|texts| {
            let found = texts.iter().find(|(of, _)| of == key);
            found.map(|(_, text)| text.clone()).unwrap_or_default()
        })
    }

    pub fn keep_begun(self, key: String, text: &str) {
        self.unfinished.texts.update(|texts| {
            texts.retain(|(of, _)| *of != key);
            if !text.is_empty() {
                texts.push((key, text.to_owned()));
            }
        });
        self.unfinished
            .texts
            .with_untracked(|texts| storage::store_texts(texts));
    }

    pub fn values_of(self, id: ConversationId, form: &'static str) -> Values {
        self.unfinished.forms.with(|forms| {
            let found = forms
                .iter()
                .find(|(of, name, _)| *of == id && *name == form);
            found
                .map(|(_, _, values)| values.clone())
                .unwrap_or_default()
        })
    }

    pub fn change_values(
        self,
        id: ConversationId,
        form: &'static str,
        change: impl FnOnce(&mut Values),
    ) {
        self.unfinished.forms.update(|forms| {
            let found = forms
                .iter()
                .position(|(of, name, _)| *of == id && *name == form);
            let nth = found.unwrap_or_else(|| {
                forms.push((id, form, Vec::new()));
                forms.len() - 1
            });
            change(&mut forms[nth].2);
        });
    }
}
