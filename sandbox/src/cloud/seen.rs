//! What the customer sees of a send: the content itself, and for a template its filled text.

use serde_json::{Map, Value, json};

use super::{Problem, templates};

pub fn by_customer(body: &Value) -> Result<Value, Problem> {
    let kind = body["type"].as_str().unwrap_or("text");
    let mut content = body[kind].clone();
    if kind == "template" {
        content["seen"] = filled(&content)?;
    }
    Ok(content)
}

fn filled(sent: &Value) -> Result<Value, Problem> {
    let name = sent["name"].as_str().unwrap_or_default();
    let language = sent["language"]["code"].as_str().unwrap_or_default();
    let template = templates::find(name, language).ok_or_else(|| {
        Problem::new(
            132001,
            &format!("template name ({name}) does not exist in {language}"),
        )
    })?;
    let mut seen = Map::from_iter([("category".into(), template["category"].clone())]);
    for part in parts(&template) {
        let kind = part["type"].as_str().unwrap_or_default().to_lowercase();
        let shown = match kind.as_str() {
            "buttons" => buttons(part, sent)?,
            _ => text(
                part,
                parameters(sent, &kind),
                template["parameter_format"] == "NAMED",
            )?,
        };
        seen.insert(kind, shown);
    }
    Ok(Value::Object(seen))
}

fn parts(template: &Value) -> &[Value] {
    template["components"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
}

/// A header may be media or a place, which is shown as it was sent.
fn text(part: &Value, given: &[Value], named: bool) -> Result<Value, Problem> {
    let Some(text) = part["text"].as_str() else {
        return media(part, given);
    };
    let expected = text.matches("{{").count();
    if expected != given.len() {
        let details = format!(
            "number of parameters ({}) does not match {expected}",
            given.len()
        );
        return Err(Problem::new(132000, &details));
    }
    let mut shown = text.to_owned();
    for (at, parameter) in given.iter().enumerate() {
        let place = match (named, parameter["parameter_name"].as_str()) {
            (true, Some(name)) => name.to_owned(),
            (false, None) => (at + 1).to_string(),
            _ => return Err(Problem::new(132000, "Parameter name does not match")),
        };
        let place = format!("{{{{{place}}}}}");
        if !text.contains(&place) {
            return Err(Problem::new(132000, &format!("there is no {place}")));
        }
        shown = shown.replace(&place, one_line(words(parameter))?);
    }
    let limit = if part["type"] == "HEADER" { 60 } else { 1024 };
    match shown.chars().count() > limit {
        true => Err(Problem::new(132005, "Translated text too long")),
        false => Ok(json!({"text": shown})),
    }
}

fn media(part: &Value, given: &[Value]) -> Result<Value, Problem> {
    let format = part["format"].as_str().unwrap_or_default().to_lowercase();
    let own = given
        .first()
        .filter(|it| it["type"] == format && it[&format].is_object());
    let missing = || {
        Problem::new(
            132012,
            &format!("header: Format mismatch, expected {format}"),
        )
    };
    own.cloned().ok_or_else(missing)
}

fn one_line(text: &str) -> Result<&str, Problem> {
    let details =
        "Param text cannot have new-line/tab characters or more than 4 consecutive spaces";
    match text.is_empty() || text.contains(['\n', '\t']) || text.contains("     ") {
        true => Err(Problem::new(132018, details)),
        false => Ok(text),
    }
}

fn words(parameter: &Value) -> &str {
    let kind = parameter["type"].as_str().unwrap_or("text");
    let shown = parameter[kind]
        .as_str()
        .or(parameter[kind]["fallback_value"].as_str());
    shown.unwrap_or_default()
}

fn parameters<'a>(sent: &'a Value, kind: &str) -> &'a [Value] {
    let components = sent["components"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let is_it = |it: &&Value| {
        it["type"]
            .as_str()
            .is_some_and(|it| it.eq_ignore_ascii_case(kind))
    };
    let own = components
        .iter()
        .find(is_it)
        .and_then(|it| it["parameters"].as_array());
    own.map(Vec::as_slice).unwrap_or_default()
}

/// The template's buttons, each with the parameters that the send gave to its index.
fn buttons(part: &Value, sent: &Value) -> Result<Value, Problem> {
    let buttons = part["buttons"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let shown = buttons.iter().enumerate().map(|(index, button)| {
        let mut button = button.clone();
        let parameter = button_parameter(sent, index);
        button["payload"] = match parameter["payload"].as_str() {
            Some(payload) => json!(payload),
            None => button["text"].clone(),
        };
        match (button["url"].as_str(), parameter["text"].as_str()) {
            (Some(url), Some(end)) => button["url"] = json!(url.replace("{{1}}", one_line(end)?)),
            (Some(url), None) if url.contains("{{") => return Err(unfilled(index)),
            _ => {}
        }
        if button["type"] == "COPY_CODE" {
            let code = parameter["coupon_code"]
                .as_str()
                .ok_or_else(|| unfilled(index))?;
            button["coupon_code"] = json!(code);
        }
        Ok(button)
    });
    shown.collect()
}

fn unfilled(index: usize) -> Problem {
    let details = format!("buttons: Button at index {index} of type Url requires a parameter");
    Problem::new(131008, &details)
}

fn button_parameter(sent: &Value, index: usize) -> Value {
    let components = sent["components"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let at = |it: &Value| match &it["index"] {
        Value::String(at) => at.parse().ok(),
        at => at.as_u64(),
    };
    let mut buttons = components.iter().filter(|it| it["type"] == "button");
    let own = buttons.find(|it| at(it) == Some(index as u64));
    own.map(|it| it["parameters"][0].clone())
        .unwrap_or_default()
}
