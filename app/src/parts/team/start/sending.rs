//! The button that begins the conversation, and what comes of it.

use super::{Beginning, number};
use crate::ask::team::start_conversation;
use crate::browser::document::focus_first;
use crate::browser::timer::after;
use crate::domain::id::MessageId;
use crate::domain::start::{Start, recipient};
use crate::domain::template::Template;
use crate::parts::composer::sheet::{Filling, header_file};
use crate::parts::composer::templates::draft;
use crate::problem::Problem;
use crate::texts::texts;
use crate::ui::live::{act, flag, live_text};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

pub fn button(beginning: Beginning, filling: Filling, of: StoredValue<Template>) -> AnyView {
    let words = move || match beginning.sending.get() {
        true => texts().start_starting().to_owned(),
        false => texts().start_go().to_owned(),
    };
    view! {
        <button
            class="button button-primary"
            type="button"
            disabled=flag(move || beginning.sending.get())
            on:click=act(move || beginning.submit(filling, of))
        >
            {live_text(words)}
        </button>
    }
    .into_any()
}

impl Beginning {
    fn submit(self, filling: Filling, of: StoredValue<Template>) {
        self.refused.set(None);
        self.tried.set(true);
        let phone = recipient(&untrack(|| self.phone()));
        let complete = filling.is_complete();
        let (Ok(phone), Some(number)) = (phone, untrack(|| number(self.desk))) else {
            return self.look_at("#start-phone");
        };
        if !complete {
            return;
        }
        let values = filling.values_now();
        let file = untrack(|| header_file(self.desk, &values));
        let template = of.with_value(|template| draft(template, &values, file.as_ref()));
        let start = self.known(Start {
            id: MessageId::new(),
            number,
            phone: phone.digits().to_owned(),
            template,
        });
        self.sending.set(true);
        spawn_local(async move {
            let answer = start_conversation(start).await;
            self.sending.try_set(false);
            match answer {
                Ok(conversation) => {
                    self.desk.apply_conversation(&conversation);
                    self.forget();
                    self.desk.choose(conversation.id);
                }
                Err(problem) => self.refuse(&problem),
            }
        });
    }

    /// With the id of the last try, if that was the same: it may have arrived.
    fn known(self, start: Start) -> Start {
        let known = self.last.get_value().filter(|last| {
            let same = Start {
                id: last.id,
                ..start.clone()
            };
            *last == same
        });
        let start = known.unwrap_or(start);
        self.last.set_value(Some(start.clone()));
        start
    }

    fn refuse(self, problem: &Problem) {
        let text = problem.told();
        let named = match problem {
            Problem::Invalid(text) => text.split_once(": "),
            _ => None,
        };
        let (field, why) = named.unwrap_or(("", &text));
        let refused = (field.to_owned(), why.to_owned());
        self.refused.try_set(Some(refused));
        if field == "phone" {
            self.look_at("#start-phone");
        }
    }

    fn look_at(self, field: &'static str) {
        after(Duration::from_millis(40), move || {
            focus_first(field);
        });
    }
}
