//! Pages of a project, one file per URL.

pub mod activity;
pub mod api_keys;
pub mod customers;
pub mod deliveries;
pub mod embeds;
pub mod members;
pub mod new_embed;
pub mod numbers;
pub mod one_embed;
pub mod saved_replies;
pub mod webhooks;
