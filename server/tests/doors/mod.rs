//! The doors, knocked at from outside.

mod embed;
mod handshake;
mod intake;
mod live;
mod platform;
mod send;
mod signature;
