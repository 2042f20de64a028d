//! The office: what those who administer a project do there. The dashboard and the Platform API are two thin doors
//! to it; both come with an `Actor`, which says who acts and in which project.

pub mod api_keys;
pub mod assignments;
mod clerk;
pub mod conversations;
pub mod customers;
pub mod embeds;
pub mod executions;
pub mod first_run;
pub mod members;
pub mod numbers;
pub mod saved_replies;
pub mod webhooks;
pub mod workflows;

pub use clerk::{Clerk, Visitor};
