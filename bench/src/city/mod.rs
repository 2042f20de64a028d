//! A project with millions of messages, written straight into the tables: how long lists and searches take in it,
//! beside the same with a tenth of everything.

mod ask;
mod build;
mod questions;
mod words;

use crate::house::House;
use anyhow::Result;
use build::City;
use std::time::Instant;

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
    let large = LARGE.share(share, 100);
    let mut written = Vec::new();
    for url in std::iter::once(None).chain(postgres.map(Some)) {
        for size in [large.share(1, 10), large] {
            written.push(Written::new(size, url).await?);
        }
    }
    rest().await?;
    for one in written {
        one.ask().await?;
    }
    Ok(())
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

impl Written {
    async fn new(size: Size, postgres: Option<&str>) -> Result<Self> {
        let begun = Instant::now();
        let (database, house) = match postgres {
            Some(url) => ("PostgreSQL", House::at(url).await?),
            None => ("SQLite", House::empty().await?),
        };
        let city = City::build(&house, size).await?;
        let seconds = begun.elapsed().as_secs_f64();
        Ok(Self {
            size,
            database,
            seconds,
            house,
            city,
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
