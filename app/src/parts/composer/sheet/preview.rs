//! What the customer will see, while it is being made.

use crate::domain::content::{Content, Header, Panel, Place, Tap, TapKind};
use crate::domain::message::Kind;
use crate::parts::kind_icon::kind_icon;
use crate::texts::texts;
use crate::ui::bricks::{group, line};
use leptos::prelude::*;

pub fn preview(text: &str, content: &Content) -> AnyView {
    let mut parts = Vec::new();
    let mut below = Vec::new();
    match content {
        Content::Panel(panel) => {
            around(&mut parts, &mut below, text, panel);
        }
        Content::Place(at) => parts.push(place(at)),
        Content::Cards(cards) => {
            for card in cards {
                let name = or(&card.name, texts().seen_name());
                let mut lines = vec![line("seen-title", name)];
                let rest = card
                    .company
                    .iter()
                    .chain(&card.phones)
                    .chain(&card.emails)
                    .chain(&card.urls);
                lines.extend(rest.map(|text| line("seen-quiet", text.clone())));
                parts.push(group(
                    "seen-card",
                    vec![icon(Kind::Contacts), group("seen-words", lines)],
                ));
            }
        }
        _ => parts.push(line("seen-text", or(text, texts().seen_text()))),
    }
    let bubble = group("seen-bubble", parts);
    let mut all = vec![bubble];
    all.extend(below);
    group("seen", all)
}

fn around(parts: &mut Vec<AnyView>, below: &mut Vec<AnyView>, text: &str, panel: &Panel) {
    match &panel.header {
        Some(Header::Text(text)) => parts.push(line("seen-title", or(text, texts().seen_header()))),
        Some(Header::File(Kind::Image, file)) => {
            parts.push(view! { <img class="seen-picture" src=file.address() alt="" /> }.into_any());
        }
        Some(Header::File(kind, file)) => {
            let name = file.name.clone().unwrap_or_else(|| kind.label().to_owned());
            parts.push(group(
                "seen-card",
                vec![icon(*kind), line("seen-words", name)],
            ));
        }
        Some(Header::Place(at)) => parts.push(place(at)),
        None => {}
    }
    parts.push(line("seen-text", or(text, texts().seen_text())));
    parts.extend(
        panel
            .footer
            .iter()
            .map(|text| line("seen-quiet", text.clone())),
    );
    below.extend(panel.taps.iter().map(tap));
    if !panel.sections.is_empty() {
        let mut lines = Vec::new();
        for section in &panel.sections {
            if !section.title.is_empty() {
                lines.push(line("seen-section", section.title.clone()));
            }
            for row in &section.rows {
                lines.push(line("seen-row", or(&row.title, texts().seen_row())));
                if !row.description.is_empty() {
                    lines.push(line("seen-quiet", row.description.clone()));
                }
            }
        }
        below.push(group("seen-list", lines));
    }
}

fn place(at: &Place) -> AnyView {
    let name = at
        .name
        .clone()
        .unwrap_or_else(|| texts().seen_place().to_owned());
    let mut lines = vec![line("seen-title", name)];
    lines.extend(
        at.address
            .iter()
            .map(|text| line("seen-quiet", text.clone())),
    );
    group(
        "seen-card",
        vec![icon(Kind::Location), group("seen-words", lines)],
    )
}

fn tap(tap: &Tap) -> AnyView {
    let title = or(&tap.title, texts().seen_button());
    // A code that is not written yet has nothing to show.
    let code = tap.detail.as_ref().filter(|_| tap.kind == TapKind::Code);
    match code.filter(|code| !code.contains("{{")) {
        Some(code) => line("seen-tap", format!("{title} · {code}")),
        None => line("seen-tap", title),
    }
}

fn icon(kind: Kind) -> AnyView {
    group("seen-icon", kind_icon(kind).into_iter().collect())
}

fn or(text: &str, otherwise: &str) -> String {
    if text.trim().is_empty() {
        otherwise.to_owned()
    } else {
        text.to_owned()
    }
}
