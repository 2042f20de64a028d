//! Everything that is more than a text, made in a form with a preview beside it. What was typed stays until it is sent.

mod body;
mod fields;
mod form;
mod preview;
mod values;

use body::{body, shown};
use form::form;

use super::{Composing, templates};
use crate::ask::message::forms;
use crate::browser::document::focus_first;
use crate::browser::timer;
use crate::desk::{Desk, Upcoming, Values};
use crate::domain::file::File;
use crate::domain::id::MediaId;
use crate::ui::bricks::{group, live, nothing, press, words};
use crate::ui::icon::{BackIcon, CloseIcon};
use crate::ui::later::{Part, later};
use crate::ui::live::watch;
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;
use std::time::Duration;

pub use body::{place as place_of, place_problems};
pub use fields::{Ask, Control, file, place};
pub use preview::preview;
pub use values::value;

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

    pub const fn label(self) -> &'static str {
        match self {
            Self::Templates => "Template",
            Self::Buttons => "Buttons",
            Self::List => "List",
            Self::Link => "Link button",
            Self::Form => "Form",
            Self::AskPlace => "Ask for location",
            Self::AskContact => "Ask for phone number",
            Self::Place => "Location",
            Self::Card => "Contact card",
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
    pub composing: Composing,
    /// Under which name its values are kept.
    pub name: &'static str,
    /// Somebody pressed Send: what is missing is said.
    pub tried: RwSignal<bool>,
    pub asks: Memo<Vec<Ask>>,
    pub problems: Memo<Vec<(String, String)>>,
}

impl Filling {
    pub fn values(self) -> Values {
        self.composing.desk.values_of(self.composing.id, self.name)
    }

    pub fn change(self, change: impl FnOnce(&mut Values)) {
        let Composing { desk, id, .. } = self.composing;
        desk.change_values(id, self.name, change);
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
    let dialog = NodeRef::<Dialog>::new();
    let sheet = composing.sheet;
    watch(move || {
        let Some(dialog) = dialog.get() else { return };
        match sheet.get() {
            Some(_) if !dialog.open() => {
                let _ = dialog.show_modal();
            }
            None if dialog.open() => dialog.close(),
            _ => {}
        }
    });
    let content = move || match sheet.get() {
        None => nothing(),
        Some(what) => framed(composing, what, later(move || inside(composing, what))),
    };
    view! {
        <dialog class="sheet" node_ref=dialog aria-labelledby="sheet-title" on:close=move |_| sheet.set(None)>
            {live(content)}
        </dialog>
    }
    .into_any()
}

fn framed(composing: Composing, what: Sheet, content: AnyView) -> AnyView {
    let close = press("icon-button", "Close", CloseIcon().into_any(), move || {
        composing.sheet.set(None)
    });
    view! {
        <header class="sheet-header">
            <h2 id="sheet-title">{what.label()}</h2>
            {close}
        </header>
        {content}
    }
    .into_any()
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
                    failed.try_set(Some("This number has no published forms.".to_owned()));
                }
                Ok(found) => {
                    choices.try_set(found);
                }
                Err(problem) => {
                    failed.try_set(Some(problem.to_string()));
                }
            }
        });
    }
    let values = Memo::new(move |_| desk.values_of(id, what.name()));
    let made = Memo::new(move |_| {
        let values = values.get();
        body(
            what,
            &values,
            header_file(desk, &values).map(|file| file.id),
        )
    });
    let filling = Filling {
        composing,
        name: what.name(),
        tried: RwSignal::new(false),
        asks: Memo::new(move |_| fields::fields(what, &values.get(), &choices.get())),
        problems: Memo::new(move |_| {
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
    sides(filling, seen, send)
}

/// The form at the left, what the customer will see at the right, the buttons below.
pub fn sides(
    filling: Filling,
    seen: impl Fn() -> AnyView + Send + 'static,
    send: impl Fn() + 'static,
) -> AnyView {
    let submit = move || {
        if !filling.problems.with_untracked(Vec::is_empty) {
            filling.tried.set(true);
            timer::after(Duration::from_millis(30), || {
                let _ = focus_first(".ask [aria-invalid=true]");
            });
            return;
        }
        send();
        filling.change(Vec::clear);
        filling.composing.sheet.set(None);
    };
    let footer = group(
        "sheet-footer",
        vec![press("button button-primary", "", words("Send"), submit)],
    );
    let left = group("sheet-form", vec![form(filling)]);
    let right = group("sheet-preview", vec![live(seen)]);
    group(
        "sheet-content",
        vec![group("sheet-sides", vec![left, right]), footer],
    )
}

/// Back to what this was picked from.
pub fn back(act: impl Fn() + 'static) -> AnyView {
    press("icon-button", "Back", BackIcon().into_any(), act)
}
