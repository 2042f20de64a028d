//! A message drawn as what it is.

use super::super::kind_icon::kind_icon;
use super::file::file_view;
use super::pieces::{block, line, maybe_link, outward, some_line};
use super::text::formatted;
use crate::domain::content::{Card, Content, Header, Order, Panel, Place, Referral, Tap, TapKind};
use crate::domain::id::MessageId;
use crate::domain::link;
use crate::domain::message::{Kind, Message};
use crate::texts::texts;
use crate::words::money::price_text;
use crate::words::notice::told;
use leptos::prelude::*;

pub fn content_view(message: &Message) -> AnyView {
    let text = message.text.as_str();
    if message.deleted {
        return note(texts().message_deleted().to_owned());
    }
    let parts = match &message.content {
        Content::File(file) => vec![
            file_view(message.kind, file, message.id),
            words(caption(message)),
        ],
        Content::Place(place) => vec![place_view(place)],
        Content::Cards(cards) => cards.iter().map(card_view).collect(),
        Content::Panel(panel) => panel_view(panel, message),
        Content::Choice(detail) => vec![
            line("choice", choice(message)),
            some_line("choice-detail", detail.as_ref()),
        ],
        Content::Answers(answers) => answers_view(text, answers),
        Content::Order(order) => order_view(order),
        Content::Plain => vec![plain(message)],
    };
    block("bubble-parts", parts)
}

/// The name of a file stands in the text of its message too, for lists and the search.
pub fn caption(message: &Message) -> &str {
    let text = message.text.as_str();
    let Content::File(file) = &message.content else {
        return text;
    };
    let rest = file
        .name
        .as_deref()
        .and_then(|name| text.strip_prefix(name));
    match rest.filter(|_| message.kind == Kind::Document) {
        Some(rest) => rest.strip_prefix(" · ").unwrap_or(rest),
        None => text,
    }
}

/// What was tapped. An answer to a question for calls has no words.
fn choice(message: &Message) -> &str {
    match message.text.as_str() {
        "" => message.kind.label(),
        text => text,
    }
}

fn words(text: &str) -> AnyView {
    if text.is_empty() {
        ().into_any()
    } else {
        formatted(text)
    }
}

fn plain(message: &Message) -> AnyView {
    let text = message.text.as_str();
    match message.kind {
        Kind::Text | Kind::Template => words(text),
        Kind::Reaction if text.is_empty() => note(texts().message_reaction_back().to_owned()),
        Kind::Reaction => note(texts().message_reacted(text)),
        Kind::Edit => block(
            "",
            vec![note(texts().message_edited().to_owned()), words(text)],
        ),
        Kind::Revoke => note(texts().message_revoked().to_owned()),
        Kind::Unsupported if !text.is_empty() => note(told(message.kind, text).into_owned()),
        Kind::Unsupported | Kind::Unknown if text.is_empty() => {
            note(texts().message_unknown().to_owned())
        }
        Kind::Unsupported | Kind::Unknown => note(texts().message_unknown_kind(text)),
        kind => view! {
            <p class="bubble-kind">
                {kind_icon(kind)}
                <span>{line("bubble-label", kind.label())}{words(text)}</span>
            </p>
        }
        .into_any(),
    }
}

/// Our words in place of theirs.
fn note(text: String) -> AnyView {
    line("bubble-note", text)
}

fn place_view(place: &Place) -> AnyView {
    let [latitude, longitude] = place.degrees();
    // Nothing is loaded from there: it is a link that a person may follow.
    let href = format!(
        "https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=16/{latitude}/{longitude}"
    );
    // Isolated: where lines begin at the right, signs and numbers would change places.
    let at = format!("\u{2066}{latitude}, {longitude}\u{2069}");
    let inside = vec![
        view! { <span class="place-map">{kind_icon(Kind::Location)}</span> }.into_any(),
        some_line("card-name", place.name.as_ref()),
        some_line("card-line", place.address.as_ref()),
        line("card-line", format!("{at} · {}", texts().place_open())),
    ];
    outward("card place", href, inside)
}

fn card_view(card: &Card) -> AnyView {
    let name = if card.name.is_empty() {
        texts().card_no_name()
    } else {
        &card.name
    };
    let mut inside = vec![
        line("card-name", name),
        some_line("card-line", card.company.as_ref()),
    ];
    for (scheme, values) in [
        ("tel:", &card.phones),
        ("mailto:", &card.emails),
        ("", &card.urls),
    ] {
        inside.extend(
            values
                .iter()
                .map(|value| maybe_link("card-line", value, scheme)),
        );
    }
    block("card", inside)
}

fn panel_view(panel: &Panel, message: &Message) -> Vec<AnyView> {
    let header = match &panel.header {
        Some(Header::Text(text)) => line("panel-header", text.clone()),
        Some(Header::File(kind, file)) => file_view(*kind, file, message.id),
        Some(Header::Place(place)) => place_view(place),
        None => ().into_any(),
    };
    let taps = panel.taps.iter().map(|tap| tap_view(tap, panel)).collect();
    vec![
        header,
        words(&message.text),
        some_line("panel-footer", panel.footer.as_ref()),
        block("taps", taps),
    ]
}

/// What the customer can tap. Here it can be looked at.
fn tap_view(tap: &Tap, panel: &Panel) -> AnyView {
    let title = line("tap-title", tap.title.clone());
    match (tap.kind, &tap.detail) {
        (TapKind::Link, Some(url)) if link::is_web(url) => outward("tap", url.clone(), vec![title]),
        (TapKind::List, _) => list_view(title, panel),
        (_, detail) => block("tap", vec![title, some_line("tap-detail", detail.as_ref())]),
    }
}

fn list_view(title: AnyView, panel: &Panel) -> AnyView {
    let mut rows = Vec::new();
    for section in &panel.sections {
        rows.push(some_line("section-title", Some(&section.title)));
        for row in &section.rows {
            let parts = vec![
                line("card-name", row.title.clone()),
                some_line("card-line", Some(&row.description)),
            ];
            rows.push(block("section-row", parts));
        }
    }
    view! { <details class="tap-list"><summary class="tap">{title}</summary>{rows}</details> }
        .into_any()
}

fn answers_view(text: &str, answers: &[(String, String)]) -> Vec<AnyView> {
    let rows = answers
        .iter()
        .map(|(name, value)| {
            let said = match value.as_str() {
                "true" => texts().answer_yes(),
                "false" => texts().answer_no(),
                said => said,
            };
            pair("answer", name.clone(), said.to_owned())
        })
        .collect();
    let title = if text.is_empty() {
        texts().answers_form()
    } else {
        text
    };
    vec![line("card-name", title), block("answers", rows)]
}

fn order_view(order: &Order) -> Vec<AnyView> {
    let mut rows: Vec<AnyView> = order
        .items
        .iter()
        .map(|item| {
            pair(
                "answer",
                format!("{} × {}", item.quantity, item.product),
                price_text(&item.price),
            )
        })
        .collect();
    if let Some(total) = &order.total {
        rows.push(pair(
            "answer total",
            texts().order_total().to_owned(),
            price_text(total),
        ));
    }
    vec![
        line("card-name", texts().order_title()),
        block("answers", rows),
        words(order.note.as_deref().unwrap_or_default()),
    ]
}

fn pair(class: &'static str, name: String, value: String) -> AnyView {
    block(
        class,
        vec![line("answer-name", name), line("answer-value", value)],
    )
}

/// The advertisement that somebody came from, or the product that they ask about.
pub fn referral_view(referral: &Referral) -> AnyView {
    let from = if referral.product {
        texts().referral_product()
    } else if referral.post {
        texts().referral_post()
    } else {
        texts().referral_advertisement()
    };
    let inside = vec![
        line("referral-from", from),
        some_line("card-name", referral.headline.as_ref()),
        some_line("card-line", referral.body.as_ref()),
    ];
    match referral.url.as_ref().filter(|url| link::is_web(url)) {
        Some(url) => outward("referral", url.clone(), inside),
        None => block("referral", inside),
    }
}

/// What a card in the way of the bubble's text could be opened as a picture.
pub fn opens(message: &Message) -> Option<(Kind, &crate::domain::file::File)> {
    let found = match &message.content {
        Content::File(file) => (message.kind, file),
        Content::Panel(Panel {
            header: Some(Header::File(kind, file)),
            ..
        }) => (*kind, file),
        _ => return None,
    };
    let shown = matches!(found.1.drawn_as(found.0), Kind::Image | Kind::Video)
        && found.1.state == crate::domain::file::FileState::Stored;
    shown.then_some(found)
}

/// What copying a message copies.
pub fn copied(message: &Message) -> String {
    match &message.content {
        Content::Place(place) => place.degrees().join(", "),
        Content::Cards(cards) => {
            let lines = cards.iter().map(|card| {
                let parts = std::iter::once(&card.name)
                    .chain(&card.phones)
                    .chain(&card.emails);
                parts.cloned().collect::<Vec<_>>().join("\n")
            });
            lines.collect::<Vec<_>>().join("\n\n")
        }
        Content::File(_) => caption(message).to_owned(),
        _ => message.text.clone(),
    }
}

/// The file's own place in the thread, for what moves between pictures.
pub type Opened = (MessageId, Kind, crate::domain::file::File, String);

pub fn opened(message: &Message) -> Option<Opened> {
    let (kind, file) = opens(message)?;
    Some((message.id, kind, file.clone(), caption(message).to_owned()))
}
