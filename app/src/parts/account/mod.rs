//! Who is signed in, and where.

pub mod client;
pub mod language;
pub mod password;
pub mod sessions;
