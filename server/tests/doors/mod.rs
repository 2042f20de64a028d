//! The doors, knocked at from outside.

mod capabilities;
mod cluster;
mod contact;
mod dashboard;
mod embed;
mod foreign;
mod handshake;
mod intake;
mod languages;
mod live;
mod media;
mod meta;
mod platform;
mod revoke;
mod search;
mod send;
mod send_faults;
mod send_kinds;
mod signature;
mod team;
mod templates;
mod trouble;
