//! What the server itself writes into the log of an automation, in the page's language. What programs say is theirs.

use crate::texts::texts;

pub fn told(text: String) -> String {
    let t = texts();
    let known = match text.as_str() {
        "A person took over in the inbox." => t.step_by_person(),
        "A person gave the conversation back in the inbox." => t.step_by_person_back(),
        "The workflow failed." => t.run_no_reason(),
        // Kapso's word for what the step's name says already.
        "user_message" => "",
        _ => return text,
    };
    known.to_owned()
}
