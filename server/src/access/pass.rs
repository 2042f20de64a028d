//! A verified way into an inbox, by an embed's token or by somebody's session, and whether it still holds.

use super::session::SignedIn;
use super::viewer::Viewer;
use super::{embed, team};
use crate::error::Result;
use crate::store::Db;
use crate::store::notify::Access;
use app::domain::embed::Mode;
use app::domain::time::Timestamp;

#[derive(Clone, Debug)]
pub struct Pass {
    pub viewer: Viewer,
    /// The theme that the page begins with.
    pub mode: Mode,
    proof: Proof,
}

/// By what the access is looked up again.
#[derive(Clone, Debug)]
enum Proof {
    Token([u8; 32]),
    Session(SignedIn),
}

/// Why a credential opens nothing. People see one page for all; the live line tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    Unknown,
    Revoked,
    Expired,
}

impl Pass {
    pub(super) const fn of_token(viewer: Viewer, mode: Mode, token_hash: [u8; 32]) -> Self {
        Self {
            viewer,
            mode,
            proof: Proof::Token(token_hash),
        }
    }

    pub(super) const fn of_session(viewer: Viewer, who: SignedIn) -> Self {
        Self {
            viewer,
            mode: Mode::System,
            proof: Proof::Session(who),
        }
    }

    /// Whether what opened a line before still holds, and what it shows now.
    pub async fn recheck(
        &self,
        db: &Db,
        now: Timestamp,
    ) -> Result<std::result::Result<Self, Refused>> {
        match &self.proof {
            Proof::Token(hash) => {
                let admitted = embed::admit_hash(db, *hash, now).await?;
                Ok(admitted.map(|admitted| admitted.pass))
            }
            Proof::Session(who) => team::recheck(db, who, self.viewer.project(), now).await,
        }
    }

    /// Whether this may have changed what the pass is worth.
    pub fn is_touched_by(&self, changed: Access) -> bool {
        match changed {
            Access::Embed(embed) => self.viewer.embed() == Some(embed),
            Access::Person(user) => self.viewer.user() == Some(user),
            Access::Any => true,
        }
    }
}
