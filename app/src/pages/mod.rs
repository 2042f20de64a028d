//! One file per URL.

pub mod embed;
pub mod missing;
pub mod projects;
pub mod setup;
pub mod sign_in;
