//! The form that changes one's password.

use crate::ask::account::change_password;
use crate::domain::member::{PASSWORD_MAX, PASSWORD_MIN, password_problem};
use crate::domain::refusal::office as refusal;
use crate::texts::texts;
use crate::ui::field::TextField;
use crate::ui::form::{Form, FormBox, SendButton};
use crate::ui::toast::toast;
use leptos::prelude::*;

#[component]
pub fn ChangePassword(
    email: String,
    /// Other sessions have ended.
    done: Callback<()>,
) -> impl IntoView {
    let form = Form::new();
    let toast = toast();
    let old = RwSignal::new(String::new());
    let new = RwSignal::new(String::new());
    let submit = Callback::new(move |()| {
        let (typed, wanted) = (old.get_untracked(), new.get_untracked());
        form.send(
            wrong(&typed, &wanted),
            || change_password(typed, wanted),
            move |()| {
                old.set(String::new());
                new.set(String::new());
                toast.say(texts().account_password_changed());
                done.run(());
            },
        );
    });
    view! {
        <section class="panel" aria-labelledby="password-title">
            <h2 id="password-title">{texts().office_password()}</h2>
            <FormBox
                form
                fields=&["old", "password"]
                submit
                actions=view! { <SendButton form label=texts().account_password_change() sending=texts().account_password_changing() /> }.into_any()
            >
                // For password managers, so that they know whose it is.
                <input type="hidden" autocomplete="username" value=email />
                <TextField form name="old" label=texts().account_password_old() kind="password" autocomplete="current-password" value=old />
                <TextField
                    form
                    name="password"
                    label=texts().account_password_new()
                    kind="password"
                    autocomplete="new-password"
                    maxlength=PASSWORD_MAX as u16
                    value=new
                    hint=texts().account_password_hint(PASSWORD_MIN as u64)
                />
            </FormBox>
        </section>
    }
}

fn wrong(old: &str, new: &str) -> Option<String> {
    if old.is_empty() {
        return Some(format!("old: {}", refusal::REQUIRED));
    }
    password_problem(new)
}
