//! Replies that a project keeps: each shortcut once, and each project its own.

use crate::support::base::Base;
use crate::support::company::Company;
use crate::support::on_both;
use app::domain::id::SavedReplyId;
use app::domain::saved_reply::SavedReplyDraft;
use app::domain::time::Timestamp;
use server::store::{Db, saved_reply};

on_both!(
    a_shortcut_is_taken_whatever_its_case,
    projects_do_not_share_replies,
    a_reply_may_change_all_but_into_another,
);

async fn a_shortcut_is_taken_whatever_its_case(base: Base) {
    let db = base.db().await;
    let company = Company::new(&db).await;
    assert!(keep(&db, &company, "Öffnung").await.is_some());
    assert_eq!(keep(&db, &company, "öffnung").await, None);
    assert!(keep(&db, &company, "anders").await.is_some());
    let kept = saved_reply::all(&db, company.project).await.unwrap();
    let shortcuts: Vec<&str> = kept.iter().map(|reply| reply.shortcut.as_str()).collect();
    assert_eq!(
        shortcuts,
        ["anders", "Öffnung"],
        "in the order of the alphabet"
    );
}

async fn projects_do_not_share_replies(base: Base) {
    let db = base.db().await;
    let (company, neighbour) = (Company::new(&db).await, Company::new(&db).await);
    let id = keep(&db, &company, "hours").await.unwrap();
    assert!(keep(&db, &neighbour, "hours").await.is_some());
    let mut tx = db.begin().await.unwrap();
    let found = saved_reply::find_for_change(&mut tx, neighbour.project, id).await;
    assert_eq!(found.unwrap(), None);
}

async fn a_reply_may_change_all_but_into_another(base: Base) {
    let db = base.db().await;
    let company = Company::new(&db).await;
    let hours = keep(&db, &company, "hours").await.unwrap();
    keep(&db, &company, "thanks").await.unwrap();
    let mut tx = db.begin().await.unwrap();
    let mut change = async |shortcut: &str| {
        saved_reply::update(&mut tx, hours, &draft(shortcut), Timestamp::now())
            .await
            .unwrap()
    };
    assert!(change("Hours").await, "its own shortcut in another case");
    assert!(!change("THANKS").await);
}

async fn keep(db: &Db, company: &Company, shortcut: &str) -> Option<SavedReplyId> {
    let mut tx = db.begin().await.unwrap();
    let now = Timestamp::now();
    let made = saved_reply::create(&mut tx, company.project, &draft(shortcut), now).await;
    tx.commit().await.unwrap();
    made.unwrap()
}

fn draft(shortcut: &str) -> SavedReplyDraft {
    SavedReplyDraft {
        shortcut: shortcut.to_owned(),
        text: "We open at nine.".to_owned(),
    }
}
