//! What a person wants to send. The id is made before the first try and stays the same for every retry.

use super::content::{Card, Place};
use super::id::{ConversationId, MediaId, MessageId};
use super::interactive::Interactive;
use super::message::{Kind, text_problem};
use super::template::TemplateDraft;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    pub id: MessageId,
    pub conversation: ConversationId,
    /// The message that this one answers.
    #[serde(default)]
    pub reply_to: Option<MessageId>,
    pub body: Body,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    Text(String),
    File(FileDraft),
    Place(Place),
    Cards(Vec<Card>),
    Interactive(Box<Interactive>),
    Template(Box<TemplateDraft>),
    /// An emoji on a message; an empty one takes it away.
    Reaction(MessageId, String),
}

/// A file that was uploaded before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileDraft {
    /// Image, video, audio, voice, document or sticker.
    pub kind: Kind,
    pub media: MediaId,
    pub caption: String,
}

/// Longest caption, in characters.
pub const CAPTION_LIMIT: usize = 1024;
/// Most contact cards in one message.
pub const CARDS_LIMIT: usize = 257;

impl Body {
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Text(_) => Kind::Text,
            Self::File(file) => file.kind,
            Self::Place(_) => Kind::Location,
            Self::Cards(_) => Kind::Contacts,
            Self::Interactive(_) => Kind::Interactive,
            Self::Template(_) => Kind::Template,
            Self::Reaction(..) => Kind::Reaction,
        }
    }

    /// What is wrong with it, if anything, as far as it can be told without looking anything up.
    pub fn problem(&self) -> Option<String> {
        match self {
            Self::Text(text) => text_problem(text),
            Self::Interactive(interactive) => {
                let first = interactive.problems().into_iter().next();
                first.map(|(field, text)| format!("{field}: {text}"))
            }
            // The rest comes with the sending of these kinds.
            _ => None,
        }
    }
}
