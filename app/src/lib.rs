//! Oriel's pages, and the words that server and browser share.

pub mod ask;
pub mod domain;
#[cfg(feature = "ssr")]
pub mod inbox;
pub mod problem;
pub mod app;
#[cfg(feature = "ssr")]
pub mod shell;
