//! Who has written: groups, people without a phone, numbers that nobody knows.

use super::{ANA, id};
use crate::support::base::Base;
use crate::support::house::House;
use crate::support::on_both;
use crate::support::post::{said, text, webhook};
use serde_json::json;
use server::access::viewer::Scope;

on_both!(
    a_group_is_one_conversation_with_the_names_of_those_who_speak,
    a_contact_without_a_phone_is_one_contact_all_along,
    an_unknown_number_is_answered_and_ignored,
);

async fn a_group_is_one_conversation_with_the_names_of_those_who_speak(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let token = house.company.embed(Scope::Project, None).await;
    for (from, id) in [(ANA, "wamid.1"), ("16505550002", "wamid.2")] {
        let mut spoken = text(from, id, "Hello all");
        spoken["group_id"] = json!("Y2FwaV9ncm91cDox");
        house.tell(&said("42", from, vec![spoken])).await;
    }
    house
        .tell(&said("42", ANA, vec![text(ANA, "wamid.3", "Between us")]))
        .await;
    let rows = house.list(&token, "active").await;
    assert_eq!(rows.len(), 2);
    let group = rows
        .iter()
        .find(|row| row["contact"]["group"] == true)
        .unwrap();
    let shown = house.thread(&token, id(group)).await;
    assert_eq!(
        shown.iter().map(|row| &row["author"]).collect::<Vec<_>>(),
        ["Ana", "Ana"]
    );
}

async fn a_contact_without_a_phone_is_one_contact_all_along(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let token = house.company.embed(Scope::Project, None).await;
    let user = "US.13491208655302741918";
    let card = json!({"profile": {"name": "Sheena", "username": "@sheena"}, "user_id": user});
    let mut hidden = text("", "wamid.1", "No phone");
    hidden["from_user_id"] = json!(user);
    let mut shown = text(ANA, "wamid.2", "With phone");
    shown["from_user_id"] = json!(user);
    let mut gone = text(user, "wamid.3", "The id where the phone was");
    gone["from_user_id"] = json!(user);
    let with_phone = json!({"profile": {"name": "Sheena"}, "wa_id": ANA, "user_id": user});
    house
        .tell(&webhook(
            "42",
            json!({"contacts": [card], "messages": [hidden]}),
        ))
        .await;
    house
        .tell(&webhook(
            "42",
            json!({"contacts": [with_phone], "messages": [shown]}),
        ))
        .await;
    house
        .tell(&webhook(
            "42",
            json!({"contacts": [card], "messages": [gone]}),
        ))
        .await;

    let rows = house.list(&token, "all").await;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["unread"], 3);
    assert_eq!(
        (&rows[0]["contact"]["user_id"], &rows[0]["contact"]["phone"]),
        (&json!(user), &json!(ANA))
    );
}

async fn an_unknown_number_is_answered_and_ignored(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    house
        .tell(&said("4242", ANA, vec![text(ANA, "wamid.1", "Hello")]))
        .await;
    assert_eq!(house.count("select count(*) from messages").await, 0);
    assert_eq!(house.count("select count(*) from contacts").await, 0);
}
