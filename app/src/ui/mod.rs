//! Small things that know nothing of WhatsApp.

pub mod avatar;
pub mod icon;
pub mod time;
