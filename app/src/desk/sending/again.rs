//! What became of no message: sent once more, or discarded.

use super::NOT_TAKEN;
use crate::browser::upload;
use crate::desk::Desk;
use crate::domain::content::{Content, Quote};
use crate::domain::delivery::Failure;
use crate::domain::draft::{Body, Draft, FileDraft};
use crate::domain::file::File;
use crate::domain::id::MessageId;
use crate::domain::message::{Kind, Message};
use crate::texts::texts;
use crate::ui::later::{NotLoaded, soon};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

/// Where a reader is told that something led nowhere.
type Missed = RwSignal<Option<String>>;

impl Desk {
    /// Whether a message can be made once more from what the page knows of it.
    pub fn can_send_again(self, message: &Message) -> bool {
        self.body_of(message).is_some() || file_at_server(message).is_some()
    }

    /// A person decided to send a failed or doubtful message once more: it is a new message.
    /// Why it could not even be made is said in `missed`.
    pub fn send_again(self, message: &Message, missed: Missed) {
        soon(once_more(self, message.clone(), missed), move || {
            missed.try_set(Some(texts().not_loaded().to_owned()));
        });
    }

    fn body_of(self, message: &Message) -> Option<Body> {
        if let Some(draft) = self.kept_draft(message.id) {
            return Some(draft.body);
        }
        match &message.content {
            Content::Plain if message.kind == Kind::Text => Some(Body::Text(message.text.clone())),
            Content::Place(place) => Some(Body::Place(place.clone())),
            Content::Cards(cards) => Some(Body::Cards(cards.clone())),
            _ => None,
        }
    }

    /// Takes away a bubble that the server never took.
    pub fn discard(self, message: &Message) {
        let id = message.id;
        self.forget_unsent(id);
        self.change_thread(message.conversation, |thread| thread.drop_message(id));
    }
}

#[wasm_split(sending, wasm_split_path = leptos::wasm_split, fallible)]
fn once_more(desk: Desk, message: Message, missed: Missed) -> Result<(), NotLoaded> {
    // A file belongs to the message that the server took it with: another one needs its own.
    if let Some(file) = file_at_server(&message) {
        upload_again(desk, message.clone(), file.address(), missed);
        return Ok(());
    }
    let Some(body) = desk.body_of(&message) else {
        return Ok(());
    };
    let reply_to = desk.kept_draft(message.id).and_then(|draft| draft.reply_to);
    let draft = Draft {
        id: MessageId::new(),
        conversation: message.conversation,
        reply_to: reply_to.or_else(|| quoted(&message)),
        body,
    };
    if is_local(&message) {
        desk.discard(&message);
    }
    desk.send_shown(draft, message.text, message.content);
    Ok(())
}

fn upload_again(desk: Desk, message: Message, address: String, missed: Missed) {
    upload::fetch(&address, move |bytes| {
        let (Some(bytes), Some(file)) = (bytes, file_of(&message)) else {
            missed.try_set(Some(texts().upload_not_fetched().to_owned()));
            return;
        };
        let name = file.name.clone().unwrap_or_default();
        let (conversation, kind) = (message.conversation, message.kind);
        let media = desk.attach(conversation, kind, false, name, &file.mime_type, bytes);
        let body = Body::File(FileDraft {
            kind,
            media,
            caption: message.text.clone(),
        });
        let draft = Draft {
            id: MessageId::new(),
            conversation,
            reply_to: quoted(&message),
            body,
        };
        desk.send_file(media, draft);
    });
}

/// The server never took it.
fn is_local(message: &Message) -> bool {
    let ours = |failure: &Failure| failure.code == NOT_TAKEN;
    message.failure.as_ref().is_some_and(ours)
}

/// The file of a message that the server took, and so has.
fn file_at_server(message: &Message) -> Option<&File> {
    file_of(message).filter(|_| !is_local(message))
}

const fn file_of(message: &Message) -> Option<&File> {
    match &message.content {
        Content::File(file) => Some(file),
        _ => None,
    }
}

fn quoted(message: &Message) -> Option<MessageId> {
    match &message.quote {
        Some(Quote::Known(quoted)) => Some(quoted.id),
        _ => None,
    }
}
