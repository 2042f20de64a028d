//! A house with something of everything, and the tables' words for it.

use crate::support::base::Base;
use crate::support::mate::Mate;
use crate::support::phone::{ANA, Street};
use app::domain::id::{ConversationId, MessageId};
use reqwest::{Method, RequestBuilder};
use serde_json::json;
use server::store::sql;
use uuid::Uuid;

pub struct Stage {
    pub street: Street,
    pub mate: Mate,
    words: Vec<(&'static str, String)>,
}

impl Stage {
    pub async fn new(base: Base) -> Self {
        let many = std::num::NonZeroU32::new(100_000).unwrap();
        let street = Street::new_with(base, |config| config.api_rate_limit = many).await;
        let mate = Mate::member(&street.house, "Uma").await;
        let talk = street.greeted_by(ANA).await;
        let (number, message) = (number(&street).await, message(&street, talk).await);
        let words = vec![
            ("PROJECT", mate.project.to_string()),
            ("TALK", talk.to_string()),
            ("MESSAGE", message.to_string()),
            ("NUMBER", number.to_string()),
            ("USER", mate.id.to_string()),
            ("NEW", Uuid::new_v4().to_string()),
            ("ANA", ANA.to_owned()),
        ];
        Self {
            street,
            mate,
            words,
        }
    }

    /// A table's text with its words filled in.
    pub fn filled(&self, text: &str) -> String {
        let fill = |text: String, (word, value): &(&str, String)| text.replace(word, value);
        self.words.iter().fold(text.to_owned(), fill)
    }

    /// A request of our own page.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("{}{path}", self.street.house.url);
        self.street
            .house
            .http
            .request(method, url)
            .header("sec-fetch-site", "same-origin")
    }

    pub fn token(&self) -> &str {
        self.street.token.reveal()
    }
}

async fn number(street: &Street) -> Uuid {
    let query = sql("select id from numbers");
    let (id,): (Uuid,) = query.one(street.house.db()).await.unwrap();
    id
}

async fn message(street: &Street, talk: ConversationId) -> MessageId {
    let rows = street.house.thread(&street.token, talk).await;
    serde_json::from_value(json!(rows[0]["id"])).unwrap()
}

/// The lines of a table, by columns.
pub fn read(name: &str) -> Vec<Vec<String>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doors/capabilities");
    let text = std::fs::read_to_string(format!("{folder}/{name}")).unwrap();
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let columns = |line: &str| -> Vec<String> {
        line.split(" | ")
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    lines.map(columns).collect()
}
