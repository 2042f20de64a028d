//! Durable webhook posts, beside the same rows in bare batched inserts.

use crate::house::{House, message, signature, webhook};
use crate::load;
use crate::render::show;
use anyhow::Result;
use app::domain::time::Timestamp;
use server::store::raw_webhook::{self, Arrived};
use std::time::{Duration, Instant};

const CONNECTIONS: usize = 64;
const TIME: Duration = Duration::from_secs(5);
const BATCH: usize = 256;

pub async fn print() -> Result<()> {
    println!(
        "\nWebhook intake on SQLite, synchronous=FULL, {CONNECTIONS} connections, {} s",
        TIME.as_secs()
    );
    let house = House::empty().await?;
    let posts = load::run(house.address, CONNECTIONS, TIME, request).await?;
    show("posts", &posts);
    let bare = bare().await?;
    println!(
        "  {:<12} {bare:>9.0} rows a second, {BATCH} a commit, nothing else running",
        "bare inserts"
    );
    println!(
        "  posts / rows   {:.2}   (goal: 0.50; 1,500 a second with p99 under 100 ms)",
        posts.per_second / bare
    );
    Ok(())
}

fn body(nth: usize) -> Vec<u8> {
    let phone = (16_505_000_000 + (nth % 1_000) as u64).to_string();
    webhook(
        &phone,
        &[message(
            &phone,
            &format!("bench.{nth}"),
            Timestamp::now().seconds(),
        )],
    )
}

fn request(nth: usize) -> Vec<u8> {
    let body = body(nth);
    let signature = signature(&body).unwrap_or_default();
    let mut request = format!(
        "POST /webhooks/whatsapp HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: {}\r\nx-hub-signature-256: {signature}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    request.extend(body);
    request
}

/// The same statement and the same commit, without HTTP, signatures or anybody waiting.
async fn bare() -> Result<f64> {
    let house = House::empty().await?;
    let batches: Vec<Vec<Arrived>> = (0..80)
        .map(|batch| (0..BATCH).map(|row| arrived(batch * BATCH + row)).collect())
        .collect();
    let begun = Instant::now();
    for batch in &batches {
        raw_webhook::keep(&house.state.db, batch).await?;
    }
    Ok((batches.len() * BATCH) as f64 / begun.elapsed().as_secs_f64())
}

fn arrived(nth: usize) -> Arrived {
    Arrived::new(vec![0; 16], &body(1_000_000 + nth), Timestamp::now())
}
