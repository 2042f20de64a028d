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
            "buttons" => buttons(part, sent),
            _ => text(part, parameters(sent, &kind))?,
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

/// A header may be media, which is shown as it was sent.
fn text(part: &Value, given: &[Value]) -> Result<Value, Problem> {
    let Some(text) = part["text"].as_str() else {
        return Ok(given.first().cloned().unwrap_or_default());
    };
    let expected = text.matches("{{").count();
    if expected != given.len() {
        let details = format!(
            "number of parameters ({}) does not match {expected}",
            given.len()
        );
        return Err(Problem::new(132000, &details));
    }
    let shown = given
        .iter()
        .enumerate()
        .fold(text.to_owned(), |text, (at, parameter)| {
            let place = (at + 1).to_string();
            let place = parameter["parameter_name"].as_str().unwrap_or(&place);
            text.replace(&format!("{{{{{place}}}}}"), words(parameter))
        });
    Ok(json!({"text": shown}))
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
fn buttons(part: &Value, sent: &Value) -> Value {
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
        if let (Some(url), Some(end)) = (button["url"].as_str(), parameter["text"].as_str()) {
            button["url"] = json!(url.replace("{{1}}", end));
        }
        button
    });
    shown.collect()
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
