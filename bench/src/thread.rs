//! A thread of 10,000 messages in a real browser: opened, and scrolled to its first message.

use crate::house::{House, message, post, webhook};
use anyhow::Result;
use std::time::Duration;

const MESSAGES: usize = 10_000;
const PHONE: &str = "16505550000";

pub async fn print() -> Result<()> {
    println!("\nA thread of {MESSAGES} messages");
    let house = House::empty().await?;
    let now = app::domain::time::Timestamp::now().seconds();
    for first in (0..MESSAGES).step_by(500) {
        let moment = |nth: usize| now - 80_000 + (first + nth) as i64;
        let messages: Vec<_> = (0..500)
            .map(|nth| message(PHONE, &format!("long.{}", first + nth), moment(nth)))
            .collect();
        post(house.address, &webhook(PHONE, &messages)).await?;
    }
    settle(&house).await?;
    let page = format!("http://{}{}", house.address, house.page);
    crate::browser::run("thread", vec![page]).await
}

async fn settle(house: &House) -> Result<()> {
    for _ in 0..1_200 {
        let (count,): (i64,) = server::store::sql("select count(*) from messages")
            .one(&house.state.db)
            .await?;
        if count as usize >= MESSAGES {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    anyhow::bail!("the messages were not applied")
}
