//! Why is my frame blank? Looks at the embed as a browser would, while one types the page's address.

use crate::domain::doctor::{Finding, HostPage, Verdict, examine};
use crate::domain::embed::Embed;
use crate::texts::texts;
use crate::ui::clock::clock;
use crate::ui::icon::{GoodIcon, StopIcon, WarnIcon};
use crate::ui::inlay::{SLOTS, inlaid};
use crate::ui::live::memo;
use leptos::prelude::*;

#[component]
pub fn Doctor(embed: RwSignal<Embed>, base: String) -> impl IntoView {
    let clock = clock();
    let address = RwSignal::new(String::new());
    let sandboxed = RwSignal::new(false);
    let sandbox = RwSignal::new("allow-scripts allow-same-origin allow-forms".to_owned());
    let base = StoredValue::new(base);
    let findings = memo(move || {
        let page = HostPage {
            address: address.get(),
            sandbox: sandboxed.get().then(|| sandbox.get()),
        };
        let now = clock.now.get();
        let asked = !page.address.trim().is_empty();
        asked.then(|| embed.with(|embed| base.with_value(|base| examine(embed, base, &page, now))))
    });
    view! {
        <section class="panel" aria-labelledby="doctor-title">
            <h2 id="doctor-title">{texts().doctor_title()}</h2>
            <p class="panel-text">{texts().doctor_text()}</p>
            <div class="form" inert=move || !clock.alive.get()>
                <div class="field">
                    <label class="field-label" for="doctor-address">{texts().doctor_address()}</label>
                    <input
                        class="input"
                        id="doctor-address"
                        type="url"
                        dir="ltr"
                        autocomplete="off"
                        placeholder="https://crm.example.com/tickets"
                        on:input=move |event| address.set(event_target_value(&event))
                    />
                </div>
                <label class="check">
                    <input type="checkbox" on:change=move |event| sandboxed.set(event_target_checked(&event)) />
                    {texts().doctor_sandboxed()}
                </label>
                <Show when=move || sandboxed.get()>
                    <div class="field">
                        <label class="field-label" for="doctor-sandbox">{texts().doctor_sandbox()}</label>
                        <input
                            class="input"
                            id="doctor-sandbox"
                            type="text"
                            dir="ltr"
                            autocomplete="off"
                            spellcheck="false"
                            value=sandbox.get_untracked()
                            on:input=move |event| sandbox.set(event_target_value(&event))
                        />
                    </div>
                </Show>
            </div>
            <div class="findings" role="status">
                {move || match findings.get() {
                    None => ().into_any(),
                    Some(Err(wrong)) => view! { <p class="field-hint">{wrong.words()}</p> }.into_any(),
                    Some(Ok(findings)) => {
                        view! { <ul role="list">{findings.into_iter().map(shown).collect_view()}</ul> }.into_any()
                    }
                }}
            </div>
        </section>
    }
}

fn shown(finding: Finding) -> impl IntoView {
    let (tone, icon) = match finding.verdict {
        Verdict::Good => ("good", GoodIcon().into_any()),
        Verdict::Limited => ("warning", WarnIcon().into_any()),
        Verdict::Blocked => ("danger", StopIcon().into_any()),
    };
    let verdict = view! { <strong>{finding.verdict.label()}</strong> }.into_any();
    let head = texts().doctor_finding(finding.subject.label(), SLOTS[0]);
    view! {
        <li class="finding" data-tone=tone>
            {icon}
            <div>
                <p class="finding-head">{inlaid(&head, [verdict])}</p>
                <p>{finding.seen.words()}</p>
            </div>
        </li>
    }
}
