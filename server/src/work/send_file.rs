//! What a message's file is called at WhatsApp: uploaded when a message is about to go out that carries it,
//! and used again while WhatsApp keeps it.

use crate::error::Result;
use crate::state::State;
use crate::store::media;
use crate::whatsapp::media::{Outbound, Trouble};
use app::domain::delivery::Failure;
use app::domain::file::FileState;
use app::domain::id::{MediaId, ProjectId};
use app::domain::time::{DAY, Timestamp};

/// WhatsApp's id for a file of ours, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sendable {
    Ready(String),
    /// It cannot go out: as `Outcome::Refused`.
    Refused(Failure),
    /// Nothing has left but perhaps a copy of the file: as `Outcome::TryAgain`.
    TryAgain(Failure),
}

/// WhatsApp keeps uploads for 30 days; a day less, so that none ends under way.
const KEPT: i64 = 29 * DAY;

/// **May take minutes**: 100 MB on a slow line. Whoever holds a message meanwhile renews its lease.
/// It may be repeated without harm; what was uploaded before is answered at once.
pub async fn for_sending(state: &State, media: MediaId, project: ProjectId) -> Result<Sendable> {
    let now = Timestamp::now();
    let Some(stored) = media::find(&state.db, project, media).await? else {
        return Ok(gone());
    };
    if let Some(id) = stored.at_whatsapp(now) {
        return Ok(Sendable::Ready(id.to_owned()));
    }
    let file = stored.file();
    let (Some(key), Some(bytes), FileState::Stored) = (&stored.storage_key, file.bytes, file.state)
    else {
        return Ok(gone());
    };
    let Some(conversation) = stored.conversation() else {
        return Ok(gone());
    };
    let line = media::line(&state.db, conversation).await?;
    if line.access_token.is_empty() {
        return Ok(gone());
    }
    let access_token = state.key.open(&line.access_token)?;
    let opened = state.media.storage.open(key, 0..bytes).await;
    let chunks = opened.map_err(|error| crate::error::Error::broken(error.to_string()))?;
    let outbound = Outbound {
        name: file.name.unwrap_or_else(|| "file".to_owned()),
        mime_type: file.mime_type,
        bytes,
        chunks,
    };
    let graph = &state.graph;
    match graph
        .upload(&line.phone_number_id, &access_token, outbound)
        .await
    {
        Ok(id) => {
            media::note_at_whatsapp(&state.db, media, &id, now.plus(KEPT)).await?;
            Ok(Sendable::Ready(id))
        }
        Err(Trouble::Refused(failure)) => Ok(Sendable::Refused(failure)),
        Err(Trouble::TryAgain(failure)) => Ok(Sendable::TryAgain(failure)),
    }
}

/// Ours, not Meta's: no code of Meta's is negative.
const FILE_GONE: i64 = -5;

fn gone() -> Sendable {
    Sendable::Refused(Failure {
        code: FILE_GONE,
        title: "The file of this message is not here any more.".to_owned(),
        details: None,
    })
}
