//! What goes wrong when asked to.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::time::{Duration, Instant};

use sandbox::{Fault, FaultKind};
use serde_json::json;
use support::{MARA, NUMBER, TOKEN, cast, eventually, id, text};

#[tokio::test]
async fn a_cut_reply_is_no_answer_but_the_message_is_on_its_way() {
    let cast = cast().await;
    cast.sandbox
        .faults()
        .add(Fault::new(FaultKind::CutReply).times(1));

    let error = cast.try_send(&text("Hello")).await.unwrap_err();

    assert!(error.is_request() && !error.is_timeout(), "{error:?}");
    let sent = cast.sandbox.requests();
    assert_eq!(sent.len(), 1);
    eventually("read", || cast.ear.ladder(&sent[0].message_id).len() == 3).await;
    assert_eq!(cast.send(&text("Again")).await.0, 200);
}

#[tokio::test]
async fn a_dropped_send_was_never_accepted() {
    let cast = cast().await;
    cast.sandbox
        .faults()
        .add(Fault::new(FaultKind::Drop).times(1));
    cast.try_send(&text("Hello")).await.unwrap_err();
    assert!(cast.sandbox.requests().is_empty());
}

#[tokio::test]
async fn a_fault_strikes_every_third_send_and_at_most_twice() {
    let cast = cast().await;
    let fault = json!({"kind": "error", "code": 130429, "every": 3, "times": 2});
    cast.control("/sandbox/faults", fault).await;

    let mut answers = Vec::new();
    for _ in 0..9 {
        answers.push(cast.send(&text("Hello")).await);
    }

    let refused: Vec<_> = (0..9).filter(|at| answers[*at].0 == 429).collect();
    assert_eq!(refused, [2, 5]);
    assert_eq!(answers[2].1["error"]["code"], 130429);
    let count = cast.sandbox.faults().counts().remove(0);
    assert_eq!((count.seen, count.fired), (9, 2));
    let url = cast.url("/sandbox/faults");
    cast.http.delete(url).send().await.unwrap();
    assert!(cast.sandbox.faults().counts().is_empty());
}

#[tokio::test]
async fn a_status_fault_answers_without_the_envelope_and_a_delay_takes_its_time() {
    let cast = cast().await;
    cast.sandbox
        .faults()
        .add(Fault::new(FaultKind::Delay).delay_ms(80).times(1));
    cast.sandbox
        .faults()
        .add(Fault::new(FaultKind::Status).http_status(502).times(1));
    let start = Instant::now();
    let answer = cast.try_send(&text("Hello")).await.unwrap();
    assert!(start.elapsed() >= Duration::from_millis(80));
    assert_eq!(answer.status(), 502);
    assert!(answer.json::<serde_json::Value>().await.is_err());
}

#[tokio::test]
async fn a_caller_that_gives_up_on_a_slow_answer_has_sent_its_message() {
    let cast = cast().await;
    cast.sandbox
        .faults()
        .add(Fault::new(FaultKind::Delay).delay_ms(5_000).times(1));
    let url = cast.url(&format!("/v24.0/{NUMBER}/messages"));
    let request = cast.http.post(url).bearer_auth(TOKEN).json(&text("Hello"));
    let error = request
        .timeout(Duration::from_millis(60))
        .send()
        .await
        .unwrap_err();
    assert!(error.is_timeout());
    let sent = cast.sandbox.requests().remove(0);
    eventually("read", || cast.ear.ladder(&sent.message_id).len() == 3).await;
}

#[tokio::test]
async fn a_failed_send_was_accepted_and_fails_later() {
    let cast = cast().await;
    cast.sandbox
        .faults()
        .add(Fault::new(FaultKind::Failed).code(131049).times(1));
    let (status, answer) = cast.send(&text("Hello")).await;
    assert_eq!(status, 200);
    let id = id(&answer);
    eventually("failed", || cast.ear.ladder(&id) == ["failed"]).await;
    let value = cast.ear.values().remove(0);
    assert!(value.get("contacts").is_none());
    assert_eq!(value["statuses"][0]["errors"][0]["code"], 131049);
    assert_eq!(value["statuses"][0]["recipient_id"], MARA);
}

#[tokio::test]
async fn webhooks_come_twice_late_or_not_at_all() {
    let cast = cast().await;
    cast.sandbox
        .faults()
        .add(Fault::new(FaultKind::DuplicateWebhooks).times(1));
    cast.sandbox.customer_says(NUMBER, MARA, "twice").unwrap();
    eventually("two", || cast.ear.messages().len() == 2).await;
    assert_eq!(cast.ear.heard()[0].body, cast.ear.heard()[1].body);

    cast.sandbox
        .faults()
        .add(Fault::new(FaultKind::Reorder).times(1));
    let first = id(&cast.send(&text("late")).await.1);
    eventually("read", || cast.ear.ladder(&first).len() == 3).await;
    assert_eq!(cast.ear.ladder(&first), ["delivered", "sent", "read"]);

    cast.sandbox
        .faults()
        .add(Fault::new(FaultKind::DropStatuses).times(2));
    let second = id(&cast.send(&text("silent")).await.1);
    eventually("read", || cast.ear.ladder(&second) == ["read"]).await;
}
