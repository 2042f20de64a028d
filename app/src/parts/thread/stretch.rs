//! The stretch of a long thread that is drawn. The scroller is reversed, so what is above needs no room kept for it;
//! what is below is one empty box as high as its rows were. What a reader looks at stays where it is.

use super::items::Item;
use crate::browser::document::top_of;
use crate::desk::{bubble_of, first_in_sight};
use crate::domain::id::MessageId;
use crate::ui::live::follow;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Rows drawn at once.
const SPAN: usize = 240;
/// Rows by which the stretch moves.
const STEP: usize = 80;
/// How near, in pixels, its end may come before it moves.
const NEAR: f64 = 1_500.0;
/// How high a row is, as long as nobody has seen it.
const GUESS: f64 = 52.0;

#[derive(Clone, Copy)]
pub struct Stretch {
    rows: Memo<Vec<Item>>,
    /// Rows below that are not drawn.
    hidden: RwSignal<usize>,
    /// How high the box in their place is.
    room: StoredValue<f64>,
    scroller: NodeRef<Div>,
    below: NodeRef<Div>,
}

impl Stretch {
    pub fn new(rows: Memo<Vec<Item>>, scroller: NodeRef<Div>, below: NodeRef<Div>) -> Self {
        let stretch = Self {
            rows,
            hidden: RwSignal::new(0),
            room: StoredValue::new(0.0),
            scroller,
            below,
        };
        follow(move |before: Option<Option<MessageId>>| {
            let last = rows.with(|rows| rows.last().and_then(Item::message));
            stretch.keep_end(before.flatten());
            request_animation_frame(move || stretch.follow());
            last
        });
        stretch
    }

    pub fn drawn(self) -> Vec<Item> {
        let hidden = self.hidden.get();
        self.rows.with(|rows| {
            let end = rows.len().saturating_sub(hidden);
            rows[end.saturating_sub(SPAN)..end].to_vec()
        })
    }

    /// Whether loaded rows lie above those that are drawn.
    pub fn more_above(self) -> bool {
        let hidden = self.hidden.get_untracked();
        self.rows.with_untracked(|rows| rows.len() > hidden + SPAN)
    }

    pub fn to_end(self) {
        self.hidden.set(0);
        self.make_room(0.0);
        if let Some(scroller) = self.scroller.get_untracked() {
            scroller.set_scroll_top(0);
        }
    }

    /// Draws the rows around a message.
    pub fn around(self, id: MessageId) {
        let found = self.rows.with_untracked(|rows| {
            let nth = rows.iter().position(|row| row.message() == Some(id))?;
            Some((nth, rows.len()))
        });
        let Some((nth, all)) = found else { return };
        let end = all.saturating_sub(self.hidden.get_untracked());
        if (end.saturating_sub(SPAN)..end).contains(&nth) {
            return;
        }
        let hidden = all.saturating_sub(nth + SPAN / 2);
        self.hidden.set(hidden);
        self.make_room(hidden as f64 * GUESS);
    }

    /// Moves along when a reader comes near an end of what is drawn.
    pub fn follow(self) {
        let Some(scroller) = self.scroller.try_get_untracked().flatten() else {
            return;
        };
        let hidden = self.hidden.get_untracked();
        let from_end = -f64::from(scroller.scroll_top());
        let above = f64::from(scroller.scroll_height() - scroller.client_height()) - from_end;
        if above < NEAR && self.more_above() {
            self.shift(hidden + STEP);
        } else if hidden > 0 && from_end - self.room.get_value() < NEAR {
            self.shift(hidden.saturating_sub(STEP));
        }
    }

    /// What is new at the end does not move what is drawn above it.
    fn keep_end(self, before: Option<MessageId>) {
        let hidden = self.hidden.get_untracked();
        if hidden == 0 {
            return;
        }
        let added = self.rows.with_untracked(|rows| {
            let place =
                before.and_then(|id| rows.iter().rposition(|row| row.message() == Some(id)));
            place.map_or(0, |place| rows.len() - place - 1)
        });
        if added > 0 {
            self.hidden.set(hidden + added);
        }
    }

    fn shift(self, hidden: usize) {
        let before = self.hidden.get_untracked();
        let seen = first_in_sight();
        self.hidden.set(hidden);
        let room = self.room.get_value();
        let guess = match (before, hidden) {
            (_, 0) => 0.0,
            (0, _) => hidden as f64 * GUESS,
            _ => room / before as f64 * hidden as f64,
        };
        self.make_room(guess);
        self.settle(seen);
    }

    /// Other rows are drawn, and a message goes on standing where it stood.
    pub fn hold(self, id: MessageId, top: f64) {
        self.around(id);
        self.settle(Some((id, top)));
    }

    /// Before the browser paints, so that nobody sees it jump.
    fn settle(self, seen: Option<(MessageId, f64)>) {
        request_animation_frame(move || {
            // Another thread may be open by now.
            if self.scroller.try_get_untracked().flatten().is_none() {
                return;
            }
            if let Some((id, top)) = seen
                && let Some(now) = top_of(&bubble_of(id))
            {
                self.correct(now - top);
            }
            self.follow();
        });
    }

    /// What is drawn stands this much lower than it did.
    fn correct(self, lower: f64) {
        if lower == 0.0 {
            return;
        }
        let room = self.room.get_value() + lower;
        if self.hidden.get_untracked() > 0 && room > 0.0 {
            self.make_room(room);
        } else if let Some(scroller) = self.scroller.get_untracked() {
            scroller.set_scroll_top(scroller.scroll_top() + lower as i32);
        }
    }

    fn make_room(self, room: f64) {
        self.room.set_value(room);
        let below = self.below.get_untracked();
        if let Some(below) = below.and_then(|below| below.dyn_into::<HtmlElement>().ok()) {
            let _ = below
                .style()
                .set_property("height", &format!("{}px", room as i32));
        }
    }
}
