//! What is said in red above a thread: what could not be done, and that nothing goes out by its number.

use crate::desk::{Desk, Thread};
use crate::parts::team::is_owner;
use crate::problem::Problem;
use crate::texts::texts;

pub fn amiss(desk: Desk, thread: &Thread) -> Option<String> {
    let mut said: Vec<String> = thread.refused.iter().map(Problem::told).collect();
    if let Some(trouble) = thread.conversation.trouble {
        said.push(texts().number_waits().to_owned());
        said.push(trouble.reason().to_owned());
        // Owners have a way to put it right beside it.
        if !is_owner(desk) {
            said.push(trouble.hint().to_owned());
        }
    }
    (!said.is_empty()).then(|| said.join(" "))
}
