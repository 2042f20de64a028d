//! A project's activity log: who did what.

use super::id::ActivityId;
use super::time::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    pub id: ActivityId,
    pub at: Timestamp,
    /// A person's name, or an API key's.
    pub actor: String,
    pub actor_is_program: bool,
    pub deed: Deed,
    /// What it was done to, by the name it had then.
    pub target: String,
    /// More in words, such as the fields that changed.
    pub details: Option<String>,
}

macro_rules! deeds {
    ($($name:ident $word:literal;)*) => {
        /// What was done. The words are stored; they never change their meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Deed {
            $($name,)*
        }

        impl Deed {
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }
        }
    };
}

deeds! {
    ProjectCreated "project.created";
    EmbedCreated "embed.created";
    EmbedChanged "embed.changed";
    EmbedRotated "embed.rotated";
    EmbedRevoked "embed.revoked";
    NumberConnected "number.connected";
    NumberChanged "number.changed";
    NumberDisconnected "number.disconnected";
    CustomerCreated "customer.created";
    CustomerChanged "customer.changed";
    CustomerDeleted "customer.deleted";
    KeyCreated "api_key.created";
    KeyRevoked "api_key.revoked";
    ReplyCreated "saved_reply.created";
    ReplyChanged "saved_reply.changed";
    ReplyDeleted "saved_reply.deleted";
    MemberInvited "member.invited";
    InvitationWithdrawn "invitation.withdrawn";
    MemberJoined "member.joined";
    RoleChanged "member.role_changed";
    MemberRemoved "member.removed";
    WebhookCreated "webhook.created";
    WebhookChanged "webhook.changed";
    WebhookDeleted "webhook.deleted";
    WorkflowCreated "workflow.created";
    WorkflowChanged "workflow.changed";
}

impl Deed {
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|deed| deed.word() == word)
    }
}
