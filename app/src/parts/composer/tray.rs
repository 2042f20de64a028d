//! Files that were picked, with how far they are on their way.

use super::Composing;
use crate::desk::{Attachment, Desk, Upcoming};
use crate::domain::id::MediaId;
use crate::domain::message::Kind;
use crate::parts::kind_icon::kind_icon;
use crate::texts::texts;
use crate::ui::bricks::{group, line, live, nothing, press};
use crate::ui::icon::{CloseIcon, RetryIcon};
use crate::ui::later::{Part, later};
use crate::ui::live::memo;
use crate::words::file::size_text;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

pub fn tray(composing: Composing) -> AnyView {
    let Composing { desk, id, .. } = composing;
    let files = memo(move || desk.tray(id));
    let any = memo(move || files.with(|files| !files.is_empty()));
    live(move || match any.get() {
        true => later(move || rows(desk, files)),
        false => nothing(),
    })
}

#[wasm_split(sending, wasm_split_path = leptos::wasm_split, fallible)]
fn rows(desk: Desk, files: Memo<Vec<MediaId>>) -> Part {
    Ok(live(move || {
        let rows = files.get().into_iter().map(|file| attachment(desk, file));
        group("tray", rows.collect())
    }))
}

pub fn is_refused(desk: Desk, id: MediaId) -> bool {
    desk.attachment(id)
        .is_some_and(|file| matches!(file.state, Upcoming::Refused(_)))
}

pub fn is_sent(desk: Desk, id: MediaId) -> bool {
    desk.attachment(id)
        .is_some_and(|file| file.waiting.is_some())
}

/// One file: a small picture, its name, how far it is, and the way out.
pub fn attachment(desk: Desk, id: MediaId) -> AnyView {
    let Some(file) = untrack(|| desk.attachment(id)) else {
        return nothing();
    };
    let state = memo(move || {
        let file = desk.attachment(id)?;
        Some((file.state.clone(), file.waiting.is_some()))
    });
    let shown = state;
    let percent = move || match shown.get() {
        Some((Upcoming::Under(percent), _)) => Some(percent.to_string()),
        _ => None,
    };
    let refused = move || matches!(state.get(), Some((Upcoming::Refused(_), _))).then_some("");
    let name = file.name.clone();
    let words = live({
        let file = file.clone();
        move || line("attachment-state", said(&file, state.get()))
    });
    let retry = live(move || match state.get() {
        Some((state, _)) if helps_to_repeat(&state) => press(
            "icon-button",
            texts().try_again(),
            RetryIcon().into_any(),
            move || desk.upload(id),
        ),
        _ => nothing(),
    });
    let remove = press(
        "icon-button",
        texts().upload_remove(&name),
        CloseIcon().into_any(),
        move || desk.detach(id),
    );
    view! {
        <div class="attachment" data-refused=refused data-testid="attachment">
            {picture(&file)}
            {group("attachment-words", vec![line("attachment-name", name), words])}
            <progress max="100" value=percent hidden=move || percent().is_none() aria-label=texts().upload()></progress>
            {retry}
            {remove}
        </div>
    }
    .into_any()
}

fn helps_to_repeat(state: &Upcoming) -> bool {
    match state {
        Upcoming::Refused(refusal) => refusal.may_pass,
        state => *state == Upcoming::Offline,
    }
}

fn picture(file: &Attachment) -> AnyView {
    let address = file.address.clone();
    match file.kind {
        // What is no picture after all is not drawn as one.
        kind if matches!(file.state, Upcoming::Refused(_)) => {
            group("attachment-picture", kind_icon(kind).into_iter().collect())
        }
        Kind::Image | Kind::Sticker => {
            view! { <img class="attachment-picture" src=address alt="" /> }.into_any()
        }
        Kind::Video => {
            view! { <video class="attachment-picture" src=address muted preload="metadata"></video> }
                .into_any()
        }
        kind => group("attachment-picture", kind_icon(kind).into_iter().collect()),
    }
}

fn said(file: &Attachment, state: Option<(Upcoming, bool)>) -> String {
    let what = format!("{} · {}", file.kind.label(), size_text(file.bytes));
    match state {
        Some((Upcoming::Under(percent), sent)) => {
            let percent = u64::from(percent);
            match sent {
                true => texts().upload_then_sent(percent),
                false => texts().upload_progress(percent),
            }
        }
        Some((Upcoming::Refused(refusal), _)) => refusal.why,
        Some((Upcoming::Offline, _)) => texts().upload_offline().to_owned(),
        _ => what,
    }
}
