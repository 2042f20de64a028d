//! Who is who: phones, WhatsApp's user ids, and what happens when two contacts turn out to be one person.

use crate::support::base::Base;
use crate::support::company::Company;
use crate::support::on_both;
use app::domain::conversation::Status;
use app::domain::filter::{Filter, StatusFilter};
use app::domain::id::{ContactId, ConversationId};
use app::domain::page::ThreadCursor;
use app::domain::time::Timestamp;
use server::access::viewer::Scope;
use server::store::contact::{self, Identity, IdentityKind, Person};
use server::store::{Db, Tx, conversation, sql, thread};

on_both!(
    a_person_is_known_by_phone_by_user_id_and_by_both,
    two_contacts_in_one_payload_become_the_older_one,
    of_two_active_conversations_on_a_number_the_one_that_was_quiet_longer_ends,
    a_merged_contact_is_found_by_every_name_it_had,
    a_customers_scope_sees_all_of_a_contact_that_a_merge_brings_to_it,
    a_new_phone_number_belongs_to_the_same_person,
    projects_do_not_share_contacts,
    one_person_in_two_transactions_at_once_is_one_contact,
);

async fn a_person_is_known_by_phone_by_user_id_and_by_both(base: Base) {
    let db = base.db().await;
    let company = Company::new(&db).await;
    let both = resolve(&db, &company, &[phone("16505550001"), user_id("US.1")]).await;
    assert_eq!(resolve(&db, &company, &[user_id("US.1")]).await, both);
    assert_eq!(resolve(&db, &company, &[phone("16505550001")]).await, both);
    let hidden = resolve(&db, &company, &[user_id("US.2")]).await;
    assert_ne!(hidden, both);
    assert_eq!(
        resolve(&db, &company, &[user_id("US.2"), phone("16505550002")]).await,
        hidden
    );
    assert_eq!(
        resolve(&db, &company, &[phone("16505550002")]).await,
        hidden
    );
}

async fn two_contacts_in_one_payload_become_the_older_one(base: Base) {
    let db = base.db().await;
    let company = Company::new(&db).await;
    let number = company.number("1", None).await;
    let older = resolve(&db, &company, &[user_id("US.1")]).await;
    let younger = resolve(&db, &company, &[phone("16505550001")]).await;
    let talk = company.conversation(number, younger).await;

    let one = resolve(&db, &company, &[phone("16505550001"), user_id("US.1")]).await;

    assert_eq!(one, older);
    assert_eq!(resolve(&db, &company, &[phone("16505550001")]).await, older);
    let viewer = company.viewer(Scope::Project, None).await;
    let found = conversation::find(&db, &viewer, talk)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(found.contact.id, older);
    assert_eq!(found.contact.phone.unwrap().digits(), "16505550001");
    assert_eq!(found.contact.user_id.as_deref(), Some("US.1"));
    let (contacts,): (i64,) = sql("select count(*) from contacts").one(&db).await.unwrap();
    assert_eq!(contacts, 1);
}

async fn of_two_active_conversations_on_a_number_the_one_that_was_quiet_longer_ends(base: Base) {
    let db = base.db().await;
    let company = Company::new(&db).await;
    let number = company.number("1", None).await;
    let by_phone = resolve(&db, &company, &[phone("16505550001")]).await;
    let by_id = resolve(&db, &company, &[user_id("US.1")]).await;
    let quiet = company.conversation(number, by_phone).await;
    company.hears(number, quiet, "first").await;
    let busy = company.conversation(number, by_id).await;
    wait_a_moment().await;
    company.hears(number, busy, "second").await;

    let (_, moved) = merge(&db, &company).await;

    assert!(
        moved.contains(&quiet) && moved.contains(&busy),
        "both rows changed for those who look"
    );
    let viewer = company.viewer(Scope::Project, None).await;
    let status = async |id| {
        conversation::find(&db, &viewer, id)
            .await
            .unwrap()
            .unwrap()
            .status
    };
    assert_eq!(
        (status(quiet).await, status(busy).await),
        (Status::Ended, Status::Active)
    );
    let page = thread::page(
        &db,
        &viewer,
        ThreadCursor {
            conversation: busy,
            before: None,
        },
    )
    .await
    .unwrap();
    let texts: Vec<&str> = page
        .rows
        .iter()
        .map(|message| message.text.as_str())
        .collect();
    assert_eq!(
        texts,
        ["first", "second"],
        "the thread reads on into the other's past"
    );
}

async fn a_merged_contact_is_found_by_every_name_it_had(base: Base) {
    let db = base.db().await;
    let company = Company::new(&db).await;
    let number = company.number("1", None).await;
    let by_phone = resolve(&db, &company, &[phone("16505550001")]).await;
    let talk = company.conversation(number, by_phone).await;
    let named = Person {
        username: Some("@Sheena".into()),
        ..person(&[user_id("US.1")])
    };
    resolve_person(&db, &company, &named).await;

    merge(&db, &company).await;

    let viewer = company.viewer(Scope::Project, None).await;
    for search in ["sheena", "5550001"] {
        let filter = Filter {
            status: StatusFilter::All,
            search: search.into(),
            ..Filter::default()
        };
        let page = conversation::page(&db, &viewer, &filter, None, None)
            .await
            .unwrap();
        assert_eq!(
            page.rows.iter().map(|row| row.id).collect::<Vec<_>>(),
            [talk],
            "{search}"
        );
    }
}

async fn a_customers_scope_sees_all_of_a_contact_that_a_merge_brings_to_it(base: Base) {
    let db = base.db().await;
    let company = Company::new(&db).await;
    let north = company.customer("North").await;
    let numbers = [
        company.number("1", None).await,
        company.number("2", None).await,
    ];
    let stranger = resolve(&db, &company, &[user_id("US.1")]).await;
    let known = company.contact_of(north, "Ana", "16505550001").await;
    let talks = [
        company.conversation(numbers[0], stranger).await,
        company.conversation(numbers[1], known).await,
    ];

    let (_, moved) = merge(&db, &company).await;

    let viewer = company.viewer(Scope::Customer(north), None).await;
    for talk in talks {
        assert!(
            conversation::find(&db, &viewer, talk)
                .await
                .unwrap()
                .is_some()
        );
        assert!(moved.contains(&talk));
    }
}

async fn a_new_phone_number_belongs_to_the_same_person(base: Base) {
    let db = base.db().await;
    let company = Company::new(&db).await;
    let number = company.number("1", None).await;
    let ana = resolve(&db, &company, &[phone("16505550001"), user_id("US.1")]).await;
    let talk = company.conversation(number, ana).await;

    resolve(
        &db,
        &company,
        &[phone("16505550001"), phone("12195550002"), user_id("US.9")],
    )
    .await;

    assert_eq!(resolve(&db, &company, &[phone("12195550002")]).await, ana);
    assert_eq!(resolve(&db, &company, &[user_id("US.9")]).await, ana);
    let viewer = company.viewer(Scope::Project, None).await;
    let contact = conversation::find(&db, &viewer, talk)
        .await
        .unwrap()
        .unwrap()
        .contact;
    assert_eq!(contact.phone.unwrap().digits(), "12195550002");
    assert_eq!(contact.user_id.as_deref(), Some("US.9"));
}

async fn projects_do_not_share_contacts(base: Base) {
    let db = base.db().await;
    let (one, other) = (Company::new(&db).await, Company::new(&db).await);
    let here = resolve(&db, &one, &[phone("16505550001")]).await;
    assert_ne!(resolve(&db, &other, &[phone("16505550001")]).await, here);
}

/// On SQLite the second transaction waits for the first; on PostgreSQL both run at once.
async fn one_person_in_two_transactions_at_once_is_one_contact(base: Base) {
    let db = base.db().await;
    let company = Company::new(&db).await;
    let person = person(&[phone("16505550001"), user_id("US.1")]);
    let first = async {
        let mut tx = db.begin().await.unwrap();
        let contact = resolve_in(&mut tx, &company, &person).await.0;
        wait_a_moment().await;
        tx.commit().await.unwrap();
        contact
    };
    let second = resolve_person(&db, &company, &person);
    let (first, (second, _)) = tokio::join!(first, second);
    assert_eq!(first, second);
    let (contacts,): (i64,) = sql("select count(*) from contacts").one(&db).await.unwrap();
    assert_eq!(contacts, 1);
}

fn phone(value: &str) -> Identity {
    Identity {
        kind: IdentityKind::Phone,
        value: value.to_owned(),
    }
}

fn user_id(value: &str) -> Identity {
    Identity {
        kind: IdentityKind::UserId,
        value: value.to_owned(),
    }
}

fn person(identities: &[Identity]) -> Person {
    Person {
        identities: identities.to_vec(),
        ..Person::default()
    }
}

/// A payload that shows both identities of these stories.
async fn merge(db: &Db, company: &Company) -> (ContactId, Vec<ConversationId>) {
    resolve_person(
        db,
        company,
        &person(&[phone("16505550001"), user_id("US.1")]),
    )
    .await
}

async fn resolve(db: &Db, company: &Company, identities: &[Identity]) -> ContactId {
    resolve_person(db, company, &person(identities)).await.0
}

async fn resolve_person(
    db: &Db,
    company: &Company,
    person: &Person,
) -> (ContactId, Vec<ConversationId>) {
    let mut tx = db.begin().await.unwrap();
    let resolved = resolve_in(&mut tx, company, person).await;
    tx.commit().await.unwrap();
    resolved
}

async fn resolve_in(
    tx: &mut Tx,
    company: &Company,
    person: &Person,
) -> (ContactId, Vec<ConversationId>) {
    contact::resolve(tx, company.project, person, Timestamp::now())
        .await
        .unwrap()
}

/// Long enough for another millisecond, and for another transaction to reach the same row.
async fn wait_a_moment() {
    tokio::time::sleep(std::time::Duration::from_millis(30)).await;
}
