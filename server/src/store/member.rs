//! The people who belong to a project.

use super::db::{Db, Tx};
use super::listing::{self, Paging};
use super::notify::{self, Access};
use super::sql::{On, sql};
use crate::error::Result;
use app::domain::account::Belonging;
use app::domain::id::{ProjectId, UserId};
use app::domain::listing::Listing;
use app::domain::member::{Member, Role};
use app::domain::person::Person;
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

/// In the order in which they joined.
pub async fn page(db: &Db, project: ProjectId, paging: Paging) -> Result<Listing<Member>> {
    let mut from = sql(FROM);
    from.push(" where m.project_id = ").value(project);
    let rows: Listing<MemberRow> =
        listing::read(db, COLUMNS, from, " order by m.id", paging).await?;
    Ok(rows.map(Member::from))
}

pub async fn find(
    on: impl Into<On<'_>>,
    project: ProjectId,
    user: UserId,
) -> Result<Option<Member>> {
    one(on, project, user, "").await
}

/// Under a lock, for whoever changes the membership.
pub async fn find_for_change(
    tx: &mut Tx,
    project: ProjectId,
    user: UserId,
) -> Result<Option<Member>> {
    let lock = tx.row_lock_of("m");
    one(tx, project, user, &lock).await
}

/// Held, for whoever hands something to this person.
pub async fn find_and_hold(
    tx: &mut Tx,
    project: ProjectId,
    user: UserId,
) -> Result<Option<Member>> {
    let lock = tx.share_lock_of("m");
    one(tx, project, user, &lock).await
}

async fn one(
    on: impl Into<On<'_>>,
    project: ProjectId,
    user: UserId,
    lock: &str,
) -> Result<Option<Member>> {
    let mut query = sql(COLUMNS);
    query
        .push(FROM)
        .push(" where m.project_id = ")
        .value(project)
        .push(" and m.user_id = ")
        .value(user)
        .push(lock);
    let row: Option<MemberRow> = query.optional(on).await?;
    Ok(row.map(Member::from))
}

/// Everybody, by name.
pub async fn people(db: &Db, project: ProjectId) -> Result<Vec<Person>> {
    let rows: Vec<(Uuid, String)> = sql("select u.id, u.name from memberships m
           join users u on u.id = m.user_id where m.project_id = $1 order by lower(u.name), u.id")
    .bind(project)
    .all(db)
    .await?;
    let person = |(id, name): (Uuid, String)| Person {
        id: id.into(),
        name,
    };
    Ok(rows.into_iter().map(person).collect())
}

/// The projects that somebody belongs to.
pub async fn of_user(db: &Db, user: UserId) -> Result<Vec<Belonging>> {
    let rows: Vec<(Uuid, String, String)> = sql("select p.id, p.name, m.role
           from memberships m join projects p on p.id = m.project_id
          where m.user_id = $1 order by p.name, p.id")
    .bind(user)
    .all(db)
    .await?;
    let belonging = |(id, project_name, role): (Uuid, String, String)| Belonging {
        project_id: id.into(),
        project_name,
        role: role_of(&role),
    };
    Ok(rows.into_iter().map(belonging).collect())
}

/// Says whether the user was not a member before.
pub async fn add(
    tx: &mut Tx,
    project: ProjectId,
    user: UserId,
    role: Role,
    now: Timestamp,
) -> Result<bool> {
    let touched = sql(
        "insert into memberships (project_id, user_id, role, created_at) values ($1, $2, $3, $4)
         on conflict do nothing",
    )
    .bind(project)
    .bind(user)
    .bind(role.word())
    .bind(now)
    .run(tx)
    .await?;
    Ok(touched > 0)
}

pub async fn set_role(tx: &mut Tx, project: ProjectId, user: UserId, role: Role) -> Result<()> {
    sql("update memberships set role = $3 where project_id = $1 and user_id = $2")
        .bind(project)
        .bind(user)
        .bind(role.word())
        .run(&mut *tx)
        .await?;
    notify::access_on_commit(tx, Access::Person(user)).await
}

pub async fn remove(tx: &mut Tx, project: ProjectId, user: UserId) -> Result<()> {
    sql("delete from memberships where project_id = $1 and user_id = $2")
        .bind(project)
        .bind(user)
        .run(&mut *tx)
        .await?;
    notify::access_on_commit(tx, Access::Person(user)).await
}

/// How many owners there are, under a lock: the last one may not leave, not even two at the same moment.
pub async fn owners_for_change(tx: &mut Tx, project: ProjectId) -> Result<usize> {
    let mut query = sql("select user_id from memberships where role = 'owner' and project_id = ");
    query.value(project).push(tx.row_lock());
    let owners: Vec<(Uuid,)> = query.all(tx).await?;
    Ok(owners.len())
}

fn role_of(word: &str) -> Role {
    Role::from_word(word).unwrap_or(Role::Member)
}

const COLUMNS: &str = "select m.id, m.user_id, u.email, u.name, m.role";
const FROM: &str = " from memberships m join users u on u.id = m.user_id";

#[derive(FromRow)]
struct MemberRow {
    id: i64,
    user_id: Uuid,
    email: String,
    name: String,
    role: String,
}

impl From<MemberRow> for Member {
    fn from(row: MemberRow) -> Self {
        Self {
            id: row.id,
            user_id: row.user_id.into(),
            email: row.email,
            name: row.name,
            role: role_of(&row.role),
        }
    }
}
