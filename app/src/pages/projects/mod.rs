//! Pages of a project, one file per URL.

pub mod activity;
pub mod api_keys;
pub mod customers;
pub mod embeds;
pub mod members;
pub mod new_embed;
pub mod numbers;
pub mod one_embed;
