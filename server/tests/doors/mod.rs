//! The doors, knocked at from outside.

mod embed;
mod handshake;
mod intake;
mod platform;
mod signature;
