//! What stands in a thread besides messages: days, and the seams between conversations.

use crate::browser::clock::Zone;
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::message::{Kind, Message};
use crate::domain::time::{MINUTE, Timestamp};
use crate::ui::time::day_name;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// Each conversation says its days anew, also the one that it shares with the conversation before.
    Day {
        conversation: ConversationId,
        day: i64,
        name: String,
    },
    /// The conversation before ended here; the next one begins.
    Earlier { next: ConversationId },
    /// What follows had not been seen when the thread was opened.
    News { count: u32 },
    /// A bubble; the first and last of a group by one sender look different.
    Message {
        id: MessageId,
        first: bool,
        last: bool,
    },
}

impl Item {
    pub const fn message(&self) -> Option<MessageId> {
        match self {
            Self::Message { id, .. } => Some(*id),
            _ => None,
        }
    }

    /// Changes only when the row must be drawn anew, and no two rows share one: with two of one key, all that
    /// comes afterwards is put into wrong places.
    pub fn key(&self) -> (u8, u128, i64, String) {
        match self {
            Self::Day {
                conversation,
                day,
                name,
            } => (0, conversation.uuid().as_u128(), *day, name.clone()),
            Self::Earlier { next } => (1, next.uuid().as_u128(), 0, String::new()),
            Self::News { count } => (3, u128::from(*count), 0, String::new()),
            Self::Message { id, first, last } => {
                let place = i64::from(*first) + 2 * i64::from(*last);
                (2, id.uuid().as_u128(), place, String::new())
            }
        }
    }
}

/// Messages of one sender within three minutes form a group.
const GROUP: i64 = 3 * MINUTE;

/// `news`: the first message that was not seen yet, and how many they were.
pub fn items(
    messages: &[&Message],
    news: Option<(MessageId, u32)>,
    now: Timestamp,
    zone: Zone,
) -> Vec<Item> {
    let mut items = Vec::with_capacity(messages.len() + 8);
    let day = |message: &Message| zone.shifted(message.at).calendar().days;
    let is_new = |message: &Message| news.filter(|(first, _)| *first == message.id);
    let together = |one: &Message, next: &Message| {
        grouped(one, next) && day(one) == day(next) && is_new(next).is_none()
    };
    for (nth, message) in messages.iter().enumerate() {
        let before = nth.checked_sub(1).map(|nth| messages[nth]);
        if let Some(before) = before.filter(|before| before.conversation != message.conversation) {
            debug_assert_ne!(before.id, message.id);
            items.push(Item::Earlier {
                next: message.conversation,
            });
        }
        if before.is_none_or(|before| {
            day(before) != day(message) || before.conversation != message.conversation
        }) {
            items.push(Item::Day {
                conversation: message.conversation,
                day: day(message),
                name: day_name(message.at, now, zone),
            });
        }
        if let Some((_, count)) = is_new(message) {
            items.push(Item::News { count });
        }
        let after = messages.get(nth + 1);
        items.push(Item::Message {
            id: message.id,
            first: before.is_none_or(|before| !together(before, message)),
            last: after.is_none_or(|after| !together(message, after)),
        });
    }
    items
}

fn grouped(one: &Message, next: &Message) -> bool {
    one.direction == next.direction
        && one.sender == next.sender
        && one.author == next.author
        && one.conversation == next.conversation
        && one.kind != Kind::System
        && next.kind != Kind::System
        && next.at.since(one.at) <= GROUP
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::{Body, Draft};
    use crate::domain::message::{Direction, Sender};
    use crate::domain::time::{DAY, HOUR};

    const NOW: Timestamp = Timestamp(1_736_935_200_000);

    fn message(conversation: ConversationId, ago: i64, direction: Direction) -> Message {
        let draft = Draft {
            id: MessageId::new(),
            conversation,
            reply_to: None,
            body: Body::Text("Hi".into()),
        };
        Message {
            direction,
            at: NOW.plus(-ago),
            delivery: None,
            sender: if direction == Direction::Inbound {
                Sender::Contact
            } else {
                Sender::Embed
            },
            ..Message::written(&draft, "Hi".into())
        }
    }

    fn rows(messages: &[Message], news: Option<(MessageId, u32)>) -> Vec<Item> {
        items(&messages.iter().collect::<Vec<_>>(), news, NOW, Zone::Utc)
    }

    fn drawn(messages: &[Message], news: Option<(MessageId, u32)>) -> String {
        let rows = rows(messages, news);
        let word = |item: &Item| match item {
            Item::Day { name, .. } => format!("[{name}]"),
            Item::Earlier { .. } => "[seam]".to_owned(),
            Item::News { count } => format!("[{count} new]"),
            Item::Message { first, last, .. } => match (first, last) {
                (true, true) => "o",
                (true, false) => "(",
                (false, true) => ")",
                (false, false) => "-",
            }
            .to_owned(),
        };
        rows.iter().map(word).collect()
    }

    #[test]
    fn messages_of_one_sender_within_three_minutes_are_a_group() {
        let c = ConversationId::new();
        let (them, us) = (Direction::Inbound, Direction::Outbound);
        let said = [(9, them), (8, them), (7, them), (3, them), (2, us), (1, us)];
        let messages = said.map(|(minutes, who)| message(c, minutes * MINUTE, who));
        assert_eq!(drawn(&messages, None), "[Today](-)o()");
    }

    #[test]
    fn what_was_not_seen_stands_below_a_line_of_its_own() {
        let c = ConversationId::new();
        let messages = [5, 4, 3, 2].map(|minutes| message(c, minutes * MINUTE, Direction::Inbound));
        let news = |nth: usize| Some((messages[nth].id, 4 - nth as u32));
        assert_eq!(drawn(&messages, news(2)), "[Today]()[2 new]()");
        assert_eq!(drawn(&messages, news(0)), "[Today][4 new](--)");
        let gone = Some((MessageId::new(), 2));
        assert_eq!(drawn(&messages, gone), "[Today](--)");
    }

    #[test]
    fn no_two_rows_share_a_key() {
        let chapters = [(); 4].map(|()| ConversationId::new());
        let said = |(nth, chapter): (usize, &ConversationId)| {
            let ago = 26 * HOUR - nth as i64 * 5 * HOUR;
            [ago, ago - MINUTE].map(|ago| message(*chapter, ago, Direction::Inbound))
        };
        let messages: Vec<Message> = chapters.iter().enumerate().flat_map(said).collect();
        let rows = rows(&messages, Some((messages[3].id, 5)));
        let days = rows.iter().filter(|row| matches!(row, Item::Day { .. }));
        assert_eq!(days.count(), 4, "several conversations on one day");
        let keys: std::collections::HashSet<_> = rows.iter().map(Item::key).collect();
        assert_eq!(keys.len(), rows.len());
    }

    #[test]
    fn days_and_conversations_are_marked() {
        let (old, new) = (ConversationId::new(), ConversationId::new());
        let them = Direction::Inbound;
        let messages = [
            message(old, DAY, them),
            message(old, HOUR, them),
            message(new, MINUTE, them),
        ];
        assert_eq!(drawn(&messages, None), "[Yesterday]o[Today]o[seam][Today]o");
    }
}
