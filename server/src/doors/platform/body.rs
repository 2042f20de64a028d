//! Reading a body field by field, so that an error can name the field. Unknown keys are ignored.

use super::Refusal;
use app::domain::time::Timestamp;
use app::problem::Problem;
use axum::extract::{FromRequest, Request};
use bytes::Bytes;
use serde_json::{Map, Value};
use std::str::FromStr;

/// The object inside a body's envelope.
pub struct Fields(Map<String, Value>);

/// The whole body, not yet opened.
pub struct Body(Value);

impl<S: Send + Sync> FromRequest<S> for Body {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|_| invalid("body: it is too long"))?;
        if bytes.is_empty() {
            return Ok(Self(Value::Null));
        }
        let text = std::str::from_utf8(&bytes).map_err(|_| invalid("body: it is not UTF-8"))?;
        serde_json::from_str(text)
            .map(Self)
            .map_err(|error| invalid(format!("body: it is not JSON: {error}")))
    }
}

impl Body {
    /// A body that may be left out, and has no envelope.
    pub fn bare(self) -> Result<Fields, Refusal> {
        match self.0 {
            Value::Object(fields) => Ok(Fields(fields)),
            Value::Null => Ok(Fields(Map::new())),
            _ => Err(invalid("body: it must be an object")),
        }
    }

    /// Opens the envelope: `{"inbox_embed": {…}}`.
    pub fn envelope(mut self, name: &str) -> Result<Fields, Refusal> {
        match self.0.get_mut(name).map(Value::take) {
            Some(Value::Object(fields)) => Ok(Fields(fields)),
            Some(_) => Err(invalid(format!("{name}: it must be an object"))),
            None => Err(invalid(format!("{name}: it is missing"))),
        }
    }
}

impl Fields {
    fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// A text, cleared of spaces around it; null and blank count as absent.
    pub fn text(&self, name: &str) -> Result<Option<String>, Refusal> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::String(text)) if text.contains('\0') => {
                Err(invalid(format!("{name}: it contains a NUL")))
            }
            Some(Value::String(text)) => {
                Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
            }
            Some(_) => Err(invalid(format!("{name}: it must be a string"))),
        }
    }

    pub fn required(&self, name: &str, limit: usize) -> Result<String, Refusal> {
        let text = self
            .text(name)?
            .ok_or_else(|| invalid(format!("{name}: it is required")))?;
        within(name, text, limit)
    }

    pub fn limited(&self, name: &str, limit: usize) -> Result<Option<String>, Refusal> {
        self.text(name)?
            .map(|text| within(name, text, limit))
            .transpose()
    }

    /// Whether the field is there at all, be it null.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// For changes: nothing when the field is absent, `Some(None)` when it is null or blank.
    pub fn given<T>(
        &self,
        name: &str,
        read: impl FnOnce() -> Result<Option<T>, Refusal>,
    ) -> Result<Option<Option<T>>, Refusal> {
        if self.has(name) {
            read().map(Some)
        } else {
            Ok(None)
        }
    }

    /// The same for a field that cannot be empty.
    pub fn given_value<T>(
        &self,
        name: &str,
        read: impl FnOnce() -> Result<Option<T>, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        match self.given(name, read)? {
            Some(None) => Err(invalid(format!("{name}: it must not be empty"))),
            given => Ok(given.flatten()),
        }
    }

    pub fn flag(&self, name: &str) -> Result<Option<bool>, Refusal> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(*flag)),
            Some(_) => Err(invalid(format!("{name}: it must be true or false"))),
        }
    }

    pub fn whole(&self, name: &str) -> Result<Option<i64>, Refusal> {
        match self.get(name) {
            None => Ok(None),
            Some(value) => value
                .as_i64()
                .map(Some)
                .ok_or_else(|| invalid(format!("{name}: it must be a whole number"))),
        }
    }

    pub fn moment(&self, name: &str) -> Result<Option<Timestamp>, Refusal> {
        self.parsed(name, "a moment such as 2027-01-31T12:00:00Z", moment)
    }

    pub fn uuid<T: FromStr>(&self, name: &str) -> Result<Option<T>, Refusal> {
        self.parsed(name, "a UUID", |text| text.parse().ok())
    }

    /// An object, whatever is in it; within bounds, as it is stored.
    pub fn object(&self, name: &str) -> Result<Option<Value>, Refusal> {
        match self.get(name) {
            None => Ok(None),
            Some(value @ Value::Object(_)) => {
                let text = value.to_string();
                if text.len() > OBJECT_LIMIT {
                    return Err(invalid(format!(
                        "{name}: it has more than {OBJECT_LIMIT} bytes"
                    )));
                }
                // PostgreSQL's documents hold no NUL.
                if text.contains("\\u0000") {
                    return Err(invalid(format!("{name}: it contains a NUL")));
                }
                Ok(Some(value.clone()))
            }
            Some(_) => Err(invalid(format!("{name}: it must be an object"))),
        }
    }

    pub fn texts(&self, name: &str) -> Result<Vec<String>, Refusal> {
        Ok(self.some_texts(name)?.unwrap_or_default())
    }

    /// An empty list is a list; null is none.
    pub fn some_texts(&self, name: &str) -> Result<Option<Vec<String>>, Refusal> {
        let wrong = || invalid(format!("{name}: it must be a list of strings"));
        let text = |item: &Value| match item.as_str() {
            Some(text) if text.contains('\0') => Err(invalid(format!("{name}: it contains a NUL"))),
            Some(text) => Ok(text.to_owned()),
            None => Err(wrong()),
        };
        match self.get(name) {
            None => Ok(None),
            Some(Value::Array(items)) => items.iter().map(text).collect::<Result<_, _>>().map(Some),
            Some(_) => Err(wrong()),
        }
    }

    /// A value that a parser understands.
    pub fn parsed<T>(
        &self,
        name: &str,
        what: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Refusal> {
        match self.text(name)? {
            None => Ok(None),
            Some(text) => parse(&text)
                .map(Some)
                .ok_or_else(|| invalid(format!("{name}: it must be {what}"))),
        }
    }
}

const OBJECT_LIMIT: usize = 32 << 10;

/// RFC 3339, with any offset.
pub fn moment(text: &str) -> Option<Timestamp> {
    let at: jiff::Timestamp = text.parse().ok()?;
    Some(Timestamp(at.as_millisecond()))
}

fn within(name: &str, text: String, limit: usize) -> Result<String, Refusal> {
    if text.chars().count() > limit {
        return Err(invalid(format!(
            "{name}: it has more than {limit} characters"
        )));
    }
    Ok(text)
}

pub fn invalid(text: impl Into<String>) -> Refusal {
    Refusal(Problem::Invalid(text.into()))
}
