//! Saved replies: `/` at the start of the field finds them.

use super::Composing;
use crate::ask::message::saved_replies;
use crate::browser::caret;
use crate::domain::conversation::preview_of;
use crate::domain::saved_reply::SavedReply;
use crate::domain::time::{MINUTE, Timestamp};
use crate::texts::texts;
use crate::ui::bricks::{group, line, live, nothing};
use crate::ui::later::{NotLoaded, Part, later, soon};
use crate::ui::live::{memo, watch};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;

/// Most replies that the list shows; writing on makes it shorter.
const SHOWN: usize = 8;

/// The list, as the field names it.
pub const LIST: &str = "saved-replies";

#[derive(Clone, Copy)]
pub struct Saved {
    composing: Composing,
    found: Memo<Vec<SavedReply>>,
    /// The one that Enter takes.
    nth: RwSignal<usize>,
    /// Esc closes the list until another text begins.
    closed: RwSignal<bool>,
    problem: RwSignal<Option<String>>,
}

impl Saved {
    pub fn new(composing: Composing) -> Self {
        let replies = composing.desk.unfinished.replies;
        let found = memo(move || {
            let Some(wanted) = composing.text.with(|text| wanted(text)) else {
                return Vec::new();
            };
            replies.with(|replies| {
                replies
                    .as_ref()
                    .map(|(_, all)| matching(all, &wanted))
                    .unwrap_or_default()
            })
        });
        let saved = Self {
            composing,
            found,
            nth: RwSignal::new(0),
            closed: RwSignal::new(false),
            problem: RwSignal::new(None),
        };
        let asks = memo(move || composing.text.with(|text| wanted(text).is_some()));
        watch(move || {
            saved.closed.set(false);
            if asks.get() {
                saved.ask();
            }
        });
        watch(move || {
            found.track();
            saved.nth.set(0);
        });
        saved
    }

    /// Asks once, and again when a minute has passed.
    fn ask(self) {
        let replies = self.composing.desk.unfinished.replies;
        let fresh = replies.with_untracked(|replies| {
            replies
                .as_ref()
                .is_some_and(|(at, _)| Timestamp::now().since(*at) < MINUTE)
        });
        if fresh {
            return;
        }
        let failed = move || self.fails(texts().is_there_a_connection());
        soon(ask(self), failed);
    }

    fn fails(self, why: &str) {
        let text = texts().saved_not_loaded(why);
        self.problem.try_set(Some(text));
    }

    pub fn is_open(self) -> bool {
        !self.closed.get() && self.composing.text.with(|text| wanted(text).is_some())
    }

    /// The option that Enter takes, for those who read by ear: the focus stays in the field. A field of several
    /// lines can say no more than that: whether something is open (`aria-expanded`) is for others to say.
    pub fn chosen(self) -> Option<String> {
        let any = self.found.with(|found| !found.is_empty());
        (any && self.is_open()).then(|| option(self.nth.get()))
    }

    fn is_loading(self) -> bool {
        let replies = self.composing.desk.unfinished.replies;
        replies.with_untracked(Option::is_none) && self.problem.with_untracked(Option::is_none)
    }

    /// What a key means for the list; false when it means nothing.
    pub fn pressed(self, key: &str) -> bool {
        let count = self.found.with_untracked(Vec::len);
        if !untrack(|| self.is_open()) {
            return false;
        }
        match key {
            "Escape" => self.closed.set(true),
            // What is on its way is waited for: nobody means to send the shortcut itself.
            "Enter" if self.is_loading() => {}
            _ if count == 0 => return false,
            "ArrowDown" => self.nth.update(|nth| *nth = (*nth + 1) % count),
            "ArrowUp" => self.nth.update(|nth| *nth = (*nth + count - 1) % count),
            "Enter" | "Tab" => self.take(self.nth.get_untracked()),
            _ => return false,
        }
        true
    }

    fn take(self, nth: usize) {
        let reply = self.found.with_untracked(|found| found.get(nth).cloned());
        let (Some(reply), Some(field)) = (reply, self.composing.field.get_untracked()) else {
            return;
        };
        let name = self.composing.conversation.with_untracked(|row| {
            let name = row.as_ref().map(|row| row.contact.name());
            let first = name.as_deref().and_then(|name| name.split(' ').next());
            first.unwrap_or_default().to_owned()
        });
        caret::replace(&field, &reply.text.replace("{{name}}", &name));
    }

    pub fn list(self) -> AnyView {
        let open = memo(move || self.is_open());
        live(move || {
            if !open.get() {
                return nothing();
            }
            later(move || list(self))
        })
    }

    fn content(self) -> AnyView {
        let (found, chosen) = (self.found.get(), self.nth.get());
        let words = match (
            &self.problem.get(),
            self.composing.desk.unfinished.replies.get(),
        ) {
            (Some(problem), None) => problem.clone(),
            (_, None) => texts().saved_loading().to_owned(),
            (_, Some((_, all))) if all.is_empty() => texts().saved_none().to_owned(),
            _ => texts().saved_no_match().to_owned(),
        };
        if found.is_empty() {
            return line("saved-none", words);
        }
        let rows = found.into_iter().enumerate();
        let rows = rows.map(|(nth, reply)| self.row(nth, reply, nth == chosen));
        group("saved-all", rows.collect())
    }

    fn row(self, nth: usize, reply: SavedReply, chosen: bool) -> AnyView {
        view! {
            <div
                class="saved-one"
                id=option(nth)
                role="option"
                aria-selected=chosen.to_string()
                // The field keeps the focus.
                on:mousedown=move |event| {
                    event.prevent_default();
                    self.take(nth);
                }
            >
                {line("saved-shortcut", format!("/{}", reply.shortcut))}
                {line("saved-text", preview_of(&reply.text))}
            </div>
        }
        .into_any()
    }
}

#[wasm_split(composer, wasm_split_path = leptos::wasm_split, fallible)]
fn ask(saved: Saved) -> Result<(), NotLoaded> {
    let replies = saved.composing.desk.unfinished.replies;
    spawn_local(async move {
        match saved_replies().await {
            Ok(all) => {
                saved.problem.try_set(None);
                replies.set(Some((Timestamp::now(), all)));
            }
            Err(problem) => saved.fails(&problem.to_string()),
        }
    });
    Ok(())
}

#[wasm_split(composer, wasm_split_path = leptos::wasm_split, fallible)]
fn list(saved: Saved) -> Part {
    let content = live(move || saved.content());
    let list = view! { <div class="over saved" id=LIST role="listbox" aria-label=texts().saved()>{content}</div> };
    Ok(list.into_any())
}

fn option(nth: usize) -> String {
    format!("{LIST}-{nth}")
}

/// What is looked for, while the field holds nothing but `/` and a word.
fn wanted(text: &str) -> Option<String> {
    let word = text.strip_prefix('/')?;
    (!word.contains(char::is_whitespace)).then(|| word.to_lowercase())
}

/// Shortcuts that begin with the word come first, then what holds it anywhere.
fn matching(all: &[SavedReply], wanted: &str) -> Vec<SavedReply> {
    let begins = |reply: &&SavedReply| reply.shortcut.to_lowercase().starts_with(wanted);
    let holds = |reply: &&SavedReply| {
        !begins(reply)
            && (reply.shortcut.to_lowercase().contains(wanted)
                || reply.text.to_lowercase().contains(wanted))
    };
    let first = all.iter().filter(begins);
    first
        .chain(all.iter().filter(holds))
        .take(SHOWN)
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::SavedReplyId;

    fn reply(shortcut: &str, text: &str) -> SavedReply {
        SavedReply {
            id: SavedReplyId::new(),
            shortcut: shortcut.into(),
            text: text.into(),
        }
    }

    #[test]
    fn a_slash_at_the_start_asks_and_a_sentence_does_not() {
        assert_eq!(wanted("/Hel").as_deref(), Some("hel"));
        assert_eq!(wanted("/").as_deref(), Some(""));
        assert_eq!(wanted("/etc is a folder"), None);
        assert_eq!(wanted("and/or"), None);
    }

    #[test]
    fn shortcuts_come_before_texts() {
        let all = [
            reply("bye", "See you at the hotel"),
            reply("hours", "We open at nine"),
            reply("hotel", "Our address"),
        ];
        let found = |word: &str| -> Vec<String> {
            matching(&all, word)
                .into_iter()
                .map(|reply| reply.shortcut)
                .collect()
        };
        assert_eq!(found("ho"), ["hours", "hotel", "bye"]);
        assert_eq!(found("nine"), ["hours"]);
        assert_eq!(found(""), ["bye", "hours", "hotel"]);
        assert!(found("zebra").is_empty());
    }
}
