//! What kinds of messages are called.

use crate::domain::message::Kind;
use crate::texts::texts;
use crate::words::notice::told;

impl Kind {
    /// `Photo`, `Photo · at the lake`, or the text alone if it needs no name.
    pub fn line(self, text: &str, bare: bool) -> String {
        match (text.is_empty(), bare) {
            (true, _) => self.label().to_owned(),
            (false, true) => text.to_owned(),
            (false, false) => format!("{} · {}", self.label(), told(self, text)),
        }
    }

    /// What people call it.
    pub fn label(self) -> &'static str {
        let texts = texts();
        match self {
            Self::Text => texts.kind_text(),
            Self::Image => texts.kind_image(),
            Self::Video => texts.kind_video(),
            Self::Audio => texts.kind_audio(),
            Self::Voice => texts.kind_voice(),
            Self::Document => texts.kind_document(),
            Self::Sticker => texts.kind_sticker(),
            Self::Location => texts.kind_location(),
            Self::Contacts => texts.kind_contacts(),
            Self::Interactive => texts.kind_interactive(),
            Self::Button => texts.kind_button(),
            Self::Reaction => texts.kind_reaction(),
            Self::Order => texts.kind_order(),
            Self::Template => texts.kind_template(),
            Self::System => texts.kind_system(),
            Self::Edit => texts.kind_edit(),
            Self::Revoke => texts.kind_revoke(),
            Self::Unsupported => texts.kind_unsupported(),
            Self::Unknown => texts.kind_unknown(),
        }
    }
}
