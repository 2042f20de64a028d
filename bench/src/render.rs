//! How fast pages are rendered, beside a file of the same size from the same process.

use crate::house::House;
use crate::load::{self, Measured};
use anyhow::Result;
use std::time::Duration;

const CONNECTIONS: usize = 16;
const TIME: Duration = Duration::from_secs(5);

pub async fn print(house: &House) -> Result<()> {
    let page = load::get(&house.page);
    let html = reqwest::get(format!("http://{}{}", house.address, house.page))
        .await?
        .bytes()
        .await?;
    let size = html.len();
    // Set once, before anything asks for it.
    let _ = house.still.set(html);
    println!(
        "\nRendering, {CONNECTIONS} kept-alive connections, {} s each, a page of {size} bytes",
        TIME.as_secs()
    );
    load::run(house.address, CONNECTIONS, Duration::from_secs(1), {
        let page = page.clone();
        move |_| page.clone()
    })
    .await?;
    let rendered = load::run(house.address, CONNECTIONS, TIME, move |_| page.clone()).await?;
    let still = load::run(house.address, CONNECTIONS, TIME, |_| load::get("/static")).await?;
    show("page", &rendered);
    show("file", &still);
    println!(
        "  page / file    {:.2}   (goal: 0.25; p99 of the page under 50 ms)",
        rendered.per_second / still.per_second
    );
    Ok(())
}

pub fn show(name: &str, measured: &Measured) {
    println!(
        "  {name:<12} {:>9.0} a second   p50 {:>8.2?}   p99 {:>8.2?}",
        measured.per_second, measured.p50, measured.p99
    );
}
