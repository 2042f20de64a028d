//! The contact's name, which the team may change where it stands.

use crate::ask::contact::rename_contact;
use crate::browser::document::focus_first;
use crate::browser::timer::after;
use crate::desk::desk;
use crate::domain::contact::{DISPLAY_NAME_LIMIT, chosen_name};
use crate::domain::conversation::Conversation;
use crate::domain::id::ConversationId;
use crate::ui::avatar::Avatar;
use crate::ui::icon::EditIcon;
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// What is to have the focus is there by then.
const SHOWN: Duration = Duration::from_millis(20);

#[component]
pub fn ContactName(id: ConversationId, conversation: Memo<Option<Conversation>>) -> impl IntoView {
    let desk = desk();
    let (editing, typed) = (RwSignal::new(false), RwSignal::new(String::new()));
    let problem = RwSignal::new(None::<String>);
    let contact = Memo::new(move |_| conversation.get().map(|row| row.contact));
    let close = move || {
        editing.set(false);
        after(SHOWN, || {
            focus_first(".name-edit");
        });
    };
    let open = move || {
        editing.set(true);
        after(SHOWN, || {
            focus_first(".name-input");
        });
    };
    let begin = move |_| {
        let chosen = contact
            .get_untracked()
            .and_then(|contact| contact.display_name);
        typed.set(chosen.unwrap_or_default());
        problem.set(None);
        open();
    };
    // Shown at once; put back, with what was typed, when the server does not take it.
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let name = typed.get_untracked();
        let chosen = match chosen_name(&name) {
            Ok(chosen) => chosen,
            Err(text) => return problem.set(Some(text)),
        };
        let Some(before) = contact.get_untracked().map(|contact| contact.display_name) else {
            return;
        };
        close();
        if before == chosen {
            return;
        }
        desk.show_name(id, chosen.clone());
        spawn_local(async move {
            if let Err(refused) = rename_contact(id, name).await {
                let shown = contact.try_get_untracked().flatten();
                if shown.is_none_or(|contact| contact.display_name == chosen) {
                    desk.show_name(id, before);
                }
                problem.try_set(Some(refused.to_string()));
                editing.try_set(true);
            }
        });
    };
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            close();
        }
    };
    let length = move || typed.with(|typed| typed.trim().chars().count());
    let wrong = move || {
        problem.get().map(|text| {
            text.strip_prefix("name: ")
                .map(str::to_owned)
                .unwrap_or(text)
        })
    };
    view! {
        <div class="contact">
            {move || contact.get().map(|contact| view! { <Avatar contact /> })}
            <h3 hidden=move || editing.get()>
                <bdi>{move || contact.get().map(|contact| contact.name())}</bdi>
                <button class="fact-copy name-edit" type="button" aria-label="Change the name" title="Change the name" on:click=begin>
                    {EditIcon()}
                </button>
            </h3>
            <form class="name-form" hidden=move || !editing.get() on:submit=save>
                <input
                    class="name-input"
                    type="text"
                    dir="auto"
                    autocomplete="off"
                    aria-label="Name"
                    aria-describedby="name-note"
                    aria-invalid=move || problem.get().map(|_| "true")
                    placeholder=move || contact.get().and_then(|contact| contact.profile_name)
                    prop:value=move || typed.get()
                    on:input=move |event| {
                        problem.set(None);
                        typed.set(event_target_value(&event));
                    }
                    on:keydown=keys
                />
                <p class="name-note" id="name-note" data-wrong=move || wrong().map(|_| "") role="status">
                    {move || wrong().unwrap_or_else(|| "Empty: the name that they chose themselves.".to_owned())}
                    <span data-over=move || (length() > DISPLAY_NAME_LIMIT).then_some("")>
                        {move || format!("{}/{DISPLAY_NAME_LIMIT}", length())}
                    </span>
                </p>
                <div class="name-actions">
                    <button class="button" type="button" on:click=move |_| close()>"Cancel"</button>
                    <button class="button button-primary" type="submit" disabled=move || { length() > DISPLAY_NAME_LIMIT }>"Save"</button>
                </div>
            </form>
        </div>
    }
}
