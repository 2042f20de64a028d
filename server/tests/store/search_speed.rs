//! Temporary measurement.
use crate::support::base::Base;
use crate::support::chance::Chance;
use crate::support::company::Company;
use crate::support::town::Town;
use app::domain::filter::{Filter, StatusFilter};
use app::domain::id::MessageId;
use app::domain::time::Timestamp;
use server::access::viewer::Scope;
use server::store::sql::{Arg, Sql};
use server::store::{Db, search, sql};
use std::time::Instant;

#[tokio::test]
#[ignore]
async fn sqlite() {
    measure(Base::sqlite().await).await;
}
#[tokio::test]
#[ignore]
async fn postgres() {
    measure(Base::postgres().await).await;
}

async fn measure(base: Base) {
    let size: usize = std::env::var("SIZE")
        .ok()
        .and_then(|s| s.parse().ok())
        .unwrap_or(200_000);
    let (db, mut chance) = (base.db().await, Chance::of(7));
    let town = Town::new(Company::new(&db).await, &mut chance, 5_000).await;
    let begun = Instant::now();
    let syllables = [
        "ka", "mi", "to", "re", "su", "lo", "ne", "di", "ba", "fu", "gra", "ster", "pol", "ven",
        "qui", "zor", "hem", "tal", "wim", "jox",
    ];
    let word = |rank: usize| -> String {
        let mut rest = rank + 21;
        let mut w = String::new();
        while rest > 0 {
            w.push_str(syllables[rest % 20]);
            rest /= 20;
        }
        w
    };
    for chunk in 0..size / 500 {
        let mut query = Sql::default();
        query.push("insert into messages (id, project_id, conversation_id, number_id, direction, kind, body, at, received_at, sender) values ");
        query.rows((0..500).map(|nth| {
            let entry = chance.pick(&town.entries);
            let count = 3 + chance.below(12);
            let mut text = String::new();
            for _ in 0..count {
                // Zipf-like ranks up to 50,000.
                let u = (chance.below(1_000_000) + 1) as f64 / 1_000_000.0;
                let rank = (50_000f64.powf(u)) as usize;
                text.push_str(&word(rank));
                text.push(' ');
            }
            if (chunk * 500 + nth) == size / 3 {
                text.push_str("needleinhay");
            }
            if chunk * 500 + nth > size / 4 && chunk * 500 + nth < size / 3 {
                text.push_str("christmas");
            }
            vec![
                Arg::from(MessageId::new()),
                town.company.project.into(),
                entry.id.into(),
                entry.standing.number.into(),
                "inbound".into(),
                "text".into(),
                text.into(),
                Timestamp::now().into(),
                Timestamp::now().into(),
                "contact".into(),
            ]
        }));
        query.run(&db).await.unwrap();
    }
    eprintln!("written in {:?}", begun.elapsed());
    let begun = Instant::now();
    sql("insert into search_backlog (message_id) select id from messages order by id desc limit 1")
        .run(&db)
        .await
        .unwrap();
    while search::take_up(&db).await.unwrap() {}
    eprintln!("taken up in {:?}", begun.elapsed());
    if let Db::Postgres(_) = db {
        let (a, b, c): (i64, i64, i64) = sql("select pg_total_relation_size('searchable'), pg_relation_size('searchable_words'), pg_total_relation_size('messages')").one(&db).await.unwrap();
        eprintln!(
            "searchable {} MB of it index {} MB, messages {} MB",
            a >> 20,
            b >> 20,
            c >> 20
        );
    } else {
        let (a,): (i64,) =
            sql("select cast(sum(length(block)) as bigint) from searchable_words_data")
                .one(&db)
                .await
                .unwrap();
        eprintln!("fts data {} MB", a >> 20);
    }
    sql("analyze").run(&db).await.unwrap();
    let ranks = [0, 1, 5, 20, 100, 1_000, 10_000, 40_000];
    let mut words: Vec<String> = ranks.iter().map(|r| word(*r)).collect();
    words.extend([
        "ka".into(),
        "mi".into(),
        "kami".into(),
        format!("{} {}", word(1), word(5)),
        format!("{} {}", word(100), word(1_000)),
        "needleinhay".into(),
        "christmas".into(),
        "absent".into(),
        "ka absent".into(),
    ]);
    let viewers = [
        ("project", town.company.viewer(Scope::Project, None).await),
        (
            "number",
            town.company
                .viewer(Scope::Number(town.numbers[2].0), None)
                .await,
        ),
        (
            "customer",
            town.company
                .viewer(Scope::Customer(town.customers[0]), None)
                .await,
        ),
        (
            "assignee",
            town.company
                .viewer(Scope::Project, Some(town.users[0]))
                .await,
        ),
        (
            "narrow",
            town.company
                .viewer(Scope::Project, Some(town.company.owner))
                .await,
        ),
    ];
    sql("update conversations set assignee_id = $1 where id in ($2, $3, $4)")
        .bind(town.company.owner)
        .bind(town.entries[0].id)
        .bind(town.entries[1].id)
        .bind(town.entries[2].id)
        .run(&db)
        .await
        .unwrap();
    for (name, viewer) in &viewers {
        for status in [StatusFilter::All, StatusFilter::Active] {
            for text in &words {
                let filter = Filter {
                    status,
                    search: text.clone(),
                    unread: status == StatusFilter::Active,
                    handoff: status == StatusFilter::Active,
                    ..Filter::default()
                };
                let mut times = Vec::new();
                let mut got = (0, false);
                for _ in 0..5 {
                    let begun = Instant::now();
                    let (rows, next) = search::page(&db, viewer, &filter, None, None)
                        .await
                        .unwrap();
                    times.push(begun.elapsed());
                    got = (rows.len(), next.is_some());
                }
                times.sort();
                eprintln!(
                    "{name:9} {status:?} {text:22} {:?} median {:?} worst {:?}",
                    got, times[2], times[4]
                );
            }
        }
    }
}
