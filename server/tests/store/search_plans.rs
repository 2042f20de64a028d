//! How the search reads: the index of words, then rows by their place, and no table from end to end.

use crate::support::base::Base;
use crate::support::chance::Chance;
use crate::support::company::Company;
use crate::support::scans;
use crate::support::town::Town;
use app::domain::filter::Filter;
use app::domain::time::Timestamp;
use serde_json::Value;
use server::store::search::{Question, Reach, at_places_sql, places_sql};
use server::store::sql::Sql;
use server::store::{Db, Tx, message, sql};
use sqlx::types::Json;

const MESSAGES: usize = 6_000;

struct Stage {
    db: Db,
    town: Town,
    reach: Reach,
}

async fn stage(base: &Base) -> Stage {
    let (db, mut chance) = (base.db().await, Chance::of(7));
    let town = Town::new(Company::new(&db).await, &mut chance, 1_000).await;
    let mut tx = db.begin().await.unwrap();
    for nth in 0..MESSAGES {
        let entry = chance.pick(&town.entries);
        let text = format!("hello number {nth} of them all");
        let said = town
            .company
            .said(entry.standing.number, entry.id, &text, Timestamp::now());
        assert!(message::insert(&mut tx, &said).await.unwrap());
    }
    tx.commit().await.unwrap();
    sql("analyze").run(&db).await.unwrap();
    let (oldest, newest): (i64, i64) = sql("select min(place), max(place) from searchable")
        .one(&db)
        .await
        .unwrap();
    let reach = Reach {
        before: newest + 1,
        oldest,
        limit: 100,
        near: true,
    };
    Stage { db, town, reach }
}

fn question(words: &[&str], narrow: bool) -> Question {
    let words = words.iter().map(|word| (*word).to_owned()).collect();
    let within = vec![
        "_p0000000000000000".to_owned(),
        "_c0000000000000001".to_owned(),
    ];
    Question::new(words, within, narrow)
}

fn near_and_far(reach: Reach) -> [Reach; 2] {
    [
        reach,
        Reach {
            near: false,
            ..reach
        },
    ]
}

async fn steps(db: &Db, query: Sql) -> String {
    let rows: Vec<(i64, i64, i64, String)> =
        query.after("explain query plan ").all(db).await.unwrap();
    rows.into_iter().map(|(.., step)| step + "\n").collect()
}

async fn plan(tx: &mut Tx, query: Sql) -> String {
    let explained = query.after("explain (format json) ").one(tx).await;
    let (Json(plan),): (Json<Value>,) = explained.unwrap();
    plan.to_string()
}

#[tokio::test]
async fn sqlite_reads_words_backwards_and_rows_by_their_place() {
    let base = Base::sqlite().await;
    let Stage { db, town, reach } = stage(&base).await;
    for narrow in [false, true] {
        let plan = steps(
            &db,
            places_sql(&db, &question(&["hello", "nu"], narrow), reach),
        )
        .await;
        assert!(plan.contains("VIRTUAL TABLE INDEX"), "{plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{plan}");
    }
    for viewer in town.viewers().await {
        let filter = Filter {
            unread: true,
            ..Filter::default()
        };
        let places: Vec<i64> = (0..300).map(|nth| reach.before - nth).collect();
        let plan = steps(
            &db,
            at_places_sql(&viewer, Some((&filter, None)), &places).unwrap(),
        )
        .await;
        assert!(!plan.lines().any(|step| step.starts_with("SCAN")), "{plan}");
    }
}

#[tokio::test]
async fn postgres_reads_words_by_their_index_and_rows_by_their_place() {
    let base = Base::postgres().await;
    let Stage { db, town, reach } = stage(&base).await;
    // A table of this size is read whole when that is cheaper; what counts is the way where there is one.
    let (mut tx, mut seen) = (db.begin().await.unwrap(), 0);
    sql("set local enable_seqscan = off")
        .run(&mut tx)
        .await
        .unwrap();
    for reach in near_and_far(reach) {
        let query = places_sql(&db, &question(&["hello", "nu"], false), reach);
        let plan = plan(&mut tx, query).await;
        assert!(
            plan.contains("Bitmap Index Scan") && plan.contains("\"searchable_words\""),
            "{plan}"
        );
        assert!(!plan.contains("searchable_pkey"), "{plan}");
        seen += 1;
    }
    for viewer in town.viewers().await {
        let filter = Filter {
            unread: true,
            ..Filter::default()
        };
        let places: Vec<i64> = (0..300).map(|nth| reach.before - nth).collect();
        let query = at_places_sql(&viewer, Some((&filter, None)), &places).unwrap();
        let plan = plan(&mut tx, query).await;
        assert!(!plan.contains("\"Seq Scan\""), "{plan}");
        seen += 1;
    }
    assert!(seen > 6);
}

/// Also where so many are named that a planner takes the table for shorter.
#[tokio::test]
async fn postgres_finds_all_at_once_by_the_index_of_words() {
    let base = Base::postgres().await;
    let Stage { db, reach, .. } = stage(&base).await;
    let many = (0..200).map(|nth| format!("_c{nth:016x}")).collect();
    let asked = [
        question(&["hello", "nu"], true),
        Question::new(Vec::new(), many, true),
    ];
    let mut tx = db.begin().await.unwrap();
    for question in &asked {
        let _: Vec<(i64,)> = places_sql(&db, question, reach).all(&mut tx).await.unwrap();
    }
    assert_eq!(scans::of_table(&mut tx, "searchable").await, (0, 2));
}

/// To compile a question takes a hundred milliseconds, and PostgreSQL does so for what it thinks is long.
#[tokio::test]
async fn postgres_compiles_no_question() {
    let base = Base::postgres().await;
    let (jit,): (String,) = sql("show jit").one(&base.db().await).await.unwrap();
    assert_eq!(jit, "off");
}
