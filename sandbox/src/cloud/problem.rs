//! Meta's error envelope and the codes that occur here.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// An answer in Meta's error envelope.
#[derive(Clone, Debug)]
pub struct Problem {
    status: StatusCode,
    error: Value,
}

impl Problem {
    /// A code that speaks for itself, with what exactly is wrong.
    pub fn new(code: i64, details: &str) -> Self {
        let message = format!("(#{code}) {}", title(code));
        let data = json!({"messaging_product": "whatsapp", "details": details});
        let error = json!({"message": message, "type": "OAuthException", "code": code,
            "error_data": data, "fbtrace_id": trace()});
        Self {
            status: status_of(code),
            error,
        }
    }

    /// Code 100, whose message is the detail itself.
    pub fn parameter(message: &str) -> Self {
        let error = json!({"message": format!("(#100) {message}"), "type": "OAuthException",
            "code": 100, "error_data": {"messaging_product": "whatsapp", "details": message},
            "fbtrace_id": trace()});
        Self {
            status: StatusCode::BAD_REQUEST,
            error,
        }
    }

    pub fn bad_token() -> Self {
        let message = "Invalid OAuth access token - Cannot parse access token";
        let error = json!({"message": message, "type": "OAuthException", "code": 190,
            "fbtrace_id": trace()});
        Self {
            status: StatusCode::UNAUTHORIZED,
            error,
        }
    }

    pub fn no_such_object(id: &str) -> Self {
        let message = format!(
            "Unsupported request. Object with ID '{id}' does not exist, cannot be loaded due to \
             missing permissions, or does not support this operation."
        );
        let error = json!({"message": message, "type": "GraphMethodException", "code": 100,
            "error_subcode": 33, "fbtrace_id": trace()});
        Self {
            status: StatusCode::BAD_REQUEST,
            error,
        }
    }

    pub fn with_status(self, status: Option<u16>) -> Self {
        let status = status.and_then(|status| StatusCode::from_u16(status).ok());
        Self {
            status: status.unwrap_or(self.status),
            ..self
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        (self.status, Json(json!({"error": self.error}))).into_response()
    }
}

/// The same code as it stands in a `failed` status.
pub fn in_webhook(code: i64) -> Value {
    json!({
        "code": code,
        "title": title(code),
        "message": title(code),
        "error_data": {"details": title(code)},
        "href": "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
    })
}

fn title(code: i64) -> &'static str {
    match code {
        0 | 190 => "Authentication exception",
        4 | 80007 => "Rate limit issues",
        10 | 200..=299 | 131005 => "Access denied",
        100 => "Invalid parameter",
        130429 => "Rate limit hit",
        130472 => "User's number is part of an experiment",
        131008 => "Required parameter is missing",
        131009 => "Parameter value is not valid",
        131016 => "Service unavailable",
        131021 => "Recipient cannot be sender",
        131026 => "Message undeliverable",
        131047 => "Re-engagement message",
        131048 => "Spam rate limit hit",
        131049 => "This message was not delivered to maintain healthy ecosystem engagement.",
        131050 => "User has stopped receiving marketing messages",
        131051 => "Unsupported message type",
        131053 => "Media upload error",
        131056 => "(Business Account, Consumer Account) pair rate limit hit",
        131057 => "Account in maintenance mode",
        132000 => "Number of parameters does not match the expected number of params",
        132005 => "Translated text too long",
        132012 => "Parameter format does not match format in the created template",
        132018 => "There's an issue with the parameters in your template",
        132001 => "Template name does not exist in the translation",
        _ => "Something went wrong",
    }
}

fn status_of(code: i64) -> StatusCode {
    match code {
        0 | 190 => StatusCode::UNAUTHORIZED,
        10 | 200..=299 | 131005 => StatusCode::FORBIDDEN,
        132001 => StatusCode::NOT_FOUND,
        131016 | 131057 => StatusCode::SERVICE_UNAVAILABLE,
        130429 | 131056 | 80007 => StatusCode::TOO_MANY_REQUESTS,
        131000 => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::BAD_REQUEST,
    }
}

fn trace() -> String {
    let random = uuid::Uuid::now_v7().simple().to_string();
    format!("A{}", &random[random.len() - 22..])
}
