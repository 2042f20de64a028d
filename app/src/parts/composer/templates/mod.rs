//! Templates: found, filled, sent. What composers and new conversations share of them.

mod asked;
mod filled;
mod shelf;
#[cfg(test)]
mod tests;

pub use asked::{asks, problems};
pub use filled::{draft, shown};
pub use shelf::Shelf;

use super::Composing;
use super::sheet::{self, Filling, Sheet, back, header_file, preview, sides};
use crate::ask::message::list_templates;
use crate::domain::content::Content;
use crate::domain::conversation::Blocked;
use crate::domain::draft::Body;
use crate::domain::template::Template;
use crate::texts::texts;
use crate::ui::bricks::{group, line, live, press, words};
use crate::ui::live::memo;
use leptos::prelude::*;

/// Under which name values of templates are kept.
pub const NAME: &str = "template";

/// In the composer itself: why a text cannot be sent, and the way on.
pub fn in_place(composing: Composing, blocked: Blocked) -> AnyView {
    let choose = press(
        "button button-primary",
        "",
        words(texts().templates_choose()),
        move || sheet::open(composing, Sheet::Templates),
    );
    let (title, why) = match blocked {
        // Nothing is wrong then.
        Blocked::Unanswered => (
            line("composer-waits-title", texts().window_unopened()),
            texts().window_unopened_why(),
        ),
        _ => (
            line("composer-closed-title", texts().window_closed()),
            texts().window_closed_why(),
        ),
    };
    group(
        "composer-closed",
        vec![title, line("composer-closed-why", why), choose],
    )
}

pub fn in_sheet(composing: Composing) -> AnyView {
    let (desk, id) = (composing.desk, composing.id);
    let shelf = Shelf::new(desk, id, move |fresh| {
        Box::pin(async move { list_templates(id, fresh).await })
    });
    shelf.ask(false);
    live(move || match shelf.picked.get() {
        Some(template) => filling(composing, shelf, template),
        None => shelf.list(),
    })
}

fn filling(composing: Composing, shelf: Shelf, template: Template) -> AnyView {
    let (desk, id) = (composing.desk, composing.id);
    let title = title(shelf, &template);
    let of = StoredValue::new(template);
    let filling = fields(shelf, of);
    let send = move || {
        let values = filling.values_now();
        let file = untrack(|| header_file(desk, &values));
        let body = of.with_value(|template| draft(template, &values, file.as_ref()));
        let (text, panel) = of.with_value(|template| shown(template, &values, file));
        let draft = desk.draft(id, Body::Template(Box::new(body)));
        desk.send_shown(draft, text, Content::Panel(panel));
    };
    let foot = sheet::send_button(composing, filling, send);
    let seen = move || seen(filling, of);
    group("sheet-content", vec![title, sides(filling, seen, foot)])
}

/// Which template it is, and the way back to the others.
pub fn title(shelf: Shelf, template: &Template) -> AnyView {
    let name = template.name.replace('_', " ");
    let back = back(move || shelf.picked.set(None));
    group("shelf-picked", vec![back, line("shelf-name", name)])
}

/// The form of a template's blanks.
pub fn fields(shelf: Shelf, of: StoredValue<Template>) -> Filling {
    let (desk, id) = (shelf.desk, shelf.id);
    let values = memo(move || desk.values_of(id, NAME));
    Filling {
        desk,
        id,
        name: NAME,
        tried: RwSignal::new(false),
        asks: memo(move || of.with_value(asks)),
        problems: memo(move || {
            let values = values.get();
            let file = header_file(desk, &values);
            of.with_value(|template| problems(template, &values, file.as_ref()))
        }),
    }
}

/// What the customer will see.
pub fn seen(filling: Filling, of: StoredValue<Template>) -> AnyView {
    let values = filling.values();
    let file = header_file(filling.desk, &values);
    let (text, panel) = of.with_value(|template| shown(template, &values, file));
    preview(&text, &Content::Panel(panel))
}
