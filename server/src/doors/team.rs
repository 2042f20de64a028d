//! The door of the team's own inbox, behind the dashboard's: that one finds out who is signed in and refuses
//! what another site's page made the browser send; this one, whether they belong to the project.

use super::embed::Nonce;
use super::headers;
use super::notice;
use crate::access::session::SignedIn;
use crate::access::team;
use crate::access::token::Token;
use crate::office::Visitor;
use crate::state::Shared;
use crate::store::member;
use app::domain::id::ProjectId;
use app::problem::Problem;
use axum::extract::{Path, Request, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, UPGRADE};
use axum::http::{Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Json};
use serde::Deserialize;
use serde_json::json;
use tower_sessions::Session;

/// Under what the session keeps the project that was looked at last.
const LAST: &str = "inbox";

/// `GET /inbox`: to the project that was open last, or the first one. Links into the inbox keep what they say.
pub async fn home(
    State(state): State<Shared>,
    Extension(visitor): Extension<Visitor>,
    uri: Uri,
) -> Response {
    let Some(who) = visitor.signed_in else {
        return super::dashboard::to_sign_in(&uri);
    };
    match home_of(&state, &who, &visitor.session).await {
        Ok(Some(project)) => {
            let query = uri.query().map(|query| format!("?{query}"));
            let query = query.unwrap_or_default();
            Redirect::to(&format!("/inbox/{project}{query}")).into_response()
        }
        Ok(None) => Redirect::to("/account").into_response(),
        Err(problem) => headers::plain(&problem),
    }
}

async fn home_of(
    state: &Shared,
    who: &SignedIn,
    session: &Session,
) -> Result<Option<ProjectId>, Problem> {
    let last: Option<ProjectId> = session.get(LAST).await.ok().flatten();
    let belonging = member::of_user(&state.db, who.user()).await?;
    let mut projects = belonging.iter().map(|belonging| belonging.project_id);
    let known = last.filter(|last| projects.clone().any(|project| project == *last));
    Ok(known.or_else(|| projects.next()))
}

#[derive(Deserialize)]
pub struct ProjectPath {
    project: String,
}

/// Lets in who belongs to the project, and hands on the `Pass` that this is.
pub async fn admit(
    State(state): State<Shared>,
    Extension(visitor): Extension<Visitor>,
    Path(ProjectPath { project }): Path<ProjectPath>,
    mut request: Request,
    next: Next,
) -> Response {
    let upgrade = request.headers().contains_key(UPGRADE);
    // Browsers open sockets for any page, and send cookies along.
    if upgrade && !headers::is_of_our_pages(&state.config, request.headers()) {
        let text = "this request did not come from one of Oriel's own pages";
        return (StatusCode::FORBIDDEN, Json(json!({"error": text}))).into_response();
    }
    let nonce = Nonce(Token::random().reveal().to_owned());
    let page = request.method() == Method::GET
        && !upgrade
        && !super::media::is_wanted(request.uri().query().unwrap_or_default());
    let Some(who) = visitor.signed_in else {
        return if page {
            super::dashboard::to_sign_in(request.uri())
        } else {
            headers::plain(&Problem::Unauthorized)
        };
    };
    let pass = match project.parse() {
        Ok(project) => team::admit(&state.db, &who, project).await,
        Err(_) => Ok(None),
    };
    match pass {
        Ok(Some(pass)) => {
            if page {
                remember(&visitor.session, pass.viewer.project()).await;
            }
            request.extensions_mut().insert(pass);
            let policy = headers::page_policy(&nonce, request.headers(), "frame-ancestors 'none'");
            request.extensions_mut().insert(nonce);
            let mut response = next.run(request).await;
            // A file has a stricter one of its own.
            if !response.headers().contains_key(CONTENT_SECURITY_POLICY) {
                headers::set_policy(&mut response, &policy);
            }
            response
        }
        Ok(None) if page => notice::refused(&Problem::NotFound, &nonce.0),
        Ok(None) => headers::plain(&Problem::NotFound),
        Err(error) if page => notice::refused(&error.into(), &nonce.0),
        Err(error) => headers::plain(&error.into()),
    }
}

/// One that cannot be written opens the page all the same.
async fn remember(session: &Session, project: ProjectId) {
    let last: Option<ProjectId> = session.get(LAST).await.ok().flatten();
    if last != Some(project)
        && let Err(error) = session.insert(LAST, project).await
    {
        tracing::warn!(%error, "the project that is open could not be noted");
    }
}
