//! Fetches what customers send. The row of a file is its job: whoever takes it renews the lease while it works,
//! and what a process held when it died is taken again a minute later.

use crate::error::{Error, Result};
use crate::media::kind;
use crate::media::picture::{self, Picture};
use crate::media::take::{Refused, Taken, take, take_made};
use crate::media::{FETCHES, Media};
use crate::state::{Shared, State};
use crate::store::event::{self, Event};
use crate::store::media::{self, Fetch, Kept};
use crate::store::{Tx, claim};
use crate::whatsapp::media::{Place, Trouble};
use app::domain::delivery::Failure;
use app::domain::file::FileState;
use app::domain::time::{HOUR, MINUTE, SECOND, Timestamp};
use futures::{StreamExt, TryStreamExt};
use std::io;
use std::time::Duration;
use tokio::sync::OwnedSemaphorePermit;

/// Most bytes of a file; WhatsApp itself takes no larger ones.
const LIMIT: u64 = 100 << 20;
const LEASE: i64 = MINUTE;
const RENEW_EVERY: Duration = Duration::from_secs(20);
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// An address holds for five minutes; one that is too old is asked for anew at once, so many times.
const ADDRESSES: usize = 3;
/// After so many wrong ones it is the file itself that is not what it should be.
const WRONG_COPIES: i64 = 4;
/// Larger pictures keep their place in memory too long; they are shown without a size.
const LARGEST_PICTURE: u64 = 24 << 20;

pub async fn run(state: Shared) -> Result<()> {
    loop {
        for (fetch, place) in take_in_hand(&state, Timestamp::now()).await? {
            let state = state.clone();
            tokio::spawn(async move {
                if let Err(error) = one(&state, &fetch).await {
                    // The lease runs out, and somebody takes it again.
                    tracing::error!(media = %fetch.id(), %error, "a file's fate could not be stored");
                }
                drop(place);
                state.media.waiting.notify_one();
            });
        }
        drop(tokio::time::timeout(LOOK_EVERY, state.media.waiting.notified()).await);
    }
}

/// Takes as many files in hand as there are places for them.
async fn take_in_hand(
    state: &Shared,
    now: Timestamp,
) -> Result<Vec<(Fetch, OwnedSemaphorePermit)>> {
    let places: Vec<_> = (0..FETCHES)
        .map_while(|_| state.media.fetches.clone().try_acquire_owned().ok())
        .collect();
    if places.is_empty() || !media::anything_due(&state.db, now).await? {
        return Ok(Vec::new());
    }
    let mut tx = state.db.begin().await?;
    let fetches = claim::media_to_fetch(&mut tx, now, now.plus(LEASE), places.len()).await?;
    tx.commit().await?;
    Ok(fetches.into_iter().zip(places).collect())
}

/// What came of it.
enum End {
    Here(Box<Kept>, Vec<Taken>),
    Again(String),
    Never(String),
}

async fn one(state: &State, fetch: &Fetch) -> Result<()> {
    let end = tokio::select! {
        end = bring(state, fetch) => end,
        error = renew(state, fetch) => return Err(error),
    };
    let now = Timestamp::now();
    let over = now.plus(SECOND) > fetch.until();
    match end.unwrap_or_else(|error| End::Again(error.to_string())) {
        End::Here(kept, files) => {
            let mut tx = state.db.begin().await?;
            if media::keep(&mut tx, fetch.id(), &kept).await? {
                tell(state, tx, fetch, now).await?;
                files.into_iter().for_each(Taken::keep);
                metrics::counter!("oriel_files_fetched_total").increment(1);
            }
            Ok(())
        }
        End::Again(why) if !over => {
            tracing::info!(media = %fetch.id(), %why, attempts = fetch.attempts, "a file could not be fetched; it is tried again");
            media::again(&state.db, fetch.id(), &why, now.plus(pause(fetch.attempts))).await
        }
        End::Again(why) | End::Never(why) => {
            let end = if over {
                FileState::Expired
            } else {
                FileState::Failed
            };
            tracing::warn!(media = %fetch.id(), %why, end = end.word(), "a file will not come");
            metrics::counter!("oriel_files_given_up_total").increment(1);
            let mut tx = state.db.begin().await?;
            media::give_up(&mut tx, fetch.id(), end, &why).await?;
            tell(state, tx, fetch, now).await
        }
    }
}

/// Ends only when the lease cannot be renewed.
async fn renew(state: &State, fetch: &Fetch) -> Error {
    loop {
        tokio::time::sleep(RENEW_EVERY).await;
        let until = Timestamp::now().plus(LEASE);
        if let Err(error) = media::renew(&state.db, fetch.id(), until).await {
            return error;
        }
    }
}

async fn bring(state: &State, fetch: &Fetch) -> Result<End> {
    let line = media::line(&state.db, fetch.conversation()).await?;
    if line.access_token.is_empty() {
        return Ok(End::Again("the number is not connected".to_owned()));
    }
    let token = state.key.open(&line.access_token)?;
    let id = fetch.whatsapp_media_id.as_deref().unwrap_or_default();
    for _ in 0..ADDRESSES {
        let place = match state.graph.place(&line.phone_number_id, &token, id).await {
            Ok(place) => place,
            Err(trouble) => return Ok(judged(trouble)),
        };
        if place.bytes.is_some_and(|bytes| bytes > LIMIT) {
            return Ok(End::Never(too_large()));
        }
        match state.graph.download(&token, &place).await {
            Ok(Some(response)) => return Box::pin(receive(state, fetch, &place, response)).await,
            Ok(None) => {}
            Err(trouble) => return Ok(judged(trouble)),
        }
    }
    Ok(End::Again("none of the file's addresses holds".to_owned()))
}

async fn receive(
    state: &State,
    fetch: &Fetch,
    place: &Place,
    response: reqwest::Response,
) -> Result<End> {
    let chunks = response.bytes_stream();
    let chunks = chunks.map_err(|error| io::Error::other(error.without_url()));
    let taken = match take(&state.media, chunks.boxed(), LIMIT).await {
        Ok(taken) => taken,
        Err(Refused::TooLarge) => return Ok(End::Never(too_large())),
        Err(Refused::TooSlow) => return Ok(End::Again("it came too slowly".to_owned())),
        Err(Refused::BrokenOff(why)) => return Ok(End::Again(why)),
        Err(Refused::Storage(error)) => return Err(Error::broken(format!("storage: {error}"))),
    };
    // What WhatsApp says now goes before what the webhook said.
    let expected = place.sha256.as_ref().or(fetch.sha256.as_ref());
    let short = place.bytes.is_some_and(|bytes| bytes != taken.bytes);
    if short || expected.is_some_and(|expected| *expected != taken.sha256) {
        let why = "what came is not what WhatsApp said of it".to_owned();
        return Ok(if fetch.attempts >= WRONG_COPIES {
            End::Never(why)
        } else {
            End::Again(why)
        });
    }
    let mime_type = kind::inbound(&taken.head, fetch.told_type.as_deref());
    let (kept, files) = looked_at(&state.media, taken, mime_type).await;
    Ok(End::Here(Box::new(kept), files))
}

/// A file with what can be seen of it, and its small copy. Failing to look at it costs nothing but the looks.
pub async fn looked_at(media: &Media, taken: Taken, mime_type: String) -> (Kept, Vec<Taken>) {
    let Picture { size, small } = look(media, &taken, &mime_type).await;
    let thumbnail = match small {
        Some(small) => take_made(media, small).await.ok(),
        None => None,
    };
    let kept = Kept {
        key: taken.key().to_owned(),
        mime_type,
        bytes: taken.bytes,
        sha256: taken.sha256.clone(),
        size,
        thumbnail: thumbnail.as_ref().map(|small| small.key().to_owned()),
    };
    (kept, thumbnail.into_iter().chain([taken]).collect())
}

async fn look(media: &Media, taken: &Taken, mime_type: &str) -> Picture {
    if !mime_type.starts_with("image/") || taken.bytes > LARGEST_PICTURE {
        return Picture::default();
    }
    let Ok(place) = media.pictures.clone().acquire_owned().await else {
        return Picture::default();
    };
    let Ok(bytes) = whole(media, taken).await else {
        return Picture::default();
    };
    let mime_type = mime_type.to_owned();
    // The place is kept by the work itself: whoever waits for it may be gone before it ends.
    let looked = tokio::task::spawn_blocking(move || {
        let _place = place;
        picture::look(&mime_type, &bytes)
    });
    looked.await.unwrap_or_default()
}

async fn whole(media: &Media, taken: &Taken) -> io::Result<Vec<u8>> {
    let mut chunks = media.storage.open(taken.key(), 0..taken.bytes).await?;
    let mut bytes = Vec::with_capacity(taken.bytes as usize);
    while let Some(chunk) = chunks.next().await {
        bytes.extend(chunk?);
    }
    Ok(bytes)
}

fn judged(trouble: Trouble) -> End {
    match trouble {
        Trouble::Refused(failure) if !is_about_access(failure.code) => End::Never(words(&failure)),
        Trouble::Refused(failure) | Trouble::TryAgain(failure) => End::Again(words(&failure)),
    }
}

/// A token that is not good any more is replaced by a person; until then the file stays where it is.
/// <https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes>
const fn is_about_access(code: i64) -> bool {
    matches!(code, 0 | 3 | 10 | 190 | 200..=299 | 131_005)
}

fn words(failure: &Failure) -> String {
    let details = failure.details.as_deref().unwrap_or_default();
    format!("{} {details} ({})", failure.title, failure.code)
}

fn too_large() -> String {
    format!("it is larger than {} MB", LIMIT >> 20)
}

/// Half to all of a pause that doubles, up to an hour: what failed together does not come back together.
fn pause(attempts: i64) -> i64 {
    let most = (SECOND << attempts.clamp(1, 12)).min(HOUR);
    rand::random_range(most / 2..=most)
}

async fn tell(state: &State, mut tx: Tx, fetch: &Fetch, now: Timestamp) -> Result<()> {
    let event = Event::Message(fetch.conversation(), fetch.message());
    event::append(&mut tx, fetch.project(), &[event], now).await?;
    tx.commit().await?;
    state.live.wake(fetch.project());
    Ok(())
}
