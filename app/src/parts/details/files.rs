//! The files of the thread and the earlier ones: pictures in a grid, all else in rows.

use super::{Asked, ask_when_told, note, trouble};
use crate::ask::message::files;
use crate::desk::{Desk, desk};
use crate::domain::content::{Content, Header};
use crate::domain::file::{File, FileState};
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::message::{Kind, Message};
use crate::domain::page::{Page, ThreadCursor};
use crate::parts::kind_icon::kind_icon;
use crate::texts::texts;
use crate::ui::later::Part;
use crate::ui::live::{act, flag, live, live_text, word};
use crate::ui::time::date;
use crate::words::file::size_text;
use leptos::ev::MouseEvent;
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
    ask_when_told(seen, ask);
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
    // Beside it, one goes on to the others that are listed here.
    let show = Callback::new(move |picture: MessageId| {
        let listed = asked.answer.get_untracked().map(|found| found.rows);
        desk.album.set_value(listed.unwrap_or_default());
        desk.large.set(Some(picture));
    });
    let rows = move || match asked.answer.get() {
        None if asked.asking.get() => waiting(),
        None => ().into_any(),
        Some(found) if found.rows.is_empty() => note(texts().files_none()),
        Some(found) => sorted(found.rows, desk, show),
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

/// The newest page again. It takes the place of all that is as new, so that what was taken back goes;
/// what is older than its rows stays.
fn renew(old: &mut Option<Found>, fresh: Found) {
    let met = old.as_ref().and_then(|old| {
        let place = |row: &Message| old.rows.iter().position(|known| known.id == row.id);
        fresh.rows.iter().find_map(place)
    });
    match (old, met) {
        (Some(old), Some(older)) if older > 0 && fresh.next.is_some() => {
            old.rows.truncate(older);
            old.rows.extend(fresh.rows);
        }
        (old, _) => *old = Some(fresh),
    }
}

fn add(old: &mut Option<Found>, earlier: Found) {
    if let Some(old) = old {
        old.rows.splice(0..0, earlier.rows);
        old.next = earlier.next;
    }
}

/// Newest first.
fn sorted(messages: Vec<Message>, desk: Desk, show: Callback<MessageId>) -> AnyView {
    let (mut pictures, mut rows) = (Vec::new(), Vec::new());
    for message in messages.into_iter().rev() {
        let Some((kind, file)) = filed(&message) else {
            continue;
        };
        let drawn = match file.state {
            FileState::Stored => desk.drawn_as(kind, &file),
            _ => kind,
        };
        let picture = matches!(drawn, Kind::Image | Kind::Video | Kind::Sticker);
        let place = if picture { &mut pictures } else { &mut rows };
        place.push(row(kind, file, &message, picture, desk, show));
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
fn row(
    kind: Kind,
    file: File,
    message: &Message,
    picture: bool,
    desk: Desk,
    show: Callback<MessageId>,
) -> AnyView {
    let (id, at) = (message.id, message.at);
    // A voice message has no name that somebody gave it.
    let named = |name: &String| !name.is_empty() && kind != Kind::Voice;
    let name = file.name.clone().filter(named);
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
    // Pictures open here, all else is downloaded: no tab of its own has the page's address in its bar.
    let opens = missing.is_none() && picture && kind != Kind::Sticker;
    let download = (!opens).then(|| name.clone());
    let open = move |event: MouseEvent| {
        if opens {
            event.prevent_default();
            show.run(id);
        }
    };
    let open: Box<dyn FnMut(MouseEvent)> = Box::new(open);
    view! {
        <li>
            <a class="file-link" href=word(move || address.clone()) download=download title=title data-kind=kind.word() on:click=open>
                {face}
                <span class="file-words"><bdi>{name}</bdi><small>{live_text(said)}</small></span>
            </a>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::{Body, Draft};

    fn file() -> Message {
        let draft = Draft {
            id: MessageId::new(),
            conversation: ConversationId::new(),
            reply_to: None,
            body: Body::Text(String::new()),
        };
        Message::written(&draft, String::new())
    }

    fn page(rows: &[&Message], more: bool) -> Found {
        Page {
            rows: rows.iter().map(|row| (*row).clone()).collect(),
            next: rows.first().filter(|_| more).map(|row| row.cursor()),
        }
    }

    #[test]
    fn what_was_taken_back_goes_and_what_is_older_stays() {
        let [a, b, c, d, e] = [(); 5].map(|()| file());
        let ids = |found: &Option<Found>| -> Vec<MessageId> {
            let found = found.as_ref().unwrap();
            found.rows.iter().map(|row| row.id).collect()
        };
        let mut listed = None;
        renew(&mut listed, page(&[&c, &d], true));
        add(&mut listed, page(&[&a, &b], false));
        // One more came.
        renew(&mut listed, page(&[&d, &e], true));
        assert_eq!(ids(&listed), [a.id, b.id, c.id, d.id, e.id]);
        // The newest but one was taken back: the page reaches further up.
        renew(&mut listed, page(&[&c, &e], true));
        assert_eq!(ids(&listed), [a.id, b.id, c.id, e.id]);
        assert_eq!(listed.as_ref().unwrap().next, None, "nothing is above a");
        // All others were.
        renew(&mut listed, page(&[&e], false));
        assert_eq!(ids(&listed), [e.id]);
        // More came than a page holds: no gap is left.
        let [f, g] = [(); 2].map(|()| file());
        renew(&mut listed, page(&[&f, &g], true));
        assert_eq!(ids(&listed), [f.id, g.id]);
    }
}
