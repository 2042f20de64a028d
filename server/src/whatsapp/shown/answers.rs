//! The answers of a form. WhatsApp gives them as JSON inside a string, which may be no JSON at all.

use super::{LINE, PARTS, line};
use serde_json::Value;

pub(super) fn answers(response: &Value) -> Vec<(String, String)> {
    let parsed = response
        .as_str()
        .and_then(|text| serde_json::from_str(text).ok());
    let mut answers = Vec::new();
    gather(parsed.as_ref().unwrap_or(response), &mut answers);
    answers
}

/// One level of groups is opened; Meta's own token is nobody's answer.
fn gather(response: &Value, answers: &mut Vec<(String, String)>) {
    for (name, value) in response.as_object().into_iter().flatten() {
        if name == "flow_token" || answers.len() >= PARTS {
            continue;
        }
        match value {
            Value::Object(group) => {
                let group = group.iter().take(PARTS);
                answers.extend(group.filter_map(|(name, value)| answer(name, value)));
            }
            value => answers.extend(answer(name, value)),
        }
    }
    answers.truncate(PARTS);
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
