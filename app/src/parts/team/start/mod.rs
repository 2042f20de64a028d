//! Beginning a conversation: from which number, to whom, with which template. What was typed stays until it is sent.

mod fields;
mod sending;

use crate::ask::team::templates_of;
use crate::browser::document::focus_first;
use crate::browser::timer::after;
use crate::desk::Desk;
use crate::domain::id::{ConversationId, NumberId};
use crate::domain::start::{NoRecipient, Start, recipient};
use crate::domain::template::{Template, Templates};
use crate::parts::composer::sheet::{Filling, sides, value};
use crate::parts::composer::templates::{self, NAME, Shelf, seen};
use crate::problem::Problem;
use crate::texts::texts;
use crate::ui::bricks::{group, line, live, nothing};
use crate::ui::later::{Part, later};
use crate::ui::live::memo;
use crate::ui::sheet::sheet;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use std::time::Duration;

/// A conversation that is being begun; cheap to copy.
#[derive(Clone, Copy)]
pub struct Beginning {
    desk: Desk,
    open: RwSignal<bool>,
    shelf: Shelf,
    /// Somebody pressed Start: what is missing is said.
    tried: RwSignal<bool>,
    /// Somebody has left the recipient's field.
    left: RwSignal<bool>,
    sending: RwSignal<bool>,
    /// What the server said against it: the field, and the text.
    refused: RwSignal<Option<(String, String)>>,
    /// What was sent last: the same once more keeps its id.
    last: StoredValue<Option<Start>>,
}

/// What is inside is there by then.
const SHOWN: Duration = Duration::from_millis(40);

/// Under which name number and recipient are kept.
const START: &str = "start";

/// For what they are kept: there is no conversation yet.
const NEW: ConversationId = ConversationId::nobody();

pub fn dialog(desk: Desk, open: RwSignal<bool>) -> AnyView {
    let title = memo(move || open.get().then(|| texts().start_title()));
    let close = Callback::new(move |()| open.set(false));
    sheet(title, close, move || later(move || begin(desk, open)))
}

#[wasm_split(start, wasm_split_path = leptos::wasm_split, fallible)]
fn begin(desk: Desk, open: RwSignal<bool>) -> Part {
    let beginning = Beginning {
        desk,
        open,
        shelf: Shelf::new(desk, NEW, move |fresh| Box::pin(asked(desk, fresh))),
        tried: RwSignal::new(false),
        left: RwSignal::new(false),
        sending: RwSignal::new(false),
        refused: RwSignal::new(None),
        last: StoredValue::new(None),
    };
    if number(desk).is_none() {
        return Ok(line("shelf-empty", texts().start_no_number()));
    }
    beginning.shelf.ask(false);
    after(SHOWN, || {
        focus_first("#start-phone");
    });
    let template = move || match beginning.shelf.picked.get() {
        Some(template) => beginning.filling(template),
        None => beginning.shelf.list(),
    };
    Ok(group(
        "sheet-content start",
        vec![fields::fields(beginning), live(template)],
    ))
}

/// From which number: the one that was picked, or else the first.
fn number(desk: Desk) -> Option<NumberId> {
    let kept = desk.values_of(NEW, START);
    desk.card.with_value(|card| {
        let kept = card.number_id(value(&kept, "number"));
        let first = || card.numbers.first().map(|number| number.id);
        kept.and_then(|id| id.parse().ok()).or_else(first)
    })
}

async fn asked(desk: Desk, fresh: bool) -> Result<Templates, Problem> {
    let number = untrack(|| number(desk)).ok_or(Problem::NotFound)?;
    templates_of(number, fresh).await
}

impl Beginning {
    fn phone(self) -> String {
        value(&self.desk.values_of(NEW, START), "phone").to_owned()
    }

    /// What is wrong with the recipient, once it is fair to say so.
    fn phone_problem(self) -> Option<String> {
        let refused = self.refused.get().filter(|(field, _)| field == "phone");
        if let Some((_, why)) = refused {
            return Some(why);
        }
        let typed = self.phone();
        let done = self.tried.get() || self.left.get() && !typed.trim().is_empty();
        let why = match recipient(&typed).err()? {
            NoRecipient::NotANumber => texts().start_not_a_number(),
            NoRecipient::NoCountry => texts().start_no_country(),
            NoRecipient::TooLong => texts().start_too_long(),
            NoRecipient::TooShort if !done => return None,
            NoRecipient::TooShort if typed.trim().is_empty() => texts().start_empty(),
            NoRecipient::TooShort => texts().start_too_short(),
        };
        Some(why.to_owned())
    }

    fn filling(self, template: Template) -> AnyView {
        let title = templates::title(self.shelf, &template);
        let of = StoredValue::new(template);
        let plain = templates::fields(self.shelf, of);
        let filling = Filling {
            tried: self.tried,
            problems: memo(move || {
                let mut problems = plain.problems.get();
                problems.extend(self.refused.get());
                problems
            }),
            ..plain
        };
        let button = sending::button(self, filling, of);
        let refused = live(move || self.general(filling));
        let foot = group("start-foot", vec![refused, button]);
        let seen = move || seen(filling, of);
        group("sheet-content", vec![title, sides(filling, seen, foot)])
    }

    /// What the server said that is about no field.
    fn general(self, filling: Filling) -> AnyView {
        let Some((field, why)) = self.refused.get() else {
            return nothing();
        };
        let asked = filling
            .asks
            .with(|asks| asks.iter().any(|ask| ask.path == field));
        match asked || field == "phone" {
            true => nothing(),
            false => view! { <p class="start-problem" role="alert">{why}</p> }.into_any(),
        }
    }

    fn forget(self) {
        // What was sent is its message's now.
        let values = untrack(|| self.desk.values_of(NEW, NAME));
        if let Ok(file) = value(&values, "header.file").parse() {
            self.desk.detach(file);
        }
        self.desk.change_values(NEW, START, Vec::clear);
        self.desk.change_values(NEW, NAME, Vec::clear);
        self.open.set(false);
    }
}
