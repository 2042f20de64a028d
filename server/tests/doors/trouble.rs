//! What keeps a number from sending: shown in its conversations, told on the live line, and ended by a new token.

use crate::support::base::Base;
use crate::support::line::Line;
use crate::support::on_both;
use crate::support::patience::eventually;
use crate::support::phone::{ANA, NUMBER, Street};
use app::domain::change::{Change, Frame};
use app::domain::id::{ConversationId, NumberId};
use app::domain::trouble::Trouble;
use reqwest::Method;
use sandbox::{Fault, FaultKind};
use serde_json::{Value, json};
use server::access::token::Token;
use server::access::viewer::Scope;
use server::store::sql;
use server::work::patience::Patience;
use std::time::Duration;

on_both!(
    trouble_shows_in_the_numbers_conversations_and_is_told_when_it_begins_and_ends,
    nobody_hears_of_the_trouble_of_a_number_that_they_do_not_see,
    a_new_access_token_ends_the_trouble_and_lets_go_what_waits,
);

const REFUSED: Fault = Fault {
    kind: FaultKind::Error,
    delay_ms: 0,
    http_status: None,
    code: Some(190),
    times: None,
    every: None,
};

async fn street(base: Base, standstill: i64) -> Street {
    let patience = Patience {
        standstill,
        look_every: Duration::from_millis(10),
        ..Patience::default()
    };
    Street::with(base, patience).await
}

async fn the_number(street: &Street) -> NumberId {
    let query = sql("select id from numbers where phone_number_id = $1").bind(NUMBER);
    let (id,): (uuid::Uuid,) = query.one(street.house.db()).await.unwrap();
    id.into()
}

async fn opened(street: &Street, token: &Token, talk: ConversationId) -> Value {
    let question = json!({"id": talk});
    street
        .house
        .told(token, "conversations/open", question)
        .await
}

/// The next thing that a line says of a number; no word of WhatsApp's comes on the way.
async fn news(line: &mut Line) -> (NumberId, Option<Trouble>) {
    loop {
        let text = line.text().await.unwrap();
        assert!(!text.contains("has expired"), "{text}");
        let Frame::Changes { changes, .. } = serde_json::from_str(&text).unwrap() else {
            continue;
        };
        let told = changes.iter().find_map(|change| match change {
            Change::Number { number, trouble } => Some((*number, *trouble)),
            _ => None,
        });
        if let Some(told) = told {
            return told;
        }
    }
}

async fn trouble_shows_in_the_numbers_conversations_and_is_told_when_it_begins_and_ends(
    base: Base,
) {
    let street = street(base, 40).await;
    let number = the_number(&street).await;
    let talk = street.greeted_by(ANA).await;
    let mut line = Line::open(&street.house, &street.token, None).await;
    line.catch_up().await;
    street.sandbox.faults().add(REFUSED);
    let id = street.says(talk, "Hello").await;

    assert_eq!(news(&mut line).await, (number, Some(Trouble::AccessToken)));
    let shown = opened(&street, &street.token, talk).await;
    assert_eq!(shown["conversation"]["trouble"], "access_token");
    assert!(!shown.to_string().contains("has expired"), "{shown}");
    let (_, seen) = street
        .house
        .api(Method::GET, "/whatsapp/phone_numbers", None)
        .await;
    assert!(!seen.to_string().contains("has expired"), "{seen}");

    street.sandbox.faults().clear();
    assert_eq!(news(&mut line).await, (number, None));
    street.reaches(talk, id, "read").await;
    let shown = opened(&street, &street.token, talk).await;
    assert_eq!(shown["conversation"].get("trouble"), None);
}

async fn nobody_hears_of_the_trouble_of_a_number_that_they_do_not_see(base: Base) {
    let street = street(base, 40).await;
    let house = &street.house;
    let number = the_number(&street).await;
    let company = &house.company;
    let (north, south) = (
        company.customer("North").await,
        company.customer("South").await,
    );
    let other = company.number("43", Some(south)).await;
    // Ana is North's: they see the number with her conversation, and only where that is theirs.
    company.contact_of(north, "Ana", ANA).await;
    let talk = street.greeted_by(ANA).await;
    let mut hears = Vec::new();
    for scope in [Scope::Number(number), Scope::Customer(north)] {
        hears.push(Line::open(house, &company.embed(scope, None).await, None).await);
    }
    let mut does_not = Vec::new();
    for (scope, assignee) in [
        (Scope::Number(other), None),
        (Scope::Customer(south), None),
        (Scope::Customer(north), Some(company.owner)),
    ] {
        does_not.push(Line::open(house, &company.embed(scope, assignee).await, None).await);
    }
    for line in hears.iter_mut().chain(&mut does_not) {
        line.catch_up().await;
    }
    street.sandbox.faults().add(REFUSED);
    let id = street.says(talk, "Hello").await;
    for line in &mut hears {
        assert_eq!(news(line).await, (number, Some(Trouble::AccessToken)));
    }
    street.sandbox.faults().clear();
    street.reaches(talk, id, "read").await;
    for line in &mut hears {
        assert_eq!(news(line).await, (number, None));
    }
    // The others have been told all by now that they ever are: nothing.
    for line in &mut does_not {
        let silent = tokio::time::timeout(Duration::from_millis(100), line.text()).await;
        assert!(silent.is_err(), "{silent:?}");
    }
}

async fn a_new_access_token_ends_the_trouble_and_lets_go_what_waits(base: Base) {
    // So long that only the new token can let it go.
    let street = street(base, 3_600_000).await;
    let talk = street.greeted_by(ANA).await;
    street.sandbox.faults().add(REFUSED);
    let id = street.says(talk, "Hello").await;
    eventually("the trouble shows", async || {
        let shown = opened(&street, &street.token, talk).await;
        (shown["conversation"]["trouble"] == "access_token").then_some(())
    })
    .await;
    street.sandbox.faults().clear();
    let path = format!("/whatsapp/phone_numbers/{NUMBER}");
    let change = json!({"whatsapp_phone_number": {"access_token": "a-token"}});
    let (status, answer) = street.house.api(Method::PATCH, &path, Some(change)).await;
    assert_eq!(status, 200, "{answer}");
    let shown = opened(&street, &street.token, talk).await;
    assert_eq!(shown["conversation"].get("trouble"), None);
    street.reaches(talk, id, "read").await;
    assert_eq!(street.taken(), ["Hello"]);
}
