//! Logs go to standard error; standard output is for what a command answers.

use anyhow::{Context, Result};
use tracing_subscriber::EnvFilter;

pub fn start(filter: &str) -> Result<()> {
    let filter = EnvFilter::try_new(filter)
        .with_context(|| format!("ORIEL_LOG: {filter:?} is not a log filter"))?;
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    Ok(())
}
