//! The dashboard's door: who is signed in, what a foreign page may not make a browser do, and signing in and out.

use super::embed::Nonce;
use super::headers::{self, Caller};
use super::language;
use super::texts;
use crate::access::session;
use crate::access::token::Token;
use crate::office::first_run::{self, Founding};
use crate::office::{Clerk, Visitor};
use crate::state::Shared;
use crate::store::notify::Access;
use crate::store::{member, user};
use app::domain::account::{Belonging, Entrance};
use app::domain::embed::Mode;
use app::domain::member::Role;
use app::domain::refusal::office as refusal;
use app::office::Office;
use app::problem::Problem;
use app::shell::{Frame, dashboard_shell};
use axum::extract::{Form, Query, Request, State};
use axum::http::header::{LOCATION, SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Json};
use leptos::prelude::provide_context;
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;
use tower_sessions::Session;

/// Finds out who comes, and refuses what another site's page made the browser send.
pub async fn admit(
    State(state): State<Shared>,
    session: Session,
    Extension(Caller(address)): Extension<Caller>,
    mut request: Request,
    next: Next,
) -> Response {
    if !request.method().is_safe() && !headers::is_of_our_pages(&state.config, request.headers()) {
        let text = "this request did not come from one of Oriel's own pages";
        return (StatusCode::FORBIDDEN, Json(json!({"error": text}))).into_response();
    }
    let signed_in = match session::signed_in(&state.db, &session).await {
        Ok(signed_in) => signed_in,
        Err(error) => return headers::plain(&Problem::from(error)),
    };
    let client = request
        .headers()
        .get(USER_AGENT)
        .and_then(|client| client.to_str().ok());
    let visitor = Visitor {
        session,
        signed_in,
        client: client.unwrap_or_default().to_owned(),
        address,
    };
    request.extensions_mut().insert(visitor);
    next.run(request).await
}

/// Every page. Whoever is not signed in is sent to the door first.
pub async fn page(
    State(state): State<Shared>,
    Extension(visitor): Extension<Visitor>,
    Query(asked): Query<Asked>,
    request: Request,
) -> Response {
    let path = request.uri().path();
    if path == "/sign-in" && first_run(&state).await {
        return Redirect::to("/setup").into_response();
    }
    if path == "/setup" && !first_run(&state).await {
        return Redirect::to("/sign-in").into_response();
    }
    let open = ["/sign-in", "/setup", "/join"].contains(&path);
    if !open && visitor.signed_in.is_none() {
        return to_sign_in(request.uri());
    }
    let entrance = Entrance {
        first_run: path == "/setup",
        next: local(&asked.next).to_owned(),
        ..Default::default()
    };
    render(&state, visitor, entrance, request).await
}

/// And back again afterwards.
pub fn to_sign_in(from: &Uri) -> Response {
    Redirect::to(&format!("/sign-in?next={}", encoded(from))).into_response()
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    next: String,
}

/// `POST /dashboard/api/…`: the dashboard's questions.
pub async fn api(
    State(state): State<Shared>,
    Extension(visitor): Extension<Visitor>,
    request: Request,
) -> Response {
    let office: Arc<dyn Office> = Arc::new(Clerk::new(state, visitor, Entrance::default()));
    let context = move || provide_context(office.clone());
    leptos_axum::handle_server_fns_with_context(context, request)
        .await
        .into_response()
}

/// `GET /`: to the first thing that somebody can do here.
pub async fn home(State(state): State<Shared>, Extension(visitor): Extension<Visitor>) -> Response {
    let to = match visitor.signed_in {
        None if first_run(&state).await => "/setup".to_owned(),
        None => "/sign-in".to_owned(),
        Some(who) => match member::of_user(&state.db, who.user()).await {
            Ok(belonging) => first_page(&belonging),
            Err(error) => return headers::plain(&Problem::from(error)),
        },
    };
    Redirect::to(&to).into_response()
}

/// Owners to their settings, members to their inbox.
fn first_page(belonging: &[Belonging]) -> String {
    let owned = belonging
        .iter()
        .find(|belonging| belonging.role == Role::Owner);
    match owned {
        Some(owned) => format!("/projects/{}/embeds", owned.project_id),
        None if belonging.is_empty() => "/account".to_owned(),
        None => "/inbox".to_owned(),
    }
}

#[derive(Deserialize)]
pub struct SignIn {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
}

/// `POST /sign-in`: a form like any other, so that it works before the page's scripts do.
pub async fn sign_in(
    State(state): State<Shared>,
    Extension(visitor): Extension<Visitor>,
    headers: HeaderMap,
    Form(form): Form<SignIn>,
) -> Response {
    let email = form.email.trim().to_lowercase();
    match try_sign_in(&state, &visitor, &email, form.password).await {
        Ok(()) => see_other(local(&form.next)),
        Err(problem) => {
            let entrance = Entrance {
                email: form.email.chars().take(300).collect(),
                next: local(&form.next).to_owned(),
                ..Default::default()
            };
            again(&state, visitor, entrance, "/sign-in", &problem, &headers).await
        }
    }
}

async fn try_sign_in(
    state: &Shared,
    visitor: &Visitor,
    email: &str,
    password: String,
) -> Result<(), Problem> {
    // One text for an unknown address and a wrong password.
    let wrong = || Problem::Invalid(refusal::WRONG_SIGN_IN.to_owned());
    if email.contains('\0') {
        return Err(wrong());
    }
    if let Some(seconds) = state.paces.sign_in(visitor.address, email) {
        tracing::warn!("too many attempts to sign in");
        return Err(Problem::TooMany(refusal::too_many_attempts(seconds)));
    }
    let user = session::check(&state.db, email, &password).await?;
    let user = user.ok_or_else(wrong)?;
    let address = visitor.address.to_string();
    session::begin(&visitor.session, user, &visitor.client, &address).await?;
    // The session that was there before is worth nothing any more.
    if let Some(before) = visitor.signed_in {
        state.live.access_changed(Access::Person(before.user()));
    }
    Ok(())
}

#[derive(Deserialize)]
pub struct SetUp {
    #[serde(default)]
    code: String,
    #[serde(default)]
    project: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
}

/// `POST /setup`: the first project and its owner, who is signed in at once.
pub async fn set_up(
    State(state): State<Shared>,
    Extension(visitor): Extension<Visitor>,
    headers: HeaderMap,
    Form(form): Form<SetUp>,
) -> Response {
    let entrance = Entrance {
        first_run: true,
        email: form.email.clone(),
        name: form.name.clone(),
        project: form.project.clone(),
        ..Default::default()
    };
    match try_set_up(&state, &visitor, form).await {
        Ok(()) => see_other("/"),
        Err(problem) => again(&state, visitor, entrance, "/setup", &problem, &headers).await,
    }
}

/// No address is called so.
const SETTING_UP: &str = "\0setup";

async fn try_set_up(state: &Shared, visitor: &Visitor, form: SetUp) -> Result<(), Problem> {
    if let Some(seconds) = state.paces.sign_in(visitor.address, SETTING_UP) {
        return Err(Problem::TooMany(refusal::too_many_attempts(seconds)));
    }
    if [&form.project, &form.name, &form.email]
        .iter()
        .any(|text| text.contains('\0'))
    {
        return Err(Problem::Invalid(format!("project: {}", refusal::NUL)));
    }
    let founding = Founding {
        code: form.code,
        project: form.project,
        name: form.name,
        email: form.email,
        password: form.password,
    };
    let owner = first_run::found(state, founding).await?;
    let address = visitor.address.to_string();
    session::begin(&visitor.session, owner, &visitor.client, &address).await?;
    Ok(())
}

/// `POST /sign-out`
pub async fn sign_out(
    State(state): State<Shared>,
    Extension(visitor): Extension<Visitor>,
) -> Response {
    match session::end(&visitor.session).await {
        Ok(()) => {
            if let Some(who) = visitor.signed_in {
                state.live.access_changed(Access::Person(who.user()));
            }
            let mut response = see_other("/sign-in");
            let cookie = session::no_cookie(state.config.is_https());
            if let Ok(cookie) = HeaderValue::from_str(&cookie) {
                response.headers_mut().append(SET_COOKIE, cookie);
            }
            response
        }
        Err(error) => headers::plain(&Problem::from(error)),
    }
}

/// The form once more, with what was typed and what was wrong with it.
async fn again(
    state: &Shared,
    visitor: Visitor,
    entrance: Entrance,
    path: &'static str,
    problem: &Problem,
    headers: &HeaderMap,
) -> Response {
    let entrance = Entrance {
        problem: Some(problem.to_string()),
        ..entrance
    };
    let mut request = Request::new(axum::body::Body::empty());
    *request.uri_mut() = Uri::from_static(path);
    *request.headers_mut() = headers.clone();
    let mut response = render(state, visitor, entrance, request).await;
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
    *response.status_mut() = match problem {
        Problem::Invalid(_) if path == "/sign-in" => StatusCode::UNAUTHORIZED,
        _ => status,
    };
    response
}

async fn render(
    state: &Shared,
    visitor: Visitor,
    entrance: Entrance,
    request: Request,
) -> Response {
    let nonce = Nonce(Token::random().reveal().to_owned());
    let chosen = visitor.signed_in.and_then(|who| who.language());
    let language = chosen.unwrap_or_else(|| language::preferred(request.headers()));
    let frame = Frame {
        head: state.bundle.dashboard_head(&nonce.0).into(),
        nonce: nonce.0.clone().into(),
        mode: Mode::System,
        mode_is_forced: false,
        language,
        texts: texts::address(language, true).into(),
        shortcuts: true,
    };
    let policy = headers::page_policy(&nonce, &HeaderMap::new(), "frame-ancestors 'none'");
    let office: Arc<dyn Office> = Arc::new(Clerk::new(state.clone(), visitor, entrance));
    let context = move || {
        provide_context(leptos::nonce::Nonce::from_value(nonce.0.clone()));
        provide_context(office.clone());
    };
    let render =
        leptos_axum::render_app_async_with_context(context, move || dashboard_shell(frame.clone()));
    let mut response = render(request).await;
    headers::set_policy(&mut response, &policy);
    response
}

/// Whether nobody exists yet. When that can't be told, the usual door is shown.
async fn first_run(state: &Shared) -> bool {
    !user::any(&state.db).await.unwrap_or(true)
}

/// A path of ours; anything else that an address names as the next page is not gone to.
fn local(next: &str) -> &str {
    let ours = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains(['\\', '\r', '\n', '\t'])
        && next.is_ascii();
    if ours { next } else { "/" }
}

fn encoded(uri: &Uri) -> String {
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    url::form_urlencoded::byte_serialize(path.as_bytes()).collect()
}

fn see_other(to: &str) -> Response {
    let to = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(LOCATION, to)]).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_paths_are_gone_to() {
        assert_eq!(
            local("/projects/1/embeds?page=2"),
            "/projects/1/embeds?page=2"
        );
        for elsewhere in [
            "",
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/a\r\nb",
            "javascript:alert(1)",
        ] {
            assert_eq!(local(elsewhere), "/", "{elsewhere}");
        }
    }
}
