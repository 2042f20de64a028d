//! A project with millions of messages, written straight into the tables: how long lists and searches take in it,
//! beside the same with a tenth of everything.

mod ask;
mod build;
mod questions;
mod words;

use crate::house::{Address, House};
use anyhow::Result;
use build::City;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::time::Instant;
use tempfile::TempDir;

/// Conversations and messages.
#[derive(Clone, Copy)]
pub struct Size {
    pub conversations: usize,
    pub messages: usize,
}

const LARGE: Size = Size {
    conversations: 100_000,
    messages: 5_000_000,
};

/// `share`: the large one has this part of a hundred of five million messages.
pub async fn print(share: usize, postgres: Option<&str>) -> Result<()> {
    let (_gone, folder) = folder()?;
    let large = LARGE.share(share, 100);
    let mut written = Vec::new();
    for url in std::iter::once(None).chain(postgres.map(Some)) {
        for size in [large.share(1, 10), large] {
            if chosen(&name(url, size)) {
                written.push(Written::new(size, url, &folder).await?);
            }
        }
    }
    rest().await?;
    for one in written {
        one.ask().await?;
    }
    Ok(())
}

/// As its folder is called.
fn name(postgres: Option<&str>, size: Size) -> String {
    format!("{}-{}", database(postgres), size.messages)
}

const fn database(postgres: Option<&str>) -> &'static str {
    match postgres {
        Some(_) => "PostgreSQL",
        None => "SQLite",
    }
}

/// All, or with `ORIEL_BENCH_CITIES` those that it names: `SQLite-5000000,PostgreSQL-500000`.
fn chosen(name: &str) -> bool {
    std::env::var("ORIEL_BENCH_CITIES")
        .map_or(true, |names| names.split(',').any(|one| one == name))
}

/// With `ORIEL_BENCH_KEEP` the cities stay in that folder, and a second run asks them again.
fn folder() -> Result<(Option<TempDir>, PathBuf)> {
    if let Some(kept) = std::env::var_os("ORIEL_BENCH_KEEP") {
        return Ok((None, kept.into()));
    }
    let folder = TempDir::new()?;
    let path = folder.path().to_owned();
    Ok((Some(folder), path))
}

/// With `ORIEL_BENCH_WAIT` it waits for a line, so that one can let the machine come to rest after the writing.
async fn rest() -> Result<()> {
    if std::env::var_os("ORIEL_BENCH_WAIT").is_some() {
        println!("\nAll is written. A line goes on.");
        tokio::task::spawn_blocking(|| std::io::stdin().read_line(&mut String::new())).await??;
    }
    Ok(())
}

impl Size {
    const fn share(self, part: usize, of: usize) -> Self {
        Self {
            conversations: self.conversations * part / of,
            messages: self.messages * part / of,
        }
    }
}

/// A city in its database.
struct Written {
    size: Size,
    database: &'static str,
    seconds: f64,
    house: House,
    city: City,
}

/// What is kept of one, so that it is found again.
#[derive(Serialize, Deserialize)]
struct Kept {
    seconds: f64,
    house: Address,
    city: City,
}

impl Written {
    async fn new(size: Size, postgres: Option<&str>, folder: &Path) -> Result<Self> {
        let begun = Instant::now();
        let database = database(postgres);
        let folder = folder.join(name(postgres, size));
        let file = folder.join("city.json");
        if let Ok(kept) = std::fs::read(&file) {
            let kept: Kept = serde_json::from_slice(&kept)?;
            return Ok(Self {
                size,
                database,
                seconds: kept.seconds,
                house: House::again(&folder, kept.house).await?,
                city: kept.city,
            });
        }
        let house = match postgres {
            Some(url) => House::at(url, &folder).await?,
            None => House::kept(&folder).await?,
        };
        let city = City::build(&house, size).await?;
        let seconds = begun.elapsed().as_secs_f64();
        let kept = Kept {
            seconds,
            house: house.kept_at(),
            city,
        };
        std::fs::create_dir_all(&folder)?;
        std::fs::write(&file, serde_json::to_vec(&kept)?)?;
        Ok(Self {
            size,
            database,
            seconds,
            house,
            city: kept.city,
        })
    }

    async fn ask(self) -> Result<()> {
        println!(
            "\n{} messages in {} conversations on {} (written in {:.0} s)",
            self.size.messages, self.size.conversations, self.database, self.seconds
        );
        ask::lists(&self.house, &self.city).await?;
        ask::people(&self.house, &self.city).await?;
        ask::searches(&self.house, &self.city).await?;
        self.house.leave().await
    }
}
