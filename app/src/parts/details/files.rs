//! The files of the thread and the earlier ones: pictures in a grid, all else in rows.

use super::{Asked, follow, note, trouble};
use crate::ask::message::files;
use crate::desk::{Desk, desk};
use crate::domain::content::{Content, Header};
use crate::domain::file::{File, FileState};
use crate::domain::id::ConversationId;
use crate::domain::message::{Kind, Message};
use crate::domain::page::{Page, ThreadCursor};
use crate::parts::kind_icon::kind_icon;
use crate::texts::texts;
use crate::ui::later::Part;
use crate::ui::live::{act, flag, live, live_text, word};
use crate::ui::time::date;
use crate::words::file::size_text;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

type Found = Page<Message, ThreadCursor>;

#[wasm_split(details, wasm_split_path = leptos::wasm_split, fallible)]
pub fn files_tab(id: ConversationId, seen: RwSignal<bool>) -> Part {
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
    let more = move || {
        if let Some(from) = next() {
            asked.ask(files(from), add);
        }
    };
    let rows = move || match asked.answer.get() {
        None if asked.asking.get() => waiting(),
        None => ().into_any(),
        Some(found) if found.rows.is_empty() => note(texts().files_none()),
        Some(found) => sorted(found.rows, desk),
    };
    let tab = view! {
        {live(rows)}
        {trouble(asked.problem, ask)}
        <button class="button files-more" type="button" hidden=flag(move || next().is_none()) disabled=flag(move || asked.asking.get()) on:click=act(more)>
            {texts().load_more()}
        </button>
    };
    Ok(tab.into_any())
}

fn waiting() -> AnyView {
    view! { <div class="files-grid files-waiting" role="status" aria-label=texts().files_loading()><i></i><i></i><i></i></div> }
        .into_any()
}

/// The newest page again: what it holds takes the place of what is known, and older rows stay.
fn renew(old: &mut Option<Found>, fresh: Found) {
    match old {
        Some(old) if fresh.next.is_some() => {
            let known = |message: &Message| fresh.rows.iter().any(|row| row.id == message.id);
            old.rows.retain(|message| !known(message));
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

/// Newest first.
fn sorted(messages: Vec<Message>, desk: Desk) -> AnyView {
    let (mut pictures, mut rows) = (Vec::new(), Vec::new());
    for message in messages.into_iter().rev() {
        let Some((kind, file)) = filed(&message) else {
            continue;
        };
        let picture = matches!(kind, Kind::Image | Kind::Video | Kind::Sticker);
        let place = if picture { &mut pictures } else { &mut rows };
        place.push(row(kind, file, &message, picture, desk));
    }
    view! {
        <ul class="files-grid" role="list">{pictures.into_any()}</ul>
        <ul class="files-rows" role="list">{rows.into_any()}</ul>
    }
    .into_any()
}

fn filed(message: &Message) -> Option<(Kind, File)> {
    match &message.content {
        Content::File(file) => Some((message.kind, file.clone())),
        Content::Panel(panel) => match panel.header.as_ref()? {
            Header::File(kind, file) => Some((*kind, file.clone())),
            _ => None,
        },
        _ => None,
    }
}

/// A picture is its small picture, where there is one; the box is the same size in any case.
fn row(kind: Kind, file: File, message: &Message, picture: bool, desk: Desk) -> AnyView {
    let at = message.at;
    let name = file.name.clone().filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| kind.label().to_owned());
    let missing = match file.state {
        FileState::Stored => None,
        FileState::Waiting => Some(texts().files_waiting()),
        FileState::Expired => Some(texts().files_expired()),
        FileState::Failed => Some(texts().files_failed()),
    };
    let size = missing
        .map(str::to_owned)
        .or_else(|| file.bytes.map(size_text));
    let said = move || {
        let parts = size.clone().into_iter().chain([date(at, desk.zone.get())]);
        parts.collect::<Vec<_>>().join(" · ")
    };
    // Small pictures have no smaller copy: they are shown themselves.
    let still = missing.is_none() && kind != Kind::Video;
    let shown = match (file.thumbnail, still) {
        (true, _) => Some(file.thumbnail_address()),
        (false, true) => Some(file.address()),
        (false, false) => None,
    };
    let face = if let Some(shown) = shown.filter(|_| picture) {
        view! { <img src=shown alt="" loading="lazy" width="88" height="88" /> }.into_any()
    } else {
        kind_icon(kind).into_any()
    };
    // Without an address a link cannot be followed.
    let address = missing.is_none().then(|| file.address());
    let title = format!("{name}, {}", untrack(&said));
    view! {
        <li>
            <a class="file-link" href=word(move || address.clone()) target="_blank" rel="noopener noreferrer" title=title data-kind=kind.word()>
                {face}
                <span class="file-words"><bdi>{name}</bdi><small>{live_text(said)}</small></span>
            </a>
        </li>
    }
    .into_any()
}
