//! Messages that the server does not have. They outlive the thread they were written in, and the page as well:
//! the tab keeps them, with their ids, until the server has them or a person discards them.

use super::{DRAFTS, NOT_TAKEN};
use crate::browser::{storage, timer};
use crate::desk::Desk;
use crate::domain::content::Content;
use crate::domain::delivery::{Delivery, Failure};
use crate::domain::draft::{Body, Draft};
use crate::domain::file::{File, FileState};
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::message::Message;
use crate::texts::texts;
use crate::ui::later::{NotLoaded, soon};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Until what is kept is looked for again, when the code for it could not be loaded.
const PAUSE: Duration = Duration::from_secs(10);

impl Desk {
    /// Bubbles of a conversation that the server does not have.
    pub(in crate::desk) fn unsent_in(self, conversation: ConversationId) -> Vec<Message> {
        let here = |message: &&Message| message.conversation == conversation;
        self.unsent
            .with_value(|unsent| unsent.values().filter(here).cloned().collect())
    }

    /// A message that waited for its file will not be sent.
    pub(in crate::desk) fn withdraw(self, draft: &Draft) {
        self.forget_unsent(draft.id);
        self.change_thread(draft.conversation, |thread| thread.drop_message(draft.id));
    }

    pub(super) fn keep_draft(self, draft: &Draft) {
        self.drafts.update_value(|drafts| {
            drafts.retain(|kept| kept.id != draft.id);
            drafts.push(draft.clone());
            let over = drafts.len().saturating_sub(DRAFTS);
            drafts.drain(..over);
        });
    }

    pub(super) fn kept_draft(self, id: MessageId) -> Option<Draft> {
        self.drafts
            .with_value(|drafts| drafts.iter().find(|draft| draft.id == id).cloned())
    }

    pub(super) fn keep_unsent(self, bubble: Message) {
        if let Some(draft) = self.kept_draft(bubble.id) {
            let kept = Kept::of(draft, &bubble);
            storage::keep_unsent(&self.writer(), bubble.id, &kept);
        }
        self.hold_unsent(bubble.clone());
        let mut elsewhere = false;
        self.change_thread(bubble.conversation, |thread| {
            elsewhere = thread.below().is_some();
            thread.put(bubble);
        });
        // It stands at the end of the thread, and that is where one looks for it.
        if elsewhere {
            self.to_newest();
        }
    }

    fn hold_unsent(self, bubble: Message) {
        self.unsent
            .update_value(|unsent| drop(unsent.insert(bubble.id, bubble)));
        self.count_waiting();
    }

    pub(super) fn forget_unsent(self, id: MessageId) {
        storage::forget_unsent(&self.writer(), id);
        self.let_go(id);
    }

    /// This page has nothing to do with it any more; the tab may still keep it.
    pub(super) fn let_go(self, id: MessageId) {
        self.unsent.update_value(|unsent| drop(unsent.remove(&id)));
        self.count_waiting();
    }

    /// What is still to be sent; what was refused waits for nothing.
    fn count_waiting(self) {
        let waits = |bubble: &&Message| bubble.delivery == Some(Delivery::Queued);
        let count = self
            .unsent
            .with_value(|unsent| unsent.values().filter(waits).count());
        self.away.waiting.set(count);
    }

    /// Whoever signs in next at this tab does not send what somebody else wrote.
    fn writer(self) -> String {
        self.card.with_value(|card| match &card.team {
            Some(team) => team.me.id.to_string(),
            None => "embed".to_owned(),
        })
    }

    /// What this tab did not get rid of before the page was loaded anew.
    pub(in crate::desk) fn remember_unsent(self) {
        if storage::has_unsent(&self.writer()) {
            let failed = move || {
                timer::after(PAUSE, move || self.remember_unsent());
            };
            soon(remember(self), failed);
        }
    }

    fn take_up(self, kept: Kept) {
        let draft = &kept.draft;
        let known = self
            .unsent
            .with_value(|unsent| unsent.contains_key(&draft.id));
        if known {
            return;
        }
        let mut bubble = self.bubble(draft);
        bubble.text = kept.text;
        bubble.at = draft.id.made_at();
        bubble.content = match (kept.file, &draft.body) {
            (Some(file), _) => Content::File(file),
            (None, Body::Place(place)) => Content::Place(place.clone()),
            (None, Body::Cards(cards)) => Content::Cards(cards.clone()),
            (None, _) => Content::Plain,
        };
        let lost = is_without_its_file(&bubble);
        let why = match lost {
            true => Some(texts().upload_lost().to_owned()),
            false => kept.refused,
        };
        let waits = why.is_none();
        if let Some(why) = why {
            refuse(&mut bubble, why);
        }
        if !lost {
            self.keep_draft(draft);
        }
        self.hold_unsent(bubble.clone());
        self.change_thread(bubble.conversation, |thread| {
            // The server may have had it all the time.
            if thread.message(bubble.id).is_none() {
                thread.put(bubble);
            }
        });
        if waits {
            self.enqueue(kept.draft);
        }
    }
}

/// A message as the tab keeps it: what it takes to send it and to show it again. Of a template that is its text.
#[derive(Serialize, Deserialize)]
struct Kept {
    draft: Draft,
    text: String,
    file: Option<File>,
    /// Why the server did not take it.
    refused: Option<String>,
}

impl Kept {
    fn of(draft: Draft, bubble: &Message) -> Self {
        let refused = bubble.failure.as_ref();
        Self {
            draft,
            text: bubble.text.clone(),
            file: match &bubble.content {
                Content::File(file) => Some(file.clone()),
                _ => None,
            },
            refused: refused.map(|failure| failure.title.clone()),
        }
    }
}

/// Read with code that few pages need.
#[wasm_split(sending, wasm_split_path = leptos::wasm_split, fallible)]
fn remember(desk: Desk) -> Result<(), NotLoaded> {
    let mut kept: Vec<Kept> = storage::unsent(&desk.writer());
    kept.sort_by_key(|kept| kept.draft.id);
    kept.into_iter().for_each(|kept| desk.take_up(kept));
    Ok(())
}

/// The server did not take it.
pub(super) fn refuse(bubble: &mut Message, why: String) {
    bubble.delivery = Some(Delivery::Failed);
    bubble.failure = Some(Failure {
        code: NOT_TAKEN,
        title: why,
        details: None,
    });
}

/// A file that a person picked is gone with the page; only what the server has already can be sent.
fn is_without_its_file(bubble: &Message) -> bool {
    matches!(&bubble.content, Content::File(file) if file.state == FileState::Waiting)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::content::Place;
    use crate::domain::draft::FileDraft;
    use crate::domain::id::MediaId;
    use crate::domain::message::Kind;
    use crate::domain::template::TemplateDraft;

    fn file(state: FileState) -> Content {
        Content::File(File {
            id: MediaId::new(),
            state,
            mime_type: "application/pdf".to_owned(),
            name: Some("offer.pdf".to_owned()),
            bytes: Some(9),
            width: None,
            height: None,
            thumbnail: false,
        })
    }

    fn message(body: Body, content: Content) -> (Draft, Message) {
        let draft = Draft {
            id: MessageId::new(),
            conversation: ConversationId::new(),
            reply_to: Some(MessageId::new()),
            body,
        };
        let mut bubble = Message::written(&draft, "“So be it”\n\u{1f600}".to_owned());
        bubble.content = content;
        (draft, bubble)
    }

    #[test]
    fn what_a_tab_keeps_is_read_back_as_it_was() {
        let document = FileDraft {
            kind: Kind::Document,
            media: MediaId::new(),
            caption: "As promised".to_owned(),
        };
        let template = TemplateDraft {
            name: "order_shipped".to_owned(),
            language: "en_US".to_owned(),
            values: vec![("body.1".to_owned(), "Mara".to_owned())],
            file: Some(MediaId::new()),
            place: Some(Place::default()),
        };
        for (draft, mut bubble) in [
            message(Body::Text("“So be it”".to_owned()), Content::Plain),
            message(Body::File(document), file(FileState::Waiting)),
            message(Body::Place(Place::default()), Content::Plain),
            message(Body::Template(Box::new(template)), Content::Plain),
        ] {
            refuse(&mut bubble, "Not \"now\"".to_owned());
            let text = serde_json::to_string(&Kept::of(draft.clone(), &bubble)).unwrap();
            let read: Kept = crate::json::read(&text).expect(&text);
            assert_eq!(read.draft, draft);
            assert_eq!(read.text, bubble.text);
            assert_eq!(read.refused.as_deref(), Some("Not \"now\""));
            assert_eq!(
                read.file.map(Content::File),
                match bubble.content {
                    Content::Plain => None,
                    file => Some(file),
                }
            );
        }
    }

    #[test]
    fn only_a_file_that_had_not_arrived_is_gone_with_the_page() {
        let message = |content| message(Body::Text(String::new()), content).1;
        assert!(is_without_its_file(&message(file(FileState::Waiting))));
        assert!(!is_without_its_file(&message(file(FileState::Stored))));
        assert!(!is_without_its_file(&message(Content::Plain)));
    }
}
