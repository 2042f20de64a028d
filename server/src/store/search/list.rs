//! The search of the list: hits of all conversations that the viewer sees and the filter lets pass, newest first.
//! Each page looks through so many messages and no more. What it leaves is the next page's.

use super::candidate::{self, Candidate};
use super::choice::Span;
use super::index::{self, Question, Reach};
use super::tokens;
use crate::access::viewer::{Scope, Viewer};
use crate::error::Result;
use crate::store::conversation;
use crate::store::db::Db;
use app::domain::conversation::Conversation;
use app::domain::filter::Filter;
use app::domain::id::{ConversationId, MessageId, NumberId};
use app::domain::search::{Found, HITS_SHOWN, Hit, Terms};
use app::domain::time::Timestamp;
use std::cmp::Reverse;

/// Conversations of a page.
pub const GROUPS: usize = 20;
/// Hits that a page reads at most, most of which only say that there are more.
pub const HITS: usize = 400;
/// What the index offers and a page looks at, in so many steps.
const STEPS: [usize; 3] = [100, 300, 600];
/// Looks at the index: what it does not hold, however far back, is known after so many.
const LOOKS: usize = 24;
/// So few conversations are named to the index one by one.
const FEW: usize = 200;

/// Hits, newest first, and the place where the next page begins.
#[derive(Default)]
struct Hits {
    groups: Vec<(ConversationId, Vec<Hit>, bool)>,
    count: usize,
}

/// A page of what is found, from a place on, and where the next one begins.
pub async fn page(
    db: &Db,
    viewer: &Viewer,
    filter: &Filter,
    number: Option<NumberId>,
    before: Option<i64>,
) -> Result<(Vec<Found>, Option<i64>)> {
    let terms = Terms::of(&filter.search);
    let words = tokens::of_terms(&terms);
    let Some((oldest, newest)) = index::ends(db).await?.filter(|_| !words.is_empty()) else {
        return Ok((Vec::new(), None));
    };
    let Some(question) = question(db, viewer, filter, number, words).await? else {
        return Ok((Vec::new(), None));
    };
    let before = before.unwrap_or(i64::MAX).min(newest + 1);
    let question = question.chosen(db, Span { oldest, before }).await?;
    let mut hits = Hits::default();
    let mut next = Some(before);
    let (mut step, mut near) = (0, true);
    for _ in 0..LOOKS {
        let Some(before) = next.filter(|_| step < STEPS.len()) else {
            break;
        };
        let limit = STEPS[step];
        let reach = Reach {
            before,
            oldest,
            limit,
            near,
        };
        let places = index::newest(db, &question, reach).await?;
        near = places.found.len() == limit;
        // What was not used of a step is left for the next look.
        step += usize::from(near);
        next = places.rest;
        let chosen = Some((filter, number));
        let candidates = candidate::at_places(db, viewer, chosen, &places.found).await?;
        if let Some(full) = hits.take(candidates, &terms) {
            next = Some(full);
            break;
        }
    }
    Ok((shown(db, viewer, hits).await?, next))
}

impl Hits {
    /// Takes them in; answers where the next page begins when this one is full.
    fn take(&mut self, candidates: Vec<Candidate>, terms: &Terms) -> Option<i64> {
        for candidate in candidates {
            if self.count >= HITS {
                return Some(candidate.place + 1);
            }
            if !candidate.is_hit(terms) {
                continue;
            }
            let id = candidate.conversation();
            let full = self.groups.len() == GROUPS;
            let known = self.groups.iter_mut().find(|(known, ..)| *known == id);
            match known {
                Some((_, hits, _)) if hits.len() < HITS_SHOWN => hits.push(candidate.hit(terms)),
                Some((.., more)) => *more = true,
                None if full => return Some(candidate.place + 1),
                None => self.groups.push((id, vec![candidate.hit(terms)], false)),
            }
            self.count += 1;
        }
        None
    }
}

/// With their conversations, as they are now; one that has left the viewer's scope meanwhile is left out.
/// Places follow the order in which messages came to us. People expect that of their dates, which differ for what
/// came late: so a page is put into it.
async fn shown(db: &Db, viewer: &Viewer, hits: Hits) -> Result<Vec<Found>> {
    let ids: Vec<ConversationId> = hits.groups.iter().map(|(id, ..)| *id).collect();
    let rows = conversation::several(db, viewer, &ids).await?;
    let with_row = |(id, hits, more)| {
        let row = rows.iter().find(|row: &&Conversation| row.id == id)?;
        Some(Found {
            conversation: row.clone(),
            hits: newest_first(hits),
            more,
        })
    };
    let mut found: Vec<Found> = hits.groups.into_iter().filter_map(with_row).collect();
    found.sort_by_key(|found| found.hits.first().map(place_in_time));
    Ok(found)
}

fn newest_first(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by_key(place_in_time);
    hits
}

fn place_in_time(hit: &Hit) -> Reverse<(Timestamp, MessageId)> {
    Reverse((hit.at, hit.message))
}

/// A scope that holds few conversations is asked for by name; a wide one by its number or project,
/// and what falls outside of it is sorted out afterwards. Nothing: there are no conversations at all.
async fn question(
    db: &Db,
    viewer: &Viewer,
    filter: &Filter,
    number: Option<NumberId>,
    words: Vec<String>,
) -> Result<Option<Question>> {
    let few = conversation::some_ids(db, viewer, filter, number, FEW + 1).await?;
    let narrow = few.len() <= FEW;
    let within = match (narrow, number, viewer.scope()) {
        (true, ..) => few.into_iter().map(tokens::of_conversation).collect(),
        (false, Some(number), _) | (false, None, Scope::Number(number)) => {
            vec![tokens::of_number(number)]
        }
        _ => vec![tokens::of_project(viewer.project())],
    };
    let question = Question::new(words, within, narrow);
    Ok(Some(question).filter(|question| !question.is_of_nobody()))
}
