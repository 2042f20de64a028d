//! Prints Oriel's figures, each beside what it is measured against, from one run on one machine.

mod first_visit;
mod house;
mod intake;
mod load;
mod render;
mod thread;

use anyhow::Result;
use house::House;

#[tokio::main]
async fn main() -> Result<()> {
    // reqwest asks for one even where it speaks plain HTTP; it is set once in a process.
    let _ = rustls::crypto::ring::default_provider().install_default();
    println!(
        "Oriel's figures. {} cores, SQLite in a temporary folder, client and server share them.",
        cores()
    );
    let house = House::furnished().await?;
    first_visit::print(&house).await?;
    render::print(&house).await?;
    thread::print().await?;
    intake::print().await
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
