//! Saved replies on the dashboard.

pub mod form;
pub mod table;
