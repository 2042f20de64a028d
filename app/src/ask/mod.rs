//! Server functions: what the browser asks. Each has a fixed address below the page's own path,
//! and does nothing but pass the question to the viewer's inbox, or to the office of whoever is signed in.

pub mod account;
pub mod activity;
pub mod api_key;
pub mod automation;
pub mod contact;
pub mod conversation;
pub mod customer;
pub mod embed;
pub mod member;
pub mod message;
pub mod number;
pub mod opening;
pub mod saved_reply;
pub mod search;
pub mod team;
pub mod webhook;

/// What a request is called in the log, and in the header `x-request-id` of its answer.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

#[cfg(feature = "ssr")]
pub(crate) mod answer {
    use super::RequestId;
    use crate::inbox::Answer;
    use crate::problem::Problem;
    use axum::http::request::Parts;
    use leptos::prelude::use_context;
    use leptos_axum::ResponseOptions;

    /// Gives an answer its HTTP status: a problem is not a 500.
    pub fn with_status<T>(answer: Answer<T>) -> Answer<T> {
        answer.map_err(|problem| {
            let problem = named(problem);
            set_status(&problem);
            problem
        })
    }

    /// What went wrong on our side carries the request's id, by which it is found in the log.
    fn named(problem: Problem) -> Problem {
        let id = || {
            Some(
                use_context::<Parts>()?
                    .extensions
                    .get::<RequestId>()?
                    .0
                    .clone(),
            )
        };
        match problem {
            Problem::Unavailable => id().map_or(Problem::Unavailable, Problem::Failed),
            other => other,
        }
    }

    pub fn set_status(problem: &Problem) {
        if let Some(response) = use_context::<ResponseOptions>()
            && let Ok(status) = axum::http::StatusCode::from_u16(problem.status())
        {
            response.set_status(status);
        }
    }
}
