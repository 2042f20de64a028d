use super::*;
use app::domain::content::Place;
use app::domain::id::MediaId;

fn listed(components: Value) -> Value {
    json!({"name": "t", "language": "en_US", "status": "APPROVED", "category": "UTILITY",
        "parameter_format": "POSITIONAL", "components": components})
}

fn draft(values: &[(&str, &str)]) -> TemplateDraft {
    let value = |(blank, value): &(&str, &str)| ((*blank).to_owned(), (*value).to_owned());
    TemplateDraft {
        name: "t".to_owned(),
        language: "en_US".to_owned(),
        values: values.iter().map(value).collect(),
        ..TemplateDraft::default()
    }
}

#[test]
fn variables_go_by_their_numbers_wherever_they_stand() {
    let stored = read(&listed(json!([
        {"type": "HEADER", "format": "TEXT", "text": "{{1}} off", "example": {"header_text": ["20%"]}},
        {"type": "BODY", "text": "Hi {{2}}, until {{1}}", "example": {"body_text": [["Sunday", "Mara"]]}},
        {"type": "BUTTONS", "buttons": [
            {"type": "QUICK_REPLY", "text": "Stop"},
            {"type": "URL", "text": "Shop", "url": "https://a.b/{{1}}", "example": ["x"]},
            {"type": "URL", "text": "Home", "url": "https://a.b"},
            {"type": "COPY_CODE", "text": "Copy", "example": "SUMMER"},
            {"type": "FLOW", "text": "Tell us", "flow_id": "7"},
            {"type": "PHONE_NUMBER", "text": "Call", "phone_number": "+1555"},
        ]},
    ])))
    .unwrap();
    let filled = draft(&[
        ("header.1", "20%"),
        ("body.1", "Sunday"),
        ("body.2", "Mara"),
        ("button.1", "helmets"),
        ("button.3", "SUMMER20"),
    ]);
    assert_eq!(filled.problems(&stored.template), []);
    assert_eq!(stored.filled_body(&filled), "Hi Mara, until Sunday");
    let text = |text: &str| json!({"type": "text", "text": text});
    assert_eq!(
        stored.node(&filled, None)["components"],
        json!([
            {"type": "header", "parameters": [text("20%")]},
            {"type": "body", "parameters": [text("Sunday"), text("Mara")]},
            {"type": "button", "sub_type": "url", "index": "1", "parameters": [text("helmets")]},
            {"type": "button", "sub_type": "copy_code", "index": "3",
                "parameters": [{"type": "coupon_code", "coupon_code": "SUMMER20"}]},
            {"type": "button", "sub_type": "flow", "index": "4",
                "parameters": [{"type": "action", "action": {"flow_token": "unused"}}]},
        ])
    );
    let shown = stored.shown(&filled, None);
    assert_eq!(shown.header, Some(Header::Text("20% off".to_owned())));
    assert_eq!(shown.taps[1].detail.as_deref(), Some("https://a.b/helmets"));
    assert_eq!(shown.taps[3].detail.as_deref(), Some("SUMMER20"));
    assert_eq!(
        stored.template.examples,
        [
            ("header.1", "20%"),
            ("body.1", "Sunday"),
            ("body.2", "Mara"),
            ("button.1", "x"),
            ("button.3", "SUMMER"),
        ]
        .map(|(blank, value)| (blank.to_owned(), value.to_owned()))
    );
}

#[test]
fn named_variables_go_with_their_names() {
    let mut node = listed(
        json!([{"type": "BODY", "text": "Hi {{name}}, {{day}}", "example": {
        "body_text_named_params": [{"param_name": "name", "example": "Mara"}]}}]),
    );
    node["parameter_format"] = json!("NAMED");
    let stored = read(&node).unwrap();
    assert_eq!(stored.template.blanks(), ["body.name", "body.day"]);
    assert_eq!(stored.template.examples[0].0, "body.name");
    assert_eq!(
        stored.node(
            &draft(&[("body.name", "Ana"), ("body.day", "Friday")]),
            None
        )["components"],
        json!([{"type": "body", "parameters": [
            {"type": "text", "text": "Ana", "parameter_name": "name"},
            {"type": "text", "text": "Friday", "parameter_name": "day"},
        ]}])
    );
}

#[test]
fn headers_may_be_files_and_places() {
    let header = |format: &str| {
        let header = json!({"type": "HEADER", "format": format});
        read(&listed(json!([header, {"type": "BODY", "text": "Hi"}]))).unwrap()
    };
    let id = MediaId::new();
    let filled = TemplateDraft {
        file: Some(id),
        place: Some(Place {
            latitude: 1.5,
            longitude: 2.5,
            ..Place::default()
        }),
        ..draft(&[])
    };
    let first = |format: &str, name| header(format).node(&filled, name)["components"][0].clone();
    assert_eq!(
        first("DOCUMENT", Some("a.pdf"))["parameters"],
        json!([{"type": "document", "document": {"id": format!("oriel:{id}"), "filename": "a.pdf"}}])
    );
    assert_eq!(
        first("IMAGE", None)["parameters"][0]["image"]["id"],
        format!("oriel:{id}")
    );
    assert_eq!(
        first("LOCATION", None)["parameters"],
        json!([{"type": "location", "location": {"latitude": 1.5, "longitude": 2.5}}])
    );
}

#[test]
fn what_cannot_be_sent_is_left_out() {
    let body = json!({"type": "BODY", "text": "Hi"});
    assert!(read(&listed(json!([body]))).is_some());
    let mut other = listed(json!([body]));
    other["status"] = json!("PAUSED");
    assert!(read(&other).is_none());
    let mut other = listed(json!([body]));
    other["category"] = json!("AUTHENTICATION");
    assert!(read(&other).is_none());
    for odd in [
        json!({"type": "CAROUSEL", "cards": []}),
        json!({"type": "LIMITED_TIME_OFFER"}),
        json!({"type": "HEADER", "format": "HOLOGRAM"}),
        json!({"type": "BUTTONS", "buttons": [{"type": "CATALOG", "text": "x"}]}),
        json!({"type": "BUTTONS", "buttons": [{"type": "OTP", "text": "x"}]}),
        json!(7),
    ] {
        assert!(read(&listed(json!([body, odd]))).is_none(), "{odd}");
    }
    for wrong in [json!(null), json!([]), json!({"status": "APPROVED"})] {
        assert!(read(&wrong).is_none());
    }
}

#[test]
fn what_a_program_fills_is_measured_like_what_a_person_fills() {
    let mut listed = listed(json!([
        {"type": "HEADER", "format": "TEXT", "text": "{{1}} off"},
        {"type": "BODY", "text": "Hi {{name}}, until {{when}}"},
    ]));
    listed["parameter_format"] = json!("NAMED");
    let stored = read(&listed).unwrap();
    let node = |header: Value, name: Value, when: Value| {
        json!({"components": [
            {"type": "HEADER", "parameters": [header]},
            {"type": "body", "parameters": [name, when]},
        ]})
    };
    let named = |name: &str, length: usize| json!({"type": "text", "parameter_name": name, "text": "a".repeat(length)});
    let money = |length: usize| json!({"type": "currency", "currency": {"fallback_value": "1".repeat(length), "code": "USD", "amount_1000": 1}});
    let short = json!({"type": "text", "text": "20%"});
    let over = |header, name, when| {
        let problem = stored.overlong(&node(header, name, when))?;
        Some(problem.split(": ").next().unwrap_or_default().to_owned())
    };
    let rest = 1024 - "Hi , until ".len() - 100;
    assert_eq!(
        over(short.clone(), named("name", 100), named("when", rest)),
        None
    );
    let body = Some("template.body".to_owned());
    assert_eq!(
        over(short.clone(), named("name", 101), named("when", rest)),
        body
    );
    // The order of names does not matter.
    assert_eq!(
        over(short.clone(), named("when", rest), named("name", 101)),
        body
    );
    let header = Some("template.header".to_owned());
    assert_eq!(over(money(57), named("name", 1), named("when", 1)), header);
    assert_eq!(over(money(56), named("name", 1), named("when", 1)), None);
    // What is not given is Meta's to refuse.
    assert_eq!(stored.overlong(&json!({})), None);
    assert_eq!(stored.overlong(&json!({"components": 7})), None);
}
