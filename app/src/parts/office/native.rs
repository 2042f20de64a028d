//! Forms that a browser sends by itself: the doors to the dashboard. They need no scripts.

use crate::texts::texts;
use crate::ui::form::Wrong;
use leptos::prelude::*;

/// The page in front of the dashboard.
#[component]
pub fn Gate(children: Children) -> impl IntoView {
    view! {
        <main class="gate">
            <div class="gate-card">
                <p class="brand">"Oriel"</p>
                {children()}
            </div>
        </main>
    }
}

/// What was wrong with what was sent.
#[component]
pub fn GateProblem(problem: Option<String>) -> impl IntoView {
    let shown = problem.map(|problem| {
        let wrong = Wrong::read(&problem);
        match wrong.field {
            Some(field) => texts().gate_problem(label(&field), &wrong.text),
            None => wrong.text,
        }
    });
    shown.map(|text| view! { <p class="form-problem" role="alert">{text}</p> })
}

fn label(field: &str) -> &str {
    let texts = texts();
    match field {
        "email" => texts.office_email(),
        "name" => texts.setup_name(),
        "project" => texts.setup_project(),
        "password" => texts.office_password(),
        "code" => texts.setup_code(),
        other => other,
    }
}

#[component]
pub fn NativeField(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(default = "text")] kind: &'static str,
    #[prop(default = "off")] autocomplete: &'static str,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] hint: String,
    #[prop(default = 0)] minlength: usize,
) -> impl IntoView {
    let direction = if kind == "text" { "auto" } else { "ltr" };
    let hint = (!hint.is_empty())
        .then(|| view! { <p class="field-hint" id=format!("hint-{name}")>{hint}</p> });
    view! {
        <div class="field">
            <label class="field-label" for=format!("field-{name}")>{label}</label>
            <input
                class="input"
                id=format!("field-{name}")
                name=name
                type=kind
                dir=direction
                autocomplete=autocomplete
                required
                minlength=(minlength > 0).then(|| minlength.to_string())
                value=value
                aria-describedby=format!("hint-{name}")
            />
            {hint}
        </div>
    }
}
