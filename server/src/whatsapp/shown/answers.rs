//! The answers of a form. WhatsApp gives them as JSON inside a string, which may be no JSON at all.

use super::{LINE, PARTS, line};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;
use std::fmt;
use std::marker::PhantomData;

pub(super) fn answers(response: &Value) -> Vec<(String, String)> {
    let form: Option<Fields<Field>> = match response.as_str() {
        Some(text) => serde_json::from_str(text).ok(),
        None => Fields::deserialize(response).ok(),
    };
    let mut answers = Vec::new();
    for (name, field) in form.map(|form| form.0).unwrap_or_default() {
        // Meta's own token is nobody's answer.
        if name == "flow_token" || answers.len() >= PARTS {
            continue;
        }
        match field {
            Field::Group(Fields(group)) => {
                let group = group.into_iter().take(PARTS);
                answers.extend(group.filter_map(|(name, value)| answer(&name, &value)));
            }
            Field::One(value) => answers.extend(answer(&name, &value)),
        }
    }
    answers.truncate(PARTS);
    answers
}

/// One level of groups is opened.
#[derive(Deserialize)]
#[serde(untagged)]
enum Field {
    Group(Fields<Value>),
    One(Value),
}

/// An object in the order in which it was written, which is the form's; a `Value` has its names in their own.
struct Fields<T>(Vec<(String, T)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Fields<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder(PhantomData))
    }
}

struct InOrder<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for InOrder<T> {
    type Value = Fields<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Fields(fields))
    }
}

fn answer(name: &str, value: &Value) -> Option<(String, String)> {
    let said = match value {
        Value::Null => return None,
        // The page says yes and no.
        Value::Bool(said) => said.to_string(),
        Value::String(_) | Value::Number(_) => line(value)?,
        Value::Array(list) if list.iter().all(|one| one.is_string() || one.is_number()) => {
            let said: Vec<String> = list.iter().take(PARTS).filter_map(line).collect();
            said.join(", ")
        }
        Value::Array(_) | Value::Object(_) => value.to_string(),
    };
    Some((short(&label(name)), short(&said)))
}

fn short(text: &str) -> String {
    text.chars().take(LINE).collect()
}

/// Forms name their fields `screen_0_First_name_1`, or as a programmer would.
fn label(name: &str) -> String {
    let inner = name
        .strip_prefix("screen_")
        .and_then(|rest| rest.split_once('_'))
        .filter(|(screen, _)| screen.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|(_, rest)| rest.rsplit_once('_'))
        .filter(|(_, nth)| nth.bytes().all(|byte| byte.is_ascii_digit()))
        .map_or(name, |(inner, _)| inner);
    let spaced = inner.replace('_', " ");
    let mut rest = spaced.trim().chars();
    rest.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(rest).collect()
    })
}
