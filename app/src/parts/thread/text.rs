//! What somebody wrote, with WhatsApp's formatting. Text stays text: nothing of it becomes HTML.

use super::pieces::{block, outward};
use crate::domain::formatting::{Block, BlockKind, Span, blocks};
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
    let text = span.text.clone();
    let text = if class.is_empty() {
        text.into_any()
    } else {
        view! { <span class=class>{text}</span> }.into_any()
    };
    match &span.href {
        Some(href) => outward("", href.clone(), vec![text]),
        None => text,
    }
}
