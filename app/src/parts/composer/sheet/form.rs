//! Draws the fields of a form, and writes back what is typed.

use super::Filling;
use super::fields::{Ask, Control};
use super::values::{put, raise, remove, value};
use crate::browser::document::focus_first;
use crate::browser::timer;
use crate::desk::type_by_name;
use crate::domain::file::types;
use crate::domain::id::MediaId;
use crate::domain::message::Kind;
use crate::parts::composer::tray::attachment;
use crate::texts::texts;
use crate::ui::bricks::{group, line, live, nothing, press, words};
use crate::ui::icon::{CloseIcon, PlusIcon, UpIcon};
use crate::ui::live::memo;
use leptos::ev::Event;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

pub fn form(filling: Filling) -> AnyView {
    live(move || {
        let asks = filling.asks.get();
        group(
            "asks",
            asks.into_iter().map(|ask| field(filling, ask)).collect(),
        )
    })
}

fn field(filling: Filling, ask: Ask) -> AnyView {
    match &ask.control {
        Control::Words => line("ask-words", ask.label),
        Control::Add(path) => {
            let path = path.clone();
            let add = move || {
                filling.change(|values| put(values, &path, String::new()));
                focus(&path);
            };
            let content = group(
                "button-words",
                vec![PlusIcon().into_any(), words(ask.label)],
            );
            press("button button-quiet ask-add", "", content, add)
        }
        _ => labelled(filling, ask),
    }
}

/// After it was drawn.
fn focus(path: &str) {
    let selector = format!("[name='{path}']");
    timer::after(Duration::from_millis(20), move || {
        let _ = focus_first(&selector);
    });
}

fn labelled(filling: Filling, ask: Ask) -> AnyView {
    let id = format!("ask-{}", ask.path);
    let path = ask.path.clone();
    let text = memo(move || value(&filling.values(), &path).to_owned());
    let path = ask.path.clone();
    // What is empty is no mistake before somebody tries to send it.
    let problem = memo(move || {
        let shows = filling.tried.get() || !text.with(String::is_empty);
        filling.problems.with(|problems| {
            let found = problems.iter().find(|(field, _)| *field == path);
            found.filter(|_| shows).map(|(_, text)| text.clone())
        })
    });
    let limit = ask.limit;
    let count = move || match limit {
        0 => String::new(),
        limit => format!("{}/{limit}", text.with(|text| text.chars().count())),
    };
    let over = move || (limit > 0 && text.with(|text| text.chars().count() > limit)).then_some("");
    let tools = ask
        .row
        .clone()
        .map(|(prefix, nth, least)| row_tools(filling, prefix, nth, least, &ask.label));
    let wrong = Wrong {
        problem,
        why: StoredValue::new(format!("why-{}", ask.path)),
    };
    let said = live(move || match problem.get() {
        Some(text) => {
            view! { <p class="ask-problem" id=wrong.why.get_value() dir="auto">{text}</p> }
                .into_any()
        }
        None => nothing(),
    });
    view! {
        <div class="ask" data-row=ask.row.is_some().then_some("")>
            <div class="ask-head">
                <label class="ask-label" for=id.clone()>{ask.label.clone()}</label>
                <span class="ask-count" data-over=over>{count}</span>
                {tools}
            </div>
            {control(filling, &ask, id, text, wrong)}
            {said}
        </div>
    }
    .into_any()
}

fn row_tools(filling: Filling, prefix: String, nth: usize, least: usize, label: &str) -> AnyView {
    let count = super::values::rows(&untrack(|| filling.values()), &prefix, least);
    let up = (nth > 0).then(|| {
        let prefix = prefix.clone();
        press(
            "ask-tool",
            texts().ask_up(label),
            UpIcon().into_any(),
            move || {
                filling.change(|values| raise(values, &prefix, nth));
            },
        )
    });
    let gone = (count > least).then(|| {
        press(
            "ask-tool",
            texts().ask_remove(label),
            CloseIcon().into_any(),
            move || {
                filling.change(|values| remove(values, &prefix, nth));
                let _ = focus_first(".ask-add");
            },
        )
    });
    group("ask-tools", up.into_iter().chain(gone).collect())
}

/// What is wrong with a field, and the element that says so: whoever cannot see that it is near hears it there.
#[derive(Clone, Copy)]
struct Wrong {
    problem: Memo<Option<String>>,
    why: StoredValue<String>,
}

impl Wrong {
    fn invalid(self) -> Option<&'static str> {
        self.problem.with(Option::is_some).then_some("true")
    }

    fn described(self) -> Option<String> {
        let wrong = self.problem.with(Option::is_some);
        wrong.then(|| self.why.get_value())
    }
}

fn control(filling: Filling, ask: &Ask, id: String, text: Memo<String>, wrong: Wrong) -> AnyView {
    let path = ask.path.clone();
    let write = move |event: Event| {
        let text = event_target_value(&event);
        filling.change(|values| put(values, &path, text));
    };
    let invalid = move || wrong.invalid();
    let described = move || wrong.described();
    let (name, example) = (ask.path.clone(), ask.example.clone());
    match &ask.control {
        Control::Text => view! {
            <textarea class="input" id=id name=name rows="3" dir="auto" placeholder=example aria-invalid=invalid
                aria-describedby=described
                prop:value=move || text.get() on:input=write></textarea>
        }
        .into_any(),
        Control::Choice(choices) => {
            let now = text.get_untracked();
            let option = |(word, label): &(String, String)| {
                view! { <option value=word.clone() selected=*word == now>{label.clone()}</option> }.into_any()
            };
            let options: Vec<AnyView> = choices.iter().map(option).collect();
            view! {
                <select class="input" id=id name=name aria-invalid=invalid aria-describedby=described on:change=write>
                    {options}
                </select>
            }
            .into_any()
        }
        Control::File(kind) => file(filling, *kind, id, text, wrong),
        _ => view! {
            <input class="input" id=id name=name dir="auto" autocomplete="off" placeholder=example aria-invalid=invalid
                aria-describedby=described
                prop:value=move || text.get() on:input=write />
        }
        .into_any(),
    }
}

/// A file of the header: picked, on its way, there.
fn file(filling: Filling, kind: Kind, id: String, media: Memo<String>, wrong: Wrong) -> AnyView {
    let desk = filling.desk;
    let picked = move |event: Event| {
        let input = event
            .target()
            .and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        let Some(file) = input
            .and_then(|input| input.files())
            .and_then(|files| files.get(0))
        else {
            return;
        };
        let mime_type = match file.type_() {
            known if !known.is_empty() => known,
            _ => type_by_name(&file.name()).to_owned(),
        };
        if let Ok(old) = media.get_untracked().parse::<MediaId>() {
            desk.detach(old);
        }
        let (of, name) = (filling.id, file.name());
        let id = desk.attach(of, kind, true, name, &mime_type, file.into());
        filling.change(|values| put(values, "header.file", id.to_string()));
    };
    let known = memo(move || {
        let id = media.get().parse::<MediaId>().ok();
        id.filter(|id| desk.attachment(*id).is_some())
    });
    // Asked for, not only tracked: a memo that was never asked for does not look, and so never changes.
    let shown = live(move || match known.get() {
        Some(id) => untrack(|| attachment(desk, id)),
        None => nothing(),
    });
    let accept = types(kind).join(",");
    let invalid = move || wrong.invalid();
    let described = move || wrong.described();
    let input = view! {
        <input class="input" id=id type="file" name="header.file" accept=accept aria-invalid=invalid
            aria-describedby=described on:change=picked />
    }
    .into_any();
    group("ask-file", vec![input, shown])
}
