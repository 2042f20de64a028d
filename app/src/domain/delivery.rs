//! How far an outbound message has come. Statuses arrive late, twice and out of order; this rule makes one truth of them.

use serde::{Deserialize, Serialize};

/// The states of an outbound message, in the order in which a message passes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// On disk with us, not yet handed to WhatsApp.
    Queued,
    /// A request is under way, or its outcome is not known yet.
    Sending,
    /// WhatsApp has taken it.
    Accepted,
    Sent,
    Delivered,
    Read,
    /// A voice message was listened to.
    Played,
    /// WhatsApp refused it, or could not deliver it.
    Failed,
    /// Nobody can say whether it went out: a person decides.
    Unconfirmed,
}

impl Delivery {
    /// The state after `news`. Only forwards: a late `sent` does not undo a `read`.
    /// A failure counts until the message is delivered, and nothing but proof of arrival undoes it.
    pub fn after(self, news: Self) -> Self {
        match (self, news) {
            (Self::Failed, Self::Delivered | Self::Read | Self::Played) => news,
            (Self::Failed, _) => self,
            (Self::Delivered | Self::Read | Self::Played, Self::Failed) => self,
            (_, Self::Failed) => news,
            (_, Self::Unconfirmed) => {
                if self == Self::Sending {
                    news
                } else {
                    self
                }
            }
            _ if news.rank() > self.rank() => news,
            _ => self,
        }
    }

    const fn rank(self) -> u8 {
        match self {
            Self::Queued => 0,
            Self::Sending => 1,
            // Anything WhatsApp says of a message settles the doubt.
            Self::Unconfirmed => 2,
            Self::Accepted => 3,
            Self::Sent => 4,
            Self::Delivered => 5,
            Self::Read => 6,
            Self::Played => 7,
            Self::Failed => 8,
        }
    }

    /// The word in the database and in WhatsApp's statuses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Accepted => "accepted",
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Read => "read",
            Self::Played => "played",
            Self::Failed => "failed",
            Self::Unconfirmed => "unconfirmed",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    pub const ALL: [Self; 9] = [
        Self::Queued,
        Self::Sending,
        Self::Accepted,
        Self::Sent,
        Self::Delivered,
        Self::Read,
        Self::Played,
        Self::Failed,
        Self::Unconfirmed,
    ];
}

/// Why a message failed, as WhatsApp put it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    pub code: i64,
    pub title: String,
    pub details: Option<String>,
}

/// Meta's codes, in a person's words, and what can be done. Empty words: what Meta says itself is shown.
/// <https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes>
const REASONS: &[(&[i64], &str, &str)] = &[
    (
        &[131_047],
        "More than 24 hours have passed since the customer last wrote.",
        "Send a template, or wait until they write.",
    ),
    (
        &[131_026],
        "WhatsApp could not deliver it: the person may not use WhatsApp or has an old version.",
        "Check the number, or reach them another way.",
    ),
    (
        &[131_049, 130_472],
        "WhatsApp held it back to keep the chat healthy.",
        TOMORROW,
    ),
    (
        &[131_050],
        "The person has opted out of marketing messages.",
        "Send no more of them.",
    ),
    (
        &[131_056],
        "Too many messages to this person in a short time.",
        LATER,
    ),
    (
        &[130_429, 4, 80_007],
        "The number sends faster than WhatsApp allows.",
        LATER,
    ),
    (
        &[131_048],
        "WhatsApp has restricted this number because of reported messages.",
        "Look at its quality in the WhatsApp Manager.",
    ),
    (
        &[131_064],
        "The number has reached the number of people it may write to.",
        TOMORROW,
    ),
    (
        &[131_042],
        "There is a payment problem with the WhatsApp account.",
        ADMIN,
    ),
    (&[131_031, 368], "The WhatsApp account is locked.", ADMIN),
    (
        &[130_497],
        "WhatsApp does not allow this business to write to people in that country.",
        "",
    ),
    (
        &[0, 190],
        "The connection to WhatsApp has expired.",
        "An admin must reconnect the number.",
    ),
    (
        &[3, 10, 200, 131_005],
        "The connection to WhatsApp lacks a permission.",
        ADMIN,
    ),
    (
        &[131_037, 131_045, 133_006, 133_010],
        "The number is not fully set up at WhatsApp.",
        ADMIN,
    ),
    (
        &[131_030],
        "The person is not on the list of test recipients.",
        "An admin can add them there.",
    ),
    (&[131_021], "The number cannot write to itself.", ""),
    (
        &[131_053],
        "The file could not be uploaded.",
        "Try another format or a smaller file.",
    ),
    (
        &[131_052],
        "WhatsApp could not give the file.",
        "Ask them to send it again.",
    ),
    (
        &[131_051],
        "WhatsApp does not know this kind of message.",
        "",
    ),
    (
        &[131_062],
        "This cannot be sent to somebody whose phone number is unknown.",
        "Ask for their number.",
    ),
    (
        &[1, 2, 131_000, 131_016, 131_057, 133_004],
        "WhatsApp had trouble on its side.",
        LATER,
    ),
    (
        &[33, 100, 131_008, 131_009, 135_000],
        "WhatsApp did not accept the message as it is.",
        "",
    ),
    (
        &[132_000, 132_008, 132_012],
        "The template's fields do not fit.",
        "Fill them in anew.",
    ),
    (
        &[132_001],
        "The template does not exist in this language.",
        "Choose another.",
    ),
    (
        &[132_005],
        "The template is too long when it is filled in.",
        "Shorten what goes into it.",
    ),
    (
        &[132_007],
        "The template breaks WhatsApp's rules.",
        "Choose another.",
    ),
    (
        &[132_015, 132_016],
        "WhatsApp has stopped the template for its quality.",
        "Choose another.",
    ),
    (&[132_068, 132_069], "WhatsApp has stopped the form.", ADMIN),
    (
        &[137_000],
        "The person's security code has changed.",
        "Make sure that it is them.",
    ),
];

const LATER: &str = "Try again in a while.";
const TOMORROW: &str = "Try again tomorrow at the earliest.";
const ADMIN: &str = "An admin must look at the WhatsApp account.";

impl Failure {
    /// The reason in a person's words, by Meta's error code.
    pub fn reason(&self) -> String {
        match (self.words(), &self.details) {
            (Some((reason, _)), _) => reason.to_owned(),
            (None, Some(details)) if !details.is_empty() => details.clone(),
            (None, _) => self.title.clone(),
        }
    }

    /// What can be done about it, if anything.
    pub fn hint(&self) -> &'static str {
        self.words().map_or("", |(_, hint)| hint)
    }

    /// Whether sending the same once more may end better.
    pub fn may_help_to_repeat(&self) -> bool {
        !matches!(self.code, 131_047 | 131_050 | 131_021 | 131_051 | 130_472)
    }

    fn words(&self) -> Option<(&'static str, &'static str)> {
        let found = REASONS
            .iter()
            .find(|(codes, ..)| codes.contains(&self.code));
        found.map(|(_, reason, hint)| (*reason, *hint))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FROM_WHATSAPP: [Delivery; 4] = [
        Delivery::Sent,
        Delivery::Delivered,
        Delivery::Read,
        Delivery::Played,
    ];

    #[test]
    fn failures_have_words_and_those_that_nobody_knows_have_metas() {
        let failure = |code: i64| Failure {
            code,
            title: "Title".to_owned(),
            details: Some("Details".to_owned()),
        };
        for (codes, reason, hint) in REASONS {
            for code in *codes {
                assert_eq!(
                    (failure(*code).reason().as_str(), failure(*code).hint()),
                    (*reason, *hint)
                );
            }
        }
        assert_eq!(
            (failure(7).reason().as_str(), failure(7).hint()),
            ("Details", "")
        );
    }

    #[test]
    fn a_late_sent_does_not_undo_a_read() {
        assert_eq!(Delivery::Read.after(Delivery::Sent), Delivery::Read);
        assert_eq!(Delivery::Read.after(Delivery::Failed), Delivery::Read);
    }

    #[test]
    fn a_doubtful_message_is_settled_by_any_status() {
        assert_eq!(Delivery::Unconfirmed.after(Delivery::Sent), Delivery::Sent);
        assert_eq!(
            Delivery::Unconfirmed.after(Delivery::Failed),
            Delivery::Failed
        );
        assert_eq!(
            Delivery::Accepted.after(Delivery::Unconfirmed),
            Delivery::Accepted
        );
    }

    #[test]
    fn words_come_back_as_states() {
        for state in Delivery::ALL {
            assert_eq!(Delivery::from_word(state.word()), Some(state));
        }
        assert_eq!(Delivery::from_word("deleted"), None);
    }

    proptest! {
        #[test]
        fn any_order_with_repeats_converges(
            order in proptest::sample::subsequence((0..12usize).collect::<Vec<_>>(), 12).prop_shuffle()
        ) {
            let end = order.iter().map(|i| FROM_WHATSAPP[i % 4]).fold(Delivery::Accepted, Delivery::after);
            prop_assert_eq!(end, Delivery::Played);
        }

        #[test]
        fn the_same_news_twice_changes_nothing(a in 0..9usize, b in 0..9usize) {
            let once = Delivery::ALL[a].after(Delivery::ALL[b]);
            prop_assert_eq!(once.after(Delivery::ALL[b]), once);
        }

        #[test]
        fn failed_and_delivered_meet_in_the_same_state(order in Just(vec![0usize, 1, 2, 3]).prop_shuffle()) {
            let news = [Delivery::Sent, Delivery::Failed, Delivery::Delivered, Delivery::Read];
            let end = order.iter().map(|i| news[*i]).fold(Delivery::Accepted, Delivery::after);
            prop_assert_eq!(end, Delivery::Read);
        }
    }
}
