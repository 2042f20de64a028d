//! What the frame would show, in both themes, with the project's real conversations.

use super::fields::EmbedFields;
use crate::ask::embed::preview;
use crate::domain::conversation::Conversation;
use crate::domain::embed::{Mode, ScopeType};
use crate::domain::id::{ProjectId, UserId};
use crate::parts::conversation_list::face::face;
use crate::parts::office::loaded::Skeleton;
use crate::problem::Problem;
use crate::texts::texts;
use crate::ui::clock::clock;
use crate::ui::form::said;
use crate::ui::live::memo;
use crate::ui::time::list_time;
use leptos::prelude::*;
use std::time::Duration;

/// Choosing pauses before it asks.
const PAUSE: Duration = Duration::from_millis(250);
const ROWS: usize = 4;

#[derive(Clone, PartialEq)]
struct Question {
    scope: ScopeType,
    id: Option<String>,
    assignee: Option<UserId>,
}

impl Question {
    fn of(fields: EmbedFields) -> Self {
        Self {
            scope: fields.scope.get(),
            id: fields.scope_id(),
            assignee: fields.assignee_id(),
        }
    }

    /// A number or customer is still to be chosen.
    fn is_open(&self) -> bool {
        self.scope != ScopeType::Project && self.id.is_none()
    }
}

#[component]
pub fn Preview(project: ProjectId, fields: EmbedFields) -> impl IntoView {
    let wanted = memo(move || Question::of(fields));
    let asked = RwSignal::new(wanted.get_untracked());
    let pending = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let question = wanted.get();
        if let Some(earlier) = pending.get_value() {
            earlier.clear();
        }
        if asked.with_untracked(|asked| *asked == question) {
            return;
        }
        let later = set_timeout_with_handle(
            move || {
                asked.try_set(question);
            },
            PAUSE,
        );
        pending.set_value(later.ok());
    });
    let answer = Resource::new_blocking(
        move || asked.get(),
        move |question| async move {
            if question.is_open() {
                return Ok(Vec::new());
            }
            preview(project, question.scope, question.id, question.assignee).await
        },
    );
    view! {
        <section class="preview" aria-label=texts().preview()>
            <h2>{texts().preview()}</h2>
            <Transition fallback=Skeleton>
                {move || Suspend::new(async move {
                    let rows = answer.await;
                    let open = asked.with_untracked(Question::is_open);
                    view! {
                        <div class="preview-frames">
                            <MockFrame rows=rows.clone() open mode=Mode::Light chosen=fields.mode />
                            <MockFrame rows open mode=Mode::Dark chosen=fields.mode />
                        </div>
                    }
                })}
            </Transition>
            <p class="field-hint">{texts().preview_live()}</p>
        </section>
    }
}

/// The second theme says the same once more, so it is for the eyes only.
#[component]
fn MockFrame(
    rows: Result<Vec<Conversation>, Problem>,
    open: bool,
    mode: Mode,
    chosen: RwSignal<Mode>,
) -> impl IntoView {
    let spoken = mode == Mode::Light;
    let first = move || chosen.get() == mode;
    view! {
        <figure class="mock" aria-hidden=(!spoken).then_some("true")>
            <div class="mock-frame" data-mode=mode.word()>
                <p class="mock-header">{texts().list_title()}</p>
                {inside(rows, open)}
            </div>
            <figcaption>
                {move || if first() { texts().preview_first(mode.label()) } else { mode.label().to_owned() }}
            </figcaption>
        </figure>
    }
}

fn inside(rows: Result<Vec<Conversation>, Problem>, open: bool) -> AnyView {
    let note = |text: String| view! { <p class="mock-note">{text}</p> }.into_any();
    match rows {
        _ if open => note(texts().preview_choose().to_owned()),
        Err(problem) => note(said(&problem)),
        Ok(rows) if rows.is_empty() => note(texts().preview_none().to_owned()),
        Ok(rows) => {
            let several = rows
                .windows(2)
                .any(|pair| pair[0].number.id != pair[1].number.id);
            let row = move |row: Conversation| view! { <Row row several /> };
            view! { <ul class="list" role="list">{rows.into_iter().take(ROWS).map(row).collect_view()}</ul> }
                .into_any()
        }
    }
}

#[component]
fn Row(row: Conversation, several: bool) -> impl IntoView {
    let clock = clock();
    let at = row.last_activity_at;
    let time = Signal::derive(move || list_time(at, clock.now.get(), clock.zone.get()));
    let unread = (row.unread > 0).then_some("");
    view! {
        <li class="row">
            <div class="row-link" data-unread=unread>
                {face(row, time, several, None)}
            </div>
        </li>
    }
}
