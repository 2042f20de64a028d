//! How requests come in. A handler has three beats: who is asking, do one thing, answer.

pub mod bundle;
pub mod dashboard;
pub mod embed;
pub mod headers;
pub mod health;
pub mod live;
pub mod media;
pub mod meta;
pub mod metrics;
pub mod notice;
pub mod pages;
pub mod platform;
pub mod team;
pub mod webhooks;
