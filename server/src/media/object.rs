//! Files in S3 and its like, under the same random names as in a folder.

use super::{Chunks, Storage};
use async_trait::async_trait;
use futures::StreamExt;
use object_store::buffered::BufWriter;
use object_store::path::Path;
use object_store::{GetOptions, GetRange, ObjectStore, ObjectStoreExt, parse_url_opts};
use std::io;
use std::ops::Range;
use std::sync::Arc;
use tokio::io::AsyncWriteExt;
use url::Url;

pub struct Bucket {
    store: Arc<dyn ObjectStore>,
    folder: Path,
}

/// A part of an upload: S3 takes none that are smaller, but the last.
const PART: usize = 5 << 20;

impl Bucket {
    /// `s3://bucket/folder`; credentials and region come by the environment, as every tool of S3 reads them.
    pub fn open(url: &str) -> Result<Self, String> {
        // Somebody else may have installed one already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let url = Url::parse(url).map_err(|error| error.to_string())?;
        let aws = std::env::vars().filter(|(name, _)| name.starts_with("AWS_"));
        let aws = aws.map(|(name, value)| (name.to_ascii_lowercase(), value));
        let (store, folder) = parse_url_opts(&url, aws).map_err(|error| error.to_string())?;
        Ok(Self {
            store: store.into(),
            folder,
        })
    }

    fn path(&self, key: &str) -> Path {
        self.folder.clone().join(key)
    }
}

#[async_trait]
impl Storage for Bucket {
    async fn put(&self, key: &str, mut chunks: Chunks) -> io::Result<()> {
        let (store, path) = (self.store.clone(), self.path(key));
        let writer = BufWriter::with_capacity(store, path, PART).with_max_concurrency(2);
        let mut begun = Begun(Some(writer));
        while let Some(chunk) = chunks.next().await {
            begun.writer()?.put(chunk?).await?;
        }
        // An object appears when this is done, and not before. A writer that was shut down takes nothing back.
        let last = begun.0.take();
        last.ok_or(io::ErrorKind::NotConnected)?.shutdown().await
    }

    async fn open(&self, key: &str, range: Range<u64>) -> io::Result<Chunks> {
        let options = GetOptions {
            range: (!range.is_empty()).then(|| GetRange::Bounded(range)),
            ..GetOptions::default()
        };
        let found = self.store.get_opts(&self.path(key), options).await?;
        let chunks = found.into_stream();
        Ok(chunks.map(|chunk| chunk.map_err(io::Error::from)).boxed())
    }

    async fn length(&self, key: &str) -> io::Result<u64> {
        Ok(self.store.head(&self.path(key)).await?.size)
    }

    async fn delete(&self, key: &str) -> io::Result<()> {
        match self.store.delete(&self.path(key)).await {
            Err(object_store::Error::NotFound { .. }) => Ok(()),
            done => Ok(done?),
        }
    }

    /// Uploads that a dead process has begun are the bucket's to remove, by a rule of its own.
    async fn tidy(&self) -> io::Result<()> {
        Ok(())
    }
}

/// An upload that is taken back when it does not come to its end.
struct Begun(Option<BufWriter>);

impl Begun {
    fn writer(&mut self) -> io::Result<&mut BufWriter> {
        self.0
            .as_mut()
            .ok_or_else(|| io::ErrorKind::NotConnected.into())
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        let (Some(mut writer), Ok(runtime)) =
            (self.0.take(), tokio::runtime::Handle::try_current())
        else {
            return;
        };
        runtime.spawn(async move {
            // Small files have no parts that could be taken back.
            drop(writer.abort().await);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::new_key;
    use bytes::Bytes;
    use futures::{TryStreamExt, stream};

    #[tokio::test]
    async fn what_is_put_is_read_in_pieces_and_goes() {
        let bucket = Bucket::open("memory:///files").unwrap();
        let key = new_key();
        let large = Bytes::from(vec![7; 3 << 20]);
        let chunks = (0..5).map(|_| Ok(large.clone()));
        bucket
            .put(&key, stream::iter(chunks).boxed())
            .await
            .unwrap();
        assert_eq!(bucket.length(&key).await.unwrap(), 15 << 20);
        let piece = bucket.open(&key, 100..103).await.unwrap();
        let piece: Vec<Bytes> = piece.try_collect().await.unwrap();
        assert_eq!(piece.concat(), [7, 7, 7]);
        bucket.delete(&key).await.unwrap();
        bucket.delete(&key).await.unwrap();
        assert!(bucket.length(&key).await.is_err());
    }

    #[tokio::test]
    async fn a_stream_that_breaks_leaves_nothing() {
        let bucket = Bucket::open("memory:///").unwrap();
        let key = new_key();
        let large = Bytes::from(vec![7; 6 << 20]);
        let chunks = [
            Ok(large.clone()),
            Ok(large),
            Err(io::ErrorKind::BrokenPipe.into()),
        ];
        assert!(
            bucket
                .put(&key, stream::iter(chunks).boxed())
                .await
                .is_err()
        );
        assert!(bucket.length(&key).await.is_err());
    }
}
