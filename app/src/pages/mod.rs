//! One file per URL.

pub mod embed;
pub mod missing;
