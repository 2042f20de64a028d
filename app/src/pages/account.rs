//! `/account`: one's own name, password and sessions.

use crate::ask::account::sessions;
use crate::domain::account::{Account, Session};
use crate::parts::account::language::ChooseLanguage;
use crate::parts::account::password::ChangePassword;
use crate::parts::account::sessions::Sessions;
use crate::parts::office::heading::Heading;
use crate::parts::office::loaded::loaded;
use crate::parts::office::who_am_i;
use crate::problem::Problem;
use crate::texts::texts;
use leptos::prelude::*;

#[component]
pub fn AccountPage() -> impl IntoView {
    let account = who_am_i();
    let asked = Resource::new_blocking(
        || (),
        move |()| async move { Ok::<_, Problem>((account.await?, sessions().await?)) },
    );
    let again = Callback::new(move |()| asked.refetch());
    let show = move |(account, sessions): (Account, Vec<Session>)| {
        view! {
            <div class="columns">
                <div class="column-main">
                    <Sessions sessions done=again />
                </div>
                <div class="column-side">
                    <section class="panel" aria-label=texts().account_you()>
                        <dl class="facts">
                            <div><dt>{texts().name_label()}</dt><dd><bdi>{account.name}</bdi></dd></div>
                            <div><dt>{texts().office_email()}</dt><dd>{account.email.clone()}</dd></div>
                        </dl>
                    </section>
                    <ChooseLanguage chosen=account.language />
                    <ChangePassword email=account.email done=again />
                </div>
            </div>
        }
        .into_any()
    };
    view! {
        <Heading title=texts().account_title() text=texts().account_text() />
        {loaded(asked, show)}
    }
}
