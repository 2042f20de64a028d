//! What somebody wrote, with WhatsApp's formatting. Text stays text: nothing of it becomes HTML.

use super::pieces::{block, outward};
use crate::desk::Desk;
use crate::domain::formatting::{Block, BlockKind, Span, blocks};
use crate::domain::search::Piece;
use leptos::prelude::*;

pub fn formatted(text: &str) -> AnyView {
    let blocks = blocks(text).iter().map(drawn).collect();
    block("bubble-text", blocks)
}

fn drawn(block: &Block) -> AnyView {
    let spans: Vec<AnyView> = block.spans.iter().map(span).collect();
    let (class, mark) = match &block.kind {
        BlockKind::Text => ("text-lines", None),
        BlockKind::Quote => ("text-quote", None),
        BlockKind::Code => ("text-code", None),
        BlockKind::Bullet => ("text-item", Some("•".to_owned())),
        BlockKind::Number(number) => ("text-item", Some(format!("{number}."))),
    };
    view! { <div class=class dir="auto" data-mark=mark>{spans}</div> }.into_any()
}

fn span(span: &Span) -> AnyView {
    let style = &span.style;
    let word = |on: bool, word: &'static str| if on { word } else { "" };
    let class = [
        word(style.bold, "bold "),
        word(style.italic, "italic "),
        word(style.strike, "strike "),
        word(style.code, "code"),
    ]
    .concat();
    let text = marked(&span.text);
    let text = if class.is_empty() {
        text
    } else {
        view! { <span class=class>{text}</span> }.into_any()
    };
    match &span.href {
        Some(href) => outward("", href.clone(), vec![text]),
        None => text,
    }
}

/// A text with what is searched for marked in it.
pub fn marked(text: &str) -> AnyView {
    let marker = use_context::<Desk>().and_then(|desk| desk.marker.get_untracked());
    let Some(marker) = marker else {
        return text.to_owned().into_any();
    };
    let piece = |piece: Piece| match piece.marked {
        true => view! { <mark>{piece.text}</mark> }.into_any(),
        false => piece.text.into_any(),
    };
    let pieces: Vec<AnyView> = marker(text).into_iter().map(piece).collect();
    pieces.into_any()
}
