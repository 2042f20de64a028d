//! Taking a file in: counted, hashed and looked at while it goes by.

use super::{Chunks, Media, Storage, new_key};
use crate::store::Db;
use crate::store::media::loose;
use app::domain::time::Timestamp;
use bytes::Bytes;
use futures::StreamExt;
use sha2::{Digest, Sha256};
use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A file that lies in the storage and belongs to nobody yet: it goes when this is dropped.
pub struct Taken {
    pub bytes: u64,
    pub sha256: Vec<u8>,
    /// Enough of its beginning to tell what it is.
    pub head: Vec<u8>,
    /// All of it is text.
    pub is_text: bool,
    loose: Loose,
}

#[derive(Debug)]
pub enum Refused {
    /// More bytes came than are taken.
    TooLarge,
    /// It stood still, or came so slowly that it would never end.
    TooSlow,
    /// It broke off.
    BrokenOff(String),
    Storage(io::Error),
}

/// How slowly a file may come. Each holds a place that others need.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// A sender who says nothing for so long is gone.
    pub patience: Duration,
    /// Bytes in a second, beyond what the patience gives.
    pub slowest: u64,
    /// All of it.
    pub longest: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            patience: Duration::from_secs(60),
            slowest: 8 << 10,
            longest: Duration::from_secs(60 * 60),
        }
    }
}

impl Pace {
    /// How long may be waited for the next bytes, after so many and so much waiting.
    fn left(&self, bytes: u64, waited: Duration) -> Duration {
        let earned = Duration::from_secs(bytes / self.slowest.max(1));
        let whole = self.longest.min(self.patience + earned);
        self.patience.min(whole.saturating_sub(waited))
    }
}

const HEAD: usize = 4 << 10;

pub async fn take(media: &Media, chunks: Chunks, limit: u64) -> Result<Taken, Refused> {
    let loose = Loose::begin(media).await?;
    let counted = Arc::new(Mutex::new(Counted::default()));
    let counting = counted.clone();
    let through = paced(chunks, media.pace).map(move |chunk| {
        let mut counted = counting.lock().unwrap_or_else(PoisonError::into_inner);
        counted.see(chunk, limit)
    });
    let put = media.storage.put(loose.key(), through.boxed()).await;
    let counted = std::mem::take(&mut *counted.lock().unwrap_or_else(PoisonError::into_inner));
    match (put, counted.refused) {
        (_, Some(refused)) => Err(refused),
        (Err(error), None) => Err(Refused::Storage(error)),
        (Ok(()), None) => Ok(Taken {
            bytes: counted.bytes,
            sha256: counted.hash.finalize().to_vec(),
            head: counted.head,
            is_text: counted.text.is_whole(),
            loose,
        }),
    }
}

/// Ends with an error when the sender keeps us waiting. What the storage takes is not the sender's time.
fn paced(chunks: Chunks, pace: Pace) -> Chunks {
    let begun = (chunks, 0, Duration::ZERO);
    let paced = futures::stream::unfold(begun, move |(mut chunks, bytes, waited)| async move {
        let since = Instant::now();
        let next = tokio::time::timeout(pace.left(bytes, waited), chunks.next()).await;
        let next =
            next.unwrap_or_else(|_| Some(Err(io::Error::new(io::ErrorKind::TimedOut, Slow))))?;
        let came = next.as_ref().map_or(0, |chunk| chunk.len() as u64);
        Some((next, (chunks, bytes + came, waited + since.elapsed())))
    });
    paced.boxed()
}

#[derive(Debug)]
struct Slow;

impl fmt::Display for Slow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it came too slowly")
    }
}

impl std::error::Error for Slow {}

/// Keeps a small file that is made here.
pub async fn take_made(media: &Media, bytes: Vec<u8>) -> Result<Taken, Refused> {
    let limit = bytes.len() as u64;
    let once = futures::stream::once(async move { Ok(Bytes::from(bytes)) });
    take(media, once.boxed(), limit).await
}

impl Taken {
    pub fn key(&self) -> &str {
        self.loose.key()
    }

    /// It has an owner now.
    pub fn keep(mut self) {
        self.loose.key = None;
    }
}

struct Loose {
    key: Option<String>,
    storage: Arc<dyn Storage>,
    db: Db,
}

impl Loose {
    async fn begin(media: &Media) -> Result<Self, Refused> {
        let key = new_key();
        let begun = loose::begin(&media.db, &key, Timestamp::now()).await;
        begun.map_err(|error| Refused::Storage(io::Error::other(error)))?;
        Ok(Self {
            key: Some(key),
            storage: media.storage.clone(),
            db: media.db.clone(),
        })
    }

    fn key(&self) -> &str {
        self.key.as_deref().unwrap_or_default()
    }
}

impl Drop for Loose {
    fn drop(&mut self) {
        let (Some(key), Ok(runtime)) = (self.key.take(), tokio::runtime::Handle::try_current())
        else {
            return;
        };
        let (storage, db) = (self.storage.clone(), self.db.clone());
        runtime.spawn(async move {
            if let Err(error) = delete(&storage, &db, &key).await {
                // It is known as one that goes, and goes later.
                tracing::warn!(%error, "a file that nobody wants could not be deleted");
            }
        });
    }
}

async fn delete(storage: &Arc<dyn Storage>, db: &Db, key: &str) -> crate::error::Result<()> {
    if loose::condemn(db, key).await? {
        remove(storage, db, key).await?;
    }
    Ok(())
}

/// The row goes last: what is interrupted is done again.
pub async fn remove(storage: &Arc<dyn Storage>, db: &Db, key: &str) -> crate::error::Result<()> {
    let deleted = storage.delete(key).await;
    deleted.map_err(|error| crate::error::Error::broken(format!("storage: {error}")))?;
    loose::forget(db, key).await
}

#[derive(Default)]
struct Counted {
    bytes: u64,
    hash: Sha256,
    head: Vec<u8>,
    text: Text,
    refused: Option<Refused>,
}

impl Counted {
    fn see(&mut self, chunk: io::Result<Bytes>, limit: u64) -> io::Result<Bytes> {
        let chunk = chunk.inspect_err(|error| {
            let slow = error.get_ref().is_some_and(|error| error.is::<Slow>());
            self.refused = Some(match slow {
                true => Refused::TooSlow,
                false => Refused::BrokenOff(error.to_string()),
            });
        })?;
        self.bytes += chunk.len() as u64;
        if self.bytes > limit {
            self.refused = Some(Refused::TooLarge);
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.hash.update(&chunk);
        let missing = HEAD - self.head.len();
        self.head.extend(&chunk[..chunk.len().min(missing)]);
        self.text.see(&chunk);
        Ok(chunk)
    }
}

/// Whether bytes that come in pieces are UTF-8 without NUL.
#[derive(Default)]
struct Text {
    broken: bool,
    /// The beginning of a character whose rest is to come.
    begun: Vec<u8>,
}

impl Text {
    fn see(&mut self, chunk: &[u8]) {
        if self.broken {
            return;
        }
        let mut rest = chunk;
        while !self.begun.is_empty() && !rest.is_empty() {
            self.begun.push(rest[0]);
            rest = &rest[1..];
            match std::str::from_utf8(&self.begun) {
                Ok(_) => self.begun.clear(),
                Err(error) if error.error_len().is_some() => self.broken = true,
                Err(_) => {}
            }
        }
        match std::str::from_utf8(rest) {
            Err(error) if error.error_len().is_none() => {
                self.begun.extend(&rest[error.valid_up_to()..]);
            }
            Err(_) => self.broken = true,
            Ok(_) => {}
        }
        self.broken |= chunk.contains(&0);
    }

    fn is_whole(&self) -> bool {
        !self.broken && self.begun.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sender_earns_time_by_sending() {
        let (pace, second) = (Pace::default(), Duration::from_secs(1));
        assert_eq!(pace.left(0, Duration::ZERO), 60 * second);
        assert_eq!(pace.left(0, 59 * second), second);
        assert_eq!(pace.left(0, 61 * second), Duration::ZERO);
        // A byte now and then earns nothing.
        assert_eq!(pace.left(100, 61 * second), Duration::ZERO);
        // 8 kB in a second go on, but never for more than a minute of silence, and not for more than an hour.
        assert_eq!(pace.left(8192 * 100, 100 * second), 60 * second);
        assert_eq!(pace.left(8192 * 100, 155 * second), 5 * second);
        assert_eq!(pace.left(100 << 20, 3590 * second), 10 * second);
    }

    #[test]
    fn text_is_text_wherever_it_is_cut() {
        let text = "Straße 𝄞 ÄÖ€ x".as_bytes();
        for size in 1..=text.len() {
            let mut seen = Text::default();
            text.chunks(size).for_each(|chunk| seen.see(chunk));
            assert!(seen.is_whole(), "{size}");
        }
        for wrong in [
            &b"a\xff"[..],
            b"\xe2\x82",
            b"a\0b",
            b"\xc0\x80",
            b"\xed\xa0\x80",
        ] {
            for size in 1..=wrong.len() {
                let mut seen = Text::default();
                wrong.chunks(size).for_each(|chunk| seen.see(chunk));
                assert!(!seen.is_whole(), "{wrong:?} {size}");
            }
        }
    }
}
