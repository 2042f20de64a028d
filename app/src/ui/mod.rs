//! Small things that know nothing of WhatsApp.

pub mod avatar;
pub mod bricks;
pub mod clock;
pub mod copy;
pub mod dialog;
pub mod distance;
pub mod ending;
pub mod field;
pub mod form;
pub mod icon;
pub mod inlay;
pub mod keys;
pub mod later;
pub mod live;
pub mod once;
pub mod paging;
mod reader;
pub mod request;
pub mod sheet;
pub mod table;
pub mod time;
pub mod toast;
