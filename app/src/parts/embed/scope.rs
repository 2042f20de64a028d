//! What an embed shows: the whole project, one number, or one customer.

use super::fields::EmbedFields;
use crate::domain::embed::{Choice, Choices, ScopeType};
use crate::ui::field::{Field, described, invalid};
use crate::ui::form::Form;
use leptos::prelude::*;

const SCOPES: [(ScopeType, &str, &str); 3] = [
    (
        ScopeType::Project,
        "Whole project",
        "Every conversation, of all numbers.",
    ),
    (
        ScopeType::PhoneNumber,
        "One number",
        "The conversations of one WhatsApp number.",
    ),
    (
        ScopeType::Customer,
        "One customer",
        "The conversations of a customer's numbers and contacts.",
    ),
];

/// With more choices than these, one can type a part of the name.
const MANY: usize = 15;

#[component]
pub fn ScopeField(fields: EmbedFields, choices: Choices) -> impl IntoView {
    let form = fields.form;
    let card = move |(scope, title, text): (ScopeType, &'static str, &'static str)| {
        view! {
            <label class="card-choice">
                <input
                    type="radio"
                    name="scope_type"
                    value=scope.word()
                    checked=fields.scope.with_untracked(|chosen| *chosen == scope)
                    prop:checked=move || fields.scope.get() == scope
                    on:change=move |_| fields.scope.set(scope)
                />
                <span class="card-choice-face">
                    <span class="card-choice-title">{title}</span>
                    <span class="card-choice-text">{text}</span>
                </span>
            </label>
        }
    };
    let Choices {
        numbers, customers, ..
    } = choices;
    let number_choices = StoredValue::new(numbers);
    let customer_choices = StoredValue::new(customers);
    view! {
        <fieldset class="field">
            <legend class="field-label">"Shows"</legend>
            <div class="card-choices">{SCOPES.map(card).collect_view()}</div>
        </fieldset>
        {move || match fields.scope.get() {
            ScopeType::Project => ().into_any(),
            ScopeType::PhoneNumber => {
                view! {
                    <Pick
                        form
                        value=fields.number
                        choices=number_choices.get_value()
                        label="Number"
                        none="No number is connected yet. Connect one under Numbers first."
                    />
                }
                    .into_any()
            }
            ScopeType::Customer => {
                view! {
                    <Pick
                        form
                        value=fields.customer
                        choices=customer_choices.get_value()
                        label="Customer"
                        none="There is no customer yet. Add one under Customers first."
                    />
                }
                    .into_any()
            }
        }}
    }
}

#[component]
fn Pick(
    form: Form,
    value: RwSignal<String>,
    choices: Vec<Choice>,
    label: &'static str,
    none: &'static str,
) -> impl IntoView {
    if choices.is_empty() {
        return view! { <p class="field-hint" data-tone="warning">{none}</p> }.into_any();
    }
    let search = RwSignal::new(String::new());
    let many = choices.len() > MANY;
    let shown = move || {
        let wanted = search.get().trim().to_lowercase();
        let chosen = value.get_untracked();
        choices
            .iter()
            .filter(|choice| choice.id == chosen || choice.label.to_lowercase().contains(&wanted))
            .cloned()
            .collect::<Vec<_>>()
    };
    let option = move |choice: Choice| {
        let selected = value.with_untracked(|value| *value == choice.id);
        view! { <option value=choice.id selected=selected>{choice.label}</option> }
    };
    let filter = many.then(|| {
        view! {
            <input
                class="input"
                type="search"
                placeholder="Type a part of the name"
                aria-label=format!("Search: {label}")
                on:input=move |event| search.set(event_target_value(&event))
            />
        }
    });
    view! {
        <Field form name="scope_id" label=label>
            {filter}
            <select
                class="input"
                id="field-scope_id"
                name="scope_id"
                aria-invalid=invalid(form, "scope_id")
                aria-describedby=described("scope_id")
                on:change=move |event| value.set(event_target_value(&event))
            >
                <option value="" selected=value.with_untracked(String::is_empty)>"Choose…"</option>
                {move || shown().into_iter().map(option).collect_view()}
            </select>
        </Field>
    }
    .into_any()
}
