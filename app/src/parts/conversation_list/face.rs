//! What a row shows of its conversation. It knows no desk: the dashboard shows such rows too, in previews.

use super::super::kind_icon::kind_icon;
use super::super::tick::Tick;
use crate::domain::conversation::{Automation, Conversation, Preview};
use crate::domain::message::Direction;
use crate::domain::person::Person;
use crate::ui::avatar::{Avatar, portrait};
use crate::ui::icon::{AlertIcon, BotIcon, HandIcon};
use crate::ui::time::Moment;
use leptos::prelude::*;

/// `several`: there is more than one number, so that each row says which is its own.
/// `holder`: in whose hands it is, where that is known.
pub fn face(
    row: Conversation,
    time: Signal<String>,
    several: bool,
    holder: Option<Person>,
) -> impl IntoView {
    let at = row.last_activity_at;
    let number =
        several.then(|| view! { <span class="row-number">"via "{row.number.name.clone()}</span> });
    view! {
        <Avatar contact=row.contact.clone() />
        <span class="row-name"><bdi>{row.contact.name()}</bdi></span>
        <span class="row-time"><Moment at text=time /></span>
        <span class="row-preview">
            {row.preview.clone().map(|preview| view! { <Line preview /> })}
        </span>
        <span class="row-badges">
            {automation_badge(row.automation)}
            {holder.map(holder_badge)}
            <UnreadPill count=row.unread />
        </span>
        {number}
    }
}

#[component]
fn Line(preview: Preview) -> impl IntoView {
    let own = preview.direction == Direction::Outbound;
    let tick = preview
        .delivery
        .filter(|_| own)
        .map(|delivery| view! { <Tick delivery /> });
    view! {
        {tick}
        {kind_icon(preview.kind)}
        <span class="row-text"><bdi>{preview.line()}</bdi></span>
    }
}

fn automation_badge(automation: Automation) -> AnyView {
    let (word, label, icon) = match automation {
        Automation::None => return ().into_any(),
        Automation::Running => ("running", "Automation is replying", BotIcon().into_any()),
        Automation::Handoff => ("handoff", "Waiting for a person", HandIcon().into_any()),
        Automation::Failed => ("failed", "Automation failed", AlertIcon().into_any()),
    };
    badge(Some(word), label.to_owned(), icon)
}

fn holder_badge(person: Person) -> AnyView {
    badge(
        None,
        format!("Assigned to {}", person.name),
        portrait(&person),
    )
}

fn badge(automation: Option<&'static str>, label: String, content: AnyView) -> AnyView {
    view! {
        <span class="badge" data-automation=automation role="img" aria-label=label.clone() title=label>{content}</span>
    }
    .into_any()
}

#[component]
fn UnreadPill(count: u32) -> impl IntoView {
    let shown = if count > 99 {
        "99+".to_owned()
    } else {
        count.to_string()
    };
    (count > 0).then(|| {
        view! {
            <span class="pill">
                {shown}<span class="visually-hidden">" unread"</span>
            </span>
        }
    })
}
