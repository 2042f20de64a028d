//! One file per URL.

pub mod account;
pub mod inbox;
pub mod join;
pub mod missing;
pub mod projects;
pub mod setup;
pub mod sign_in;
