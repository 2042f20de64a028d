//! What the inbox's server refuses, in the page's language. What is not known here stays as it is.

use crate::domain::refusal;
use crate::texts::texts;

pub fn refused(sentence: &str) -> &str {
    let t = texts();
    match sentence {
        refusal::ENDED => t.blocked_ended(),
        refusal::AUTOMATION => t.blocked_automation(),
        refusal::WINDOW_CLOSED => t.blocked_window(),
        refusal::UNANSWERED => t.blocked_unanswered(),
        refusal::GROUP => t.blocked_group(),
        refusal::NEWER => t.thread_newer(),
        refusal::NUMBER => t.refused_number(),
        refusal::NOTHING_TO_TAKE_OVER | refusal::NOTHING_TO_RESUME => t.refused_automation(),
        refusal::TOO_OLD => t.refused_old(),
        refusal::NO_MESSAGE_YET | refusal::NO_QUOTE_YET => t.refused_early(),
        refusal::TEMPLATE => t.refused_template(),
        refusal::FILE => t.refused_file(),
        refusal::NOT_ASKED => t.refused_asking(),
        _ => sentence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::conversation::Blocked;
    use crate::texts::{Language, Texts};
    use leptos::prelude::{Owner, provide_context};

    #[test]
    fn why_nothing_can_be_written_is_said_in_the_pages_language() {
        for why in [
            Blocked::Ended,
            Blocked::Automation,
            Blocked::WindowClosed,
            Blocked::Unanswered,
            Blocked::Group,
        ] {
            let told = why.refusal();
            Owner::new().with(|| {
                provide_context(Texts::of(Language::Ar));
                assert_ne!(refused(told), told, "{told}");
                assert_eq!(refused(told), why.reason());
            });
        }
    }

    #[test]
    fn what_nobody_knows_stays() {
        assert_eq!(refused("it fell off a shelf"), "it fell off a shelf");
    }
}
