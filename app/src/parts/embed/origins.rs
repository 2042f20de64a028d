//! The list of pages that may hold the frame, one in a line, each judged as one types.

use super::origin_lines::{Line, Verdict, companions, lines};
use crate::texts::texts;
use crate::ui::field::{WrongWith, described, invalid};
use crate::ui::form::Form;
use crate::ui::icon::{AlertIcon, GoodIcon, PlusIcon, WarnIcon};
use crate::ui::inlay::{SLOTS, inlaid};
use crate::ui::live::memo;
use leptos::prelude::*;

const NAME: &str = "allowed_origins";

#[component]
pub fn OriginsField(form: Form, text: RwSignal<String>) -> impl IntoView {
    let judged = memo(move || text.with(|text| lines(text)));
    let offers = move || companions(&judged.get());
    let add = move |origin: String| {
        text.update(|text| {
            let before = text.trim_end().to_owned();
            *text = format!("{before}\n{origin}\n");
        });
    };
    let offer = move |origin: String| {
        let label = texts().origins_add(&origin);
        view! {
            <button class="button button-small" type="button" on:click=move |_| add(origin.clone())>
                {PlusIcon()}
                {label}
            </button>
        }
    };
    let subdomains = view! { <code>"*.example.com"</code> }.into_any();
    let ports = view! { <code>"http://localhost:*"</code> }.into_any();
    view! {
        <div class="field">
            <label class="field-label" for="field-allowed_origins">{texts().embed_pages()}</label>
            <textarea
                class="input"
                id="field-allowed_origins"
                name=NAME
                rows="3"
                dir="ltr"
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
            <ul class="origin-lines" role="list" aria-live="polite" aria-label=texts().origins_understood()>
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
                                {texts().origins_open()}
                            </p>
                        }
                    })
            }}
            <p class="field-hint" id="hint-allowed_origins">
                {inlaid(&texts().origins_hint(SLOTS[0], SLOTS[1]), [subdomains, ports])}
            </p>
        </div>
    }
}

fn judgement(line: Line) -> impl IntoView {
    let t = texts();
    let (tone, icon, word, text) = match line.verdict {
        Verdict::Good(stored) => ("good", GoodIcon().into_any(), t.origins_good(), stored),
        Verdict::Again => (
            "quiet",
            WarnIcon().into_any(),
            t.origins_twice(),
            line.typed,
        ),
        Verdict::Wrong(reason) => {
            let text = t.origins_wrong_why(&line.typed, &reason);
            ("danger", AlertIcon().into_any(), t.origins_wrong(), text)
        }
    };
    view! {
        <li class="origin-line" data-tone=tone>
            {icon}
            <span><span class="visually-hidden">{word}" "</span><bdi>{text}</bdi></span>
        </li>
    }
}
