//! The parts of the screen, a folder or file per noun.

pub mod composer;
pub mod contact_card;
pub mod conversation_list;
pub mod embed;
pub mod kind_icon;
pub mod live_dot;
pub mod office;
pub mod screen;
pub mod theme_menu;
pub mod thread;
pub mod tick;
