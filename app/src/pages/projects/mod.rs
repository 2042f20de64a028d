//! Pages of a project, one file per URL.

pub mod embeds;
pub mod new_embed;
pub mod one_embed;
