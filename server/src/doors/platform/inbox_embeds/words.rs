//! What stands in bodies, and its words. Bodies are read field by field, so that an error can name its field, and the
//! domain has the words; these only describe them.
#![expect(dead_code, reason = "they are never made")]

use utoipa::ToSchema;
use uuid::Uuid;

macro_rules! words {
    ($($name:ident { $($word:ident)* })*) => {$(
        #[derive(ToSchema)]
        #[schema(rename_all = "snake_case")]
        pub enum $name { $($word,)* }
    )*};
}

words! {
    EmbedScopeType { Project Customer PhoneNumber }
    EmbedStatus { Active Revoked }
    EmbedMode { System Light Dark }
    EmbedLanguage { En Es Pt Ar }
}

#[derive(ToSchema)]
pub struct InboxEmbedCreateRequest {
    #[schema(inline)]
    inbox_embed: NewInboxEmbed,
}

#[derive(ToSchema)]
pub struct NewInboxEmbed {
    #[schema(max_length = 120)]
    name: Option<String>,
    scope_type: EmbedScopeType,
    /// Required for `customer` and `phone_number`; must be blank for `project`
    scope_id: Option<String>,
    assigned_user_id: Option<Uuid>,
    /// As in `https://app.example.com`, `*.example.com` or `http://localhost:*`
    #[schema(max_items = 50)]
    allowed_origins: Option<Vec<String>>,
    #[schema(default = "system")]
    default_mode: Option<EmbedMode>,
    #[schema(default = "en")]
    language: Option<EmbedLanguage>,
    /// Whether single keys do things while the frame has the focus
    #[schema(default = true)]
    keyboard_shortcuts: Option<bool>,
    /// In the future
    #[schema(format = DateTime)]
    expires_at: Option<String>,
}

#[derive(ToSchema)]
pub struct InboxEmbedUpdateRequest {
    #[schema(inline)]
    inbox_embed: ChangedInboxEmbed,
}

/// The scope cannot be changed: make another embed instead.
#[derive(ToSchema)]
pub struct ChangedInboxEmbed {
    #[schema(max_length = 120)]
    name: Option<String>,
    assigned_user_id: Option<Uuid>,
    #[schema(max_items = 50, nullable = false)]
    allowed_origins: Option<Vec<String>>,
    #[schema(nullable = false)]
    default_mode: Option<EmbedMode>,
    #[schema(nullable = false)]
    language: Option<EmbedLanguage>,
    #[schema(nullable = false)]
    keyboard_shortcuts: Option<bool>,
    #[schema(format = DateTime)]
    expires_at: Option<String>,
}

#[derive(ToSchema)]
pub struct InboxEmbedRotateRequest {
    /// For how many seconds the old token stays good
    #[schema(minimum = 0, maximum = 86400, default = 0)]
    grace_seconds: Option<i64>,
}
