//! The fields that a new embed and a changed one have in common.

use super::expiry::Expiry;
use super::fields::EmbedFields;
use super::origins::OriginsField;
use crate::domain::embed::{Choice, Mode};
use crate::domain::time::Timestamp;
use crate::texts::Language;
use crate::ui::clock::Full;
use crate::ui::field::{SelectField, TextField, WrongWith, described, invalid};
use leptos::prelude::*;

/// The fields that `Settings` says what is wrong with, and the scope's.
pub const FIELDS: &[&str] = &[
    "name",
    "scope_id",
    "assigned_user_id",
    "allowed_origins",
    "expires_at",
    "language",
];

const ON: &str = "On";
const OFF: &str = "Off";

const fn word_of(on: bool) -> &'static str {
    if on { ON } else { OFF }
}

#[component]
pub fn NameField(fields: EmbedFields) -> impl IntoView {
    view! {
        <TextField
            form=fields.form
            name="name"
            label="Name"
            value=fields.name
            placeholder="Support desk"
            maxlength=120
            hint="For you, to tell embeds apart. Nobody in the frame sees it."
        />
    }
}

/// `expires` is the expiry that the embed has, if it is changed and has one.
#[component]
pub fn Settings(
    fields: EmbedFields,
    members: Vec<Choice>,
    #[prop(optional)] expires: Signal<Option<Timestamp>>,
) -> impl IntoView {
    let everybody = (String::new(), "Everybody's conversations".to_owned());
    let people: Vec<(String, String)> = std::iter::once(everybody)
        .chain(members.into_iter().map(|member| (member.id, member.label)))
        .collect();
    let modes: Vec<(String, String)> = Mode::ALL
        .map(|mode| (mode.word().to_owned(), mode.label().to_owned()))
        .into();
    let languages: Vec<(String, String)> = Language::ALL
        .iter()
        .map(|language| (language.word().to_owned(), language.own_name().to_owned()))
        .collect();
    let switches: Vec<(String, String)> = [ON, OFF]
        .map(|word| (word.to_owned(), word.to_owned()))
        .into();
    let shortcuts = RwSignal::new(word_of(fields.shortcuts.get_untracked()).to_owned());
    Effect::new(move |_| fields.shortcuts.set(shortcuts.with(|word| word == ON)));
    let mode = RwSignal::new(fields.mode.get_untracked().word().to_owned());
    Effect::new(move |_| {
        if let Some(picked) = Mode::from_word(&mode.get()) {
            fields.mode.set(picked);
        }
    });
    view! {
        <SelectField
            form=fields.form
            name="assigned_user_id"
            label="Assignee"
            value=fields.assignee
            options=people
            hint="With a person, the frame shows only what is assigned to them at that moment."
        />
        <OriginsField form=fields.form text=fields.origins />
        <ExpiryField fields expires />
        <div class="field-pair">
            <SelectField form=fields.form name="default_mode" label="Theme at first" value=mode options=modes />
            <SelectField form=fields.form name="language" label="Language" value=fields.language options=languages />
        </div>
        <SelectField
            form=fields.form
            name="keyboard_shortcuts"
            label="Keyboard shortcuts"
            value=shortcuts
            options=switches
            hint="Single keys such as J, K and R, while the frame has the focus. Off leaves every key to your page."
        />
    }
}

#[component]
fn ExpiryField(fields: EmbedFields, expires: Signal<Option<Timestamp>>) -> impl IntoView {
    let choice = move |expiry: Expiry| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="expiry"
                    value=expiry.word()
                    checked=fields.expiry.with_untracked(|chosen| *chosen == expiry)
                    prop:checked=move || fields.expiry.get() == expiry
                    on:change=move |_| fields.expiry.set(expiry)
                />
                <span class="choice-face">{expiry.label()}</span>
            </label>
        }
    };
    let kept = move || expires.get().map(|_| choice(Expiry::Kept));
    let until = move || {
        expires
            .get()
            .map(|at| view! { <p class="field-hint">"Now: "<Full at /></p> })
    };
    let picks = move || fields.expiry.get() == Expiry::Picked;
    view! {
        <fieldset class="field">
            <legend class="field-label">"Expires"</legend>
            <div class="choices">{kept} {Expiry::FRESH.map(choice).collect_view()}</div>
            {until}
            <Show when=picks>
                <input
                    class="input"
                    type="datetime-local"
                    name="expires_at"
                    aria-label="Moment of expiry, on your clock"
                    aria-invalid=invalid(fields.form, "expires_at")
                    aria-describedby=described("expires_at")
                    prop:value=move || fields.picked.get()
                    on:input=move |event| fields.picked.set(event_target_value(&event))
                />
            </Show>
            <WrongWith form=fields.form name="expires_at" />
        </fieldset>
    }
}
