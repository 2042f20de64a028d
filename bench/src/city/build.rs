//! Writes the city: rows as the server would write them, in the order of time, in large steps.

use super::Size;
use super::words::{Chance, text};
use crate::house::House;
use anyhow::{Context, Result};
use app::domain::id::{
    ContactId, ConversationId, CustomerId, MessageId, NumberId, ProjectId, UserId,
};
use app::domain::time::{DAY, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use server::store::sql::{Arg, Sql};
use server::store::{Db, sql};
use server::store::{contact, search};
use uuid::Uuid;

const NUMBERS: usize = 20;
const CUSTOMERS: usize = 50;
const PEOPLE: usize = 10;
/// All that was said lies in one year.
const YEAR: i64 = 365 * DAY;
const STEP: usize = 500;

#[derive(Serialize, Deserialize)]
pub struct City {
    /// A name and the path of an embed that shows as much.
    pub scopes: Vec<(String, String)>,
    /// A number that holds a twentieth of everything.
    pub number: NumberId,
}

struct Plan {
    project: ProjectId,
    numbers: Vec<(NumberId, Option<CustomerId>)>,
    customers: Vec<CustomerId>,
    people: Vec<UserId>,
    begin: i64,
}

/// A conversation while it is written.
struct Talk {
    id: ConversationId,
    number: NumberId,
    number_customer: Option<CustomerId>,
    contact: ContactId,
    contact_customer: Option<CustomerId>,
    assignee: Option<UserId>,
}

impl City {
    pub async fn build(house: &House, size: Size) -> Result<Self> {
        let plan = Plan::of(house).await?;
        let mut chance = Chance(20_261_121);
        let talks: Vec<Talk> = (0..size.conversations)
            .map(|nth| plan.talk(nth, &mut chance))
            .collect();
        contacts(house, &plan, &talks).await?;
        conversations(house, &plan, &talks).await?;
        messages(house, &plan, &talks, size, &mut chance).await?;
        index(house).await?;
        sql("analyze").run(&house.state.db).await?;
        let number = plan.numbers[0].0;
        Ok(Self {
            scopes: scopes(house, &plan).await?,
            number,
        })
    }
}

impl Plan {
    async fn of(house: &House) -> Result<Self> {
        let mut customers = Vec::new();
        for nth in 0..CUSTOMERS {
            let body = json!({"customer": {"name": format!("Customer {nth}")}});
            customers.push(made(house, "/customers", body).await?);
        }
        let mut numbers = Vec::new();
        for (nth, customer) in customers.iter().enumerate().take(NUMBERS) {
            // Half of the numbers are a customer's.
            let customer = (nth % 2 == 1).then_some(*customer);
            let body = json!({"whatsapp_phone_number": {
                "phone_number_id": format!("2000000000{nth:02}"), "business_account_id": "1",
                "display_phone_number": format!("165055501{nth:02}"), "name": format!("Line {nth}"),
                "access_token": "token", "app_secret": "secret", "verify_token": "verify",
                "customer_id": customer.map(|id: CustomerId| id.to_string()),
            }});
            house.call("/whatsapp/phone_numbers", body).await?;
            // The API knows a number by Meta's id.
            let (id,): (Uuid,) = sql("select id from numbers where phone_number_id = $1")
                .bind(format!("2000000000{nth:02}"))
                .one(&house.state.db)
                .await?;
            numbers.push((id.into(), customer));
        }
        let project = house.project;
        let mut people = Vec::new();
        for nth in 0..PEOPLE {
            people.push(person(house, nth).await?);
        }
        let begin = Timestamp::now().0 - YEAR;
        Ok(Self {
            project,
            numbers,
            customers,
            people,
            begin,
        })
    }

    fn talk(&self, nth: usize, chance: &mut Chance) -> Talk {
        let (number, number_customer) = self.numbers[nth % NUMBERS];
        let theirs = chance.below(3) == 0;
        let customer = self.customers[chance.below(CUSTOMERS)];
        let assigned = chance.below(2) == 0;
        let person = self.people[chance.below(PEOPLE)];
        Talk {
            id: ConversationId::new(),
            number,
            number_customer,
            contact: ContactId::new(),
            contact_customer: theirs.then_some(customer),
            assignee: assigned.then_some(person),
        }
    }
}

async fn contacts(house: &House, plan: &Plan, talks: &[Talk]) -> Result<()> {
    for (step, some) in talks.chunks(STEP).enumerate() {
        let mut query = Sql::default();
        query.push("insert into contacts (id, project_id, customer_id, profile_name, phone, search_text, created_at, updated_at) values ");
        query.rows(some.iter().enumerate().map(|(nth, talk)| {
            let mut chance = Chance((step * STEP + nth) as u64);
            let (name, phone) = (
                text(&mut chance),
                16_500_000_000 + (step * STEP + nth) as u64,
            );
            let name: String = name.chars().take(20).collect();
            vec![
                Arg::from(talk.contact),
                plan.project.into(),
                talk.contact_customer.into(),
                name.as_str().into(),
                phone.to_string().into(),
                "".into(),
                plan.begin.into(),
                plan.begin.into(),
            ]
        }));
        query.run(&house.state.db).await?;
    }
    Ok(())
}

async fn conversations(house: &House, plan: &Plan, talks: &[Talk]) -> Result<()> {
    let now = Timestamp::now();
    let mut chance = Chance(11);
    for (step, some) in talks.chunks(STEP).enumerate() {
        let mut query = Sql::default();
        query.push(
            "insert into conversations (id, project_id, number_id, contact_id, status, number_customer_id, contact_customer_id, \
             assignee_id, handoff, unread_count, last_activity_at, touched_at, preview_direction, preview_kind, preview_text, created_at) values ",
        );
        query.rows(some.iter().enumerate().map(|(nth, talk)| {
            let nth = step * STEP + nth;
            let at = plan.begin + (nth as i64 * 7_919) % YEAR;
            // Whoever looks for what is over finds four times as much as who looks for what is open.
            let active = nth.is_multiple_of(5);
            vec![
                Arg::from(talk.id),
                plan.project.into(),
                talk.number.into(),
                talk.contact.into(),
                (if active { "active" } else { "ended" }).into(),
                talk.number_customer.into(),
                talk.contact_customer.into(),
                talk.assignee.into(),
                Arg::Bool(nth.is_multiple_of(50)),
                Arg::Int(Some(i64::from(nth.is_multiple_of(15)))),
                at.into(),
                // The server would end what has been idle for a day.
                (if active { now.0 } else { at }).into(),
                "inbound".into(),
                "text".into(),
                text(&mut chance).into(),
                plan.begin.into(),
            ]
        }));
        query.run(&house.state.db).await?;
    }
    Ok(())
}

async fn messages(
    house: &House,
    plan: &Plan,
    talks: &[Talk],
    size: Size,
    chance: &mut Chance,
) -> Result<()> {
    let pace = YEAR / size.messages as i64;
    for first in (0..size.messages).step_by(STEP * 20) {
        let mut tx = house.state.db.begin().await?;
        for some in (first..size.messages.min(first + STEP * 20)).step_by(STEP) {
            let mut query = Sql::default();
            query.push(
                "insert into messages (id, project_id, conversation_id, number_id, direction, kind, body, wamid, at, received_at, sender) values ",
            );
            query.rows((some..size.messages.min(some + STEP)).map(|nth| {
                let talk = &talks[chance.below(talks.len())];
                let at = plan.begin + nth as i64 * pace;
                let (direction, sender) = if nth % 2 == 0 {
                    ("inbound", "contact")
                } else {
                    ("outbound", "user")
                };
                vec![
                    Arg::from(message_id(at, nth)),
                    plan.project.into(),
                    talk.id.into(),
                    talk.number.into(),
                    direction.into(),
                    "text".into(),
                    text(chance).into(),
                    format!("wamid.city.{nth}").into(),
                    at.into(),
                    at.into(),
                    sender.into(),
                ]
            }));
            query.run(&mut tx).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Ids come in the order of time, as those do that the server makes.
fn message_id(at: i64, nth: usize) -> MessageId {
    let time = (at as u128) << 80;
    Uuid::from_u128(time | (7 << 76) | (2 << 62) | nth as u128).into()
}

/// What the rows are found by is made as for those from before there was a search: in steps.
async fn index(house: &House) -> Result<()> {
    let db = &house.state.db;
    let mut last = None;
    while let Some(next) = contact::take_up(db, last).await? {
        last = Some(next);
    }
    sql("insert into search_backlog (message_id) select id from messages order by id desc limit 1")
        .run(db)
        .await?;
    let words = set_aside(db).await?;
    while search::take_up(db).await? {}
    if let Some(words) = words {
        let mut again = Sql::default();
        again.push(&words);
        again.run(db).await?;
    }
    Ok(())
}

/// PostgreSQL makes its index of words in minutes when all words are there, and in hours word by word.
async fn set_aside(db: &Db) -> Result<Option<String>> {
    if let Db::Sqlite { .. } = db {
        return Ok(None);
    }
    let (words,): (String,) =
        sql("select indexdef from pg_indexes where indexname = 'searchable_words'")
            .one(db)
            .await?;
    sql("drop index searchable_words").run(db).await?;
    Ok(Some(words))
}

async fn scopes(house: &House, plan: &Plan) -> Result<Vec<(String, String)>> {
    let number: (String,) = sql("select phone_number_id from numbers where id = $1")
        .bind(plan.numbers[0].0)
        .one(&house.state.db)
        .await?;
    let customer = plan.customers[1].to_string();
    let embeds = [
        ("project", json!({"scope_type": "project"})),
        (
            "number",
            json!({"scope_type": "phone_number", "scope_id": number.0}),
        ),
        (
            "customer",
            json!({"scope_type": "customer", "scope_id": customer}),
        ),
        (
            "assignee",
            json!({"scope_type": "project", "assigned_user_id": plan.people[0].to_string()}),
        ),
    ];
    let mut scopes = Vec::new();
    for (name, embed) in embeds {
        let answer = house
            .call("/inbox_embeds", json!({"inbox_embed": embed}))
            .await?;
        let token = answer["data"]["token"]
            .as_str()
            .context("there is no token")?;
        scopes.push((name.to_owned(), format!("/embed/{token}")));
    }
    Ok(scopes)
}

async fn made<T: From<Uuid>>(house: &House, path: &str, body: Value) -> Result<T> {
    let answer = house.call(path, body).await?;
    let id = answer["data"]["id"]
        .as_str()
        .with_context(|| format!("{path} answered {answer}"))?;
    Ok(T::from(id.parse::<Uuid>()?))
}

async fn person(house: &House, nth: usize) -> Result<UserId> {
    let id = UserId::new();
    let now = Timestamp::now();
    sql("insert into users (id, email, name, password_hash, created_at) values ($1, $2, $3, 'none', $4)")
        .bind(id)
        .bind(format!("person{nth}-{id}@example.com"))
        .bind(format!("Person {nth}"))
        .bind(now)
        .run(&house.state.db)
        .await?;
    sql("insert into memberships (project_id, user_id, role, created_at) values ($1, $2, 'member', $3)")
        .bind(house.project)
        .bind(id)
        .bind(now)
        .run(&house.state.db)
        .await?;
    Ok(id)
}
