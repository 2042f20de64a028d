//! Passwords of people: argon2id, with the parameters that OWASP names (19 MiB, two passes).

use crate::error::{Error, Result};
use argon2::password_hash::PasswordHasher;
use argon2::{Algorithm, Argon2, Params, Version};

pub fn hash(password: &str) -> Result<String> {
    let params =
        Params::new(19 * 1024, 2, 1, None).map_err(|error| Error::broken(error.to_string()))?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash = argon2
        .hash_password(password.as_bytes())
        .map_err(|error| Error::broken(error.to_string()))?;
    Ok(hash.to_string())
}
