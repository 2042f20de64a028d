//! Open conversations and their threads, on into the earlier ones.

use super::super::difference::{Outcome, differs, same, says, says_all};
use super::super::play::Play;
use super::unseen;
use serde_json::{Value, json};

pub async fn open(play: &mut Play<'_>) -> Outcome {
    let (viewer, Some(talk)) = play.viewer_with_talk() else {
        return unseen::ask(play).await;
    };
    play.doing = format!("embed {viewer} opens conversation {talk}");
    let question = json!({"id": play.world.talks[talk].id});
    match play.told(viewer, "conversations/open", &question).await? {
        Some(opened) => play.is_open(viewer, talk, &opened),
        None => Ok(()),
    }
}

pub async fn upwards(play: &mut Play<'_>) -> Outcome {
    let (viewer, Some(talk)) = play.viewer_with_later_talk() else {
        return unseen::ask(play).await;
    };
    play.doing = format!("embed {viewer} reads conversation {talk} to its beginning");
    let from = json!({"conversation": play.world.talks[talk].id, "before": null});
    let expected = play.bubbles(viewer, talk, None);
    play.read_from(viewer, from, &expected).await
}

/// A place may be named by any message at all; it says where to go on in the viewer's own conversation.
pub async fn from_anywhere(play: &mut Play<'_>) -> Outcome {
    let (viewer, Some(talk)) = play.viewer_with_talk() else {
        return unseen::ask(play).await;
    };
    let message = play.chance.below(play.world.messages.len());
    let (at, id) = (
        play.world.messages[message].at,
        play.world.messages[message].id,
    );
    play.doing = format!("embed {viewer} reads conversation {talk} from message {message}");
    let from = json!({"conversation": play.world.talks[talk].id, "before": [at, id]});
    let expected = play.bubbles(viewer, talk, Some((at, message)));
    play.read_from(viewer, from, &expected).await
}

impl Play<'_> {
    fn bubbles(&self, viewer: usize, talk: usize, before: Option<(i64, usize)>) -> Vec<Value> {
        let rows = self.world.thread(viewer, talk, before);
        rows.into_iter()
            .map(|message| self.world.bubble(message))
            .collect()
    }

    async fn read_from(&mut self, viewer: usize, from: Value, expected: &[Value]) -> Outcome {
        let (mut told, mut from) = (Vec::new(), from);
        while !from.is_null() {
            let question = json!({"from": from});
            let Some(page) = self.told(viewer, "messages/list", &question).await? else {
                return Ok(());
            };
            told.extend(page["rows"].as_array().unwrap().iter().rev().cloned());
            from = page["next"].clone();
            if told.len() > expected.len() {
                break;
            }
        }
        says_all("the thread", &told, expected)
    }

    /// A conversation with the newest page of its thread.
    pub fn is_open(&self, viewer: usize, talk: usize, opened: &Value) -> Outcome {
        says(
            "the conversation",
            &opened["conversation"],
            &self.world.row(talk),
        )?;
        let newer = self.world.newer(viewer, talk);
        let newer = newer.map(|nth| self.world.talks[nth].id);
        same("the newer conversation", &opened["newer"], &json!(newer))?;
        let mut rows = opened["thread"]["rows"].as_array().unwrap().clone();
        rows.reverse();
        let expected = self.bubbles(viewer, talk, None);
        let more = !opened["thread"]["next"].is_null();
        if expected.len() > rows.len() && !more {
            return differs("the thread has no end".to_owned());
        }
        says_all(
            "the thread's newest page",
            &rows,
            &expected[..expected.len().min(50)],
        )
    }
}
