//! What drives the sandbox: the phone page, tests and demos, over JSON under `/sandbox`.

pub mod chats;
pub mod customers;
pub mod faults;
pub mod habits;
pub mod line;
pub mod media;
pub mod messages;
