//! Files: pictures and videos with their size known beforehand, sound, documents, stickers;
//! and honest words where a file is not here.

use super::pieces::{block, line};
use super::reading::{Reading, reading};
use super::text::marked;
use crate::desk::desk;
use crate::domain::file::{File, FileState};
use crate::domain::id::MessageId;
use crate::domain::message::Kind;
use crate::parts::kind_icon::kind_icon;
use crate::texts::texts;
use crate::ui::live::{act, live};
use crate::words::file::size_text;
use leptos::prelude::*;

/// The box in which pictures are shown.
const BOX: (f64, f64) = (320.0, 340.0);

pub fn file_view(kind: Kind, file: &File, of: MessageId) -> AnyView {
    if file.state != FileState::Stored {
        return absent(kind, file);
    }
    let (reading, file) = (reading(), file.clone());
    let undrawn = desk().undrawn(file.id);
    let as_what = move |file: &File| match undrawn.get() {
        true => Kind::Document,
        false => file.drawn_as(kind),
    };
    live(move || {
        match as_what(&file) {
        Kind::Image | Kind::Video => picture(kind, &file, of, reading),
        Kind::Audio | Kind::Voice => sound(kind, &file),
        Kind::Sticker => view! {
            <img class="sticker" src=file.address() width="128" height="128" alt=Kind::Sticker.label() loading="lazy" />
        }
        .into_any(),
        _ => document(kind, &file),
    }
    })
}

fn absent(kind: Kind, file: &File) -> AnyView {
    let why = match file.state {
        FileState::Expired => texts().file_expired(),
        FileState::Waiting => texts().file_waiting(),
        _ => texts().file_failed(),
    };
    let name = file.name.clone().unwrap_or_else(|| kind.label().to_owned());
    let words = block("file-words", vec![named(&name), line("file-facts", why)]);
    view! {
        <div class="file file-absent" data-state=file.state.word()>{kind_icon(kind)}{words}</div>
    }
    .into_any()
}

fn named(name: &str) -> AnyView {
    view! { <span class="file-name" dir="auto">{marked(name)}</span> }.into_any()
}

/// A small picture that opens the large one. A video plays there.
fn picture(kind: Kind, file: &File, of: MessageId, reading: Reading) -> AnyView {
    let (width, height) = fitted(file);
    let video = kind == Kind::Video;
    let shown = match (file.thumbnail, video) {
        (true, _) => Some(file.thumbnail_address()),
        (false, false) => Some(file.address()),
        (false, true) => None,
    };
    let blank = shown.is_none().then_some("");
    // Of a video without one its first picture is shown.
    let first = blank.map(|_| {
        let src = format!("{}#t=0.1", file.address());
        view! { <video src=src muted playsinline preload="metadata" tabindex="-1"></video> }
    });
    let image = shown.map(|src| view! { <img src=src width=width height=height alt="" loading="lazy" decoding="async" /> });
    view! {
        <button class="picture" type="button" aria-label=texts().file_open(kind.label()) data-video=video.then_some("")
            data-blank=blank on:click=act(move || reading.large.set(Some(of)))>
            {image}
            {first}
        </button>
    }
    .into_any()
}

/// The size on the page, known before anything is loaded.
fn fitted(file: &File) -> (String, String) {
    let (width, height) = match (file.width, file.height) {
        (Some(width), Some(height)) if width > 0 && height > 0 => {
            (f64::from(width), f64::from(height))
        }
        _ => (240.0, 180.0),
    };
    let scale = (BOX.0 / width).min(BOX.1 / height).min(1.0);
    let pixels = |length: f64| ((length * scale) as u32).max(48).to_string();
    (pixels(width), pixels(height))
}

fn sound(kind: Kind, file: &File) -> AnyView {
    view! {
        <div class="sound">
            {kind_icon(kind)}
            <audio controls preload="metadata" src=file.address() aria-label=kind.label()></audio>
        </div>
    }
    .into_any()
}

/// Also what was sent as something else, and is not.
fn document(kind: Kind, file: &File) -> AnyView {
    let name = file.name.clone().unwrap_or_else(|| kind.label().to_owned());
    let facts: Vec<String> = file_type(&name, &file.mime_type)
        .into_iter()
        .chain(file.bytes.map(size_text))
        .collect();
    let words = block(
        "file-words",
        vec![named(&name), line("file-facts", facts.join(" · "))],
    );
    view! {
        <a class="file" href=file.address() download=name aria-label=texts().file_download()>{kind_icon(Kind::Document)}{words}</a>
    }
    .into_any()
}

/// What people call its type: the name's ending, else what comes after the slash.
fn file_type(name: &str, mime_type: &str) -> Option<String> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let sound = |word: &&str| {
        (1..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    ending
        .filter(sound)
        .or_else(|| mime_type.split(['/', ';']).nth(1).filter(sound))
        .map(str::to_ascii_uppercase)
}
