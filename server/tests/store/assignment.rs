//! In whose hands a conversation is.

use crate::support::base::Base;
use crate::support::company::Company;
use crate::support::on_both;
use app::domain::id::{ConversationId, UserId};
use app::domain::time::Timestamp;
use server::access::viewer::Scope;
use server::store::event::Event;
use server::store::{Db, assignment, conversation, sql};

on_both!(
    an_assignment_shows_the_conversation_to_its_user_and_hides_it_from_the_one_before,
    an_assignment_that_ends_leaves_the_conversation_in_nobodys_hands,
);

async fn an_assignment_shows_the_conversation_to_its_user_and_hides_it_from_the_one_before(
    base: Base,
) {
    let db = base.db().await;
    let company = Company::new(&db).await;
    let (uma, udo) = (company.user("Uma").await, company.user("Udo").await);
    let talk = company.talk("1", "16505550001").await;

    assert_eq!(assign(&db, talk, uma).await, [Event::Conversation(talk)]);
    assert_eq!(
        assign(&db, talk, udo).await,
        [Event::Unassigned(talk, uma), Event::Conversation(talk)]
    );
    assert_eq!(assign(&db, talk, udo).await, [Event::Conversation(talk)]);

    let (of_uma, of_udo) = (
        company.viewer(Scope::Project, Some(uma)).await,
        company.viewer(Scope::Project, Some(udo)).await,
    );
    assert!(
        conversation::find(&db, &of_uma, talk)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        conversation::find(&db, &of_udo, talk)
            .await
            .unwrap()
            .is_some()
    );
    assert_eq!(counts(&db).await, (1, 3));
}

async fn an_assignment_that_ends_leaves_the_conversation_in_nobodys_hands(base: Base) {
    let db = base.db().await;
    let company = Company::new(&db).await;
    let talk = company.talk("1", "16505550001").await;
    assign(&db, talk, company.owner).await;

    let ended = end(&db, talk).await;

    assert_eq!(
        ended,
        [
            Event::Unassigned(talk, company.owner),
            Event::Conversation(talk)
        ]
    );
    assert_eq!(end(&db, talk).await, []);
    let viewer = company.viewer(Scope::Project, Some(company.owner)).await;
    assert!(
        conversation::find(&db, &viewer, talk)
            .await
            .unwrap()
            .is_none()
    );
    assert_eq!(counts(&db).await, (0, 1));
}

async fn assign(db: &Db, talk: ConversationId, user: UserId) -> Vec<Event> {
    let mut tx = db.begin().await.unwrap();
    let (_, events) = assignment::assign(&mut tx, talk, user, None, None, Timestamp::now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    events
}

async fn end(db: &Db, talk: ConversationId) -> Vec<Event> {
    let mut tx = db.begin().await.unwrap();
    let events = assignment::end(&mut tx, talk, Timestamp::now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    events
}

/// Active assignments, and all that there ever were.
async fn counts(db: &Db) -> (i64, i64) {
    sql("select count(case when active then 1 end), count(*) from assignments")
        .one(db)
        .await
        .unwrap()
}
