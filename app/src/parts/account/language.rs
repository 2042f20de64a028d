//! The form that chooses one's language.

use crate::ask::account::choose_language;
use crate::browser::document::leave_for;
use crate::texts::{Language, texts};
use crate::ui::field::SelectField;
use crate::ui::form::{Form, FormBox, SendButton};
use leptos::prelude::*;

#[component]
pub fn ChooseLanguage(chosen: Option<Language>) -> impl IntoView {
    let form = Form::new();
    let value = RwSignal::new(chosen.map_or("", Language::word).to_owned());
    let submit = Callback::new(move |()| {
        let wanted = Language::from_word(&value.get_untracked());
        // The texts of a page are those that came with it.
        let saved = |()| leave_for("/account");
        form.send(None, || choose_language(wanted), saved);
    });
    let browsers = (
        String::new(),
        texts().account_language_browsers().to_owned(),
    );
    let named = |language: &Language| (language.word().to_owned(), language.own_name().to_owned());
    let options: Vec<_> = std::iter::once(browsers)
        .chain(Language::ALL.iter().map(named))
        .collect();
    view! {
        <section class="panel" aria-labelledby="language-title">
            <h2 id="language-title">{texts().account_language()}</h2>
            <FormBox
                form
                fields=&["language"]
                submit
                actions=view! { <SendButton form label=texts().account_language_save() sending=texts().office_saving() /> }.into_any()
            >
                <SelectField form name="language" label=texts().account_language_label() value options />
            </FormBox>
        </section>
    }
}
