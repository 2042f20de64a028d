//! What the store promises, on both databases.

mod list;
mod plans;
mod schema;
