//! In whose hands a conversation is, and was.

use super::id::AssignmentId;
use super::person::Person;
use super::time::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    pub id: AssignmentId,
    pub user: Person,
    /// The name of who did it; nobody where a program did.
    pub by: Option<String>,
    pub began_at: Timestamp,
    /// Absent while it lasts.
    pub ended_at: Option<Timestamp>,
}
