//! Lists by cursor: `limit`, `after`, `before`; answers `paging`. A cursor is opaque to whoever carries it:
//! base64 of `{"values": […], "columns": […]}`, as Kapso's are.

use super::Refusal;
use super::body::invalid;
use super::query::{PER_PAGE, PER_PAGE_LIMIT, Query};
use crate::store::cursor::{Cut, From, Paged, Place};
use app::domain::time::Timestamp;
use axum::Json;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
pub struct Slice<T> {
    pub data: Vec<T>,
    pub paging: Paging,
}

#[derive(Serialize, ToSchema)]
pub struct Paging {
    pub cursors: Cursors,
    /// The cursor for `after`; null on the last page
    pub next: Option<String>,
    /// The cursor for `before`; null on the first page
    pub previous: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub struct Cursors {
    pub before: Option<String>,
    pub after: Option<String>,
}

pub fn sliced<T>(page: Paged<T>) -> Json<Slice<T>> {
    let (before, after) = (page.before.map(written), page.after.map(written));
    Json(Slice {
        data: page.rows,
        paging: Paging {
            next: after.clone(),
            previous: before.clone(),
            cursors: Cursors { before, after },
        },
    })
}

pub fn cut(query: &Query) -> Result<Cut, Refusal> {
    let place = |name: &str| query.parsed(name, "a cursor that an answer gave", read);
    let from = match (place("after")?, place("before")?) {
        (Some(_), Some(_)) => return Err(invalid("before: it cannot stand beside after")),
        (Some(place), None) => From::After(place),
        (None, Some(place)) => From::Before(place),
        (None, None) => From::Start,
    };
    let limit = query.parsed("limit", "a whole number from 1 to 100", |text| {
        text.parse::<u32>().ok().filter(|limit| *limit > 0)
    })?;
    Ok(Cut {
        limit: limit.unwrap_or(PER_PAGE).min(PER_PAGE_LIMIT) as usize,
        from,
    })
}

fn written((at, id): Place) -> String {
    let cursor = json!({"values": [at, id], "columns": ["created_at", "id"]});
    URL_SAFE_NO_PAD.encode(cursor.to_string())
}

fn read(text: &str) -> Option<Place> {
    let bytes = URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok()?;
    let cursor: Value = serde_json::from_slice(&bytes).ok()?;
    let values = &cursor["values"];
    Some((
        Timestamp(values[0].as_i64()?),
        values[1].as_str()?.parse().ok()?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_cursor_comes_back_as_it_was() {
        let place = (Timestamp(1_767_225_600_123), Uuid::from_u128(7));
        assert_eq!(read(&written(place)), Some(place));
        for broken in ["", "x", "e30", "bm8", "!!", &"A".repeat(5000)] {
            assert_eq!(read(broken), None, "{broken}");
        }
    }
}
