//! Files that businesses upload and customers send.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use sha2::{Digest, Sha256};
use uuid::Uuid;

#[derive(Clone, Debug)]
pub struct File {
    pub id: String,
    pub bytes: Bytes,
    pub mime_type: String,
    pub name: Option<String>,
    pub sha256: [u8; 32],
}

/// Every file of the sandbox, by id.
#[derive(Default)]
pub struct Files(Mutex<HashMap<String, File>>);

impl Files {
    /// Keeps a file and returns its id: digits, as Meta's are.
    pub fn add(&self, bytes: Bytes, mime_type: &str, name: Option<String>) -> String {
        let id = new_id();
        let sha256 = Sha256::digest(&bytes).into();
        let file = File {
            id: id.clone(),
            bytes,
            mime_type: mime_type.into(),
            name,
            sha256,
        };
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(id.clone(), file);
        id
    }

    pub fn get(&self, id: &str) -> Option<File> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(id)
            .cloned()
    }

    pub fn remove(&self, id: &str) -> bool {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(id)
            .is_some()
    }
}

fn new_id() -> String {
    let random = Uuid::now_v7().as_u128();
    format!("{}", 1_000_000_000_000_000 + random % 9_000_000_000_000_000)
}
