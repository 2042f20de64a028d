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
pub mod money;
pub mod notice;
mod problem;
pub mod refusal;
pub mod refused;
pub mod run;
mod theme;
mod trouble;
pub mod webhook;
