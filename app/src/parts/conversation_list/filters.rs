//! Search and filters. They form a plain form with the page's own query parameters, so they work without scripts too.

use crate::desk::{Desk, desk};
use crate::domain::filter::StatusFilter;
use crate::domain::number::Number;
use crate::domain::phone::PhoneNumber;
use crate::parts::team::{Piece, is_team, piece};
use crate::ui::bricks::{group, nothing};
use crate::ui::icon::{HandIcon, SearchIcon};
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use std::time::Duration;

/// Typing pauses before it asks.
const TYPING: Duration = Duration::from_millis(200);

#[component]
pub fn Filters() -> impl IntoView {
    let desk = desk();
    let submit = move |event: SubmitEvent| event.prevent_default();
    view! {
        <form class="filters" method="get" role="search" on:submit=submit autocomplete="off">
            <Search />
            <Statuses />
            <div class="filters-row">
                <label class="chip">
                    <input
                        type="checkbox"
                        name="unread"
                        value="1"
                        checked=desk.filter.with_untracked(|filter| filter.unread)
                        prop:checked=move || desk.filter.with(|filter| filter.unread)
                        on:change=move |event| desk.refilter(|filter| filter.unread = event_target_checked(&event))
                    />
                    <span class="chip-face"><span class="chip-dot"></span>"Unread"</span>
                </label>
                <label class="chip">
                    <input
                        type="checkbox"
                        name="handoff"
                        value="1"
                        checked=desk.filter.with_untracked(|filter| filter.handoff)
                        prop:checked=move || desk.filter.with(|filter| filter.handoff)
                        on:change=move |event| desk.refilter(|filter| filter.handoff = event_target_checked(&event))
                    />
                    <span class="chip-face">{HandIcon()}"Handoff"</span>
                </label>
                {holders(desk)}
                <Numbers />
            </div>
            <button class="visually-hidden" type="submit" tabindex="-1">"Apply"</button>
        </form>
    }
}

/// Its place is kept free until it is there.
fn holders(desk: Desk) -> AnyView {
    match is_team(desk) {
        true => group("holder-filter", vec![piece(Piece::HolderFilter)]),
        false => nothing(),
    }
}

#[component]
fn Search() -> impl IntoView {
    let desk = desk();
    let field = NodeRef::<Input>::new();
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let ask = move |text: String| {
        if let Some(earlier) = pending.get_value() {
            earlier.clear();
        }
        let later =
            set_timeout_with_handle(move || desk.refilter(|filter| filter.search = text), TYPING);
        pending.set_value(later.ok());
    };
    // What was typed before the page came alive counts too.
    Effect::new(move |_| {
        if let Some(typed) = field.get().map(|field| field.value())
            && desk.filter.with_untracked(|filter| filter.search != typed)
        {
            ask(typed);
        }
    });
    Effect::new(move |_| {
        let cleared = desk.filter.with(|filter| filter.search.is_empty());
        if let Some(field) = field.get_untracked().filter(|_| cleared) {
            field.set_value("");
        }
    });
    view! {
        <label class="search">
            {SearchIcon()}
            <span class="visually-hidden">"Search names and phone numbers"</span>
            <input
                node_ref=field
                type="search"
                name="search"
                placeholder="Search names and numbers"
                maxlength="200"
                dir="auto"
                value=desk.filter.with_untracked(|filter| filter.search.clone())
                on:input=move |event| ask(event_target_value(&event))
            />
        </label>
    }
}

#[component]
fn Statuses() -> impl IntoView {
    let desk = desk();
    let choice = move |status: StatusFilter| {
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name="status"
                    value=status.word()
                    checked=desk.filter.with_untracked(|filter| filter.status == status)
                    prop:checked=move || desk.filter.with(|filter| filter.status == status)
                    on:change=move |_| desk.refilter(|filter| filter.status = status)
                />
                <span class="segment-face">{status.label()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segments">
            <legend class="visually-hidden">"Status"</legend>
            {StatusFilter::ALL.map(choice).collect_view()}
        </fieldset>
    }
}

/// Only where there is a choice.
#[component]
fn Numbers() -> impl IntoView {
    let desk = desk();
    let numbers = desk.card.with_value(|card| card.numbers.clone());
    if numbers.len() < 2 {
        return ().into_any();
    }
    let wanted = desk.filter.with_untracked(|filter| filter.number.clone());
    let is_wanted = |number: &Number| {
        wanted
            .as_ref()
            .is_some_and(|wanted| number.is_called(wanted))
    };
    let option = |number: Number| {
        let selected = is_wanted(&number);
        view! { <option value=number.id.to_string() selected=selected>{label(&number)}</option> }
    };
    let pick = move |value: String| {
        desk.refilter(|filter| filter.number = Some(value).filter(|value| value != "all"))
    };
    view! {
        <label class="number-filter">
            <span class="visually-hidden">"WhatsApp number"</span>
            <select
                name="whatsapp_config_id"
                on:change=move |event| pick(event_target_value(&event))
                prop:value=move || {
                    desk.filter
                        .with(|filter| filter.number.clone())
                        .and_then(|wanted| desk.card.with_value(|card| card.number_id(&wanted)))
                        .unwrap_or_else(|| "all".to_owned())
                }
            >
                <option value="all">"All numbers"</option>
                {numbers.into_iter().map(option).collect_view()}
            </select>
        </label>
    }
    .into_any()
}

fn label(number: &Number) -> String {
    let phone = PhoneNumber::parse(&number.display_phone_number);
    let shown = phone.map_or_else(
        || number.display_phone_number.clone(),
        |phone| phone.to_string(),
    );
    if number.name == number.display_phone_number {
        shown
    } else {
        format!("{} · {shown}", number.name)
    }
}
