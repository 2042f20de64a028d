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
    ($($name:ident $word:literal $said:literal;)*) => {
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

            /// As it is said between the actor and the target.
            pub const fn said(self) -> &'static str {
                match self {
                    $(Self::$name => $said,)*
                }
            }
        }
    };
}

deeds! {
    ProjectCreated "project.created" "created the project";
    EmbedCreated "embed.created" "created the embed";
    EmbedChanged "embed.changed" "changed the embed";
    EmbedRotated "embed.rotated" "rotated the token of the embed";
    EmbedRevoked "embed.revoked" "revoked the embed";
    NumberConnected "number.connected" "connected the number";
    NumberChanged "number.changed" "changed the number";
    NumberDisconnected "number.disconnected" "disconnected the number";
    CustomerCreated "customer.created" "added the customer";
    CustomerChanged "customer.changed" "changed the customer";
    CustomerDeleted "customer.deleted" "deleted the customer";
    KeyCreated "api_key.created" "created the API key";
    KeyRevoked "api_key.revoked" "revoked the API key";
    ReplyCreated "saved_reply.created" "added the saved reply";
    ReplyChanged "saved_reply.changed" "changed the saved reply";
    ReplyDeleted "saved_reply.deleted" "deleted the saved reply";
    MemberInvited "member.invited" "invited";
    InvitationWithdrawn "invitation.withdrawn" "withdrew the invitation of";
    MemberJoined "member.joined" "joined as";
    RoleChanged "member.role_changed" "changed the role of";
    MemberRemoved "member.removed" "removed";
    WebhookCreated "webhook.created" "created the webhook";
    WebhookChanged "webhook.changed" "changed the webhook";
    WebhookDeleted "webhook.deleted" "deleted the webhook";
    WorkflowCreated "workflow.created" "registered the workflow";
    WorkflowChanged "workflow.changed" "changed the workflow";
}

impl Deed {
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|deed| deed.word() == word)
    }
}
