//! From a credential to a `Viewer`, and everything secret that this needs.

pub mod actor;
pub mod api_key;
pub mod embed;
pub mod pace;
pub mod pass;
pub mod password;
pub mod permit;
pub mod seal;
pub mod session;
pub mod team;
pub mod token;
pub mod viewer;
