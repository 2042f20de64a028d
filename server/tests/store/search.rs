//! The search of messages, against a naive one that looks at every message.

use crate::support::base::Base;
use crate::support::chance::Chance;
use crate::support::company::Company;
use crate::support::on_both;
use crate::support::town::Town;
use app::domain::filter::{Filter, StatusFilter};
use app::domain::id::{ConversationId, MessageId, NumberId};
use app::domain::page::ThreadCursor;
use app::domain::search::Found;
use app::domain::time::{DAY, Timestamp};
use server::access::viewer::{Scope, Viewer};
use server::store::{Db, message, search, sql, thread};
use std::cmp::Reverse;

on_both!(
    every_scope_and_filter_finds_what_the_rule_admits,
    a_common_word_in_a_wide_scope_is_found_page_by_page_to_the_end,
    no_spelling_of_a_question_is_anything_but_words,
    messages_from_before_there_was_a_search_are_taken_up_and_found_alike,
    a_thread_is_searched_with_its_earlier_conversations,
    a_thread_opens_at_any_message_and_goes_on_without_a_gap,
    a_day_leads_to_its_first_message,
);

const SIZE: usize = 240;

/// Words as people write them, and as anybody would find them.
const WORDS: [(&str, &str); 18] = [
    ("Invoice", "invoice"),
    ("invite", "invite"),
    ("Crème", "creme"),
    ("BRÛLÉE", "brulee"),
    ("Straße", "strasse"),
    ("أَحْمَد", "احمد"),
    ("مدرسة", "مدرسه"),
    ("Счёт", "счет"),
    ("1000000123", "1000000123"),
    ("1000000124", "1000000124"),
    ("unbelievably", "unbelievably"),
    ("unbelievable", "unbelievable"),
    ("NEAR", "near"),
    ("not", "not"),
    ("OR", "or"),
    ("🎉", "🎉"),
    ("👍🏽", "👍"),
    ("订", "订"),
];

/// A message, and the plain words that stand in it.
struct Written {
    id: MessageId,
    talk: ConversationId,
    words: Vec<&'static str>,
}

struct Stage {
    db: Db,
    town: Town,
    written: Vec<Written>,
}

impl Stage {
    async fn new(base: &Base, messages: usize) -> Self {
        let (db, mut chance) = (base.db().await, Chance::new());
        let town = Town::new(Company::new(&db).await, &mut chance, SIZE).await;
        let mut stage = Self {
            db,
            town,
            written: Vec::new(),
        };
        stage.write(&mut chance, messages).await;
        // A neighbour says the same.
        let town = Town::new(Company::new(&stage.db).await, &mut chance, 20).await;
        let mut neighbour = Self {
            db: stage.db.clone(),
            town,
            written: Vec::new(),
        };
        neighbour.write(&mut chance, 60).await;
        stage
    }

    async fn write(&mut self, chance: &mut Chance, messages: usize) {
        let mut tx = self.db.begin().await.unwrap();
        for _ in 0..messages {
            let entry = chance.pick(&self.town.entries);
            let words: Vec<(&str, &str)> =
                (0..=chance.below(4)).map(|_| chance.pick(&WORDS)).collect();
            let gap = chance.pick(&[" ", "\n", ", ", " \"", "-", "* ", ".\u{200f}", " (", "_"]);
            let text = words
                .iter()
                .map(|(word, _)| *word)
                .collect::<Vec<_>>()
                .join(gap);
            let said =
                self.town
                    .company
                    .said(entry.standing.number, entry.id, &text, Timestamp::now());
            assert!(message::insert(&mut tx, &said).await.unwrap());
            let words = words.into_iter().map(|(_, plain)| plain).collect();
            self.written.push(Written {
                id: said.id,
                talk: entry.id,
                words,
            });
        }
        tx.commit().await.unwrap();
    }

    /// Conversations and up to three hits of each, newest first.
    fn expected(
        &self,
        viewer: &Viewer,
        filter: &Filter,
        number: Option<NumberId>,
        wanted: &[String],
    ) -> Vec<(ConversationId, Vec<MessageId>)> {
        let any = Filter {
            search: String::new(),
            ..filter.clone()
        };
        let talks = self.town.list(viewer, &any, number);
        let mut found: Vec<(ConversationId, Vec<MessageId>)> = Vec::new();
        for written in self.written.iter().rev() {
            let here = |wanted: &String| {
                written
                    .words
                    .iter()
                    .any(|word| word.starts_with(wanted.as_str()))
            };
            if !talks.contains(&written.talk) || !wanted.iter().all(here) {
                continue;
            }
            match found.iter_mut().find(|(talk, _)| *talk == written.talk) {
                Some((_, hits)) if hits.len() == 3 => {}
                Some((_, hits)) => hits.push(written.id),
                None => found.push((written.talk, vec![written.id])),
            }
        }
        found
    }
}

/// All pages, put together as a list does.
async fn found(
    db: &Db,
    viewer: &Viewer,
    filter: &Filter,
    number: Option<NumberId>,
) -> Vec<(ConversationId, Vec<MessageId>)> {
    let mut all: Vec<(ConversationId, Vec<MessageId>)> = Vec::new();
    let mut before = None;
    loop {
        let (rows, next) = search::page(db, viewer, filter, number, before)
            .await
            .unwrap();
        for Found {
            conversation, hits, ..
        } in rows
        {
            assert!(!hits.is_empty());
            for hit in &hits {
                assert!(hit.snippet.iter().any(|piece| piece.marked), "{hit:?}");
            }
            let ids = hits.iter().map(|hit| hit.message);
            match all.iter_mut().find(|(talk, _)| *talk == conversation.id) {
                Some((_, known)) => known.extend(ids),
                None => all.push((conversation.id, ids.collect())),
            }
        }
        match next {
            Some(next) => before = Some(next),
            None => break,
        }
    }
    all.iter_mut().for_each(|(_, hits)| hits.truncate(3));
    all
}

/// One or two beginnings of words, in some spelling.
fn question(chance: &mut Chance) -> (String, Vec<String>) {
    let mut asked = Vec::new();
    let mut wanted = Vec::new();
    for _ in 0..=chance.below(2) {
        let (spelled, plain) = chance.pick(&WORDS);
        if chance.one_in(2) {
            asked.push(spelled.to_owned());
            wanted.push(plain.to_owned());
        } else {
            let length = plain.chars().count();
            let least = 2.min(length);
            let part: String = plain
                .chars()
                .take(least + chance.below(length - least + 1))
                .collect();
            asked.push(if chance.one_in(2) {
                part.to_uppercase()
            } else {
                part.clone()
            });
            // Upper case may have no way back: İ, ß.
            wanted.push(part);
        }
    }
    let gap = chance.pick(&[" ", "  ", "\" ", "* ", " -", " (", "\0"]);
    (asked.join(gap), wanted)
}

async fn every_scope_and_filter_finds_what_the_rule_admits(base: Base) {
    let stage = Stage::new(&base, 700).await;
    let mut chance = Chance::new();
    for viewer in stage.town.viewers().await {
        for _ in 0..12 {
            let (search, wanted) = question(&mut chance);
            let number = chance.one_in(3).then(|| chance.pick(&stage.town.numbers).0);
            let filter = Filter {
                status: chance.pick(&StatusFilter::ALL),
                unread: chance.one_in(4),
                handoff: chance.one_in(4),
                search,
                ..Filter::default()
            };
            let expected = stage.expected(&viewer, &filter, number, &wanted);
            let seen = found(&stage.db, &viewer, &filter, number).await;
            assert_eq!(
                seen, expected,
                "{viewer:?} {filter:?} {number:?} {wanted:?}"
            );
        }
    }
}

async fn a_common_word_in_a_wide_scope_is_found_page_by_page_to_the_end(base: Base) {
    let stage = Stage::new(&base, 3_000).await;
    let viewer = stage.town.company.viewer(Scope::Project, None).await;
    let filter = Filter {
        status: StatusFilter::All,
        search: "in".to_owned(),
        ..Filter::default()
    };
    let expected = stage.expected(&viewer, &filter, None, &["in".to_owned()]);
    assert!(expected.len() > 200);
    assert_eq!(found(&stage.db, &viewer, &filter, None).await, expected);
    let (first, next) = search::page(&stage.db, &viewer, &filter, None, None)
        .await
        .unwrap();
    assert!(first.len() <= 20 && next.is_some());
}

async fn no_spelling_of_a_question_is_anything_but_words(base: Base) {
    let stage = Stage::new(&base, 300).await;
    let viewer = stage.town.company.viewer(Scope::Project, None).await;
    for (search, wanted) in [
        ("\"", ""),
        ("*", ""),
        ("i", ""),
        ("NEAR(invoice)", "near invoice"),
        ("\"invoice\" AND NOT", "invoice and not"),
        ("-invoice OR invoice*", "invoice or"),
        ("words:invoice ^invoice", "words invoice"),
        (
            "invoice\0'; drop table searchable; --",
            "invoice drop table searchable",
        ),
        ("invoice & !near | (or <-> not):*", "invoice near or not"),
        ("_pinvoice \\'invoice", "pinvoice invoice"),
        ("'invoice' | ''", "invoice"),
    ] {
        let filter = Filter {
            status: StatusFilter::All,
            search: search.to_owned(),
            ..Filter::default()
        };
        let seen = found(&stage.db, &viewer, &filter, None).await;
        let wanted: Vec<String> = wanted.split_whitespace().map(str::to_owned).collect();
        let expected = match wanted.is_empty() {
            true => Vec::new(),
            false => stage.expected(&viewer, &filter, None, &wanted),
        };
        assert_eq!(seen, expected, "{search}");
    }
}

async fn messages_from_before_there_was_a_search_are_taken_up_and_found_alike(base: Base) {
    let mut stage = Stage::new(&base, 1_200).await;
    let db = stage.db.clone();
    sql("delete from searchable").run(&db).await.unwrap();
    if let Db::Sqlite { .. } = db {
        sql("delete from searchable_words").run(&db).await.unwrap();
    }
    sql("insert into search_backlog (message_id) select id from messages order by id desc limit 1")
        .run(&db)
        .await
        .unwrap();
    let viewer = stage.town.company.viewer(Scope::Project, None).await;
    let filter = Filter {
        status: StatusFilter::All,
        search: "invoice".to_owned(),
        ..Filter::default()
    };
    assert!(found(&db, &viewer, &filter, None).await.is_empty());
    // What comes meanwhile stands above all that is taken up.
    assert!(search::take_up(&db).await.unwrap());
    stage.write(&mut Chance::new(), 100).await;
    while search::take_up(&db).await.unwrap() {}
    assert!(!search::take_up(&db).await.unwrap());
    let expected = stage.expected(&viewer, &filter, None, &["invoice".to_owned()]);
    assert_eq!(found(&db, &viewer, &filter, None).await, expected);
}

/// Three conversations of the same two, and one of somebody else; each message at its own second.
async fn chapters(
    db: &Db,
    texts: &[&str],
) -> (Company, NumberId, Vec<ConversationId>, Vec<MessageId>) {
    let company = Company::new(db).await;
    let number = company.number("1", None).await;
    let ana = company.contact("Ana", "16505550001").await;
    let (mut talks, mut messages) = (Vec::new(), Vec::new());
    let begin = Timestamp::now().plus(-10 * DAY);
    for nth in 0..3 {
        let talk = company.conversation(number, ana).await;
        let moment = begin.plus(nth as i64 * DAY);
        sql("update conversations set created_at = $2, last_activity_at = $3 where id = $1")
            .bind(talk)
            .bind(moment)
            .bind(moment.plus(texts.len() as i64 * 1_000))
            .run(db)
            .await
            .unwrap();
        let mut tx = db.begin().await.unwrap();
        for (second, text) in texts.iter().enumerate() {
            let said = company.said(number, talk, text, moment.plus(second as i64 * 1_000));
            message::insert(&mut tx, &said).await.unwrap();
            messages.push(said.id);
        }
        server::store::conversation::set_status(
            &mut tx,
            talk,
            app::domain::conversation::Status::Ended,
            moment,
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        talks.push(talk);
    }
    (company, number, talks, messages)
}

async fn a_thread_is_searched_with_its_earlier_conversations(base: Base) {
    let db = base.db().await;
    let (company, number, talks, messages) =
        chapters(&db, &["The invoice", "Thanks", "Invoices!"]).await;
    let bo = company.contact("Bo", "16505550002").await;
    let other = company.conversation(number, bo).await;
    company.hears(number, other, "An invoice of mine").await;
    let viewer = company.viewer(Scope::Project, None).await;
    let found = search::in_thread(&db, &viewer, talks[1], "INVOICE")
        .await
        .unwrap();
    let expected: Vec<MessageId> = [5, 3, 2, 0].map(|nth| messages[nth]).to_vec();
    assert_eq!((found.hits, found.more), (expected, false));
    let found = search::in_thread(&db, &viewer, talks[2], "mine")
        .await
        .unwrap();
    assert!(found.hits.is_empty());
    // Who sees only what is in their hands finds nothing of the earlier ones.
    let narrow = company.viewer(Scope::Project, Some(company.owner)).await;
    sql("update conversations set assignee_id = $2 where id = $1")
        .bind(talks[2])
        .bind(company.owner)
        .run(&db)
        .await
        .unwrap();
    let found = search::in_thread(&db, &narrow, talks[2], "invoice")
        .await
        .unwrap();
    assert_eq!(found.hits, [messages[8], messages[6]]);
}

async fn a_thread_opens_at_any_message_and_goes_on_without_a_gap(base: Base) {
    let db = base.db().await;
    let texts = ["Hello"; 70];
    let (company, _, talks, messages) = chapters(&db, &texts).await;
    let viewer = company.viewer(Scope::Project, None).await;
    for nth in [0, 1, 24, 69, 70, 100, 139] {
        let window = thread::around(&db, &viewer, talks[1], messages[nth])
            .await
            .unwrap()
            .unwrap();
        let mut shown: Vec<MessageId> = window.rows.iter().map(|row| row.id).collect();
        assert!(shown.contains(&messages[nth]));
        let mut below = window.below;
        while let Some(from) = below {
            let window = thread::after(&db, &viewer, talks[1], from).await.unwrap();
            shown.extend(window.rows.iter().map(|row| row.id));
            below = window.below;
        }
        let mut above = window.above;
        while let Some(from) = above {
            let page = thread::page(&db, &viewer, from).await.unwrap();
            shown.splice(0..0, page.rows.iter().map(|row| row.id));
            above = page.next;
        }
        assert_eq!(shown, &messages[..140], "{nth}");
    }
    // What came later is not of this thread, and neither is what stands elsewhere.
    assert!(
        thread::around(&db, &viewer, talks[1], messages[140])
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        thread::around(&db, &viewer, talks[1], MessageId::new())
            .await
            .unwrap()
            .is_none()
    );
    let later = ThreadCursor {
        conversation: talks[2],
        before: Some((Timestamp(0), messages[0])),
    };
    assert!(
        thread::after(&db, &viewer, talks[1], later)
            .await
            .unwrap()
            .rows
            .is_empty()
    );
}

async fn a_day_leads_to_its_first_message(base: Base) {
    let db = base.db().await;
    let (company, _, talks, messages) = chapters(&db, &["One", "Two"]).await;
    let viewer = company.viewer(Scope::Project, None).await;
    let newest = ThreadCursor {
        conversation: talks[2],
        before: None,
    };
    let page = thread::page(&db, &viewer, newest).await.unwrap();
    let mut moments: Vec<(Reverse<Timestamp>, MessageId)> = page
        .rows
        .iter()
        .map(|row| (Reverse(row.at), row.id))
        .collect();
    moments.sort_unstable();
    for (Reverse(at), id) in &moments {
        assert_eq!(
            thread::at(&db, &viewer, talks[2], *at).await.unwrap(),
            Some(*id)
        );
        assert_eq!(
            thread::at(&db, &viewer, talks[2], at.plus(-1))
                .await
                .unwrap(),
            Some(*id)
        );
    }
    let at = |moment: Timestamp| thread::at(&db, &viewer, talks[2], moment);
    assert_eq!(at(Timestamp(0)).await.unwrap(), Some(messages[0]));
    assert_eq!(at(Timestamp::now()).await.unwrap(), Some(messages[5]));
}
