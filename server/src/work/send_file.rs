//! What a message's file is called at WhatsApp.

use crate::error::Result;
use crate::state::State;
use app::domain::delivery::Failure;
use app::domain::id::{MediaId, ProjectId};

/// WhatsApp's id for a file of ours, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sendable {
    Ready(String),
    /// It cannot go out: as `Outcome::Refused`.
    Refused(Failure),
    /// Nothing has left but perhaps a copy of the file: as `Outcome::TryAgain`.
    TryAgain(Failure),
}

pub async fn for_sending(_state: &State, media: MediaId, _project: ProjectId) -> Result<Sendable> {
    Ok(Sendable::Refused(Failure {
        code: -5,
        title: format!("The file {media} cannot be uploaded yet."),
        details: None,
    }))
}
