//! `oriel demo`.

use anyhow::Result;
use clap::Args;

#[derive(Args)]
pub struct Demo {}

pub async fn run(_: Demo) -> Result<()> {
    anyhow::bail!("not yet")
}
