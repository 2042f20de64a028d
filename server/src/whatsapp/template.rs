//! Templates as Meta lists them, as people fill them, and as they are sent.

use super::content::text;
use super::outgoing::{media, place_node, word};
use app::domain::content::{Header, Panel, Tap, TapKind};
use app::domain::file::File;
use app::domain::message::Kind;
use app::domain::template::{
    Template, TemplateButton, TemplateDraft, TemplateHeader, filled, pointed, variables,
};
use serde_json::{Value, json};

/// A template that can be sent, with what only the sending needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    pub template: Template,
    /// Its variables go by name, not by place.
    pub named: bool,
}

/// Reads a template of Meta's list. None: it is not approved, or carries what cannot be sent from here.
/// Those for one-time codes are among them: they are for programs, and most do not go to user ids at all (131062).
pub fn read(node: &Value) -> Option<Stored> {
    let category = text(&node["category"]);
    if node["status"] != "APPROVED" || category == "AUTHENTICATION" {
        return None;
    }
    let mut template = Template {
        name: text(&node["name"]),
        language: text(&node["language"]),
        category,
        header: None,
        body: String::new(),
        footer: None,
        buttons: Vec::new(),
        examples: Vec::new(),
    };
    for part in node["components"].as_array()? {
        add(&mut template, part)?;
    }
    Some(Stored {
        template,
        named: node["parameter_format"] == "NAMED",
    })
}

/// The business accounts of which a webhook says that their templates have changed.
pub fn changed(body: &[u8]) -> Vec<String> {
    // Few webhooks are about templates, and all others need not be read a second time.
    if !body.windows(9).any(|bytes| bytes == b"template_") {
        return Vec::new();
    }
    let root: Value = serde_json::from_str(&super::repair::repaired(body)).unwrap_or_default();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let about_templates = |entry: &Value| {
        list(&entry["changes"]).iter().any(|change| {
            change["field"]
                .as_str()
                .is_some_and(|field| field.contains("template_"))
        })
    };
    let entries = list(&root["entry"]).into_iter().filter(about_templates);
    entries.map(|entry| text(&entry["id"])).collect()
}

fn add(template: &mut Template, part: &Value) -> Option<()> {
    match part["type"].as_str()? {
        "HEADER" => {
            template.header = Some(header(part)?);
            template.examples.extend(examples(part, "header"));
        }
        "BODY" => {
            template.body = text(&part["text"]);
            template.examples.extend(examples(part, "body"));
        }
        "FOOTER" => template.footer = Some(text(&part["text"])),
        "BUTTONS" => {
            let buttons = part["buttons"].as_array()?;
            for (nth, node) in buttons.iter().enumerate() {
                template.buttons.push(button(node)?);
                let example = text(&node["example"][0]);
                // A code's example stands there bare.
                let example = if example.is_empty() {
                    text(&node["example"])
                } else {
                    example
                };
                if !example.is_empty() {
                    template.examples.push((format!("button.{nth}"), example));
                }
            }
        }
        _ => return None,
    }
    Some(())
}

fn header(part: &Value) -> Option<TemplateHeader> {
    Some(match part["format"].as_str()? {
        "TEXT" => TemplateHeader::Text(text(&part["text"])),
        "IMAGE" => TemplateHeader::File(Kind::Image),
        "VIDEO" => TemplateHeader::File(Kind::Video),
        "DOCUMENT" => TemplateHeader::File(Kind::Document),
        "LOCATION" => TemplateHeader::Place,
        _ => return None,
    })
}

fn button(node: &Value) -> Option<TemplateButton> {
    let some = |value: &Value| Some(text(value)).filter(|text| !text.is_empty());
    let (kind, detail) = match node["type"].as_str()? {
        "QUICK_REPLY" => (TapKind::Reply, None),
        "URL" => (TapKind::Link, some(&node["url"])),
        "PHONE_NUMBER" => (TapKind::Phone, some(&node["phone_number"])),
        "COPY_CODE" => (TapKind::Code, Some("{{1}}".to_owned())),
        "FLOW" => (TapKind::Form, None),
        "REQUEST_CONTACT_INFO" => (TapKind::Contact, None),
        "VOICE_CALL" => (TapKind::Other, None),
        // Catalogues, products, one-time codes.
        _ => return None,
    };
    Some(TemplateButton {
        kind,
        title: text(&node["text"]),
        detail,
    })
}

fn examples(part: &Value, place: &str) -> Vec<(String, String)> {
    let example = &part["example"];
    let named = example[format!("{place}_text_named_params")].as_array();
    let named = named
        .into_iter()
        .flatten()
        .map(|param| (text(&param["param_name"]), text(&param["example"])));
    // A header's are a list, a body's a list of lists.
    let listed = &example[format!("{place}_text")];
    let listed = listed[0].as_array().or(listed.as_array());
    let listed = listed.into_iter().flatten().enumerate();
    let listed = listed.map(|(nth, value)| ((nth + 1).to_string(), text(value)));
    named
        .chain(listed)
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (format!("{place}.{name}"), value))
        .collect()
}

impl Stored {
    pub fn filled_body(&self, draft: &TemplateDraft) -> String {
        filled(&self.template.body, "body", &draft.values)
    }

    /// `template` as a message carries it.
    pub fn node(&self, draft: &TemplateDraft, file_name: Option<&str>) -> Value {
        let mut components: Vec<Value> = Vec::new();
        let header = match &self.template.header {
            Some(TemplateHeader::Text(text)) => self.texts(text, "header", draft),
            Some(TemplateHeader::File(kind)) => {
                let file = draft.file.map(
                    |id| json!({"type": word(*kind), word(*kind): media(*kind, id, file_name)}),
                );
                file.into_iter().collect()
            }
            Some(TemplateHeader::Place) => {
                let place = draft.place.as_ref();
                let place =
                    place.map(|place| json!({"type": "location", "location": place_node(place)}));
                place.into_iter().collect()
            }
            None => Vec::new(),
        };
        let body = self.texts(&self.template.body, "body", draft);
        for (part, parameters) in [("header", header), ("body", body)] {
            if !parameters.is_empty() {
                components.push(json!({"type": part, "parameters": parameters}));
            }
        }
        let buttons = self.template.buttons.iter().enumerate();
        components.extend(buttons.filter_map(|(nth, button)| button_node(nth, button, draft)));
        let mut node = json!({"name": draft.name, "language": {"code": draft.language}});
        if !components.is_empty() {
            node["components"] = json!(components);
        }
        node
    }

    /// The parameters of a text: in the order of their numbers, or with their names.
    fn texts(&self, text: &str, part: &str, draft: &TemplateDraft) -> Vec<Value> {
        let mut names = variables(text);
        if !self.named {
            names.sort_by_key(|name| name.parse::<u32>().unwrap_or(u32::MAX));
        }
        let parameter = |name: &&str| {
            let mut parameter =
                json!({"type": "text", "text": draft.value(&format!("{part}.{name}"))});
            if self.named {
                parameter["parameter_name"] = json!(name);
            }
            parameter
        };
        names.iter().map(parameter).collect()
    }

    /// What is too long of a `template` that a program has filled, by field.
    pub fn overlong(&self, node: &Value) -> Option<String> {
        let components = node["components"].as_array().into_iter().flatten();
        let draft = TemplateDraft {
            values: components.flat_map(values).collect(),
            ..TemplateDraft::default()
        };
        let (field, text) = draft.overlong(&self.template).into_iter().next()?;
        Some(format!("template.{field}: {text}"))
    }

    /// What the customer sees around the body.
    pub fn shown(&self, draft: &TemplateDraft, file: Option<File>) -> Panel {
        let header = match &self.template.header {
            Some(TemplateHeader::Text(text)) => {
                Some(Header::Text(filled(text, "header", &draft.values)))
            }
            Some(TemplateHeader::File(kind)) => file.map(|file| Header::File(*kind, file)),
            Some(TemplateHeader::Place) => draft.place.clone().map(Header::Place),
            None => None,
        };
        let tap = |(nth, button): (usize, &TemplateButton)| {
            let value = draft.value(&format!("button.{nth}"));
            let detail = button.detail.as_deref();
            Tap {
                kind: button.kind,
                title: button.title.clone(),
                detail: detail.map(|detail| pointed(detail, value)),
            }
        };
        Panel {
            header,
            footer: self.template.footer.clone(),
            taps: self.template.buttons.iter().enumerate().map(tap).collect(),
            sections: Vec::new(),
        }
    }
}

/// The values of a header's or body's variables, as a draft names them. Money and moments carry their text as well.
fn values(component: &Value) -> Vec<(String, String)> {
    let part = text(&component["type"]).to_lowercase();
    let parameters = component["parameters"].as_array().into_iter().flatten();
    let value = |(nth, node): (usize, &Value)| {
        let name = node["parameter_name"].as_str().map(str::to_owned);
        let name = name.unwrap_or_else(|| (nth + 1).to_string());
        let texts = [
            &node["text"],
            &node["currency"]["fallback_value"],
            &node["date_time"]["fallback_value"],
        ];
        let value = texts
            .into_iter()
            .find_map(Value::as_str)
            .unwrap_or_default();
        (format!("{part}.{name}"), value.to_owned())
    };
    parameters.enumerate().map(value).collect()
}

/// Buttons without a variable need no word of ours, but for forms, which must be named a token.
fn button_node(nth: usize, button: &TemplateButton, draft: &TemplateDraft) -> Option<Value> {
    let value = draft.value(&format!("button.{nth}"));
    let open = button
        .detail
        .as_deref()
        .is_some_and(|detail| !variables(detail).is_empty());
    let (kind, parameter) = match button.kind {
        TapKind::Link if open => ("url", json!({"type": "text", "text": value})),
        TapKind::Code => (
            "copy_code",
            json!({"type": "coupon_code", "coupon_code": value}),
        ),
        TapKind::Form => (
            "flow",
            json!({"type": "action", "action": {"flow_token": "unused"}}),
        ),
        _ => return None,
    };
    Some(
        json!({"type": "button", "sub_type": kind, "index": nth.to_string(), "parameters": [parameter]}),
    )
}

#[cfg(test)]
mod tests;
