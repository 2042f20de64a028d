//! The stretch of a long list that is drawn. In place of the rows above and below it stand two empty boxes, as high
//! as those rows are thought to be. What one looks at stays where it is.

use crate::browser::document::{bring_into_sight, count, scroll_by, set_height, top_of, topmost};
use crate::browser::observer::on_scroll;
use crate::domain::id::ConversationId;
use crate::ui::live::watch;
use leptos::prelude::*;

/// Rows drawn at once. A list that has no more is drawn whole.
const SPAN: usize = 120;
/// Rows that are drawn above what one looks at.
const ABOVE: usize = 45;
/// So near, in rows, its upper end may come to what one looks at before it moves, and twice as near its lower one.
const NEAR: usize = 25;

#[derive(Clone, Copy)]
pub struct Stretch {
    order: Memo<Vec<ConversationId>>,
    /// Rows above that are not drawn.
    from: RwSignal<usize>,
}

impl Stretch {
    pub fn new(order: Memo<Vec<ConversationId>>) -> Self {
        let stretch = Self {
            order,
            from: RwSignal::new(0),
        };
        watch(move || on_scroll(move || stretch.follow()));
        watch(move || stretch.make_room());
        stretch
    }

    pub fn drawn(self) -> Vec<ConversationId> {
        let from = self.from.get();
        self.order.with(|order| {
            let from = kept(from, order.len());
            order[from..order.len().min(from + SPAN)].to_vec()
        })
    }

    /// Moves along with a reader, also after a leap into what is not drawn.
    pub fn follow(self) {
        let all = self.order.with_untracked(Vec::len);
        let before = kept(self.from.get_untracked(), all);
        let Some((id, top)) = self.seen().filter(|_| all > SPAN) else {
            return;
        };
        let Some(nth) = self.place(id) else { return };
        let from = beginning(nth, before, all);
        if from != before {
            self.from.set(from);
            self.hold(id, top);
        }
    }

    /// The first row that one sees, or the nearest to it, and how high it stands.
    fn seen(self) -> Option<(ConversationId, f64)> {
        if let Some((id, top)) = topmost(".list-scroll", "data-id") {
            return Some((id.parse().ok()?, top));
        }
        let last = untrack(|| self.drawn()).pop()?;
        Some((last, top_of(&row_of(last))?))
    }

    /// Draws the rows around one to which the keyboard has gone.
    pub fn reveal(self, id: ConversationId) {
        let Some(nth) = self.place(id) else { return };
        let from = kept(
            self.from.get_untracked(),
            self.order.with_untracked(Vec::len),
        );
        if !(from..from + SPAN).contains(&nth) {
            self.from.set(nth.saturating_sub(SPAN / 2));
            request_animation_frame(move || bring_into_sight(&row_of(id)));
        }
    }

    fn place(self, id: ConversationId) -> Option<usize> {
        self.order
            .with_untracked(|order| order.iter().position(|row| *row == id))
    }

    /// Before the browser paints, so that nobody sees it jump.
    fn hold(self, id: ConversationId, top: f64) {
        request_animation_frame(move || {
            if let Some(now) = top_of(&row_of(id)) {
                scroll_by(".list-scroll", now - top);
            }
            self.follow();
        });
    }

    fn make_room(self) {
        let all = self.order.with(Vec::len);
        let from = kept(self.from.get(), all);
        // Between the two boxes.
        let list = top_of(".list + .list-room").zip(top_of(".list"));
        let drawn = count(".list > .row").max(1);
        let height = list.map_or(0.0, |(end, top)| (end - top) / drawn as f64);
        let below = all.saturating_sub(from + SPAN);
        set_height(".list-room", from as f64 * height);
        set_height(".list + .list-room", below as f64 * height);
    }
}

fn row_of(id: ConversationId) -> String {
    format!(".row[data-id=\"{id}\"]")
}

/// A list that has become shorter is drawn to its end.
fn kept(from: usize, all: usize) -> usize {
    from.min(all.saturating_sub(SPAN))
}

/// Where the stretch begins for somebody who looks at this row: where it did, unless an end of it is near.
fn beginning(nth: usize, from: usize, all: usize) -> usize {
    let above = from > 0 && nth < from + NEAR;
    let below = from + SPAN < all && nth + 2 * NEAR > from + SPAN;
    match above || below {
        true => kept(nth.saturating_sub(ABOVE), all),
        false => from,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_list_is_drawn_whole_and_a_long_one_around_its_reader() {
        for nth in 0..SPAN {
            assert_eq!(beginning(nth, 0, SPAN), 0);
        }
        let all = 1_000;
        for (way, rows) in [
            ("down", (0..all).collect::<Vec<_>>()),
            ("up", (0..all).rev().collect()),
        ] {
            let mut from = kept(rows[0], all);
            let mut moved = 0;
            for nth in rows {
                let next = beginning(nth, from, all);
                moved += usize::from(next != from);
                from = next;
                let after = (all - nth).min(2 * NEAR);
                assert!(
                    from + nth.min(NEAR) <= nth && from + SPAN >= nth + after,
                    "{way} at {nth}: from {from}"
                );
                assert_eq!(beginning(nth, from, all), from, "it comes to rest");
            }
            assert!(moved < all / 15, "{way}: {moved}");
        }
    }
}
