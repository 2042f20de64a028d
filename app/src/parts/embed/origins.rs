//! The list of pages that may hold the frame, one in a line, each judged as one types.

use super::origin_lines::{Line, Verdict, companions, lines};
use crate::ui::field::{WrongWith, described, invalid};
use crate::ui::form::Form;
use crate::ui::icon::{AlertIcon, GoodIcon, PlusIcon, WarnIcon};
use leptos::prelude::*;

const NAME: &str = "allowed_origins";

#[component]
pub fn OriginsField(form: Form, text: RwSignal<String>) -> impl IntoView {
    let judged = Memo::new(move |_| text.with(|text| lines(text)));
    let offers = move || companions(&judged.get());
    let add = move |origin: String| {
        text.update(|text| {
            let before = text.trim_end().to_owned();
            *text = format!("{before}\n{origin}\n");
        });
    };
    let offer = move |origin: String| {
        let label = format!("Add {origin} too");
        view! {
            <button class="button button-small" type="button" on:click=move |_| add(origin.clone())>
                {PlusIcon()}
                {label}
            </button>
        }
    };
    view! {
        <div class="field">
            <label class="field-label" for="field-allowed_origins">"Allowed pages"</label>
            <textarea
                class="input"
                id="field-allowed_origins"
                name=NAME
                rows="3"
                spellcheck="false"
                autocapitalize="none"
                autocomplete="off"
                placeholder="https://app.example.com"
                aria-invalid=invalid(form, NAME)
                aria-describedby=described(NAME)
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            ></textarea>
            <WrongWith form name=NAME />
            <ul class="origin-lines" role="list" aria-live="polite" aria-label="The list as it is understood">
                {move || judged.get().into_iter().map(judgement).collect_view()}
            </ul>
            <div class="origin-offers">{move || offers().into_iter().map(offer).collect_view()}</div>
            {move || {
                judged
                    .with(Vec::is_empty)
                    .then(|| {
                        view! {
                            <p class="field-hint" data-tone="warning">
                                {WarnIcon()}
                                "While the list is empty, any page that knows the address can show this inbox."
                            </p>
                        }
                    })
            }}
            <p class="field-hint" id="hint-allowed_origins">
                "Origins of the pages that may hold the frame, one in a line. "
                <code>"*.example.com"</code> " stands for all subdomains, "
                <code>"http://localhost:*"</code> " for any port."
            </p>
        </div>
    }
}

fn judgement(line: Line) -> impl IntoView {
    let (tone, icon, word, text) = match line.verdict {
        Verdict::Good(stored) => ("good", GoodIcon().into_any(), "Good: ", stored),
        Verdict::Again => ("quiet", WarnIcon().into_any(), "Twice: ", line.typed),
        Verdict::Wrong(reason) => {
            let text = format!("{} – {reason}", line.typed);
            ("danger", AlertIcon().into_any(), "Wrong: ", text)
        }
    };
    view! {
        <li class="origin-line" data-tone=tone>
            {icon}
            <span><span class="visually-hidden">{word}</span>{text}</span>
        </li>
    }
}
