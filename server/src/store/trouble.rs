//! What keeps numbers from sending, and who is told of it.

use super::db::{Db, Tx};
use super::sql::sql;
use crate::access::viewer::{NumberStanding, Standing};
use crate::error::Result;
use app::domain::id::{NumberId, ProjectId};
use app::domain::trouble::Trouble;
use sqlx::FromRow;
use uuid::Uuid;

/// Why WhatsApp takes nothing from a number, or that it does again. Answers whether that is news.
pub async fn note(tx: &mut Tx, id: NumberId, trouble: Option<Trouble>) -> Result<bool> {
    let mut query = sql("update numbers set trouble = ");
    query.value(trouble.map(Trouble::word));
    query.push(" where id = ").value(id);
    match trouble {
        Some(trouble) => query
            .push(" and (trouble is null or trouble <> ")
            .value(trouble.word())
            .push(")"),
        None => query.push(" and trouble is not null"),
    };
    Ok(query.run(tx).await? > 0)
}

/// These numbers as they are now, with all that decides who hears of them.
pub async fn told(
    db: &Db,
    project: ProjectId,
    ids: &[NumberId],
) -> Result<Vec<(NumberStanding, Option<Trouble>)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = sql(
        "select id, customer_id, trouble from numbers where deleted_at is null and project_id = ",
    );
    query.value(project).push(" and id in (");
    query.list(ids.iter().copied()).push(")");
    let rows: Vec<NumberRow> = query.all(db).await?;
    let mut all = Vec::new();
    for row in rows {
        let standing = NumberStanding {
            project,
            number: row.id.into(),
            customer: row.customer_id.map(Into::into),
            beside: beside(db, project, row.id.into()).await?,
        };
        let trouble = row.trouble.as_deref().and_then(Trouble::from_word);
        all.push((standing, trouble));
    }
    Ok(all)
}

/// Where conversations of the number stand whose contact belongs to another customer than the number: each place once.
async fn beside(db: &Db, project: ProjectId, number: NumberId) -> Result<Vec<Standing>> {
    let rows: Vec<(Option<Uuid>, Option<Uuid>, Option<Uuid>)> = sql(
        "select distinct number_customer_id, contact_customer_id, assignee_id from conversations
         where contact_customer_id is not null
           and (number_customer_id is null or number_customer_id <> contact_customer_id) and number_id = $1",
    )
    .bind(number)
    .all(db)
    .await?;
    let standing = |(number_customer, contact_customer, assignee): (
        Option<Uuid>,
        Option<Uuid>,
        Option<Uuid>,
    )| Standing {
        project,
        number,
        number_customer: number_customer.map(Into::into),
        contact_customer: contact_customer.map(Into::into),
        assignee: assignee.map(Into::into),
    };
    Ok(rows.into_iter().map(standing).collect())
}

#[derive(FromRow)]
struct NumberRow {
    id: Uuid,
    customer_id: Option<Uuid>,
    trouble: Option<String>,
}
