//! What a message carries beside its text. The message's kind says how it is drawn.

use super::delivery::Delivery;
use super::file::File;
use super::id::MessageId;
use super::message::{Direction, Kind};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// The text is all.
    #[default]
    Plain,
    /// An image, video, audio, voice message, document or sticker; the message's text is its caption.
    File(File),
    Place(Place),
    Cards(Vec<Card>),
    /// A message with parts: interactive ones and templates that we sent. The message's text is its body.
    Panel(Panel),
    /// What the contact chose from buttons or a list, beside its title: a row's description.
    Choice(Option<String>),
    /// The answers of a form, by the names of its fields.
    Answers(Vec<(String, String)>),
    Order(Order),
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub latitude: f64,
    pub longitude: f64,
    pub name: Option<String>,
    pub address: Option<String>,
}

impl Place {
    /// Latitude and longitude in words: a metre is near enough.
    pub fn degrees(&self) -> [String; 2] {
        [self.latitude, self.longitude].map(five_places)
    }
}

/// By whole numbers: what formats fractions is nine kilobytes that a browser would download for this alone.
fn five_places(degrees: f64) -> String {
    let parts = (degrees * 100_000.0).round() as i64;
    let sign = if parts < 0 { "-" } else { "" };
    let parts = parts.unsigned_abs();
    format!("{sign}{}.{:05}", parts / 100_000, parts % 100_000)
}

/// A contact card. Any part may be missing, the name included.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    pub name: String,
    pub company: Option<String>,
    pub phones: Vec<String>,
    pub emails: Vec<String>,
    pub urls: Vec<String>,
}

/// A header, a footer and what can be tapped, around the message's text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    pub header: Option<Header>,
    pub footer: Option<String>,
    pub taps: Vec<Tap>,
    /// What a list offers once it is opened.
    pub sections: Vec<Section>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Header {
    Text(String),
    /// An image, a video or a document.
    File(Kind, File),
    Place(Place),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tap {
    pub kind: TapKind,
    pub title: String,
    /// Where a link leads, or what a code says.
    pub detail: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TapKind {
    Reply,
    List,
    Link,
    Phone,
    Form,
    Code,
    Place,
    Contact,
    Other,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub title: String,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub title: String,
    pub description: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub items: Vec<Item>,
    /// The sum with its currency, when all prices can be read and share one.
    pub total: Option<Money>,
    /// What the customer wrote beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The shop's own id of the product.
    pub product: String,
    pub quantity: String,
    /// Of all its pieces together.
    pub price: Money,
}

/// An amount as a plain number, `1234.50`, and the code of its currency. What WhatsApp told that is no number
/// stands there as it came. A pair, because a browser knows how to read those already.
pub type Money = (String, String);

/// The message that another one answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quote {
    Known(Quoted),
    /// WhatsApp names a message that is not here, or not the viewer's.
    Unknown,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quoted {
    pub id: MessageId,
    pub direction: Direction,
    pub kind: Kind,
    /// One line of it.
    pub text: String,
}

/// A badge on a message. Each side has at most one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reaction {
    pub by: Direction,
    pub emoji: String,
    /// How far ours came.
    pub delivery: Option<Delivery>,
}

/// The advertisement that a conversation came from, or the product that somebody asks about. Its addresses are hostile text: nothing is fetched.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    pub headline: Option<String>,
    pub body: Option<String>,
    pub url: Option<String>,
    /// A post rather than an advertisement.
    pub post: bool,
    /// A product of our catalogue.
    #[serde(default)]
    pub product: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Forwarded {
    #[default]
    No,
    Once,
    /// More than five times.
    Often,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn places_are_said_as_maps_say_them() {
        for (degrees, said) in [
            (0.0, "0.00000"),
            (-0.000_001, "0.00000"),
            (-0.5, "-0.50000"),
            (52.520_008, "52.52001"),
            (-179.999_999, "-180.00000"),
        ] {
            assert_eq!(five_places(degrees), said);
        }
    }

    proptest! {
        #[test]
        fn no_place_is_moved(degrees in -180.0..180.0) {
            let said: f64 = five_places(degrees).parse().unwrap();
            prop_assert!((said - degrees).abs() <= 0.000_006);
        }
    }
}
