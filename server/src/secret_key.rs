//! Where the secret key comes from.

use crate::access::seal::SecretKey;
use crate::access::token::Token;
use crate::config::Config;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The key of the settings, or the one in a file beside the SQLite database, which is made on first use.
pub fn load(config: &Config) -> Result<SecretKey> {
    if let Some(text) = &config.secret_key {
        if text.len() < 16 {
            bail!("ORIEL_SECRET_KEY is shorter than 16 characters");
        }
        return Ok(SecretKey::from_text(text));
    }
    let Some(path) = key_file(&config.database_url) else {
        bail!(
            "ORIEL_SECRET_KEY is not set: with PostgreSQL there is no place of its own for a key"
        );
    };
    let text = if path.exists() {
        fs::read_to_string(&path)?
    } else {
        make(&path)?
    };
    Ok(SecretKey::from_text(text.trim()))
}

fn key_file(database_url: &str) -> Option<PathBuf> {
    let path = database_url
        .strip_prefix("sqlite:")?
        .trim_start_matches("//");
    let path = path.split('?').next().unwrap_or(path);
    Some(Path::new(path).with_file_name("oriel.key"))
}

fn make(path: &Path) -> Result<String> {
    let text = Token::random().reveal().to_owned();
    write_private(path, &text)
        .with_context(|| format!("the key file {} cannot be written", path.display()))?;
    tracing::info!(path = %path.display(), "made a secret key; keep a copy with your backups");
    Ok(text)
}

#[cfg(unix)]
fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(text.as_bytes())
}

#[cfg(not(unix))]
fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    fs::write(path, text)
}
