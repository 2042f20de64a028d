//! Every route, knocked at with an embed's token and with a session of the team.

use super::stage::{Stage, read};
use crate::support::base::Base;
use reqwest::Method;
use serde_json::Value;
use std::collections::BTreeSet;

/// A route as the table says it.
struct Line {
    method: String,
    route: String,
    embed: String,
    team: String,
}

#[tokio::test]
async fn every_route_answers_embeds_and_the_team_as_the_table_says() {
    let stage = Stage::new(Base::sqlite().await).await;
    let lines: Vec<Line> = read("routes.txt").into_iter().map(line).collect();
    check_names(&stage, &lines).await;
    let mut wrong = Vec::new();
    println!(
        "{:<72} {:>6} {:>5}   {:>5} {:>5}",
        "route", "embed:", "seen", "team:", "seen"
    );
    for line in &lines {
        let (embed, team) = (as_embed(&stage, line).await, as_team(&stage, line).await);
        let text = format!(
            "{:<72} {:>6} {:>5}   {:>5} {:>5}",
            format!("{} {}", line.method, line.route),
            line.embed,
            embed,
            line.team,
            team
        );
        println!("{text}");
        if (embed.to_string(), team.to_string()) != (line.embed.clone(), line.team.clone()) {
            wrong.push(text);
        }
    }
    println!("{} routes", lines.len());
    assert!(
        wrong.is_empty(),
        "not as the table says:\n{}",
        wrong.join("\n")
    );
}

fn line(cells: Vec<String>) -> Line {
    let [name, embed, team] = <[String; 3]>::try_from(cells).unwrap();
    let (method, route) = name.split_once(' ').unwrap();
    Line {
        method: method.to_owned(),
        route: route.to_owned(),
        embed,
        team,
    }
}

/// All that `router.rs` and the API's description name stands in the table, once.
async fn check_names(stage: &Stage, lines: &[Line]) {
    let named: BTreeSet<String> = lines
        .iter()
        .map(|line| format!("{} {}", line.method, line.route))
        .collect();
    assert_eq!(named.len(), lines.len(), "each stands in the table once");
    let source = include_str!("../../../src/router.rs");
    let written = source.split('"').skip(1).step_by(2);
    for route in written.filter(|text| text.starts_with('/')) {
        let is_named = |line: &Line| line.route.ends_with(route) || line.route.starts_with(route);
        assert!(
            route == "/" || lines.iter().any(is_named),
            "{route} is not in the table"
        );
    }
    let described = stage.street.house.get("/platform/v1/openapi.json");
    let described: Value = described.send().await.unwrap().json().await.unwrap();
    let mut calls = BTreeSet::new();
    for (path, item) in described["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys() {
            if Method::from_bytes(method.to_uppercase().as_bytes()).is_ok()
                && ["get", "post", "patch", "put", "delete"].contains(&method.as_str())
            {
                calls.insert(format!("{} /platform/v1{path}", method.to_uppercase()));
            }
        }
    }
    let platform: BTreeSet<String> = named
        .into_iter()
        .filter(|name| {
            name.contains(" /platform/v1/") && !name.contains("/docs") && !name.contains("openapi")
        })
        .collect();
    assert_eq!(
        platform, calls,
        "the table and the API's description differ"
    );
}

/// The token in the path where there is a place for it, and as every other kind of credential.
async fn as_embed(stage: &Stage, line: &Line) -> u16 {
    let path = path(stage, line, stage.token());
    let mut seen = Vec::new();
    for (header, value) in [
        ("authorization", format!("Bearer {}", stage.token())),
        ("x-api-key", stage.token().to_owned()),
        ("cookie", format!("oriel={}", stage.token())),
    ] {
        let request = stage.request(method(line), &path).header(header, value);
        seen.push(knock(request, line).await);
    }
    seen.dedup();
    assert_eq!(seen.len(), 1, "{} {path}: {seen:?}", line.method);
    seen[0]
}

async fn as_team(stage: &Stage, line: &Line) -> u16 {
    let path = path(stage, line, "no-token");
    let request = stage.mate.desk.request(method(line), &path);
    let request = request.header("sec-fetch-site", "same-origin");
    knock(request, line).await
}

async fn knock(request: reqwest::RequestBuilder, line: &Line) -> u16 {
    let request = if line.route.starts_with("/sign-in") || line.route.starts_with("/setup") {
        request
            .header("content-type", "application/x-www-form-urlencoded")
            .body("email=nobody")
    } else if line.method == "GET" {
        request
    } else {
        request
            .header("content-type", "application/json")
            .body("{}")
    };
    request.send().await.unwrap().status().as_u16()
}

fn method(line: &Line) -> Method {
    line.method.parse().unwrap()
}

fn path(stage: &Stage, line: &Line, token: &str) -> String {
    let path = line
        .route
        .replace("{token}", token)
        .replace("{project}", "PROJECT")
        .replace("{*function}", "access")
        .replace("{*file}", "none")
        .replace("{conversation_id}", "TALK")
        .replace("{version}", "v24.0");
    let path: Vec<&str> = path
        .split('/')
        .map(|piece| if piece.starts_with('{') { "NEW" } else { piece })
        .collect();
    stage.filled(&path.join("/"))
}
