//! A form that is sent by a server function. What was typed stays, what is wrong is said at its field,
//! and the first wrong field gets the focus.

use super::clock::clock;
use super::live::memo;
use crate::browser::document::focus_first;
use crate::browser::timer::after;
use crate::problem::Problem;
use crate::texts::texts;
use crate::words::refusal::refusal;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The state of one form; cheap to copy.
#[derive(Clone, Copy, Default)]
pub struct Form {
    sending: RwSignal<bool>,
    wrong: RwSignal<Option<Wrong>>,
}

/// What is wrong, and the field that it names, if it names one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub field: Option<String>,
    pub text: String,
}

impl Wrong {
    /// The sentence alone, with the field where it is not known.
    pub fn whole(text: &str) -> String {
        refusal(text).unwrap_or_else(|| text.to_owned())
    }

    /// `name: it is required` → the field `name`, `It is required`
    pub fn read(text: &str) -> Self {
        let is_name = |name: &str| {
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
        };
        match text.split_once(": ").filter(|(name, _)| is_name(name)) {
            Some((name, rest)) => Self {
                field: Some(name.to_owned()),
                text: in_words(rest),
            },
            None => Self {
                field: None,
                text: in_words(text),
            },
        }
    }
}

/// In the page's language, if it has words for it.
fn in_words(text: &str) -> String {
    refusal(text).unwrap_or_else(|| sentence(text))
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let mut out: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    out.push_str(letters.as_str());
    if !out.ends_with(['.', '!', '?']) {
        out.push('.');
    }
    out
}

/// What follows an answer.
type Then = Box<dyn FnOnce()>;
type Work = Pin<Box<dyn Future<Output = Result<Then, Problem>>>>;

impl Form {
    pub fn new() -> Self {
        Self::default()
    }

    /// A button may ask in the very moment in which its form leaves the page.
    pub fn is_sending(self) -> bool {
        self.sending.try_get().unwrap_or_default()
    }

    /// Sends unless something is wrong already; `done` gets what came back.
    pub fn send<T, F>(
        self,
        wrong: Option<String>,
        question: impl FnOnce() -> F,
        done: impl FnOnce(T) + 'static,
    ) where
        F: Future<Output = Result<T, Problem>> + 'static,
        T: 'static,
    {
        if self.sending.get_untracked() {
            return;
        }
        if let Some(text) = wrong {
            return self.refuse(&text);
        }
        let question = question();
        self.run(Box::pin(async move {
            question
                .await
                .map(|answer| Box::new(move || done(answer)) as Box<dyn FnOnce()>)
        }));
    }

    /// The same code for all forms: what differs is in the boxes.
    fn run(self, work: Work) {
        self.wrong.set(None);
        self.sending.set(true);
        spawn_local(async move {
            let outcome = work.await;
            // Before the rest, which may take the form off the page.
            self.sending.try_set(false);
            match outcome {
                Ok(done) => done(),
                Err(problem) => self.refuse(&said(&problem)),
            }
        });
    }

    pub fn refuse(self, text: &str) {
        self.wrong.try_set(Some(Wrong::read(text)));
        // After the field was marked.
        after(Duration::from_millis(20), || {
            let _ = focus_first("[aria-invalid=true]") || focus_first(".form-problem");
        });
    }

    /// Somebody is at it: what was wrong with this field is wrong no longer, until it is sent again.
    fn mend(self, field: &str) {
        let about = |wrong: &Wrong| wrong.field.as_deref() == Some(field);
        if self
            .wrong
            .with_untracked(|wrong| wrong.as_ref().is_some_and(about))
        {
            self.wrong.set(None);
        }
    }

    /// What is wrong with a field.
    pub fn wrong_with(self, field: &str) -> Option<String> {
        self.wrong.try_with(|wrong| {
            let wrong = wrong.as_ref()?;
            (wrong.field.as_deref() == Some(field)).then(|| wrong.text.clone())
        })?
    }

    /// What is wrong with no field of this form.
    fn wrong_at_large(self, fields: &[&str]) -> Option<String> {
        self.wrong.try_with(|wrong| {
            let wrong = wrong.as_ref()?;
            let known = wrong
                .field
                .as_deref()
                .is_some_and(|name| fields.contains(&name));
            (!known).then(|| wrong.text.clone())
        })?
    }
}

/// A problem in the words of the dashboard.
pub fn said(problem: &Problem) -> String {
    let texts = texts();
    match problem {
        Problem::Unauthorized => texts.office_signed_out().to_owned(),
        Problem::Forbidden => texts.office_owners_only().to_owned(),
        Problem::NotFound => texts.office_gone().to_owned(),
        other => Wrong::whole(&other.to_string()),
    }
}

/// The form itself. `fields` are those that show what is wrong with them; all else is said above the buttons.
#[component]
pub fn FormBox(
    form: Form,
    fields: &'static [&'static str],
    submit: Callback<()>,
    /// The buttons.
    actions: AnyView,
    children: Children,
) -> impl IntoView {
    let clock = clock();
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        submit.run(());
    };
    let on_input = move |event: Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(name) = input.and_then(|input| input.get_attribute("name")) {
            form.mend(&name);
        }
    };
    view! {
        // Until scripts run nothing could be sent, so nothing can be typed either.
        <form class="form" novalidate on:input=on_input on:submit=on_submit inert=move || !clock.alive.get()>
            {children()}
            <FormProblem form fields />
            <div class="form-actions">{actions}</div>
        </form>
    }
}

/// What is wrong with none of these fields.
#[component]
pub fn FormProblem(form: Form, fields: &'static [&'static str]) -> impl IntoView {
    let problem = memo(move || form.wrong_at_large(fields));
    move || {
        problem
            .get()
            .map(|text| view! { <p class="form-problem" role="alert" tabindex="-1">{text}</p> })
    }
}

/// The button that sends; while it does, it says so.
#[component]
pub fn SendButton(
    form: Form,
    label: &'static str,
    sending: &'static str,
    #[prop(optional)] danger: bool,
) -> impl IntoView {
    let class = if danger {
        "button button-danger"
    } else {
        "button button-primary"
    };
    view! {
        <button class=class type="submit" disabled=move || form.is_sending()>
            {move || if form.is_sending() { sending } else { label }}
        </button>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_that_is_named_is_told_from_the_sentence() {
        let wrong = Wrong::read("allowed_origins: \"x\" is not an origin");
        assert_eq!(wrong.field.as_deref(), Some("allowed_origins"));
        assert_eq!(wrong.text, "\"x\" is not an origin.");
        assert_eq!(Wrong::read("name: it is required").text, "It is required.");
        let other = Wrong::read("This cannot be: a project keeps one owner.");
        assert_eq!(other.field, None);
        assert_eq!(other.text, "This cannot be: a project keeps one owner.");
    }
}
