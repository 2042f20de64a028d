//! What the store promises, on both databases.

mod assignment;
mod contact;
mod event;
mod execution;
mod idle;
mod list;
mod media;
mod message;
mod outbox;
mod plans;
mod raw_webhook;
mod saved_reply;
mod schema;
mod search;
mod search_plans;
mod status;
mod thread;
