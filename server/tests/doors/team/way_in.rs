//! Who comes in to the team's inbox, and for how long.

use crate::support::base::Base;
use crate::support::desk::PASSWORD;
use crate::support::house::{House, filter};
use crate::support::line::Line;
use crate::support::mate::Mate;
use crate::support::on_both;
use app::domain::change::{Frame, closed};
use app::domain::member::Role;
use reqwest::Method;
use serde_json::json;
use std::time::{Duration, Instant};

on_both!(
    who_is_not_signed_in_comes_in_by_the_door_and_keeps_the_link,
    the_page_is_nobodys_frame_and_shows_everything,
    a_project_of_others_does_not_exist,
    another_sites_page_can_do_nothing,
    a_session_that_ends_closes_its_lines_and_no_others,
    who_is_removed_sees_nothing_more_from_that_moment_on,
    who_gets_another_role_keeps_the_line_and_reads_anew,
);

/// Much less than the beat at which lines look for themselves.
const AT_ONCE: Duration = Duration::from_secs(2);

async fn who_is_not_signed_in_comes_in_by_the_door_and_keeps_the_link(base: Base) {
    let house = House::open(base).await;
    let mate = Mate::member(&house, "Uma").await;
    let talk = house.company.talk("42", "16505550001").await;
    let cookie = mate.desk.cookie();
    mate.desk.keep(None);
    let link = format!("/inbox?conversation_id={talk}&assignee=me");
    let (status, door) = mate.desk.get(&link).await;
    assert_eq!(status, 303);
    let next = format!("%2Finbox%3Fconversation_id%3D{talk}%26assignee%3Dme");
    assert_eq!(door, format!("/sign-in?next={next}"));
    let form = [
        ("email", mate.email.as_str()),
        ("password", PASSWORD),
        ("next", &link),
    ];
    let form = form.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(mate.desk.post_form("/sign-in", &form).await.0, 303);
    assert_ne!(mate.desk.cookie(), cookie, "a new session");
    let (status, page) = mate.desk.get(&link).await;
    assert_eq!(status, 303);
    let query = format!("?conversation_id={talk}&assignee=me");
    assert_eq!(page, mate.path(&query));
    assert_eq!(mate.desk.get(&page).await.0, 200);
    assert_eq!(mate.desk.get("/").await, (303, "/inbox".to_owned()));
    // What is no page says what is wrong instead.
    mate.desk.keep(None);
    assert_eq!(mate.ask("access", json!({})).await.0, 401);
    let file = mate.path("?media=0197a8e0-0000-7000-8000-000000000000");
    assert_eq!(mate.desk.get(&file).await.0, 401);
    let refused = Line::knock(&house, &mate.path("/live"), &mate.headers(&house), None).await;
    assert_eq!(refused.err(), Some(401));
}

async fn the_page_is_nobodys_frame_and_shows_everything(base: Base) {
    let house = House::open(base).await;
    let mate = Mate::member(&house, "Uma").await;
    house.company.talk("42", "16505550001").await;
    let request = mate.desk.request(Method::GET, &mate.path("?mode=dark"));
    let answer = mate.desk.send(request).await;
    assert_eq!(answer.status(), 200);
    let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
    let policy = header("content-security-policy");
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
    assert!(policy.contains("script-src 'self' 'nonce-"), "{policy}");
    assert_eq!(header("x-frame-options"), "DENY");
    assert_eq!(header("cache-control"), "no-store");
    assert!(!answer.headers().contains_key("access-control-allow-origin"));
    let page = answer.text().await.unwrap();
    assert!(page.contains("Ana"), "the list is in the page");
    assert!(page.contains("data-theme=\"system\""), "{page}");
    let opening = json!({"filter": filter("active"), "conversation": null});
    let card = mate.told("opening", opening).await["card"].clone();
    assert_eq!(card["place"], "team");
    assert_eq!(card["team"]["me"], json!({"id": mate.id, "name": "Uma"}));
    assert_eq!(card["team"]["owner"], false);
    let people = card["team"]["people"].as_array().unwrap();
    let names: Vec<_> = people.iter().map(|person| &person["name"]).collect();
    assert_eq!(names, ["Olga", "Uma"]);
    assert_eq!(card["team"]["projects"].as_array().unwrap().len(), 1);
}

async fn a_project_of_others_does_not_exist(base: Base) {
    let house = House::open(base).await;
    let mate = Mate::member(&house, "Uma").await;
    let others = house.stranger().await;
    let neighbour = Mate::new(&others, "Nils", Role::Owner).await;
    let theirs = others.company.talk("43", "16505550002").await;
    let away = Mate {
        project: neighbour.project,
        desk: mate.desk,
        ..mate
    };
    assert_eq!(away.desk.get(&away.path("")).await.0, 404);
    assert_eq!(away.desk.get("/inbox/nonsense").await.0, 404);
    assert_eq!(away.ask("access", json!({})).await.0, 404);
    let refused = Line::knock(&house, &away.path("/live"), &away.headers(&house), None).await;
    assert_eq!(refused.err(), Some(404));
    let upload = away.path(&format!(
        "/media/{theirs}?conversation={theirs}&kind=document"
    ));
    let request = away.desk.request(Method::PUT, &upload);
    let request = request.header("sec-fetch-site", "same-origin").body("text");
    assert_eq!(away.desk.send(request).await.status(), 404);
    // By the way into one's own project neither.
    let home = Mate {
        project: house.company.project,
        desk: away.desk,
        ..neighbour
    };
    for function in ["conversations/open", "team/notes", "team/assignments"] {
        let (status, _) = home.refused(function, json!({"id": theirs})).await;
        assert_eq!(status, 404, "{function}");
    }
}

async fn another_sites_page_can_do_nothing(base: Base) {
    let house = House::open(base).await;
    let mate = Mate::member(&house, "Uma").await;
    let talk = house.company.talk("42", "16505550001").await;
    let body = json!({"id": talk, "to": mate.id});
    let path = mate.path("/api/team/assign");
    for headers in [
        [("sec-fetch-site", "cross-site")],
        [("sec-fetch-site", "same-site")],
        [("origin", "https://evil.example")],
        [("x-nothing", "at all")],
    ] {
        assert_eq!(mate.desk.post_with(&path, &body, &headers).await, 403);
    }
    let cookie = mate.headers(&house)[0].clone();
    for origin in ["https://evil.example", "null"] {
        let headers = [cookie.clone(), ("origin", origin.to_owned())];
        let refused = Line::knock(&house, &mate.path("/live"), &headers, None).await;
        assert_eq!(refused.err(), Some(403), "{origin}");
    }
    let nowhere = Line::knock(&house, &mate.path("/live"), &[cookie], None).await;
    assert_eq!(nowhere.err(), Some(403));
    let put = mate.path(&format!("/media/{talk}?conversation={talk}&kind=document"));
    let request = mate.desk.request(Method::PUT, &put).body("text");
    assert_eq!(mate.desk.send(request).await.status(), 403);
    assert_eq!(house.count("select count(*) from assignments").await, 0);
}

async fn a_session_that_ends_closes_its_lines_and_no_others(base: Base) {
    let house = House::open(base).await;
    let mate = Mate::member(&house, "Uma").await;
    let other = Mate::member(&house, "Udo").await;
    let (mut line, mut stays) = (mate.line(&house).await, other.line(&house).await);
    line.catch_up().await;
    stays.catch_up().await;
    let start = Instant::now();
    assert_eq!(mate.desk.post_form("/sign-out", &[]).await.0, 303);
    assert_eq!(line.end().await, closed::EXPIRED);
    assert!(start.elapsed() < AT_ONCE, "it was told, not only found");
    // From the list of sessions, of another browser.
    let elsewhere = Mate {
        desk: crate::support::desk::Desk::new(&house),
        email: other.email.clone(),
        ..other
    };
    elsewhere.sign_in().await;
    let sessions = elsewhere.desk.told("sessions/list", json!({})).await;
    let sessions = sessions.as_array().unwrap();
    let old = sessions.iter().find(|session| session["current"] == false);
    let start = Instant::now();
    let ended = json!({"id": old.unwrap()["id"]});
    elsewhere.desk.told("sessions/end", ended).await;
    assert_eq!(stays.end().await, closed::EXPIRED);
    assert!(start.elapsed() < AT_ONCE, "it was told, not only found");
    assert_eq!(elsewhere.ask("access", json!({})).await.0, 200);
}

async fn who_is_removed_sees_nothing_more_from_that_moment_on(base: Base) {
    let house = House::open(base).await;
    let owner = Mate::new(&house, "Olaf", Role::Owner).await;
    let mate = Mate::member(&house, "Uma").await;
    let talk = house.company.talk("42", "16505550001").await;
    owner
        .told("team/assign", json!({"id": talk, "to": mate.id}))
        .await;
    let mut line = mate.line(&house).await;
    line.catch_up().await;
    let start = Instant::now();
    let removed = json!({"project": house.company.project, "user": mate.id});
    owner.desk.told("members/remove", removed).await;
    assert_eq!(line.end().await, closed::REVOKED);
    assert!(start.elapsed() < AT_ONCE, "it was told, not only found");
    assert_eq!(mate.ask("access", json!({})).await.0, 404);
    assert_eq!(mate.desk.get(&mate.path("")).await.0, 404);
    assert_eq!(mate.desk.get("/inbox").await, (303, "/account".to_owned()));
    let nobody = json!({"status": "all", "search": "", "number": null, "unread": false,
                        "handoff": false, "assignee": "nobody"});
    assert_eq!(owner.list(nobody).await, [json!(talk)], "it is free again");
}

async fn who_gets_another_role_keeps_the_line_and_reads_anew(base: Base) {
    let house = House::open(base).await;
    let owner = Mate::new(&house, "Olaf", Role::Owner).await;
    let mate = Mate::member(&house, "Uma").await;
    let mut line = mate.line(&house).await;
    line.catch_up().await;
    let role = json!({"project": house.company.project, "user": mate.id, "role": "owner"});
    owner.desk.told("members/role", role).await;
    assert!(matches!(line.frame().await, Frame::Resync { .. }));
    let opening = json!({"filter": filter("active"), "conversation": null});
    assert_eq!(
        mate.told("opening", opening).await["card"]["team"]["owner"],
        true
    );
}

#[tokio::test]
async fn an_access_that_ends_at_one_server_closes_lines_at_the_other() {
    let house = House::open(Base::postgres().await).await;
    let other = house.beside().await;
    let owner = Mate::new(&house, "Olaf", Role::Owner).await;
    let (uma, udo) = (
        Mate::member(&house, "Uma").await,
        Mate::member(&house, "Udo").await,
    );
    let (mut umas, mut udos) = (uma.line(&other).await, udo.line(&other).await);
    umas.catch_up().await;
    udos.catch_up().await;
    let start = Instant::now();
    assert_eq!(uma.desk.post_form("/sign-out", &[]).await.0, 303);
    assert_eq!(umas.end().await, closed::EXPIRED);
    let removed = json!({"project": house.company.project, "user": udo.id});
    owner.desk.told("members/remove", removed).await;
    assert_eq!(udos.end().await, closed::REVOKED);
    assert!(start.elapsed() < AT_ONCE, "it was told, not only found");
}
