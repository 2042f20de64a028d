//! Embeds as they are answered.

use super::words::{EmbedLanguage, EmbedMode, EmbedScopeType, EmbedStatus};
use app::domain::embed::{Created, Embed};
use app::domain::id::UserId;
use app::domain::time::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// An embed, without its secret.
#[derive(Serialize, ToSchema)]
pub struct InboxEmbed {
    pub id: Uuid,
    pub name: Option<String>,
    #[schema(value_type = EmbedScopeType)]
    pub scope_type: &'static str,
    /// Customer UUID for `customer`, WhatsApp `phone_number_id` for `phone_number`, null for `project`
    pub scope_id: Option<String>,
    /// The customer's name or the number, when there is one
    pub scope_name: Option<String>,
    /// Limits what is shown to conversations whose active assignment is this user
    pub assigned_user_id: Option<Uuid>,
    pub assigned_user_name: Option<String>,
    #[schema(value_type = EmbedStatus)]
    pub status: &'static str,
    /// Origins that may embed the inbox. Empty means any origin.
    pub allowed_origins: Vec<String>,
    #[schema(value_type = EmbedMode)]
    pub default_mode: &'static str,
    #[schema(value_type = EmbedLanguage)]
    pub language: String,
    /// Whether single keys do things while the frame has the focus
    pub keyboard_shortcuts: bool,
    #[schema(format = DateTime)]
    pub expires_at: Option<String>,
    #[schema(format = DateTime)]
    pub last_used_at: Option<String>,
    #[schema(format = DateTime)]
    pub created_at: String,
    #[schema(format = DateTime)]
    pub updated_at: String,
}

/// An embed with its secret. Store the address: it is not shown again.
#[derive(Serialize, ToSchema)]
pub struct InboxEmbedCreated {
    #[serde(flatten)]
    pub embed: InboxEmbed,
    /// The raw token. Only creating and rotating answer it.
    pub token: String,
    /// The address for the iframe. Only creating and rotating answer it.
    #[schema(format = "uri")]
    pub embed_url: String,
}

impl From<Embed> for InboxEmbed {
    fn from(embed: Embed) -> Self {
        let at = |at: Option<Timestamp>| at.map(Timestamp::iso);
        Self {
            id: embed.id.uuid(),
            name: embed.name,
            scope_type: embed.scope_type.word(),
            scope_id: embed.scope_id,
            scope_name: embed.scope_name,
            assigned_user_id: embed.assigned_user_id.map(UserId::uuid),
            assigned_user_name: embed.assigned_user_name,
            status: if embed.revoked_at.is_some() {
                "revoked"
            } else {
                "active"
            },
            allowed_origins: embed.allowed_origins,
            default_mode: embed.default_mode.word(),
            language: embed.language,
            keyboard_shortcuts: embed.keyboard_shortcuts,
            expires_at: at(embed.expires_at),
            last_used_at: at(embed.last_used_at),
            created_at: embed.created_at.iso(),
            updated_at: embed.updated_at.iso(),
        }
    }
}

impl From<Created> for InboxEmbedCreated {
    fn from(created: Created) -> Self {
        Self {
            embed: created.embed.into(),
            token: created.secret.token,
            embed_url: created.secret.embed_url,
        }
    }
}
