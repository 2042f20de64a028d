//! The people of a project, on the dashboard.

pub mod invitations;
pub mod invite;
pub mod remove;
pub mod table;
