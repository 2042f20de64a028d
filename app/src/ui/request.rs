//! The id of a request that failed on the server's side: who asks for help names it, who helps finds it in the log.

use super::bricks::{group, nothing, press, words};
use crate::browser::clipboard;
use crate::problem::Problem;
use crate::texts::texts;
use leptos::prelude::*;

/// Nothing where the problem is none of the server's.
pub fn request_note(problem: &Problem) -> AnyView {
    let Some(id) = problem.request().map(str::to_owned) else {
        return nothing();
    };
    let code = view! { <code>{texts().request_id(&id)}</code> }.into_any();
    let copy = press(
        "button button-quiet",
        "",
        words(texts().request_copy()),
        move || {
            clipboard::copy(&id, |_| ());
        },
    );
    group("request", vec![code, copy])
}
