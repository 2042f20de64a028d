//! The contact sees that somebody writes.

use crate::ask::message::typing;
use crate::desk::Desk;
use crate::domain::id::ConversationId;
use crate::domain::time::{SECOND, Timestamp};
use crate::problem::Problem;
use crate::ui::later::NotLoaded;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;
use std::pin::Pin;

/// WhatsApp shows for 25 seconds that somebody types.
const TYPING: i64 = 20 * SECOND;

impl Desk {
    /// Tells the contact that somebody writes, and not more often than it shows.
    pub fn types(self, id: ConversationId) {
        let now = Timestamp::now();
        let due = self
            .typed
            .with_value(|typed| typed.is_none_or(|(at, of)| of != id || now.since(at) > TYPING));
        if due {
            self.typed.set_value(Some((now, id)));
            spawn_local(async move {
                // A courtesy: when it fails, nothing is lost.
                if let Ok(told) = telling(id).await {
                    let _ = told.await;
                }
            });
        }
    }
}

type Answer = Pin<Box<dyn Future<Output = Result<(), Problem>>>>;

#[wasm_split(sending, wasm_split_path = leptos::wasm_split, fallible)]
fn telling(id: ConversationId) -> Result<Answer, NotLoaded> {
    Ok(Box::pin(typing(id)))
}
