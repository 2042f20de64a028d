//! Texts that viewers send. Nothing goes out to WhatsApp: they stay in the outbox.

use super::super::difference::{Outcome, same, says};
use super::super::play::Play;
use super::super::world::{Message, News, Thing, World};
use super::unseen;
use app::domain::id::MessageId;
use app::domain::time::{DAY, Timestamp};
use serde_json::{Value, json};

pub async fn text(play: &mut Play<'_>) -> Outcome {
    let (viewer, Some(talk)) = play.viewer_with_talk() else {
        return unseen::ask(play).await;
    };
    let (id, nth) = (MessageId::new(), play.world.messages.len());
    let text = format!("Sure, {}", play.world.known.word(Thing::Message(nth)));
    play.doing = format!("embed {viewer} sends {text:?} in conversation {talk}");
    let Some(answer) = play
        .ask(viewer, "messages/send", &play.draft(id, talk, &text))
        .await?
    else {
        play.world.known.forget(&text);
        return Ok(());
    };
    let here = &play.world.talks[talk];
    let running = matches!(here.execution, Some("running" | "waiting"));
    let closed = Timestamp::now().0 - here.last_inbound >= DAY;
    if !here.active || running || closed {
        play.world.known.forget(&text);
        return same("the status", answer.status, 409);
    }
    same("the status", answer.status, 200)?;
    let answer = answer.json();
    let at = answer["at"].as_i64().unwrap();
    play.world.known.id(id.uuid(), Thing::Message(nth));
    play.world.messages.push(Message {
        id,
        talk,
        text,
        at,
        delivery: Some("queued"),
    });
    play.world.show(talk, nth);
    play.world
        .news
        .extend([News::Message(nth), News::Talk(talk)]);
    says("the message", &answer, &play.world.bubble(nth))
}

/// A retry is answered with the message that stands, as long as its conversation is the viewer's.
pub async fn again(play: &mut Play<'_>) -> Outcome {
    let viewer = play.viewer();
    let visible = play.world.visible(viewer);
    let sent = World::all(&play.world.messages, |message| {
        message.delivery.is_some() && visible.contains(&message.talk)
    });
    if sent.is_empty() {
        return text(play).await;
    }
    let nth = play.chance.pick(&sent);
    let message = &play.world.messages[nth];
    play.doing = format!("embed {viewer} sends message {nth} again");
    let draft = play.draft(message.id, message.talk, &message.text);
    match play.told(viewer, "messages/send", &draft).await? {
        Some(answer) => says("the message", &answer, &play.world.bubble(nth)),
        None => Ok(()),
    }
}

/// An id that another message has is refused alike, whoever's message it is.
pub async fn taken(play: &mut Play<'_>) -> Outcome {
    let (viewer, Some(talk)) = play.viewer_with_talk() else {
        return unseen::ask(play).await;
    };
    let nth = play.chance.below(play.world.messages.len());
    play.doing =
        format!("embed {viewer} sends in conversation {talk} under the id of message {nth}");
    let draft = play.draft(play.world.messages[nth].id, talk, "Mine?");
    let Some(answer) = play.ask(viewer, "messages/send", &draft).await? else {
        return Ok(());
    };
    // Where nothing can be sent, that may be said first.
    if answer.status != 409 {
        same("the status", answer.status, 422)?;
        let clash = json!({"invalid": "id: another message has this id"});
        same("the problem", answer.json(), clash)?;
    }
    Ok(())
}

/// What somebody else said can be neither answered nor reacted to: it is like what was never said.
pub async fn astray(play: &mut Play<'_>) -> Outcome {
    let (viewer, Some(talk)) = play.viewer_with_talk() else {
        return unseen::ask(play).await;
    };
    let (visible, here) = (play.world.visible(viewer), &play.world.talks[talk]);
    let astray = World::all(&play.world.messages, |message| {
        let there = &play.world.talks[message.talk];
        !visible.contains(&message.talk)
            || (there.number, there.contact) != (here.number, here.contact)
    });
    if astray.is_empty() {
        return text(play).await;
    }
    let nth = play.chance.pick(&astray);
    let reacts = play.chance.one_in(2);
    play.doing = format!("embed {viewer} points at message {nth} in conversation {talk}");
    let conversation = play.world.talks[talk].id;
    let draft = |target: MessageId| {
        let body = if reacts {
            json!({"reaction": [target, "👍"]})
        } else {
            json!({"text": "To this?"})
        };
        let reply_to = (!reacts).then_some(target);
        json!({"draft": {"id": MessageId::new(), "conversation": conversation, "reply_to": reply_to, "body": body}})
    };
    let (foreign, unknown) = (draft(play.world.messages[nth].id), draft(MessageId::new()));
    let Some(foreign) = play.ask(viewer, "messages/send", &foreign).await? else {
        return Ok(());
    };
    let Some(unknown) = play.ask(viewer, "messages/send", &unknown).await? else {
        return Ok(());
    };
    // Where nothing can be sent, that is said first.
    if foreign.status != 409 {
        same("the status", foreign.status, 404)?;
    }
    same(
        "what is foreign, beside what is unknown",
        foreign.plain(),
        unknown.plain(),
    )
}

impl Play<'_> {
    fn draft(&self, id: MessageId, talk: usize, text: &str) -> Value {
        json!({"draft": {"id": id, "conversation": self.world.talks[talk].id, "body": {"text": text}}})
    }
}

impl World {
    /// The list's row shows a message, unless it shows a later one.
    pub fn show(&mut self, talk: usize, message: usize) {
        let (at, talk) = (self.messages[message].at, &mut self.talks[talk]);
        if at >= talk.last_activity {
            talk.last_activity = at;
            talk.preview = message;
        }
    }
}
