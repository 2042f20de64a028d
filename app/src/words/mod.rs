//! How people call the things of the domain. The domain itself knows no language.

mod contact;
mod conversation;
mod delivery;
pub mod file;
mod flaw;
mod message;
pub mod notice;
mod problem;
mod theme;
mod trouble;
