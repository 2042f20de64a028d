//! Where replies are written, with the time that is left for them.

use crate::desk::desk;
use crate::domain::conversation::{Blocked, Conversation, Status};
use crate::domain::id::ConversationId;
use crate::domain::message::{TEXT_LIMIT, text_problem};
use crate::domain::time::HOUR;
use crate::domain::window::{Window, time_left};
use crate::ui::icon::SendIcon;
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html::Textarea;
use leptos::prelude::*;

#[component]
pub fn Composer(id: ConversationId) -> impl IntoView {
    let desk = desk();
    let conversation = Memo::new(move |_| {
        desk.thread
            .with(|state| state.thread().map(|thread| thread.conversation.clone()))
    });
    let blocked = Memo::new(move |_| {
        conversation.with(|row| {
            row.as_ref()
                .and_then(|row| row.sending_blocked(desk.now.get()))
        })
    });
    view! {
        <footer class="composer">
            <WindowBar conversation />
            // It stays in the page while it is blocked, so that what was typed stays too.
            <div hidden=move || blocked.get().is_some()>
                <Writing id />
            </div>
            {move || blocked.get().map(|why| view! { <BlockedNote id why /> })}
        </footer>
    }
}

#[component]
fn Writing(id: ConversationId) -> impl IntoView {
    let desk = desk();
    let text = RwSignal::new(String::new());
    let field = NodeRef::<Textarea>::new();
    let problem = Memo::new(move |_| {
        text.with(|text| text_problem(text).filter(|_| text.chars().count() > TEXT_LIMIT))
    });
    let ready = Memo::new(move |_| text.with(|text| text_problem(text).is_none()));
    let send = move || {
        if ready.get_untracked() {
            desk.send(id, text.get_untracked());
            text.set(String::new());
            if let Some(field) = field.get_untracked() {
                field.set_value("");
            }
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send();
    };
    let key = move |event: KeyboardEvent| {
        // While an input method composes, Enter belongs to it.
        if event.key() == "Enter"
            && !event.shift_key()
            && !event.is_composing()
            && event.key_code() != 229
        {
            event.prevent_default();
            send();
        }
    };
    view! {
        // Until scripts run nothing could be sent, so nothing can be typed either.
        <form class="composer-form" on:submit=submit inert=move || !desk.alive.get()>
            <label class="composer-field">
                <span class="visually-hidden">"Message"</span>
                <textarea
                    node_ref=field
                    rows="1"
                    placeholder="Write a message"
                    dir="auto"
                    autocomplete="off"
                    on:input=move |event| text.set(event_target_value(&event))
                    on:keydown=key
                ></textarea>
            </label>
            <button class="button-send" type="submit" aria-label="Send" disabled=move || !ready.get()>{SendIcon()}</button>
        </form>
        {move || problem.get().map(|problem| view! { <p class="composer-problem" role="alert">{problem}</p> })}
    }
}

/// How long free replies are possible; it grows louder towards the end.
#[component]
fn WindowBar(conversation: Memo<Option<Conversation>>) -> impl IntoView {
    let desk = desk();
    let state = Memo::new(move |_| {
        let now = desk.now.get();
        conversation.with(|row| {
            match row
                .as_ref()
                .filter(|row| row.status == Status::Active)
                .map(|row| row.window(now))
            {
                Some(Window::Open { until }) => {
                    let urgency = if until.since(now) < 2 * HOUR {
                        "soon"
                    } else {
                        "calm"
                    };
                    Some((
                        urgency,
                        format!("Free replies for {}", time_left(now, until)),
                    ))
                }
                _ => None,
            }
        })
    });
    move || {
        state
            .get()
            .map(|(urgency, text)| view! { <p class="window" data-urgency=urgency>{text}</p> })
    }
}

#[component]
fn BlockedNote(id: ConversationId, why: Blocked) -> impl IntoView {
    let desk = desk();
    let reopen = (why == Blocked::Ended).then(|| {
        view! { <button class="button" on:click=move |_| desk.set_status(id, Status::Active)>"Reopen"</button> }
    });
    let more =
        (why == Blocked::WindowClosed).then_some(" WhatsApp then takes approved templates only.");
    view! {
        <div class="composer-blocked">
            <p>{why.reason()}{more}</p>
            {reopen}
        </div>
    }
}
