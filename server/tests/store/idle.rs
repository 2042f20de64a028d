//! Conversations in which nobody says anything end by themselves.

use crate::support::base::Base;
use crate::support::company::Company;
use crate::support::on_both;
use app::domain::conversation::Status;
use app::domain::time::{DAY, HOUR, Timestamp};
use server::access::viewer::Scope;
use server::store::{conversation, sql};

on_both!(a_conversation_ends_after_a_day_without_a_message_or_as_its_project_says,);

async fn a_conversation_ends_after_a_day_without_a_message_or_as_its_project_says(base: Base) {
    let db = base.db().await;
    let (company, hasty) = (Company::new(&db).await, Company::new(&db).await);
    let hour = sql("update projects set ends_after_ms = $2 where id = $1")
        .bind(hasty.project)
        .bind(HOUR);
    hour.run(&db).await.unwrap();
    let (talk, short) = (
        company.talk("1", "16505550001").await,
        hasty.talk("2", "16505550001").await,
    );
    let ended = sql("update conversations set status = 'ended', touched_at = 0 where id = $1");
    ended
        .bind(company.talk("3", "16505550002").await)
        .run(&db)
        .await
        .unwrap();

    let later = Timestamp::now().plus(2 * HOUR);
    assert_eq!(
        conversation::idle(&db, later, 10).await.unwrap(),
        [(hasty.project, short)]
    );
    let tomorrow = Timestamp::now().plus(DAY + HOUR);
    let mut idle = conversation::idle(&db, tomorrow, 10).await.unwrap();
    idle.sort_unstable();
    assert_eq!(idle, [(company.project, talk), (hasty.project, short)]);

    let mut tx = db.begin().await.unwrap();
    assert!(
        !conversation::end_idle(&mut tx, talk, later).await.unwrap(),
        "somebody has written meanwhile"
    );
    assert!(
        conversation::end_idle(&mut tx, talk, tomorrow)
            .await
            .unwrap()
    );
    assert!(
        !conversation::end_idle(&mut tx, talk, tomorrow)
            .await
            .unwrap(),
        "once is enough"
    );
    tx.commit().await.unwrap();
    let viewer = company.viewer(Scope::Project, None).await;
    let found = conversation::find(&db, &viewer, talk)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(found.status, Status::Ended);
}
