//! The doors, knocked at from outside.

mod cluster;
mod dashboard;
mod embed;
mod foreign;
mod handshake;
mod intake;
mod live;
mod meta;
mod platform;
mod revoke;
mod send;
mod send_faults;
mod send_kinds;
mod signature;
mod templates;
