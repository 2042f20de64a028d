//! What can go wrong, in an operator's words; people get `app::problem::Problem` instead.

use app::problem::Problem;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    #[error("migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// Something a person did or asked for; there is nothing to log.
    #[error("{0}")]
    Problem(#[from] Problem),
    #[error("{0}")]
    Broken(String),
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    pub fn broken(what: impl Into<String>) -> Self {
        Self::Broken(what.into())
    }

    /// Two transactions waited for each other, and PostgreSQL has ended this one. Nothing of it is done; it may be
    /// tried again.
    pub fn is_collision(&self) -> bool {
        let Self::Database(sqlx::Error::Database(error)) = self else {
            return false;
        };
        matches!(error.code().as_deref(), Some("40P01" | "40001"))
    }
}

/// The one place where operators' errors become people's.
impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::Problem(problem) => problem,
            other => {
                tracing::error!(error = %other, "a request failed");
                Self::Unavailable
            }
        }
    }
}
