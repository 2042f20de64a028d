//! Oriel's server: doors, rooms and cellar.

pub mod access;
pub mod error;
pub mod store;
pub mod whatsapp;
