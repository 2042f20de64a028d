//! Notes about contacts.

use crate::support::base::Base;
use crate::support::house::House;
use crate::support::line::Line;
use crate::support::mate::Mate;
use crate::support::on_both;
use crate::support::post::{said, text, webhook};
use app::domain::change::Change;
use app::domain::id::{ConversationId, NoteId};
use app::domain::member::Role;
use app::domain::note::NOTE_LIMIT;
use app::domain::time::{DAY, Timestamp};
use app::problem::Problem;
use serde_json::{Value, json};
use server::access::viewer::Scope;
use server::store::{note, sql};

on_both!(
    a_note_is_written_once_changed_by_its_author_and_deleted,
    a_note_that_is_no_note_is_refused,
    a_note_that_was_deleted_does_not_come_back,
    notes_follow_their_contact_into_a_merge,
    the_team_hears_of_notes_and_embeds_of_nothing,
);

async fn keep(mate: &Mate, talk: ConversationId, note: NoteId, text: &str) -> (u16, Value) {
    let asked = json!({"id": talk, "note": note, "text": text});
    mate.ask("team/keep_note", asked).await
}

async fn texts(mate: &Mate, talk: ConversationId) -> Vec<String> {
    let notes = mate.told("team/notes", json!({"id": talk})).await;
    let notes = notes.as_array().unwrap().iter();
    notes
        .map(|note| note["text"].as_str().unwrap().to_owned())
        .collect()
}

async fn a_note_is_written_once_changed_by_its_author_and_deleted(base: Base) {
    let house = House::open(base).await;
    let owner = Mate::new(&house, "Olaf", Role::Owner).await;
    let (uma, udo) = (
        Mate::member(&house, "Uma").await,
        Mate::member(&house, "Udo").await,
    );
    let talk = house.company.talk("42", "16505550001").await;
    let other = house.company.talk("43", "16505550002").await;
    let (first, second) = (NoteId::new(), NoteId::new());
    let (status, kept) = keep(&uma, talk, first, " Likes tea. ").await;
    assert_eq!(status, 200, "{kept}");
    assert_eq!(kept["author"], json!({"id": uma.id, "name": "Uma"}));
    assert_eq!(kept["changed_at"], Value::Null);
    // Sent twice, it is one.
    assert_eq!(keep(&uma, talk, first, "Likes tea.").await, (200, kept));
    keep(&udo, talk, second, "Pays late.").await;
    assert_eq!(texts(&udo, talk).await, ["Pays late.", "Likes tea."]);
    assert_eq!(texts(&udo, other).await, Vec::<String>::new());
    // Only its author changes it.
    assert_eq!(keep(&udo, talk, first, "Likes coffee.").await.0, 409);
    assert_eq!(keep(&owner, talk, first, "Likes coffee.").await.0, 409);
    let (_, changed) = keep(&uma, talk, first, "Likes green tea.").await;
    assert!(changed["changed_at"].is_number(), "{changed}");
    // Nobody takes its id for another contact's.
    assert_eq!(keep(&uma, other, first, "Likes tea.").await.0, 422);
    let delete = async |mate: &Mate, talk, note| {
        mate.ask("team/delete_note", json!({"id": talk, "note": note}))
            .await
            .0
    };
    assert_eq!(delete(&udo, talk, first).await, 409);
    assert_eq!(delete(&udo, other, second).await, 200, "there it is not");
    assert_eq!(texts(&udo, talk).await.len(), 2);
    assert_eq!(delete(&uma, talk, first).await, 200);
    assert_eq!(delete(&uma, talk, first).await, 200, "gone is gone");
    assert_eq!(delete(&owner, talk, second).await, 200, "owners may");
    assert_eq!(texts(&udo, talk).await, Vec::<String>::new());
}

async fn a_note_that_was_deleted_does_not_come_back(base: Base) {
    let house = House::open(base).await;
    let uma = Mate::member(&house, "Uma").await;
    let talk = house.company.talk("42", "16505550001").await;
    let note = NoteId::new();
    assert_eq!(keep(&uma, talk, note, "Likes tea.").await.0, 200);
    let asked = json!({"id": talk, "note": note});
    uma.told("team/delete_note", asked.clone()).await;
    // A retry of the first request, which was on its way all the while, and a change from another page.
    for late in ["Likes tea.", "Likes coffee."] {
        let asked = json!({"id": talk, "note": note, "text": late});
        let (status, problem) = uma.refused("team/keep_note", asked).await;
        let gone = Problem::Conflict("This note was deleted.".to_owned());
        assert_eq!((status, problem), (409, gone));
    }
    assert_eq!(texts(&uma, talk).await, Vec::<String>::new());
    uma.told("team/delete_note", asked).await;
    let (text,): (String,) = sql("select body from notes").one(house.db()).await.unwrap();
    assert_eq!(text, "", "nothing of it is kept");
    let late = Timestamp::now().plus(DAY);
    assert_eq!(
        note::purge(house.db(), Timestamp::now().plus(-DAY))
            .await
            .unwrap(),
        0
    );
    assert_eq!(note::purge(house.db(), late).await.unwrap(), 1);
}

async fn notes_follow_their_contact_into_a_merge(base: Base) {
    let house = House::open(base).await;
    let uma = Mate::member(&house, "Uma").await;
    house.company.number("42", None).await;
    let (ana, user) = ("16505550001", "US.13491208655302741918");
    let mut hidden = text("", "wamid.1", "By id");
    hidden["from_user_id"] = json!(user);
    let card = json!({"profile": {"name": "Ana"}, "user_id": user});
    let by_id = json!({"contacts": [card], "messages": [hidden]});
    house.tell(&webhook("42", by_id)).await;
    house
        .tell(&said("42", ana, vec![text(ana, "wamid.2", "By phone")]))
        .await;
    let mut all = Vec::new();
    for id in uma.list(crate::support::house::filter("active")).await {
        let talk: ConversationId = serde_json::from_value(id).unwrap();
        let note = NoteId::new();
        let about = format!("About {talk}");
        assert_eq!(keep(&uma, talk, note, &about).await.0, 200);
        all.push((talk, note, about));
    }
    let deleted = NoteId::new();
    keep(&uma, all[0].0, deleted, "Wrong.").await;
    uma.told("team/delete_note", json!({"id": all[0].0, "note": deleted}))
        .await;
    assert_eq!(all.len(), 2, "two people, as far as is known");

    let mut both = text(ana, "wamid.3", "Both");
    both["from_user_id"] = json!(user);
    let card = json!({"profile": {"name": "Ana"}, "wa_id": ana, "user_id": user});
    house
        .tell(&webhook(
            "42",
            json!({"contacts": [card], "messages": [both]}),
        ))
        .await;

    assert_eq!(house.count("select count(*) from contacts").await, 1);
    for (talk, note, about) in &all {
        let mut shown = texts(&uma, *talk).await;
        shown.sort();
        let mut wanted: Vec<&str> = all.iter().map(|(.., about)| about.as_str()).collect();
        wanted.sort_unstable();
        assert_eq!(shown, wanted);
        // Its author changes it, from wherever it is seen.
        let (status, kept) = keep(&uma, *talk, *note, &format!("{about}.")).await;
        assert_eq!(status, 200, "{kept}");
        keep(&uma, *talk, *note, about).await;
    }
    let (status, _) = keep(&uma, all[1].0, deleted, "Wrong.").await;
    assert_eq!(status, 409, "what was deleted before the merge stays so");
}

async fn a_note_that_is_no_note_is_refused(base: Base) {
    let house = House::open(base).await;
    let uma = Mate::member(&house, "Uma").await;
    let talk = house.company.talk("42", "16505550001").await;
    for bad in [" \n", &"x".repeat(NOTE_LIMIT + 1), "a\0b"] {
        let asked = json!({"id": talk, "note": NoteId::new(), "text": bad});
        let (status, problem) = uma.refused("team/keep_note", asked).await;
        let Problem::Invalid(text) = problem else {
            panic!("{problem:?}");
        };
        assert_eq!((status, text.starts_with("text: ")), (422, true), "{text}");
    }
    let longest = "é".repeat(NOTE_LIMIT);
    assert_eq!(keep(&uma, talk, NoteId::new(), &longest).await.0, 200);
}

async fn the_team_hears_of_notes_and_embeds_of_nothing(base: Base) {
    let house = House::open(base).await;
    let (uma, udo) = (
        Mate::member(&house, "Uma").await,
        Mate::member(&house, "Udo").await,
    );
    house.company.number("42", None).await;
    let ana = "16505550001";
    house
        .tell(&said("42", ana, vec![text(ana, "wamid.1", "Hello")]))
        .await;
    let talk: ConversationId =
        serde_json::from_value(uma.list(crate::support::house::filter("active")).await[0].clone())
            .unwrap();
    let token = house.company.embed(Scope::Project, None).await;
    let mut line = udo.line(&house).await;
    let mut embeds = Line::open(&house, &token, None).await;
    line.catch_up().await;
    let (_, before) = embeds.catch_up().await;
    keep(&uma, talk, NoteId::new(), "Likes tea.").await;
    let heard = line.changes().await;
    assert!(matches!(heard[..], [Change::Notes { .. }]), "{heard:?}");
    house
        .tell(&said("42", ana, vec![text(ana, "wamid.2", "Again")]))
        .await;
    // The next thing that the embed hears is the message.
    let text = embeds.text().await.unwrap();
    assert!(text.contains("Again") && !text.contains("notes"), "{text}");
    // One that was away learns nothing of it either.
    let mut late = Line::open(&house, &token, Some(before)).await;
    let (missed, _) = late.catch_up().await;
    assert!(
        missed
            .iter()
            .all(|change| !matches!(change, Change::Notes { .. })),
        "{missed:?}"
    );
    for function in ["notes", "keep_note", "delete_note"] {
        let asked = json!({"id": talk, "note": NoteId::new(), "text": "x"});
        let (status, problem) = house
            .refused(&token, &format!("team/{function}"), asked)
            .await;
        assert_eq!((status, problem), (403, Problem::Forbidden), "{function}");
    }
}
