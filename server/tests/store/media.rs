//! Files: never in two hands, and listed as the thread is.

use crate::support::base::Base;
use crate::support::company::Company;
use crate::support::on_both;
use app::domain::conversation::Status;
use app::domain::file::FileState;
use app::domain::id::{ContactId, ConversationId, MessageId, NumberId};
use app::domain::message::Kind;
use app::domain::page::ThreadCursor;
use app::domain::time::{MINUTE, SECOND, Timestamp};
use server::access::viewer::{Scope, Viewer};
use server::store::media::{self, Awaited, Kept, Told};
use server::store::{Db, assignment, claim, conversation, message};
use std::collections::BTreeSet;

on_both!(
    no_file_is_ever_in_two_hands,
    a_file_that_was_given_up_is_not_taken_again,
    files_are_listed_over_all_earlier_conversations_that_one_sees,
);

struct Stage {
    db: Db,
    company: Company,
    number: NumberId,
    contact: ContactId,
}

async fn no_file_is_ever_in_two_hands(base: Base) {
    let stage = Stage::new(&base).await;
    let talk = stage
        .company
        .conversation(stage.number, stage.contact)
        .await;
    let mut sent = BTreeSet::new();
    for nth in 0..20 {
        sent.insert(stage.file(talk, nth).await);
    }
    let mut taken = Vec::new();
    while taken.len() < sent.len() {
        let hands = futures::future::join_all((0..6).map(|_| stage.take(3))).await;
        let round: Vec<MessageId> = hands.into_iter().flatten().collect();
        assert!(!round.is_empty());
        taken.extend(round);
    }
    assert_eq!(taken.len(), sent.len());
    assert_eq!(taken.into_iter().collect::<BTreeSet<_>>(), sent);
    assert!(stage.take(20).await.is_empty());
}

async fn a_file_that_was_given_up_is_not_taken_again(base: Base) {
    let stage = Stage::new(&base).await;
    let talk = stage
        .company
        .conversation(stage.number, stage.contact)
        .await;
    let message = stage.file(talk, 0).await;
    let now = Timestamp::now();
    let mut tx = stage.db.begin().await.unwrap();
    let fetch = claim::media_to_fetch(&mut tx, now, now, 1)
        .await
        .unwrap()
        .remove(0);
    media::give_up(&mut tx, fetch.id(), FileState::Failed, "why")
        .await
        .unwrap();
    assert!(
        !media::keep(&mut tx, fetch.id(), &Kept::default())
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
    assert!(stage.take(1).await.is_empty());
    let files = media::of_messages(&stage.db, &[message]).await.unwrap();
    assert_eq!(files[&message].state, FileState::Failed);
    assert_eq!(files[&message].mime_type, "image/jpeg");
}

async fn files_are_listed_over_all_earlier_conversations_that_one_sees(base: Base) {
    let stage = Stage::new(&base).await;
    let uma = stage.company.user("Uma").await;
    let (mut all, mut hers, mut last) = (Vec::new(), Vec::new(), None);
    for (count, assigned) in [(60, true), (30, false), (0, false), (55, true)] {
        let talk = stage
            .company
            .conversation(stage.number, stage.contact)
            .await;
        stage.company.hears(stage.number, talk, "A text").await;
        let mut files = Vec::new();
        for nth in 0..count {
            files.push(stage.file(talk, nth).await);
        }
        let mut tx = stage.db.begin().await.unwrap();
        let now = Timestamp::now();
        if assigned {
            assignment::assign(&mut tx, talk, uma, None, None, now)
                .await
                .unwrap();
            hers.extend(files.clone());
        }
        conversation::set_status(&mut tx, talk, Status::Ended, now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        all.extend(files);
        last = Some(talk);
    }
    let other = stage.company.contact("Bo", "16505550002").await;
    let other = stage.company.conversation(stage.number, other).await;
    stage.file(other, 0).await;
    let everybody = stage.company.viewer(Scope::Project, None).await;
    let only_her = stage.company.viewer(Scope::Project, Some(uma)).await;
    assert_eq!(stage.read_all(&everybody, last.unwrap()).await, all);
    assert_eq!(stage.read_all(&only_her, last.unwrap()).await, hers);
}

impl Stage {
    async fn new(base: &Base) -> Self {
        let db = base.db().await;
        let company = Company::new(&db).await;
        let number = company.number("1", None).await;
        let contact = company.contact("Ana", "16505550001").await;
        Self {
            db,
            company,
            number,
            contact,
        }
    }

    async fn file(&self, talk: ConversationId, nth: i64) -> MessageId {
        let at = Timestamp::now().plus(nth * SECOND);
        let mut message = self.company.said(self.number, talk, "", at);
        message.kind = Kind::Image;
        let told = Told {
            whatsapp_id: "4711".to_owned(),
            mime_type: Some("image/jpeg".to_owned()),
            ..Told::default()
        };
        let file = Awaited {
            project: self.company.project,
            conversation: talk,
            message: message.id,
            kind: Kind::Image,
            told: &told,
            until: at.plus(MINUTE),
        };
        let mut tx = self.db.begin().await.unwrap();
        message::insert(&mut tx, &message).await.unwrap();
        media::await_file(&mut tx, file, Timestamp::now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        message.id
    }

    async fn take(&self, limit: usize) -> Vec<MessageId> {
        let now = Timestamp::now();
        let mut tx = self.db.begin().await.unwrap();
        let taken = claim::media_to_fetch(&mut tx, now, now.plus(MINUTE), limit)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        taken.iter().map(media::Fetch::message).collect()
    }

    async fn read_all(&self, viewer: &Viewer, talk: ConversationId) -> Vec<MessageId> {
        let mut read = Vec::new();
        let mut place = Some(ThreadCursor {
            conversation: talk,
            before: None,
        });
        while let Some(from) = place {
            let page = media::of_thread(&self.db, viewer, from).await.unwrap();
            read.splice(0..0, page.rows);
            place = page.next;
        }
        read
    }
}
