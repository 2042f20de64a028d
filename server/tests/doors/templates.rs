//! Templates and forms: what WhatsApp lists, and what of it a page is told.

use crate::support::base::Base;
use crate::support::on_both;
use crate::support::phone::{ANA, Street};
use app::domain::id::ConversationId;
use app::domain::time::{MINUTE, Timestamp};
use app::problem::Problem;
use sandbox::{Fault, FaultKind};
use serde_json::{Value, json};
use server::store::sql;
use server::work::patience::Patience;
use std::time::Duration;

on_both!(
    only_what_can_be_sent_is_listed,
    a_list_is_fetched_again_when_it_is_old_or_has_changed,
    what_is_there_is_shown_when_whatsapp_cannot_be_asked,
    forms_are_those_that_are_published,
    forms_that_cannot_be_had_are_not_asked_for_at_each_click,
    another_conversation_has_no_templates,
);

const ACCOUNT: &str = "102290129340398";

async fn only_what_can_be_sent_is_listed(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    let (one, other) = tokio::join!(street.listed(talk, false), street.listed(talk, true));
    assert_eq!(one["rows"], other["rows"]);
    let names: Vec<&str> = one["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["name"].as_str().unwrap())
        .collect();
    let sendable = [
        "appointment_reminder",
        "feedback",
        "invoice_ready",
        "order_shipped",
        "pick_up",
        "spring_check",
        "summer_sale",
    ];
    assert_eq!(names, sendable);
    assert_eq!(one["rows"][2]["header"], json!({"file": "document"}));
    assert_eq!(one["problem"], Value::Null);
    assert!(one["synced_at"].is_i64());
}

async fn a_list_is_fetched_again_when_it_is_old_or_has_changed(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street.listed(talk, false).await;
    let forget = || sql("delete from templates where name <> 'feedback'").run(street.house.db());
    forget().await.unwrap();
    assert_eq!(
        street.count(talk).await,
        1,
        "what is fresh is not asked for again"
    );
    street.wait_a_moment().await;
    let old =
        sql("update template_lists set synced_at = $1").bind(Timestamp::now().plus(-11 * MINUTE));
    old.run(street.house.db()).await.unwrap();
    assert_eq!(street.count(talk).await, 7);

    forget().await.unwrap();
    street.wait_a_moment().await;
    let webhook = |app: &str| {
        json!({"object": "whatsapp_business_account", "entry": [{"id": app, "time": 1, "changes": [
            {"field": "message_template_status_update", "value": {"event": "APPROVED",
                "message_template_id": 1, "message_template_name": "new", "message_template_language": "en_US"}}]}]})
    };
    street.house.tell(&webhook("another account")).await;
    assert_eq!(street.count(talk).await, 1);
    street.house.tell(&webhook(ACCOUNT)).await;
    assert_eq!(street.count(talk).await, 7);
}

async fn what_is_there_is_shown_when_whatsapp_cannot_be_asked(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street.listed(talk, false).await;
    let wrong = street.house.state.key.seal("another token").unwrap();
    let expired = sql("update numbers set access_token = $1").bind(wrong);
    expired.run(street.house.db()).await.unwrap();
    street.wait_a_moment().await;
    let answer = street.listed(talk, true).await;
    assert_eq!(answer["rows"].as_array().unwrap().len(), 7);
    assert!(answer["synced_at"].is_i64());
    let problem = answer["problem"].as_str().unwrap();
    assert!(problem.contains("has expired"), "{problem}");
}

async fn forms_are_those_that_are_published(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    let forms = street
        .house
        .told(&street.token, "forms/list", json!({"id": talk}))
        .await;
    let published = [
        ["771200340011", "Service feedback"],
        ["771200340012", "Book a test ride"],
    ];
    assert_eq!(forms, json!(published));
}

async fn forms_that_cannot_be_had_are_not_asked_for_at_each_click(base: Base) {
    let street = Street::with(base, impatient()).await;
    let talk = street.greeted_by(ANA).await;
    let faults = street.sandbox.faults();
    faults.add(Fault::new(FaultKind::List).code(131_000));
    let asked = || faults.counts()[0].seen;
    let question = json!({"id": talk});
    let first = street
        .house
        .refused(&street.token, "forms/list", question.clone())
        .await;
    assert_eq!(first.0, 409, "{first:?}");
    for _ in 0..4 {
        let again = street
            .house
            .refused(&street.token, "forms/list", question.clone())
            .await;
        assert_eq!(again, first, "the reason is remembered");
    }
    assert_eq!(asked(), 1, "WhatsApp was asked once");
    tokio::time::sleep(impatient().after_failed_list).await;
    street
        .house
        .refused(&street.token, "forms/list", question.clone())
        .await;
    assert_eq!(asked(), 2);
    faults.clear();
    tokio::time::sleep(impatient().after_failed_list).await;
    let forms = street
        .house
        .told(&street.token, "forms/list", question)
        .await;
    assert_eq!(forms.as_array().unwrap().len(), 2);
}

fn impatient() -> Patience {
    Patience {
        after_failed_list: Duration::from_millis(1500),
        ..Patience::default()
    }
}

async fn another_conversation_has_no_templates(base: Base) {
    let street = Street::new(base).await;
    let id = ConversationId::new();
    for (function, question) in [
        ("templates/list", json!({"id": id, "fresh": true})),
        ("forms/list", json!({"id": id})),
    ] {
        let answer = street
            .house
            .refused(&street.token, function, question)
            .await;
        assert_eq!(answer, (404, Problem::NotFound), "{function}");
    }
}

impl Street {
    async fn listed(&self, talk: ConversationId, fresh: bool) -> Value {
        let question = json!({"id": talk, "fresh": fresh});
        self.house
            .told(&self.token, "templates/list", question)
            .await
    }

    async fn count(&self, talk: ConversationId) -> usize {
        self.listed(talk, false).await["rows"]
            .as_array()
            .unwrap()
            .len()
    }

    /// WhatsApp is asked every few seconds at most.
    async fn wait_a_moment(&self) {
        tokio::time::sleep(self.house.state.config.patience.between_lists).await;
    }
}
