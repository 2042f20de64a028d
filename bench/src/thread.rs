//! A thread of 10,000 messages in a real browser: opened, and scrolled to its first message.

use crate::house::{House, message, post, webhook};
use anyhow::Result;
use std::path::Path;
use std::process::Command;
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
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("thread.mjs");
    // It waits for the browser, and the server must go on meanwhile.
    let told =
        tokio::task::spawn_blocking(move || Command::new("node").arg(script).arg(page).output())
            .await?;
    match told {
        Ok(output) if output.status.success() => {
            print!("{}", String::from_utf8_lossy(&output.stdout))
        }
        _ => println!("  not measured: there is no Node.js, no Playwright or no Chromium here"),
    }
    Ok(())
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
