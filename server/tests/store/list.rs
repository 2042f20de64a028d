//! The list of conversations: its order, its pages, its filters, and what each scope shows of it.

use crate::support::base::Base;
use crate::support::chance::Chance;
use crate::support::company::Company;
use crate::support::on_both;
use crate::support::town::Town;
use app::domain::filter::{AssigneeFilter, Filter, StatusFilter};
use app::domain::id::{ConversationId, NumberId, UserId};
use app::domain::page::CONVERSATIONS;
use server::access::viewer::{Scope, Viewer};
use server::store::{Db, conversation};

on_both!(
    every_scope_and_filter_shows_what_the_rule_admits_in_the_lists_order,
    a_number_in_the_filter_narrows_every_scope,
    the_team_filters_by_whose_conversations_are_and_embeds_may_not,
    names_and_phones_are_found_by_any_part,
    a_viewer_admits_in_memory_what_the_store_finds,
    numbers_are_shown_as_far_as_the_scope_goes,
);

const SIZE: usize = 260;

async fn every_scope_and_filter_shows_what_the_rule_admits_in_the_lists_order(base: Base) {
    let (db, mut chance) = (base.db().await, Chance::new());
    let town = Town::new(Company::new(&db).await, &mut chance, SIZE).await;
    // A neighbour, whose conversations nobody here may see.
    Town::new(Company::new(&db).await, &mut chance, 40).await;
    for viewer in town.viewers().await {
        for filter in filters() {
            let expected = town.list(&viewer, &filter, None);
            assert_eq!(
                all_pages(&db, &viewer, &filter, None).await,
                expected,
                "{viewer:?} {filter:?}"
            );
        }
    }
}

async fn a_number_in_the_filter_narrows_every_scope(base: Base) {
    let (db, mut chance) = (base.db().await, Chance::new());
    let town = Town::new(Company::new(&db).await, &mut chance, SIZE).await;
    for viewer in town.viewers().await {
        for (number, _) in &town.numbers {
            let filter = chance.pick(&filters());
            let expected = town.list(&viewer, &filter, Some(*number));
            let seen = all_pages(&db, &viewer, &filter, Some(*number)).await;
            assert_eq!(seen, expected, "{viewer:?} {filter:?} {number}");
        }
    }
}

async fn the_team_filters_by_whose_conversations_are_and_embeds_may_not(base: Base) {
    let (db, mut chance) = (base.db().await, Chance::new());
    let town = Town::new(Company::new(&db).await, &mut chance, SIZE).await;
    Town::new(Company::new(&db).await, &mut chance, 40).await;
    let mate = town.company.mate(town.users[0]).await;
    let hands = [
        AssigneeFilter::Me,
        AssigneeFilter::Nobody,
        AssigneeFilter::Person(town.users[1]),
        AssigneeFilter::Person(UserId::new()),
    ];
    let mut numbers = vec![None];
    numbers.extend(town.numbers.iter().map(|(number, _)| Some(*number)));
    let viewers = town.viewers().await;
    for assignee in hands {
        for filter in filters() {
            let filter = Filter { assignee, ..filter };
            for number in &numbers {
                let expected = town.list(&mate, &filter, *number);
                let seen = all_pages(&db, &mate, &filter, *number).await;
                assert_eq!(seen, expected, "{filter:?} {number:?}");
            }
            for viewer in &viewers {
                let refused = conversation::page(&db, viewer, &filter, None, None).await;
                assert!(refused.is_err(), "{viewer:?}");
            }
        }
    }
    // Whose they are, the team reads in the list, and nobody else.
    let all = Filter::default();
    let page = conversation::page(&db, &mate, &all, None, None).await;
    assert!(page.unwrap().rows.iter().any(|row| row.assignee.is_some()));
    for viewer in &viewers {
        let page = conversation::page(&db, viewer, &all, None, None).await;
        assert!(page.unwrap().rows.iter().all(|row| row.assignee.is_none()));
    }
}

async fn names_and_phones_are_found_by_any_part(base: Base) {
    let (db, mut chance) = (base.db().await, Chance::new());
    let town = Town::new(Company::new(&db).await, &mut chance, SIZE).await;
    let viewer = town.company.viewer(Scope::Project, None).await;
    for search in [
        "ana", "BANANA", "zoë", "ZOË", "zoe", "%", "_", "0% w", " bo ", "nobody", "!", "\\",
        "joe bana", "o", "na ana", "ban xan",
    ] {
        let filter = Filter {
            status: StatusFilter::All,
            search: search.to_owned(),
            ..Filter::default()
        };
        let trimmed = Filter {
            search: search.trim().to_owned(),
            ..filter.clone()
        };
        let expected = town.list(&viewer, &trimmed, None);
        assert_eq!(
            all_pages(&db, &viewer, &filter, None).await,
            expected,
            "{search}"
        );
    }
    for search in [
        "16505550007",
        "+1 (650) 555-0007",
        "5550007",
        "555-0007",
        "0 650 555 0007",
        "001-650-5550007",
    ] {
        let filter = Filter {
            status: StatusFilter::All,
            search: search.to_owned(),
            ..Filter::default()
        };
        let expected = [town.entries[7].id];
        assert_eq!(
            all_pages(&db, &viewer, &filter, None).await,
            expected,
            "{search}"
        );
    }
}

async fn a_viewer_admits_in_memory_what_the_store_finds(base: Base) {
    let (db, mut chance) = (base.db().await, Chance::new());
    let town = Town::new(Company::new(&db).await, &mut chance, 60).await;
    let neighbour = Town::new(Company::new(&db).await, &mut chance, 5).await;
    for viewer in town.viewers().await {
        for entry in town.entries.iter().chain(&neighbour.entries) {
            let found = conversation::find(&db, &viewer, entry.id).await.unwrap();
            assert_eq!(
                found.is_some(),
                viewer.admits(&entry.standing),
                "{viewer:?} {:?}",
                entry.standing
            );
        }
    }
}

async fn numbers_are_shown_as_far_as_the_scope_goes(base: Base) {
    let db = base.db().await;
    let company = Company::new(&db).await;
    let (north, south) = (
        company.customer("North").await,
        company.customer("South").await,
    );
    let own = company.number("1", Some(north)).await;
    let shared = company.number("2", None).await;
    let other = company.number("3", Some(south)).await;
    let ana = company.contact_of(north, "Ana", "16505550001").await;
    company.conversation(shared, ana).await;
    for (scope, assignee, expected) in [
        (Scope::Project, None, vec![own, shared, other]),
        (Scope::Number(other), None, vec![other]),
        (Scope::Customer(north), None, vec![own, shared]),
        (Scope::Customer(south), None, vec![other]),
        // The conversation that brings the shared number is in nobody's hands.
        (Scope::Customer(north), Some(company.owner), vec![own]),
    ] {
        let viewer = company.viewer(scope, assignee).await;
        let seen = server::store::number::visible(&db, &viewer).await.unwrap();
        assert_eq!(
            seen.into_iter().map(|number| number.id).collect::<Vec<_>>(),
            expected
        );
    }
}

fn filters() -> Vec<Filter> {
    let mut filters = Vec::new();
    for status in StatusFilter::ALL {
        for (unread, handoff) in [(false, false), (true, false), (false, true), (true, true)] {
            filters.push(Filter {
                status,
                unread,
                handoff,
                ..Filter::default()
            });
        }
    }
    filters
}

/// Reads page after page, as a person scrolls.
async fn all_pages(
    db: &Db,
    viewer: &Viewer,
    filter: &Filter,
    number: Option<NumberId>,
) -> Vec<ConversationId> {
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let page = conversation::page(db, viewer, filter, number, after)
            .await
            .unwrap();
        assert!(
            page.next.is_none() || page.rows.len() == CONVERSATIONS,
            "a page is full unless it is the last"
        );
        seen.extend(page.rows.iter().map(|row| row.id));
        after = page.next;
        if after.is_none() {
            return seen;
        }
    }
}
