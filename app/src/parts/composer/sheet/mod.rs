//! Everything that is more than a text, made in a form with a preview beside it. What was typed stays until it is sent.

mod body;
mod fields;
mod form;
mod preview;
mod values;

use body::{body, shown};
pub use form::form;

use super::{Composing, templates};
use crate::ask::message::forms;
use crate::browser::document::focus_first;
use crate::browser::timer;
use crate::desk::{Desk, Upcoming, Values};
use crate::domain::file::File;
use crate::domain::id::{ConversationId, MediaId};
use crate::texts::texts;
use crate::ui::bricks::{group, live, nothing, press, words};
use crate::ui::icon::BackIcon;
use crate::ui::later::{Part, later};
use crate::ui::live::memo;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;
use std::time::Duration;

pub use body::{place as place_of, place_problems};
pub use fields::{Ask, Control, file, place};
pub use preview::preview;
pub use values::{put, value};

/// What a form makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    Templates,
    Buttons,
    List,
    Link,
    Form,
    AskPlace,
    AskContact,
    Place,
    Card,
}

impl Sheet {
    pub const ALL: [Self; 9] = [
        Self::Templates,
        Self::Buttons,
        Self::List,
        Self::Link,
        Self::Form,
        Self::AskPlace,
        Self::AskContact,
        Self::Place,
        Self::Card,
    ];

    pub fn label(self) -> &'static str {
        let texts = texts();
        match self {
            Self::Templates => texts.sheet_template(),
            Self::Buttons => texts.sheet_buttons(),
            Self::List => texts.sheet_list(),
            Self::Link => texts.sheet_link(),
            Self::Form => texts.sheet_form(),
            Self::AskPlace => texts.sheet_ask_place(),
            Self::AskContact => texts.sheet_ask_contact(),
            Self::Place => texts.sheet_place(),
            Self::Card => texts.sheet_card(),
        }
    }

    /// Forms of the same name share what is typed: a body can become a list's after it was a link's.
    const fn name(self) -> &'static str {
        match self {
            Self::Templates => "template",
            Self::Place => "place",
            Self::Card => "card",
            _ => "interactive",
        }
    }
}

/// What a form works on; cheap to copy.
#[derive(Clone, Copy)]
pub struct Filling {
    pub desk: Desk,
    /// For what its values are kept: a conversation.
    pub id: ConversationId,
    /// Under which name its values are kept.
    pub name: &'static str,
    /// Somebody pressed Send: what is missing is said.
    pub tried: RwSignal<bool>,
    pub asks: Memo<Vec<Ask>>,
    pub problems: Memo<Vec<(String, String)>>,
}

impl Filling {
    pub fn values(self) -> Values {
        self.desk.values_of(self.id, self.name)
    }

    pub fn values_now(self) -> Values {
        untrack(|| self.values())
    }

    pub fn change(self, change: impl FnOnce(&mut Values)) {
        self.desk.change_values(self.id, self.name, change);
    }

    /// Whether it can be sent; if not, it says why at its fields and goes to the first of them.
    pub fn is_complete(self) -> bool {
        if self.problems.with_untracked(Vec::is_empty) {
            return true;
        }
        self.tried.set(true);
        timer::after(Duration::from_millis(30), || {
            let _ = focus_first(".ask [aria-invalid=true]");
        });
        false
    }
}

/// The file that a form's header was given, once the server has it.
pub fn header_file(desk: Desk, values: &Values) -> Option<File> {
    let id = value(values, "header.file").parse::<MediaId>().ok()?;
    match desk.attachment(id)?.state {
        Upcoming::Stored(file) => Some(file),
        _ => None,
    }
}

pub fn open(composing: Composing, sheet: Sheet) {
    composing.sheet.set(Some(sheet));
}

/// The dialog that all of them share.
pub fn dialog(composing: Composing) -> AnyView {
    let sheet = composing.sheet;
    let title = memo(move || sheet.get().map(Sheet::label));
    let close = Callback::new(move |()| sheet.set(None));
    let content = move || match sheet.get_untracked() {
        None => nothing(),
        Some(what) => later(move || inside(composing, what)),
    };
    crate::ui::sheet::sheet(title, close, content)
}

#[wasm_split(composer, wasm_split_path = leptos::wasm_split, fallible)]
fn inside(composing: Composing, what: Sheet) -> Part {
    timer::after(Duration::from_millis(30), || {
        let _ = focus_first(".sheet[open] .input");
    });
    Ok(match what {
        Sheet::Templates => templates::in_sheet(composing),
        _ => made(composing, what),
    })
}

fn made(composing: Composing, what: Sheet) -> AnyView {
    let (desk, id) = (composing.desk, composing.id);
    let choices = RwSignal::new(Vec::<(String, String)>::new());
    let failed = RwSignal::new(None::<String>);
    if what == Sheet::Form {
        spawn_local(async move {
            match forms(id).await {
                Ok(found) if found.is_empty() => {
                    failed.try_set(Some(texts().sheet_no_forms().to_owned()));
                }
                Ok(found) => {
                    choices.try_set(found);
                }
                Err(problem) => {
                    failed.try_set(Some(problem.told()));
                }
            }
        });
    }
    let values = memo(move || desk.values_of(id, what.name()));
    let made = memo(move || {
        let values = values.get();
        body(
            what,
            &values,
            header_file(desk, &values).map(|file| file.id),
        )
    });
    let filling = Filling {
        desk,
        id,
        name: what.name(),
        tried: RwSignal::new(false),
        asks: memo(move || fields::fields(what, &values.get(), &choices.get())),
        problems: memo(move || {
            let mut problems = match failed.get() {
                Some(why) => vec![("action.flow_id".to_owned(), why)],
                None => Vec::new(),
            };
            problems.extend(body::problems(what, &values.get(), &made.get()));
            problems
        }),
    };
    let seen = move || {
        let (text, content) = shown(&made.get(), header_file(desk, &values.get()));
        preview(&text, &content)
    };
    let send = move || {
        let body = made.get_untracked();
        let (_, content) = untrack(|| shown(&body, header_file(desk, &values.get())));
        desk.send_draft(desk.draft(id, body), content);
    };
    sides(filling, seen, send_button(composing, filling, send))
}

/// The form at the left, what the customer will see at the right, the buttons below.
pub fn sides(
    filling: Filling,
    seen: impl Fn() -> AnyView + Send + 'static,
    foot: AnyView,
) -> AnyView {
    let left = group("sheet-form", vec![form(filling)]);
    let right = group("sheet-preview", vec![live(seen)]);
    let sides = group("sheet-sides", vec![left, right]);
    group(
        "sheet-content",
        vec![sides, group("sheet-footer", vec![foot])],
    )
}

/// Sends what is complete, and closes the dialog.
pub fn send_button(composing: Composing, filling: Filling, send: impl Fn() + 'static) -> AnyView {
    press(
        "button button-primary",
        "",
        words(texts().send()),
        move || {
            if filling.is_complete() {
                send();
                filling.change(Vec::clear);
                composing.sheet.set(None);
            }
        },
    )
}

/// Back to what this was picked from.
pub fn back(act: impl Fn() + 'static) -> AnyView {
    press("icon-button", texts().back(), BackIcon().into_any(), act)
}
