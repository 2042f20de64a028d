//! Reactions, edits and deletions show on the message that they are about, in whatever order they come.

use super::{ANA, id};
use crate::support::base::Base;
use crate::support::house::House;
use crate::support::line::Line;
use crate::support::on_both;
use crate::support::post::{message, said, text, webhook};
use app::domain::change::Change;
use app::domain::time::Timestamp;
use serde_json::{Value, json};
use server::access::token::Token;
use server::access::viewer::Scope;
use server::store::sql;

on_both!(
    what_is_about_a_message_shows_on_it_in_any_order,
    the_newest_reaction_of_each_side_counts_and_an_empty_one_takes_it_away,
    only_its_author_changes_a_message,
    of_what_was_taken_back_no_text_is_kept,
    an_edit_and_a_deletion_change_the_preview,
    what_finds_its_message_leaves_open_threads,
    quotes_name_the_message_or_say_that_it_is_not_here,
    what_lies_in_somebody_elses_conversation_is_not_quoted,
    a_jump_loads_everything_up_to_its_message,
);

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

    async fn row(&self) -> Value {
        self.house.list(&self.token, "active").await.remove(0)
    }

    async fn thread(&self) -> Vec<Value> {
        let row = self.row().await;
        self.house.thread(&self.token, id(&row)).await
    }
}

/// Seconds after now minus a minute, so that the order is Meta's and not ours.
fn at(mut message: Value, seconds: i64) -> Value {
    let moment = Timestamp::now().seconds() - 60 + seconds;
    message["timestamp"] = json!(moment.to_string());
    message
}

fn reaction(wamid: &str, about: &str, emoji: &str) -> Value {
    message(
        ANA,
        wamid,
        "reaction",
        json!({"message_id": about, "emoji": emoji}),
    )
}

fn edit(wamid: &str, about: &str, body: &str) -> Value {
    let new = json!({"type": "text", "text": {"body": body}, "context": {"id": about}});
    message(
        ANA,
        wamid,
        "edit",
        json!({"original_message_id": about, "message": new}),
    )
}

fn revoke(wamid: &str, about: &str) -> Value {
    message(ANA, wamid, "revoke", json!({"original_message_id": about}))
}

async fn what_is_about_a_message_shows_on_it_in_any_order(base: Base) {
    let stage = Stage::new(base).await;
    let told = [
        at(text(ANA, "wamid.1", "Helo"), 0),
        at(reaction("wamid.2", "wamid.1", "👍"), 1),
        at(edit("wamid.3", "wamid.1", "Hell"), 2),
        at(edit("wamid.4", "wamid.1", "Hello"), 3),
        at(text(ANA, "wamid.5", "There?"), 4),
    ];
    for order in [
        [0, 1, 2, 3, 4],
        [4, 3, 2, 1, 0],
        [3, 0, 1, 4, 2],
        [1, 4, 0, 3, 2],
    ] {
        for nth in order {
            stage.tell(vec![told[nth].clone()]).await;
        }
        let thread = stage.thread().await;
        let texts: Vec<&Value> = thread.iter().map(|row| &row["text"]).collect();
        assert_eq!(texts, [&json!("Hello"), &json!("There?")], "{order:?}");
        assert_eq!(
            (&thread[0]["edited"], &thread[0]["deleted"]),
            (&json!(true), &json!(false))
        );
        assert_eq!(
            thread[0]["reactions"],
            json!([{"by": "inbound", "emoji": "👍", "delivery": null}])
        );
        let row = stage.row().await;
        assert_eq!(
            (&row["unread"], &row["preview"]["text"]),
            (&json!(2), &json!("There?")),
            "{order:?}"
        );
        for table in [
            "delete from events",
            "delete from raw_webhooks",
            "delete from searchable",
            "delete from messages where about_id is not null",
            "delete from messages",
        ] {
            sql(table).run(stage.house.db()).await.unwrap();
        }
        sql("delete from conversations")
            .run(stage.house.db())
            .await
            .unwrap();
    }
}

async fn the_newest_reaction_of_each_side_counts_and_an_empty_one_takes_it_away(base: Base) {
    let stage = Stage::new(base).await;
    stage.tell(vec![text(ANA, "wamid.1", "Hello")]).await;
    stage
        .tell(vec![
            at(reaction("wamid.3", "wamid.1", "❤️"), 9),
            at(reaction("wamid.2", "wamid.1", "👍"), 8),
        ])
        .await;
    let mut echo = at(reaction("wamid.4", "wamid.1", "🎉"), 10);
    (echo["from"], echo["to"]) = (json!("15550783881"), json!(ANA));
    stage
        .house
        .tell(&webhook("42", json!({"message_echoes": [echo]})))
        .await;
    assert_eq!(
        stage.thread().await[0]["reactions"],
        json!([{"by": "inbound", "emoji": "❤️", "delivery": null}, {"by": "outbound", "emoji": "🎉", "delivery": "sent"}])
    );
    let mut gone = at(reaction("wamid.5", "wamid.1", ""), 11);
    gone["reaction"].as_object_mut().unwrap().remove("emoji");
    stage.tell(vec![gone]).await;
    let thread = stage.thread().await;
    assert_eq!(
        (
            thread.len(),
            thread[0]["reactions"].as_array().unwrap().len()
        ),
        (1, 1)
    );
    assert_eq!(stage.row().await["unread"], 1);
}

async fn of_what_was_taken_back_no_text_is_kept(base: Base) {
    let stage = Stage::new(base).await;
    stage
        .tell(vec![at(text(ANA, "wamid.1", "A secret"), 0)])
        .await;
    stage.tell(vec![at(revoke("wamid.2", "wamid.1"), 1)]).await;
    // An edit that is late, and one of a message that never came here.
    stage
        .tell(vec![at(edit("wamid.3", "wamid.1", "The secret"), 2)])
        .await;
    stage
        .tell(vec![at(edit("wamid.4", "wamid.0", "My secret"), 3)])
        .await;
    stage.tell(vec![at(revoke("wamid.5", "wamid.0"), 4)]).await;
    stage
        .tell(vec![at(text(ANA, "wamid.6", "Never mind"), 5)])
        .await;
    let kept: Vec<(String, String)> =
        sql("select body, coalesce(cast(payload as text), '') from messages")
            .all(stage.house.db())
            .await
            .unwrap();
    assert_eq!(kept.len(), 6);
    assert!(
        !format!("{kept:?}").contains("secret"),
        "something is left: {kept:?}"
    );
    let row = stage.row().await;
    assert_eq!(row["preview"]["text"], "Never mind");
}

async fn only_its_author_changes_a_message(base: Base) {
    let stage = Stage::new(base).await;
    let mut ours = text("15550783881", "wamid.1", "We open at nine");
    ours["to"] = json!(ANA);
    stage
        .house
        .tell(&webhook("42", json!({"message_echoes": [ours]})))
        .await;
    stage
        .tell(vec![
            edit("wamid.2", "wamid.1", "We are closed"),
            revoke("wamid.3", "wamid.1"),
        ])
        .await;
    let thread = stage.thread().await;
    let kinds: Vec<&Value> = thread.iter().map(|row| &row["kind"]).collect();
    assert_eq!(kinds, [&json!("text"), &json!("edit"), &json!("revoke")]);
    assert_eq!(
        (&thread[0]["text"], &thread[0]["edited"]),
        (&json!("We open at nine"), &json!(false))
    );
}

async fn an_edit_and_a_deletion_change_the_preview(base: Base) {
    let stage = Stage::new(base).await;
    stage
        .tell(vec![
            text(ANA, "wamid.1", "Secret"),
            edit("wamid.2", "wamid.1", "Secret!"),
        ])
        .await;
    let before = stage.row().await;
    assert_eq!(before["preview"]["text"], "Secret!");
    stage.tell(vec![revoke("wamid.3", "wamid.1")]).await;
    let row = stage.row().await;
    assert_eq!(
        (&row["preview"]["kind"], &row["preview"]["text"]),
        (&json!("revoke"), &json!(""))
    );
    assert_eq!(row["last_activity_at"], before["last_activity_at"]);
    stage.tell(vec![edit("wamid.4", "wamid.1", "Back?")]).await;
    let thread = stage.thread().await;
    assert_eq!(
        (thread.len(), &thread[0]["text"], &thread[0]["deleted"]),
        (1, &json!(""), &json!(true))
    );
    let kept = stage.house.count("select count(*) from messages where body like '%Secret%' or cast(payload as text) like '%Secret%'").await;
    assert_eq!(kept, 0);
}

async fn what_finds_its_message_leaves_open_threads(base: Base) {
    let stage = Stage::new(base).await;
    stage.tell(vec![reaction("wamid.2", "wamid.1", "👍")]).await;
    let alone = stage.thread().await.remove(0);
    let mut line = Line::open(&stage.house, &stage.token, None).await;
    line.frame().await;
    stage.tell(vec![at(text(ANA, "wamid.1", "Hello"), 0)]).await;
    let changes = line.changes().await;
    let gone = changes
        .iter()
        .any(|change| matches!(change, Change::MessageGone { id } if json!(id) == alone["id"]));
    let shown = changes.iter().any(
        |change| matches!(change, Change::Message { message } if message.reactions.len() == 1),
    );
    assert!(gone && shown, "{changes:?}");
    let row = stage.row().await;
    assert_eq!(
        (&row["unread"], &row["preview"]["text"]),
        (&json!(1), &json!("Hello"))
    );
}

async fn quotes_name_the_message_or_say_that_it_is_not_here(base: Base) {
    let stage = Stage::new(base).await;
    let reply = |wamid: &str, about: &str| {
        let mut reply = text(ANA, wamid, "This one");
        reply["context"] = json!({"from": ANA, "id": about});
        reply
    };
    stage
        .tell(vec![
            text(ANA, "wamid.1", "Which\nbike?"),
            reply("wamid.2", "wamid.1"),
            reply("wamid.3", "wamid.0"),
        ])
        .await;
    let bo = "16505550002";
    let mut other = text(bo, "wamid.4", "Nosy");
    other["context"] = json!({"id": "wamid.1"});
    stage.house.tell(&said("42", bo, vec![other])).await;
    let rows = stage.house.list(&stage.token, "active").await;
    let (bos, anas): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row["contact"]["phone"] == bo);
    let thread = stage.house.thread(&stage.token, id(anas[0])).await;
    assert_eq!(
        thread[1]["quote"],
        json!({"known": {"id": thread[0]["id"], "direction": "inbound", "kind": "text", "text": "Which bike?"}})
    );
    assert_eq!(
        (&thread[0]["quote"], &thread[2]["quote"]),
        (&Value::Null, &json!("unknown"))
    );
    assert_eq!(
        stage.house.thread(&stage.token, id(bos[0])).await[0]["quote"],
        "unknown"
    );
}

async fn what_lies_in_somebody_elses_conversation_is_not_quoted(base: Base) {
    let stage = Stage::new(base).await;
    let uma = stage.house.company.user("Uma").await;
    let hers = stage.house.company.embed(Scope::Project, Some(uma)).await;
    stage.tell(vec![text(ANA, "wamid.1", "For the boss")]).await;
    sql("update conversations set status = 'ended'")
        .run(stage.house.db())
        .await
        .unwrap();
    stage.tell(vec![text(ANA, "wamid.2", "For Uma")]).await;
    let talk = id(&stage.row().await);
    stage.house.assign(talk, uma).await;
    let mut narrow = Line::open(&stage.house, &hers, None).await;
    let mut wide = Line::open(&stage.house, &stage.token, None).await;
    narrow.frame().await;
    wide.frame().await;
    let mut reply = text(ANA, "wamid.3", "As I said");
    reply["context"] = json!({"id": "wamid.1"});
    stage.tell(vec![reply]).await;
    let told = |changes: Vec<Change>| {
        let quotes = changes.into_iter().filter_map(|change| match change {
            Change::Message { message } => Some(json!(message.quote)),
            _ => None,
        });
        quotes.collect::<Vec<_>>().pop().unwrap()
    };
    assert_eq!(told(narrow.changes().await), "unknown");
    assert_eq!(told(wide.changes().await)["known"]["text"], "For the boss");
    let last = |rows: Vec<Value>| rows.last().unwrap()["quote"].clone();
    assert_eq!(last(stage.house.thread(&hers, talk).await), "unknown");
    assert_eq!(
        last(stage.house.thread(&stage.token, talk).await)["known"]["text"],
        "For the boss"
    );
    let answer = stage
        .house
        .told(
            &stage.token,
            "messages/list",
            json!({"from": {"conversation": talk, "before": null}}),
        )
        .await;
    let first = answer["rows"][0]["id"].clone();
    let (status, _) = stage
        .house
        .refused(
            &hers,
            "messages/up_to",
            json!({"from": {"conversation": talk, "before": null}, "message": first}),
        )
        .await;
    assert_eq!(status, 404);
}

async fn a_jump_loads_everything_up_to_its_message(base: Base) {
    let stage = Stage::new(base).await;
    let many: Vec<Value> = (0..2_600)
        .map(|nth| {
            at(
                text(ANA, &format!("wamid.{nth}"), &nth.to_string()),
                -2_600 + nth,
            )
        })
        .collect();
    for some in many.chunks(900) {
        stage.tell(some.to_vec()).await;
    }
    let talk = id(&stage.row().await);
    let id_of = async |wamid: &str| {
        let (id,): (uuid::Uuid,) = sql("select id from messages where wamid = $1")
            .bind(wamid.to_owned())
            .one(stage.house.db())
            .await
            .unwrap();
        id
    };
    let page = stage
        .house
        .told(
            &stage.token,
            "messages/list",
            json!({"from": {"conversation": talk, "before": null}}),
        )
        .await;
    let jump = |message: uuid::Uuid| json!({"from": page["next"], "message": message});
    let far = stage
        .house
        .told(
            &stage.token,
            "messages/up_to",
            jump(id_of("wamid.900").await),
        )
        .await;
    let texts: Vec<i64> = far["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["text"].as_str().unwrap().parse().unwrap())
        .collect();
    let expected: Vec<i64> = (texts[0]..2_550).collect();
    assert_eq!(texts, expected);
    assert!((850..=900).contains(&texts[0]));
    let above = stage
        .house
        .told(&stage.token, "messages/list", json!({"from": far["next"]}))
        .await;
    assert_eq!(
        above["rows"].as_array().unwrap().last().unwrap()["text"],
        (texts[0] - 1).to_string()
    );
    let (status, problem) = stage
        .house
        .refused(
            &stage.token,
            "messages/up_to",
            jump(id_of("wamid.10").await),
        )
        .await;
    assert_eq!(status, 404);
    assert!(problem.to_string().contains("2,000"));
    let (status, _) = stage
        .house
        .refused(&stage.token, "messages/up_to", jump(uuid::Uuid::new_v4()))
        .await;
    assert_eq!(status, 404);
}
