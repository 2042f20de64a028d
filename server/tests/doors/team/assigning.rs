//! Conversations go from hand to hand.

use crate::support::base::Base;
use crate::support::house::House;
use crate::support::mate::Mate;
use crate::support::on_both;
use app::domain::change::Change;
use app::domain::id::{ConversationId, UserId};
use app::domain::member::Role;
use app::problem::Problem;
use serde_json::{Value, json};
use server::access::viewer::Scope;

on_both!(
    a_conversation_goes_from_hand_to_hand_and_remembers,
    the_team_hears_whose_it_is_and_embeds_never_do,
    lists_are_filtered_by_whose_conversations_are,
    an_embed_asks_for_nobodys_hands,
);

async fn assign(mate: &Mate, talk: ConversationId, to: Option<UserId>) -> Value {
    mate.told("team/assign", json!({"id": talk, "to": to}))
        .await
}

async fn a_conversation_goes_from_hand_to_hand_and_remembers(base: Base) {
    let house = House::open(base).await;
    let uma = Mate::member(&house, "Uma").await;
    let udo = Mate::member(&house, "Udo").await;
    let talk = house.company.talk("42", "16505550001").await;
    assert_eq!(
        assign(&uma, talk, Some(udo.id)).await["assignee"],
        json!(udo.id)
    );
    // The same again changes nothing.
    assign(&uma, talk, Some(udo.id)).await;
    assign(&udo, talk, Some(uma.id)).await;
    assert_eq!(assign(&uma, talk, None).await.get("assignee"), None);
    assign(&uma, talk, None).await;
    let history = uma.told("team/assignments", json!({"id": talk})).await;
    let told: Vec<(&str, &str, bool)> = history
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let name = |value: &'_ Value| value.as_str().unwrap().to_owned().leak() as &str;
            (
                name(&one["user"]["name"]),
                name(&one["by"]),
                one["ended_at"].is_null(),
            )
        })
        .collect();
    assert_eq!(told, [("Uma", "Udo", false), ("Udo", "Uma", false)]);
    // A person of another project is nobody here.
    let others = house.stranger().await;
    let nils = Mate::new(&others, "Nils", Role::Owner).await;
    for to in [nils.id, UserId::new()] {
        let (status, problem) = uma
            .refused("team/assign", json!({"id": talk, "to": to}))
            .await;
        let Problem::Invalid(text) = problem else {
            panic!("{problem:?}");
        };
        assert_eq!((status, text.starts_with("to: ")), (422, true), "{text}");
    }
}

async fn the_team_hears_whose_it_is_and_embeds_never_do(base: Base) {
    let house = House::open(base).await;
    let uma = Mate::member(&house, "Uma").await;
    let talk = house.company.talk("42", "16505550001").await;
    let token = house.company.embed(Scope::Project, None).await;
    let narrow = house.company.embed(Scope::Project, Some(uma.id)).await;
    let mut line = uma.line(&house).await;
    let mut embeds = crate::support::line::Line::open(&house, &token, None).await;
    let mut narrows = crate::support::line::Line::open(&house, &narrow, None).await;
    for line in [&mut line, &mut embeds, &mut narrows] {
        line.catch_up().await;
    }
    assign(&uma, talk, Some(uma.id)).await;
    let heard = line.changes().await;
    let [Change::Conversation { conversation }] = &heard[..] else {
        panic!("{heard:?}");
    };
    assert_eq!(conversation.assignee, Some(uma.id));
    for line in [&mut embeds, &mut narrows] {
        let text = line.text().await.unwrap();
        assert!(text.contains(&talk.to_string()), "{text}");
        assert!(!text.contains("assignee"), "{text}");
        assert!(!text.contains(&uma.id.to_string()), "{text}");
    }
    assign(&uma, talk, None).await;
    let gone = narrows.changes().await;
    assert_eq!(gone, [Change::ConversationGone { id: talk }]);
    let opened = house
        .told(&token, "conversations/open", json!({"id": talk}))
        .await;
    assert_eq!(opened["conversation"].get("assignee"), None);
}

async fn lists_are_filtered_by_whose_conversations_are(base: Base) {
    let house = House::open(base).await;
    let uma = Mate::member(&house, "Uma").await;
    let udo = Mate::member(&house, "Udo").await;
    let others = house.stranger().await;
    let nils = Mate::new(&others, "Nils", Role::Owner).await;
    let theirs = others.company.talk("41", "16505550009").await;
    assign(&nils, theirs, Some(nils.id)).await;
    let mut talks = Vec::new();
    for (number, phone) in [
        ("42", "16505550001"),
        ("43", "16505550002"),
        ("44", "16505550003"),
    ] {
        talks.push(house.company.talk(number, phone).await);
    }
    assign(&uma, talks[0], Some(uma.id)).await;
    assign(&uma, talks[1], Some(udo.id)).await;
    let seen = async |assignee: Value| {
        uma.list(
            json!({"status": "active", "search": "", "number": null, "unread": false,
                        "handoff": false, "assignee": assignee}),
        )
        .await
    };
    assert_eq!(seen(json!("me")).await, [json!(talks[0])]);
    assert_eq!(seen(json!({"person": udo.id})).await, [json!(talks[1])]);
    assert_eq!(seen(json!("nobody")).await, [json!(talks[2])]);
    assert_eq!(seen(json!("anybody")).await.len(), 3);
    for stranger in [nils.id, UserId::new()] {
        assert_eq!(seen(json!({"person": stranger})).await, Vec::<Value>::new());
    }
}

async fn an_embed_asks_for_nobodys_hands(base: Base) {
    let house = House::open(base).await;
    let uma = Mate::member(&house, "Uma").await;
    let talk = house.company.talk("42", "16505550001").await;
    let token = house.company.embed(Scope::Project, None).await;
    for assignee in [json!("me"), json!("nobody"), json!({"person": uma.id})] {
        let filter = json!({"status": "active", "search": "", "number": null, "unread": false,
                            "handoff": false, "assignee": assignee});
        for (function, asked) in [
            (
                "conversations/list",
                json!({"filter": filter, "after": null}),
            ),
            ("opening", json!({"filter": filter, "conversation": null})),
        ] {
            let (status, problem) = house.refused(&token, function, asked).await;
            assert_eq!((status, problem), (403, Problem::Forbidden), "{function}");
        }
    }
    // In an address nothing can fail the page: there it is as if it were left out.
    for word in ["me", "unassigned", &uma.id.to_string()] {
        let page = house.get(&format!("/embed/{}?assignee={word}", token.reveal()));
        let answer = page.send().await.unwrap();
        assert_eq!(answer.status(), 200);
        let page = answer.text().await.unwrap();
        assert!(page.contains(&talk.to_string()), "{page}");
    }
}
