//! The envelopes of answers: `{"data": …}`, for lists with `meta` and the paging headers.

use super::query::Query;
use app::domain::listing::Listing;
use axum::Json;
use axum::http::header::LINK;
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
pub struct Data<T> {
    pub data: T,
}

pub const fn data<T>(data: T) -> Json<Data<T>> {
    Json(Data { data })
}

#[derive(Serialize, ToSchema)]
pub struct List<T> {
    pub data: Vec<T>,
    pub meta: PaginationMeta,
}

#[derive(Serialize, ToSchema)]
pub struct PaginationMeta {
    #[schema(minimum = 1)]
    pub page: u32,
    #[schema(minimum = 1)]
    pub per_page: u32,
    pub total_pages: u64,
    pub total_count: u64,
}

/// A page of a list, with where the others are.
pub struct Listed<T> {
    base: String,
    query: Query,
    listing: Listing<T>,
}

/// `base`: the server's public address, for the links.
pub fn listed<T>(base: String, query: Query, listing: Listing<T>) -> Listed<T> {
    Listed {
        base,
        query,
        listing,
    }
}

impl<T: Serialize> IntoResponse for Listed<T> {
    fn into_response(self) -> Response {
        let pages = self.listing.pages();
        let links = links(&self.base, &self.query, u64::from(self.listing.page), pages);
        let Listing {
            rows,
            page,
            per_page,
            total,
        } = self.listing;
        let meta = PaginationMeta {
            page,
            per_page,
            total_pages: pages,
            total_count: total,
        };
        let mut response = Json(List { data: rows, meta }).into_response();
        let headers = response.headers_mut();
        for (name, value) in [
            ("x-total", total),
            ("x-total-pages", pages),
            ("x-per-page", per_page.into()),
            ("x-page", page.into()),
        ] {
            headers.insert(HeaderName::from_static(name), value.into());
        }
        if let Ok(links) = HeaderValue::from_str(&links) {
            headers.insert(LINK, links);
        }
        response
    }
}

/// RFC 8288: the pages that exist beside this one.
fn links(base: &str, query: &Query, page: u64, pages: u64) -> String {
    let last = pages.max(1);
    let mut links = vec![("first", 1)];
    if page > 1 {
        links.push(("prev", (page - 1).min(last)));
    }
    if page < last {
        links.push(("next", page + 1));
    }
    links.push(("last", last));
    let link =
        |(relation, page): (&str, u64)| format!("<{base}{}>; rel=\"{relation}\"", query.at(page));
    links.into_iter().map(link).collect::<Vec<_>>().join(", ")
}
