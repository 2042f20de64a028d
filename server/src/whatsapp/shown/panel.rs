//! Messages with parts around their text: interactive ones and templates, as they went out.

use super::{array, line, lost, place};
use app::domain::content::{Content, Header, Panel, Row, Section, Tap, TapKind};
use app::domain::file::File;
use app::domain::id::MediaId;
use app::domain::message::Kind;
use serde_json::Value;

pub(super) fn interactive(node: &Value, file: Option<File>, id: MediaId) -> Panel {
    let action = &node["action"];
    Panel {
        header: header(&node["header"], file, id),
        footer: line(&node["footer"]["text"]),
        taps: taps(node["type"].as_str().unwrap_or_default(), action),
        sections: array(&action["sections"]).map(section).collect(),
    }
}

fn header(node: &Value, file: Option<File>, id: MediaId) -> Option<Header> {
    let word = node["type"].as_str()?;
    match Kind::from_word(word) {
        Kind::Text => line(&node["text"]).map(Header::Text),
        kind @ (Kind::Image | Kind::Video | Kind::Document) => {
            let file = file.unwrap_or_else(|| lost(&node[word], id));
            Some(Header::File(kind, file))
        }
        Kind::Location => place(&node["location"]).map(Header::Place),
        _ => None,
    }
}

fn taps(word: &str, action: &Value) -> Vec<Tap> {
    let parameters = &action["parameters"];
    let one = |kind, title: Option<String>, otherwise: &str, detail| {
        let title = title.unwrap_or_else(|| otherwise.to_owned());
        vec![Tap {
            kind,
            title,
            detail,
        }]
    };
    match word {
        "button" => array(&action["buttons"]).filter_map(reply).collect(),
        "list" => one(TapKind::List, line(&action["button"]), "Choose", None),
        "cta_url" => {
            let url = line(&parameters["url"]).filter(|url| app::domain::link::is_web(url));
            one(
                TapKind::Link,
                line(&parameters["display_text"]),
                "Open",
                url,
            )
        }
        "flow" => one(
            TapKind::Form,
            line(&parameters["flow_cta"]),
            "Open the form",
            None,
        ),
        "location_request_message" => one(TapKind::Place, None, "Send location", None),
        "contact_request" => one(TapKind::Contact, None, "Share phone number", None),
        "call_permission_request" => one(TapKind::Phone, None, "Allow calls", None),
        "catalog_message" | "product_list" | "product" => {
            one(TapKind::Other, None, "View products", None)
        }
        _ => Vec::new(),
    }
}

fn reply(button: &Value) -> Option<Tap> {
    Some(Tap {
        kind: TapKind::Reply,
        title: line(&button["reply"]["title"])?,
        detail: None,
    })
}

fn section(section: &Value) -> Section {
    let row = |row: &Value| Row {
        title: line(&row["title"]).unwrap_or_default(),
        description: line(&row["description"]).unwrap_or_default(),
    };
    Section {
        title: line(&section["title"]).unwrap_or_default(),
        rows: array(&section["rows"]).map(row).collect(),
    }
}

/// What the customer saw of a template was kept beside it when it went out. Its file is as it is now.
pub(super) fn template(payload: &Value, file: Option<File>) -> Content {
    let shown: Option<Panel> = serde_json::from_value(payload["shown"].clone()).ok();
    let Some(mut panel) = shown else {
        return Content::Plain;
    };
    if let (Some(Header::File(_, kept)), Some(file)) = (&mut panel.header, file) {
        *kept = file;
    }
    for tap in &mut panel.taps {
        let is_link = tap.kind == TapKind::Link;
        tap.detail = tap
            .detail
            .take()
            .filter(|detail| !is_link || app::domain::link::is_web(detail));
    }
    Content::Panel(panel)
}
