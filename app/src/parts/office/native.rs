//! Forms that a browser sends by itself: the doors to the dashboard. They need no scripts.

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
            Some(field) => format!("{}: {}", label(&field), wrong.text),
            None => wrong.text,
        }
    });
    shown.map(|text| view! { <p class="form-problem" role="alert">{text}</p> })
}

fn label(field: &str) -> &str {
    match field {
        "email" => "E-mail",
        "name" => "Your name",
        "project" => "Project",
        "password" => "Password",
        "code" => "Code",
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
