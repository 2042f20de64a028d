//! What a person wants to send. The id is made before the first try and stays the same for every retry.

use super::content::{Card, Place};
use super::flaw::Flaw;
use super::id::{ConversationId, MediaId, MessageId};
use super::interactive::{Interactive, Problems, at_most, count, needed, problem};
use super::message::{Kind, text_problem};
use super::template::TemplateDraft;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    pub id: MessageId,
    pub conversation: ConversationId,
    /// The message that this one answers.
    #[serde(default)]
    pub reply_to: Option<MessageId>,
    pub body: Body,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    Text(String),
    File(FileDraft),
    Place(Place),
    Cards(Vec<Card>),
    Interactive(Box<Interactive>),
    Template(Box<TemplateDraft>),
    /// An emoji on a message; an empty one takes it away.
    Reaction(MessageId, String),
}

/// A file that was uploaded before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileDraft {
    /// Image, video, audio, voice, document or sticker.
    pub kind: Kind,
    pub media: MediaId,
    pub caption: String,
}

/// Longest caption, in characters.
pub const CAPTION_LIMIT: usize = 1024;
/// Most contact cards in one message.
pub const CARDS_LIMIT: usize = 257;

impl Body {
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Text(_) => Kind::Text,
            Self::File(file) => file.kind,
            Self::Place(_) => Kind::Location,
            Self::Cards(_) => Kind::Contacts,
            Self::Interactive(_) => Kind::Interactive,
            Self::Template(_) => Kind::Template,
            Self::Reaction(..) => Kind::Reaction,
        }
    }

    /// What is wrong with it, if anything, as far as it can be told without looking anything up.
    /// The text begins with the field's name.
    pub fn problem(&self) -> Option<String> {
        let mut problems = Problems::new();
        match self {
            Self::Text(text) => return text_problem(text),
            Self::File(file) => file.add_problems(&mut problems),
            Self::Place(place) => place_problems(&mut problems, place),
            Self::Cards(cards) => cards_problems(&mut problems, cards),
            Self::Interactive(interactive) => problems = interactive.problems(),
            Self::Template(template) => template.add_problems(&mut problems),
            Self::Reaction(_, emoji) if emoji.is_empty() || is_one_emoji(emoji) => {}
            Self::Reaction(..) => {
                problem(&mut problems, "emoji", Flaw::Other("one, or none at all"))
            }
        }
        let (field, text) = problems.into_iter().next()?;
        Some(format!("{field}: {text}"))
    }
}

impl FileDraft {
    fn add_problems(&self, problems: &mut Problems) {
        let limit = match self.kind {
            Kind::Image | Kind::Video | Kind::Document => CAPTION_LIMIT,
            Kind::Audio | Kind::Voice | Kind::Sticker => 0,
            _ => {
                problem(problems, "kind", Flaw::Other("this is no kind of file"));
                return;
            }
        };
        at_most(problems, "caption", &self.caption, limit);
    }
}

/// Meta names no limit for the name and address of a place, nor for the fields of a card: this one keeps out
/// what nobody would type.
const LINE_LIMIT: usize = 1000;

pub(super) fn place_problems(problems: &mut Problems, place: &Place) {
    // Written so that what is no number at all is out of range, too.
    for (field, value, most) in [
        ("latitude", place.latitude, 90.0),
        ("longitude", place.longitude, 180.0),
    ] {
        if !(-most..=most).contains(&value) {
            problem(
                problems,
                field,
                Flaw::Other("there is no such place on earth"),
            );
        }
    }
    for (field, text) in [("name", &place.name), ("address", &place.address)] {
        at_most(
            problems,
            field,
            text.as_deref().unwrap_or_default(),
            LINE_LIMIT,
        );
    }
}

fn cards_problems(problems: &mut Problems, cards: &[Card]) {
    count(problems, "cards", "cards", cards.len(), CARDS_LIMIT);
    for (nth, card) in cards.iter().enumerate() {
        needed(
            problems,
            &format!("cards.{nth}.name"),
            &card.name,
            LINE_LIMIT,
        );
        let lists = [&card.phones, &card.emails, &card.urls];
        let lines = || lists.into_iter().flatten().chain(&card.company);
        let field = format!("cards.{nth}");
        if lines().all(|line| line.trim().is_empty()) {
            problem(problems, &field, Flaw::Other("it has nothing but a name"));
        }
        lines().for_each(|line| at_most(problems, &field, line, LINE_LIMIT));
    }
}

/// By the shape of the sequence (Unicode Technical Standard 51) and blocks instead of tables:
/// it may let a symbol pass that no phone draws as an emoji, but no text.
fn is_one_emoji(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    match chars.as_slice() {
        ['0'..='9' | '#' | '*', '\u{20e3}'] | ['0'..='9' | '#' | '*', '\u{fe0f}', '\u{20e3}'] => {
            true
        }
        ['\u{1f1e6}'..='\u{1f1ff}', '\u{1f1e6}'..='\u{1f1ff}'] => true,
        chars if chars.len() > 32 => false,
        chars => chars.split(|c| *c == '\u{200d}').all(is_element),
    }
}

/// A symbol with what may follow it: the emoji style, a skin tone, the tags of a flag.
fn is_element(chars: &[char]) -> bool {
    let Some((first, rest)) = chars.split_first() else {
        return false;
    };
    let symbol = matches!(*first,
        '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{21ff}'
        | '\u{2300}'..='\u{23ff}' | '\u{24c2}' | '\u{25a0}'..='\u{27bf}' | '\u{2934}' | '\u{2935}'
        | '\u{2b00}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}'
        | '\u{1f000}'..='\u{1f1e5}' | '\u{1f200}'..='\u{1faff}');
    symbol
        && rest.iter().all(
            |c| matches!(*c, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}'),
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The limit passes; one over it is a problem of that field.
    fn limited<T>(field: &str, limit: usize, body: impl Fn(usize) -> T)
    where
        Body: From<T>,
    {
        assert_eq!(Body::from(body(limit)).problem(), None, "{field}");
        let problem = Body::from(body(limit + 1)).problem().unwrap();
        assert!(problem.starts_with(&format!("{field}: ")), "{problem}");
    }

    impl From<FileDraft> for Body {
        fn from(file: FileDraft) -> Self {
            Self::File(file)
        }
    }

    impl From<Place> for Body {
        fn from(place: Place) -> Self {
            Self::Place(place)
        }
    }

    impl From<Vec<Card>> for Body {
        fn from(cards: Vec<Card>) -> Self {
            Self::Cards(cards)
        }
    }

    fn file(kind: Kind, caption: usize) -> FileDraft {
        FileDraft {
            kind,
            media: MediaId::new(),
            caption: "é".repeat(caption),
        }
    }

    fn card(name: &str) -> Card {
        Card {
            name: name.to_owned(),
            phones: vec!["+1 650 555 0100".to_owned()],
            ..Card::default()
        }
    }

    #[test]
    fn captions_end_where_whatsapp_ends_them() {
        for kind in [Kind::Image, Kind::Video, Kind::Document] {
            limited("caption", CAPTION_LIMIT, |length| file(kind, length));
        }
        for kind in [Kind::Audio, Kind::Voice, Kind::Sticker] {
            limited("caption", 0, |length| file(kind, length));
        }
        assert!(Body::File(file(Kind::Text, 0)).problem().is_some());
    }

    #[test]
    fn places_are_on_earth() {
        let at = |latitude, longitude| Place {
            latitude,
            longitude,
            ..Place::default()
        };
        for (latitude, longitude) in [(90.0, 180.0), (-90.0, -180.0), (0.0, 0.0)] {
            assert_eq!(Body::Place(at(latitude, longitude)).problem(), None);
        }
        for (latitude, longitude) in [
            (90.01, 0.0),
            (0.0, -180.01),
            (f64::NAN, 0.0),
            (0.0, f64::INFINITY),
        ] {
            assert!(Body::Place(at(latitude, longitude)).problem().is_some());
        }
        limited("name", 1000, |length| Place {
            name: Some("a".repeat(length)),
            ..at(1.0, 2.0)
        });
        limited("address", 1000, |length| Place {
            address: Some("a".repeat(length)),
            ..at(1.0, 2.0)
        });
    }

    #[test]
    fn cards_have_a_name_and_something_to_reach_somebody_by() {
        limited("cards", CARDS_LIMIT, |count| vec![card("Ana"); count]);
        limited("cards.0.name", 1000, |length| {
            vec![card(&"a".repeat(length))]
        });
        let nameless = Body::Cards(vec![card("Ana"), card(" ")]).problem();
        assert!(nameless.unwrap().starts_with("cards.1.name: "));
        let bare = Card {
            name: "Ana".to_owned(),
            ..Card::default()
        };
        assert!(
            Body::Cards(vec![bare])
                .problem()
                .unwrap()
                .starts_with("cards.0: ")
        );
        assert!(Body::Cards(Vec::new()).problem().is_some());
    }

    #[test]
    fn a_reaction_is_one_emoji_or_none() {
        for emoji in [
            "",
            "👍",
            "👍🏽",
            "❤️",
            "❤",
            "👨‍👩‍👧‍👦",
            "🏳️‍🌈",
            "🇩🇪",
            "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
            "1️⃣",
            "#⃣",
            "©️",
            "🫠",
            "🧑🏿‍❤️‍💋‍🧑🏻",
            "‼️",
            "⌚",
        ] {
            assert_eq!(
                Body::Reaction(MessageId::new(), emoji.to_owned()).problem(),
                None,
                "{emoji}"
            );
        }
        for text in [
            "a",
            "1",
            "👍👍",
            " 👍",
            "👍 ",
            "ok",
            "🇩",
            "🇩🇪🇫🇷",
            "\u{200d}",
            "👍\u{200d}",
            "<b>",
            "é",
            "中",
        ] {
            let problem = Body::Reaction(MessageId::new(), text.to_owned()).problem();
            assert_eq!(
                problem.as_deref(),
                Some("emoji: one, or none at all"),
                "{text:?}"
            );
        }
    }
}
