//! The conversation in which it goes on, where the one that somebody looks at has ended.

use super::{Desk, Thread};
use crate::domain::conversation::{Conversation, Status};
use crate::domain::id::ConversationId;
use leptos::prelude::*;

impl Thread {
    /// Of one number and contact one conversation is active at most.
    fn follows(&self, news: &Conversation) -> Option<ConversationId> {
        let here = &self.conversation;
        let pair = |of: &Conversation| (of.number.id, of.contact.id);
        if news.id == here.id || pair(news) != pair(here) {
            return self.newer;
        }
        match news.status {
            Status::Active => Some(news.id),
            Status::Ended => self.newer.filter(|newer| *newer != news.id),
        }
    }
}

impl Desk {
    pub(super) fn note_newer(self, news: &Conversation) {
        let found = self.thread.with_untracked(|state| {
            let thread = state.thread()?;
            let follows = thread.follows(news);
            (follows != thread.newer).then_some((thread.conversation.id, follows))
        });
        if let Some((id, follows)) = found {
            self.change_thread(id, |thread| thread.newer = follows);
        }
    }

    pub(super) fn lose_newer(self, gone: ConversationId) {
        let here = self.thread.with_untracked(|state| {
            let thread = state.thread()?;
            (thread.newer == Some(gone)).then_some(thread.conversation.id)
        });
        if let Some(id) = here {
            self.change_thread(id, |thread| thread.newer = None);
        }
    }

    pub fn open_newer(self) {
        let newer = self
            .thread
            .with_untracked(|state| state.thread().and_then(|thread| thread.newer));
        if let Some(id) = newer {
            self.choose(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::opening::Opened;
    use crate::desk::{ThreadState, list};
    use crate::domain::id::{ContactId, NumberId};
    use crate::domain::page::Page;

    fn row(of: (NumberId, ContactId), status: Status) -> Conversation {
        let mut row = list::tests::row(0, status);
        (row.number.id, row.contact.id) = of;
        row
    }

    #[test]
    fn an_ended_conversation_is_followed_by_the_active_one_of_the_same_two() {
        let pair = (NumberId::new(), ContactId::new());
        let here = row(pair, Status::Ended);
        let state = ThreadState::open(Opened {
            conversation: here.clone(),
            thread: Page {
                rows: Vec::new(),
                next: None,
            },
            below: None,
            newer: None,
        });
        let mut thread = state.thread().unwrap().clone();
        let mut next = row(pair, Status::Active);
        for news in [
            &here,
            &row((pair.0, ContactId::new()), Status::Active),
            &row((NumberId::new(), pair.1), Status::Active),
            &row(pair, Status::Ended),
        ] {
            assert_eq!(thread.follows(news), None);
        }
        assert_eq!(thread.follows(&next), Some(next.id));
        thread.newer = Some(next.id);
        assert_eq!(thread.follows(&here), Some(next.id));
        assert_eq!(thread.follows(&row(pair, Status::Ended)), Some(next.id));
        next.status = Status::Ended;
        assert_eq!(thread.follows(&next), None, "it may be reopened now");
    }
}
