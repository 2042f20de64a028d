//! Oriel's server: doors, rooms and cellar.

pub mod access;
pub mod config;
pub mod doors;
pub mod egress;
pub mod error;
pub mod inbox;
pub mod live;
pub mod media;
pub mod office;
pub mod router;
pub mod secret_key;
pub mod serve;
pub mod setup;
pub mod state;
pub mod store;
pub mod whatsapp;
pub mod work;
