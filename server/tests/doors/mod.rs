//! The doors, knocked at from outside.

mod cluster;
mod contact;
mod dashboard;
mod embed;
mod foreign;
mod handshake;
mod intake;
mod live;
mod media;
mod meta;
mod platform;
mod revoke;
mod send;
mod send_faults;
mod send_kinds;
mod signature;
mod team;
mod templates;
