//! Where an owner puts right what keeps a number from sending.

use crate::desk::Desk;
use crate::texts::texts;
use crate::ui::live::{live, perhaps};
use leptos::prelude::*;

pub fn mend(desk: Desk) -> AnyView {
    let project = desk
        .card
        .with_value(|card| card.team.as_ref().map(|team| team.project));
    let address = project.map(|project| format!("/projects/{project}/numbers"));
    live(move || {
        let trouble = desk.thread.with(|state| {
            state
                .thread()
                .and_then(|thread| thread.conversation.trouble)
        });
        let address = address.clone();
        perhaps(trouble.map(|_| {
            view! { <a class="button" href=address>{texts().number_mend()}</a> }.into_any()
        }))
    })
}
