//! When nobody may write, and what may be answered.

use super::*;

on_both!(
    a_closed_window_lets_templates_through,
    nobody_writes_while_an_automation_does_or_after_the_end,
    what_is_answered_must_be_there_and_the_viewers,
);

async fn a_closed_window_lets_templates_through(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street.templates(talk).await;
    let hello = street.first(talk).await;
    let long_ago =
        sql("update conversations set last_inbound_at = $1").bind(Timestamp::now().plus(-DAY));
    long_ago.run(street.house.db()).await.unwrap();
    for body in bodies(hello) {
        let (status, answer) = street.send_body(talk, MessageId::new(), &body).await;
        let wanted = if body.kind() == Kind::Template {
            200
        } else {
            409
        };
        assert_eq!(status, wanted, "{body:?}: {answer}");
    }
}

async fn nobody_writes_while_an_automation_does_or_after_the_end(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street.templates(talk).await;
    let hello = street.first(talk).await;
    for change in [
        "update conversations set execution_status = 'running'",
        "update conversations set execution_status = 'waiting'",
        "update conversations set execution_status = 'handoff', status = 'ended'",
    ] {
        sql(change).run(street.house.db()).await.unwrap();
        for body in bodies(hello) {
            let (status, answer) = street.send_body(talk, MessageId::new(), &body).await;
            assert_eq!(status, 409, "{change}, {body:?}: {answer}");
        }
    }
    assert!(street.sandbox.requests().is_empty());
}

async fn what_is_answered_must_be_there_and_the_viewers(base: Base) {
    let street = Street::new(base).await;
    let (ana, bo) = (street.greeted_by(ANA).await, street.greeted_by(BO).await);
    let (hers, his) = (street.first(ana).await, street.first(bo).await);
    let answering = |id| Draft {
        id: MessageId::new(),
        conversation: ana,
        reply_to: Some(id),
        body: Body::Text("Yes".to_owned()),
    };
    let missing = |field: &str| {
        (
            404,
            json!({"missing": format!("{field}: there is no such message")}),
        )
    };
    let foreign = street.send_draft(&answering(his)).await;
    assert_eq!(foreign, missing("reply_to"));
    assert_eq!(
        street.send_draft(&answering(MessageId::new())).await,
        foreign
    );
    let reacting = |id| Body::Reaction(id, "👍".to_owned());
    let foreign = street
        .send_body(ana, MessageId::new(), &reacting(his))
        .await;
    assert_eq!(foreign, missing("message"));
    let unknown = street
        .send_body(ana, MessageId::new(), &reacting(MessageId::new()))
        .await;
    assert_eq!(unknown, foreign);

    let draft = answering(hers);
    assert_eq!(street.send_draft(&draft).await.0, 200);
    let wamid = street.sandbox.messages(NUMBER, ANA)[0].id.clone();
    assert_eq!(
        street.taken_as(draft.id).await["context"],
        json!({"message_id": wamid})
    );

    // What was said in an earlier conversation counts as far as the viewer sees it.
    let user = street.house.company.user("Uma").await;
    let narrow = street.house.company.embed(Scope::Project, Some(user)).await;
    let talk = street
        .house
        .told(
            &street.token,
            "conversations/status",
            json!({"id": ana, "status": "ended"}),
        )
        .await;
    assert_eq!(talk["status"], "ended");
    street
        .sandbox
        .customer_says(NUMBER, ANA, "Me again")
        .unwrap();
    let later: ConversationId = eventually("a new conversation", async || {
        let rows = street.house.list(&street.token, "active").await;
        let row = rows.iter().find(|row| row["contact"]["phone"] == ANA)?;
        Some(row["id"].as_str().unwrap().parse().unwrap())
    })
    .await;
    street.house.assign(later, user).await;
    let draft = Draft {
        conversation: later,
        id: MessageId::new(),
        ..answering(hers)
    };
    let (status, _) = street
        .house
        .ask(&narrow, "messages/send", json!({"draft": draft}))
        .await;
    assert_eq!(status, 404);
    assert_eq!(street.send_draft(&draft).await.0, 200);
}
