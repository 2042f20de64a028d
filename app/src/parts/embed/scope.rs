//! What an embed shows: the whole project, one number, or one customer.

use super::fields::EmbedFields;
use crate::domain::embed::{Choice, Choices, ScopeType};
use crate::texts::texts;
use crate::ui::field::{Field, described, invalid};
use crate::ui::form::Form;
use leptos::prelude::*;

const SCOPES: [ScopeType; 3] = [
    ScopeType::Project,
    ScopeType::PhoneNumber,
    ScopeType::Customer,
];

/// What it is called, and what that means.
fn words(scope: ScopeType) -> (&'static str, &'static str) {
    let t = texts();
    match scope {
        ScopeType::Project => (t.scope_project(), t.scope_project_why()),
        ScopeType::PhoneNumber => (t.scope_number(), t.scope_number_why()),
        ScopeType::Customer => (t.scope_customer(), t.scope_customer_why()),
    }
}

/// With more choices than these, one can type a part of the name.
const MANY: usize = 15;

#[component]
pub fn ScopeField(fields: EmbedFields, choices: Choices) -> impl IntoView {
    let form = fields.form;
    let card = move |scope: ScopeType| {
        let (title, text) = words(scope);
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
            <legend class="field-label">{texts().embed_shows()}</legend>
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
                        label=texts().embed_scope_number()
                        none=texts().scope_no_number()
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
                        label=texts().office_customer()
                        none=texts().scope_no_customer()
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
                placeholder=texts().scope_search()
                aria-label=texts().scope_search_label(label)
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
                <option value="" selected=value.with_untracked(String::is_empty)>{texts().scope_choose()}</option>
                {move || shown().into_iter().map(option).collect_view()}
            </select>
        </Field>
    }
    .into_any()
}
