//! Whether a number can send, in two words, and what is to be done where it cannot.

use crate::domain::trouble::Trouble;
use crate::texts::texts;
use leptos::prelude::*;

#[component]
pub fn State(trouble: Option<Trouble>) -> impl IntoView {
    let (tone, word, advice) = match trouble {
        None => ("good", texts().number_working(), None),
        Some(trouble) => ("danger", word(trouble), Some(advice(trouble))),
    };
    view! {
        <div class="cell-lines">
            <span class="mark mark-dot" data-tone=tone>{word}</span>
            {advice.map(|advice| view! { <span class="cell-under">{advice}</span> })}
        </div>
    }
}

fn word(trouble: Trouble) -> &'static str {
    let texts = texts();
    match trouble {
        Trouble::AccessToken => texts.number_trouble_token(),
        Trouble::Locked => texts.number_trouble_locked(),
        Trouble::Payment => texts.number_trouble_payment(),
        Trouble::NotSetUp => texts.number_trouble_setup(),
    }
}

fn advice(trouble: Trouble) -> &'static str {
    let texts = texts();
    match trouble {
        Trouble::AccessToken => texts.number_trouble_token_advice(),
        Trouble::Locked => texts.number_trouble_locked_advice(),
        Trouble::Payment => texts.number_trouble_payment_advice(),
        Trouble::NotSetUp => texts.number_trouble_setup_advice(),
    }
}
