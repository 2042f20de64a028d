//! The search inside one thread: the conversation and the earlier ones of the same people.

use super::candidate::{self, Candidate};
use super::choice::Span;
use super::index::{self, Question, Reach};
use super::tokens;
use crate::access::viewer::Viewer;
use crate::error::Result;
use crate::store::db::Db;
use crate::store::thread::chapters;
use app::domain::id::ConversationId;
use app::domain::search::{InThread, Terms};

/// Hits that are told.
pub const MOST: usize = 500;

/// In the thread's order, newest first. The caller has checked that the conversation is the viewer's.
pub async fn in_thread(
    db: &Db,
    viewer: &Viewer,
    id: ConversationId,
    search: &str,
) -> Result<InThread> {
    let terms = Terms::of(search);
    let words = tokens::of_terms(&terms);
    let Some((oldest, newest)) = index::ends(db).await?.filter(|_| !words.is_empty()) else {
        return Ok(InThread::default());
    };
    let chapters = chapters(db, viewer, id).await?;
    let within = chapters.iter().copied();
    let within = within.map(tokens::of_conversation).collect();
    let before = newest + 1;
    let question = Question::new(words, within, true);
    let question = question.chosen(db, Span { oldest, before }).await?;
    let reach = Reach {
        before,
        oldest,
        limit: MOST + 1,
        near: true,
    };
    let places = index::newest(db, &question, reach).await?;
    let candidates = candidate::at_places(db, viewer, None, &places.found).await?;
    let mut hits: Vec<Candidate> = candidates
        .into_iter()
        .filter(|candidate| candidate.is_hit(&terms))
        .collect();
    let more = hits.len() > MOST || places.rest.is_some();
    hits.truncate(MOST);
    let chapter = |hit: &Candidate| chapters.iter().position(|id| *id == hit.conversation());
    hits.sort_by_cached_key(|hit| (chapter(hit), std::cmp::Reverse((hit.at(), hit.message()))));
    Ok(InThread {
        hits: hits.iter().map(Candidate::message).collect(),
        more,
    })
}
