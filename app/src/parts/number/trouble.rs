//! Whether a number can send, in two words, and what is to be done where it cannot.

use crate::domain::trouble::Trouble;
use leptos::prelude::*;

#[component]
pub fn State(trouble: Option<Trouble>) -> impl IntoView {
    let (tone, word, advice) = match trouble {
        None => ("good", "Connected", None),
        Some(trouble) => ("danger", word(trouble), Some(advice(trouble))),
    };
    view! {
        <div class="cell-lines">
            <span class="mark mark-dot" data-tone=tone>{word}</span>
            {advice.map(|advice| view! { <span class="cell-under">{advice}</span> })}
        </div>
    }
}

const fn word(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::AccessToken => "Token refused",
        Trouble::Locked => "Account locked",
        Trouble::Payment => "Payment problem",
        Trouble::NotSetUp => "Not registered",
    }
}

const fn advice(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::AccessToken => {
            "WhatsApp refuses its access token. Generate a new one and enter it under Edit: messages wait for an hour, then they fail."
        }
        Trouble::Locked => {
            "WhatsApp has locked the account. Its reason stands in the WhatsApp Manager; messages wait for an hour, then they fail."
        }
        Trouble::Payment => {
            "The account's payment method fails. Put it right in the WhatsApp Manager: messages wait for an hour, then they fail."
        }
        Trouble::NotSetUp => {
            "WhatsApp does not know the number as registered. Finish its registration in the WhatsApp Manager: messages wait for an hour, then they fail."
        }
    }
}
