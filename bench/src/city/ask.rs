//! Asks one question after the other, as a page would, and reports the slowest beside the usual, of each sort.

use super::build::City;
use super::questions::{self, Question};
use crate::house::House;
use crate::load;
use anyhow::Result;
use serde_json::Value;
use std::collections::BTreeMap;
use std::time::Duration;

/// How often each question is asked.
const ROUNDS: usize = 20;
/// Each filter's own p99 is told, which of twenty answers would be the slowest.
const ROUNDS_OF_LISTS: usize = 100;
/// Pages that one has scrolled down.
const DEEP: usize = 20;

pub async fn lists(house: &House, city: &City) -> Result<()> {
    println!(
        "  Lists, all filters, {ROUNDS_OF_LISTS} times each, first pages and the page after {DEEP}"
    );
    for (scope, page) in &city.scopes {
        let mut questions = questions::lists(city.number);
        questions.extend(deep(house, page).await?);
        report(
            house,
            scope,
            page,
            (&questions, ROUNDS_OF_LISTS),
            "goal: p99 under 5 ms",
        )
        .await?;
    }
    Ok(())
}

pub async fn people(house: &House, city: &City) -> Result<()> {
    println!("  Lists of people by name and phone");
    for (scope, page) in &city.scopes {
        report(
            house,
            scope,
            page,
            (&questions::people(), ROUNDS),
            "goal: p99 under 5 ms",
        )
        .await?;
    }
    Ok(())
}

pub async fn searches(house: &House, city: &City) -> Result<()> {
    println!("  Searches in messages");
    for (scope, page) in &city.scopes {
        report(
            house,
            scope,
            page,
            (&questions::searches(), ROUNDS),
            "goal: p99 under 50 ms",
        )
        .await?;
    }
    Ok(())
}

async fn report(
    house: &House,
    scope: &str,
    page: &str,
    (questions, rounds): (&[Question], usize),
    goal: &str,
) -> Result<()> {
    let requests: Vec<Vec<u8>> = questions
        .iter()
        .map(|question| {
            load::post(
                &format!("{page}{}", question.path),
                &question.body.to_string(),
            )
        })
        .collect();
    // Once before it counts: what the database keeps in memory is there then.
    let first = load::turns(house.address, &requests, 1).await?;
    let first = first.into_iter().flatten().max().unwrap_or_default();
    let took = load::turns(house.address, &requests, rounds).await?;
    let mut sorts: BTreeMap<&str, Vec<Duration>> = BTreeMap::new();
    for (question, took) in questions.iter().zip(&took) {
        sorts.entry(&question.name).or_default().extend(took);
    }
    let mut all: Vec<Duration> = took.into_iter().flatten().collect();
    println!(
        "    {scope:<9} {:>6} answers   p50 {:>8.2?}   p99 {:>8.2?}   the first time up to {first:.2?}   ({goal})",
        all.len(),
        load::share(&mut all, 0.5),
        load::share(&mut all, 0.99),
    );
    let each: Vec<String> = sorts
        .into_iter()
        .map(|(name, mut took)| {
            format!(
                "{name} {:.1}",
                load::share(&mut took, 0.99).as_secs_f64() * 1_000.0
            )
        })
        .collect();
    println!("              p99 of each in ms: {}", each.join(", "));
    Ok(())
}

/// The page after many, for the list as it opens and for everything.
async fn deep(house: &House, page: &str) -> Result<Vec<Question>> {
    let mut questions = Vec::new();
    for status in ["active", "all"] {
        let filter = serde_json::json!({"status": status, "search": "", "number": null, "unread": false, "handoff": false});
        let mut after = Value::Null;
        for _ in 0..DEEP {
            let question = questions::list(String::new(), filter.clone(), after.clone());
            let answer = house.ask(page, question.path, &question.body).await?;
            match &answer["next"] {
                Value::Null => break,
                next => after = next.clone(),
            }
        }
        questions.push(questions::list(
            format!("{status}, far down"),
            filter,
            after,
        ));
    }
    Ok(questions)
}
