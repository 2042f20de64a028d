//! All SQL, one file per noun. What a viewer may see is decided in `scope.rs` and nowhere else:
//! **a read for a person takes a `Viewer`, and a `Viewer` is made from a verified credential only.**
//! Functions that take a `Tx` or belong to the cellar (`raw_webhook`, `outbox`, `event`) serve the workers.

pub mod activity;
pub mod amendment;
pub mod announce;
pub mod api_key;
pub mod assignment;
pub mod claim;
pub mod contact;
pub mod conversation;
pub mod cursor;
pub mod customer;
pub mod db;
pub mod details;
pub mod embed;
pub mod event;
pub mod execution;
pub mod invitation;
pub mod listing;
pub mod media;
pub mod member;
pub mod message;
pub mod note;
pub mod notify;
pub mod number;
pub mod outbox;
pub mod project;
pub mod raw_webhook;
pub mod saved_reply;
pub mod scope;
pub mod search;
pub mod session;
pub mod sql;
pub mod status;
pub mod template;
pub mod thread;
pub mod trouble;
pub mod user;
pub mod webhook;
pub mod workflow;

pub use db::{Db, Tx};
pub use sql::sql;
