//! The bytes of a first visit to an embed with 30 conversations and an open thread of 50 messages.

use crate::house::House;
use anyhow::Result;

pub async fn print(house: &House) -> Result<()> {
    println!("\nFirst visit: 30 conversations, an open thread of 50 messages");
    println!("{:>8} {:>10} {:>10}", "", "raw", "brotli");
    let (mut raw, mut small) = (0, 0);
    let html = String::from_utf8_lossy(&fetch(house, &house.page, false).await?).into_owned();
    let files = files(&html);
    for (kind, path) in std::iter::once(("html", house.page.clone())).chain(files) {
        let plain = fetch(house, &path, false).await?.len();
        let packed = fetch(house, &path, true).await?.len();
        println!("{kind:>8} {plain:>10} {packed:>10}");
        raw += plain;
        small += packed;
    }
    println!(
        "{:>8} {raw:>10} {small:>10}   (goal: 300,000 brotli)",
        "all"
    );
    Ok(())
}

/// What the page asks for by itself.
fn files(html: &str) -> Vec<(&'static str, String)> {
    let mut found: Vec<(&'static str, String)> = Vec::new();
    // A sheet that is disabled waits until something is opened.
    let tags = html.split_inclusive('>');
    let asked: String = tags.filter(|tag| !tag.contains(" disabled")).collect();
    for piece in asked
        .split(['"', '\''])
        .filter(|piece| piece.starts_with("/pkg/"))
    {
        let kind = match piece.rsplit('.').next() {
            Some("js") => "js",
            Some("wasm") => "wasm",
            Some("css") => "css",
            Some("svg") => "icon",
            _ => continue,
        };
        if !found.iter().any(|(_, path)| path == piece) {
            found.push((kind, piece.to_owned()));
        }
    }
    found
}

async fn fetch(house: &House, path: &str, brotli: bool) -> Result<Vec<u8>> {
    let client = reqwest::Client::builder().no_brotli().build()?;
    let request = client.get(format!("http://{}{path}", house.address));
    let request = if brotli {
        request.header("accept-encoding", "br")
    } else {
        request
    };
    Ok(request
        .send()
        .await?
        .error_for_status()?
        .bytes()
        .await?
        .to_vec())
}
