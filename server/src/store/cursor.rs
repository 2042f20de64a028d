//! Pages by place: newest first, from a moment and an id on, in either direction.

use super::db::Db;
use super::sql::{Row, Sql};
use crate::error::Result;
use app::domain::time::Timestamp;
use uuid::Uuid;

/// A row's place in a list.
pub type Place = (Timestamp, Uuid);

/// Which part of a list.
#[derive(Clone, Copy, Debug)]
pub struct Cut {
    pub limit: usize,
    pub from: From,
}

#[derive(Clone, Copy, Debug)]
pub enum From {
    Start,
    /// What is older than this.
    After(Place),
    /// What is newer than this, as near to it as possible.
    Before(Place),
}

/// Rows, and where the ones beside them are.
pub struct Paged<T> {
    pub rows: Vec<T>,
    pub before: Option<Place>,
    pub after: Option<Place>,
}

impl<T> Paged<T> {
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Paged<U> {
        Paged {
            rows: self.rows.into_iter().map(change).collect(),
            before: self.before,
            after: self.after,
        }
    }
}

/// `query` ends inside its conditions; `columns` are those of the place.
pub(super) async fn read<R: Row>(
    db: &Db,
    mut query: Sql,
    (at, id): (&str, &str),
    cut: Cut,
    place: impl Fn(&R) -> Place,
) -> Result<Paged<R>> {
    let (sign, order) = match cut.from {
        From::Start | From::After(_) => ("<", "desc"),
        From::Before(_) => (">", "asc"),
    };
    if let From::After(edge) | From::Before(edge) = cut.from {
        query
            .push(&format!(" and ({at}, {id}) {sign} ("))
            .value(edge.0)
            .push(", ")
            .value(edge.1)
            .push(")");
    }
    query.push(&format!(
        " order by {at} {order}, {id} {order} limit {}",
        cut.limit + 1
    ));
    let mut rows: Vec<R> = query.all(db).await?;
    let more = rows.len() > cut.limit;
    rows.truncate(cut.limit);
    let backwards = matches!(cut.from, From::Before(_));
    if backwards {
        rows.reverse();
    }
    let first = rows.first().map(&place);
    let last = rows.last().map(&place);
    Ok(Paged {
        before: first.filter(|_| match cut.from {
            From::Start => false,
            From::After(_) => true,
            From::Before(_) => more,
        }),
        after: last.filter(|_| backwards || more),
        rows,
    })
}
