//! What the server itself writes into the log of an automation, in the page's language. What programs say is theirs.

use crate::domain::automation;
use crate::texts::texts;

pub fn told(text: String) -> String {
    let t = texts();
    let known = match text.as_str() {
        automation::TAKEN_OVER => t.step_by_person(),
        automation::GIVEN_BACK => t.step_by_person_back(),
        automation::NO_REASON => t.run_no_reason(),
        // Kapso's word for what the step's name says already.
        "user_message" => "",
        _ => return text,
    };
    known.to_owned()
}
