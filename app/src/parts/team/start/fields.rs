//! From which number, and to whom.

use super::{Beginning, NEW, START, number};
use crate::domain::number::Number;
use crate::domain::phone::PhoneNumber;
use crate::domain::start::recipient;
use crate::parts::composer::sheet::put;
use crate::parts::team::holder::option;
use crate::texts::texts;
use crate::ui::bricks::{group, line, live, nothing};
use crate::ui::live::{memo, word};
use leptos::prelude::*;

pub fn fields(beginning: Beginning) -> AnyView {
    group("start-fields", vec![from(beginning), to(beginning)])
}

/// Only where there is a choice.
fn from(beginning: Beginning) -> AnyView {
    let desk = beginning.desk;
    let numbers = desk.card.with_value(|card| card.numbers.clone());
    if numbers.len() < 2 {
        return nothing();
    }
    let options = move || {
        let chosen = number(desk);
        let one = |number: &Number| {
            option(
                number.id.to_string(),
                label(number),
                chosen == Some(number.id),
            )
        };
        numbers.iter().map(one).collect::<Vec<AnyView>>().into_any()
    };
    let pick = move |event| {
        let id = event_target_value(&event);
        desk.change_values(NEW, START, |values| put(values, "number", id));
        beginning.shelf.empty();
    };
    view! {
        <label class="ask">
            <span class="ask-label">{texts().start_from()}</span>
            <select class="input" name="number" on:change=pick>{live(options)}</select>
        </label>
    }
    .into_any()
}

fn label(number: &Number) -> String {
    let phone = PhoneNumber::parse(&number.display_phone_number);
    let phone = phone.map_or_else(
        || number.display_phone_number.clone(),
        |phone| phone.to_string(),
    );
    format!("{} · {phone}", number.name)
}

fn to(beginning: Beginning) -> AnyView {
    let desk = beginning.desk;
    let write = move |event| {
        let typed = event_target_value(&event);
        beginning.left.set(false);
        beginning.refused.set(None);
        desk.change_values(NEW, START, |values| put(values, "phone", typed));
    };
    let problem = memo(move || beginning.phone_problem());
    let below = move || match problem.get() {
        Some(why) => line("ask-problem", why),
        None => match recipient(&beginning.phone()) {
            Ok(phone) => line("ask-words", texts().start_will_write(&phone.to_string())),
            Err(_) => line("ask-words", texts().start_country()),
        },
    };
    view! {
        <div class="ask">
            <label class="ask-label" for="start-phone">{texts().start_to()}</label>
            <input
                class="input"
                id="start-phone"
                name="phone"
                type="tel"
                inputmode="tel"
                autocomplete="off"
                placeholder="+46 70 123 45 67"
                aria-describedby="start-phone-note"
                aria-invalid=word(move || problem.get().map(|_| "true".to_owned()))
                prop:value=move || beginning.phone()
                on:input=write
                on:blur=move |_| beginning.left.set(true)
            />
            <div id="start-phone-note" role="status">{live(below)}</div>
        </div>
    }
    .into_any()
}
