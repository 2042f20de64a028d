//! Passwords of people: argon2id, with the parameters that OWASP names (19 MiB, two passes).

use crate::error::{Error, Result};
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::LazyLock;
use tokio::sync::Semaphore;

/// Hashes at the same moment. Each takes 19 MiB and a core: more would be a way to stop the inbox.
static PLACES: Semaphore = Semaphore::const_new(2);

/// What a password is compared with when nobody has the address, so that this takes as long.
static NOBODY: LazyLock<String> =
    LazyLock::new(|| hash_now("nobody has this password").unwrap_or_default());

pub async fn hash(password: String) -> Result<String> {
    apart(move || hash_now(&password)).await?
}

/// Whether it is the password of the hash; never, when there is none.
pub async fn verify(password: String, stored: Option<String>) -> Result<bool> {
    apart(move || {
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| NOBODY.clone());
        let same = PasswordHash::new(&stored).is_ok_and(|stored| {
            argon2()
                .is_ok_and(|argon2| argon2.verify_password(password.as_bytes(), &stored).is_ok())
        });
        known && same
    })
    .await
}

/// Away from the threads that answer requests.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let _place = PLACES
        .acquire()
        .await
        .map_err(|error| Error::broken(error.to_string()))?;
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| Error::broken(error.to_string()))
}

fn hash_now(password: &str) -> Result<String> {
    let hash = argon2()?
        .hash_password(password.as_bytes())
        .map_err(|error| Error::broken(error.to_string()))?;
    Ok(hash.to_string())
}

fn argon2() -> Result<Argon2<'static>> {
    let params =
        Params::new(19 * 1024, 2, 1, None).map_err(|error| Error::broken(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_password_itself_opens_its_hash() {
        let stored = hash("correct horse battery".to_owned()).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        let verify = |text: &str, stored: Option<String>| verify(text.to_owned(), stored);
        assert!(
            verify("correct horse battery", Some(stored.clone()))
                .await
                .unwrap()
        );
        assert!(!verify("Correct horse battery", Some(stored)).await.unwrap());
        assert!(!verify("nobody has this password", None).await.unwrap());
    }
}
