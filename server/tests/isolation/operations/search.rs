//! What is found in messages: in all conversations to the last page, inside one thread, and by the day.

use super::super::difference::{Outcome, same, says};
use super::super::expect::Filter;
use super::super::play::Play;
use super::unseen;
use serde_json::{Value, json};

/// Hits that stand with a conversation on a page.
const SHOWN: usize = 3;

/// A conversation, and its hits on each of the pages that have some.
type Told = (Value, Vec<Vec<Value>>);

pub async fn every_page(play: &mut Play<'_>) -> Outcome {
    let viewer = play.viewer();
    let mut filter = play.filter(viewer);
    filter.search = play.words();
    play.doing = format!("embed {viewer} searches messages for {filter:?}");
    let mut told: Vec<Told> = Vec::new();
    let mut after = Value::Null;
    loop {
        let question = json!({"filter": filter.json(), "after": after});
        let Some(page) = play.told(viewer, "search/messages", &question).await? else {
            return Ok(());
        };
        for found in page["rows"].as_array().unwrap() {
            let hits = found["hits"].as_array().unwrap().clone();
            let row = &found["conversation"];
            match told.iter_mut().find(|(known, _)| known["id"] == row["id"]) {
                Some((_, known)) => known.push(hits),
                None => told.push((row.clone(), vec![hits])),
            }
        }
        after = page["next"].clone();
        if after.is_null() {
            break;
        }
    }
    play.is_found(viewer, &filter, &told)
}

pub async fn in_thread(play: &mut Play<'_>) -> Outcome {
    let (viewer, Some(talk)) = play.viewer_with_later_talk() else {
        return unseen::ask(play).await;
    };
    let search = play.words();
    play.doing = format!("embed {viewer} searches conversation {talk} for {search:?}");
    let question = json!({"id": play.world.talks[talk].id, "search": search});
    let Some(told) = play.told(viewer, "search/thread", &question).await? else {
        return Ok(());
    };
    let rows = play.world.thread(viewer, talk, None).into_iter();
    let hits = rows.filter(|nth| play.world.says(*nth, &search));
    let expected: Vec<Value> = hits.map(|nth| json!(play.world.messages[nth].id)).collect();
    same("the hits", &told["hits"], &json!(expected))
}

/// What is opened around a message is the same thread, without a gap.
pub async fn around(play: &mut Play<'_>) -> Outcome {
    let (viewer, Some(talk)) = play.viewer_with_later_talk() else {
        return unseen::ask(play).await;
    };
    let mut rows = play.world.thread(viewer, talk, None);
    rows.reverse();
    if rows.is_empty() {
        return Ok(());
    }
    let message = play.chance.pick(&rows);
    play.doing = format!("embed {viewer} opens conversation {talk} at message {message}");
    let question =
        json!({"id": play.world.talks[talk].id, "message": play.world.messages[message].id});
    let Some(told) = play.told(viewer, "search/open", &question).await? else {
        return Ok(());
    };
    says(
        "the conversation",
        &told["conversation"],
        &play.world.row(talk),
    )?;
    let newer = play.world.newer(viewer, talk);
    let newer = newer.map(|nth| play.world.talks[nth].id);
    same("the newer conversation", &told["newer"], &json!(newer))?;
    let ids = |rows: &Value| -> Vec<Value> {
        let rows = rows.as_array().unwrap().iter();
        rows.map(|row| row["id"].clone()).collect()
    };
    let mut shown = ids(&told["thread"]["rows"]);
    let mut below = told["below"].clone();
    while !below.is_null() {
        let question = json!({"id": play.world.talks[talk].id, "from": below});
        let Some(told) = play.told(viewer, "search/onwards", &question).await? else {
            return Ok(());
        };
        shown.extend(ids(&told["rows"]));
        below = told["below"].clone();
    }
    let expected: Vec<Value> = rows
        .iter()
        .map(|nth| json!(play.world.messages[*nth].id))
        .collect();
    same(
        "it is among them",
        shown.contains(&json!(play.world.messages[message].id)),
        true,
    )?;
    let from = expected.len() - shown.len().min(expected.len());
    same(
        "what follows upon another",
        shown.as_slice(),
        &expected[from..],
    )
}

/// A hit's message, and its snippet without the marks.
fn said(hit: &Value) -> (String, String) {
    let pieces = hit["snippet"].as_array().unwrap().iter();
    let text = pieces
        .map(|piece| piece["text"].as_str().unwrap())
        .collect();
    (hit["message"].as_str().unwrap().to_owned(), text)
}

impl Play<'_> {
    fn is_found(&self, viewer: usize, filter: &Filter, told: &[Told]) -> Outcome {
        let mut expected = self.world.found(viewer, filter);
        expected.sort_by_key(|(talk, _)| self.world.talks[*talk].id);
        let mut told = told.to_vec();
        told.sort_by_key(|(row, _)| row["id"].as_str().unwrap_or_default().to_owned());
        let talks = expected
            .iter()
            .map(|(talk, _)| json!(self.world.talks[*talk].id));
        let told_ids: Vec<Value> = told.iter().map(|(row, _)| row["id"].clone()).collect();
        same("the conversations", told_ids, talks.collect())?;
        for ((row, pages), (talk, messages)) in told.iter().zip(&expected) {
            says("the conversation", row, &self.world.row(*talk))?;
            self.are_hits(pages, messages)?;
        }
        Ok(())
    }

    /// A page has the newest that came of those that the pages before left; on it, they stand by their own time. Where a
    /// page shows as many as it may, it may have passed over others.
    fn are_hits(&self, pages: &[Vec<Value>], messages: &[usize]) -> Outcome {
        let mut left = messages;
        for page in pages {
            let (newest, rest) = left.split_at(left.len().min(page.len()).min(SHOWN));
            let mut told: Vec<(String, String)> = page.iter().map(said).collect();
            let mut written: Vec<(String, String)> =
                newest.iter().map(|nth| self.written(*nth)).collect();
            told.sort();
            written.sort();
            same("the hits", told, written)?;
            left = rest;
            if page.len() == SHOWN {
                return Ok(());
            }
        }
        same("hits that no page has", left.len(), 0)
    }

    fn written(&self, message: usize) -> (String, String) {
        let message = &self.world.messages[message];
        (message.id.to_string(), message.text.clone())
    }

    /// Words that stand in many messages, in one, or in none; whole ones and beginnings, in any spelling.
    fn words(&mut self) -> String {
        let message = self.chance.below(self.world.messages.len());
        let text = self.world.messages[message].text.clone();
        let word = text.rsplit(' ').next().unwrap_or_default().to_owned();
        match self.chance.below(8) {
            0 => text.to_uppercase(),
            1 => "hel".to_owned(),
            2 => format!("{word} \"HELLO* -"),
            3 => word.chars().take(9).collect(),
            4 => "NEAR(hello zqx)".to_owned(),
            5 => "h".to_owned(),
            6 => format!("{word}x"),
            _ => word,
        }
    }
}
