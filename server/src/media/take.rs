//! Taking a file in: counted, hashed and looked at while it goes by.

use super::{Chunks, Storage, new_key};
use bytes::Bytes;
use futures::StreamExt;
use sha2::{Digest, Sha256};
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

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
    /// It broke off, or stood still.
    BrokenOff(String),
    Storage(io::Error),
}

const HEAD: usize = 4 << 10;
/// A sender who says nothing for so long is gone.
const PATIENCE: Duration = Duration::from_secs(60);

pub async fn take(
    storage: &Arc<dyn Storage>,
    chunks: Chunks,
    limit: u64,
) -> Result<Taken, Refused> {
    let counted = Arc::new(Mutex::new(Counted::default()));
    let counting = counted.clone();
    let patient = futures::stream::unfold(chunks, |mut chunks| async {
        let next = tokio::time::timeout(PATIENCE, chunks.next()).await;
        let next = next.unwrap_or_else(|_| Some(Err(io::ErrorKind::TimedOut.into())));
        next.map(|next| (next, chunks))
    });
    let through = patient.map(move |chunk| {
        let mut counted = counting.lock().unwrap_or_else(PoisonError::into_inner);
        counted.see(chunk, limit)
    });
    let loose = Loose {
        key: Some(new_key()),
        storage: storage.clone(),
    };
    let put = storage.put(loose.key(), through.boxed()).await;
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

/// Keeps a small file that is made here.
pub async fn take_made(storage: &Arc<dyn Storage>, bytes: Vec<u8>) -> Result<Taken, Refused> {
    let limit = bytes.len() as u64;
    let once = futures::stream::once(async move { Ok(Bytes::from(bytes)) });
    take(storage, once.boxed(), limit).await
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
}

impl Loose {
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
        let storage = self.storage.clone();
        runtime.spawn(async move {
            if let Err(error) = storage.delete(&key).await {
                tracing::warn!(%error, "a file that nobody wants could not be deleted");
            }
        });
    }
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
            self.refused = Some(Refused::BrokenOff(error.to_string()));
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
