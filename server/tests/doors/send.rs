//! Sending through a WhatsApp that fails in every way it knows: at most once, in order, and never silently lost.

use crate::support::base::Base;
use crate::support::on_both;
use crate::support::patience::eventually;
use crate::support::phone::{ANA, NUMBER, Street};
use app::domain::id::{ConversationId, MessageId};
use app::domain::time::Timestamp;
use app::problem::Problem;
use sandbox::{Fault, FaultKind, Habits, NewCustomer};
use serde_json::json;
use server::store::sql;
use server::work::patience::Patience;
use std::time::Duration;

on_both!(
    a_message_climbs_from_queued_to_read,
    messages_to_one_person_keep_their_order,
    the_same_draft_twice_is_one_message_and_another_text_is_refused,
    a_cut_reply_is_settled_by_the_status_that_names_our_id,
    a_dropped_request_without_a_word_becomes_a_question_to_a_person,
    a_gateways_error_leaves_doubt_and_is_not_sent_again,
    trouble_at_metas_side_is_tried_again,
    a_closed_window_fails_and_blocks_the_composer,
    a_number_without_a_good_token_stands_still_until_it_has_one,
    a_number_that_nobody_puts_right_fails_its_messages_in_words,
    an_unreachable_whatsapp_gets_the_message_when_it_is_back,
    a_failure_that_comes_later_is_shown_with_its_reason,
    no_fault_makes_whatsapp_hear_a_message_twice,
    a_contact_without_a_phone_is_written_to_by_user_id,
    reading_sends_the_receipt,
    a_request_that_died_with_its_process_is_not_sent_again,
);

async fn a_message_climbs_from_queued_to_read(base: Base) {
    let street = Street::new(base).await;
    street.sandbox.set_habits(Habits {
        sent_after_ms: 40,
        delivered_after_ms: 40,
        read_after_ms: 40,
        ..Habits::default()
    });
    let talk = street.greeted_by(ANA).await;
    let id = street.says(talk, "At your service").await;
    let mut seen = Vec::new();
    eventually("read", async || {
        let delivery = street.message(talk, id).await["delivery"]
            .as_str()
            .unwrap()
            .to_owned();
        if seen.last() != Some(&delivery) {
            seen.push(delivery);
        }
        (seen.last().unwrap() == "read").then_some(())
    })
    .await;
    let order = ["queued", "sending", "accepted", "sent", "delivered", "read"];
    let places: Vec<_> = seen
        .iter()
        .map(|seen| order.iter().position(|state| state == seen).unwrap())
        .collect();
    assert!(places.is_sorted(), "{seen:?}");
    assert_eq!(
        street.sandbox.messages(NUMBER, ANA).last().unwrap().content["body"],
        "At your service"
    );
    assert_eq!(street.sandbox.requests()[0].body["to"], format!("+{ANA}"));
    assert_eq!(
        street.house.list(&street.token, "active").await[0]["preview"]["delivery"],
        "read"
    );
}

async fn messages_to_one_person_keep_their_order(base: Base) {
    let street = Street::new(base).await;
    let (ana, bo) = (
        street.greeted_by(ANA).await,
        street.greeted_by("16505550002").await,
    );
    street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::Delay).delay_ms(15).every(3));
    street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::Error).code(131_016).every(7).times(1));
    let mut last = None;
    for nth in 0..12 {
        last = Some(street.says(ana, &format!("a{nth:02}")).await);
        street.says(bo, &format!("b{nth:02}")).await;
    }
    street.reaches(ana, last.unwrap(), "read").await;
    eventually("all are taken", async || {
        (street.taken().len() == 24).then_some(())
    })
    .await;
    for lane in ["a", "b"] {
        let taken: Vec<String> = street
            .taken()
            .into_iter()
            .filter(|text| text.starts_with(lane))
            .collect();
        assert_eq!(
            taken,
            (0..12)
                .map(|nth| format!("{lane}{nth:02}"))
                .collect::<Vec<_>>()
        );
    }
}

async fn the_same_draft_twice_is_one_message_and_another_text_is_refused(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    let id = MessageId::new();
    let (first, again) = tokio::join!(street.send(talk, id, "Once"), street.send(talk, id, "Once"));
    assert_eq!((first.0, again.0), (200, 200));
    street.reaches(talk, id, "read").await;
    assert_eq!(street.send(talk, id, "Once").await.0, 200);
    let clash = Problem::Invalid("id: another message has this id".to_owned());
    assert_eq!(street.refuses(talk, id, "Twice").await, (422, clash));
    let other = street.greeted_by("16505550002").await;
    assert_eq!(street.send(other, id, "Once").await.0, 422);
    assert_eq!(street.taken(), ["Once"]);
    assert_eq!(street.house.thread(&street.token, talk).await.len(), 2);
}

async fn a_cut_reply_is_settled_by_the_status_that_names_our_id(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::CutReply).times(1));
    let id = street.says(talk, "Did it go?").await;
    street.reaches(talk, id, "read").await;
    assert_eq!(street.taken(), ["Did it go?"]);
    assert_eq!(street.house.count("select count(*) from outbox").await, 0);
}

async fn a_dropped_request_without_a_word_becomes_a_question_to_a_person(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::Drop).times(1));
    let id = street.says(talk, "Anybody?").await;
    street.doubt_passes().await;
    street.reaches(talk, id, "unconfirmed").await;
    assert!(street.taken().is_empty());
    // The next one to the same person goes all the same.
    let next = street.says(talk, "Again").await;
    street.reaches(talk, next, "read").await;
}

async fn a_gateways_error_leaves_doubt_and_is_not_sent_again(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::Status).http_status(503).times(1));
    let id = street.says(talk, "Hello?").await;
    street.doubt_passes().await;
    street.reaches(talk, id, "unconfirmed").await;
    assert!(street.taken().is_empty());
}

async fn trouble_at_metas_side_is_tried_again(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::Error).code(131_016).times(2));
    let id = street.says(talk, "Patience").await;
    street.reaches(talk, id, "read").await;
    assert_eq!(street.taken(), ["Patience"]);
    assert_eq!(street.sandbox.faults().counts()[0].fired, 2);
}

async fn a_closed_window_fails_and_blocks_the_composer(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::Error).code(131_047).times(1));
    let id = street.says(talk, "Too late").await;
    let message = street.reaches(talk, id, "failed").await;
    assert_eq!(message["failure"]["code"], 131_047);
    let (status, problem) = street
        .refuses(talk, MessageId::new(), "Still too late")
        .await;
    assert!(
        status == 409 && matches!(problem, Problem::Conflict(_)),
        "{status} {problem:?}"
    );
    street
        .sandbox
        .customer_says(NUMBER, ANA, "I am back")
        .unwrap();
    eventually("the window opens", async || {
        (street.send(talk, MessageId::new(), "Welcome back").await.0 == 200).then_some(())
    })
    .await;
}

async fn a_number_without_a_good_token_stands_still_until_it_has_one(base: Base) {
    let patience = Patience {
        standstill: 40,
        look_every: Duration::from_millis(10),
        ..Patience::default()
    };
    let street = Street::with(base, patience).await;
    let talk = street.greeted_by(ANA).await;
    // More often than a message is tried for any other reason.
    let expired = Fault::new(FaultKind::Error).code(190).times(12);
    street.sandbox.faults().add(expired);
    let id = street.says(talk, "Hello").await;
    let next = street.says(talk, "And more").await;
    eventually("the trouble is noted", async || {
        let noted = sql("select trouble from numbers where trouble = 'access_token'");
        noted
            .optional::<(String,)>(street.house.db())
            .await
            .unwrap()
    })
    .await;
    street.reaches(talk, id, "read").await;
    street.reaches(talk, next, "read").await;
    assert_eq!(street.taken(), ["Hello", "And more"]);
    let troubled = street
        .house
        .count("select count(*) from numbers where trouble is not null")
        .await;
    assert_eq!(troubled, 0);
}

async fn a_number_that_nobody_puts_right_fails_its_messages_in_words(base: Base) {
    let patience = Patience {
        standstill: 20,
        standing: 100,
        look_every: Duration::from_millis(10),
        ..Patience::default()
    };
    let street = Street::with(base, patience).await;
    let talk = street.greeted_by(ANA).await;
    street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::Error).code(190));
    let id = street.says(talk, "Hello").await;
    let message = street.reaches(talk, id, "failed").await;
    assert_eq!(message["failure"]["code"], 190);
    assert!(street.taken().is_empty());
}

async fn an_unreachable_whatsapp_gets_the_message_when_it_is_back(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    let address = street.sandbox.address();
    let Street {
        house,
        sandbox,
        token,
    } = street;
    drop(sandbox);
    eventually("nobody listens", async || {
        tokio::net::TcpStream::connect(address)
            .await
            .is_err()
            .then_some(())
    })
    .await;
    let id = MessageId::new();
    let draft =
        json!({"draft": {"id": id, "conversation": talk, "body": {"text": "Are you there?"}}});
    house.told(&token, "messages/send", draft).await;
    eventually("it was tried", async || {
        let tried = sql("select attempts from outbox where state = 'queued' and attempts > 0");
        tried.optional::<(i64,)>(house.db()).await.unwrap()
    })
    .await;
    let listener = tokio::net::TcpListener::bind(address).await.unwrap();
    let router = axum::Router::new().fallback(async || {
        axum::Json(json!({"messaging_product": "whatsapp", "contacts": [], "messages": [{"id": "wamid.back"}]}))
    });
    tokio::spawn(async move { axum::serve(listener, router).await });
    eventually("accepted", async || {
        let rows = house.thread(&token, talk).await;
        (rows.last().unwrap()["delivery"] == "accepted").then_some(())
    })
    .await;
}

async fn a_failure_that_comes_later_is_shown_with_its_reason(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::Failed).code(131_026).times(1));
    let id = street.says(talk, "Hello").await;
    let message = street.reaches(talk, id, "failed").await;
    assert_eq!(message["failure"]["code"], 131_026);
    assert_eq!(
        street.house.list(&street.token, "active").await[0]["preview"]["delivery"],
        "failed"
    );
}

async fn no_fault_makes_whatsapp_hear_a_message_twice(base: Base) {
    let street = Street::new(base).await;
    let talks = [
        street.greeted_by(ANA).await,
        street.greeted_by("16505550002").await,
    ];
    for (kind, every) in [
        (FaultKind::CutReply, 3),
        (FaultKind::Drop, 5),
        (FaultKind::Status, 7),
        (FaultKind::Error, 4),
    ] {
        street
            .sandbox
            .faults()
            .add(Fault::new(kind).every(every).times(4));
    }
    street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::DuplicateWebhooks).every(2));
    street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::Reorder).every(9).times(3));
    let mut sent = Vec::new();
    for nth in 0..30 {
        let (talk, id, text) = (talks[nth % 2], MessageId::new(), nth.to_string());
        // A page on a bad line asks again.
        for _ in 0..1 + nth % 3 {
            assert_eq!(street.send(talk, id, &text).await.0, 200);
        }
        sent.push((talk, id, text));
    }
    eventually("every message has an end", async || {
        street.doubt_passes_for_those_in_doubt().await;
        let open = street.house.count("select count(*) from messages where direction = 'outbound' and delivery not in ('read', 'unconfirmed', 'failed')").await;
        (open == 0).then_some(())
    })
    .await;
    let taken = street.taken();
    for (talk, id, text) in sent {
        let heard = taken.iter().filter(|taken| **taken == text).count();
        let delivery = street.message(talk, id).await["delivery"].clone();
        assert!(
            heard == 1 && delivery == "read" || heard == 0 && delivery == "unconfirmed",
            "{text}: {heard} times, {delivery}"
        );
    }
}

async fn a_contact_without_a_phone_is_written_to_by_user_id(base: Base) {
    let street = Street::new(base).await;
    let shy = NewCustomer {
        phone: ANA.to_owned(),
        shares_phone: Some(false),
        ..NewCustomer::default()
    };
    let user_id = street.sandbox.customer(shy).user_id;
    street
        .sandbox
        .customer_says(NUMBER, ANA, "No phone")
        .unwrap();
    let talk: ConversationId = eventually("heard", async || {
        let rows = street.house.list(&street.token, "active").await;
        Some(rows.first()?["id"].as_str()?.parse().unwrap())
    })
    .await;
    let id = street.says(talk, "Hello").await;
    street.reaches(talk, id, "read").await;
    let body = &street.sandbox.requests()[0].body;
    assert_eq!(
        (&body["recipient"], body.get("to")),
        (&json!(user_id), None)
    );
}

async fn reading_sends_the_receipt(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street
        .house
        .told(&street.token, "conversations/read", json!({"id": talk}))
        .await;
    eventually("the customer sees that it was read", async || {
        (street.sandbox.messages(NUMBER, ANA)[0].status == sandbox::Status::Read).then_some(())
    })
    .await;
}

async fn a_request_that_died_with_its_process_is_not_sent_again(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street
        .sandbox
        .faults()
        .add(Fault::new(FaultKind::Drop).times(1));
    let id = street.says(talk, "In my hands").await;
    // As a process leaves it that died with the request under way, a while ago.
    eventually("it was tried", async || {
        let died = sql("update outbox set state = 'sending', due_at = $1 where state = 'unsure'")
            .bind(Timestamp(1));
        (died.run(street.house.db()).await.unwrap() == 1).then_some(())
    })
    .await;
    street.doubt_passes().await;
    street.reaches(talk, id, "unconfirmed").await;
    assert!(street.taken().is_empty());
}

impl Street {
    /// Two minutes without a word, for the one message that is in doubt.
    async fn doubt_passes(&self) {
        eventually("a message is in doubt", async || {
            (self.doubt_passes_for_those_in_doubt().await > 0).then_some(())
        })
        .await;
    }

    async fn doubt_passes_for_those_in_doubt(&self) -> u64 {
        // WhatsApp's word on those it has taken is on its way: only those that it never saw stay in doubt.
        let taken: Vec<String> = self
            .sandbox
            .requests()
            .iter()
            .map(|sent| {
                sent.body["biz_opaque_callback_data"]
                    .as_str()
                    .unwrap()
                    .to_owned()
            })
            .collect();
        let unsure: Vec<(uuid::Uuid,)> =
            sql("select message_id from outbox where state = 'unsure'")
                .all(self.house.db())
                .await
                .unwrap();
        let mut passed = 0;
        for (id,) in unsure
            .into_iter()
            .filter(|(id,)| !taken.contains(&id.to_string()))
        {
            let query =
                sql("update outbox set due_at = 0 where state = 'unsure' and message_id = $1")
                    .bind(id);
            passed += query.run(self.house.db()).await.unwrap();
        }
        passed
    }
}
