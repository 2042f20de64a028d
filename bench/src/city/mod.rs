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
    for url in std::iter::once(None).chain(postgres.map(Some)) {
        for size in [large.share(1, 10), large] {
            one(size, url).await?;
        }
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

async fn one(size: Size, postgres: Option<&str>) -> Result<()> {
    let begun = Instant::now();
    let house = match postgres {
        Some(url) => House::at(url).await?,
        None => House::empty().await?,
    };
    let city = City::build(&house, size).await?;
    println!(
        "\n{} messages in {} conversations on {} (written in {:.0} s)",
        size.messages,
        size.conversations,
        if postgres.is_some() {
            "PostgreSQL"
        } else {
            "SQLite"
        },
        begun.elapsed().as_secs_f64()
    );
    ask::lists(&house, &city).await?;
    ask::people(&house, &city).await?;
    ask::searches(&house, &city).await?;
    house.leave().await
}
