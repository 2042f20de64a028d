//! The inbox's page, rendered by Leptos, and the server functions that it calls. Both doors to an inbox lead here:
//! an embed's, and the team's own.

use super::embed::Nonce;
use super::media::{self, Wanted};
use crate::access::pass::Pass;
use crate::inbox::Room;
use crate::state::Shared;
use app::domain::embed::Mode;
use app::domain::viewer::Place;
use app::inbox::Inbox;
use app::shell::{Frame, shell};
use axum::Extension;
use axum::extract::{Query, Request, State};
use axum::response::{IntoResponse, Response};
use leptos::prelude::provide_context;
use serde::Deserialize;
use std::sync::Arc;

#[derive(Default, Deserialize)]
pub struct PageQuery {
    #[serde(flatten)]
    wanted: Wanted,
    mode: Option<String>,
}

/// `GET /embed/{token}`, `GET /inbox/{project}`: the inbox, with its rows, in one piece;
/// or, by the same address, one of its files.
pub async fn page(
    State(state): State<Shared>,
    Extension(pass): Extension<Pass>,
    Extension(nonce): Extension<Nonce>,
    query: Result<Query<PageQuery>, axum::extract::rejection::QueryRejection>,
    request: Request,
) -> Response {
    // Nothing in a query can fail the page.
    let query = query.map(|Query(query)| query).unwrap_or_default();
    if query.wanted.media.is_some() {
        let room = Room::new(state.clone(), pass);
        return media::show(&state, &room, &query.wanted, request.headers()).await;
    }
    let forced = query.mode.and_then(|mode| Mode::from_word(&mode));
    // Whoever is at home here has a switch of their own.
    let forced = forced.filter(|_| pass.viewer.place() == Place::Embed);
    let frame = Frame {
        head: state.bundle.head(&nonce.0).into(),
        nonce: nonce.0.clone().into(),
        mode: forced.unwrap_or(pass.mode),
        mode_is_forced: forced.is_some(),
    };
    let inbox: Arc<dyn Inbox> = Arc::new(Room::new(state, pass).with_mode(forced));
    let context = move || {
        provide_context(leptos::nonce::Nonce::from_value(nonce.0.clone()));
        provide_context(inbox.clone());
    };
    let render = leptos_axum::render_app_async_with_context(context, move || shell(frame.clone()));
    render(request).await
}

/// `POST …/api/…` below an inbox: the page's questions, asked as the same viewer.
pub async fn api(
    State(state): State<Shared>,
    Extension(pass): Extension<Pass>,
    request: Request,
) -> Response {
    let inbox: Arc<dyn Inbox> = Arc::new(Room::new(state, pass));
    let context = move || provide_context(inbox.clone());
    leptos_axum::handle_server_fns_with_context(context, request)
        .await
        .into_response()
}
