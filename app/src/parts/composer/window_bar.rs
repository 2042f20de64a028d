//! How long free replies are possible, and why there are none.

use crate::desk::desk;
use crate::domain::conversation::{Blocked, Conversation, Status};
use crate::domain::id::ConversationId;
use crate::domain::time::HOUR;
use crate::domain::window::{Window, time_left};
use crate::ui::live::{act, live, perhaps};
use leptos::prelude::*;

/// How long free replies are possible; it grows louder towards the end.
#[component]
pub fn WindowBar(conversation: Memo<Option<Conversation>>) -> impl IntoView {
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
    live(move || {
        let said = state.get();
        let said = said.map(|(urgency, text)| {
            view! { <p class="window" data-urgency=urgency>{text}</p> }.into_any()
        });
        perhaps(said)
    })
}

#[component]
pub fn BlockedNote(id: ConversationId, why: Blocked) -> impl IntoView {
    let desk = desk();
    let reopen = (why == Blocked::Ended).then(|| {
        view! { <button class="button" on:click=act(move || desk.set_status(id, Status::Active))>"Reopen"</button> }
    });
    view! {
        <div class="composer-blocked">
            <p>{why.reason()}</p>
            {reopen}
        </div>
    }
}
