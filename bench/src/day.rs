//! A page that stays open: 20,000 live messages, then 500 conversations opened one after the other.

use crate::house::{House, message, post, webhook};
use anyhow::Result;
use std::time::Duration;

const MESSAGES: usize = 20_000;
const CONVERSATIONS: usize = 200;
/// Messages of one webhook, and webhooks a second.
const TOGETHER: usize = 10;
const PACE: Duration = Duration::from_millis(40);

pub async fn print() -> Result<()> {
    println!("\nA page that stays open: {MESSAGES} live messages, 500 conversations opened");
    let house = House::furnished().await?;
    let address = format!("http://{}{}", house.address, house.page);
    let page = tokio::spawn(crate::browser::run(
        "day",
        vec![address, MESSAGES.to_string()],
    ));
    // The browser is there by then; what it missed it would catch up with.
    tokio::time::sleep(Duration::from_secs(5)).await;
    talk(&house).await?;
    page.await?
}

async fn talk(house: &House) -> Result<()> {
    let now = app::domain::time::Timestamp::now().seconds();
    for first in (0..MESSAGES).step_by(TOGETHER) {
        let phone = (16_505_550_000 + (first / TOGETHER % CONVERSATIONS) as u64).to_string();
        let messages: Vec<_> = (first..first + TOGETHER)
            .map(|nth| message(&phone, &format!("day.{nth}"), now))
            .collect();
        post(house.address, &webhook(&phone, &messages)).await?;
        tokio::time::sleep(PACE).await;
    }
    Ok(())
}
