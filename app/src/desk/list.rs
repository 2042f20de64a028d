//! The list on the desk: the rows that are loaded, in order, and where it goes on.

use super::Desk;
use crate::ask::conversation::conversations;
use crate::domain::conversation::{Automation, Conversation, Status};
use crate::domain::filter::{AssigneeFilter, Filter, StatusFilter};
use crate::domain::id::{ConversationId, UserId};
use crate::domain::page::{CONVERSATIONS, ListCursor, Page};
use crate::domain::phone::digits;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::HashMap;

/// Pages that are asked for at once when rows are loaded anew: more than people scroll through.
const PAGES: usize = 40;

#[derive(Clone, Debug)]
pub struct ListState {
    rows: HashMap<ConversationId, Conversation>,
    next: Option<ListCursor>,
    pub loading: bool,
    pub problem: Option<Problem>,
    /// Which question the rows answer; an answer to an older one is dropped.
    question: u64,
    /// The rows answer an older question: there is no going on from them.
    stale: bool,
}

impl ListState {
    pub fn new(page: Page<Conversation, ListCursor>) -> Self {
        let rows = page.rows.into_iter().map(|row| (row.id, row)).collect();
        Self {
            rows,
            next: page.next,
            loading: false,
            problem: None,
            question: 0,
            stale: false,
        }
    }

    pub fn row(&self, id: ConversationId) -> Option<&Conversation> {
        self.rows.get(&id)
    }

    pub const fn has_more(&self) -> bool {
        self.next.is_some()
    }

    /// The rows are not what was asked for, because the answer did not come.
    pub fn unanswered(&self) -> Option<&Problem> {
        self.problem.as_ref().filter(|_| self.stale)
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn unread_conversations(&self) -> usize {
        self.rows.values().filter(|row| row.unread > 0).count()
    }

    /// Latest activity first, then id.
    pub fn order(&self) -> Vec<ConversationId> {
        let mut cursors: Vec<ListCursor> = self.rows.values().map(Conversation::cursor).collect();
        cursors.sort_unstable_by(|a, b| b.cmp(a));
        cursors.into_iter().map(|cursor| cursor.id).collect()
    }

    fn add(&mut self, page: Page<Conversation, ListCursor>) {
        self.rows
            .extend(page.rows.into_iter().map(|row| (row.id, row)));
        self.next = page.next;
    }

    /// Puts a conversation where it belongs now, or takes it away.
    pub fn place(
        &mut self,
        conversation: &Conversation,
        filter: &Filter,
        chosen: Option<ConversationId>,
        me: Option<UserId>,
    ) {
        let listed = self.rows.contains_key(&conversation.id);
        let held = is_held(filter.assignee, conversation.assignee, me);
        // Reading an unread conversation must not make it vanish under the reader's eyes.
        let stays = listed && held && chosen == Some(conversation.id);
        let further_down = self.next.is_some_and(|next| conversation.cursor() < next);
        if stays || (held && passes(filter, conversation, listed) && !further_down) {
            self.rows.insert(conversation.id, conversation.clone());
        } else {
            self.rows.remove(&conversation.id);
        }
    }

    pub fn remove(&mut self, id: ConversationId) {
        self.rows.remove(&id);
    }

    /// The reader has gone on: a row that stayed for them alone goes too.
    fn let_go(&mut self, id: ConversationId, filter: &Filter, me: Option<UserId>) {
        let stays = |row: &Conversation| {
            is_held(filter.assignee, row.assignee, me) && passes(filter, row, true)
        };
        if self.rows.get(&id).is_some_and(|row| !stays(row)) {
            self.remove(id);
        }
    }
}

/// The filter's rule for in whose hands a conversation is.
fn is_held(wanted: AssigneeFilter, holder: Option<UserId>, me: Option<UserId>) -> bool {
    match wanted {
        AssigneeFilter::Anybody => true,
        AssigneeFilter::Me => holder.is_some() && holder == me,
        AssigneeFilter::Nobody => holder.is_none(),
        AssigneeFilter::Person(id) => holder == Some(id),
    }
}

/// The rest of the filter's rule for one conversation, as far as a page can tell.
fn passes(filter: &Filter, conversation: &Conversation, listed: bool) -> bool {
    let status = match filter.status {
        StatusFilter::All => true,
        StatusFilter::Active => conversation.status == Status::Active,
        StatusFilter::Ended => conversation.status == Status::Ended,
    };
    let number = filter
        .number
        .as_ref()
        .is_none_or(|wanted| conversation.number.is_called(wanted));
    status
        && number
        && (!filter.unread || conversation.unread > 0)
        && (!filter.handoff || conversation.automation == Automation::Handoff)
        && (listed || matches_search(&filter.search, conversation))
}

fn matches_search(search: &str, conversation: &Conversation) -> bool {
    let wanted = search.trim().to_lowercase();
    if wanted.is_empty() {
        return true;
    }
    let contact = &conversation.contact;
    let names = [
        &contact.display_name,
        &contact.profile_name,
        &contact.username,
    ];
    let digits = digits(&wanted);
    names
        .into_iter()
        .flatten()
        .any(|name| name.to_lowercase().contains(&wanted))
        || (digits.len() >= 3
            && contact
                .phone
                .as_ref()
                .is_some_and(|phone| phone.digits().contains(&digits)))
}

impl Desk {
    /// Another conversation is the open one, or none.
    pub(super) fn turn_to(self, next: Option<ConversationId>) {
        let left = self.chosen.get_untracked().filter(|id| next != Some(*id));
        self.chosen.set(next);
        if let Some(id) = left {
            let (filter, me) = (self.filter.get_untracked(), self.me());
            self.list.update(|list| list.let_go(id, &filter, me));
        }
    }

    /// Changes the filter and asks anew; the old rows stay until the answer comes.
    pub fn refilter(self, change: impl FnOnce(&mut Filter)) {
        let before = self.filter.get_untracked();
        self.filter.update(change);
        if self.filter.get_untracked() != before {
            self.note_address();
            self.reload_list();
        }
    }

    pub fn reload_list(self) {
        self.ask_anew(true, 0);
    }

    /// The rows may have changed unheard: the same question once more, down to where it is answered.
    /// They stay meanwhile, so that nobody who reads far down is thrown to the top.
    pub(super) fn renew_list(self) {
        let rows = self.list.with_untracked(|list| list.rows.len());
        self.ask_anew(false, rows);
    }

    fn ask_anew(self, stale: bool, rows: usize) {
        self.list.update(|list| {
            list.question += 1;
            list.stale |= stale;
            list.loading = true;
            list.problem = None;
        });
        self.ask(None, rows);
        self.search_anew();
    }

    /// The next page, when the end of the list comes into sight.
    pub fn load_more(self) {
        let next = self
            .list
            .with_untracked(|list| list.next.filter(|_| !list.loading && !list.stale));
        if next.is_some() {
            self.list.update(|list| {
                list.loading = true;
                list.problem = None;
            });
            self.ask(next, 0);
        }
    }

    /// After a failure: the same question once more.
    pub fn try_again(self) {
        if self
            .list
            .with_untracked(|list| list.stale || list.next.is_none())
        {
            self.reload_list();
        } else {
            self.load_more();
        }
    }

    fn ask(self, after: Option<ListCursor>, rows: usize) {
        let filter = self.filter.get_untracked();
        let question = self.list.with_untracked(|list| list.question);
        self.begin_question();
        spawn_local(async move {
            let answer = pages(&filter, after, rows).await;
            self.list.try_update(|list| {
                if list.question != question {
                    return;
                }
                list.loading = false;
                match answer {
                    Ok(page) if after.is_none() => {
                        *list = ListState {
                            question,
                            ..ListState::new(page)
                        }
                    }
                    Ok(page) => list.add(page),
                    Err(problem) => {
                        list.stale |= after.is_none();
                        list.problem = Some(problem);
                    }
                }
            });
            self.end_question();
        });
    }
}

/// A page, or as many as it takes to have so many rows.
async fn pages(
    filter: &Filter,
    after: Option<ListCursor>,
    rows: usize,
) -> Result<Page<Conversation, ListCursor>, Problem> {
    let mut all = Page {
        rows: Vec::new(),
        next: after,
    };
    for _ in 0..rows.div_ceil(CONVERSATIONS).clamp(1, PAGES) {
        let page = conversations(filter.clone(), all.next).await?;
        all.rows.extend(page.rows);
        all.next = page.next;
        if all.next.is_none() {
            break;
        }
    }
    Ok(all)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::domain::contact::Contact;
    use crate::domain::id::{ContactId, NumberId};
    use crate::domain::number::Number;
    use crate::domain::time::Timestamp;

    #[test]
    fn a_filter_by_holder_follows_every_hand_over() {
        let (me, tom) = (UserId::new(), UserId::new());
        let held = |wanted, holder| is_held(wanted, holder, Some(me));
        assert!(held(AssigneeFilter::Anybody, Some(tom)));
        assert!(held(AssigneeFilter::Me, Some(me)));
        assert!(!held(AssigneeFilter::Me, Some(tom)));
        assert!(!held(AssigneeFilter::Me, None));
        assert!(held(AssigneeFilter::Nobody, None));
        assert!(!held(AssigneeFilter::Nobody, Some(me)));
        assert!(held(AssigneeFilter::Person(tom), Some(tom)));
        assert!(!held(AssigneeFilter::Person(tom), Some(me)));
        assert!(
            !is_held(AssigneeFilter::Me, None, None),
            "nobody in particular holds nothing"
        );
    }

    #[test]
    fn what_was_read_or_ended_goes_with_its_reader() {
        let unread = Filter {
            unread: true,
            ..Filter::default()
        };
        for (filter, before, after, stays) in [
            (&unread, (2, Status::Active), (0, Status::Active), false),
            (&unread, (2, Status::Active), (2, Status::Active), true),
            (
                &Filter::default(),
                (0, Status::Active),
                (0, Status::Ended),
                false,
            ),
            (
                &Filter::default(),
                (2, Status::Active),
                (0, Status::Active),
                true,
            ),
        ] {
            let mut read = row(before.0, before.1);
            let id = read.id;
            let mut list = ListState::new(Page {
                rows: vec![read.clone(), row(1, Status::Active)],
                next: None,
            });
            (read.unread, read.status) = after;
            list.place(&read, filter, Some(id), None);
            assert!(
                list.row(id).is_some(),
                "it does not vanish under the reader's eyes"
            );
            list.let_go(id, filter, None);
            assert_eq!(list.row(id).is_some(), stays);
            assert_eq!(list.order().len(), 1 + usize::from(stays));
        }
    }

    pub fn row(unread: u32, status: Status) -> Conversation {
        Conversation {
            trouble: None,
            id: ConversationId::new(),
            contact: Contact {
                id: ContactId::new(),
                display_name: None,
                profile_name: None,
                username: None,
                phone: None,
                user_id: None,
                group: false,
            },
            number: Number {
                id: NumberId::new(),
                phone_number_id: "1".into(),
                name: "Sales".into(),
                display_phone_number: "1".into(),
            },
            status,
            last_activity_at: Timestamp(1),
            last_inbound_at: None,
            unread,
            preview: None,
            automation: Automation::None,
            assignee: None,
        }
    }
}
