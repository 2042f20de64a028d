//! How far a message has come, and why it went no further.

use crate::domain::delivery::{Delivery, Failure};
use crate::texts::{Texts, texts};

impl Delivery {
    /// For those who do not see its glyph.
    pub fn label(self) -> &'static str {
        let texts = texts();
        match self {
            Self::Queued => texts.delivery_queued(),
            Self::Sending => texts.delivery_sending(),
            Self::Accepted | Self::Sent => texts.delivery_sent(),
            Self::Delivered => texts.delivery_delivered(),
            Self::Read => texts.delivery_read(),
            Self::Played => texts.delivery_played(),
            Self::Failed => texts.delivery_failed(),
            Self::Unconfirmed => texts.delivery_unconfirmed(),
        }
    }
}

impl Failure {
    /// The reason in a person's words, by Meta's error code.
    pub fn reason(&self) -> String {
        match (words(texts(), self.code), &self.details) {
            (Some((reason, _)), _) => reason.to_owned(),
            (None, Some(details)) if !details.is_empty() => details.clone(),
            (None, _) => self.title.clone(),
        }
    }

    /// What can be done about it, if anything.
    pub fn hint(&self) -> &'static str {
        words(texts(), self.code).map_or("", |(_, hint)| hint)
    }
}

/// Meta's codes, in a person's words, and what can be done. Negative ones are ours.
/// <https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes>
fn words(t: Texts, code: i64) -> Option<(&'static str, &'static str)> {
    Some(match code {
        131_047 => (t.failure_window(), t.hint_template()),
        131_026 => (t.failure_unreachable(), t.hint_check_number()),
        131_049 => (t.failure_held_back(), t.hint_tomorrow()),
        130_472 => (t.failure_experiment(), ""),
        131_050 => (t.failure_opted_out(), t.hint_no_more()),
        131_056 => (t.failure_too_many(), t.hint_later()),
        130_429 | 4 | 80_007 => (t.failure_too_fast(), t.hint_later()),
        131_048 => (t.failure_restricted(), t.hint_quality()),
        131_064 => (t.failure_people_limit(), t.hint_tomorrow()),
        131_042 => (t.failure_payment(), t.hint_admin()),
        131_031 | 368 => (t.failure_locked(), t.hint_admin()),
        130_497 => (t.failure_country(), ""),
        0 | 190 => (t.failure_expired(), t.hint_reconnect()),
        3 | 10 | 200 | 131_005 => (t.failure_permission(), t.hint_admin()),
        131_037 | 131_045 | 133_006 | 133_010 => (t.failure_not_set_up(), t.hint_admin()),
        131_030 => (t.failure_test_number(), t.hint_test_number()),
        131_021 => (t.failure_itself(), ""),
        131_053 => (t.failure_upload(), t.hint_another_format()),
        131_052 => (t.failure_download(), t.hint_ask_again()),
        131_051 => (t.failure_kind(), ""),
        131_062 => (t.failure_no_number(), t.hint_ask_number()),
        1 | 2 | 131_000 | 131_016 | 131_057 | 133_004 => (t.failure_whatsapp(), t.hint_later()),
        33 | 100 | 131_008 | 131_009 | 135_000 => (t.failure_not_accepted(), ""),
        132_000 | 132_008 | 132_012 => (t.failure_template_fields(), t.hint_fill_anew()),
        132_001 => (t.failure_template_language(), t.hint_choose_another()),
        132_005 => (t.failure_template_long(), t.hint_shorten()),
        132_007 => (t.failure_template_rules(), t.hint_choose_another()),
        132_015 | 132_016 => (t.failure_template_stopped(), t.hint_choose_another()),
        132_068 | 132_069 => (t.failure_form_stopped(), t.hint_admin()),
        137_000 => (t.failure_security_code(), t.hint_make_sure()),
        -3 => (t.failure_disconnected(), ""),
        -4 | -5 => (t.failure_file_gone(), ""),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_have_words_and_those_that_nobody_knows_have_metas() {
        let failure = |code: i64| Failure {
            code,
            title: "Title".to_owned(),
            details: Some("Details".to_owned()),
        };
        assert_eq!(
            failure(190).reason(),
            "The connection to WhatsApp has expired."
        );
        assert_eq!(failure(190).hint(), "An admin must reconnect the number.");
        assert_eq!(failure(7).reason(), "Details");
        assert_eq!(failure(7).hint(), "");
        for code in [131_047, 131_050, 131_021, 131_051, 130_472] {
            assert!(!failure(code).may_help_to_repeat());
            let hint = failure(code).hint();
            assert!(!hint.starts_with("Try again"), "{code}: {hint}");
        }
    }
}
