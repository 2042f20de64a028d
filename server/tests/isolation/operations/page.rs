//! The page itself: as data, and as HTML from the server.

use super::super::difference::{Outcome, same, says_all};
use super::super::expect::Filter;
use super::super::marks::{Mark, marks};
use super::super::play::Play;
use super::super::world::Thing;
use super::list::PAGE;
use app::domain::id::ConversationId;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Conversations of a page of what is found in messages.
const FOUND: usize = 20;

pub async fn opening(play: &mut Play<'_>) -> Outcome {
    let viewer = play.viewer();
    let (filter, talk) = (play.filter(viewer), play.any_talk());
    play.doing = format!("embed {viewer} begins with {filter:?} and conversation {talk:?}");
    let id = play.talk_id(talk);
    let question = json!({"filter": filter.json(), "conversation": id});
    let Some(told) = play.told(viewer, "opening", &question).await? else {
        return Ok(());
    };
    let visible = play.world.visible(viewer);
    let numbers = play.world.numbers_of(viewer, &visible).into_iter();
    let numbers: BTreeSet<String> = numbers
        .map(|nth| play.world.numbers[nth].id.to_string())
        .collect();
    let offered = told["card"]["numbers"].as_array().unwrap().iter();
    let offered: BTreeSet<String> = offered
        .map(|row| row["id"].as_str().unwrap().to_owned())
        .collect();
    same("the numbers to choose from", offered, numbers)?;
    let rows = play.rows(viewer, &filter);
    let first = &rows[..rows.len().min(PAGE)];
    says_all(
        "the first page",
        told["list"]["rows"].as_array().unwrap(),
        first,
    )?;
    match talk.filter(|talk| visible.contains(talk)) {
        Some(talk) => play.is_open(viewer, talk, &told["open"]),
        None => same("a conversation is open", &told["open"], &Value::Null),
    }
}

/// The HTML names those who are expected in it, and nobody else.
pub async fn load(play: &mut Play<'_>) -> Outcome {
    let viewer = play.viewer();
    let (filter, talk) = (play.filter(viewer), play.any_talk());
    play.doing = format!("embed {viewer} loads a page with {filter:?} and conversation {talk:?}");
    let query = query(&filter, play.talk_id(talk));
    let Some(page) = play.page(viewer, &query).await? else {
        return Ok(());
    };
    same("the page's status", page.status, 200)?;
    let rows = play.world.list(viewer, &filter);
    let mut talks: Vec<usize> = rows.into_iter().take(PAGE).collect();
    let found = play.world.found(viewer, &filter).into_iter();
    talks.extend(found.take(FOUND).map(|(talk, _)| talk));
    let visible = play.world.visible(viewer);
    talks.extend(talk.filter(|talk| visible.contains(talk)));
    let contacts = talks
        .iter()
        .map(|talk| &play.world.contacts[play.world.talks[*talk].contact]);
    let expected = contacts
        .flat_map(|contact| [Some(&contact.name), contact.chosen.as_ref()])
        .flatten()
        .flat_map(|name| marks(name.as_bytes()))
        .collect();
    let said = marks(format!("{query:?}").as_bytes());
    let mut named = marks(&page.body);
    named.retain(|mark| matches!(mark, Mark::Word(_)) && play.is_name(mark));
    let without = |marks: BTreeSet<Mark>| marks.difference(&said).cloned().collect::<Vec<_>>();
    same(
        "those whom the page names",
        without(named),
        without(expected),
    )
}

fn query(filter: &Filter, talk: Option<ConversationId>) -> Vec<(&'static str, String)> {
    let mut query = vec![("status", filter.status.to_owned())];
    if !filter.search.is_empty() {
        query.push(("search", filter.search.clone()));
    }
    if let Some(number) = &filter.number {
        query.push(("phone_number_id", number.clone()));
    }
    for (name, on) in [("unread", filter.unread), ("handoff", filter.handoff)] {
        query.extend(on.then(|| (name, "1".to_owned())));
    }
    query.extend(talk.map(|id| ("conversation_id", id.to_string())));
    query
}

impl Play<'_> {
    /// None, or any of all there are.
    fn any_talk(&mut self) -> Option<usize> {
        let all = self.world.talks.len();
        (!self.chance.one_in(3)).then(|| self.chance.below(all))
    }

    /// A page may also be asked for a conversation that nobody has.
    fn talk_id(&mut self, talk: Option<usize>) -> Option<ConversationId> {
        match talk {
            Some(talk) => Some(self.world.talks[talk].id),
            None => self.chance.one_in(2).then(ConversationId::new),
        }
    }

    fn is_name(&self, mark: &Mark) -> bool {
        let things = self.world.known.things(mark).unwrap_or_default();
        things
            .iter()
            .any(|thing| matches!(thing, Thing::Contact(_)))
    }
}
