//! `GET /{version}/{business_account_id}/message_templates` and `…/flows`: made-up templates and forms.

use std::sync::LazyLock;

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Problem, access};
use crate::fault::FaultKind;
use crate::network::{Network, SharedNetwork};

static TEMPLATES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("templates.json")).expect("a file of this crate")
});

pub fn find(name: &str, language: &str) -> Option<Value> {
    let is_it = |it: &&Value| it["name"] == name && it["language"] == language;
    TEMPLATES.iter().find(is_it).cloned()
}

#[derive(Deserialize)]
pub struct Page {
    limit: Option<usize>,
    after: Option<String>,
    name: Option<String>,
}

pub async fn get(
    State(network): State<SharedNetwork>,
    Path((version, id)): Path<(String, String)>,
    Query(page): Query<Page>,
    headers: HeaderMap,
) -> Result<Json<Value>, Problem> {
    access::anyone(&network, &headers)?;
    if !is_business_account(&network, &id) {
        return Err(Problem::no_such_object(&id));
    }
    super::media::fault(&network, FaultKind::List)?;
    let next = format!(
        "{}/{version}/{id}/message_templates",
        super::media::base(&headers)
    );
    Ok(Json(listing(&page, &next)))
}

/// Forms that customers fill in. One is not published yet.
static FLOWS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let flow = |id: &str, name: &str, status: &str| json!({"id": id, "name": name, "status": status, "categories": ["OTHER"], "validation_errors": []});
    vec![
        flow("771200340011", "Service feedback", "PUBLISHED"),
        flow("771200340012", "Book a test ride", "PUBLISHED"),
        flow("771200340013", "Trade-in offer", "DRAFT"),
    ]
});

pub fn is_published_flow(id: &str) -> bool {
    FLOWS
        .iter()
        .any(|flow| flow["id"] == id && flow["status"] == "PUBLISHED")
}

pub async fn flows(
    State(network): State<SharedNetwork>,
    Path((_, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Json<Value>, Problem> {
    access::anyone(&network, &headers)?;
    if !is_business_account(&network, &id) {
        return Err(Problem::no_such_object(&id));
    }
    super::media::fault(&network, FaultKind::List)?;
    let paging = json!({"cursors": {"before": "0", "after": "0"}});
    Ok(Json(json!({"data": *FLOWS, "paging": paging})))
}

fn is_business_account(network: &Network, id: &str) -> bool {
    network
        .world()
        .numbers
        .iter()
        .any(|number| number.business_account_id == id)
}

/// A cursor is the place in the list. `next` stands there only while there is more.
fn listing(page: &Page, url: &str) -> Value {
    let named = |it: &&Value| page.name.as_ref().is_none_or(|name| it["name"] == *name);
    let all: Vec<&Value> = TEMPLATES.iter().filter(named).collect();
    let limit = page.limit.unwrap_or(25).max(1);
    let start = page
        .after
        .as_ref()
        .and_then(|it| it.parse().ok())
        .unwrap_or(0)
        .min(all.len());
    let end = start.saturating_add(limit).min(all.len());
    let mut paging = json!({"cursors": {"before": start.to_string(), "after": end.to_string()}});
    if end < all.len() {
        paging["next"] = json!(format!("{url}?limit={limit}&after={end}"));
    }
    json!({"data": all[start..end], "paging": paging})
}
