//! Customers on the dashboard.

pub mod form;
pub mod search;
pub mod table;
