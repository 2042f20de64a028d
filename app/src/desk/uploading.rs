//! Files on their way to the server. They set out as soon as they are picked; sending waits for them.

use super::Desk;
use super::refusal::{Refusal, again, for_good, refusal, refused};
use super::sending::text_of;
use crate::browser::upload::{Answer, Upload};
use crate::browser::{blob, history, timer};
use crate::domain::content::Content;
use crate::domain::draft::Draft;
use crate::domain::file::{File, FileState};
use crate::domain::id::{ConversationId, MediaId};
use crate::domain::message::Kind;
use crate::texts::texts;
use crate::ui::later::{NotLoaded, soon};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use send_wrapper::SendWrapper;
use std::time::Duration;
use web_sys::Blob;

/// A file that somebody picked.
#[derive(Clone)]
pub struct Attachment {
    pub id: MediaId,
    pub conversation: ConversationId,
    /// It belongs to a form's header, not to the tray.
    pub header: bool,
    /// It was recorded, and nobody has decided yet whether it is sent.
    pub spoken: bool,
    pub kind: Kind,
    pub name: String,
    pub mime_type: String,
    pub bytes: u64,
    /// Where the page can show it from.
    pub address: String,
    pub state: Upcoming,
    /// The message that waits for it.
    pub waiting: Option<Draft>,
    blob: SendWrapper<Blob>,
    upload: Option<Upload>,
}

/// How far an upload has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Upcoming {
    /// In percent.
    Under(u8),
    Stored(File),
    /// WhatsApp or the server would not take it.
    Refused(Refusal),
    /// It is tried again when the network is back.
    Offline,
}

/// Most files in a tray.
pub const MOST_FILES: usize = 10;

const PAUSE: Duration = Duration::from_secs(4);

impl Desk {
    /// Takes a file and sends it on its way, unless WhatsApp would not take it.
    pub fn attach(
        self,
        conversation: ConversationId,
        kind: Kind,
        header: bool,
        name: String,
        mime_type: &str,
        bytes: Blob,
    ) -> MediaId {
        let id = self.hold(conversation, kind, header, name, mime_type, bytes);
        self.upload(id);
        id
    }

    fn hold(
        self,
        conversation: ConversationId,
        kind: Kind,
        header: bool,
        name: String,
        mime_type: &str,
        bytes: Blob,
    ) -> MediaId {
        let id = MediaId::new();
        let size = bytes.size() as u64;
        self.unfinished.files.update(|files| {
            files.push(Attachment {
                id,
                conversation,
                header,
                spoken: false,
                kind,
                name,
                mime_type: mime_type.to_owned(),
                bytes: size,
                address: blob::address(&bytes),
                state: Upcoming::Under(0),
                waiting: None,
                blob: SendWrapper::new(bytes),
                upload: None,
            })
        });
        id
    }

    /// A recording waits for whoever made it; see `spoken`.
    pub fn keep_take(
        self,
        conversation: ConversationId,
        kind: Kind,
        mime_type: &str,
        bytes: Blob,
    ) -> MediaId {
        let name = match kind {
            Kind::Voice => "voice.ogg",
            _ => "voice.m4a",
        };
        let id = self.hold(conversation, kind, false, name.to_owned(), mime_type, bytes);
        self.change_file(id, |file| file.spoken = true);
        id
    }

    /// It is a file like all others from now on.
    pub fn upload_take(self, id: MediaId) {
        self.change_file(id, |file| file.spoken = false);
        self.upload(id);
    }

    pub fn attachment(self, id: MediaId) -> Option<Attachment> {
        self.unfinished
            .files
            .with(|files| files.iter().find(|file| file.id == id).cloned())
    }

    /// The ids of a conversation's tray, in the order in which they were picked.
    pub fn tray(self, conversation: ConversationId) -> Vec<MediaId> {
        self.unfinished.files.with(|files| {
            files
                .iter()
                .filter(|file| file.conversation == conversation && !file.header && !file.spoken)
                .map(|file| file.id)
                .collect()
        })
    }

    /// Sets out, or sets out again.
    pub fn upload(self, id: MediaId) {
        soon(set_out(self, id), move || self.wait_for_network(id));
    }

    fn uploaded(self, id: MediaId, answer: Answer) {
        match answer {
            Answer::Taken(text) => match crate::json::read::<File>(&text) {
                Some(file) => self.stored(id, file),
                None => self.refuse_file(id, again(texts().upload_unreadable())),
            },
            Answer::Refused(status) => {
                if let Some(file) = untrack(|| self.attachment(id)) {
                    self.refuse_file(id, refused(&file, status));
                }
            }
            Answer::Offline => self.wait_for_network(id),
            Answer::Cancelled => {}
        }
    }

    fn wait_for_network(self, id: MediaId) {
        self.change_file(id, |file| file.state = Upcoming::Offline);
        timer::after(PAUSE, move || {
            let waits = |file: Attachment| file.state == Upcoming::Offline;
            if untrack(|| self.attachment(id)).is_some_and(waits) {
                self.upload(id);
            }
        });
    }

    /// It stays in the tray with words; the message that waited for it does not stand any more.
    fn refuse_file(self, id: MediaId, why: Refusal) {
        let mut waited = None;
        self.change_file(id, |file| {
            file.state = Upcoming::Refused(why);
            waited = file.waiting.take();
        });
        if let Some(draft) = waited {
            self.withdraw(&draft);
        }
    }

    fn stored(self, id: MediaId, stored: File) {
        let mut waited = None;
        self.change_file(id, |file| {
            file.state = Upcoming::Stored(stored.clone());
            waited = file.waiting.take();
        });
        if let Some(draft) = waited {
            self.put_file_away(id);
            self.send_draft(draft, Content::File(stored));
        }
    }

    /// Takes a file away; an upload that is under way ends.
    pub fn detach(self, id: MediaId) {
        let Some(file) = untrack(|| self.attachment(id)) else {
            return;
        };
        self.put_file_away(id);
        if let Some(upload) = file
            .upload
            .filter(|_| !matches!(file.state, Upcoming::Stored(_)))
        {
            upload.cancel();
        }
        if let Some(draft) = file.waiting {
            self.withdraw(&draft);
        }
    }

    fn put_file_away(self, id: MediaId) {
        if let Some(file) = untrack(|| self.attachment(id)) {
            // What shows it may still be on the screen for a moment.
            timer::after(PAUSE, move || blob::forget(&file.address));
        }
        self.unfinished
            .files
            .update(|files| files.retain(|file| file.id != id));
    }

    /// Sends a file's message, now or as soon as the file has arrived.
    pub fn send_file(self, id: MediaId, draft: Draft) {
        match untrack(|| self.attachment(id)) {
            Some(Attachment {
                state: Upcoming::Stored(stored),
                ..
            }) => {
                self.put_file_away(id);
                self.send_draft(draft, Content::File(stored));
            }
            Some(file) => {
                self.show_bubble(&draft, text_of(&draft.body), Content::File(file.shown()));
                self.change_file(id, |file| file.waiting = Some(draft));
            }
            None => {}
        }
    }

    fn change_file(self, id: MediaId, change: impl FnOnce(&mut Attachment)) {
        self.unfinished.files.update(|files| {
            if let Some(file) = files.iter_mut().find(|file| file.id == id) {
                change(file);
            }
        });
    }
}

#[wasm_split(sending, wasm_split_path = leptos::wasm_split, fallible)]
fn set_out(desk: Desk, id: MediaId) -> Result<(), NotLoaded> {
    let Some(file) = untrack(|| desk.attachment(id)) else {
        return Ok(());
    };
    if let Some(why) = refusal(file.kind, &file.mime_type, file.bytes) {
        desk.change_file(id, |file| file.state = Upcoming::Refused(for_good(why)));
        return Ok(());
    }
    desk.change_file(id, |file| file.state = Upcoming::Under(0));
    let upload = Upload::begin(
        &address_for(&file),
        &file.mime_type,
        &file.blob,
        move |percent| {
            desk.change_file(id, |file| {
                if matches!(file.state, Upcoming::Under(_)) {
                    file.state = Upcoming::Under(percent);
                }
            })
        },
        move |answer| desk.uploaded(id, answer),
    );
    desk.change_file(id, |file| file.upload = upload);
    Ok(())
}

impl Attachment {
    /// As a thread shows it before the server has it.
    fn shown(&self) -> File {
        File {
            id: self.id,
            state: FileState::Waiting,
            mime_type: self.mime_type.clone(),
            name: Some(self.name.clone()),
            bytes: Some(self.bytes),
            width: None,
            height: None,
            thumbnail: false,
        }
    }
}

/// Without a conversation where that is still to begin.
fn address_for(file: &Attachment) -> String {
    let mut address = format!(
        "{}/media/{}?kind={}&name={}",
        history::base_path(),
        file.id,
        file.kind.word(),
        history::encoded(&file.name)
    );
    if file.conversation != ConversationId::nobody() {
        address.push_str(&format!("&conversation={}", file.conversation));
    }
    address
}

/// The type of a file by its name, where the browser does not know it.
pub fn type_by_name(name: &str) -> &'static str {
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    match end.to_ascii_lowercase().as_str() {
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "webp" => "image/webp",
        "mp4" => "video/mp4",
        "3gp" => "video/3gpp",
        "aac" => "audio/aac",
        "amr" => "audio/amr",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "ogg" | "opus" => "audio/ogg",
        "pdf" => "application/pdf",
        "txt" => "text/plain",
        "doc" => "application/msword",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xls" => "application/vnd.ms-excel",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ppt" => "application/vnd.ms-powerpoint",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_a_type_is_known_by_its_name() {
        assert_eq!(type_by_name("Offer.PDF"), "application/pdf");
        assert_eq!(type_by_name("a.b.m4a"), "audio/mp4");
        assert_eq!(type_by_name("setup.exe"), "application/octet-stream");
        assert_eq!(type_by_name("noend"), "application/octet-stream");
    }
}
