//! Identifiers: one type per noun, so that none can stand where another belongs.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// The identifier as the database keeps it.
            pub const fn uuid(self) -> Uuid {
                self.0
            }

            /// The one that nothing has.
            pub const fn nobody() -> Self {
                Self(Uuid::nil())
            }

            /// When it was made, by the clock of whoever made it.
            pub fn made_at(self) -> super::time::Timestamp {
                let bytes = self.0.as_bytes();
                let moment = bytes[..6].iter().fold(0, |sum, byte| sum << 8 | i64::from(*byte));
                super::time::Timestamp(moment)
            }

            /// A new identifier, version 7: later ones sort after earlier ones.
            pub fn new() -> Self {
                Self(super::time::new_uuid())
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

id! {
    /// A project: the wall between companies.
    ProjectId
    /// A person who can sign in.
    UserId
    /// A customer of the company that runs the project.
    CustomerId
    /// A connected WhatsApp number (our id; Meta's is `PhoneNumberId`).
    NumberId
    /// A person who writes to us.
    ContactId
    /// A stretch of talk between one number and one contact.
    ConversationId
    /// A message; for outbound ones the browser makes it.
    MessageId
    /// An access link for an iframe.
    EmbedId
    /// A key of the Platform API.
    ApiKeyId
    /// A webhook body as it came.
    RawWebhookId
    /// An assignment of a conversation to a user.
    AssignmentId
    /// A signed-in browser.
    SessionId
    /// An invitation to a project.
    InvitationId
    /// A line of a project's activity log.
    ActivityId
    /// A file of a message; for uploads the browser makes it.
    MediaId
    /// A note of the team about a contact.
    NoteId
    /// A reply that is kept for use again.
    SavedReplyId
    /// An automation outside Oriel.
    WorkflowId
    /// A workflow at work on a conversation.
    ExecutionId
    /// An address that is told what happens.
    WebhookId
    /// One thing that a webhook is told.
    DeliveryId
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::{SECOND, Timestamp};

    #[test]
    fn an_identifier_knows_when_it_was_made() {
        let made = MessageId::new().made_at();
        assert!(Timestamp::now().since(made).abs() < SECOND, "{made:?}");
    }
}
