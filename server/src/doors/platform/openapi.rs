//! The API's description, made from the handlers, and a page to read it on.

use crate::state::Shared;
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_SECURITY_POLICY;
use serde::Serialize;
use tower_http::set_header::SetResponseHeaderLayer;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::Operation;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::openapi::{OpenApi as Description, RefOr, Response, Server};
use utoipa::{IntoParams, IntoResponses, OpenApi, ToSchema};
use utoipa_swagger_ui::{Config, SwaggerUi};

/// Where the description is, and where it can be read.
const JSON: &str = "/platform/v1/openapi.json";
const PAGE: &str = "/platform/v1/docs";

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Oriel Platform API",
        description = "Create and manage inbox embeds, and what their scopes and assignees point at. \
            Errors are `{\"error\": \"…\"}`: a sentence that names the field. Unknown keys and parameters are ignored.",
        license(name = "MIT", identifier = "MIT"),
    ),
    tags(
        (name = "Inbox Embeds", description = "Access links for iframes"),
        (name = "Users", description = "The project's members"),
        (name = "Customers", description = "Customers of the company that runs the project"),
        (name = "Phone Numbers", description = "Connected WhatsApp numbers"),
        (name = "Workflows", description = "Automations outside Oriel, and their work in conversations"),
        (name = "Webhooks", description = "Addresses that are told what happens, signed"),
        (name = "Conversations", description = "In whose hands a conversation is"),
    ),
    security(("ApiKeyAuth" = [])),
)]
struct Head;

/// What the description begins with; the calls add themselves.
pub fn head() -> Description {
    Head::openapi()
}

/// The finished description with its page, for whoever asks.
pub fn pages(mut description: Description) -> Router<Shared> {
    complete(&mut description);
    let page = SwaggerUi::new(PAGE).url(JSON, description).config(
        Config::default()
            .default_models_expand_depth(0)
            .validator_url("none"),
    );
    // The page brings its own scripts and styles, and sets styles on elements.
    let policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
        connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    Router::from(page).layer(SetResponseHeaderLayer::overriding(
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(policy),
    ))
}

/// What is the same for every call: its address, its key, the pace it tells.
fn complete(description: &mut Description) {
    description.servers = Some(vec![Server::new("/platform/v1")]);
    let key = SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::new("X-API-Key")));
    let components = description.components.get_or_insert_default();
    components.add_security_scheme("ApiKeyAuth", key);
    for item in description.paths.paths.values_mut() {
        let operations = [
            &mut item.get,
            &mut item.post,
            &mut item.patch,
            &mut item.delete,
        ];
        for operation in operations.into_iter().flatten() {
            tell_pace(operation);
            free_pages(operation);
        }
    }
}

fn tell_pace(operation: &mut Operation) {
    for (status, response) in &mut operation.responses.responses {
        if let RefOr::T(response) = response {
            add(response, "X-RateLimit-Limit", "Requests a minute");
            add(response, "X-RateLimit-Remaining", "What is left of them");
            if status == "429" {
                add(
                    response,
                    "Retry-After",
                    "Seconds until the next one is answered",
                );
            }
        }
    }
}

/// A page's number may be as large as it likes: past the end there is nothing.
fn free_pages(operation: &mut Operation) {
    for parameter in operation.parameters.iter_mut().flatten() {
        let RefOr::T(parameter) = parameter else {
            continue;
        };
        let pages = ["page", "per_page"].contains(&parameter.name.as_str());
        if let Some(RefOr::T(Schema::Object(schema))) = parameter.schema.as_mut()
            && pages
        {
            schema.format = None;
            schema.maximum = None;
        }
    }
}

fn add(response: &mut Response, name: &str, description: &str) {
    let number = ObjectBuilder::new().schema_type(Type::Integer).build();
    let header = HeaderBuilder::new()
        .schema(Some(number))
        .description(Some(description))
        .build();
    response.headers.insert(name.to_owned(), header.into());
}

/// An error.
#[derive(Serialize, ToSchema)]
pub struct ErrorResponse {
    pub error: String,
}

/// What any call may answer instead.
#[derive(IntoResponses)]
pub enum Refused {
    /// Missing or invalid API key
    #[response(status = 401)]
    Unauthorized(ErrorResponse),
    /// Rate limit exceeded
    #[response(status = 429)]
    TooMany(ErrorResponse),
}

/// …and one that names something.
#[derive(IntoResponses)]
pub enum RefusedOne {
    /// Missing or invalid API key
    #[response(status = 401)]
    Unauthorized(ErrorResponse),
    /// Resource not found
    #[response(status = 404)]
    NotFound(ErrorResponse),
    /// Rate limit exceeded
    #[response(status = 429)]
    TooMany(ErrorResponse),
}

/// …and one that reads a body, or a query.
#[derive(IntoResponses)]
pub enum Invalid {
    /// Request validation failed
    #[response(status = 422)]
    Invalid(ErrorResponse),
}

/// Where in a list by page.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "it describes the query, which is read by name")]
pub struct Pages {
    #[param(minimum = 1)]
    page: Option<u32>,
    /// At most 100; default 20
    #[param(minimum = 1)]
    per_page: Option<u32>,
}

/// Where in a list by cursor.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "it describes the query, which is read by name")]
pub struct Cursor {
    /// At most 100; default 20
    #[param(minimum = 1)]
    limit: Option<u32>,
    after: Option<String>,
    before: Option<String>,
}
