//! Files, both ways, through the embed's door and a WhatsApp that is not Meta.

mod fetch;
mod show;
mod upload;

use crate::support::base::Base;
use crate::support::patience::eventually;
use crate::support::phone::{ANA, NUMBER, Street};
use app::domain::id::{ConversationId, MediaId};
use image::{ImageFormat, Rgb, RgbImage};
use reqwest::{RequestBuilder, Response};
use serde_json::{Value, json};
use server::access::token::Token;
use server::store::sql;
use std::io::Cursor;
use uuid::Uuid;

/// A picture that is what it says.
fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let shade = |x: u32, y: u32| x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(x + 40_503);
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let shade = shade(x, y);
        Rgb([shade as u8, (shade >> 8) as u8, (shade >> 16) as u8])
    });
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A street with a conversation.
struct Scene {
    street: Street,
    talk: ConversationId,
}

impl Scene {
    async fn new(base: Base) -> Self {
        let street = Street::new(base).await;
        let talk = street.greeted_by(ANA).await;
        Self { street, talk }
    }

    fn token(&self) -> &Token {
        &self.street.token
    }

    /// The customer sends a file; answers what WhatsApp calls it.
    fn sends(&self, kind: &str, bytes: &[u8], mime_type: &str, name: &str) -> String {
        let sandbox = &self.street.sandbox;
        let id = sandbox.add_media(bytes.to_vec(), mime_type, name);
        self.sends_known(kind, &id);
        id
    }

    fn sends_known(&self, kind: &str, id: &str) {
        let said = json!({"phone_number_id": NUMBER, "from": ANA, "type": kind, kind: {"id": id}});
        self.street.sandbox.customer_sends(said).unwrap();
    }

    /// The file of a row, by WhatsApp's id, as soon as it has come to an end.
    async fn settled(&self, whatsapp_id: &str) -> Row {
        eventually("the file has settled", async || {
            let row = self.row(whatsapp_id).await?;
            (row.state != "waiting").then_some(row)
        })
        .await
    }

    async fn row(&self, whatsapp_id: &str) -> Option<Row> {
        let query = sql(
            "select id, state, attempts, error, width, height, thumbnail_key
               from media where whatsapp_media_id = $1",
        );
        query
            .bind(whatsapp_id)
            .optional(self.street.house.db())
            .await
            .unwrap()
    }

    async fn stored(&self, kind: &str, bytes: &[u8], mime_type: &str, name: &str) -> MediaId {
        let row = self
            .settled(&self.sends(kind, bytes, mime_type, name))
            .await;
        assert_eq!(row.state, "stored", "{:?}", row.error);
        row.id.into()
    }

    fn get(&self, query: &str) -> RequestBuilder {
        let path = format!("/embed/{}{query}", self.token().reveal());
        self.street.house.get(&path)
    }

    async fn file(&self, id: MediaId) -> Response {
        self.get(&format!("?media={id}")).send().await.unwrap()
    }

    fn put(&self, upload: &Upload) -> RequestBuilder {
        upload.to(&self.street, self.token())
    }
}

#[derive(sqlx::FromRow, Debug)]
struct Row {
    id: Uuid,
    state: String,
    attempts: i64,
    error: Option<String>,
    width: Option<i64>,
    height: Option<i64>,
    thumbnail_key: Option<String>,
}

/// What somebody uploads.
#[derive(Clone)]
struct Upload {
    id: MediaId,
    talk: ConversationId,
    kind: &'static str,
    name: &'static str,
    mime_type: &'static str,
    bytes: Vec<u8>,
}

impl Upload {
    fn to(&self, street: &Street, token: &Token) -> RequestBuilder {
        let url = format!(
            "{}/embed/{}/media/{}",
            street.house.url,
            token.reveal(),
            self.id
        );
        let query = [
            ("conversation", self.talk.to_string()),
            ("kind", self.kind.to_owned()),
            ("name", self.name.to_owned()),
        ];
        let request = street.house.http.put(url).query(&query);
        request
            .header("content-type", self.mime_type)
            .body(self.bytes.clone())
    }
}

async fn answer(request: RequestBuilder) -> (u16, Value) {
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    (status, answer.json().await.unwrap_or_default())
}

fn header<'a>(answer: &'a Response, name: &str) -> &'a str {
    answer
        .headers()
        .get(name)
        .map_or("", |value| value.to_str().unwrap())
}
