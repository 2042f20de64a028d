//! The fields that a new embed and a changed one have in common.

use super::expiry::Expiry;
use super::fields::EmbedFields;
use super::origins::OriginsField;
use crate::domain::embed::{Choice, Mode};
use crate::domain::time::Timestamp;
use crate::texts::{Language, texts};
use crate::ui::clock::Full;
use crate::ui::field::{SelectField, TextField, WrongWith, described, invalid};
use crate::ui::inlay::{SLOTS, inlaid};
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

const ON: &str = "on";
const OFF: &str = "off";

const fn word_of(on: bool) -> &'static str {
    if on { ON } else { OFF }
}

#[component]
pub fn NameField(fields: EmbedFields) -> impl IntoView {
    view! {
        <TextField
            form=fields.form
            name="name"
            label=texts().name_label()
            value=fields.name
            placeholder=texts().embed_name_example()
            maxlength=120
            hint=texts().embed_name_hint()
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
    let everybody = (String::new(), texts().embed_everybodys().to_owned());
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
    let t = texts();
    let switches: Vec<(String, String)> =
        [(ON, t.embed_shortcuts_on()), (OFF, t.embed_shortcuts_off())]
            .map(|(word, label)| (word.to_owned(), label.to_owned()))
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
            label=t.embed_assignee()
            value=fields.assignee
            options=people
            hint=t.embed_assignee_hint()
        />
        <OriginsField form=fields.form text=fields.origins />
        <ExpiryField fields expires />
        <div class="field-pair">
            <SelectField form=fields.form name="default_mode" label=t.embed_theme() value=mode options=modes />
            <SelectField form=fields.form name="language" label=t.account_language() value=fields.language options=languages />
        </div>
        <SelectField
            form=fields.form
            name="keyboard_shortcuts"
            label=t.keys_title()
            value=shortcuts
            options=switches
            hint=t.embed_shortcuts_hint()
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
        expires.get().map(|at| {
            let moment = view! { <Full at /> }.into_any();
            let said = inlaid(&texts().embed_expires_now(SLOTS[0]), [moment]);
            view! { <p class="field-hint">{said}</p> }
        })
    };
    let picks = move || fields.expiry.get() == Expiry::Picked;
    view! {
        <fieldset class="field">
            <legend class="field-label">{texts().office_expires()}</legend>
            <div class="choices">{kept} {Expiry::FRESH.map(choice).collect_view()}</div>
            {until}
            <Show when=picks>
                <input
                    class="input"
                    type="datetime-local"
                    name="expires_at"
                    aria-label=texts().embed_expires_picked()
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
