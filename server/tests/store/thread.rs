//! Reading a thread upwards, and on into the earlier conversations of the same people.

use crate::support::base::Base;
use crate::support::company::Company;
use crate::support::on_both;
use app::domain::conversation::Status;
use app::domain::id::{ContactId, ConversationId, MessageId, NumberId};
use app::domain::page::{MESSAGES, ThreadCursor};
use app::domain::time::Timestamp;
use server::access::viewer::{Scope, Viewer};
use server::store::{Db, assignment, conversation, message, thread};

on_both!(
    a_thread_reads_on_into_all_earlier_conversations,
    an_assignees_thread_leaves_out_the_conversations_of_others,
    a_thread_of_exactly_one_page_goes_on_to_the_earlier_conversation,
    other_people_and_other_numbers_are_not_part_of_a_thread,
);

struct Stage {
    db: Db,
    company: Company,
    number: NumberId,
    contact: ContactId,
}

async fn a_thread_reads_on_into_all_earlier_conversations(base: Base) {
    let stage = Stage::new(&base).await;
    let mut said = Vec::new();
    let mut talks = Vec::new();
    for count in [40, 0, 70, 10] {
        let (talk, messages) = stage.finished_talk(count).await;
        talks.push(talk);
        said.extend(messages);
    }
    let viewer = stage.company.viewer(Scope::Project, None).await;
    assert_eq!(stage.read_all(&viewer, talks[3]).await, said);
    assert_eq!(stage.read_all(&viewer, talks[0]).await, said[..40]);
}

async fn an_assignees_thread_leaves_out_the_conversations_of_others(base: Base) {
    let stage = Stage::new(&base).await;
    let uma = stage.company.user("Uma").await;
    let mut hers = Vec::new();
    let mut last = None;
    for (count, assigned) in [(60, true), (30, false), (20, true), (3, false), (5, true)] {
        let (talk, messages) = stage.finished_talk(count).await;
        if assigned {
            let mut tx = stage.db.begin().await.unwrap();
            assignment::assign(&mut tx, talk, uma, None, None, Timestamp::now())
                .await
                .unwrap();
            tx.commit().await.unwrap();
            hers.extend(messages);
            last = Some(talk);
        }
    }
    let viewer = stage.company.viewer(Scope::Project, Some(uma)).await;
    assert_eq!(stage.read_all(&viewer, last.unwrap()).await, hers);
}

async fn a_thread_of_exactly_one_page_goes_on_to_the_earlier_conversation(base: Base) {
    let stage = Stage::new(&base).await;
    let (_, mut said) = stage.finished_talk(2).await;
    let (talk, messages) = stage.finished_talk(MESSAGES).await;
    said.extend(messages);
    let viewer = stage.company.viewer(Scope::Project, None).await;
    assert_eq!(stage.read_all(&viewer, talk).await, said);
}

async fn other_people_and_other_numbers_are_not_part_of_a_thread(base: Base) {
    let stage = Stage::new(&base).await;
    let other_number = stage.company.number("2", None).await;
    let other_contact = stage.company.contact("Bo", "16505550002").await;
    for (number, contact) in [(other_number, stage.contact), (stage.number, other_contact)] {
        let talk = stage.company.conversation(number, contact).await;
        stage.company.hears(number, talk, "not here").await;
    }
    let (talk, said) = stage.finished_talk(3).await;
    let viewer = stage.company.viewer(Scope::Project, None).await;
    assert_eq!(stage.read_all(&viewer, talk).await, said);
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

    /// A conversation that has ended, with messages of which several share a moment.
    async fn finished_talk(&self, count: usize) -> (ConversationId, Vec<MessageId>) {
        let talk = self.company.conversation(self.number, self.contact).await;
        let now = Timestamp::now();
        let mut tx = self.db.begin().await.unwrap();
        let mut said = Vec::new();
        for nth in 0..count {
            let at = Timestamp(now.0 + (nth / 3) as i64);
            let message = self.company.said(self.number, talk, "Hello", at);
            message::insert(&mut tx, &message).await.unwrap();
            said.push(message.id);
        }
        conversation::set_status(&mut tx, talk, Status::Ended, now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        (talk, said)
    }

    /// Everything from the newest message up, page by page, oldest first.
    async fn read_all(&self, viewer: &Viewer, talk: ConversationId) -> Vec<MessageId> {
        let (mut said, mut from) = (
            Vec::new(),
            Some(ThreadCursor {
                conversation: talk,
                before: None,
            }),
        );
        while let Some(place) = from {
            let page = thread::page(&self.db, viewer, place).await.unwrap();
            assert!(page.rows.len() <= MESSAGES);
            let mut rows: Vec<MessageId> = page.rows.iter().map(|message| message.id).collect();
            rows.append(&mut said);
            said = rows;
            from = page.next;
        }
        said
    }
}
