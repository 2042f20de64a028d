//! Who a contact is, what the team calls them, and the replies that it keeps.

use crate::support::base::Base;
use crate::support::company::Company;
use crate::support::desk::{Desk, PASSWORD};
use crate::support::house::House;
use crate::support::line::Line;
use crate::support::on_both;
use app::domain::change::Change;
use app::domain::id::SavedReplyId;
use app::problem::Problem;
use serde_json::{Value, json};
use server::access::viewer::Scope;
use server::store::contact::{self, Identity, IdentityKind, Person};
use server::store::sql;

on_both!(
    details_say_what_the_viewer_may_know,
    a_name_is_shown_everywhere_and_found,
    an_empty_name_gives_their_own_back,
    a_merged_contact_keeps_the_name_that_was_chosen,
    an_owner_keeps_replies_and_every_inbox_of_the_project_reads_them,
);

async fn details_say_what_the_viewer_may_know(base: Base) {
    let house = House::open(base).await;
    let company = &house.company;
    let number = company.number("1", None).await;
    let contact = company.contact("Ana", "16505550001").await;
    let first = company.conversation(number, contact).await;
    company.hears(number, first, "one").await;
    company.hears(number, first, "two").await;
    let whole = company.embed(Scope::Project, None).await;
    let end = json!({"id": first, "status": "ended"});
    house.told(&whole, "conversations/status", end).await;
    let second = company.conversation(number, contact).await;
    company.hears(number, second, "three").await;
    let written = sql("update contacts set metadata = $2 where id = $1").bind(contact);
    let metadata = json!({"plan": "gold", "orders": 3});
    written.bind(metadata).run(house.db()).await.unwrap();

    let told = house
        .told(&whole, "contacts/details", json!({"id": second}))
        .await;
    assert_eq!(told["metadata"], json!([["orders", "3"], ["plan", "gold"]]));
    assert_eq!(
        told["identities"],
        json!([]),
        "the phone stands on the contact"
    );
    assert_eq!(told["earlier"][0]["id"], json!(first));
    assert_eq!(told["earlier"][0]["messages"], 2);
    assert_eq!(told["earlier"][0]["status"], "ended");
    assert_eq!(
        told["since"], told["earlier"][0]["began_at"],
        "since the first word"
    );

    let uma = company.user("Uma").await;
    house.assign(second, uma).await;
    let hers = company.embed(Scope::Project, Some(uma)).await;
    let told = house
        .told(&hers, "contacts/details", json!({"id": second}))
        .await;
    assert_eq!(told["earlier"], json!([]), "what is not hers is not there");
    assert_ne!(told["since"], Value::Null);
    let nobody = company
        .embed(Scope::Project, Some(company.user("Ned").await))
        .await;
    let refused = house
        .refused(&nobody, "contacts/details", json!({"id": second}))
        .await;
    assert_eq!(refused, (404, Problem::NotFound));
}

async fn a_name_is_shown_everywhere_and_found(base: Base) {
    let house = House::open(base).await;
    let company = Company::new(house.db()).await;
    let (one, two) = (
        company.number("1", None).await,
        company.number("2", None).await,
    );
    let contact = company.contact("Ana", "16505550001").await;
    let here = company.conversation(one, contact).await;
    let there = company.conversation(two, contact).await;
    let token = company.embed(Scope::Project, None).await;
    let mut line = Line::open(&house, &token, None).await;
    line.catch_up().await;
    let name = json!({"id": here, "name": "  Ana \u{202e}(wholesale)\n"});
    let answer = house.told(&token, "contacts/rename", name).await;
    assert_eq!(answer["contact"]["display_name"], "Ana (wholesale)");
    let mut heard = Vec::new();
    while heard.len() < 2 {
        heard.extend(line.changes().await);
    }
    for change in &heard {
        let Change::Conversation { conversation } = change else {
            panic!("{change:?}")
        };
        assert_eq!(conversation.contact.name(), "Ana (wholesale)");
        assert!([here, there].contains(&conversation.id));
    }
    let found = |search: &str| {
        json!({"filter": {"status": "active", "search": search, "number": null, "unread": false, "handoff": false},
               "after": null})
    };
    let page = house
        .told(&token, "conversations/list", found("WHOLESALE"))
        .await;
    assert_eq!(page["rows"].as_array().unwrap().len(), 2);

    let long = json!({"id": here, "name": "x".repeat(121)});
    let (status, problem) = house.refused(&token, "contacts/rename", long).await;
    assert_eq!(status, 422);
    assert!(matches!(problem, Problem::Invalid(text) if text.starts_with("name: ")));
}

async fn an_empty_name_gives_their_own_back(base: Base) {
    let house = House::open(base).await;
    let company = Company::new(house.db()).await;
    let talk = company.talk("1", "16505550001").await;
    let token = company.embed(Scope::Project, None).await;
    for (name, shown) in [("Boss", json!("Boss")), (" \u{200f} ", Value::Null)] {
        let question = json!({"id": talk, "name": name});
        let answer = house.told(&token, "contacts/rename", question).await;
        assert_eq!(answer["contact"]["display_name"], shown);
        assert_eq!(answer["contact"]["profile_name"], "Ana");
    }
}

async fn a_merged_contact_keeps_the_name_that_was_chosen(base: Base) {
    let house = House::open(base).await;
    let company = Company::new(house.db()).await;
    let number = company.number("1", None).await;
    let identity = |kind, value: &str| Identity {
        kind,
        value: value.to_owned(),
    };
    let user_id = identity(IdentityKind::UserId, "US.1");
    let phone = identity(IdentityKind::Phone, "16505550001");
    let now = app::domain::time::Timestamp::now();
    let person = |identities: &[&Identity]| Person {
        identities: identities.iter().copied().cloned().collect(),
        ..Person::default()
    };
    let mut tx = house.db().begin().await.unwrap();
    contact::resolve(&mut tx, company.project, &person(&[&user_id]), now)
        .await
        .unwrap();
    let (younger, _) = contact::resolve(&mut tx, company.project, &person(&[&phone]), now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let talk = company.conversation(number, younger).await;
    let token = company.embed(Scope::Project, None).await;
    let name = json!({"id": talk, "name": "Ana (wholesale)"});
    house.told(&token, "contacts/rename", name).await;

    let mut tx = house.db().begin().await.unwrap();
    let both = person(&[&user_id, &phone]);
    contact::resolve(&mut tx, company.project, &both, now)
        .await
        .unwrap();
    tx.commit().await.unwrap();

    let opened = house
        .told(&token, "conversations/open", json!({"id": talk}))
        .await;
    let contact = &opened["conversation"]["contact"];
    assert_eq!(contact["display_name"], "Ana (wholesale)");
    assert_ne!(contact["id"], json!(younger), "the older one is left");
    let rows = house.list(&token, "all").await;
    assert_eq!(rows.len(), 1);
}

async fn an_owner_keeps_replies_and_every_inbox_of_the_project_reads_them(base: Base) {
    let house = House::open(base).await;
    let olga = Desk::new(&house);
    let email = olga.owner("Olga").await;
    olga.sign_in(&email, PASSWORD).await;
    let project = house.company.project;
    let keep = |id: Option<SavedReplyId>, shortcut: &str, text: &str| json!({"project": project, "id": id, "draft": {"shortcut": shortcut, "text": text}});
    let reply = olga
        .told(
            "saved_replies/keep",
            keep(None, " /Hours ", "We open at nine."),
        )
        .await;
    assert_eq!(
        (&reply["shortcut"], &reply["text"]),
        (&json!("Hours"), &json!("We open at nine."))
    );
    let id: SavedReplyId = serde_json::from_value(reply["id"].clone()).unwrap();
    for (wrong, field) in [
        (keep(None, "HOURS", "Again"), "shortcut: "),
        (keep(None, "two words", "Hello"), "shortcut: "),
        (keep(None, "thanks", " "), "text: "),
        (keep(None, "thanks", &"x".repeat(4_097)), "text: "),
    ] {
        let (status, problem) = olga.ask("saved_replies/keep", wrong).await;
        assert_eq!(status, 422);
        assert!(
            problem["invalid"].as_str().unwrap().starts_with(field),
            "{problem}"
        );
    }
    let changed = keep(Some(id), "hours", "We open at ten.");
    olga.told("saved_replies/keep", changed).await;

    let token = house
        .company
        .embed(Scope::Number(house.company.number("77", None).await), None)
        .await;
    let mine = house.told(&token, "saved_replies/mine", json!({})).await;
    assert_eq!(
        mine,
        json!([{"id": id, "shortcut": "hours", "text": "We open at ten."}])
    );
    let neighbour = Company::new(house.db()).await;
    let theirs = neighbour.embed(Scope::Project, None).await;
    assert_eq!(
        house.told(&theirs, "saved_replies/mine", json!({})).await,
        json!([])
    );
    let refused = house
        .ask(&token, "saved_replies/keep", keep(None, "mine", "Mine"))
        .await;
    assert_eq!(refused.0, 403, "an inbox only reads them");
    let foreign = json!({"project": neighbour.project, "id": id});
    assert_eq!(olga.ask("saved_replies/delete", foreign).await.0, 404);

    let gone = json!({"project": project, "id": id});
    olga.told("saved_replies/delete", gone.clone()).await;
    assert_eq!(olga.ask("saved_replies/delete", gone).await.0, 404);
    let log = olga
        .told("activity/list", json!({"project": project, "page": 1}))
        .await;
    let deeds: Vec<&str> = log["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|row| row["deed"].as_str())
        .collect();
    assert_eq!(
        deeds[..3],
        ["reply_deleted", "reply_changed", "reply_created"]
    );
}
