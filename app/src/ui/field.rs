//! Fields of a form: a label above, help below, and what is wrong in between.

use super::form::Form;
use super::live::memo;
use crate::texts::texts;
use leptos::prelude::*;

/// What is around any input. The input's id is the field's name with `field-` in front.
#[component]
pub fn Field(
    form: Form,
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: String,
    children: Children,
) -> impl IntoView {
    let hint = (!hint.is_empty())
        .then(|| view! { <p class="field-hint" id=format!("hint-{name}")>{hint}</p> });
    view! {
        <div class="field">
            <label class="field-label" for=format!("field-{name}")>{label}</label>
            {children()}
            <WrongWith form name />
            {hint}
        </div>
    }
}

/// What is wrong with the field of this name.
#[component]
pub fn WrongWith(form: Form, name: &'static str) -> impl IntoView {
    let problem = memo(move || form.wrong_with(name));
    move || {
        problem.get().map(|text| {
            view! { <p class="field-problem" role="alert" id=format!("wrong-{name}")>{text}</p> }
        })
    }
}

/// `true` while the field is wrong, for `aria-invalid`.
pub fn invalid(form: Form, name: &'static str) -> impl Fn() -> Option<&'static str> + Copy {
    move || form.wrong_with(name).map(|_| "true")
}

pub fn described(name: &'static str) -> String {
    format!("wrong-{name} hint-{name}")
}

/// One line of text.
#[component]
pub fn TextField(
    form: Form,
    name: &'static str,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: String,
    /// `text`, `email`, `password`, `search`.
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(default = "off")] autocomplete: &'static str,
    #[prop(default = "")] placeholder: &'static str,
    #[prop(default = 300)] maxlength: u16,
    #[prop(optional)] required: bool,
    /// Addresses, numbers and keys are written to the right in every language.
    #[prop(optional)]
    code: bool,
) -> impl IntoView {
    let direction = if code || kind != "text" {
        "ltr"
    } else {
        "auto"
    };
    view! {
        <Field form name label hint>
            <input
                class="input"
                id=format!("field-{name}")
                name=name
                type=kind
                dir=direction
                autocomplete=autocomplete
                placeholder=placeholder
                maxlength=maxlength.to_string()
                required=required
                aria-invalid=invalid(form, name)
                aria-describedby=described(name)
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </Field>
    }
}

/// Several lines of text.
#[component]
pub fn LongField(
    form: Form,
    name: &'static str,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    /// Most characters, counted below.
    limit: usize,
    #[prop(optional, into)] hint: String,
) -> impl IntoView {
    let length = move || value.with(|value| value.chars().count());
    view! {
        <Field form name label hint>
            <textarea
                class="input"
                id=format!("field-{name}")
                name=name
                rows="5"
                dir="auto"
                aria-invalid=invalid(form, name)
                aria-describedby=described(name)
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
            <p class="field-count" data-over=move || (length() > limit).then_some("")>
                {move || texts().office_count(length() as u64, limit as u64)}
            </p>
        </Field>
    }
}

/// A choice among few; pairs of value and label.
#[component]
pub fn SelectField(
    form: Form,
    name: &'static str,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    #[prop(into)] options: Signal<Vec<(String, String)>>,
    #[prop(optional, into)] hint: String,
) -> impl IntoView {
    let option = move |(word, label): (String, String)| {
        let selected = value.with_untracked(|value| *value == word);
        view! { <option value=word selected=selected>{label}</option> }
    };
    view! {
        <Field form name label hint>
            <select
                class="input"
                id=format!("field-{name}")
                name=name
                aria-invalid=invalid(form, name)
                aria-describedby=described(name)
                on:change=move |event| value.set(event_target_value(&event))
            >
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        </Field>
    }
}
