//! What a row shows of its conversation. It knows no desk: the dashboard shows such rows too, in previews.

use super::super::kind_icon::kind_icon;
use super::super::tick::Tick;
use crate::domain::conversation::{Automation, Conversation, Preview};
use crate::domain::message::Direction;
use crate::ui::avatar::Avatar;
use crate::ui::icon::{AlertIcon, BotIcon, HandIcon};
use crate::ui::time::Moment;
use leptos::prelude::*;

/// `several`: there is more than one number, so that each row says which is its own.
pub fn face(row: Conversation, time: Signal<String>, several: bool) -> impl IntoView {
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
            <AutomationBadge automation=row.automation />
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

#[component]
fn AutomationBadge(automation: Automation) -> impl IntoView {
    let (word, label, icon) = match automation {
        Automation::None => return ().into_any(),
        Automation::Running => ("running", "Automation is replying", BotIcon().into_any()),
        Automation::Handoff => ("handoff", "Waiting for a person", HandIcon().into_any()),
        Automation::Failed => ("failed", "Automation failed", AlertIcon().into_any()),
    };
    view! { <span class="badge" data-automation=word role="img" aria-label=label title=label>{icon}</span> }.into_any()
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
