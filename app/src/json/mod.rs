//! How the browser reads what the server says: a small reader instead of serde_json's, which counts lines, words its
//! errors and is built anew for each type in two ways, 70 kB of code in all. Here an answer can be read or it cannot.

mod access;
mod deserializer;
mod reader;
mod silence;
#[cfg(test)]
mod tests;
mod unescape;

use leptos::server_fn::codec::Post;
use leptos::server_fn::{Bytes, ContentType, Decodes, Encodes, Format, FormatType};
use reader::Reader;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt;

/// What a server function answers with: `output = Lean`.
pub type Lean = Post<LeanEncoding>;

pub struct LeanEncoding;

/// It was not what we expected. Nothing is known of why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Reads a whole text.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut reader = Reader::new(text);
    let value = T::deserialize(&mut reader).ok()?;
    reader.is_at_end().then_some(value)
}

pub fn read_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    read(std::str::from_utf8(bytes).ok()?)
}

impl ContentType for LeanEncoding {
    const CONTENT_TYPE: &'static str = "application/json";
}

impl FormatType for LeanEncoding {
    const FORMAT_TYPE: Format = Format::Text;
}

impl<T: Serialize> Encodes<T> for LeanEncoding {
    type Error = serde_json::Error;

    fn encode(answer: &T) -> Result<Bytes, serde_json::Error> {
        serde_json::to_vec(answer).map(Bytes::from)
    }
}

impl<T: DeserializeOwned> Decodes<T> for LeanEncoding {
    type Error = Unreadable;

    fn decode(bytes: Bytes) -> Result<T, Unreadable> {
        read_bytes(&bytes).ok_or(Unreadable)
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the answer could not be read")
    }
}

impl std::error::Error for Unreadable {}
