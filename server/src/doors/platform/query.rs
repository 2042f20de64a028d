//! Reading a query parameter by parameter, so that an error can name it. Unknown ones are ignored.

use super::Refusal;
use super::body::invalid;
use crate::store::listing::Paging;
use app::domain::time::Timestamp;
use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;

/// The query, and the path that it belongs to.
pub struct Query {
    pub path: String,
    pairs: Vec<(String, String)>,
}

/// Rows on a page where a question does not say how many.
pub const PER_PAGE: u32 = 20;
/// More count as so many.
pub const PER_PAGE_LIMIT: u32 = 100;

impl<S: Send + Sync> FromRequestParts<S> for Query {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let uri = parts
            .extensions
            .get::<OriginalUri>()
            .map_or(&parts.uri, |uri| &uri.0);
        let pairs: Vec<(String, String)> =
            url::form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes())
                .into_owned()
                .collect();
        if let Some((name, _)) = pairs.iter().find(|(_, value)| value.contains('\0')) {
            return Err(invalid(format!(
                "{}: it contains a NUL",
                name.replace('\0', "")
            )));
        }
        let path = uri.path().to_owned();
        Ok(Self { path, pairs })
    }
}

impl Query {
    /// The last one of a name counts; a blank one counts as absent.
    pub fn text(&self, name: &str) -> Option<String> {
        let found = self.pairs.iter().rev().find(|(known, _)| known == name);
        found
            .map(|(_, value)| value.trim().to_owned())
            .filter(|value| !value.is_empty())
    }

    /// A value that a parser understands.
    pub fn parsed<T>(
        &self,
        name: &str,
        what: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Refusal> {
        match self.text(name) {
            None => Ok(None),
            Some(text) => parse(&text)
                .map(Some)
                .ok_or_else(|| invalid(format!("{name}: it must be {what}"))),
        }
    }

    pub fn moment(&self, name: &str) -> Result<Option<Timestamp>, Refusal> {
        self.parsed(
            name,
            "a moment such as 2027-01-31T12:00:00Z",
            super::body::moment,
        )
    }

    pub fn paging(&self) -> Result<Paging, Refusal> {
        let number = |name: &str| self.parsed(name, "a whole number from 1 on", whole);
        Ok(Paging {
            page: number("page")?.unwrap_or(1),
            per_page: number("per_page")?.unwrap_or(PER_PAGE).min(PER_PAGE_LIMIT),
        })
    }

    /// The same question for another page.
    pub fn at(&self, page: u64) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let others = self.pairs.iter().filter(|(name, _)| name != "page");
        query.extend_pairs(others);
        query.append_pair("page", &page.to_string());
        format!("{}?{}", self.path, query.finish())
    }
}

/// However large: a page past the end is empty.
fn whole(text: &str) -> Option<u32> {
    let digits = text.len() <= 38 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text
        .parse::<u128>()
        .ok()
        .filter(|number| digits && *number > 0)?;
    Some(u32::try_from(number).unwrap_or(u32::MAX))
}
