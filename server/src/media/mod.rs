//! Where files of messages lie. Their names are random; what they are called is in the database alone.

pub mod disk;
pub mod kind;
pub mod name;
#[cfg(feature = "object-storage")]
pub mod object;
pub mod picture;
pub mod take;
pub mod uploads;

use crate::config::Config;
use crate::error::{Error, Result};
use crate::store::Db;
use async_trait::async_trait;
use bytes::Bytes;
use disk::Disk;
use futures::stream::BoxStream;
use std::io;
use std::ops::Range;
use std::sync::Arc;
use take::Pace;
use tokio::sync::{Notify, Semaphore};
use uploads::Uploads;

pub type Chunks = BoxStream<'static, io::Result<Bytes>>;

/// A place for files.
#[async_trait]
pub trait Storage: Send + Sync {
    /// Keeps all that comes, or nothing: when the stream fails or the future is dropped, no file is left.
    async fn put(&self, key: &str, chunks: Chunks) -> io::Result<()>;

    /// A piece of a file. What a range names beyond its end is an error.
    async fn open(&self, key: &str, range: Range<u64>) -> io::Result<Chunks>;

    async fn length(&self, key: &str) -> io::Result<u64>;

    /// What is not there is deleted already.
    async fn delete(&self, key: &str) -> io::Result<()>;

    /// Removes what processes that died have left half written.
    async fn tidy(&self) -> io::Result<()>;
}

/// The storage, and how much is done with it at once.
pub struct Media {
    pub storage: Arc<dyn Storage>,
    /// Knows what lies in the storage.
    db: Db,
    pace: Pace,
    /// Places for reading pictures, which takes memory.
    pub pictures: Arc<Semaphore>,
    /// Places for fetching from WhatsApp.
    pub fetches: Arc<Semaphore>,
    /// A file waits to be fetched.
    pub waiting: Notify,
    /// What is being uploaded.
    pub uploads: Uploads,
}

const PICTURES: usize = 1;
pub const FETCHES: usize = 4;

impl Media {
    pub fn open(config: &Config, db: Db) -> Result<Self> {
        Ok(Self {
            storage: storage(config)?,
            db,
            pace: config.patience.sender,
            pictures: Arc::new(Semaphore::new(PICTURES)),
            fetches: Arc::new(Semaphore::new(FETCHES)),
            waiting: Notify::new(),
            uploads: Uploads::default(),
        })
    }
}

fn storage(config: &Config) -> Result<Arc<dyn Storage>> {
    match &config.media_url {
        None => Ok(Arc::new(Disk::new(&config.media_dir))),
        Some(url) => elsewhere(url),
    }
}

#[cfg(feature = "object-storage")]
fn elsewhere(url: &str) -> Result<Arc<dyn Storage>> {
    let opened = object::Bucket::open(url);
    let bucket = opened.map_err(|error| Error::broken(format!("ORIEL_MEDIA_URL: {error}")))?;
    Ok(Arc::new(bucket))
}

#[cfg(not(feature = "object-storage"))]
fn elsewhere(_: &str) -> Result<Arc<dyn Storage>> {
    Err(Error::broken(
        "ORIEL_MEDIA_URL is set, but this binary was built without the feature object-storage",
    ))
}

/// A name that nobody can guess and that says nothing.
pub fn new_key() -> String {
    hex::encode(rand::random::<[u8; 16]>())
}
