//! What was found in messages, on the desk: beside the rows of the list, as long as something is searched for.

use super::Desk;
use crate::ask::search::search;
use crate::domain::conversation::Conversation;
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::message::Message;
use crate::domain::page::Page;
use crate::domain::search::{Found, HITS_SHOWN, SearchCursor};
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[derive(Clone, Debug, Default)]
pub struct Results {
    pub groups: Vec<Found>,
    next: Option<SearchCursor>,
    pub loading: bool,
    pub problem: Option<Problem>,
    /// Which question they answer; an answer to an older one is dropped.
    question: u64,
    /// The page came with them, or with nothing.
    answered: bool,
}

/// Pages that are asked for one after the other while they bring nothing. Then a person decides.
const PATIENCE: u32 = 5;

impl Results {
    pub fn new(found: Option<Page<Found, SearchCursor>>) -> Self {
        let mut results = Self {
            answered: found.is_some(),
            ..Self::default()
        };
        results.add(found.unwrap_or(Page {
            rows: Vec::new(),
            next: None,
        }));
        results
    }

    pub const fn has_more(&self) -> bool {
        self.next.is_some()
    }

    /// Nothing was found, and nothing is on its way.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && !self.loading && self.next.is_none() && self.problem.is_none()
    }

    /// A conversation may come again, with its older hits. Answers whether anything is new.
    fn add(&mut self, page: Page<Found, SearchCursor>) -> bool {
        let before = self.groups.len();
        for found in page.rows {
            let id = found.conversation.id;
            match self
                .groups
                .iter_mut()
                .find(|known| known.conversation.id == id)
            {
                Some(known) => {
                    let room = HITS_SHOWN - known.hits.len().min(HITS_SHOWN);
                    known.more |= found.more || found.hits.len() > room;
                    known.hits.extend(found.hits.into_iter().take(room));
                }
                None => self.groups.push(found),
            }
        }
        self.next = page.next;
        self.groups.len() > before
    }

    fn shows(&self, message: MessageId) -> bool {
        let mut hits = self.groups.iter().flat_map(|found| &found.hits);
        hits.any(|hit| hit.message == message)
    }
}

impl Desk {
    /// The question has changed; what was found before goes with it.
    pub(super) fn search_anew(self) {
        let asked = self
            .filter
            .with_untracked(|filter| !filter.search.trim().is_empty());
        self.results.update(|results| {
            *results = Results {
                question: results.question + 1,
                loading: asked,
                answered: true,
                // The old ones stay until the new ones come.
                groups: if asked {
                    std::mem::take(&mut results.groups)
                } else {
                    Vec::new()
                },
                ..Results::default()
            };
        });
        if asked {
            self.ask_results(None, PATIENCE);
        }
    }

    /// The page could not be begun with what is found: it is asked for now.
    pub(super) fn search_if_unanswered(self) {
        if self.results.with_untracked(|results| !results.answered) {
            self.search_anew();
        }
    }

    /// The next page, when the end of the results comes into sight.
    pub fn search_on(self) {
        let next = self
            .results
            .with_untracked(|results| results.next.clone().filter(|_| !results.loading));
        if next.is_some() {
            self.results.update(|results| {
                results.loading = true;
                results.problem = None;
            });
            self.ask_results(next, PATIENCE);
        }
    }

    /// After a failure: the same question once more.
    pub fn search_again(self) {
        match self.results.with_untracked(Results::has_more) {
            true => self.search_on(),
            false => self.search_anew(),
        }
    }

    fn ask_results(self, after: Option<SearchCursor>, patience: u32) {
        let filter = self.filter.get_untracked();
        let question = self.results.with_untracked(|results| results.question);
        spawn_local(async move {
            let first = after.is_none();
            let answer = search(filter, after).await;
            let mut on = None;
            self.results.try_update(|results| {
                if results.question != question {
                    return;
                }
                results.loading = false;
                match answer {
                    Ok(page) => {
                        if first {
                            results.groups.clear();
                        }
                        let news = results.add(page);
                        on = results.next.clone().filter(|_| !news && patience > 0);
                        results.loading = on.is_some();
                    }
                    Err(problem) => {
                        if first {
                            results.groups.clear();
                        }
                        results.problem = Some(problem);
                    }
                }
            });
            if on.is_some() {
                self.ask_results(on, patience - 1);
            }
        });
    }

    /// What is out of scope goes from here too.
    pub(super) fn lose_results(self, id: ConversationId) {
        let is_here = |found: &Found| found.conversation.id == id;
        if self
            .results
            .with_untracked(|results| results.groups.iter().any(is_here))
        {
            self.results
                .update(|results| results.groups.retain(|found| !is_here(found)));
        }
    }

    pub(super) fn note_results(self, conversation: &Conversation) {
        let place = self.results.with_untracked(|results| {
            let mut groups = results.groups.iter();
            groups.position(|found| found.conversation.id == conversation.id)
        });
        if let Some(place) = place {
            self.results
                .update(|results| results.groups[place].conversation = conversation.clone());
        }
    }

    /// What a message said when it was found is not what it says now.
    pub(super) fn doubt_results(self, message: &Message) {
        let changed = message.deleted || message.edited;
        if changed
            && self
                .results
                .with_untracked(|results| results.shows(message.id))
        {
            self.search_anew();
        }
    }
}
