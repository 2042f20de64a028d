//! The apps whose webhooks we take: their secrets, opened once and kept in memory.

use crate::access::seal::SecretKey;
use crate::error::Result;
use crate::store::{Db, number};
use crate::whatsapp::signature;
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};

#[derive(Default)]
pub struct Apps(RwLock<Known>);

#[derive(Default)]
struct Known {
    apps: Arc<Vec<App>>,
    read_at: Option<Instant>,
}

struct App {
    fingerprint: Vec<u8>,
    secret: String,
}

/// Wrong signatures may not make us read the database more often than this.
const AT_MOST_EVERY: Duration = Duration::from_secs(1);

impl Apps {
    /// The fingerprint of the app that signed this body.
    pub async fn signer(
        &self,
        db: &Db,
        key: &SecretKey,
        body: &[u8],
        header: &str,
    ) -> Result<Option<Vec<u8>>> {
        if let Some(fingerprint) = signed_by(&self.known(), body, header) {
            return Ok(Some(fingerprint));
        }
        if !self.may_read() {
            return Ok(None);
        }
        self.read(db, key).await?;
        Ok(signed_by(&self.known(), body, header))
    }

    /// After a number was connected or its secret changed.
    pub async fn read(&self, db: &Db, key: &SecretKey) -> Result<()> {
        let mut apps = Vec::new();
        for (fingerprint, sealed) in number::app_secrets(db).await? {
            apps.push(App {
                fingerprint,
                secret: key.open(&sealed)?,
            });
        }
        if let Ok(mut known) = self.0.write() {
            *known = Known {
                apps: Arc::new(apps),
                read_at: Some(Instant::now()),
            };
        }
        Ok(())
    }

    fn known(&self) -> Arc<Vec<App>> {
        self.0
            .read()
            .map(|known| known.apps.clone())
            .unwrap_or_default()
    }

    fn may_read(&self) -> bool {
        let Ok(known) = self.0.read() else {
            return false;
        };
        known.read_at.is_none_or(|at| at.elapsed() > AT_MOST_EVERY)
    }
}

fn signed_by(apps: &[App], body: &[u8], header: &str) -> Option<Vec<u8>> {
    let signer = apps
        .iter()
        .find(|app| signature::is_valid(&app.secret, body, header))?;
    Some(signer.fingerprint.clone())
}
