//! What viewers learn of a contact, and what they call them.

use super::super::difference::{Outcome, says, says_all};
use super::super::play::Play;
use super::super::world::{News, Thing, World};
use super::unseen;
use serde_json::json;

pub async fn details(play: &mut Play<'_>) -> Outcome {
    let (viewer, Some(talk)) = play.viewer_with_talk() else {
        return unseen::ask(play).await;
    };
    play.doing = format!("embed {viewer} asks who is in conversation {talk}");
    let question = json!({"id": play.world.talks[talk].id});
    let Some(told) = play.told(viewer, "contacts/details", &question).await? else {
        return Ok(());
    };
    let mut expected = play.world.details(viewer, talk);
    let earlier = expected["earlier"].take();
    let known = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
    says_all(
        "the other conversations",
        &known(&told["earlier"]),
        &known(&earlier),
    )?;
    expected.as_object_mut().unwrap().remove("earlier");
    says("the details", &told, &expected)
}

/// All conversations of the contact show the name, whoever sees them.
pub async fn rename(play: &mut Play<'_>) -> Outcome {
    let (viewer, Some(talk)) = play.viewer_with_talk() else {
        return unseen::ask(play).await;
    };
    let contact = play.world.talks[talk].contact;
    let name = if play.chance.one_in(4) {
        String::new()
    } else {
        format!("Dear {}", play.world.known.word(Thing::Contact(contact)))
    };
    play.doing = format!("embed {viewer} calls the contact of conversation {talk} {name:?}");
    let question = json!({"id": play.world.talks[talk].id, "name": name});
    let Some(answer) = play.told(viewer, "contacts/rename", &question).await? else {
        return Ok(());
    };
    let chosen = Some(name).filter(|name| !name.is_empty());
    if play.world.contacts[contact].chosen != chosen {
        play.world.contacts[contact].chosen = chosen;
        let talks = World::all(&play.world.talks, |talk| talk.contact == contact);
        play.world.news.extend(talks.into_iter().map(News::Talk));
    }
    says("the conversation", &answer, &play.world.row(talk))
}
