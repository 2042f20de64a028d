//! Many conversations at once, at random, written straight into the table,
//! and the naive answer to what a viewer sees of them.

use super::chance::Chance;
use super::company::Company;
use app::domain::conversation::Status;
use app::domain::filter::{AssigneeFilter, Filter};
use app::domain::id::{ContactId, ConversationId, CustomerId, NumberId, UserId};
use app::domain::page::ListCursor;
use app::domain::time::{DAY, Timestamp};
use server::access::viewer::{Scope, Standing, Viewer};
use server::store::contact;
use server::store::sql::{Arg, Sql};
use std::cmp::Reverse;

/// A company with two customers, three numbers (one of no customer) and two users.
pub struct Town {
    pub company: Company,
    pub customers: Vec<CustomerId>,
    pub numbers: Vec<(NumberId, Option<CustomerId>)>,
    pub users: Vec<UserId>,
    pub entries: Vec<Entry>,
}

/// A conversation with all that lists ask about it.
#[derive(Clone)]
pub struct Entry {
    pub id: ConversationId,
    pub standing: Standing,
    pub status: Status,
    pub unread: bool,
    pub handoff: bool,
    pub at: Timestamp,
    pub name: String,
}

/// Entries of one statement. Phones begin anew in each.
pub const CHUNK: usize = 400;
const NAMES: [&str; 6] = ["Ana", "Banana Joe", "Zoë", "100% Wool", "under_score", "Bo"];

impl Town {
    pub async fn new(company: Company, chance: &mut Chance, size: usize) -> Self {
        let customers = vec![
            company.customer("North").await,
            company.customer("South").await,
        ];
        let mut numbers = Vec::new();
        for (nth, customer) in [Some(customers[0]), Some(customers[1]), None]
            .into_iter()
            .enumerate()
        {
            let id = format!("{}{nth}", company.project.uuid().as_u128() as u64);
            numbers.push((company.number(&id, customer).await, customer));
        }
        let users = vec![company.user("Uma").await, company.user("Udo").await];
        let mut town = Self {
            company,
            customers,
            numbers,
            users,
            entries: Vec::new(),
        };
        town.entries = (0..size).map(|_| town.any_entry(chance)).collect();
        for entries in town.entries.chunks(CHUNK) {
            town.write(entries).await;
        }
        // The rows came without what they are found by.
        let mut last = None;
        while let Some(next) = contact::take_up(&town.company.db, last).await.unwrap() {
            last = Some(next);
        }
        town
    }

    fn any_entry(&self, chance: &mut Chance) -> Entry {
        let (number, number_customer) = chance.pick(&self.numbers);
        let customer = self.customers[chance.below(2)];
        let user = self.users[chance.below(2)];
        Entry {
            id: ConversationId::new(),
            standing: Standing {
                project: self.company.project,
                number,
                number_customer,
                contact_customer: chance.one_in(3).then_some(customer),
                assignee: chance.one_in(2).then_some(user),
            },
            status: if chance.one_in(3) {
                Status::Ended
            } else {
                Status::Active
            },
            unread: chance.one_in(3),
            handoff: chance.one_in(5),
            // Few moments, so that many share one and the id decides.
            at: Timestamp(20_000 * DAY + chance.below(60) as i64),
            name: chance.pick(&NAMES).to_owned(),
        }
    }

    async fn write(&self, entries: &[Entry]) {
        let contacts: Vec<ContactId> = entries.iter().map(|_| ContactId::new()).collect();
        let mut query = Sql::default();
        query.push("insert into contacts (id, project_id, customer_id, profile_name, phone, search_text, created_at, updated_at) values ");
        query.rows(
            entries
                .iter()
                .zip(&contacts)
                .enumerate()
                .map(|(nth, (entry, contact))| {
                    let phone = format!("1650555{nth:04}");
                    vec![
                        Arg::from(*contact),
                        entry.standing.project.into(),
                        entry.standing.contact_customer.into(),
                        entry.name.as_str().into(),
                        phone.as_str().into(),
                        "".into(),
                        entry.at.into(),
                        entry.at.into(),
                    ]
                }),
        );
        query.run(&self.company.db).await.unwrap();
        let mut query = Sql::default();
        query.push(
            "insert into conversations (id, project_id, number_id, contact_id, status, number_customer_id, \
             contact_customer_id, assignee_id, handoff, unread_count, last_activity_at, touched_at, created_at) values ",
        );
        query.rows(entries.iter().zip(contacts).map(|(entry, contact)| {
            vec![
                entry.id.into(),
                entry.standing.project.into(),
                entry.standing.number.into(),
                contact.into(),
                entry.status.word().into(),
                entry.standing.number_customer.into(),
                entry.standing.contact_customer.into(),
                entry.standing.assignee.into(),
                entry.handoff.into(),
                i64::from(entry.unread).into(),
                entry.at.into(),
                entry.at.into(),
                entry.at.into(),
            ]
        }));
        query.run(&self.company.db).await.unwrap();
    }

    /// Every scope, with and without an assignee.
    pub async fn viewers(&self) -> Vec<Viewer> {
        let mut scopes = vec![Scope::Project];
        scopes.extend(
            self.numbers
                .iter()
                .map(|(number, _)| Scope::Number(*number)),
        );
        scopes.extend(
            self.customers
                .iter()
                .map(|customer| Scope::Customer(*customer)),
        );
        let mut viewers = Vec::new();
        for scope in scopes {
            for assignee in [None, Some(self.users[0])] {
                viewers.push(self.company.viewer(scope, assignee).await);
            }
        }
        viewers
    }

    /// What a viewer's list holds, the simple way.
    pub fn list(
        &self,
        viewer: &Viewer,
        filter: &Filter,
        number: Option<NumberId>,
    ) -> Vec<ConversationId> {
        let mut seen: Vec<&Entry> = self
            .entries
            .iter()
            .filter(|entry| entry.passes(viewer, filter, number))
            .collect();
        seen.sort_by_key(|entry| Reverse((entry.at, entry.id)));
        seen.into_iter().map(|entry| entry.id).collect()
    }
}

impl Entry {
    pub const fn place(&self) -> ListCursor {
        ListCursor {
            at: self.at,
            id: self.id,
        }
    }

    fn passes(&self, viewer: &Viewer, filter: &Filter, number: Option<NumberId>) -> bool {
        viewer.admits(&self.standing)
            && filter.status.statuses().contains(&self.status)
            && (!filter.unread || self.unread)
            && (!filter.handoff || self.handoff)
            && match filter.assignee {
                AssigneeFilter::Anybody => true,
                AssigneeFilter::Me => self.standing.assignee == viewer.user(),
                AssigneeFilter::Nobody => self.standing.assignee.is_none(),
                AssigneeFilter::Person(user) => self.standing.assignee == Some(user),
            }
            && number.is_none_or(|number| self.standing.number == number)
            && plain(&filter.search)
                .split_whitespace()
                .all(|word| plain(&self.name).contains(word))
    }
}

/// As somebody reads who minds neither case nor the one accent that names have here.
fn plain(text: &str) -> String {
    text.to_lowercase().replace('ë', "e")
}
