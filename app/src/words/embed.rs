//! How it stands with an embed.

use crate::domain::embed::Standing;
use crate::texts::texts;

impl Standing {
    pub fn label(self) -> &'static str {
        let texts = texts();
        match self {
            Self::Active => texts.embed_active(),
            Self::Expired => texts.embed_expired(),
            Self::Revoked => texts.embed_revoked(),
        }
    }
}
