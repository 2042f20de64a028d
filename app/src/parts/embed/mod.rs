//! Embeds on the dashboard: the table, the form, what others would see, and why a frame is blank.

pub mod doctor;
pub mod edit;
pub mod expiry;
pub mod facts;
pub mod fields;
pub mod origin_lines;
pub mod origins;
pub mod preview;
pub mod rotate;
pub mod scope;
pub mod secret;
pub mod settings;
pub mod table;
