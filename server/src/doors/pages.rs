//! The inbox's page, rendered by Leptos, and the server functions that it calls. Both doors to an inbox lead here:
//! an embed's, and the team's own.

use super::embed::Nonce;
use super::headers;
use super::language;
use super::media::{self, Wanted};
use super::texts;
use crate::access::pass::Pass;
use crate::inbox::Room;
use crate::state::Shared;
use app::ask::opening::{Prepared, prepare};
use app::domain::embed::Mode;
use app::domain::viewer::Place;
use app::inbox::Inbox;
use app::pages::inbox::asked;
use app::problem::Problem;
use app::shell::{Frame, shell};
use axum::Extension;
use axum::extract::{Query, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use leptos::prelude::provide_context;
use serde::Deserialize;
use std::sync::Arc;

#[derive(Default, Deserialize)]
pub struct PageQuery {
    #[serde(flatten)]
    wanted: Wanted,
    mode: Option<String>,
    shortcuts: Option<String>,
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
    let language = language::of(&pass, request.uri(), request.headers());
    let shortcuts = match query.shortcuts.as_deref() {
        Some("0" | "false") => false,
        Some("1" | "true") => true,
        _ => pass.shortcuts,
    };
    let frame = Frame {
        head: state.bundle.head(pass.viewer.place(), &nonce.0).into(),
        nonce: nonce.0.clone().into(),
        mode: forced.unwrap_or(pass.mode),
        mode_is_forced: forced.is_some(),
        language,
        texts: texts::address(language, false).into(),
        shortcuts,
    };
    let room = Room::new(state, pass).with_mode(forced);
    let (filter, conversation) = asked(
        request.uri().path(),
        request.uri().query().unwrap_or_default(),
    );
    let opening = prepare(&room, &filter, conversation).await;
    let status = opening.as_ref().err().map(Problem::status);
    let prepared = Prepared(Arc::new(opening));
    let carried = prepared.clone();
    let context = move || {
        provide_context(leptos::nonce::Nonce::from_value(nonce.0.clone()));
        provide_context(carried.clone());
    };
    let render = leptos_axum::render_app_async_with_context(context, move || {
        shell(frame.clone(), prepared.clone())
    });
    let mut response = render(request).await;
    if let Some(status) = status.and_then(|status| StatusCode::from_u16(status).ok()) {
        *response.status_mut() = status;
    }
    response
}

/// `POST …/api/…` below an inbox: the page's questions, asked as the same viewer.
pub async fn api(
    State(state): State<Shared>,
    Extension(pass): Extension<Pass>,
    request: Request,
) -> Response {
    let embedded = pass.viewer.place() == Place::Embed;
    let inbox: Arc<dyn Inbox> = Arc::new(Room::new(state, pass));
    let context = move || provide_context(inbox.clone());
    let answer = leptos_axum::handle_server_fns_with_context(context, request).await;
    let answer = answer.into_response();
    if embedded && answer.status() == StatusCode::FORBIDDEN {
        // Whoever asks by a program reads why.
        return headers::plain(&Problem::Forbidden);
    }
    answer
}
