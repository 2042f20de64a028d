//! A first visit in a real browser, plain and on a slow machine behind a slow line.

use crate::house::House;
use anyhow::Result;

pub async fn print(house: &House) -> Result<()> {
    println!("\nFirst visit in a browser, nothing cached, the middle of five");
    let list = house.page.split('?').next().unwrap_or_default();
    let address = |path: &str| format!("http://{}{path}", house.address);
    crate::browser::run("visit", vec![address(list), address(&house.page)]).await
}
