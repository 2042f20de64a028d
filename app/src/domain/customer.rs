//! Customers of the company that runs a project: whom a `customer` scope points at.

use super::given::given;
use super::id::CustomerId;
use super::time::Timestamp;
use crate::domain::refusal::office as refusal;
use serde::{Deserialize, Serialize};

pub const NAME_LIMIT: usize = 120;
pub const EXTERNAL_ID_LIMIT: usize = 200;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    pub id: CustomerId,
    pub name: String,
    /// What the company calls this customer in its own system; unique in the project.
    pub external_customer_id: Option<String>,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerDraft {
    pub name: String,
    pub external_customer_id: Option<String>,
}

/// An absent field stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerChange {
    pub name: Option<String>,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "given"
    )]
    pub external_customer_id: Option<Option<String>>,
}

impl CustomerDraft {
    /// What is wrong with it, in a sentence that begins with the field.
    pub fn problem(&self) -> Option<String> {
        name_problem(&self.name)
            .or_else(|| external_id_problem(self.external_customer_id.as_deref()))
    }
}

impl CustomerChange {
    pub fn problem(&self) -> Option<String> {
        let external = self
            .external_customer_id
            .as_ref()
            .and_then(Option::as_deref);
        self.name
            .as_deref()
            .and_then(name_problem)
            .or_else(|| external_id_problem(external))
    }
}

fn name_problem(name: &str) -> Option<String> {
    if name.contains('\0') {
        return Some(format!("name: {}", refusal::NUL));
    }
    match name.chars().count() {
        0 => Some(format!("name: {}", refusal::REQUIRED)),
        1..=NAME_LIMIT => None,
        _ => Some(format!("name: {}", refusal::too_long(NAME_LIMIT))),
    }
}

fn external_id_problem(id: Option<&str>) -> Option<String> {
    if id.is_some_and(|id| id.contains('\0')) {
        return Some(format!("external_customer_id: {}", refusal::NUL));
    }
    let long = id.is_some_and(|id| id.chars().count() > EXTERNAL_ID_LIMIT);
    long.then(|| {
        format!(
            "external_customer_id: {}",
            refusal::too_long(EXTERNAL_ID_LIMIT)
        )
    })
}
