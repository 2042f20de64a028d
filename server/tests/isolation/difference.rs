//! Where an answer and the oracle part.

use serde_json::Value;
use std::fmt::{self, Debug};

/// In words, for the person who has to find it.
pub struct Difference(pub String);

pub type Outcome<T = ()> = Result<T, Difference>;

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

pub fn differs<T>(text: String) -> Outcome<T> {
    Err(Difference(text))
}

pub fn same<T: PartialEq + Debug>(what: &str, told: T, expected: T) -> Outcome {
    if told == expected {
        return Ok(());
    }
    differs(format!("{what}: told {told:?}, expected {expected:?}"))
}

/// Whether an answer says everything that is expected of it. It may say more: what it may not say is looked for
/// in its bytes.
pub fn says(what: &str, told: &Value, expected: &Value) -> Outcome {
    if is_said(told, expected) {
        return Ok(());
    }
    differs(format!("{what}: told {told}, expected {expected}"))
}

fn is_said(told: &Value, expected: &Value) -> bool {
    match expected {
        Value::Object(fields) => fields
            .iter()
            .all(|(name, expected)| told.get(name).is_some_and(|told| is_said(told, expected))),
        _ => told == expected,
    }
}

/// Rows in their order.
pub fn says_all(what: &str, told: &[Value], expected: &[Value]) -> Outcome {
    let ids = |rows: &[Value]| rows.iter().map(|row| row["id"].clone()).collect::<Vec<_>>();
    same(what, ids(told), ids(expected))?;
    let mut rows = told.iter().zip(expected);
    rows.try_for_each(|(told, expected)| says(what, told, expected))
}
