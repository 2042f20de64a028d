//! What can go wrong, in a person's words.

use crate::json;
use leptos::server_fn::Bytes;
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// The one error that screens know. Each variant has its HTTP status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// The access is unknown, revoked or expired.
    Unauthorized,
    /// The place does not allow it.
    Forbidden,
    /// It does not exist, or is out of the viewer's scope: the two look alike.
    NotFound,
    /// The same, where a text helps to see what is missing.
    Missing(String),
    /// The state of things stands against it; the text says what.
    Conflict(String),
    /// A field is wrong; the text begins with its name.
    Invalid(String),
    /// Too often; the text says when it goes on.
    TooMany(String),
    /// The server cannot do it now.
    Unavailable,
    /// The same, with the id of the request, under which the server's log tells why.
    Failed(String),
    /// The server was not reached.
    Offline,
}

impl Problem {
    /// It may work by itself when it is tried again.
    pub const fn may_pass(&self) -> bool {
        matches!(self, Self::Unavailable | Self::Failed(_) | Self::Offline)
    }

    /// By what an operator finds it in the log.
    pub fn request(&self) -> Option<&str> {
        match self {
            Self::Failed(id) => Some(id),
            _ => None,
        }
    }

    pub const fn status(&self) -> u16 {
        match self {
            Self::Unauthorized => 401,
            Self::Forbidden => 403,
            Self::NotFound | Self::Missing(_) => 404,
            Self::Conflict(_) => 409,
            Self::Invalid(_) => 422,
            Self::TooMany(_) => 429,
            Self::Unavailable | Self::Failed(_) | Self::Offline => 503,
        }
    }
}

impl std::error::Error for Problem {}

/// What doors answer, whatever language the page is in.
pub const UNAUTHORIZED: &str = "This link is not valid any more.";

impl FromServerFnError for Problem {
    type Encoder = JsonEncoding;

    /// Doors before the server functions answer `{"error": "…"}`, as every API here does.
    fn de(data: Bytes) -> Self {
        #[derive(Deserialize)]
        struct Plain {
            error: String,
        }
        if let Some(problem) = json::read_bytes(&data) {
            return problem;
        }
        match json::read_bytes::<Plain>(&data) {
            Some(plain) if plain.error == UNAUTHORIZED => Self::Unauthorized,
            Some(_) => Self::Forbidden,
            None => Self::Unavailable,
        }
    }

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        let problem = match error {
            ServerFnErrorErr::Request(_) => Self::Offline,
            ServerFnErrorErr::Args(text) | ServerFnErrorErr::MissingArg(text) => {
                Self::Invalid(text)
            }
            // On the server it is the question that cannot be read; in the browser it is the answer.
            ServerFnErrorErr::Deserialization(text) if cfg!(feature = "ssr") => Self::Invalid(text),
            _ => Self::Unavailable,
        };
        #[cfg(feature = "ssr")]
        crate::ask::answer::set_status(&problem);
        problem
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_doors_and_of_functions_are_both_understood() {
        let read = |json: &str| Problem::de(Bytes::from(json.to_owned()));
        let plain = format!(r#"{{"error":"{}"}}"#, Problem::Unauthorized);
        assert_eq!(read(&plain), Problem::Unauthorized);
        assert_eq!(
            read(r#"{"error":"this origin may not use the embed"}"#),
            Problem::Forbidden
        );
        let own = serde_json::to_string(&Problem::Conflict("no".into())).unwrap();
        assert_eq!(read(&own), Problem::Conflict("no".into()));
        assert_eq!(read("<html>"), Problem::Unavailable);
    }
}
