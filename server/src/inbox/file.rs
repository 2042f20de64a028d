//! Files of conversations: who sees the conversation may have them, and may upload what is to be sent in it.

use super::{Room, starting};
use crate::access::permit::{Permit, Starting};
use crate::error::{Error, Result};
use crate::media::take::{Refused as NotTaken, Taken, take};
use crate::media::{Chunks, kind, name};
use crate::store::conversation as conversations;
use crate::store::media::{self, Kept, Stored, Upload};
use crate::store::thread;
use crate::work::fetch_media::looked_at;
use app::domain::file::{File, STILL_STICKER, file_problem, limit, types};
use app::domain::id::{ConversationId, MediaId};
use app::domain::message::{Kind, Message};
use app::domain::page::{Page, ThreadCursor};
use app::domain::time::Timestamp;
use app::problem::Problem;
use app::words::file::size_text;

/// What somebody is about to upload.
pub struct Offer {
    pub id: MediaId,
    /// None: it is still to begin.
    pub conversation: Option<ConversationId>,
    pub kind: Kind,
    pub name: Option<String>,
    pub mime_type: String,
    /// As the request says it.
    pub bytes: Option<u64>,
}

/// Why a file is not taken.
#[derive(Debug)]
pub enum Refused {
    Problem(Problem),
    TooLarge(String),
    /// Its bytes are none of what WhatsApp takes as this kind.
    Unfit(String),
    /// It would never have come to its end.
    TooSlow,
    /// The browser went away; nobody reads this.
    BrokenOff,
}

/// Bytes that a project may have uploaded and not sent, with those that are on their way.
pub const UNSENT: u64 = 1 << 30;

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self::Problem(error.into())
    }
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl Room {
    /// A file, wherever it lies, if its conversation is the viewer's, or can be begun by them.
    pub async fn file(&self, id: MediaId) -> Result<Stored> {
        if let Some(found) = media::visible(&self.state.db, &self.viewer, id).await? {
            return Ok(found);
        }
        let permit: Permit<Starting> = self.viewer.permit().map_err(|_| Problem::NotFound)?;
        let found = starting::file(self, permit, id).await?;
        found.ok_or_else(|| Problem::NotFound.into())
    }

    /// Takes in a file that is to be sent. The same id once more answers the file that is there.
    pub async fn upload(&self, offer: Offer, chunks: Chunks) -> Result<File, Refused> {
        match offer.conversation {
            Some(id) => {
                let found = conversations::find(&self.state.db, &self.viewer, id).await?;
                found.ok_or(Problem::NotFound)?;
            }
            None => {
                let _: Permit<Starting> = self.viewer.permit()?;
            }
        }
        if let Some(file) = self.uploaded(&offer).await? {
            return Ok(file);
        }
        if let Some(problem) = offer
            .bytes
            .and_then(|bytes| size_problem(offer.kind, bytes))
        {
            return Err(problem);
        }
        let project = self.viewer.project();
        let uploads = &self.state.media.uploads;
        let from = self.viewer.sender_id().unwrap_or(project.uuid());
        // Who does not say how many bytes come may send as many as are taken.
        let bytes = offer.bytes.unwrap_or(limit(offer.kind));
        let place = uploads
            .begin(project, from, bytes)
            .ok_or_else(|| too_many("Too many files are being uploaded. Wait for one to end."))?;
        let unsent = media::unsent_bytes(&self.state.db, project).await?;
        check_quota(unsent + uploads.bytes(project))?;
        let taken = take(&self.state.media, chunks, limit(offer.kind)).await;
        let taken = taken.map_err(|refused| not_taken(offer.kind, refused))?;
        let mime_type = judged(&offer, &taken)?;
        let (kept, files) = looked_at(&self.state.media, taken, mime_type.to_owned()).await;
        let file = self.keep(offer, kept, files).await;
        drop(place);
        file
    }

    /// A retry of what we have already is answered again.
    async fn uploaded(&self, offer: &Offer) -> Result<Option<File>, Refused> {
        let project = self.viewer.project();
        match media::find(&self.state.db, project, offer.id).await? {
            Some(stored) if stored.conversation() == offer.conversation => Ok(Some(stored.file())),
            Some(_) => Err(clash()),
            None if media::is_taken(&self.state.db, offer.id).await? => Err(clash()),
            None => Ok(None),
        }
    }

    async fn keep(&self, offer: Offer, kept: Kept, files: Vec<Taken>) -> Result<File, Refused> {
        let upload = Upload {
            id: offer.id,
            project: self.viewer.project(),
            conversation: offer.conversation,
            kind: offer.kind,
            name: offer.name.as_deref(),
            kept: &kept,
        };
        let mut tx = self.state.db.begin().await?;
        // It may have left the viewer's hands while the file came.
        if let Some(id) = offer.conversation {
            let found = conversations::find_for_change(&mut tx, &self.viewer, id);
            found.await?.ok_or(Problem::NotFound)?;
        }
        media::hold_quota(&mut tx, upload.project).await?;
        check_quota(media::unsent_bytes(&mut tx, upload.project).await? + kept.bytes)?;
        let added = media::add_upload(&mut tx, upload, Timestamp::now()).await?;
        tx.commit().await?;
        if added {
            files.into_iter().for_each(Taken::keep);
            metrics::counter!("oriel_files_uploaded_total").increment(1);
        }
        // Where two came at once, both hear of the first.
        let file = self.uploaded(&offer).await?;
        file.ok_or_else(|| Problem::NotFound.into())
    }
}

/// Messages with files, newest last, on into the earlier conversations.
pub(super) async fn files(room: &Room, from: ThreadCursor) -> Result<Page<Message, ThreadCursor>> {
    let page = media::of_thread(&room.state.db, &room.viewer, from).await?;
    let mut found = thread::by_ids(&room.state.db, &page.rows).await?;
    // What its author took back is nobody's file any more.
    found.retain(|message| !message.deleted);
    found.sort_by_key(|message| page.rows.iter().position(|id| *id == message.id));
    Ok(Page {
        rows: found,
        next: page.next,
    })
}

/// What the file is, if WhatsApp takes it as this kind.
fn judged(offer: &Offer, taken: &Taken) -> Result<&'static str, Refused> {
    if taken.bytes == 0 {
        return Err(Problem::Invalid("file: it is empty".to_owned()).into());
    }
    let found = kind::outbound(
        offer.kind,
        &taken.head,
        taken.is_text,
        &offer.mime_type,
        offer.name.as_deref(),
    );
    let mime_type = found.map_err(Refused::Unfit)?;
    let still = offer.kind == Kind::Sticker && !kind::is_animated_webp(&taken.head);
    if still && taken.bytes > STILL_STICKER {
        return Err(Refused::TooLarge(format!(
            "file: {} are too many, WhatsApp takes {} of a sticker that stands still",
            size_text(taken.bytes),
            size_text(STILL_STICKER)
        )));
    }
    Ok(mime_type)
}

fn size_problem(kind: Kind, bytes: u64) -> Option<Refused> {
    let problem = || file_problem(kind, types(kind)[0], bytes);
    (bytes > limit(kind)).then(|| Refused::TooLarge(problem().unwrap_or_default()))
}

fn not_taken(kind: Kind, refused: NotTaken) -> Refused {
    match refused {
        NotTaken::TooLarge => size_problem(kind, limit(kind) + 1).unwrap_or(Refused::BrokenOff),
        NotTaken::TooSlow => Refused::TooSlow,
        NotTaken::BrokenOff(_) => Refused::BrokenOff,
        NotTaken::Storage(error) => {
            tracing::error!(%error, "an upload could not be stored");
            Refused::Problem(Problem::Unavailable)
        }
    }
}

fn check_quota(bytes: u64) -> Result<(), Refused> {
    if bytes > UNSENT {
        let text = "Too many files were uploaded and not sent. They are removed after a day.";
        return Err(too_many(text));
    }
    Ok(())
}

fn clash() -> Refused {
    Problem::Conflict("Another file has this id.".to_owned()).into()
}

fn too_many(text: &str) -> Refused {
    Problem::TooMany(text.to_owned()).into()
}

/// The name that a download gets.
pub fn download_name(file: &File) -> String {
    let cleaned = file.name.as_deref().and_then(name::clean);
    cleaned.unwrap_or_else(|| format!("file{}", kind::usual_ending(&file.mime_type)))
}
