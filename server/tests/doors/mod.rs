//! The doors, knocked at from outside.

mod cluster;
mod embed;
mod handshake;
mod intake;
mod live;
mod platform;
mod send;
mod signature;
