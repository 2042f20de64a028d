//! The form that keeps a reply, and a reply's end.

use crate::ask::saved_reply::{delete_reply, keep_reply};
use crate::domain::id::ProjectId;
use crate::domain::message::TEXT_LIMIT;
use crate::domain::saved_reply::{SHORTCUT_LIMIT, SavedReply, SavedReplyDraft};
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
            toast.say("Saved");
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
                <SendButton form label="Save" sending="Saving…" />
            }
                .into_any()
        >
            <TextField
                form
                name="shortcut"
                label="Shortcut"
                value=shortcut
                // A slash in front may be typed, and is not kept.
                maxlength=SHORTCUT_LIMIT as u16 + 1
                placeholder="hours"
                hint="What one types after / in the composer: letters, digits, - and _."
            />
            <LongField form name="text" label="Text" value=text limit=TEXT_LIMIT />
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
        act: "Delete",
        acting: "Deleting…",
        acted: "Deleted",
        meaning: "Nobody finds it in the composer any more. Messages that were written with it stay.",
    };
    let end = move |reply: SavedReply| delete_reply(project, reply.id);
    view! { <Ending chosen words name=|reply| format!("/{}", reply.shortcut) end done /> }
}
