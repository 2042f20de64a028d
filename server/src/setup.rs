//! The first project and its owner.

use crate::access::{api_key, password, token::Token};
use crate::store::{Db, project};
use anyhow::{Result, bail};
use app::domain::id::{ProjectId, UserId};
use app::domain::time::Timestamp;
use serde::Serialize;

/// What `oriel setup` prints, once.
#[derive(Serialize)]
pub struct Made {
    pub project_id: ProjectId,
    pub api_key: String,
    pub email: String,
    pub password: String,
    #[serde(skip)]
    pub owner: UserId,
}

pub async fn setup(db: &Db, project_name: &str, email: &str) -> Result<Made> {
    let name = project_name.trim();
    if name.is_empty() || name.chars().count() > 120 {
        bail!("--project: a name has 1 to 120 characters");
    }
    let email = email.trim().to_lowercase();
    if !email.contains('@') || email.chars().count() > 254 || email.contains(char::is_whitespace) {
        bail!("--email: {email:?} is not an e-mail address");
    }
    let now = Timestamp::now();
    let password = Token::random().reveal()[..20].to_owned();
    let hash = password::hash(&password)?;
    let mut tx = db.begin().await?;
    let project = project::create(&mut tx, name, now).await?;
    let person = email.split('@').next().unwrap_or(&email);
    let Some(owner) = project::create_user(&mut tx, &email, person, &hash, now).await? else {
        bail!("--email: somebody with this address exists already");
    };
    project::add_member(&mut tx, project, owner, "owner", now).await?;
    let api_key = api_key::create(&mut tx, project, "First key", now).await?;
    tx.commit().await?;
    Ok(Made {
        project_id: project,
        api_key,
        email,
        password,
        owner,
    })
}
