//! The form that keeps a reply, and a reply's end.

use crate::ask::saved_reply::{delete_reply, keep_reply};
use crate::domain::id::ProjectId;
use crate::domain::message::TEXT_LIMIT;
use crate::domain::saved_reply::{SHORTCUT_LIMIT, SavedReply, SavedReplyDraft};
use crate::texts::texts;
use crate::ui::dialog::CancelButton;
use crate::ui::ending::{Chosen, Ending, Words};
use crate::ui::field::{LongField, TextField};
use crate::ui::form::{Form, FormBox, SendButton};
use crate::ui::toast::toast;
use leptos::prelude::*;

/// Without a reply it keeps a new one.
#[component]
pub fn ReplyForm(
    project: ProjectId,
    #[prop(optional_no_strip)] reply: Option<SavedReply>,
    open: RwSignal<bool>,
    done: Callback<()>,
) -> impl IntoView {
    let form = Form::new();
    let toast = toast();
    let id = reply.as_ref().map(|reply| reply.id);
    let (shortcut, text) = reply
        .map(|reply| (reply.shortcut, reply.text))
        .unwrap_or_default();
    let (shortcut, text) = (RwSignal::new(shortcut), RwSignal::new(text));
    let submit = Callback::new(move |()| {
        let draft = SavedReplyDraft {
            shortcut: shortcut.get_untracked(),
            text: text.get_untracked(),
        };
        let draft = draft.trimmed();
        let finish = move |_| {
            open.set(false);
            toast.say(texts().office_saved());
            done.run(());
        };
        form.send(draft.problem(), || keep_reply(project, id, draft), finish);
    });
    view! {
        <FormBox
            form
            fields=&["shortcut", "text"]
            submit
            actions=view! {
                <CancelButton open />
                <SendButton form label=texts().save() sending=texts().office_saving() />
            }
                .into_any()
        >
            <TextField
                form
                name="shortcut"
                label=texts().reply_shortcut()
                value=shortcut
                // A slash in front may be typed, and is not kept.
                maxlength=SHORTCUT_LIMIT as u16 + 1
                placeholder=texts().reply_shortcut_example()
                hint=texts().reply_shortcut_hint()
            />
            <LongField form name="text" label=texts().reply_text() value=text limit=TEXT_LIMIT />
        </FormBox>
    }
}

#[component]
pub fn DeleteReply(
    project: ProjectId,
    chosen: Chosen<SavedReply>,
    done: Callback<()>,
) -> impl IntoView {
    let words = Words {
        act: texts().office_delete(),
        acting: texts().office_deleting(),
        acted: texts().office_deleted(),
        ask: |name| texts().office_delete_ask(name),
        meaning: texts().reply_delete_means(),
    };
    let end = move |reply: SavedReply| delete_reply(project, reply.id);
    view! { <Ending chosen words name=|reply| format!("/{}", reply.shortcut) end done /> }
}
