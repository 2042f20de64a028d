//! The files of the thread and the earlier ones: pictures in a grid, all else in rows.

use super::{Asked, follow, trouble};
use crate::ask::message::files;
use crate::desk::{Desk, desk};
use crate::domain::content::{Content, Header};
use crate::domain::file::{File, FileState, size_text};
use crate::domain::id::ConversationId;
use crate::domain::message::{Kind, Message};
use crate::domain::page::{Page, ThreadCursor};
use crate::parts::kind_icon::kind_icon;
use crate::ui::time::date;
use leptos::prelude::*;

type Found = Page<Message, ThreadCursor>;

#[component]
pub fn FilesTab(id: ConversationId, seen: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let asked = Asked::<Found>::nothing();
    let newest = ThreadCursor {
        conversation: id,
        before: None,
    };
    let ask = move || asked.ask(files(newest), renew);
    follow(seen, ask);
    let next = move || {
        asked
            .answer
            .with(|found| found.as_ref().and_then(|found| found.next))
    };
    let more = move |_| {
        if let Some(from) = next() {
            asked.ask(files(from), add);
        }
    };
    let sorted = Memo::new(move |_| {
        let messages = asked
            .answer
            .get()
            .map(|found| found.rows)
            .unwrap_or_default();
        let files = messages.into_iter().rev().filter_map(filed);
        files.partition::<Vec<_>, _>(|filed| filed.picture())
    });
    let row = move |filed| view! { <Row filed desk /> };
    let empty = move || {
        let none = asked
            .answer
            .with(|found| found.as_ref().is_some_and(|found| found.rows.is_empty()));
        none.then(|| view! { <p class="tab-note">"Photos, videos and documents of this conversation will be here."</p> })
    };
    let waiting = move || {
        (asked.answer.with(Option::is_none) && asked.asking.get()).then(|| view! {
        <div class="files-grid files-waiting" role="status" aria-label="Loading files"><i></i><i></i><i></i></div>
    })
    };
    view! {
        {waiting}
        {empty}
        <ul class="files-grid" role="list">{move || sorted.get().0.into_iter().map(row).collect_view()}</ul>
        <ul class="files-rows" role="list">{move || sorted.get().1.into_iter().map(row).collect_view()}</ul>
        {trouble(asked.problem, ask)}
        <button class="button files-more" type="button" hidden=move || next().is_none() disabled=move || asked.asking.get() on:click=more>
            "Load more"
        </button>
    }
}

/// The newest page again: what it holds takes the place of what is known, and older rows stay.
fn renew(old: &mut Option<Found>, fresh: Found) {
    match old {
        Some(old) if fresh.next.is_some() => {
            old.rows
                .retain(|known| !fresh.rows.iter().any(|row| row.id == known.id));
            old.rows.extend(fresh.rows);
        }
        _ => *old = Some(fresh),
    }
}

fn add(old: &mut Option<Found>, earlier: Found) {
    if let Some(old) = old {
        old.rows.splice(0..0, earlier.rows);
        old.next = earlier.next;
    }
}

#[derive(Clone, PartialEq)]
struct Filed {
    message: Message,
    kind: Kind,
    file: File,
}

fn filed(message: Message) -> Option<Filed> {
    let (kind, file) = match &message.content {
        Content::File(file) => (message.kind, file.clone()),
        Content::Panel(panel) => match panel.header.as_ref()? {
            Header::File(kind, file) => (*kind, file.clone()),
            _ => return None,
        },
        _ => return None,
    };
    Some(Filed {
        message,
        kind,
        file,
    })
}

impl Filed {
    fn picture(&self) -> bool {
        matches!(self.kind, Kind::Image | Kind::Video | Kind::Sticker)
    }

    fn name(&self) -> String {
        let name = self.file.name.clone().filter(|name| !name.is_empty());
        name.unwrap_or_else(|| self.kind.label().to_owned())
    }
}

/// A picture is its small picture, where there is one; the box is the same size in any case.
#[component]
fn Row(filed: Filed, desk: Desk) -> impl IntoView {
    let (file, picture) = (filed.file.clone(), filed.picture());
    let at = filed.message.at;
    let name = filed.name();
    let missing = match file.state {
        FileState::Stored => None,
        FileState::Waiting => Some("Being fetched"),
        FileState::Expired => Some("No longer at WhatsApp"),
        FileState::Failed => Some("Could not be fetched"),
    };
    let said = move || {
        let size = file.bytes.map(size_text);
        let rest = missing.map(str::to_owned).or(size);
        rest.into_iter()
            .chain([date(at, desk.zone.get())])
            .collect::<Vec<_>>()
            .join(" · ")
    };
    let small = (picture && file.thumbnail)
        .then(|| view! { <img src=file.thumbnail_address() alt="" loading="lazy" width="88" height="88" /> });
    let icon = small.is_none().then(|| kind_icon(filed.kind));
    let words = (!picture).then(|| view! { <span class="file-words"><bdi>{name.clone()}</bdi><small>{said.clone()}</small></span> });
    // Without an address a link cannot be followed, and says so.
    let address = missing.is_none().then(|| file.address());
    view! {
        <li>
            <a
                class="file-link"
                href=address
                target="_blank"
                rel="noopener noreferrer"
                aria-label=picture.then(|| name.clone())
                aria-disabled=missing.map(|_| "true")
                title=move || format!("{name}, {}", said())
                data-kind=filed.kind.word()
            >
                {small}
                {icon}
                {words}
            </a>
        </li>
    }
}
