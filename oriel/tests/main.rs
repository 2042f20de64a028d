//! The built binary, as an operator runs it.

mod kill_nine;
mod large_file;
mod secrets;
mod support;
