//! One file per URL.

pub mod account;
pub mod embed;
pub mod join;
pub mod missing;
pub mod projects;
pub mod setup;
pub mod sign_in;
