//! One conversation in the list. It is a link, so that it opens without scripts too.

use super::super::kind_icon::kind_icon;
use super::super::tick::Tick;
use crate::browser::history::encoded;
use crate::desk::desk;
use crate::domain::conversation::{Automation, Conversation, Preview};
use crate::domain::id::ConversationId;
use crate::domain::message::Direction;
use crate::ui::avatar::Avatar;
use crate::ui::icon::{AlertIcon, BotIcon, HandIcon};
use crate::ui::time::{Moment, list_time};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

#[component]
pub fn ConversationRow(id: ConversationId) -> impl IntoView {
    let desk = desk();
    let row = Memo::new(move |_| desk.list.with(|list| list.row(id).cloned()));
    let chosen = Memo::new(move |_| desk.chosen.get() == Some(id));
    let choose = move |event: MouseEvent| {
        // A middle click or Ctrl-click keeps its meaning.
        if event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
            event.prevent_default();
            desk.choose(id);
        }
    };
    view! {
        <li class="row" data-id=id.to_string()>
            <a
                class="row-link"
                href=address(desk, id)
                rel="nofollow"
                aria-current=move || chosen.get().then_some("true")
                data-unread=move || row.with(|row| row.as_ref().is_some_and(|row| row.unread > 0)).then_some("")
                on:click=choose
            >
                {move || row.get().map(|row| view! { <Face row /> })}
            </a>
        </li>
    }
}

/// The page's own address with this conversation open; relative, so that no token is ever written into a page.
fn address(desk: crate::desk::Desk, id: ConversationId) -> String {
    let mut query = desk
        .filter
        .with_untracked(crate::domain::filter::Filter::to_query);
    query.push(("conversation_id", id.to_string()));
    let pairs: Vec<String> = query
        .iter()
        .map(|(name, value)| format!("{name}={}", encoded(value)))
        .collect();
    format!("?{}", pairs.join("&"))
}

#[component]
fn Face(row: Conversation) -> impl IntoView {
    let desk = desk();
    let at = row.last_activity_at;
    let time = Signal::derive(move || list_time(at, desk.now.get(), desk.zone.get()));
    let several = desk.card.with_value(|card| card.numbers.len() > 1);
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
