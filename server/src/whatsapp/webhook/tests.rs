use super::*;
use proptest::prelude::*;
use serde_json::json;

const NOW: Timestamp = Timestamp(1_750_000_000_500);

fn body(value: Value) -> Vec<u8> {
    json!({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages", "value": value}]}]})
        .to_string()
        .into_bytes()
}

fn one(mut value: Value) -> Updates {
    value["metadata"] = json!({"phone_number_id": "42"});
    let mut updates = read(&body(value), NOW).unwrap();
    assert_eq!(updates.len(), 1);
    updates.remove(0)
}

fn phone(value: &str) -> Identity {
    Identity {
        kind: IdentityKind::Phone,
        value: value.to_owned(),
    }
}

#[test]
fn a_message_carries_every_identity_of_its_sender() {
    let updates = one(json!({
        "contacts": [{"wa_id": "16505551234", "user_id": "US.1", "parent_user_id": "US.ENT.2", "profile": {"name": "Sheena"}}],
        "messages": [{"from": "16505551234", "id": "a", "timestamp": "1749416383", "type": "text", "text": {"body": "Hi"}}],
    }));
    let said = &updates.messages[0];
    assert_eq!(said.person.identities.len(), 3);
    assert_eq!(said.person.profile_name.as_deref(), Some("Sheena"));
    assert_eq!(said.at, Timestamp(1_749_416_383_999));
}

#[test]
fn a_person_without_a_phone_is_known_by_user_id() {
    let updates = one(json!({
        "contacts": [{"user_id": "US.1", "profile": {"username": "@sheena"}}],
        "messages": [{"from_user_id": "US.1", "id": "a", "timestamp": "1749416383", "type": "text", "text": {"body": "Hi"}}],
    }));
    let person = &updates.messages[0].person;
    assert_eq!(
        person.identities,
        [Identity {
            kind: IdentityKind::UserId,
            value: "US.1".into()
        }]
    );
    assert_eq!(person.username.as_deref(), Some("@sheena"));
}

#[test]
fn a_user_id_in_the_place_of_a_phone_is_seen_for_what_it_is() {
    let updates = one(json!({"messages": [{"from": "US.77", "id": "a", "type": "text"}]}));
    assert_eq!(
        updates.messages[0].person.identities[0].kind,
        IdentityKind::UserId
    );
}

#[test]
fn several_senders_keep_their_own_cards() {
    let updates = one(json!({
        "contacts": [{"wa_id": "16505550001", "profile": {"name": "Ana"}}, {"wa_id": "16505550002", "profile": {"name": "Bo"}}],
        "messages": [{"from": "16505550002", "id": "a", "type": "text"}, {"from": "16505550001", "id": "b", "type": "text"}],
    }));
    let names: Vec<_> = updates
        .messages
        .iter()
        .map(|said| said.person.profile_name.clone().unwrap())
        .collect();
    assert_eq!(names, ["Bo", "Ana"]);
}

#[test]
fn a_changed_number_belongs_to_the_same_person() {
    let updates = one(json!({"messages": [{
        "from": "16505551234", "id": "a", "type": "system",
        "system": {"type": "user_changed_number", "wa_id": "12195555358", "body": "changed"},
    }]}));
    assert_eq!(
        updates.messages[0].person.identities,
        [phone("16505551234"), phone("12195555358")]
    );
}

#[test]
fn a_group_is_a_contact_of_its_own() {
    let updates = one(json!({
        "contacts": [{"wa_id": "16505551234", "profile": {"name": "Tiago"}}],
        "messages": [{"from": "16505551234", "group_id": "G1", "id": "a", "type": "text", "text": {"body": "Hi all"}}],
    }));
    let said = &updates.messages[0];
    assert_eq!(said.person.identities[0].kind, IdentityKind::Group);
    assert_eq!(said.author.as_deref(), Some("Tiago"));
    assert_eq!(said.person.profile_name, None, "nobody told its name");
}

#[test]
fn no_message_answers_itself() {
    let answers = |context: &str| {
        let mut updates = one(json!({"messages": [{
            "from": "16505551234", "id": "a", "type": "button",
            "button": {"text": "Yes"}, "context": {"id": context},
        }]}));
        updates.messages.remove(0).reply_to
    };
    assert_eq!(answers("a"), None);
    assert_eq!(answers("b").as_deref(), Some("b"));
}

#[test]
fn an_echo_belongs_to_its_recipient() {
    let updates = one(json!({"message_echoes": [
        {"from": "15550783881", "to": "16505551234", "id": "a", "type": "text", "text": {"body": "Hello"}},
    ]}));
    assert!(updates.messages[0].echo);
    assert_eq!(
        updates.messages[0].person.identities,
        [phone("16505551234")]
    );
}

#[test]
fn statuses_bring_our_id_and_the_reason_of_a_failure() {
    let id = MessageId::new();
    let updates = one(json!({"statuses": [
        {"id": "w", "status": "failed", "timestamp": 1749416383, "biz_opaque_callback_data": id.to_string(),
         "errors": [{"code": 131049, "title": "Held back"}]},
        {"id": "w", "status": "deleted"},
    ]}));
    assert_eq!(updates.statuses.len(), 1);
    assert_eq!(updates.statuses[0].ours, Some(id));
    assert_eq!(
        updates.statuses[0].news.failure.as_ref().unwrap().code,
        131_049
    );
}

#[test]
fn a_message_without_an_id_gets_the_same_one_each_time() {
    let value =
        json!({"messages": [{"from": "16505551234", "type": "text", "text": {"body": "Hi"}}]});
    assert_eq!(
        one(value.clone()).messages[0].wamid,
        one(value).messages[0].wamid
    );
}

#[test]
fn absurd_moments_are_the_moment_of_arrival() {
    for odd in [
        json!("99999999999"),
        json!("-5"),
        json!("soon"),
        json!(null),
        json!(12),
    ] {
        assert_eq!(moment(&odd, NOW), NOW, "{odd}");
    }
    assert_eq!(
        moment(&json!("1750000000"), NOW),
        NOW,
        "the same second keeps our milliseconds"
    );
}

#[test]
fn what_is_no_webhook_is_an_error_and_an_empty_one_is_not() {
    assert!(read(b"not json", NOW).is_err());
    assert!(read(b"{}", NOW).is_err());
    assert!(read(br#"{"entry":[]}"#, NOW).unwrap().is_empty());
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        let names = proptest::sample::select(vec![
            "messages",
            "statuses",
            "contacts",
            "errors",
            "message_echoes",
            "from",
            "id",
            "type",
            "text",
            "body",
            "metadata",
            "phone_number_id",
            "system",
            "wa_id",
            "profile",
            "name",
            "status",
            "timestamp",
            "edit",
            "message",
            "interactive",
            "order",
            "product_items",
            "context",
            "group_id",
        ]);
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::vec((names, inner), 0..6).prop_map(|pairs| pairs
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect()),
        ]
    })
}

proptest! {
    #[test]
    fn no_value_breaks_the_reader(value in any_json()) {
        let read = read(&body(value), NOW);
        prop_assert!(read.is_ok());
    }
}
