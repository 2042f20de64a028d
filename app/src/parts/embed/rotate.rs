//! A new token for an embed, and the end of an embed.

use crate::ask::embed::{revoke_embed, rotate_embed};
use crate::domain::embed::{Embed, Secret};
use crate::domain::id::{EmbedId, ProjectId};
use crate::ui::clock::{Full, clock};
use crate::ui::dialog::{CancelButton, Confirm, Dialog};
use crate::ui::field::SelectField;
use crate::ui::form::{Form, FormBox, SendButton};
use crate::ui::toast::toast;
use leptos::prelude::*;

/// How long the old token stays good, in seconds.
const GRACES: [(i64, &str); 4] = [
    (0, "Not at all"),
    (600, "10 minutes"),
    (3_600, "1 hour"),
    (86_400, "24 hours"),
];

#[component]
pub fn TokenPanel(
    project: ProjectId,
    embed: RwSignal<Embed>,
    /// Gets the new token, once.
    rotated: Callback<Secret>,
) -> impl IntoView {
    let clock = clock();
    let rotating = RwSignal::new(false);
    let revoking = RwSignal::new(false);
    let id = embed.with_untracked(|embed| embed.id);
    let revoked = Memo::new(move |_| embed.with(|embed| embed.revoked_at.is_some()));
    let overlap = move || {
        let old = embed.with(|embed| embed.old_token_until)?;
        (!revoked.get() && old > clock.now.get()).then_some(old)
    };
    let old = move || {
        overlap().map(|at| {
            view! { <p class="banner" data-tone="warning"><span>"The old token is good until "<Full at />"."</span></p> }
        })
    };
    let actions = move || {
        if revoked.get() {
            return view! { <p class="panel-text">"This embed is revoked, for good. Its address shows nothing any more."</p> }
                .into_any();
        }
        view! {
            <p class="panel-text">
                "Rotate the token when it may have come into wrong hands, or as a habit. Revoke the embed when nobody is to use it any more."
            </p>
            <div class="form-actions">
                <button class="button" type="button" on:click=move |_| rotating.set(true)>"Rotate token…"</button>
                <button class="button button-danger-quiet" type="button" on:click=move |_| revoking.set(true)>
                    "Revoke…"
                </button>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby="token-title">
            <h2 id="token-title">"Token"</h2>
            {old}
            {actions}
        </section>
        <Rotate project id open=rotating rotated embed />
        <Revoke project id open=revoking embed />
    }
}

#[component]
fn Rotate(
    project: ProjectId,
    id: EmbedId,
    open: RwSignal<bool>,
    rotated: Callback<Secret>,
    embed: RwSignal<Embed>,
) -> impl IntoView {
    let form = Form::new();
    let grace = RwSignal::new(GRACES[1].0.to_string());
    let submit = Callback::new(move |()| {
        let seconds = grace.with_untracked(|grace| grace.parse().unwrap_or(0));
        form.send(
            None,
            || rotate_embed(project, id, seconds),
            move |created| {
                open.set(false);
                embed.set(created.embed);
                rotated.run(created.secret);
            },
        );
    });
    view! {
        <Dialog open title="Rotate the token">
            <FormBox
                form
                fields=&["grace_seconds"]
                submit
                actions=view! {
                    <CancelButton open />
                    <SendButton form label="Rotate" sending="Rotating…" />
                }
                    .into_any()
            >
                <p class="dialog-text">
                    "The embed gets a new address. Pages that still use the old one go on for as long as you say here, then their frames close."
                </p>
                <SelectField form name="grace_seconds" label="The old token stays good" value=grace options=graces() />
            </FormBox>
        </Dialog>
    }
}

fn graces() -> Vec<(String, String)> {
    GRACES
        .map(|(seconds, label)| (seconds.to_string(), label.to_owned()))
        .into()
}

#[component]
fn Revoke(
    project: ProjectId,
    id: EmbedId,
    open: RwSignal<bool>,
    embed: RwSignal<Embed>,
) -> impl IntoView {
    let form = Form::new();
    let toast = toast();
    let submit = Callback::new(move |()| {
        form.send(
            None,
            || revoke_embed(project, id),
            move |revoked| {
                open.set(false);
                toast.say("Revoked");
                embed.set(revoked);
            },
        );
    });
    view! {
        <Confirm
            open
            title="Revoke this embed?"
            text="Frames that are open now close within a second, and its address never works again. This cannot be undone."
            form
            label="Revoke"
            sending="Revoking…"
            submit
        />
    }
}
