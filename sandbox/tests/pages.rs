//! The phone page and the host page.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use sandbox::host::{self, HostSettings};
use support::cast;

#[tokio::test]
async fn everything_the_phone_page_asks_for_is_there() {
    let cast = cast().await;
    let page = cast.http.get(cast.url("/phone")).send().await.unwrap();
    let policy = page.headers()["content-security-policy"]
        .to_str()
        .unwrap()
        .to_owned();
    assert!(policy.contains("frame-ancestors 'self' http://localhost:*"));
    let mut waiting = paths(&page.text().await.unwrap());
    let mut seen = Vec::new();
    while let Some(path) = waiting.pop() {
        let answer = cast.http.get(cast.url(&path)).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        let text = answer.text().await.unwrap();
        seen.push(path);
        waiting.extend(paths(&text).into_iter().filter(|it| !seen.contains(it)));
        waiting.dedup();
    }
    assert!(seen.len() > 10);
}

#[tokio::test]
async fn the_host_frames_the_inbox_and_keeps_its_secret() {
    let cast = cast().await;
    let host = host::start(HostSettings {
        listen: ([127, 0, 0, 1], 0).into(),
        embed_url: "http://localhost:3000/embed/secret?lang=en".into(),
        phone_url: cast.url("/phone"),
        title: "Acorn <Bikes>".into(),
    })
    .await
    .unwrap();

    let url = format!("{}/?query=status%3Dopen%26q%3D%2522&sandbox=1", host.url());
    let page = cast.http.get(url).send().await.unwrap();

    assert_eq!(page.headers()["referrer-policy"], "no-referrer");
    assert_eq!(page.headers()["cache-control"], "no-store");
    let html = page.text().await.unwrap();
    assert!(html.contains("embed/secret?lang=en&amp;status=open&amp;q=%22\""));
    assert!(html.contains(r#"sandbox="allow-scripts allow-same-origin""#));
    assert!(html.contains("<title>Acorn &lt;Bikes&gt;</title>"));
    let odd = format!("{}/?query=%22%3E%3Cscript%3E", host.url());
    assert_eq!(cast.http.get(odd).send().await.unwrap().status(), 400);
}

/// Every `"/phone/…"` in a page, a style or a script.
fn paths(text: &str) -> Vec<String> {
    let parts = text.split("\"/phone/").skip(1);
    parts
        .filter_map(|part| part.split('"').next())
        .map(|it| format!("/phone/{it}"))
        .collect()
}
