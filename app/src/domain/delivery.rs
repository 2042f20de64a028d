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

impl Failure {
    /// Whether sending the same once more may end better.
    pub fn may_help_to_repeat(&self) -> bool {
        !matches!(self.code, 131_047 | 131_050 | 131_021 | 131_051 | 130_472)
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
