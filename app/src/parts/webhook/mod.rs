//! Outgoing webhooks on the dashboard.

pub mod deliveries;
pub mod events;
pub mod form;
pub mod table;
