//! How people call the things of the domain. The domain itself knows no language.

mod activity;
mod contact;
mod conversation;
mod delivery;
mod doctor;
mod embed;
pub mod file;
mod flaw;
mod member;
mod message;
mod problem;
pub mod refusal;
mod theme;
pub mod webhook;
