//! Where the demo keeps its database and key.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// A folder that goes with the demo, unless it shall be kept.
pub struct Folder {
    path: PathBuf,
    kept: bool,
}

impl Folder {
    pub fn make(keep: Option<PathBuf>) -> Result<Self> {
        let kept = keep.is_some();
        let path = keep.unwrap_or_else(|| {
            std::env::temp_dir().join(format!("oriel-demo-{}", uuid::Uuid::now_v7()))
        });
        std::fs::create_dir_all(&path)
            .with_context(|| format!("{} cannot be made", path.display()))?;
        let path = path.canonicalize()?;
        Ok(Self { path, kept })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The database; one that is there already belongs to somebody.
    pub fn database(&self) -> Result<String> {
        let file = self.path.join("oriel.db");
        anyhow::ensure!(
            !file.exists(),
            "{} exists already: the demo begins with a new database",
            file.display()
        );
        Ok(format!("sqlite://{}", file.display()))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.kept {
            // What stays lies in a folder for temporary files.
            drop(std::fs::remove_dir_all(&self.path));
        }
    }
}
