//! Messages: what was said, by whom, and how far it came.

use super::content::{Content, Forwarded, Quote, Reaction, Referral};
use super::delivery::{Delivery, Failure};
use super::draft::Draft;
use super::id::{ConversationId, MessageId};
use super::page::ThreadCursor;
use super::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Longest text that WhatsApp takes, in characters.
pub const TEXT_LIMIT: usize = 4096;

/// A message as a thread shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message {
    pub id: MessageId,
    pub conversation: ConversationId,
    pub direction: Direction,
    pub kind: Kind,
    /// The text, caption or a line that describes the rest. Empty when the message was deleted.
    pub text: String,
    pub content: Content,
    pub quote: Option<Quote>,
    pub reactions: Vec<Reaction>,
    pub forwarded: Forwarded,
    /// Its author changed it afterwards.
    pub edited: bool,
    /// Its author took it back.
    pub deleted: bool,
    pub referral: Option<Box<Referral>>,
    /// WhatsApp's time for inbound messages, ours for outbound ones.
    pub at: Timestamp,
    /// Outbound only.
    pub delivery: Option<Delivery>,
    pub failure: Option<Failure>,
    pub sender: Sender,
    /// The name of the person inside a WhatsApp group.
    pub author: Option<String>,
    /// The name of who sent it from the team's inbox. Told to the team only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

impl Message {
    /// A message that this page has just written.
    pub fn written(draft: &Draft, text: String) -> Self {
        Self {
            id: draft.id,
            conversation: draft.conversation,
            direction: Direction::Outbound,
            kind: draft.body.kind(),
            text,
            content: Content::Plain,
            quote: None,
            reactions: Vec::new(),
            forwarded: Forwarded::No,
            edited: false,
            deleted: false,
            referral: None,
            at: Timestamp::now(),
            delivery: Some(Delivery::Queued),
            failure: None,
            sender: Sender::Embed,
            author: None,
            by: None,
        }
    }

    pub const fn cursor(&self) -> ThreadCursor {
        ThreadCursor {
            conversation: self.conversation,
            before: Some((self.at, self.id)),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    Inbound,
    Outbound,
}

impl Direction {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Inbound => "inbound",
            Self::Outbound => "outbound",
        }
    }
}

/// Who wrote a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sender {
    Contact,
    /// A person at an embedded inbox.
    Embed,
    /// A team member.
    User,
    /// A program.
    Api,
    /// The business's own phone.
    Phone,
}

impl Sender {
    pub const ALL: [Self; 5] = [
        Self::Contact,
        Self::Embed,
        Self::User,
        Self::Api,
        Self::Phone,
    ];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Embed => "embed",
            Self::User => "user",
            Self::Api => "api",
            Self::Phone => "phone",
        }
    }
}

macro_rules! kinds {
    ($($kind:ident $word:literal)*) => {
        /// What a message carries. Kinds that Oriel does not know keep their content and are shown as such.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Kind { $($kind),* }

        impl Kind {
            pub const ALL: &[Self] = &[$(Self::$kind),*];

            pub const fn word(self) -> &'static str {
                match self { $(Self::$kind => $word),* }
            }
        }
    };
}

kinds! {
    Text "text"
    Image "image"
    Video "video"
    Audio "audio"
    Voice "voice"
    Document "document"
    Sticker "sticker"
    Location "location"
    Contacts "contacts"
    Interactive "interactive"
    Button "button"
    Reaction "reaction"
    Order "order"
    Template "template"
    System "system"
    Edit "edit"
    Revoke "revoke"
    Unsupported "unsupported"
    Unknown "unknown"
}

impl Kind {
    pub fn from_word(word: &str) -> Self {
        Self::ALL
            .iter()
            .copied()
            .find(|kind| kind.word() == word)
            .unwrap_or(Self::Unknown)
    }

    /// Whether the contact has written, in the sense of WhatsApp's 24 hours. What is only about another message,
    /// or comes from WhatsApp itself, does not count.
    pub const fn opens_window(self) -> bool {
        !matches!(
            self,
            Self::Reaction | Self::System | Self::Edit | Self::Revoke | Self::Unsupported
        )
    }
}

/// What is wrong with a text, if anything.
pub fn text_problem(text: &str) -> Option<String> {
    let length = text.chars().count();
    if text.trim().is_empty() {
        Some("text: write something first".to_owned())
    } else if text.contains('\0') {
        Some("text: it contains a NUL, which is no character".to_owned())
    } else if length > TEXT_LIMIT {
        Some(format!(
            "text: {length} characters are too many, WhatsApp takes {TEXT_LIMIT}"
        ))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_at_least_one_and_at_most_4096_characters() {
        assert!(text_problem(" \n").is_some());
        assert!(text_problem("a\0b").is_some());
        assert_eq!(text_problem(&"é".repeat(TEXT_LIMIT)), None);
        assert!(
            text_problem(&"a".repeat(TEXT_LIMIT + 1))
                .unwrap()
                .contains("4097")
        );
    }

    #[test]
    fn kinds_that_nobody_knows_yet_are_unknown() {
        assert_eq!(Kind::from_word("image"), Kind::Image);
        assert_eq!(Kind::from_word("hologram"), Kind::Unknown);
    }
}
