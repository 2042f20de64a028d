//! A WhatsApp that is not Meta.
//!
//! To a server it is the Cloud API at another base URL: it takes sends, keeps media and posts
//! signed webhooks. To a person it is a phone in the browser (`/phone`). To a test it is a set of
//! handles: what was accepted, what the customer does next, and what shall go wrong.
//!
//! Nothing is stored. When the [`Sandbox`] is dropped, its WhatsApp is gone.

mod clock;
mod cloud;
mod control;
mod fault;
pub mod host;
mod live;
mod media;
mod network;
mod phone;
mod router;
mod settings;
mod start;
mod webhook;
mod wire;
mod world;

pub use fault::{Fault, FaultCount, FaultKind, Faults};
pub use network::{Accepted, Past, Refused};
pub use settings::{Number, Settings};
pub use start::{Sandbox, start};
pub use world::{Author, ChatKey, Customer, Habits, Message, NewCustomer, Status, wamid};
