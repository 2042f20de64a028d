//! `/embed/{token}/live`: changes as they happen, each viewer's own, and none missed.

use crate::support::base::Base;
use crate::support::house::House;
use crate::support::line::Line;
use crate::support::on_both;
use crate::support::patience::soon;
use crate::support::post::{said, text};
use app::domain::change::{Change, Frame, closed};
use app::domain::id::ConversationId;
use app::domain::time::{SECOND, Timestamp};
use server::access::viewer::Scope;
use server::live::RESYNC_AFTER;
use server::store::event::Event;
use server::store::sql;
use std::time::{Duration, Instant};

on_both!(
    a_message_is_told_to_all_who_see_it_and_to_nobody_else,
    a_page_that_was_away_hears_everything_once_and_in_order,
    a_page_that_missed_more_than_a_frame_holds_still_hears_it_all,
    a_page_that_was_away_for_long_is_told_to_load_anew,
    an_assignment_that_ends_takes_the_conversation_off_the_screen,
    an_expired_access_closes_the_line_within_a_second,
    a_reader_that_stalls_is_cut_off_and_slows_nobody,
);

const ANA: &str = "16505550001";
const BO: &str = "16505550002";

async fn a_message_is_told_to_all_who_see_it_and_to_nobody_else(base: Base) {
    let house = House::open(base).await;
    let company = &house.company;
    let north = company.customer("North").await;
    let own = company.number("42", Some(north)).await;
    let other = company.number("43", None).await;
    let mut hears = Vec::new();
    for scope in [Scope::Project, Scope::Number(own), Scope::Customer(north)] {
        hears.push(Line::open(&house, &company.embed(scope, None).await, None).await);
    }
    let mut does_not = Vec::new();
    for (scope, assignee) in [
        (Scope::Number(other), None),
        (Scope::Project, Some(company.owner)),
    ] {
        does_not.push(Line::open(&house, &company.embed(scope, assignee).await, None).await);
    }
    for line in hears.iter_mut().chain(&mut does_not) {
        assert!(matches!(line.frame().await, Frame::Live { .. }));
    }

    assert_eq!(
        house
            .post(&said("42", ANA, vec![text(ANA, "wamid.1", "Hello")]))
            .await,
        200
    );

    for line in &mut hears {
        let changes = line.changes().await;
        let [
            Change::Message { message },
            Change::Conversation { conversation },
        ] = &changes[..]
        else {
            panic!("{changes:?}");
        };
        assert_eq!(message.text, "Hello");
        assert_eq!(
            (conversation.unread, conversation.id),
            (1, message.conversation)
        );
    }
    // What these hear next is their own: the message above was not for them.
    assert_eq!(
        house
            .post(&said("43", BO, vec![text(BO, "wamid.2", "For you")]))
            .await,
        200
    );
    house.settle().await;
    let (_, talk) = newest(&house).await;
    house.assign(talk, company.owner).await;
    let heard = does_not[0].changes().await;
    assert!(
        matches!(&heard[0], Change::Message { message } if message.text == "For you"),
        "{heard:?}"
    );
    let heard = does_not[1].changes().await;
    assert!(
        heard.iter().all(|change| conversation_of(change) == talk),
        "{heard:?}"
    );
}

async fn a_page_that_missed_more_than_a_frame_holds_still_hears_it_all(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let token = house.company.embed(Scope::Project, None).await;
    let long = "語".repeat(4_096);
    let missed = (0..180).map(|nth| text(ANA, &format!("wamid.{nth}"), &long));
    let posted = house.post(&said("42", ANA, missed.collect())).await;
    assert_eq!(posted, 200);
    house.settle().await;

    let (changes, seq) = Line::open(&house, &token, Some(0)).await.catch_up().await;

    let messages = changes
        .iter()
        .filter(|change| matches!(change, Change::Message { .. }));
    assert_eq!(messages.count(), 180);
    assert_eq!(seq, 181);
}

async fn a_page_that_was_away_hears_everything_once_and_in_order(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let token = house.company.embed(Scope::Project, None).await;
    let mut line = Line::open(&house, &token, None).await;
    let (_, seq) = line.catch_up().await;
    drop(line);

    for nth in 0..150 {
        assert_eq!(
            house
                .post(&said(
                    "42",
                    ANA,
                    vec![text(ANA, &format!("wamid.{nth}"), &nth.to_string())]
                ))
                .await,
            200
        );
    }
    house.settle().await;

    let mut line = Line::open(&house, &token, Some(seq)).await;
    let (changes, now) = line.catch_up().await;
    let heard: Vec<&str> = changes.iter().filter_map(said_in).collect();
    assert_eq!(
        heard,
        (0..150).map(|nth| nth.to_string()).collect::<Vec<_>>()
    );
    let mut line = Line::open(&house, &token, Some(now)).await;
    assert_eq!(
        line.catch_up().await,
        (Vec::new(), now),
        "nothing comes twice"
    );
    let mut line = Line::open(&house, &token, Some(now + 1_000_000)).await;
    assert_eq!(
        line.catch_up().await.1,
        now,
        "a number from the future is no number"
    );
}

async fn a_page_that_was_away_for_long_is_told_to_load_anew(base: Base) {
    let house = House::open(base).await;
    let token = house.company.embed(Scope::Project, None).await;
    let talk = house.company.talk("42", ANA).await;
    let many = vec![Event::Conversation(talk); RESYNC_AFTER as usize + 1];
    house.happens(house.company.project, &many).await;
    let latest = many.len() as u64;

    let mut line = Line::open(&house, &token, Some(0)).await;
    assert_eq!(line.frame().await, Frame::Resync { seq: latest });
    let mut line = Line::open(&house, &token, Some(1)).await;
    assert!(
        matches!(line.frame().await, Frame::Changes { .. }),
        "just not too long"
    );

    let old = sql("delete from events where seq <= $1").bind(100_i64);
    old.run(house.db()).await.unwrap();
    let mut line = Line::open(&house, &token, Some(50)).await;
    assert_eq!(
        line.frame().await,
        Frame::Resync { seq: latest },
        "the events between are gone"
    );
    let mut line = Line::open(&house, &token, Some(100)).await;
    assert!(matches!(line.frame().await, Frame::Changes { .. }));
}

async fn an_assignment_that_ends_takes_the_conversation_off_the_screen(base: Base) {
    let house = House::open(base).await;
    let company = &house.company;
    let (uma, udo) = (company.user("Uma").await, company.user("Udo").await);
    let talk = company.talk("42", ANA).await;
    house.assign(talk, uma).await;
    let mut of_uma = Line::open(
        &house,
        &company.embed(Scope::Project, Some(uma)).await,
        None,
    )
    .await;
    let mut of_udo = Line::open(
        &house,
        &company.embed(Scope::Project, Some(udo)).await,
        None,
    )
    .await;
    let mut of_all = Line::open(&house, &company.embed(Scope::Project, None).await, None).await;
    for line in [&mut of_uma, &mut of_udo, &mut of_all] {
        line.catch_up().await;
    }

    house.assign(talk, udo).await;
    let start = Instant::now();

    assert_eq!(
        of_uma.changes().await,
        [Change::ConversationGone { id: talk }]
    );
    assert!(start.elapsed() < Duration::from_secs(1));
    assert!(
        matches!(&of_udo.changes().await[..], [Change::Conversation { conversation }] if conversation.id == talk)
    );
    assert!(matches!(
        &of_all.changes().await[..],
        [Change::Conversation { .. }]
    ));
}

async fn an_expired_access_closes_the_line_within_a_second(base: Base) {
    let house = House::open(base).await;
    let end = Timestamp::now().plus(SECOND);
    let token = house
        .company
        .embed_until(Scope::Project, None, Some(end))
        .await;
    let mut line = Line::open(&house, &token, None).await;
    line.catch_up().await;
    assert_eq!(line.end().await, closed::EXPIRED);
    let late = Timestamp::now().since(end);
    assert!((0..SECOND).contains(&late), "{late} ms late");
}

async fn a_reader_that_stalls_is_cut_off_and_slows_nobody(base: Base) {
    let house = House::open(base).await;
    let number = house.company.number("42", None).await;
    let ana = house.company.contact("Ana", ANA).await;
    let talk = house.company.conversation(number, ana).await;
    // Long enough to fill every buffer between the server and a page that does not read.
    let long = house.company.hears(number, talk, &"x".repeat(60_000)).await;
    let token = house.company.embed(Scope::Project, None).await;
    let mut stalled = Line::with_buffer(&house, &token, None, Some(4 << 10)).await;
    let mut quick = Line::open(&house, &token, None).await;
    quick.catch_up().await;

    let mut slowest = Duration::ZERO;
    for _ in 0..400 {
        let start = Instant::now();
        house
            .happens(house.company.project, &[Event::Message(talk, long)])
            .await;
        quick.changes().await;
        slowest = slowest.max(start.elapsed());
    }
    // A page that waited for the stalled one would have waited for as long as a write may take: fifteen seconds.
    assert!(
        slowest < Duration::from_secs(5),
        "somebody waited {slowest:?} for another's page"
    );
    assert_eq!(
        soon("the end of a line that nobody reads", stalled.end()).await,
        closed::LAGGED
    );
}

async fn newest(house: &House) -> (i64, ConversationId) {
    let query =
        sql("select created_at, id from conversations order by created_at desc, id desc limit 1");
    let (at, id): (i64, uuid::Uuid) = query.one(house.db()).await.unwrap();
    (at, id.into())
}

fn conversation_of(change: &Change) -> ConversationId {
    match change {
        Change::Conversation { conversation } => conversation.id,
        Change::ConversationGone { id } => *id,
        Change::Message { message } => message.conversation,
        Change::MessageGone { .. } | Change::Notes { .. } | Change::Number { .. } => {
            panic!("{change:?}")
        }
    }
}

fn said_in(change: &Change) -> Option<&str> {
    match change {
        Change::Message { message } => Some(&message.text),
        _ => None,
    }
}
