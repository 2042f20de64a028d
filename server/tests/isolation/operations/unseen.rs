//! What is out of scope is answered like what does not exist, to the last byte.

use super::super::difference::{Outcome, same};
use super::super::play::Play;
use super::super::world::World;
use app::domain::id::{ConversationId, MessageId};
use serde_json::{Value, json};

pub async fn ask(play: &mut Play<'_>) -> Outcome {
    let viewer = play.viewer();
    let embed = &play.world.embeds[viewer];
    let foreign = World::all(&play.world.talks, |talk| !play.world.sees(embed, talk));
    if foreign.is_empty() {
        return Ok(());
    }
    // Half of them of the viewer's own project.
    let near = |talk: &usize| play.world.project_of(*talk) == embed.project;
    let near: Vec<usize> = foreign.iter().copied().filter(near).collect();
    let from = if near.is_empty() || play.chance.one_in(2) {
        foreign
    } else {
        near
    };
    let talk = play.chance.pick(&from);
    let question = play.chance.pick(QUESTIONS);
    play.doing =
        format!("embed {viewer} asks {question} of conversation {talk}, which is not theirs");
    let (message, text) = (MessageId::new(), "Hello?");
    let before = play
        .chance
        .one_in(2)
        .then(|| (play.world.messages[0].at, message));
    let arguments = |id: ConversationId| match question {
        "messages/list" => json!({"from": {"conversation": id, "before": before}}),
        "messages/up_to" => {
            json!({"from": {"conversation": id, "before": before}, "message": message})
        }
        "messages/send" => {
            json!({"draft": {"id": message, "conversation": id, "body": {"text": text}}})
        }
        "templates/list" => json!({"id": id, "fresh": true}),
        "conversations/status" => json!({"id": id, "status": "active"}),
        "contacts/rename" => json!({"id": id, "name": text}),
        "search/thread" => json!({"id": id, "search": text}),
        "search/day" => json!({"id": id, "at": 0}),
        "search/open" => json!({"id": id, "message": message}),
        "search/onwards" => {
            json!({"id": id, "from": {"conversation": id, "before": before}})
        }
        _ => json!({"id": id}),
    };
    let (foreign, unknown) = (
        arguments(play.world.talks[talk].id),
        arguments(ConversationId::new()),
    );
    let Some(foreign) = play.ask(viewer, question, &foreign).await? else {
        return Ok(());
    };
    let Some(unknown) = play.ask(viewer, question, &unknown).await? else {
        return Ok(());
    };
    same("the status", foreign.status, 404)?;
    same("the problem", foreign.json(), Value::from("not_found"))?;
    same(
        "what is foreign, beside what is unknown",
        foreign.plain(),
        unknown.plain(),
    )
}

const QUESTIONS: &[&str] = &[
    "conversations/open",
    "messages/list",
    "messages/up_to",
    "messages/send",
    "messages/typing",
    "templates/list",
    "forms/list",
    "conversations/read",
    "conversations/status",
    "contacts/details",
    "contacts/rename",
    "executions/list",
    "executions/hand_off",
    "executions/resume",
    "search/thread",
    "search/day",
    "search/open",
    "search/onwards",
];
