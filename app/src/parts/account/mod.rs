//! Who is signed in, and where.

pub mod client;
pub mod password;
pub mod sessions;
