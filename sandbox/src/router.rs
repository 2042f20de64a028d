//! Every URL of the sandbox.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::cloud::{media, messages, object, templates};
use crate::control::{self, chats, customers, faults, habits, line};
use crate::network::SharedNetwork;
use crate::phone;

/// Meta's own limit for documents is 100 MB.
const LARGEST_BODY: usize = 101 * 1024 * 1024;

pub fn router(network: SharedNetwork) -> Router {
    Router::new()
        .merge(cloud())
        .nest("/sandbox", control())
        .merge(phone::router())
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .with_state(network)
}

fn cloud() -> Router<SharedNetwork> {
    Router::new()
        .route("/{version}/{id}", get(object::get).delete(object::delete))
        .route("/{version}/{id}/messages", post(messages::post))
        .route("/{version}/{id}/media", post(media::post))
        .route("/{version}/{id}/message_templates", get(templates::get))
        .route("/{version}/{id}/flows", get(templates::flows))
        .route("/{version}/{id}/subscribed_apps", post(object::subscribe))
        .route("/whatsapp_business/attachments/", get(media::download))
}

fn control() -> Router<SharedNetwork> {
    Router::new()
        .route("/numbers", get(customers::numbers))
        .route("/customers", get(customers::list).post(customers::post))
        .route("/chats/{phone_number_id}/{customer}", get(chats::get))
        .route("/open", post(chats::open))
        .route("/played", post(chats::played))
        .route("/messages", post(control::messages::post))
        .route("/sends", get(control::messages::sends))
        .route("/media", post(control::media::post))
        .route("/media/{id}", get(control::media::get))
        .route(
            "/faults",
            get(faults::list).post(faults::post).delete(faults::clear),
        )
        .route("/habits", get(habits::get).post(habits::post))
        .route("/webhook", get(habits::pending).post(habits::webhook))
        .route("/live", get(line::get))
}
