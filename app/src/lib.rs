//! Oriel's pages, and the words that server and browser share.

pub mod app;
pub mod ask;
pub mod browser;
pub mod desk;
pub mod domain;
#[cfg(feature = "ssr")]
pub mod inbox;
pub mod json;
pub mod live;
#[cfg(feature = "ssr")]
pub mod office;
pub mod pages;
pub mod parts;
pub mod problem;
#[cfg(feature = "ssr")]
pub mod shell;
pub mod texts;
pub mod ui;
pub mod words;
