//! A new token for an embed, and the end of an embed.

use crate::ask::embed::{revoke_embed, rotate_embed};
use crate::domain::embed::{Embed, Secret};
use crate::domain::id::{EmbedId, ProjectId};
use crate::texts::texts;
use crate::ui::clock::{Full, clock};
use crate::ui::dialog::{CancelButton, Confirm, Dialog};
use crate::ui::field::SelectField;
use crate::ui::form::{Form, FormBox, SendButton};
use crate::ui::inlay::{SLOTS, inlaid};
use crate::ui::live::memo;
use crate::ui::toast::toast;
use leptos::prelude::*;

/// How long the old token stays good, in seconds.
const GRACES: [i64; 4] = [0, 600, 3_600, 86_400];

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
    let revoked = memo(move || embed.with(|embed| embed.revoked_at.is_some()));
    let overlap = move || {
        let old = embed.with(|embed| embed.old_token_until)?;
        (!revoked.get() && old > clock.now.get()).then_some(old)
    };
    let old = move || {
        overlap().map(|at| {
            let moment = view! { <Full at /> }.into_any();
            let said = inlaid(&texts().token_old_until(SLOTS[0]), [moment]);
            view! { <p class="banner" data-tone="warning"><span>{said}</span></p> }
        })
    };
    let actions = move || {
        if revoked.get() {
            return view! { <p class="panel-text">{texts().token_revoked()}</p> }.into_any();
        }
        view! {
            <p class="panel-text">
                {texts().token_text()}
            </p>
            <div class="form-actions">
                <button class="button" type="button" on:click=move |_| rotating.set(true)>{texts().token_rotate_open()}</button>
                <button class="button button-danger-quiet" type="button" on:click=move |_| revoking.set(true)>
                    {texts().token_revoke_open()}
                </button>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby="token-title">
            <h2 id="token-title">{texts().embed_token()}</h2>
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
    let grace = RwSignal::new(GRACES[1].to_string());
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
        <Dialog open title=texts().token_rotate_title()>
            <FormBox
                form
                fields=&["grace_seconds"]
                submit
                actions=view! {
                    <CancelButton open />
                    <SendButton form label=texts().token_rotate() sending=texts().token_rotating() />
                }
                    .into_any()
            >
                <p class="dialog-text">
                    {texts().token_rotate_text()}
                </p>
                <SelectField form name="grace_seconds" label=texts().token_grace() value=grace options=graces() />
            </FormBox>
        </Dialog>
    }
}

fn graces() -> Vec<(String, String)> {
    let t = texts();
    let labels = [
        t.grace_none(),
        t.grace_minutes(),
        t.grace_hour(),
        t.grace_day(),
    ];
    let grace = |(seconds, label): (i64, &str)| (seconds.to_string(), label.to_owned());
    GRACES.into_iter().zip(labels).map(grace).collect()
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
                toast.say(texts().office_revoked());
                embed.set(revoked);
            },
        );
    });
    view! {
        <Confirm
            open
            title=texts().embed_revoke_ask()
            text=texts().embed_revoke_means()
            form
            label=texts().office_revoke()
            sending=texts().office_revoking()
            submit
        />
    }
}
