//! What can go wrong, in a person's words.

use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};
use std::fmt;

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
    /// The state of things stands against it; the text says what.
    Conflict(String),
    /// A field is wrong; the text begins with its name.
    Invalid(String),
    /// The server cannot do it now.
    Unavailable,
    /// The server was not reached.
    Offline,
}

impl Problem {
    pub const fn status(&self) -> u16 {
        match self {
            Self::Unauthorized => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::Conflict(_) => 409,
            Self::Invalid(_) => 422,
            Self::Unavailable | Self::Offline => 503,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unauthorized => "This link is not valid any more.",
            Self::Forbidden => "not available in the embedded inbox",
            Self::NotFound => "Not found.",
            Self::Conflict(text) | Self::Invalid(text) => text,
            Self::Unavailable => "The server cannot do this right now. Try again in a moment.",
            Self::Offline => "The server could not be reached.",
        })
    }
}

impl std::error::Error for Problem {}

impl FromServerFnError for Problem {
    type Encoder = JsonEncoding;

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
