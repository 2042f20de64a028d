//! A house without people: whoever reads the code on the server's own terminal makes the first project.

use crate::access::token::Token;
use crate::error::Result;
use crate::setup;
use crate::state::State;
use crate::store::user;
use app::domain::id::UserId;
use app::domain::member::password_problem;
use app::domain::refusal::office as refusal;
use app::problem::Problem;
use subtle::ConstantTimeEq;

/// A code of this process, good as long as nobody exists.
pub struct FirstRun(Token);

/// What the first person types.
pub struct Founding {
    pub code: String,
    pub project: String,
    pub name: String,
    pub email: String,
    pub password: String,
}

impl Default for FirstRun {
    fn default() -> Self {
        Self(Token::random())
    }
}

impl FirstRun {
    /// For the terminal, and for nothing else.
    pub fn code(&self) -> &str {
        self.0.reveal()
    }

    fn is(&self, code: &str) -> bool {
        code.trim().as_bytes().ct_eq(self.code().as_bytes()).into()
    }
}

/// Makes the first project and its owner.
pub async fn found(state: &State, founding: Founding) -> Result<UserId> {
    if !state.first_run.is(&founding.code) {
        let text = format!("code: {}", refusal::WRONG_CODE);
        return Err(Problem::Invalid(text).into());
    }
    if let Some(problem) = password_problem(&founding.password) {
        return Err(Problem::Invalid(problem).into());
    }
    if user::any(&state.db).await? {
        return Err(Problem::Conflict(refusal::SET_UP_ALREADY.to_owned()).into());
    }
    let owner = setup::Owner {
        name: founding.name,
        email: founding.email,
        password: founding.password,
    };
    let made = setup::project(&state.db, &founding.project, owner, true).await?;
    Ok(made.owner)
}
