//! Voice messages: recorded, heard, sent or thrown away.

use super::Composing;
use super::tools::send_button;
use crate::browser::recorder::{Recorder, record};
use crate::browser::{blob, timer};
use crate::domain::draft::{Body, FileDraft};
use crate::domain::id::MediaId;
use crate::domain::message::Kind;
use crate::domain::time::{SECOND, Timestamp};
use crate::domain::voice::{LONGEST_SECONDS, ogg_of_webm};
use crate::texts::texts;
use crate::ui::bricks::{alert, group, line, live, nothing, press};
use crate::ui::icon::{BinIcon, CloseIcon, PauseIcon};
use crate::ui::later::{NotLoaded, Part, later, soon};
use crate::ui::live::{memo, watch};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use send_wrapper::SendWrapper;
use std::rc::Rc;
use std::time::Duration;
use web_sys::Blob;

#[derive(Clone)]
pub enum Voice {
    Silent,
    /// The browser asks the person.
    Asking,
    Recording {
        recorder: Recorder,
        since: Timestamp,
        level: u8,
    },
    /// It waits among the files on the desk.
    Recorded(MediaId),
    /// Why it cannot be, in words.
    Refused(String),
}

const STEP: Duration = Duration::from_millis(100);

/// The field makes way for the recording.
pub fn is_heard(composing: Composing) -> bool {
    composing.voice.with(|voice| {
        matches!(
            voice,
            Voice::Asking | Voice::Recording { .. } | Voice::Recorded(_)
        )
    })
}

pub fn begin(composing: Composing) {
    composing.voice.set(Voice::Asking);
    let failed = move || {
        let why = texts().voice_not_loaded();
        composing.voice.try_set(Voice::Refused(why.to_owned()));
    };
    soon(ask(composing), failed);
}

#[wasm_split(composer, wasm_split_path = leptos::wasm_split, fallible)]
fn ask(composing: Composing) -> Result<(), NotLoaded> {
    record(move |answer| {
        let recorder = match answer {
            Ok(recorder) => recorder,
            Err(why) => {
                composing.voice.try_set(Voice::Refused(why));
                return;
            }
        };
        // The person may have gone on to another conversation while the browser asked.
        let asking = composing
            .voice
            .try_with_untracked(|voice| matches!(voice, Voice::Asking));
        if asking != Some(true) {
            return recorder.end();
        }
        let kept = recorder.clone();
        let ending: Rc<dyn Fn()> = Rc::new(move || end_well(composing, &kept));
        composing.desk.note_speaking(Some(SendWrapper::new(ending)));
        composing.voice.set(Voice::Recording {
            recorder,
            since: Timestamp::now(),
            level: 0,
        });
        tick(composing);
    });
    Ok(())
}

/// Follows the level and the time for as long as it records.
fn tick(composing: Composing) {
    timer::after(STEP, move || {
        let mut over = None;
        composing.voice.try_update(|voice| {
            if let Voice::Recording {
                recorder,
                since,
                level,
            } = voice
            {
                *level = recorder.level();
                over = Some(Timestamp::now().since(*since) / SECOND >= LONGEST_SECONDS as i64);
            }
        });
        match over {
            Some(true) => stop(composing),
            Some(false) => tick(composing),
            None => {}
        }
    });
}

fn stop(composing: Composing) {
    if let Voice::Recording { recorder, .. } = composing.voice.get_untracked() {
        composing.voice.set(Voice::Asking);
        end_well(composing, &recorder);
    }
}

fn end_well(composing: Composing, recorder: &Recorder) {
    composing.desk.note_speaking(None);
    recorder.stop(move |bytes, kind| stopped(composing, take(&bytes, &kind)));
}

/// Where the composer is gone meanwhile, it waits on the desk.
fn stopped(composing: Composing, take: Option<Take>) {
    let wanted = composing
        .voice
        .try_with_untracked(|voice| matches!(voice, Voice::Asking));
    match take {
        Some((bytes, mime_type, kind)) if wanted != Some(false) => {
            let (desk, id) = (composing.desk, composing.id);
            let take = desk.keep_take(id, kind, mime_type, bytes);
            composing.voice.try_set(Voice::Recorded(take));
        }
        None if wanted == Some(true) => {
            let why = texts().voice_nothing();
            composing.voice.set(Voice::Refused(why.to_owned()));
        }
        _ => {}
    }
}

/// What was recorded, as it will be sent.
type Take = (Blob, &'static str, Kind);

/// OGG is sent as it is, WebM is wrapped anew; what is neither goes out as an audio file.
fn take(bytes: &[u8], recorded: &str) -> Option<Take> {
    let (bytes, mime_type, kind) = if recorded.starts_with("audio/ogg") {
        (bytes.to_vec(), "audio/ogg", Kind::Voice)
    } else if recorded.starts_with("audio/mp4") {
        (bytes.to_vec(), "audio/mp4", Kind::Audio)
    } else {
        (ogg_of_webm(bytes).ok()?, "audio/ogg", Kind::Voice)
    };
    if bytes.is_empty() {
        return None;
    }
    Some((blob::of_bytes(&bytes, mime_type)?, mime_type, kind))
}

/// Ends what is under way and forgets it.
fn give_up(composing: Composing) {
    match composing.voice.get_untracked() {
        Voice::Recording { recorder, .. } => {
            recorder.end();
            composing.desk.note_speaking(None);
        }
        Voice::Recorded(take) => composing.desk.detach(take),
        _ => {}
    }
    composing.voice.set(Voice::Silent);
}

/// What was recorded in this conversation, and heard or not, waits for whoever comes back.
pub fn take_up(composing: Composing) {
    watch(move || {
        let take = composing.desk.take_of(composing.id);
        let silent = composing
            .voice
            .with_untracked(|voice| matches!(voice, Voice::Silent));
        if let Some(take) = take.filter(|_| silent) {
            composing.voice.set(Voice::Recorded(take));
        }
    });
    on_cleanup(move || composing.desk.end_speaking());
}

fn send(composing: Composing) {
    let (desk, id) = (composing.desk, composing.id);
    let Voice::Recorded(media) = composing.voice.get_untracked() else {
        return;
    };
    let Some(file) = untrack(|| desk.attachment(media)) else {
        return;
    };
    let body = Body::File(FileDraft {
        kind: file.kind,
        media,
        caption: String::new(),
    });
    desk.upload_take(media);
    desk.send_file(media, desk.draft(id, body));
    composing.note_sent();
    composing.voice.set(Voice::Silent);
}

/// What stands in the field's place.
pub fn panel(composing: Composing) -> AnyView {
    // The parts that stay while the level moves.
    let stage = memo(move || {
        composing.voice.with(|voice| match voice {
            Voice::Silent => 0,
            Voice::Asking => 1,
            Voice::Recording { .. } => 2,
            Voice::Recorded(_) => 3,
            Voice::Refused(_) => 4,
        })
    });
    live(move || match stage.get() {
        1 => group(
            "voice",
            vec![
                line("voice-words", texts().voice_moment()),
                throw_away(composing),
            ],
        ),
        4 => refused(composing),
        0 => nothing(),
        stage => later(move || stands(composing, stage)),
    })
}

#[wasm_split(composer, wasm_split_path = leptos::wasm_split, fallible)]
fn stands(composing: Composing, stage: u8) -> Part {
    Ok(match stage {
        2 => recording(composing),
        _ => recorded(composing),
    })
}

fn throw_away(composing: Composing) -> AnyView {
    press(
        "icon-button",
        texts().voice_throw_away(),
        BinIcon().into_any(),
        move || give_up(composing),
    )
}

fn recording(composing: Composing) -> AnyView {
    let seen = memo(move || {
        composing.voice.with(|voice| match voice {
            Voice::Recording { since, level, .. } => {
                let seconds = Timestamp::now().since(*since) / SECOND;
                (running(seconds), *level)
            }
            _ => (String::new(), 0),
        })
    });
    let meter = view! {
        <meter class="voice-level" min="0" max="100" prop:value=move || f64::from(seen.get().1) aria-label=texts().voice_level()></meter>
    };
    view! {
        <div class="voice" role="group" aria-label=texts().voice_recording()>
            {throw_away(composing)}
            <span class="voice-dot"></span>
            <span class="voice-time" role="timer">{move || seen.get().0}</span>
            {meter}
            {press("button-send button-stop", texts().voice_stop(), PauseIcon().into_any(), move || stop(composing))}
        </div>
    }
    .into_any()
}

/// `1:05`
fn running(seconds: i64) -> String {
    texts().digits(&format!("{}:{:02}", seconds / 60, seconds % 60))
}

fn recorded(composing: Composing) -> AnyView {
    let take = match composing.voice.get_untracked() {
        Voice::Recorded(take) => untrack(|| composing.desk.attachment(take)),
        _ => None,
    };
    let Some(take) = take else { return nothing() };
    // Honest about what a browser without Opus can send.
    let file = (take.kind == Kind::Audio).then(|| line("voice-note", texts().voice_as_file()));
    view! {
        <div class="voice" role="group" aria-label=texts().voice_recorded()>
            {throw_away(composing)}
            <audio class="voice-player" controls src=take.address></audio>
            {send_button(move || send(composing))}
        </div>
        {file}
    }
    .into_any()
}

fn refused(composing: Composing) -> AnyView {
    let Voice::Refused(why) = composing.voice.get_untracked() else {
        return nothing();
    };
    let close = press(
        "icon-button",
        texts().close(),
        CloseIcon().into_any(),
        move || composing.voice.set(Voice::Silent),
    );
    group("voice-refused", vec![alert(why), close])
}
