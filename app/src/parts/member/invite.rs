//! The form that invites somebody, and the link for them, which is shown one time.

use crate::ask::member::invite;
use crate::domain::id::ProjectId;
use crate::domain::member::{EMAIL_LIMIT, Role, email_problem};
use crate::texts::texts;
use crate::ui::copy::CopyField;
use crate::ui::dialog::CancelButton;
use crate::ui::field::{SelectField, TextField};
use crate::ui::form::{Form, FormBox, SendButton};
use crate::ui::once::Once;
use leptos::prelude::*;

/// An invitation's link, and for whom it is.
#[derive(Clone, PartialEq, Eq)]
pub struct Invited {
    pub email: String,
    pub link: String,
}

#[component]
pub fn InviteForm(
    project: ProjectId,
    open: RwSignal<bool>,
    /// Gets the link, once.
    invited: Callback<Invited>,
) -> impl IntoView {
    let form = Form::new();
    let email = RwSignal::new(String::new());
    let role = RwSignal::new(Role::Member.word().to_owned());
    let submit = Callback::new(move |()| {
        let email = email.with_untracked(|email| email.trim().to_owned());
        let role = role
            .with_untracked(|role| Role::from_word(role))
            .unwrap_or(Role::Member);
        let asked = email.clone();
        form.send(
            email_problem(&email),
            || invite(project, asked, role),
            move |link| {
                open.set(false);
                invited.run(Invited { email, link });
            },
        );
    });
    view! {
        <FormBox
            form
            fields=&["email", "role"]
            submit
            actions=view! {
                <CancelButton open />
                <SendButton form label=texts().invitation_create() sending=texts().office_creating() />
            }
                .into_any()
        >
            <TextField form name="email" label=texts().office_email() kind="email" value=email maxlength=EMAIL_LIMIT as u16 />
            <SelectField
                form
                name="role"
                label=texts().office_role()
                value=role
                options=roles()
                hint=texts().member_role_hint()
            />
        </FormBox>
    }
}

fn roles() -> Vec<(String, String)> {
    Role::ALL
        .map(|role| (role.word().to_owned(), role.label().to_owned()))
        .into()
}

#[component]
pub fn InvitedOnce(invited: Invited, done: Callback<()>) -> impl IntoView {
    view! {
        <Once
            title=texts().invitation_ready()
            warning=texts().invitation_once()
            done
        >
            <CopyField label=texts().invitation_link(&invited.email) text=invited.link name="invitation" />
        </Once>
    }
}
