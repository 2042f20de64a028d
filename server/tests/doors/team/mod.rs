//! The team's own inbox, at `/inbox` after signing in.

mod assigning;
mod notes;
mod starting;
mod way_in;
