//! Pages by number, with a total.

use super::db::Db;
use super::sql::{Row, Sql};
use crate::error::Result;
use app::domain::listing::Listing;

/// Which page of how many rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    /// From 1.
    pub page: u32,
    pub per_page: u32,
}

impl Paging {
    fn offset(self) -> i64 {
        i64::from(self.page.max(1) - 1) * i64::from(self.per_page)
    }
}

/// `columns`, `from` and conditions, `order`: asked once for the rows and once for their number.
pub(super) async fn read<R: Row>(
    db: &Db,
    columns: &str,
    from: Sql,
    order: &str,
    paging: Paging,
) -> Result<Listing<R>> {
    let (total,): (i64,) = from.clone().after("select count(*) ").one(db).await?;
    let mut rows = from.after(columns);
    rows.push(order).push(&format!(
        " limit {} offset {}",
        paging.per_page,
        paging.offset()
    ));
    Ok(Listing {
        rows: rows.all(db).await?,
        page: paging.page,
        per_page: paging.per_page,
        total: total as u64,
    })
}
