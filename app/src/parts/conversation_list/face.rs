//! What a row shows of its conversation. It knows no desk: the dashboard shows such rows too, in previews.

use super::super::kind_icon::kind_icon;
use super::super::tick::Tick;
use crate::domain::conversation::{Automation, Conversation, Preview};
use crate::domain::message::Direction;
use crate::domain::person::Person;
use crate::texts::texts;
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
    let number = several
        .then(|| view! { <span class="row-number">{texts().row_via(&row.number.name)}</span> });
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
        <span class="row-text" dir="auto">{preview.line()}</span>
    }
}

fn automation_badge(automation: Automation) -> AnyView {
    let texts = texts();
    let (word, label, icon) = match automation {
        Automation::None => return ().into_any(),
        Automation::Running => ("running", texts.automation_replying(), BotIcon().into_any()),
        Automation::Handoff => ("handoff", texts.automation_waiting(), HandIcon().into_any()),
        Automation::Failed => ("failed", texts.automation_failed(), AlertIcon().into_any()),
    };
    badge(Some(word), label.to_owned(), icon)
}

fn holder_badge(person: Person) -> AnyView {
    badge(None, texts().holder_is(&person.name), portrait(&person))
}

fn badge(automation: Option<&'static str>, label: String, content: AnyView) -> AnyView {
    view! {
        <span class="badge" data-automation=automation role="img" aria-label=label.clone() title=label>{content}</span>
    }
    .into_any()
}

#[component]
fn UnreadPill(count: u32) -> impl IntoView {
    let (texts, count) = (texts(), u64::from(count));
    (count > 0).then(|| {
        let shown = match count {
            100.. => texts.row_unread_most(99),
            _ => texts.number(count),
        };
        view! {
            <span class="pill">
                <span aria-hidden="true">{shown}</span>
                <span class="visually-hidden">{texts.row_unread(count)}</span>
            </span>
        }
    })
}
