//! Signing in. Sessions are tower-sessions' over our own table; the cookie's value is kept as a hash.

use super::password;
use super::token;
use crate::error::{Error, Result};
use crate::store::session::{self, NewSession};
use crate::store::{Db, user};
use app::domain::id::{SessionId, UserId};
use app::domain::time::{DAY, MINUTE, Timestamp};
use async_trait::async_trait;
use serde_json::{Map, Value};
use tower_sessions::cookie::time::{Duration, OffsetDateTime};
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error as StoreError, Result as StoreResult};
use tower_sessions::{Expiry, Session, SessionManagerLayer, SessionStore};

/// However much it is used, a session ends after so long.
const ABSOLUTE: i64 = 30 * DAY;

const USER: &str = "user";
const CLIENT: &str = "client";
const ADDRESS: &str = "address";

/// Somebody who has shown a good session. Made here only.
#[derive(Clone, Copy, Debug)]
pub struct SignedIn {
    user: UserId,
    session: SessionId,
    expires_at: Timestamp,
}

impl SignedIn {
    pub const fn user(&self) -> UserId {
        self.user
    }

    pub const fn session(&self) -> SessionId {
        self.session
    }

    /// However much it is used.
    pub const fn expires_at(&self) -> Timestamp {
        self.expires_at
    }
}

/// Whoever the request's cookie belongs to.
pub async fn signed_in(db: &Db, session: &Session) -> Result<Option<SignedIn>> {
    let Some(id) = session.id() else {
        return Ok(None);
    };
    let (hash, now) = (hash(&id), Timestamp::now());
    let found = session::known(db, &hash, now).await?;
    if let Some(known) = &found
        && now.since(known.seen_at()) > MINUTE
        && let Err(error) = session::touch(db, &hash, now).await
    {
        tracing::warn!(%error, "the use of a session could not be noted");
    }
    let signed_in = |known: session::Known| {
        Some(SignedIn {
            user: known.user()?,
            session: known.id(),
            expires_at: known.expires_at(),
        })
    };
    Ok(found.and_then(signed_in))
}

/// Compares in constant time, also for addresses that nobody has. Costs about 30 ms of a core on purpose.
pub async fn check(db: &Db, email: &str, password: &str) -> Result<Option<UserId>> {
    let found = user::by_email(db, email).await?;
    let hash = found.as_ref().map(|user| user.password_hash.clone());
    let good = password::verify(password.to_owned(), hash).await?;
    Ok(found.filter(|_| good).map(|user| user.id.into()))
}

/// A new session under a new id: one that was there before is worth nothing.
pub async fn begin(session: &Session, user: UserId, client: &str, address: &str) -> Result<()> {
    if session.id().is_some() {
        session.cycle_id().await.map_err(broken)?;
    }
    session.clear().await;
    let client: String = client
        .chars()
        .filter(|c| !c.is_control())
        .take(300)
        .collect();
    session.insert(USER, user).await.map_err(broken)?;
    session.insert(CLIENT, client).await.map_err(broken)?;
    session.insert(ADDRESS, address).await.map_err(broken)?;
    // Written now, so that whoever comes back with the cookie is known.
    session.save().await.map_err(broken)
}

pub async fn end(session: &Session) -> Result<()> {
    match session.id() {
        Some(_) => session.flush().await.map_err(broken),
        None => Ok(()),
    }
}

/// Takes the cookie from the browser: one that is bound to its host goes only if this says so too.
pub fn no_cookie(https: bool) -> String {
    let secure = if https { "; Secure" } else { "" };
    let name = cookie_name(https);
    format!("{name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{secure}")
}

/// `__Host-` binds the cookie to this host; browsers take it over https only.
const fn cookie_name(https: bool) -> &'static str {
    if https { "__Host-oriel" } else { "oriel" }
}

pub fn layer(db: &Db, https: bool) -> SessionManagerLayer<Sessions> {
    SessionManagerLayer::new(Sessions(db.clone()))
        .with_name(cookie_name(https))
        .with_secure(https)
        .with_http_only(true)
        .with_same_site(tower_sessions::cookie::SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnInactivity(Duration::milliseconds(ABSOLUTE)))
}

/// Our table, as tower-sessions wants it.
#[derive(Clone)]
pub struct Sessions(Db);

impl std::fmt::Debug for Sessions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sessions")
    }
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> StoreResult<()> {
        self.save(record).await
    }

    async fn save(&self, record: &Record) -> StoreResult<()> {
        let now = Timestamp::now();
        session::save(&self.0, written(record, now), now)
            .await
            .map_err(backend)
    }

    async fn load(&self, id: &Id) -> StoreResult<Option<Record>> {
        let found = session::find(&self.0, &hash(id), Timestamp::now())
            .await
            .map_err(backend)?;
        let Some(stored) = found else {
            return Ok(None);
        };
        let data = match stored.data.0 {
            Value::Object(data) => data.into_iter().collect(),
            _ => return Ok(None),
        };
        let expiry_date = OffsetDateTime::from_unix_timestamp(stored.expires_at / 1000)
            .map_err(|error| StoreError::Decode(error.to_string()))?;
        Ok(Some(Record {
            id: *id,
            data,
            expiry_date,
        }))
    }

    async fn delete(&self, id: &Id) -> StoreResult<()> {
        session::delete(&self.0, &hash(id)).await.map_err(backend)
    }
}

fn written(record: &Record, now: Timestamp) -> NewSession {
    let text = |name: &str| {
        let value = record.data.get(name).and_then(Value::as_str);
        value.unwrap_or_default().to_owned()
    };
    NewSession {
        hash: hash(&record.id),
        user: text(USER).parse().ok(),
        client: text(CLIENT),
        address: text(ADDRESS),
        data: Value::Object(record.data.clone().into_iter().collect::<Map<_, _>>()),
        expires_at: now.plus(ABSOLUTE),
    }
}

fn hash(id: &Id) -> Vec<u8> {
    token::hash(&id.to_string()).to_vec()
}

fn backend(error: Error) -> StoreError {
    StoreError::Backend(error.to_string())
}

fn broken(error: tower_sessions::session::Error) -> Error {
    Error::broken(error.to_string())
}
