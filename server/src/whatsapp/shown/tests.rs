use super::*;
use app::domain::content::{Header, TapKind};
use proptest::prelude::*;
use serde_json::json;

fn shown(kind: Kind, payload: Value) -> Content {
    content(kind, &payload, None, MediaId::new())
}

#[test]
fn a_file_that_nobody_keeps_has_failed() {
    let node = json!({"type": "document", "document": {"mime_type": "application/pdf", "filename": "a.pdf"}});
    let Content::File(file) = shown(Kind::Document, node) else {
        panic!("a document is a file");
    };
    assert_eq!(
        (file.state, file.name.as_deref()),
        (FileState::Failed, Some("a.pdf"))
    );
}

#[test]
fn places_are_on_earth() {
    let at = |latitude: Value| {
        shown(
            Kind::Location,
            json!({"type": "location", "location": {"latitude": latitude, "longitude": "2", "name": "Zoo"}}),
        )
    };
    assert!(
        matches!(at(json!(52.5)), Content::Place(place) if place.name.as_deref() == Some("Zoo"))
    );
    assert_eq!(at(json!(91)), Content::Plain);
    assert_eq!(at(json!("NaN")), Content::Plain);
}

#[test]
fn cards_without_a_name_are_cards() {
    let node = json!({"type": "contacts", "contacts": [
        {"name": {"first_name": "Bo", "last_name": "Li"}, "org": {"company": "Acorn"}},
        {"phones": [{"wa_id": "1650"}, {"phone": "+1 2"}], "emails": "x"}, 7]});
    let Content::Cards(cards) = shown(Kind::Contacts, node) else {
        panic!("contacts are cards");
    };
    assert_eq!(cards.len(), 3);
    assert_eq!(
        (cards[0].name.as_str(), cards[1].name.as_str()),
        ("Bo Li", "")
    );
    assert_eq!(cards[1].phones, ["1650", "+1 2"]);
}

#[test]
fn an_order_has_a_total_when_all_prices_are_of_one_currency() {
    let order = |items: Value| {
        let Content::Order(order) = shown(
            Kind::Order,
            json!({"type": "order", "order": {"product_items": items}}),
        ) else {
            panic!("an order is an order");
        };
        order.total
    };
    let pen = json!({"product_retailer_id": "pen", "quantity": "3", "item_price": 1.5, "currency": "EUR"});
    let cap =
        json!({"product_retailer_id": "cap", "quantity": 1, "item_price": "2", "currency": "EUR"});
    let far = json!({"quantity": 1, "item_price": 2, "currency": "USD"});
    let money = |amount: &str, currency: &str| Some((amount.to_owned(), currency.to_owned()));
    assert_eq!(order(json!([pen, cap])), money("6.50", "EUR"));
    let tea = json!({"quantity": 2, "item_price": 450, "currency": "JPY"});
    assert_eq!(order(json!([tea])), money("900", "JPY"));
    assert_eq!(order(json!([pen, far])), None);
    assert_eq!(
        order(json!([{"quantity": -1, "item_price": 1, "currency": "EUR"}])),
        None
    );
    assert_eq!(order(json!([])), None);
    let odd = json!({"quantity": 1, "item_price": 1, "currency": "undefined"});
    assert_eq!(order(json!([odd])), None);
    let small = json!({"quantity": 1, "item_price": 1, "currency": "eur"});
    assert_eq!(order(json!([small])), money("1.00", "EUR"));
}

#[test]
fn a_line_of_an_order_has_the_price_of_all_its_pieces() {
    let price = |quantity: Value, price: Value| {
        let item = json!({"quantity": quantity, "item_price": price, "currency": "ILS"});
        let payload = json!({"type": "order", "order": {"product_items": [item]}});
        match shown(Kind::Order, payload) {
            Content::Order(mut order) => order.items.remove(0).price.0,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(price(json!(3), json!(30)), "90.00");
    assert_eq!(price(json!("2"), json!("1.25")), "2.50");
    assert_eq!(price(json!("some"), json!(30)), "30.00");
    assert_eq!(price(json!(3), json!("on request")), "on request");
}

#[test]
fn an_order_keeps_what_the_customer_wrote_beside_it() {
    let note = |text: Value| match shown(
        Kind::Order,
        json!({"type": "order", "order": {"text": text}}),
    ) {
        Content::Order(order) => order.note,
        other => panic!("{other:?}"),
    };
    assert_eq!(
        note(json!("Love these!\nFor Ana")).as_deref(),
        Some("Love these!\nFor Ana")
    );
    for nothing in [json!(null), json!(" "), json!({})] {
        assert_eq!(note(nothing), None);
    }
}

#[test]
fn answers_of_a_form_are_read_from_their_string() {
    let reply = |response: Value| {
        let node = json!({"type": "interactive", "interactive": {"nfm_reply": {"response_json": response}}});
        match shown(Kind::Interactive, node) {
            Content::Answers(answers) => answers,
            other => panic!("{other:?}"),
        }
    };
    let said = json!({"flow_token": "t", "screen_0_First_name_1": "Ana", "sizes": ["S", 4], "news": true, "values": {"city": "Rome"}});
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        reply(json!(said.to_string())),
        [
            pair("News", "true"),
            pair("First name", "Ana"),
            pair("Sizes", "S, 4"),
            pair("City", "Rome")
        ]
    );
    // In the order of the form.
    assert_eq!(
        reply(json!(
            r#"{"name": "Ana", "flow_token": "t", "address": {"street": "Via 1", "city": "Rome"}, "age": 4, "9": null}"#
        )),
        [
            pair("Name", "Ana"),
            pair("Street", "Via 1"),
            pair("City", "Rome"),
            pair("Age", "4"),
        ]
    );
    assert_eq!(reply(json!("{")), []);
    assert_eq!(reply(json!(null)), []);
}

#[test]
fn what_we_sent_has_its_parts() {
    let node = json!({"type": "interactive", "interactive": {"type": "list", "header": {"type": "text", "text": "Bikes"},
        "body": {"text": "Which?"}, "footer": {"text": "Acorn"},
        "action": {"button": "See", "sections": [{"title": "Road", "rows": [{"id": "1", "title": "Wren"}]}]}}});
    let Content::Panel(panel) = shown(Kind::Interactive, node) else {
        panic!("a list is a panel");
    };
    assert_eq!(panel.header, Some(Header::Text("Bikes".to_owned())));
    assert_eq!(panel.sections[0].rows[0].title, "Wren");
    assert_eq!(
        (panel.taps[0].kind, panel.taps[0].title.as_str()),
        (TapKind::List, "See")
    );
}

#[test]
fn links_lead_to_the_web_only() {
    let referred = |url: &str| {
        referral(&json!({"referral": {"source_url": url}}))
            .unwrap()
            .url
    };
    assert_eq!(
        referred("https://fb.me/1").as_deref(),
        Some("https://fb.me/1")
    );
    assert_eq!(referred("javascript:alert(1)"), None);
    let advertisement = referral(&json!({"referral": {"source_url": "javascript:alert(1)"}}));
    let asked = json!({"context": {"referred_product": {"product_retailer_id": "pen"}}});
    assert!(
        advertisement.is_some_and(|from| !from.product),
        "an advertisement that leads nowhere is one all the same"
    );
    assert!(referral(&asked).is_some_and(|from| from.product));
    let tap = json!({"type": "interactive", "interactive": {"type": "cta_url",
        "action": {"parameters": {"display_text": "Go", "url": "data:text/html,x"}}}});
    let Content::Panel(panel) = shown(Kind::Interactive, tap) else {
        panic!("a link is a panel");
    };
    assert_eq!(panel.taps[0].detail, None);
}

/// Any JSON at all, with the names that matter often in it.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        "\\PC{0,12}".prop_map(Value::from),
    ];
    let name = proptest::sample::select(vec![
        "type",
        "interactive",
        "action",
        "sections",
        "rows",
        "buttons",
        "reply",
        "header",
        "contacts",
        "name",
        "phones",
        "order",
        "product_items",
        "nfm_reply",
        "response_json",
        "location",
        "latitude",
        "context",
        "referral",
        "shown",
        "template",
        "parameters",
        "referred_product",
    ]);
    leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::vec((name.clone(), inner), 0..6).prop_map(|pairs| {
                Value::Object(
                    pairs
                        .into_iter()
                        .map(|(name, value)| (name.to_owned(), value))
                        .collect(),
                )
            }),
        ]
    })
}

proptest! {
    #[test]
    fn no_shape_is_fatal(mut payload in anything(), kind in 0..Kind::ALL.len()) {
        let kind = Kind::ALL[kind];
        if let Value::Object(fields) = &mut payload {
            fields.insert("type".to_owned(), json!(kind.word()));
        }
        let shown = shown(kind, payload.clone());
        drop((forwarded(&payload), referral(&payload)));
        prop_assert!(serde_json::from_value::<Content>(serde_json::to_value(&shown).unwrap()).is_ok());
    }
}
