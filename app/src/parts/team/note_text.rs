//! The field in which a note is written. What stands in it is kept until the server has it.

use super::notes::Notes;
use crate::browser::document::focus_first;
use crate::browser::timer::after;
use crate::domain::id::NoteId;
use crate::domain::note::{NOTE_LIMIT, note_problem};
use crate::ui::bricks::{group, line, live, nothing, press, words};
use crate::ui::live::{flag, live_text, word};
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// The length is told when it comes near the limit.
const NEAR: usize = 400;

/// A note's text that is being written; cheap to copy.
#[derive(Clone, Copy)]
pub struct NoteText {
    notes: Notes,
    note: RwSignal<NoteId>,
    /// Under what the text is kept meanwhile.
    key: StoredValue<String>,
    text: RwSignal<String>,
    saving: RwSignal<bool>,
    problem: RwSignal<Option<String>>,
}

impl NoteText {
    /// `text`: what the note says now, where nothing newer was begun.
    pub fn new(notes: Notes, note: NoteId, key: String, text: String) -> Self {
        let begun = untrack(|| notes.desk.begun(&key));
        Self {
            notes,
            note: RwSignal::new(note),
            key: StoredValue::new(key),
            text: RwSignal::new(if begun.is_empty() { text } else { begun }),
            saving: RwSignal::new(false),
            problem: RwSignal::new(None),
        }
    }

    fn write(self, text: String) {
        let key = self.key.get_value();
        self.notes.desk.keep_begun(key, &text);
        self.problem.set(None);
        self.text.set(text);
    }

    fn save(self, editing: Option<RwSignal<Option<NoteId>>>) {
        let text = self.text.get_untracked().trim().to_owned();
        if self.saving.get_untracked() {
            return;
        }
        if let Some(wrong) = note_problem(&text) {
            return self.problem.set(Some(plain(&wrong)));
        }
        self.problem.set(None);
        self.saving.set(true);
        let note = self.note.get_untracked();
        spawn_local(async move {
            let answer = self.notes.keep(note, text.clone()).await;
            self.saving.try_set(false);
            match answer {
                Ok(()) => self.saved(&text, editing),
                Err(problem) => drop(self.problem.try_set(Some(plain(&problem.to_string())))),
            }
        });
    }

    fn saved(self, text: &str, editing: Option<RwSignal<Option<NoteId>>>) {
        // Somebody may have written on meanwhile.
        if self
            .text
            .try_get_untracked()
            .is_some_and(|now| now.trim() == text)
        {
            self.write(String::new());
        }
        self.note.try_set(NoteId::new());
        if let Some(editing) = editing {
            editing.try_set(None);
        }
    }

    fn length(self) -> usize {
        self.text.with(|text| text.trim().chars().count())
    }
}

/// Without the name of the field, where there is but one.
fn plain(text: &str) -> String {
    let text = text.strip_prefix("text: ").unwrap_or(text);
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// `editing`: set while a note that exists is changed; cleared when that is over.
pub fn text_form(
    text: NoteText,
    label: &'static str,
    save: &'static str,
    editing: Option<RwSignal<Option<NoteId>>>,
) -> AnyView {
    if editing.is_some() {
        after(Duration::from_millis(20), || {
            focus_first(".note .note-field");
        });
    }
    let leave = move || {
        if let Some(editing) = editing {
            text.write(String::new());
            editing.set(None);
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        text.save(editing);
    };
    let keys = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" if event.ctrl_key() || event.meta_key() => {
            event.prevent_default();
            text.save(editing);
        }
        "Escape" if editing.is_some() => {
            event.stop_propagation();
            leave();
        }
        _ => {}
    };
    let count = move || match text.length() {
        length if length + NEAR > NOTE_LIMIT => format!("{length}/{NOTE_LIMIT}"),
        _ => String::new(),
    };
    let wrong = move || {
        text.problem
            .get()
            .map_or_else(nothing, |why| line("note-problem", why))
    };
    let cancel = match editing {
        Some(_) => press("button", "", words("Cancel"), leave),
        None => nothing(),
    };
    let busy = move || text.saving.get() || text.length() == 0 || text.length() > NOTE_LIMIT;
    let quiet = move || editing.is_none() && text.text.with(String::is_empty);
    view! {
        <form class="note-form" on:submit=submit>
            <textarea
                class="note-field"
                rows="1"
                dir="auto"
                aria-label=label
                placeholder="Write a note…"
                aria-invalid=word(move || text.problem.get().map(|_| "true".to_owned()))
                prop:value=move || text.text.get()
                on:input=move |event| text.write(event_target_value(&event))
                on:keydown=keys
            ></textarea>
            <div role="alert">{live(wrong)}</div>
            <div class="note-actions" hidden=flag(quiet)>
                <span class="note-count">{live_text(count)}</span>
                {cancel}
                {group("", vec![submit_button(save, busy)])}
            </div>
        </form>
    }
    .into_any()
}

fn submit_button(label: &'static str, disabled: impl Fn() -> bool + Send + 'static) -> AnyView {
    view! { <button class="button button-primary" type="submit" disabled=flag(disabled)>{label}</button> }.into_any()
}
