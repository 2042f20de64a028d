//! Every server function, asked by an embed and by somebody of the team.

use super::stage::{Stage, read};
use crate::support::base::Base;
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A function as the table says it.
struct Line {
    name: String,
    embed: String,
    team: String,
    arguments: String,
}

#[tokio::test]
async fn every_function_answers_embeds_and_the_team_as_the_table_says() {
    let stage = Stage::new(Base::sqlite().await).await;
    let lines = lines(&stage);
    let named: BTreeSet<String> = lines.iter().map(|line| line.name.clone()).collect();
    assert_eq!(named.len(), lines.len(), "each stands in the table once");
    assert_eq!(named, registered(), "the table and the registry differ");
    let mut wrong = Vec::new();
    println!(
        "{:<24} {:>8} {:>5} {:>7}   {:>14} {:>5}",
        "function", "embed:", "seen", "bearer", "team:", "seen"
    );
    for line in &lines {
        let (embed, elsewhere) = (
            ask_as_embed(&stage, line).await,
            ask_elsewhere(&stage, line).await,
        );
        let team = ask_as_team(&stage, line).await;
        let text = format!(
            "{:<24} {:>8} {:>5} {:>7}   {:>14} {:>5}",
            line.name, line.embed, embed.0, elsewhere, line.team, team.0
        );
        println!("{text}");
        let expected = line.team.trim_start_matches("dashboard ");
        let told = line.embed != "403" || is_told_why(&embed.1);
        if !told || !fits(&line.embed, &embed) || !fits(expected, &team) || elsewhere != 401 {
            wrong.push(format!("{text}\n    {} {}", embed.1, team.1));
        }
    }
    println!("{} functions", lines.len());
    assert!(
        wrong.is_empty(),
        "not as the table says:\n{}",
        wrong.join("\n")
    );
}

fn lines(stage: &Stage) -> Vec<Line> {
    let line = |cells: Vec<String>| {
        let [name, embed, team, arguments] = <[String; 4]>::try_from(cells).unwrap();
        let arguments = stage.filled(&arguments);
        Line {
            name,
            embed,
            team,
            arguments,
        }
    };
    read("functions.txt").into_iter().map(line).collect()
}

/// What both bundles can ask for, as the server knows it.
fn registered() -> BTreeSet<String> {
    leptos::server_fn::axum::server_fn_paths()
        .map(|(path, _)| path.trim_start_matches("/api/").to_owned())
        .collect()
}

/// Where it is allowed, the state of things may still stand against it.
fn fits(expected: &str, (status, _): &(u16, Value)) -> bool {
    match expected {
        "open" => [200, 409].contains(status),
        other => other.parse() == Ok(*status),
    }
}

/// Whoever asks as an embed by a program reads why.
fn is_told_why(answer: &Value) -> bool {
    *answer == json!({"error": "not available in the embedded inbox"})
}

async fn ask_as_embed(stage: &Stage, line: &Line) -> (u16, Value) {
    let path = format!("/embed/{}/api/{}", stage.token(), line.name);
    let request = stage.request(Method::POST, &path);
    answered(request, &line.arguments).await
}

/// At the doors of the team and of the dashboard an embed's token opens nothing, however it is shown.
/// Answers the first status that is not 401, if there is one; what strangers are told is told to all.
async fn ask_elsewhere(stage: &Stage, line: &Line) -> u16 {
    let mut doors = vec![stage.mate.path("/api/")];
    if !["entrance", "invitations/welcome", "invitations/join"].contains(&line.name.as_str()) {
        doors.push("/dashboard/api/".to_owned());
    }
    for door in doors {
        for (header, value) in [
            ("authorization", format!("Bearer {}", stage.token())),
            ("x-api-key", stage.token().to_owned()),
            ("cookie", format!("oriel={}", stage.token())),
        ] {
            let request = stage.request(Method::POST, &format!("{door}{}", line.name));
            let (status, _) = answered(request.header(header, value), &line.arguments).await;
            if status != 401 {
                return status;
            }
        }
    }
    401
}

async fn ask_as_team(stage: &Stage, line: &Line) -> (u16, Value) {
    let door = if line.team.starts_with("dashboard ") {
        "/dashboard/api/".to_owned()
    } else {
        stage.mate.path("/api/")
    };
    let path = format!("{door}{}", line.name);
    let request = stage.mate.desk.request(Method::POST, &path);
    let request = request.header("sec-fetch-site", "same-origin");
    answered(request, &line.arguments).await
}

async fn answered(request: reqwest::RequestBuilder, arguments: &str) -> (u16, Value) {
    let request = request.header("content-type", "application/json");
    let answer = request.body(arguments.to_owned()).send().await.unwrap();
    let status = answer.status().as_u16();
    let text = answer.text().await.unwrap();
    (
        status,
        serde_json::from_str(&text).unwrap_or(Value::String(text)),
    )
}
