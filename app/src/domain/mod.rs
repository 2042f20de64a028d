//! The words both sides speak. Serde and std only: nothing here knows a database, a page or WhatsApp's wire format.

pub mod account;
pub mod activity;
pub mod api_key;
pub mod change;
pub mod contact;
pub mod conversation;
pub mod customer;
pub mod delivery;
pub mod doctor;
pub mod embed;
pub mod filter;
pub mod given;
pub mod id;
pub mod listing;
pub mod member;
pub mod message;
pub mod number;
pub mod origin;
pub mod page;
pub mod phone;
pub mod time;
pub mod viewer;
pub mod window;
