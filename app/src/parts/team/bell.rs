//! New messages, told by the browser while nobody looks at them here. A person switches it on, for one browser.

use crate::browser::notification::{self, Permission, Shown};
use crate::browser::storage::{store_notifications, wants_notifications};
use crate::desk::Desk;
use crate::domain::change::Change;
use crate::domain::conversation::{Preview, preview_of};
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::message::{Direction, Kind, Message};
use crate::ui::bricks::{group, line, live, nothing, press};
use crate::ui::icon::{BellIcon, BellOffIcon, CloseIcon};
use crate::ui::live::{act, word};
use leptos::prelude::*;
use std::collections::HashMap;

/// Changes may come twice, so what was told is remembered.
const REMEMBERED: usize = 300;

#[derive(Clone, Copy)]
struct Bell {
    desk: Desk,
    on: RwSignal<bool>,
    /// Why it cannot be switched on.
    why: RwSignal<Option<&'static str>>,
    told: StoredValue<Vec<MessageId>>,
    shown: StoredValue<HashMap<ConversationId, Shown>, LocalStorage>,
}

pub fn bell(desk: Desk) -> AnyView {
    let granted = notification::permission() == Permission::Granted;
    let bell = Bell {
        desk,
        on: RwSignal::new(granted && wants_notifications()),
        why: RwSignal::new(None),
        told: StoredValue::default(),
        shown: StoredValue::new_local(HashMap::new()),
    };
    bell.listen();
    group(
        "team-tool",
        vec![bell.button(), live(move || bell.refusal())],
    )
}

impl Bell {
    fn button(self) -> AnyView {
        let icon = move || match self.on.get() {
            true => BellIcon().into_any(),
            false => BellOffIcon().into_any(),
        };
        let title = move || {
            let title = match self.on.get() {
                true => "Notifications are on",
                false => "Notifications are off",
            };
            Some(title.to_owned())
        };
        view! {
            <button
                class="icon-button bell"
                type="button"
                aria-label="Notifications"
                aria-pressed=word(move || Some(self.on.get().to_string()))
                title=word(title)
                on:click=act(move || self.toggle())
            >
                {live(icon)}
            </button>
        }
        .into_any()
    }

    fn refusal(self) -> AnyView {
        let Some(why) = self.why.get() else {
            return nothing();
        };
        let close = press("fact-copy", "Close", CloseIcon().into_any(), move || {
            self.why.set(None)
        });
        let content = vec![line("", why), close];
        view! { <div class="bell-why" role="alert">{content}</div> }.into_any()
    }

    /// The browser asks people only in answer to a click.
    fn toggle(self) {
        self.why.set(None);
        match (self.on.get_untracked(), notification::permission()) {
            (true, _) => self.turn(false),
            (false, Permission::Unasked) => notification::ask(move |answer| self.answered(answer)),
            (false, known) => self.answered(known),
        }
    }

    fn answered(self, permission: Permission) {
        match permission {
            Permission::Granted => self.turn(true),
            Permission::Denied => self.refuse(
                "Your browser blocks notifications of this site. Allow them in its settings, then press the bell again.",
            ),
            Permission::Missing => self.refuse("This browser has no notifications for pages."),
            // The question was closed without an answer.
            Permission::Unasked => {}
        }
    }

    fn refuse(self, why: &'static str) {
        self.why.try_set(Some(why));
    }

    fn turn(self, on: bool) {
        self.on.try_set(on);
        store_notifications(on);
    }

    fn listen(self) {
        let desk = self.desk;
        desk.overheard.set(Some(Vec::new()));
        Effect::new(move |_| {
            desk.overheard.track();
            let heard = desk
                .overheard
                .try_update_untracked(|heard| heard.as_mut().map(std::mem::take));
            self.hear(&heard.flatten().unwrap_or_default());
        });
        // What is open needs no notification any more.
        Effect::new(move |_| {
            if let Some(id) = desk.chosen.get() {
                self.shown.update_value(|shown| drop(shown.remove(&id)));
            }
        });
        on_cleanup(move || desk.overheard.set(None));
    }

    fn hear(self, changes: &[Change]) {
        // The rows that come along say what people are called, also those who are not on the list.
        let name_of = |id: ConversationId| {
            let told = changes.iter().rev().find_map(|change| match change {
                Change::Conversation { conversation } if conversation.id == id => {
                    Some(conversation.contact.name())
                }
                _ => None,
            });
            let known = || {
                self.desk
                    .list
                    .with_untracked(|list| Some(list.row(id)?.contact.name()))
            };
            told.or_else(known)
                .unwrap_or_else(|| "New message".to_owned())
        };
        for change in changes {
            if let Change::Message { message } = change
                && self.is_news(message)
            {
                self.tell(message, &name_of(message.conversation));
            }
        }
    }

    /// Written by a customer since this page was opened, and not told yet.
    fn is_news(self, message: &Message) -> bool {
        message.direction == Direction::Inbound
            && !matches!(message.kind, Kind::Reaction)
            && message.id.made_at() > self.desk.opened_at
            && self.told.with_value(|told| !told.contains(&message.id))
    }

    fn tell(self, message: &Message, name: &str) {
        self.told.update_value(|told| {
            told.push(message.id);
            let over = told.len().saturating_sub(REMEMBERED);
            told.drain(..over);
        });
        let (desk, id) = (self.desk, message.conversation);
        let is_seen = desk.chosen.get_untracked() == Some(id) && notification::is_attended();
        if !self.on.get_untracked() || is_seen {
            return;
        }
        let open = move || desk.choose(id);
        let shown = notification::show(name, &preview(message), &id.to_string(), open);
        if let Some(shown) = shown {
            self.shown.update_value(|all| drop(all.insert(id, shown)));
        }
    }
}

/// As the list says it.
fn preview(message: &Message) -> String {
    let preview = Preview {
        direction: message.direction,
        kind: message.kind,
        text: preview_of(&message.text),
        delivery: None,
    };
    preview.line()
}
