//! A thousand messages through a WhatsApp and pages that fail in every way they know.
//! No message is heard twice, each comes to an end, and what the page shows is what WhatsApp knows.

use crate::support::base::Base;
use crate::support::on_both;
use crate::support::phone::{NUMBER, Street};
use app::domain::id::{ConversationId, MessageId};
use futures::future::join_all;
use sandbox::{Fault, FaultKind, Status};
use serde_json::{Value, json};
use server::work::patience::Patience;
use std::collections::HashMap;
use std::time::{Duration, Instant};

on_both!(a_thousand_messages_through_every_fault_are_heard_once_and_shown_as_they_are,);

const PEOPLE: usize = 20;
const EACH: usize = 50;
const LIMIT: Duration = Duration::from_secs(240);

async fn a_thousand_messages_through_every_fault_are_heard_once_and_shown_as_they_are(base: Base) {
    let street = Street::with(base, impatient()).await;
    let mut talks = Vec::new();
    for nth in 0..PEOPLE {
        let phone = format!("1650555{nth:04}");
        talks.push((street.greeted_by(&phone).await, phone));
    }
    all_faults(&street);
    let began = Instant::now();
    let sent = join_all(
        talks
            .iter()
            .map(|(talk, phone)| writes(&street, *talk, phone)),
    )
    .await;
    let sent: Vec<MessageId> = sent.into_iter().flatten().collect();
    assert_eq!(sent.len(), PEOPLE * EACH);
    let shown = all_ended(&street, &talks, began + LIMIT).await;
    for count in street.sandbox.faults().counts() {
        assert!(count.fired > 0, "never happened: {:?}", count.fault);
    }

    let heard = heard(&street);
    let mut tally = HashMap::new();
    for id in &sent {
        let delivery = shown[id].as_str();
        let states = heard.get(&id.to_string()).map_or(&[][..], Vec::as_slice);
        *tally.entry((states.to_vec(), delivery)).or_insert(0) += 1;
        match states {
            [] => assert!(
                ["failed", "unconfirmed"].contains(&delivery),
                "{id}: never heard, {delivery}"
            ),
            ["failed"] => assert_ne!(delivery, "read", "{id}"),
            [_] => assert_ne!(delivery, "failed", "{id}: it was heard"),
            more => panic!("{id} was heard {} times", more.len()),
        }
    }
    println!("{:?}: {tally:#?}", began.elapsed());
    let known: usize = heard.values().map(Vec::len).sum();
    assert_eq!(heard.len(), known);
    assert!(
        heard.len() > sent.len() * 8 / 10,
        "{} of {} were heard",
        heard.len(),
        sent.len()
    );
    assert_eq!(street.house.count("select count(*) from outbox").await, 0);
}

fn impatient() -> Patience {
    Patience {
        doubt: 3_000,
        pause: 4,
        standstill: 50,
        look_every: Duration::from_millis(10),
        answer: Duration::from_millis(1_000),
        ..Patience::default()
    }
}

fn all_faults(street: &Street) {
    let faults = street.sandbox.faults();
    let (delay, error) = (
        || Fault::new(FaultKind::Delay),
        || Fault::new(FaultKind::Error),
    );
    faults.add(delay().delay_ms(25).every(6));
    // Longer than anybody waits: it is taken, and the answer comes too late.
    faults.add(delay().delay_ms(1_500).every(113));
    faults.add(Fault::new(FaultKind::CutReply).every(17));
    faults.add(Fault::new(FaultKind::Drop).every(29));
    for (status, every) in [(503, 37), (429, 41), (502, 97)] {
        faults.add(
            Fault::new(FaultKind::Status)
                .http_status(status)
                .every(every),
        );
    }
    for (code, every) in [
        (131_016, 23),
        (130_429, 31),
        (131_056, 43),
        (190, 101),
        (131_000, 67),
        (100, 181),
    ] {
        faults.add(error().code(code).every(every));
    }
    for (code, every) in [(131_047, 139), (131_026, 89)] {
        faults.add(Fault::new(FaultKind::Failed).code(code).every(every));
    }
    faults.add(Fault::new(FaultKind::DropStatuses).every(13));
    faults.add(Fault::new(FaultKind::DuplicateWebhooks).every(11));
    faults.add(Fault::new(FaultKind::Reorder).every(19));
}

/// One person's messages, one after the other, by somebody whose line is bad and who clicks twice.
async fn writes(street: &Street, talk: ConversationId, phone: &str) -> Vec<MessageId> {
    let mut ids = Vec::new();
    for nth in 0..EACH {
        let (id, text) = (MessageId::new(), format!("{phone} {nth}"));
        loop {
            let again = async {
                if nth % 3 == 0 {
                    street.send(talk, id, &text).await.0
                } else {
                    200
                }
            };
            let (first, again) = tokio::join!(street.send(talk, id, &text), again);
            match (first.0, again) {
                (200, 200) => break,
                // Meta said that the window is closed: the customer writes, and it opens.
                (200 | 409, 200 | 409) => {
                    street
                        .sandbox
                        .customer_says(NUMBER, phone, "Still here")
                        .unwrap();
                    tokio::time::sleep(Duration::from_millis(40)).await;
                }
                other => panic!("{other:?}: {}", first.1),
            }
        }
        if nth % 7 == 0
            && let Some(earlier) = ids.len().checked_sub(1)
        {
            // A page that was away comes back and tries what it never heard of.
            let (status, _) = street
                .send(talk, ids[earlier], &format!("{phone} {earlier}"))
                .await;
            assert_eq!(status, 200);
        }
        ids.push(id);
    }
    ids
}

/// What the page shows of each message, once nothing is under way any more.
async fn all_ended(
    street: &Street,
    talks: &[(ConversationId, String)],
    end: Instant,
) -> HashMap<MessageId, String> {
    loop {
        let waiting = street.house.count("select count(*) from outbox").await;
        if waiting == 0 && street.sandbox.pending_webhooks() == 0 {
            street.house.settle().await;
            let mut shown = HashMap::new();
            for (talk, _) in talks {
                shown.extend(thread(street, *talk).await);
            }
            let under_way = |delivery: &&String| ["queued", "sending"].contains(&delivery.as_str());
            assert_eq!(shown.values().find(under_way), None);
            return shown;
        }
        assert!(Instant::now() < end, "{waiting} messages never ended");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn thread(street: &Street, talk: ConversationId) -> HashMap<MessageId, String> {
    let mut from = json!({"conversation": talk, "before": null});
    let mut shown = HashMap::new();
    while !from.is_null() {
        let question = json!({"from": from});
        let page = street
            .house
            .told(&street.token, "messages/list", question)
            .await;
        for row in page["rows"].as_array().unwrap() {
            if row["direction"] == "outbound" {
                let id = row["id"].as_str().unwrap().parse().unwrap();
                let delivery = row["delivery"].as_str().unwrap().to_owned();
                assert_eq!(row["failure"].is_object(), delivery == "failed", "{row}");
                assert_eq!(shown.insert(id, delivery), None, "shown twice: {row}");
            }
        }
        from = page["next"].clone();
    }
    shown
}

/// How far WhatsApp itself says that each came, by our id.
fn heard(street: &Street) -> HashMap<String, Vec<&'static str>> {
    let mut chats: HashMap<String, HashMap<String, Status>> = HashMap::new();
    let mut heard: HashMap<String, Vec<&'static str>> = HashMap::new();
    for sent in street.sandbox.requests() {
        let chat = chats.entry(sent.customer.clone()).or_insert_with(|| {
            let messages = street.sandbox.messages(NUMBER, &sent.customer).into_iter();
            messages
                .map(|message| (message.id, message.status))
                .collect()
        });
        let id = match &sent.body["biz_opaque_callback_data"] {
            Value::String(id) => id.clone(),
            other => panic!("{other}"),
        };
        let failed = chat[&sent.message_id] == Status::Failed;
        heard
            .entry(id)
            .or_default()
            .push(if failed { "failed" } else { "sent" });
    }
    heard
}
