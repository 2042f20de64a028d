//! How lists are read: every filter in every scope is a range of a list's index, and no more of it than a page.

use crate::support::base::Base;
use crate::support::chance::Chance;
use crate::support::company::Company;
use crate::support::scans;
use crate::support::town::{CHUNK, Entry, Town};
use app::domain::filter::{AssigneeFilter, Filter, StatusFilter};
use app::domain::id::{NumberId, UserId};
use app::domain::page::{CONVERSATIONS, ListCursor};
use serde_json::Value;
use server::access::viewer::{Scope, Viewer};
use server::store::contact::{self, Named};
use server::store::conversation::page_sql;
use server::store::number::visible_sql;
use server::store::sql::Sql;
use server::store::{Db, sql};
use sqlx::types::Json;
use uuid::Uuid;

const SIZE: usize = 5_000;
/// The neighbour's, in the same tables.
const NEIGHBOUR: usize = SIZE / 10;
/// Who has one phone: one in each chunk, here and at the neighbour's.
const ALIKE: usize = SIZE.div_ceil(CHUNK) + NEIGHBOUR.div_ceil(CHUNK);

/// One way of asking for a page.
struct Question {
    viewer: Viewer,
    filter: Filter,
    number: Option<NumberId>,
    after: Option<ListCursor>,
}

#[tokio::test]
async fn sqlite_reads_lists_by_ranges_before_and_after_analyze() {
    let base = Base::sqlite().await;
    let (db, town) = town(&base).await;
    for statistics in [false, true] {
        if statistics {
            sql("analyze").run(&db).await.unwrap();
        }
        for question in questions(&town).await {
            let steps: Vec<(i64, i64, i64, String)> = question
                .sql()
                .after("explain query plan ")
                .all(&db)
                .await
                .unwrap();
            check_steps(&question, &steps);
        }
    }
}

#[tokio::test]
async fn postgres_reads_lists_by_ranges_and_no_more_than_a_page_of_each() {
    let base = Base::postgres().await;
    let (db, town) = town(&base).await;
    sql("analyze").run(&db).await.unwrap();
    for question in questions(&town).await {
        let explained = question.sql().after("explain (analyze, format json) ");
        let (Json(plan),): (Json<Value>,) = explained.one(&db).await.unwrap();
        let scans = scans(&plan[0]["Plan"]);
        assert!(!scans.is_empty(), "{question}\n{plan:#}");
        for scan in scans {
            let index = index_of(scan);
            let (node, rows) = (&scan["Node Type"], rows_read(scan));
            // A range that is expected to hold little more than a page is read whole, by a bitmap.
            let most = question.most(&town) * if node == "Bitmap Heap Scan" { 4 } else { 1 };
            assert!(
                index.starts_with("list_"),
                "{question}: {node} by {index:?}"
            );
            assert!(
                rows <= most,
                "{question}: {node} by {index} reads {rows} rows, more than {most}"
            );
        }
    }
}

/// Somebody whom few are called like is looked for among people, and not along the lists.
#[tokio::test]
async fn sqlite_reads_the_conversations_of_a_few_people_by_their_contact() {
    let base = Base::sqlite().await;
    let (db, town) = town(&base).await;
    for statistics in [false, true] {
        if statistics {
            sql("analyze").run(&db).await.unwrap();
        }
        for query in by_phone(&db, &town).await {
            let query = query.after("explain query plan ");
            let steps: Vec<(i64, i64, i64, String)> = query.all(&db).await.unwrap();
            let reads = |step: &str| step.contains("conversations");
            let steps: Vec<String> = steps.into_iter().map(|(.., step)| step).collect();
            let reads: Vec<&String> = steps.iter().filter(|step| reads(step)).collect();
            let by = "SEARCH conversations USING INDEX conversations_by_contact (contact_id=?)";
            // Those of a page are read whole afterwards.
            let whole = "SEARCH whole USING INDEX sqlite_autoindex_conversations_1 (id=?)";
            assert_eq!(reads, [by, whole], "{steps:#?}");
        }
    }
}

#[tokio::test]
async fn postgres_reads_the_conversations_of_a_few_people_by_their_contact() {
    let base = Base::postgres().await;
    let (db, town) = town(&base).await;
    sql("analyze").run(&db).await.unwrap();
    for query in by_phone(&db, &town).await {
        let query = query.after("explain (analyze, format json) ");
        let (Json(plan),): (Json<Value>,) = query.one(&db).await.unwrap();
        for scan in scans(&plan[0]["Plan"]) {
            match index_of(scan) {
                // Those of a page are read whole afterwards.
                "conversations_pkey" => assert!(rows_read(scan) <= ALIKE as i64, "{plan:#}"),
                "conversations_by_contact" => assert_eq!(rows_read(scan), ALIKE as i64, "{plan:#}"),
                _ => panic!("{plan:#}"),
            }
        }
    }
}

/// Who has some letters is asked of their index, also where a planner would rather read the table.
#[tokio::test]
async fn postgres_finds_people_by_the_index_of_their_letters() {
    let base = Base::postgres().await;
    let (db, town) = town(&base).await;
    sql("analyze").run(&db).await.unwrap();
    let named = contact::named(&db, town.company.project, "+1 (650) 555-0007").await;
    let Ok(Named::Few(_, letters)) = named else {
        panic!("{named:?}");
    };
    let mut tx = db.begin().await.unwrap();
    let mut query = sql("select id from contacts where id");
    letters.have(&mut query);
    let found: Vec<(Uuid,)> = query.all(&mut tx).await.unwrap();
    assert_eq!(found.len(), ALIKE);
    assert_eq!(
        scans::of_table(&mut tx, "searchable_contacts").await,
        (0, 1)
    );
}

/// Each page of an embed asks which numbers it shows; no conversation beyond the first of each is read for it.
#[tokio::test]
async fn postgres_tells_the_numbers_of_a_scope_without_reading_its_conversations() {
    let base = Base::postgres().await;
    let (db, town) = town(&base).await;
    sql("analyze").run(&db).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    for viewer in town.viewers().await {
        let _: Vec<(Uuid, String, String, String)> =
            visible_sql(&viewer).all(&mut tx).await.unwrap();
    }
    let (whole, by_index) = scans::of_table(&mut tx, "conversations").await;
    assert_eq!(whole, 0);
    assert!(by_index > 0);
}

#[tokio::test]
async fn sqlite_tells_the_numbers_of_a_scope_by_the_customers_own_index() {
    let base = Base::sqlite().await;
    let (db, town) = town(&base).await;
    sql("analyze").run(&db).await.unwrap();
    let mut of_customers = 0;
    for viewer in town.viewers().await {
        let query = visible_sql(&viewer).after("explain query plan ");
        let steps: Vec<(i64, i64, i64, String)> = query.all(&db).await.unwrap();
        for (.., step) in &steps {
            if step.contains(" c ") || step.ends_with(" c") {
                assert!(step.contains("list_contact_customer_number"), "{steps:#?}");
                of_customers += 1;
            }
        }
    }
    assert!(of_customers > 0);
}

/// Lists of those whom one phone means, in every scope.
async fn by_phone(db: &Db, town: &Town) -> Vec<Sql> {
    let project = town.company.project;
    let named = contact::named(db, project, "+1 (650) 555-0007").await;
    let named = named.unwrap();
    assert!(matches!(&named, Named::Few(..)), "{named:?}");
    let viewers = town.viewers().await;
    let page = |viewer| page_sql(viewer, &Filter::default(), None, &named, None).unwrap();
    viewers.iter().map(page).collect()
}

/// A company with a neighbour in the same tables.
async fn town(base: &Base) -> (Db, Town) {
    // Plans follow the numbers, so these are the same in every run.
    let (db, mut chance) = (base.db().await, Chance::of(7));
    Town::new(Company::new(&db).await, &mut chance, NEIGHBOUR).await;
    let town = Town::new(Company::new(&db).await, &mut chance, SIZE).await;
    (db, town)
}

async fn questions(town: &Town) -> Vec<Question> {
    let mut places: Vec<ListCursor> = town.entries.iter().map(Entry::place).collect();
    places.sort_unstable();
    let cursor = places[SIZE / 2];
    let numbers = [None, Some(town.numbers[0].0), Some(town.numbers[2].0)];
    let mut questions = Vec::new();
    let mate = town.company.mate(town.users[0]).await;
    for assignee in [AssigneeFilter::Me, AssigneeFilter::Nobody] {
        ask(&mut questions, &mate, assignee, &numbers, cursor);
    }
    // Numbers that belong to customers are alike, and so are customers.
    let alike = [
        Scope::Number(town.numbers[1].0),
        Scope::Customer(town.customers[1]),
    ];
    for viewer in town
        .viewers()
        .await
        .into_iter()
        .filter(|viewer| !alike.contains(&viewer.scope()))
    {
        let assignee = AssigneeFilter::Anybody;
        ask(&mut questions, &viewer, assignee, &numbers, cursor);
    }
    questions
}

/// Every status and flag, at every number, from the top and from the middle.
fn ask(
    questions: &mut Vec<Question>,
    viewer: &Viewer,
    assignee: AssigneeFilter,
    numbers: &[Option<NumberId>],
    cursor: ListCursor,
) {
    for status in StatusFilter::ALL {
        for (unread, handoff) in [(false, false), (true, false), (false, true), (true, true)] {
            for number in numbers {
                for after in [None, Some(cursor)] {
                    let filter = Filter {
                        status,
                        unread,
                        handoff,
                        assignee,
                        ..Filter::default()
                    };
                    questions.push(Question {
                        viewer: viewer.clone(),
                        filter,
                        number: *number,
                        after,
                    });
                }
            }
        }
    }
}

impl Question {
    fn sql(&self) -> Sql {
        page_sql(
            &self.viewer,
            &self.filter,
            self.number,
            &Named::Anybody,
            self.after,
        )
        .unwrap()
    }

    /// Whose conversations alone are asked for.
    fn hands(&self) -> Option<UserId> {
        match self.filter.assignee {
            AssigneeFilter::Me => self.viewer.user(),
            AssigneeFilter::Person(user) => Some(user),
            AssigneeFilter::Anybody | AssigneeFilter::Nobody => self.viewer.assignee(),
        }
    }

    /// How many rows of a range may be read. Where two conditions meet that have no index together,
    /// those that meet the stronger one are read through.
    fn most(&self, town: &Town) -> i64 {
        let page = CONVERSATIONS as i64 + 1;
        let own = |counts: &dyn Fn(&Entry) -> bool| {
            town.entries.iter().filter(|entry| counts(entry)).count() as i64
        };
        let narrowed = self.number.is_some() || self.viewer.scope() != Scope::Project;
        if let Some(user) = self.hands().filter(|_| narrowed) {
            return own(&|entry| entry.standing.assignee == Some(user));
        }
        if let (Scope::Customer(customer), Some(number)) = (self.viewer.scope(), self.number) {
            let theirs = |entry: &Entry| {
                entry.standing.contact_customer == Some(customer) && entry.standing.number == number
            };
            return own(&theirs).max(page);
        }
        if self.filter.unread && self.filter.handoff {
            return own(&|entry| entry.handoff);
        }
        page
    }
}

impl std::fmt::Display for Question {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{:?} {:?} {:?} {:?}",
            self.viewer, self.filter, self.number, self.after
        )
    }
}

/// Conversations are only searched, by a list's index down to the status, and a page is sorted once, at the end.
fn check_steps(question: &Question, steps: &[(i64, i64, i64, String)]) {
    let text = steps
        .iter()
        .map(|(id, parent, _, step)| format!("{id} < {parent}: {step}\n"))
        .collect::<String>();
    let lists: Vec<_> = steps
        .iter()
        .filter(|(.., step)| step.contains("INDEX list_"))
        .collect();
    assert!(!lists.is_empty(), "{question}\n{text}");
    for (_, parent, _, step) in &lists {
        let range = step.starts_with("SEARCH c USING INDEX") && step.contains("=? AND status=?");
        // What is in nobody's hands is no piece of what is in all.
        let nobodys = question.filter.assignee == AssigneeFilter::Nobody;
        assert!(
            !nobodys || step.contains("unassigned"),
            "{question}\n{text}"
        );
        assert!(range, "{question}\n{text}");
        assert_eq!(
            step.contains("(last_activity_at,id)<(?,?)"),
            question.after.is_some(),
            "{question}\n{text}"
        );
        let sorted = steps
            .iter()
            .any(|(_, beside, _, step)| beside == parent && step.contains("TEMP B-TREE"));
        assert!(!sorted, "{question}\n{text}");
    }
    for (.., step) in steps {
        let whole = step == "SCAN c" || step.starts_with("SCAN c ") && step.contains("INDEX");
        let other = step.starts_with("SEARCH c ") && !step.contains("INDEX list_");
        assert!(!whole && !other, "{question}\n{text}");
    }
}

/// The nodes of a plan that read conversations.
fn scans(node: &Value) -> Vec<&Value> {
    let mut found: Vec<&Value> = node["Plans"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(scans)
        .collect();
    if node["Relation Name"] == "conversations" {
        found.push(node);
    }
    found
}

fn index_of(scan: &Value) -> &str {
    let by = if scan["Node Type"] == "Bitmap Heap Scan" {
        &scan["Plans"][0]
    } else {
        scan
    };
    by["Index Name"].as_str().unwrap_or_default()
}

fn rows_read(scan: &Value) -> i64 {
    let each = |name: &str| scan[name].as_f64().unwrap_or_default();
    let rows = each("Actual Rows")
        + each("Rows Removed by Filter")
        + each("Rows Removed by Index Recheck");
    (rows * each("Actual Loops")) as i64
}
