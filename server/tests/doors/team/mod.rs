//! The team's own inbox, at `/inbox` after signing in.

mod assigning;
mod notes;
mod way_in;
