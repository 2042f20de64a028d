//! The built binary, as an operator runs it.

mod kill_nine;
mod secrets;
mod support;
