//! The Cloud API, at any version.

pub mod access;
pub mod answer;
pub mod media;
pub mod messages;
pub mod object;
pub mod problem;
mod seen;
mod shape;
pub mod templates;

pub use problem::Problem;
