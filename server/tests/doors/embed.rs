//! `/embed/{token}`: what each token opens, and that it opens nothing else.

use crate::support::base::Base;
use crate::support::company::Company;
use crate::support::house::{House, filter};
use crate::support::on_both;
use app::domain::id::{ConversationId, MessageId};
use app::domain::time::{SECOND, Timestamp};
use app::problem::Problem;
use serde_json::{Value, json};
use server::access::token::Token;
use server::access::viewer::Scope;

on_both!(
    every_scope_lists_and_opens_its_own_and_answers_404_for_all_else,
    unknown_revoked_and_expired_tokens_open_nothing,
    a_foreign_origin_may_use_the_embed_only_if_it_is_allowed,
    the_page_says_who_may_hold_it_and_leaks_no_address,
    a_page_begins_with_the_conversation_of_its_address_only_if_it_is_in_scope,
    reading_a_conversation_brings_its_count_to_zero,
    filters_and_pages_work_over_http,
    malformed_questions_are_refused_in_words,
    nothing_in_a_query_can_fail_the_page,
    an_embed_or_its_address_keeps_single_keys_from_doing_anything,
    every_answer_names_its_request,
);

/// A company with four conversations, each of another standing, and a neighbour with one.
struct Street {
    house: House,
    /// On North's number; on a shared number with a contact of North's; on South's number; on nobody's.
    talks: [ConversationId; 4],
    foreign: ConversationId,
    tokens: Vec<(Token, Vec<usize>)>,
}

async fn every_scope_lists_and_opens_its_own_and_answers_404_for_all_else(base: Base) {
    let street = Street::new(base).await;
    for (token, own) in &street.tokens {
        let mut listed: Vec<ConversationId> = street
            .house
            .list(token, "all")
            .await
            .iter()
            .map(|row| row["id"].as_str().unwrap().parse().unwrap())
            .collect();
        listed.sort_unstable();
        let mut expected: Vec<ConversationId> = own.iter().map(|nth| street.talks[*nth]).collect();
        expected.sort_unstable();
        assert_eq!(listed, expected, "{own:?}");
        for (nth, talk) in street.talks.iter().enumerate() {
            street.check(token, *talk, own.contains(&nth)).await;
        }
        street.check(token, street.foreign, false).await;
        street.check(token, ConversationId::new(), false).await;
    }
}

async fn unknown_revoked_and_expired_tokens_open_nothing(base: Base) {
    let house = House::open(base).await;
    let revoked = house.company.embed(Scope::Project, None).await;
    house.revoke(&revoked).await;
    let past = Timestamp::now().plus(-SECOND);
    let expired = house
        .company
        .embed_until(Scope::Project, None, Some(past))
        .await;
    for token in [Token::random(), revoked, expired] {
        let page = house
            .get(&format!("/embed/{}", token.reveal()))
            .send()
            .await
            .unwrap();
        assert_eq!(page.status(), 401);
        assert!(
            page.headers()["content-type"]
                .to_str()
                .unwrap()
                .starts_with("text/html")
        );
        assert!(
            page.headers()["content-security-policy"]
                .to_str()
                .unwrap()
                .contains("default-src 'none'")
        );
        assert_eq!(page.headers()["cache-control"], "no-store");
        assert!(page.text().await.unwrap().contains("not valid"));
        let (status, answer) = house
            .ask(
                &token,
                "conversations/list",
                json!({"filter": filter("all"), "after": null}),
            )
            .await;
        assert_eq!((status, answer["error"].is_string()), (401, true));
        let live = house
            .get(&format!("/embed/{}/live", token.reveal()))
            .header("upgrade", "websocket")
            .send()
            .await
            .unwrap();
        assert_eq!(live.status(), 401);
    }
    for odd in ["/embed/%00", "/embed/..%2f..%2f", "/embed/x%ff"] {
        let status = house.status_of(odd).await;
        assert!(status == 401 || status == 400, "{odd}: {status}");
    }
}

async fn a_foreign_origin_may_use_the_embed_only_if_it_is_allowed(base: Base) {
    let house = House::open(base).await;
    let (_, made) = house
        .platform("/inbox_embeds", &json!({"inbox_embed": {"scope_type": "project", "allowed_origins": ["https://app.example.com"]}}))
        .await;
    let token = made["data"]["token"].as_str().unwrap();
    let url = format!("/embed/{token}/api/conversations/list");
    let own = house.url.clone();
    for (origin, status) in [
        (Some("https://app.example.com"), 200),
        (Some("https://evil.example"), 403),
        (Some("null"), 403),
        (Some(own.as_str()), 200),
        (None, 200),
    ] {
        let mut request = house
            .http
            .post(format!("{}{url}", house.url))
            .json(&json!({"filter": filter("all"), "after": null}));
        if let Some(origin) = origin {
            request = request.header("origin", origin);
        }
        assert_eq!(request.send().await.unwrap().status(), status, "{origin:?}");
    }
}

async fn the_page_says_who_may_hold_it_and_leaks_no_address(base: Base) {
    let house = House::open(base).await;
    let origins = json!(["*.example.com", "http://localhost:*"]);
    let made = json!({"inbox_embed": {"scope_type": "project", "allowed_origins": origins}});
    let (_, made) = house.platform("/inbox_embeds", &made).await;
    let page = house
        .get(&format!(
            "/embed/{}",
            made["data"]["token"].as_str().unwrap()
        ))
        .send()
        .await
        .unwrap();
    assert_eq!(page.status(), 200);
    let headers = page.headers();
    let policy = headers["content-security-policy"].to_str().unwrap();
    assert!(
        policy.ends_with("frame-ancestors https://*.example.com http://localhost:*"),
        "{policy}"
    );
    assert!(
        !policy.contains("unsafe-inline") && !policy.contains("unsafe-eval' "),
        "{policy}"
    );
    assert_eq!(headers["referrer-policy"], "no-referrer");
    assert_eq!(headers["cache-control"], "no-store");
    assert_eq!(headers["x-content-type-options"], "nosniff");
    assert!(!headers.contains_key("x-frame-options"));

    let open = house.company.embed(Scope::Project, None).await;
    let page = house
        .get(&format!("/embed/{}", open.reveal()))
        .send()
        .await
        .unwrap();
    assert!(
        !page.headers()["content-security-policy"]
            .to_str()
            .unwrap()
            .contains("frame-ancestors")
    );
}

async fn a_page_begins_with_the_conversation_of_its_address_only_if_it_is_in_scope(base: Base) {
    let street = Street::new(base).await;
    let (token, own) = &street.tokens[3];
    for (nth, talk) in street.talks.iter().enumerate() {
        let begun = json!({"filter": filter("active"), "conversation": talk});
        let opening = street.house.told(token, "opening", begun).await;
        assert_eq!(opening["open"].is_object(), own.contains(&nth));
        assert_eq!(opening["list"]["rows"].as_array().unwrap().len(), own.len());
        assert!(opening["seq"].is_u64());
    }
}

async fn reading_a_conversation_brings_its_count_to_zero(base: Base) {
    let street = Street::new(base).await;
    let token = &street.tokens[0].0;
    let before = street.house.company.viewer(Scope::Project, None).await;
    let talk = street.talks[0];
    street
        .house
        .told(token, "conversations/read", json!({"id": talk}))
        .await;
    let found = server::store::conversation::find(street.house.db(), &before, talk)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(found.unread, 0);
    let events = street.house.count("select count(*) from events").await;
    street
        .house
        .told(token, "conversations/read", json!({"id": talk}))
        .await;
    assert_eq!(
        street.house.count("select count(*) from events").await,
        events,
        "seen twice is seen once"
    );
}

async fn filters_and_pages_work_over_http(base: Base) {
    let street = Street::new(base).await;
    let token = &street.tokens[0].0;
    let ask = async |filter: Value| {
        let page = street
            .house
            .told(
                token,
                "conversations/list",
                json!({"filter": filter, "after": null}),
            )
            .await;
        page["rows"].as_array().unwrap().len()
    };
    let narrowed = |name: &str, value: Value| {
        let mut filter = filter("active");
        filter[name] = value;
        filter
    };
    assert_eq!(ask(narrowed("number", json!("1"))).await, 1);
    // An unknown value falls back to its default.
    assert_eq!(ask(narrowed("number", json!("none such"))).await, 4);
    assert_eq!(ask(narrowed("unread", json!(true))).await, 4);
    assert_eq!(ask(narrowed("handoff", json!(true))).await, 0);
    assert_eq!(ask(narrowed("search", json!("person 2"))).await, 1);
    assert_eq!(ask(narrowed("search", json!("person 2\0"))).await, 1);
    assert_eq!(ask(narrowed("status", json!("ended"))).await, 0);
}

async fn malformed_questions_are_refused_in_words(base: Base) {
    let street = Street::new(base).await;
    let (house, token) = (&street.house, &street.tokens[0].0);
    for (function, arguments) in [
        ("conversations/open", json!({"id": "no uuid"})),
        ("conversations/open", json!({})),
        (
            "conversations/list",
            json!({"filter": {"status": "archived"}}),
        ),
        (
            "messages/send",
            json!({"draft": {"id": MessageId::new(), "conversation": street.talks[0], "body": {"text": " "}}}),
        ),
        (
            "messages/send",
            json!({"draft": {"id": MessageId::new(), "conversation": street.talks[0], "body": {"text": "a\0b"}}}),
        ),
        (
            "messages/send",
            json!({"draft": {"id": MessageId::new(), "conversation": street.talks[0], "body": {"text": "a".repeat(4_097)}}}),
        ),
    ] {
        let (status, problem) = house.refused(token, function, arguments.clone()).await;
        assert!(
            status == 422 && matches!(problem, Problem::Invalid(_)),
            "{function} {arguments}: {status} {problem:?}"
        );
    }
    assert_eq!(house.count("select count(*) from outbox").await, 0);
    let (status, _) = house.ask(token, "no/such/function", json!({})).await;
    assert!((400..500).contains(&status), "{status}");
}

async fn nothing_in_a_query_can_fail_the_page(base: Base) {
    let street = Street::new(base).await;
    let token = street.tokens[0].0.reveal();
    for query in [
        "status=archived&unread=perhaps&handoff=2&mode=purple&language=xx",
        "search=%F0%9F%92%A5&whatsapp_config_id=nobody&conversation_id=nothing",
        "status=ended&status=all&mode=dark&mode=light",
        "search=%00%ff&&&=&x",
        "phone_number_id=all&mode=dark",
    ] {
        assert_eq!(
            street
                .house
                .status_of(&format!("/embed/{token}?{query}"))
                .await,
            200,
            "{query}"
        );
    }
}

async fn an_embed_or_its_address_keeps_single_keys_from_doing_anything(base: Base) {
    let street = Street::new(base).await;
    let (house, token) = (&street.house, street.tokens[0].0.reveal());
    let quiet = async |query: &str| {
        let page = house.get(&format!("/embed/{token}{query}")).send().await;
        let page = page.unwrap().text().await.unwrap();
        page.contains("data-shortcuts=\"off\"")
    };
    assert!(!quiet("").await);
    assert!(quiet("?shortcuts=0").await);
    server::store::sql("update embeds set keyboard_shortcuts = $1")
        .bind(false)
        .run(house.db())
        .await
        .unwrap();
    assert!(quiet("").await);
    assert!(quiet("?shortcuts=perhaps").await);
    assert!(!quiet("?shortcuts=1").await);
}

async fn every_answer_names_its_request(base: Base) {
    let street = Street::new(base).await;
    let (house, token) = (&street.house, street.tokens[0].0.reveal());
    let mut ids = Vec::new();
    for path in [
        format!("/embed/{token}"),
        "/healthz".into(),
        "/nowhere".into(),
    ] {
        let answer = house.get(&path).header("x-request-id", "mine").send().await;
        let id = answer.unwrap().headers()["x-request-id"].clone();
        assert_eq!(id.len(), 16);
        ids.push(id);
    }
    ids.dedup();
    assert_eq!(
        ids.len(),
        3,
        "each has its own, whatever the request says of itself"
    );
}

impl Street {
    async fn new(base: Base) -> Self {
        let house = House::open(base).await;
        let company = house.company.clone();
        let (north, south) = (
            company.customer("North").await,
            company.customer("South").await,
        );
        let (uma, udo) = (company.user("Uma").await, company.user("Udo").await);
        let numbers = [
            company.number("1", Some(north)).await,
            company.number("2", None).await,
            company.number("3", Some(south)).await,
        ];
        let contacts = [
            company.contact("Person 0", "16505550000").await,
            company.contact_of(north, "Person 1", "16505550001").await,
            company.contact("Person 2", "16505550002").await,
            company.contact("Person 3", "16505550003").await,
        ];
        let mut talks = Vec::new();
        for (number, contact) in [(0, 0), (1, 1), (2, 2), (1, 3)] {
            let talk = company
                .conversation(numbers[number], contacts[contact])
                .await;
            company.hears(numbers[number], talk, "Hello").await;
            talks.push(talk);
        }
        house.assign(talks[0], uma).await;
        house.assign(talks[3], uma).await;
        house.assign(talks[2], udo).await;
        let mut tokens = Vec::new();
        for (scope, assignee, own) in [
            (Scope::Project, None, vec![0, 1, 2, 3]),
            (Scope::Number(numbers[0]), None, vec![0]),
            (Scope::Number(numbers[1]), None, vec![1, 3]),
            (Scope::Customer(north), None, vec![0, 1]),
            (Scope::Customer(south), None, vec![2]),
            (Scope::Project, Some(uma), vec![0, 3]),
            (Scope::Project, Some(udo), vec![2]),
            (Scope::Number(numbers[1]), Some(uma), vec![3]),
            (Scope::Customer(north), Some(uma), vec![0]),
            (Scope::Customer(north), Some(udo), vec![]),
        ] {
            tokens.push((company.embed(scope, assignee).await, own));
        }
        let neighbour = Company::new(house.db()).await;
        let foreign = neighbour.talk("9", "16505550000").await;
        Self {
            house,
            talks: talks.try_into().unwrap(),
            foreign,
            tokens,
        }
    }

    /// Every question about a conversation is answered, or answered 404.
    async fn check(&self, token: &Token, talk: ConversationId, own: bool) {
        let draft =
            json!({"id": MessageId::new(), "conversation": talk, "body": {"text": "Hello"}});
        for (function, arguments) in [
            ("conversations/open", json!({"id": talk})),
            (
                "messages/list",
                json!({"from": {"conversation": talk, "before": null}}),
            ),
            (
                "messages/list",
                json!({"from": {"conversation": talk, "before": [Timestamp::now(), MessageId::new()]}}),
            ),
            (
                "conversations/status",
                json!({"id": talk, "status": "active"}),
            ),
            ("messages/send", json!({"draft": draft})),
            ("messages/typing", json!({"id": talk})),
            ("templates/list", json!({"id": talk, "fresh": false})),
            ("conversations/read", json!({"id": talk})),
            ("contacts/details", json!({"id": talk})),
            ("contacts/rename", json!({"id": talk, "name": "Ana B."})),
        ] {
            if own {
                self.house.told(token, function, arguments).await;
            } else {
                let refused = self.house.refused(token, function, arguments).await;
                assert_eq!(refused, (404, Problem::NotFound), "{function}");
            }
        }
    }
}
