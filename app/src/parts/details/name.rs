//! The contact's name, which the team may change where it stands.

use super::open_row;
use crate::ask::contact::rename_contact;
use crate::browser::document::focus_first;
use crate::browser::timer::after;
use crate::desk::{Desk, desk};
use crate::domain::contact::{Contact, DISPLAY_NAME_LIMIT, chosen_name};
use crate::domain::id::ConversationId;
use crate::texts::texts;
use crate::ui::avatar::Avatar;
use crate::ui::icon::EditIcon;
use crate::ui::later::{Part, later};
use crate::ui::live::{act, flag, live, live_text, perhaps, word};
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;
use std::time::Duration;

/// What is to have the focus is there by then.
const SHOWN: Duration = Duration::from_millis(20);

/// A name that is being changed; cheap to copy.
#[derive(Clone, Copy)]
struct Naming {
    desk: Desk,
    id: ConversationId,
    open: RwSignal<bool>,
    typed: RwSignal<String>,
    problem: RwSignal<Option<String>>,
}

impl Naming {
    fn contact(self) -> Option<Contact> {
        open_row(self.desk).map(|row| row.contact)
    }

    fn begin(self) {
        let chosen = self.desk.chosen_name(self.id);
        self.typed.set(chosen.unwrap_or_default());
        self.problem.set(None);
        self.open.set(true);
    }

    fn close(self) {
        self.open.set(false);
        after(SHOWN, || {
            focus_first(".name-edit");
        });
    }

    /// Shown at once; put back, with what was typed, when the server does not take it.
    fn save(self) {
        let typed = self.typed.get_untracked();
        let name = match chosen_name(&typed) {
            Ok(name) => name,
            Err(text) => return self.problem.set(Some(text)),
        };
        let before = self.desk.chosen_name(self.id);
        self.close();
        if before == name {
            return;
        }
        self.desk.show_name(self.id, name.clone());
        spawn_local(async move {
            if let Err(refused) = rename_contact(self.id, typed).await {
                if self.desk.chosen_name(self.id) == name {
                    self.desk.show_name(self.id, before);
                }
                self.problem.try_set(Some(refused.to_string()));
                self.open.try_set(true);
            }
        });
    }

    fn length(self) -> usize {
        self.typed.with(|typed| typed.trim().chars().count())
    }

    fn note(self) -> String {
        let wrong = self.problem.get();
        let wrong = wrong.map(|text| {
            text.strip_prefix("name: ")
                .map_or(text.clone(), str::to_owned)
        });
        wrong.unwrap_or_else(|| texts().name_empty().to_owned())
    }
}

pub fn contact_name(id: ConversationId) -> AnyView {
    let naming = Naming {
        desk: desk(),
        id,
        open: RwSignal::new(false),
        typed: RwSignal::new(String::new()),
        problem: RwSignal::new(None),
    };
    let face = move || {
        perhaps(
            naming
                .contact()
                .map(|contact| view! { <Avatar contact /> }.into_any()),
        )
    };
    let name = move || {
        naming
            .contact()
            .map(|contact| contact.name())
            .unwrap_or_default()
    };
    view! {
        <div class="contact">
            {live(face)}
            <h3 hidden=flag(move || naming.open.get())>
                <bdi>{live_text(name)}</bdi>
                <button class="fact-copy name-edit" type="button" aria-label=texts().name_change() on:click=act(move || naming.begin())>
                    {EditIcon()}
                </button>
            </h3>
            {live(move || if naming.open.get() { later(move || form(naming)) } else { ().into_any() })}
        </div>
    }
    .into_any()
}

#[wasm_split(details, wasm_split_path = leptos::wasm_split, fallible)]
fn form(naming: Naming) -> Part {
    after(SHOWN, || {
        focus_first(".name-input");
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        naming.save();
    };
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            naming.close();
        }
    };
    let typing = move |event| {
        naming.problem.set(None);
        naming.typed.set(event_target_value(&event));
    };
    let over = move || naming.length() > DISPLAY_NAME_LIMIT;
    let own = move || naming.contact().and_then(|contact| contact.profile_name);
    let form = view! {
        <form class="name-form" on:submit=submit>
            <input
                class="name-input"
                type="text"
                dir="auto"
                autocomplete="off"
                aria-label=texts().name_label()
                aria-describedby="name-note"
                aria-invalid=word(move || naming.problem.get().map(|_| "true".to_owned()))
                placeholder=word(own)
                prop:value=naming.typed
                on:input=typing
                on:keydown=keys
            />
            <p class="name-note" id="name-note" role="status" data-wrong=flag(move || naming.problem.get().is_some())>
                {live_text(move || naming.note())}
                <span data-wrong=flag(over)>{live_text(move || format!("{}/{DISPLAY_NAME_LIMIT}", naming.length()))}</span>
            </p>
            <div class="name-actions">
                <button class="button" type="button" on:click=act(move || naming.close())>{texts().cancel()}</button>
                <button class="button button-primary" type="submit" disabled=flag(over)>{texts().save()}</button>
            </div>
        </form>
    };
    Ok(form.into_any())
}
