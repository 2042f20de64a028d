//! What was said before the sandbox was started.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use sandbox::{Author, Past, Status, wamid};
use serde_json::json;
use support::{MARA, NUMBER, cast, eventually};

fn past(author: Author, kind: &str, content: serde_json::Value) -> Past {
    Past {
        id: wamid(MARA),
        author,
        timestamp: 1_750_030_073,
        kind: kind.into(),
        content,
        context: None,
        status: Status::Read,
    }
}

#[tokio::test]
async fn what_is_remembered_stands_in_the_chat_and_nobody_is_told() {
    let cast = cast().await;
    let asked = past(Author::Customer, "text", json!({"body": "Is it ready?"}));
    let liked = json!({"message_id": asked.id, "emoji": "👍"});
    cast.sandbox.remember(NUMBER, MARA, asked);
    cast.sandbox
        .remember(NUMBER, MARA, past(Author::Business, "reaction", liked));

    let messages = cast.sandbox.messages(NUMBER, MARA);
    assert_eq!(messages[0].content["body"], "Is it ready?");
    assert_eq!(messages[0].reactions.business.as_deref(), Some("👍"));
    assert_eq!(cast.sandbox.pending_webhooks(), 0);
    assert!(cast.ear.heard().is_empty());
}

#[tokio::test]
async fn what_is_told_out_of_turn_is_signed_and_says_whether_it_was_taken() {
    let cast = cast().await;
    assert!(
        cast.sandbox
            .tell(&json!({"entry": [], "of": "Größe"}))
            .await
    );
    eventually("a webhook", || !cast.ear.heard().is_empty()).await;
    let heard = cast.ear.heard().remove(0);
    assert!(heard.body.is_ascii() && heard.signature.starts_with("sha256="));

    cast.ear.refuse(1);
    assert!(!cast.sandbox.tell(&json!({"entry": []})).await);
}
