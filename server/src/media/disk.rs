//! Files in a folder. A file is written under another name and renamed, so that it is there wholly or not at all.

use super::{Chunks, Storage};
use async_trait::async_trait;
use futures::StreamExt;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use tokio::fs::{self, File};
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt, BufWriter};
use tokio_util::io::ReaderStream;

pub struct Disk {
    folder: PathBuf,
}

/// Bytes in one write and one read: the disk is asked by another thread each time.
const PIECE: usize = 128 << 10;
/// What nobody has written to for so long, nobody writes to any more.
const FORSAKEN: Duration = Duration::from_secs(60 * 60);

impl Disk {
    pub fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    fn unfinished(&self) -> PathBuf {
        self.folder.join("unfinished")
    }

    /// Two levels of folders, so that none holds too many. A key is ours; what does not look so is no path.
    fn path(&self, key: &str) -> io::Result<PathBuf> {
        let sound = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if key.len() != 32 || !key.bytes().all(sound) {
            return Err(io::Error::from(io::ErrorKind::InvalidInput));
        }
        Ok(self.folder.join(&key[..2]).join(&key[2..4]).join(key))
    }
}

#[async_trait]
impl Storage for Disk {
    async fn put(&self, key: &str, chunks: Chunks) -> io::Result<()> {
        let path = self.path(key)?;
        fs::create_dir_all(self.unfinished()).await?;
        let unfinished = Unfinished(Some(self.unfinished().join(key)));
        write(unfinished.path(), chunks).await?;
        unfinished.finish(&path).await
    }

    async fn open(&self, key: &str, range: Range<u64>) -> io::Result<Chunks> {
        let mut file = File::open(self.path(key)?).await?;
        if file.metadata().await?.len() < range.end {
            return Err(io::Error::from(io::ErrorKind::UnexpectedEof));
        }
        file.seek(io::SeekFrom::Start(range.start)).await?;
        let piece = file.take(range.end.saturating_sub(range.start));
        Ok(ReaderStream::with_capacity(piece, PIECE).boxed())
    }

    async fn length(&self, key: &str) -> io::Result<u64> {
        Ok(fs::metadata(self.path(key)?).await?.len())
    }

    async fn delete(&self, key: &str) -> io::Result<()> {
        match fs::remove_file(self.path(key)?).await {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            done => done,
        }
    }

    async fn tidy(&self) -> io::Result<()> {
        let mut entries = match fs::read_dir(self.unfinished()).await {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries?,
        };
        while let Some(entry) = entries.next_entry().await? {
            let touched = entry.metadata().await?.modified()?;
            let age = SystemTime::now().duration_since(touched);
            if age.is_ok_and(|age| age > FORSAKEN) {
                fs::remove_file(entry.path()).await?;
            }
        }
        Ok(())
    }
}

async fn write(path: &Path, mut chunks: Chunks) -> io::Result<()> {
    let mut file = BufWriter::with_capacity(PIECE, File::create_new(path).await?);
    while let Some(chunk) = chunks.next().await {
        file.write_all(&chunk?).await?;
    }
    file.flush().await?;
    file.get_ref().sync_all().await
}

/// A key's two folders and the one that holds all.
const DEPTH: usize = 3;

/// A file that is being written. It goes with whoever writes it, a cancelled request included.
struct Unfinished(Option<PathBuf>);

impl Unfinished {
    fn path(&self) -> &Path {
        self.0.as_deref().unwrap_or(Path::new(""))
    }

    async fn finish(mut self, to: &Path) -> io::Result<()> {
        let folder = to.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder).await?;
        fs::rename(self.path(), to).await?;
        self.0 = None;
        // A name survives a power cut when its folders are on the disk too, new ones included.
        for folder in folder.ancestors().take(DEPTH) {
            File::open(folder).await?.sync_all().await?;
        }
        Ok(())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if let Some(path) = self.0.take() {
            // It may not exist yet; what stays is removed later.
            drop(std::fs::remove_file(path));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::new_key;
    use bytes::Bytes;
    use futures::{TryStreamExt, stream};

    fn chunks(parts: Vec<io::Result<&'static [u8]>>) -> Chunks {
        stream::iter(parts)
            .map(|part| part.map(Bytes::from_static))
            .boxed()
    }

    async fn read(disk: &Disk, key: &str, range: Range<u64>) -> io::Result<Vec<u8>> {
        let pieces: Vec<Bytes> = disk.open(key, range).await?.try_collect().await?;
        Ok(pieces.concat())
    }

    #[tokio::test]
    async fn what_is_put_is_read_in_pieces_and_goes() {
        let folder = tempfile::tempdir().unwrap();
        let (disk, key) = (Disk::new(folder.path()), new_key());
        disk.put(&key, chunks(vec![Ok(b"Hello "), Ok(b"there")]))
            .await
            .unwrap();
        assert_eq!(read(&disk, &key, 0..11).await.unwrap(), b"Hello there");
        assert_eq!(read(&disk, &key, 6..9).await.unwrap(), b"the");
        assert!(read(&disk, &key, 6..12).await.is_err());
        assert_eq!(disk.length(&key).await.unwrap(), 11);
        disk.delete(&key).await.unwrap();
        disk.delete(&key).await.unwrap();
        assert!(read(&disk, &key, 0..1).await.is_err());
    }

    #[tokio::test]
    async fn a_stream_that_breaks_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (disk, key) = (Disk::new(folder.path()), new_key());
        let broken = chunks(vec![Ok(b"Hel"), Err(io::ErrorKind::BrokenPipe.into())]);
        assert!(disk.put(&key, broken).await.is_err());
        let never = stream::once(async { Ok(Bytes::from_static(b"x")) }).chain(stream::pending());
        let put = disk.put(&key, never.boxed());
        assert!(
            tokio::time::timeout(Duration::from_millis(50), put)
                .await
                .is_err()
        );
        assert!(disk.length(&key).await.is_err());
        let left = std::fs::read_dir(disk.unfinished()).unwrap().count();
        assert_eq!(left, 0);
    }

    #[tokio::test]
    async fn a_key_is_no_path() {
        let disk = Disk::new(Path::new("/"));
        for key in [
            "",
            "..",
            "etc/passwd",
            "../../../../../../../etc/passwd0",
            "ÄÄ",
        ] {
            assert!(disk.length(key).await.is_err(), "{key}");
        }
    }
}
