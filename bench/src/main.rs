//! Prints Oriel's figures, each beside what it is measured against, from one run on one machine.

mod browser;
mod city;
mod day;
mod first_visit;
mod house;
mod intake;
mod load;
mod render;
mod thread;
mod visit;

use anyhow::Result;
use house::House;

/// What there is to measure, in the order in which it is printed.
const ALL: [&str; 7] = [
    "visit", "render", "thread", "day", "intake", "browser", "city",
];

/// `bench [NAME…]`: those figures, or all.
/// `ORIEL_BENCH_KEEP`: the folder in which cities stay for the next run.
/// `ORIEL_BENCH_POSTGRES_URL`: the city is built there too. `ORIEL_BENCH_SHARE`: its size in percent of five million messages.
#[tokio::main]
async fn main() -> Result<()> {
    // reqwest asks for one even where it speaks plain HTTP; it is set once in a process.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let asked: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = asked.iter().find(|name| !ALL.contains(&name.as_str())) {
        anyhow::bail!(
            "{unknown}: there is no such figure, only {}",
            ALL.join(", ")
        );
    }
    println!(
        "Oriel's figures. {} cores, SQLite in a temporary folder, client and server share them.",
        cores()
    );
    for name in ALL {
        if asked.is_empty() || asked.iter().any(|asked| asked == name) {
            measure(name).await?;
        }
    }
    Ok(())
}

async fn measure(name: &str) -> Result<()> {
    match name {
        "visit" => first_visit::print(&House::furnished().await?).await,
        "render" => render::print(&House::furnished().await?).await,
        "thread" => thread::print().await,
        "day" => day::print().await,
        "intake" => intake::print().await,
        "browser" => visit::print(&House::furnished().await?).await,
        _ => {
            let share = std::env::var("ORIEL_BENCH_SHARE").ok();
            let postgres = std::env::var("ORIEL_BENCH_POSTGRES_URL").ok();
            let share = share.and_then(|share| share.parse().ok()).unwrap_or(100);
            city::print(share, postgres.as_deref()).await
        }
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
