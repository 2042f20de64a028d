//! Who did what, in a sentence.

use crate::domain::activity::Deed;
use crate::texts::texts;

impl Deed {
    /// `Ana revoked the embed Support`
    pub fn said(self, actor: &str, target: &str) -> String {
        let t = texts();
        match self {
            Self::ProjectCreated => t.deed_project_created(actor, target),
            Self::EmbedCreated => t.deed_embed_created(actor, target),
            Self::EmbedChanged => t.deed_embed_changed(actor, target),
            Self::EmbedRotated => t.deed_embed_rotated(actor, target),
            Self::EmbedRevoked => t.deed_embed_revoked(actor, target),
            Self::NumberConnected => t.deed_number_connected(actor, target),
            Self::NumberChanged => t.deed_number_changed(actor, target),
            Self::NumberDisconnected => t.deed_number_disconnected(actor, target),
            Self::CustomerCreated => t.deed_customer_created(actor, target),
            Self::CustomerChanged => t.deed_customer_changed(actor, target),
            Self::CustomerDeleted => t.deed_customer_deleted(actor, target),
            Self::KeyCreated => t.deed_key_created(actor, target),
            Self::KeyRevoked => t.deed_key_revoked(actor, target),
            Self::ReplyCreated => t.deed_reply_created(actor, target),
            Self::ReplyChanged => t.deed_reply_changed(actor, target),
            Self::ReplyDeleted => t.deed_reply_deleted(actor, target),
            Self::MemberInvited => t.deed_invited(actor, target),
            Self::InvitationWithdrawn => t.deed_invitation_withdrawn(actor, target),
            Self::MemberJoined => t.deed_joined(actor, target),
            Self::RoleChanged => t.deed_role_changed(actor, target),
            Self::MemberRemoved => t.deed_member_removed(actor, target),
            Self::WebhookCreated => t.deed_webhook_created(actor, target),
            Self::WebhookChanged => t.deed_webhook_changed(actor, target),
            Self::WebhookDeleted => t.deed_webhook_deleted(actor, target),
            Self::WorkflowCreated => t.deed_workflow_created(actor, target),
            Self::WorkflowChanged => t.deed_workflow_changed(actor, target),
        }
    }
}
