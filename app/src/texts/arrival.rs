//! How the texts come to a browser: the page names their address, and comes alive when they are here.

use super::{Language, SIGNATURE, Texts};
use crate::browser::timer;
use leptos::prelude::{document, window};
use std::sync::OnceLock;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Response};

static ARRIVED: OnceLock<Texts> = OnceLock::new();

const TRIES: u32 = 4;
const PAUSE: Duration = Duration::from_secs(1);

/// Runs what needs the texts, once they are here. If they do not come, the page says so.
pub fn then(run: fn()) {
    attempt(TRIES, run);
}

#[cfg(target_arch = "wasm32")]
pub(super) fn arrived() -> Texts {
    let nothing = Texts {
        language: Language::En,
        table: &[],
    };
    ARRIVED.get().copied().unwrap_or(nothing)
}

fn attempt(left: u32, run: fn()) {
    spawn_local(async move {
        let link = document().get_element_by_id("texts");
        match (download(link.as_ref()).await, left) {
            (Some(texts), _) => {
                let _ = ARRIVED.set(texts);
                run();
            }
            (None, 0) => give_up(link.as_ref()),
            (None, left) => {
                let pause = PAUSE * (TRIES + 1 - left);
                timer::after(pause, move || attempt(left - 1, run));
            }
        }
    });
}

async fn download(link: Option<&Element>) -> Option<Texts> {
    let address = link?.get_attribute("href")?;
    let answer = JsFuture::from(window().fetch_with_str(&address))
        .await
        .ok()?;
    let bytes = JsFuture::from(answer.dyn_into::<Response>().ok()?.array_buffer().ok()?).await;
    read(&js_sys::Uint8Array::new(&bytes.ok()?).to_vec())
}

fn read(bytes: &[u8]) -> Option<Texts> {
    let all: Vec<String> = crate::json::read_bytes(bytes)?;
    let mut all = all.into_iter();
    // Texts of another build would stand in wrong places.
    all.next().filter(|signature| signature == SIGNATURE)?;
    let table: Vec<&'static str> = all.map(|text| &*text.leak()).collect();
    let root = document().document_element()?;
    Some(Texts {
        language: Language::from_word(&root.get_attribute("lang")?)?,
        table: table.leak(),
    })
}

/// What the server has rendered stays, with a word above it.
fn give_up(link: Option<&Element>) {
    let text = link.and_then(|link| link.get_attribute("data-failed"));
    let made = document().create_element("p");
    if let (Some(text), Ok(word), Some(body)) = (text, made, document().body()) {
        word.set_class_name("not-alive");
        let _ = word.set_attribute("role", "alert");
        word.set_text_content(Some(&text));
        let _ = body.insert_before(&word, body.first_child().as_ref());
    }
}
