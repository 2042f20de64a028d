//! A copy of the database that is whole, taken while others write.

use anyhow::{Result, bail};
use server::config::Config;
use server::store::Db;
use std::path::Path;

pub async fn run(config: &Config, to: &Path) -> Result<()> {
    if to.exists() {
        bail!("{} exists already", to.display());
    }
    let db = Db::open(&config.database_url).await?;
    db.copy_to(to).await?;
    println!("{}", to.display());
    Ok(())
}
