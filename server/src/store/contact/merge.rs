//! Two contacts that turn out to be one person.

use super::found_by;
use crate::error::Result;
use crate::store::conversation;
use crate::store::db::Tx;
use crate::store::sql::{Sql, sql};
use app::domain::conversation::Status;
use app::domain::id::{ContactId, ConversationId, NumberId};
use app::domain::time::Timestamp;
use uuid::Uuid;

/// Makes `other` part of `contact`. Where both have an active conversation on a number,
/// the one that was quiet longer ends: its messages stay readable above the other's.
pub(super) async fn merge(
    tx: &mut Tx,
    contact: ContactId,
    other: ContactId,
    now: Timestamp,
) -> Result<Vec<ConversationId>> {
    let mut changed = end_doubles(tx, contact, other, now).await?;
    inherit(tx, contact, other).await?;
    let moved: Vec<(Uuid,)> = sql("update conversations set contact_id = $1,
                    contact_search_text = (select search_text from contacts where id = $1)
              where contact_id = $2 returning id")
    .bind(contact)
    .bind(other)
    .all(&mut *tx)
    .await?;
    let claimed: Vec<(Uuid,)> = sql("update conversations
            set contact_customer_id = (select customer_id from contacts where id = $1)
          where contact_id = $1
            and contact_customer_id is distinct from (select customer_id from contacts where id = $1) returning id")
    .bind(contact)
    .all(&mut *tx)
    .await?;
    changed.extend(
        moved
            .into_iter()
            .chain(claimed)
            .map(|(id,)| ConversationId::from(id)),
    );
    for statement in [
        "update outbox set contact_id = $1 where contact_id = $2",
        "update notes set contact_id = $1 where contact_id = $2",
        "update identities set contact_id = $1 where contact_id = $2",
    ] {
        sql(statement)
            .bind(contact)
            .bind(other)
            .run(&mut *tx)
            .await?;
    }
    found_by::forget(tx, other).await?;
    sql("delete from contacts where id = $1")
        .bind(other)
        .run(tx)
        .await?;
    Ok(changed)
}

async fn end_doubles(
    tx: &mut Tx,
    contact: ContactId,
    other: ContactId,
    now: Timestamp,
) -> Result<Vec<ConversationId>> {
    let active: Vec<(Uuid, Uuid)> = sql("select id, number_id from conversations
         where contact_id in ($1, $2) and status = 'active' order by number_id, last_activity_at desc, id desc")
    .bind(contact)
    .bind(other)
    .all(&mut *tx)
    .await?;
    let mut seen: Option<NumberId> = None;
    let mut ended = Vec::new();
    for (id, number) in active {
        let number = NumberId::from(number);
        if seen.replace(number) == Some(number) {
            let id = ConversationId::from(id);
            conversation::set_status(tx, id, Status::Ended, now).await?;
            ended.push(id);
        }
    }
    Ok(ended)
}

/// What only the other contact knew is kept.
async fn inherit(tx: &mut Tx, contact: ContactId, other: ContactId) -> Result<()> {
    for column in [
        "display_name",
        "profile_name",
        "username",
        "phone",
        "user_id",
        "customer_id",
        "metadata",
    ] {
        let mut query = Sql::default();
        query.push(&format!(
            "update contacts set {column} = (select {column} from contacts where id = "
        ));
        query
            .value(other)
            .push(") where id = ")
            .value(contact)
            .push(&format!(" and {column} is null"));
        query.run(&mut *tx).await?;
    }
    Ok(())
}
