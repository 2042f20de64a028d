//! What the team wrote down about a contact. It never leaves towards an embed or towards WhatsApp.

use super::note_text::{NoteText, text_form};
use crate::ask::team::{delete_note, keep_note, notes as notes_of};
use crate::browser::document::focus_first;
use crate::browser::timer::after;
use crate::desk::Desk;
use crate::domain::id::{ConversationId, NoteId};
use crate::domain::note::Note;
use crate::parts::details::{Asked, ask_when, moment, trouble};
use crate::problem::Problem;
use crate::texts::texts;
use crate::ui::avatar::portrait;
use crate::ui::bricks::{group, line, live, nothing, press, words};
use crate::ui::icon::{BinIcon, EditIcon, LockIcon};
use crate::ui::live::{live_text, memo};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

const SHOWN: Duration = Duration::from_millis(20);

/// What happens to the notes of one thread; cheap to copy.
#[derive(Clone, Copy)]
pub struct Notes {
    pub desk: Desk,
    pub id: ConversationId,
    asked: Asked<Vec<Note>>,
    /// The one whose text is being changed.
    editing: RwSignal<Option<NoteId>>,
    /// The one that is about to go, once a person has said so.
    leaving: RwSignal<Option<NoteId>>,
    refused: RwSignal<Option<(NoteId, String)>>,
}

pub fn notes(desk: Desk, id: ConversationId, seen: RwSignal<bool>) -> AnyView {
    let notes = Notes {
        desk,
        id,
        asked: Asked::nothing(),
        editing: RwSignal::new(None),
        leaving: RwSignal::new(None),
        refused: RwSignal::new(None),
    };
    ask_when(desk.noted, seen, move || notes.ask());
    let new = NoteText::new(notes, NoteId::new(), format!("note {id}"), String::new());
    let order = memo(move || notes.order());
    view! {
        <section class="details-section notes" aria-label=texts().notes()>
            <h4>{LockIcon()}{texts().notes()}</h4>
            <p class="notes-whose">{texts().notes_whose()}</p>
            {text_form(new, texts().note_new(), texts().note_add(), None)}
            {trouble(notes.asked.problem, move || notes.ask())}
            <ul role="list">
                <For each=move || order.get() key=|note| *note let:note>
                    <li class="note" data-note=note.to_string()>{live(move || notes.one(note))}</li>
                </For>
            </ul>
        </section>
    }
    .into_any()
}

impl Notes {
    fn ask(self) {
        self.asked
            .ask(notes_of(self.id), |old, fresh| *old = Some(fresh));
    }

    fn order(self) -> Vec<NoteId> {
        self.asked.answer.with(|notes| {
            let notes = notes.as_deref().unwrap_or_default();
            notes.iter().map(|note| note.id).collect()
        })
    }

    fn change(self, change: impl FnOnce(&mut Vec<Note>)) {
        self.asked
            .answer
            .try_update(|notes| change(notes.get_or_insert_default()));
    }

    /// Puts a note where it stands, or first if it is new.
    pub fn put(self, note: Note) {
        self.change(
            |notes| match notes.iter_mut().find(|old| old.id == note.id) {
                Some(old) => *old = note,
                None => notes.insert(0, note),
            },
        );
    }

    pub async fn keep(self, note: NoteId, text: String) -> Result<(), Problem> {
        let kept = keep_note(self.id, note, text).await?;
        self.put(kept);
        Ok(())
    }

    fn one(self, id: NoteId) -> AnyView {
        let found = self.asked.answer.with_untracked(|notes| {
            let found = notes.iter().flatten().find(|note| note.id == id);
            found.cloned()
        });
        let Some(note) = found else {
            return nothing();
        };
        if self.editing.get() == Some(id) {
            let text = NoteText::new(self, id, format!("edit {id}"), note.text);
            return text_form(text, texts().note(), texts().save(), Some(self.editing));
        }
        // Only now, so that what comes in does not take the field away from whoever is writing.
        self.asked.answer.track();
        let foot = match self.leaving.get() == Some(id) {
            true => self.last_question(id),
            false => nothing(),
        };
        let refused = self.refused.get().filter(|(of, _)| *of == id);
        let refused = refused.map_or_else(nothing, |(_, why)| line("note-problem", why));
        let text = line("note-text", note.text.clone());
        group("note-body", vec![self.head(note), text, refused, foot])
    }

    fn head(self, note: Note) -> AnyView {
        let (id, desk) = (note.id, self.desk);
        let (at, changed) = (note.at, note.changed_at.is_some());
        let when = move || match changed {
            true => texts().note_edited(&moment(desk, at)),
            false => moment(desk, at),
        };
        let when = view! { <time datetime=at.iso()>{live_text(when)}</time> }.into_any();
        let who = group(
            "note-who",
            vec![line("note-author", note.author.name.clone()), when],
        );
        let mut all = vec![portrait(&note.author), who];
        let own = desk.me() == Some(note.author.id);
        if own {
            let icon = EditIcon().into_any();
            all.push(press("fact-copy", texts().note_edit(), icon, move || {
                self.leaving.set(None);
                self.editing.set(Some(id));
            }));
        }
        if own || desk.team().is_some_and(|team| team.owner) {
            let icon = BinIcon().into_any();
            all.push(press("fact-copy", texts().note_delete(), icon, move || {
                self.refused.set(None);
                self.leaving.set(Some(id));
                after(SHOWN, || {
                    focus_first(".note-question .button");
                });
            }));
        }
        group("note-head", all)
    }

    fn last_question(self, id: NoteId) -> AnyView {
        let keep = press("button", "", words(texts().note_keep()), move || {
            self.leaving.set(None)
        });
        let delete = press(
            "button button-danger",
            "",
            words(texts().trouble_delete()),
            move || {
                self.leaving.set(None);
                self.delete(id);
            },
        );
        let question = line("note-ask", texts().note_delete_ask());
        let answers = group("note-actions", vec![keep, delete]);
        view! { <div class="note-question" role="group" aria-label=texts().note_delete_ask()>{question}{answers}</div> }
            .into_any()
    }

    /// Gone at once; back, with words, when the server does not let it go.
    fn delete(self, id: NoteId) {
        let before = self.asked.answer.get_untracked();
        self.change(|notes| notes.retain(|note| note.id != id));
        spawn_local(async move {
            if let Err(problem) = delete_note(self.id, id).await {
                self.refused.try_set(Some((id, problem.to_string())));
                self.asked.answer.try_set(before);
            }
        });
    }
}
