//! WhatsApp's words and ours. Everything Meta sends is hostile until it has passed through here.

pub mod amended;
pub mod content;
pub mod errors;
pub mod graph;
pub mod media;
pub mod outgoing;
pub mod repair;
pub mod shown;
pub mod signature;
pub mod template;
pub mod webhook;
