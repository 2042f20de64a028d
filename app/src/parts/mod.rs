//! The parts of the screen, a folder or file per noun.

pub mod account;
pub mod activity;
pub mod api_key;
pub mod automation;
pub mod composer;
pub mod conversation_list;
pub mod customer;
pub mod details;
pub mod embed;
pub mod kind_icon;
pub mod live_dot;
pub mod member;
pub mod number;
pub mod office;
pub mod saved_reply;
pub mod screen;
pub mod team;
pub mod theme_menu;
pub mod thread;
pub mod tick;
pub mod webhook;
