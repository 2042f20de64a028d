//! Pages of what changes rarely, by number and with a total.

use serde::{Deserialize, Serialize};

/// Rows on a page of the dashboard.
pub const ROWS: u32 = 25;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listing<T> {
    pub rows: Vec<T>,
    /// From 1.
    pub page: u32,
    pub per_page: u32,
    pub total: u64,
}

impl<T> Listing<T> {
    pub const fn pages(&self) -> u64 {
        self.total.div_ceil(self.per_page as u64)
    }

    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Listing<U> {
        Listing {
            rows: self.rows.into_iter().map(change).collect(),
            page: self.page,
            per_page: self.per_page,
            total: self.total,
        }
    }
}
