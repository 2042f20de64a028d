//! Contacts and their identities. A person may be known by phone, by WhatsApp's user id, or by both;
//! when one payload shows two known identities, the two contacts are one and are merged.

mod found_by;
mod merge;
mod names;
mod sought;

pub use found_by::{Found, Letters, Named, named, take_up};

use super::db::Tx;
use super::sql::{Sql, sql};
use crate::error::Result;
use app::domain::id::{ContactId, ConversationId, CustomerId, ProjectId};
use app::domain::time::Timestamp;
use merge::merge;
use names::Names;
use sqlx::FromRow;
use uuid::Uuid;

/// One way of naming a person.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Identity {
    pub kind: IdentityKind,
    pub value: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IdentityKind {
    Phone,
    UserId,
    ParentUserId,
    Group,
}

impl IdentityKind {
    const fn word(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::UserId => "user_id",
            Self::ParentUserId => "parent_user_id",
            Self::Group => "group",
        }
    }
}

/// What a payload says of a person. What it does not say stays as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    pub identities: Vec<Identity>,
    pub profile_name: Option<String>,
    pub username: Option<String>,
}

/// The contact behind these identities: found, completed, merged or made.
/// Answers also the conversations that a merge has moved.
pub async fn resolve(
    tx: &mut Tx,
    project: ProjectId,
    person: &Person,
    now: Timestamp,
) -> Result<(ContactId, Vec<ConversationId>)> {
    let known = known(tx, project, &person.identities).await?;
    let mut contacts: Vec<ContactId> = known.iter().map(Known::contact).collect();
    contacts.dedup();
    let mut contact = match contacts.first() {
        Some(oldest) => *oldest,
        None => create(tx, project, person, now).await?,
    };
    let mut moved = Vec::new();
    for other in contacts.iter().skip(1) {
        moved.extend(merge(tx, contact, *other, now).await?);
    }
    for identity in person
        .identities
        .iter()
        .filter(|identity| !known.iter().any(|known| known.is(identity)))
    {
        let owner = attach(tx, project, contact, identity, now).await?;
        // Another process has met the same person between our look and our write: its contact is the one.
        if owner != contact {
            moved.extend(merge(tx, owner, contact, now).await?);
            contact = owner;
        }
    }
    refresh(tx, contact, person, now).await?;
    Ok((contact, moved))
}

/// An identity that belongs to a contact already.
#[derive(FromRow)]
struct Known {
    kind: String,
    value: String,
    contact_id: Uuid,
}

impl Known {
    fn contact(&self) -> ContactId {
        self.contact_id.into()
    }

    fn is(&self, identity: &Identity) -> bool {
        self.kind == identity.kind.word() && self.value == identity.value
    }
}

/// Those of the identities that somebody has, the oldest contact's first.
async fn known(tx: &mut Tx, project: ProjectId, identities: &[Identity]) -> Result<Vec<Known>> {
    if identities.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = Sql::default();
    query
        .push("select kind, value, contact_id from identities where project_id = ")
        .value(project)
        .push(" and (");
    for (nth, identity) in identities.iter().enumerate() {
        query.push(if nth == 0 { "" } else { " or " });
        query
            .push("(kind = ")
            .value(identity.kind.word())
            .push(" and value = ")
            .value(identity.value.as_str());
        query.push(")");
    }
    query.push(") order by contact_id");
    query.all(tx).await
}

async fn create(
    tx: &mut Tx,
    project: ProjectId,
    person: &Person,
    now: Timestamp,
) -> Result<ContactId> {
    let id = ContactId::new();
    let group = person
        .identities
        .iter()
        .any(|identity| identity.kind == IdentityKind::Group);
    sql(
        "insert into contacts (id, project_id, is_group, search_text, created_at, updated_at)
         values ($1, $2, $3, '', $4, $4)",
    )
    .bind(id)
    .bind(project)
    .bind(group)
    .bind(now)
    .run(tx)
    .await?;
    Ok(id)
}

/// Gives an identity to the contact, unless somebody has it by now; answers whose it is.
async fn attach(
    tx: &mut Tx,
    project: ProjectId,
    contact: ContactId,
    identity: &Identity,
    now: Timestamp,
) -> Result<ContactId> {
    sql("insert into identities (project_id, kind, value, contact_id, created_at) values ($1, $2, $3, $4, $5)
         on conflict do nothing")
    .bind(project)
    .bind(identity.kind.word())
    .bind(identity.value.as_str())
    .bind(contact)
    .bind(now)
    .run(&mut *tx)
    .await?;
    let (owner,): (Uuid,) =
        sql("select contact_id from identities where project_id = $1 and kind = $2 and value = $3")
            .bind(project)
            .bind(identity.kind.word())
            .bind(identity.value.as_str())
            .one(tx)
            .await?;
    Ok(owner.into())
}

/// Held until the transaction ends, so that nobody else names or merges the contact meanwhile.
pub async fn lock(tx: &mut Tx, contact: ContactId) -> Result<()> {
    let mut query = sql("select id from contacts where id = $1").bind(contact);
    query.push(tx.row_lock());
    query.optional::<(Uuid,)>(tx).await?;
    Ok(())
}

/// What the team calls the contact, or nothing; answers its conversations, which all show it.
pub async fn rename(
    tx: &mut Tx,
    contact: ContactId,
    name: Option<String>,
    now: Timestamp,
) -> Result<Vec<ConversationId>> {
    sql("update contacts set display_name = $2, updated_at = $3 where id = $1")
        .bind(contact)
        .bind(name)
        .bind(now)
        .run(&mut *tx)
        .await?;
    found_by::write(tx, contact).await?;
    let conversations: Vec<(Uuid,)> =
        sql("select id from conversations where contact_id = $1 order by id")
            .bind(contact)
            .all(tx)
            .await?;
    Ok(conversations.into_iter().map(|(id,)| id.into()).collect())
}

/// Writes what is new on the contact's row, and what it is found by; a row that says it all already is left alone.
async fn refresh(tx: &mut Tx, contact: ContactId, person: &Person, now: Timestamp) -> Result<()> {
    let row = Names::of(tx, contact).await?;
    if row.with(person) == row {
        return Ok(());
    }
    // A person may have named the contact since the look: what it is found by must know it.
    lock(tx, contact).await?;
    let fresh = Names::of(tx, contact).await?.with(person);
    sql("update contacts set profile_name = $2, username = $3, phone = $4, user_id = $5, updated_at = $6
          where id = $1")
    .bind(contact)
    .bind(fresh.profile_name)
    .bind(fresh.username)
    .bind(fresh.phone)
    .bind(fresh.user_id)
    .bind(now)
    .run(&mut *tx)
    .await?;
    found_by::write(tx, contact).await
}

/// Gives the contact to a customer, or to nobody. Its conversations carry the customer for the lists.
pub async fn set_customer(
    tx: &mut Tx,
    contact: ContactId,
    customer: Option<CustomerId>,
    now: Timestamp,
) -> Result<()> {
    sql("update contacts set customer_id = $2, updated_at = $3 where id = $1")
        .bind(contact)
        .bind(customer)
        .bind(now)
        .run(&mut *tx)
        .await?;
    sql("update conversations set contact_customer_id = $2 where contact_id = $1")
        .bind(contact)
        .bind(customer)
        .run(tx)
        .await?;
    Ok(())
}
