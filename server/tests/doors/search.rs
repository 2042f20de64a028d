//! Searching through the door of an embed: what is found and what is not, and what is refused.

use crate::support::base::Base;
use crate::support::house::{House, filter};
use crate::support::on_both;
use crate::support::post::{message, said, text};
use app::domain::id::{ConversationId, MessageId};
use app::problem::Problem;
use serde_json::{Value, json};
use server::access::token::Token;
use server::access::viewer::Scope;

on_both!(
    captions_file_names_and_texts_are_found,
    what_was_edited_is_found_by_what_it_says_now_and_what_was_taken_back_by_nothing,
    reactions_and_what_is_out_of_scope_are_not_found,
    bad_questions_are_refused_by_the_name_of_their_field,
    the_page_itself_brings_what_its_address_searches_for,
);

const ANA: &str = "16505550001";

struct Stage {
    house: House,
    token: Token,
}

impl Stage {
    async fn new(base: Base) -> Self {
        let house = House::open(base).await;
        house.company.number("42", None).await;
        let token = house.company.embed(Scope::Project, None).await;
        Self { house, token }
    }

    async fn tell(&self, messages: Vec<Value>) {
        self.house.tell(&said("42", ANA, messages)).await;
    }

    async fn found(&self, search: &str) -> Vec<Value> {
        found(&self.house, &self.token, search).await
    }

    /// The snippets of all hits, with marks in brackets.
    async fn snippets(&self, search: &str) -> Vec<String> {
        let groups = self.found(search).await;
        let hits = groups
            .iter()
            .flat_map(|group| group["hits"].as_array().unwrap());
        let piece = |piece: &Value| match piece["marked"].as_bool().unwrap() {
            true => format!("[{}]", piece["text"].as_str().unwrap()),
            false => piece["text"].as_str().unwrap().to_owned(),
        };
        hits.map(|hit| {
            hit["snippet"]
                .as_array()
                .unwrap()
                .iter()
                .map(piece)
                .collect()
        })
        .collect()
    }
}

async fn found(house: &House, token: &Token, search: &str) -> Vec<Value> {
    let mut wanted = filter("all");
    wanted["search"] = json!(search);
    let question = json!({"filter": wanted, "after": null});
    let page = house.told(token, "search/messages", question).await;
    page["rows"].as_array().unwrap().clone()
}

async fn captions_file_names_and_texts_are_found(base: Base) {
    let stage = Stage::new(base).await;
    let image = json!({"id": "1", "mime_type": "image/png", "caption": "A sunset at sea"});
    let document = json!({"id": "2", "mime_type": "application/pdf", "filename": "Invoice_2026-11.pdf", "caption": "As asked"});
    stage
        .tell(vec![
            text(ANA, "wamid.1", "When does the ferry leave?"),
            message(ANA, "wamid.2", "image", image),
            message(ANA, "wamid.3", "document", document),
        ])
        .await;
    assert_eq!(
        stage.snippets("FERRY").await,
        ["When does the [ferry] leave?"]
    );
    assert_eq!(stage.snippets("sunset sea").await, ["A [sunset] at [sea]"]);
    assert_eq!(
        stage.snippets("invoice 2026").await,
        ["[Invoice]_[2026]-11.pdf · As asked"]
    );
    assert_eq!(stage.found("ferry sunset").await.len(), 0);
    // All of one conversation stand together.
    let groups = stage.found("a").await;
    assert_eq!(groups.len(), 0, "one letter is not looked for");
    let groups = stage.found("as").await;
    assert_eq!(
        (groups.len(), groups[0]["hits"].as_array().unwrap().len()),
        (1, 1)
    );
}

async fn what_was_edited_is_found_by_what_it_says_now_and_what_was_taken_back_by_nothing(
    base: Base,
) {
    let stage = Stage::new(base).await;
    stage
        .tell(vec![
            text(ANA, "wamid.1", "The blue bicycle"),
            text(ANA, "wamid.2", "A secret"),
        ])
        .await;
    let new =
        json!({"type": "text", "text": {"body": "The red bicycle"}, "context": {"id": "wamid.1"}});
    let edit = json!({"original_message_id": "wamid.1", "message": new});
    let revoke = json!({"original_message_id": "wamid.2"});
    stage
        .tell(vec![
            message(ANA, "wamid.3", "edit", edit),
            message(ANA, "wamid.4", "revoke", revoke),
        ])
        .await;
    assert_eq!(stage.snippets("bicycle").await, ["The red [bicycle]"]);
    assert_eq!(stage.found("blue").await.len(), 0);
    assert_eq!(stage.found("secret").await.len(), 0);
    // An edit that comes before its message is found as what it is, and then by its message alone.
    let early =
        json!({"type": "text", "text": {"body": "The green one"}, "context": {"id": "wamid.5"}});
    let edit = json!({"original_message_id": "wamid.5", "message": early});
    stage
        .tell(vec![message(ANA, "wamid.6", "edit", edit)])
        .await;
    assert_eq!(stage.snippets("green").await, ["The [green] one"]);
    stage
        .tell(vec![text(ANA, "wamid.5", "The yellow one")])
        .await;
    assert_eq!(stage.snippets("green").await, ["The [green] one"]);
    assert_eq!(stage.found("yellow").await.len(), 0);
}

async fn reactions_and_what_is_out_of_scope_are_not_found(base: Base) {
    let stage = Stage::new(base).await;
    stage.tell(vec![text(ANA, "wamid.1", "Hello there")]).await;
    let reaction = json!({"message_id": "wamid.1", "emoji": "🎉"});
    stage
        .tell(vec![message(ANA, "wamid.2", "reaction", reaction)])
        .await;
    assert_eq!(stage.found("🎉").await.len(), 0);
    let groups = stage.found("hello").await;
    let talk: ConversationId = groups[0]["conversation"]["id"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    let message: MessageId = groups[0]["hits"][0]["message"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    let (house, owner) = (&stage.house, stage.house.company.owner);
    let mine = house.company.embed(Scope::Project, Some(owner)).await;
    assert_eq!(found(house, &mine, "hello").await.len(), 0);
    for (function, arguments) in [
        ("search/thread", json!({"id": talk, "search": "hello"})),
        ("search/day", json!({"id": talk, "at": 0})),
        ("search/open", json!({"id": talk, "message": message})),
        (
            "search/onwards",
            json!({"id": talk, "from": {"conversation": talk, "before": [0, message]}}),
        ),
    ] {
        let refused = house.refused(&mine, function, arguments).await;
        assert_eq!(refused, (404, Problem::NotFound), "{function}");
    }
    house.assign(talk, owner).await;
    assert_eq!(found(house, &mine, "hello").await.len(), 1);
    let thread = house
        .told(
            &mine,
            "search/thread",
            json!({"id": talk, "search": "hello"}),
        )
        .await;
    assert_eq!(thread, json!({"hits": [message], "more": false}));
}

async fn bad_questions_are_refused_by_the_name_of_their_field(base: Base) {
    let stage = Stage::new(base).await;
    let mut long = filter("all");
    long["search"] = json!("a".repeat(201));
    for (arguments, field) in [
        (json!({"filter": long, "after": null}), "search: "),
        (
            json!({"filter": filter("all"), "after": "what?"}),
            "after: ",
        ),
        (json!({"filter": filter("all"), "after": "00ff"}), "after: "),
    ] {
        let (status, problem) = stage
            .house
            .refused(&stage.token, "search/messages", arguments)
            .await;
        assert_eq!(status, 422);
        assert!(problem.to_string().starts_with(field), "{problem}");
    }
}

async fn the_page_itself_brings_what_its_address_searches_for(base: Base) {
    let stage = Stage::new(base).await;
    stage
        .tell(vec![text(ANA, "wamid.1", "A <b>needle</b> here")])
        .await;
    let path = format!("/embed/{}?search=NEEDLE", stage.token.reveal());
    let answer = stage.house.get(&path).send().await.unwrap();
    let page = answer.text().await.unwrap();
    let list = page.split("class=\"list-scroll\"").nth(1).unwrap_or(&page);
    assert!(page.contains("<mark>needle<"), "{list}");
    assert!(!page.contains("<b>needle"), "text stays text");
}
