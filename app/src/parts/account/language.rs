//! The form that chooses the language of one's inbox.

use crate::ask::account::choose_language;
use crate::texts::Language;
use crate::ui::field::SelectField;
use crate::ui::form::{Form, FormBox, SendButton};
use crate::ui::toast::toast;
use leptos::prelude::*;

#[component]
pub fn ChooseLanguage(chosen: Option<Language>) -> impl IntoView {
    let form = Form::new();
    let toast = toast();
    let value = RwSignal::new(chosen.map_or("", Language::word).to_owned());
    let submit = Callback::new(move |()| {
        let wanted = Language::from_word(&value.get_untracked());
        let saved = move |()| toast.say("Language saved");
        form.send(None, || choose_language(wanted), saved);
    });
    let browsers = (String::new(), "As this browser prefers".to_owned());
    let named = |language: &Language| (language.word().to_owned(), language.own_name().to_owned());
    let options: Vec<_> = std::iter::once(browsers)
        .chain(Language::ALL.iter().map(named))
        .collect();
    view! {
        <section class="panel" aria-labelledby="language-title">
            <h2 id="language-title">"Language"</h2>
            <FormBox
                form
                fields=&["language"]
                submit
                actions=view! { <SendButton form label="Save language" sending="Saving…" /> }.into_any()
            >
                <SelectField form name="language" label="Language of your inbox" value options />
            </FormBox>
        </section>
    }
}
