//! What a business account has at WhatsApp for its inbox to use: templates and forms.
//! Asked for again when it is older than ten minutes; whoever asks meanwhile waits for the same answer.

use crate::error::Result;
use crate::state::State;
use crate::store::template;
use app::domain::id::{NumberId, ProjectId};
use app::domain::refusal;
use app::domain::template::Templates;
use app::domain::time::{MINUTE, Timestamp};
use app::problem::Problem;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use tokio::sync::Mutex as Turn;

/// Both lists change by the hand of a person in Meta's manager. Meta counts such questions: 5,000 an hour.
const GOOD_FOR: i64 = 10 * MINUTE;

type Account = (ProjectId, String);
/// Published forms: id and name.
pub type Forms = Vec<(String, String)>;

/// One turn for each account, so that WhatsApp is asked once at a time. Forms are kept in memory only.
#[derive(Default)]
pub struct Catalogue(Mutex<HashMap<Account, Arc<Turn<Asked>>>>);

#[derive(Default)]
struct Asked {
    /// When WhatsApp was last asked for templates, well or not.
    templates_at: Option<Instant>,
    forms: Option<(Timestamp, Forms)>,
    /// When it was last asked for forms in vain, and why.
    no_forms: Option<(Instant, String)>,
}

impl Catalogue {
    fn turn(&self, project: ProjectId, account: &str) -> Arc<Turn<Asked>> {
        let mut turns = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        turns
            .entry((project, account.to_owned()))
            .or_default()
            .clone()
    }
}

/// The templates of a number's account that can be sent.
pub async fn templates(
    state: &State,
    project: ProjectId,
    number: NumberId,
    fresh: bool,
) -> Result<Templates> {
    let account = template::account(&state.db, number).await?;
    let id = &account.business_account_id;
    let turn = state.catalogue.turn(project, id);
    let mut asked = turn.lock().await;
    let now = Timestamp::now();
    let synced_at = template::synced_at(&state.db, project, id).await?;
    let old = synced_at.is_none_or(|at| now.0 - at.0 > GOOD_FOR);
    let lately = asked
        .templates_at
        .is_some_and(|at| at.elapsed() < state.config.patience.between_lists);
    // What was just fetched for somebody else is fresh enough.
    let ask = (old || fresh) && !lately;
    let mut problem = None;
    if ask {
        asked.templates_at = Some(Instant::now());
        problem = sync(state, project, &account).await?;
    } else if old && synced_at.is_none() {
        problem = Some(refusal::NOT_ASKED.to_owned());
    }
    drop(asked);
    let rows = template::sendable(&state.db, project, id).await?;
    Ok(Templates {
        rows: rows.into_iter().map(|stored| stored.template).collect(),
        synced_at: template::synced_at(&state.db, project, id).await?,
        problem,
    })
}

/// Answers why it did not work, in a person's words.
async fn sync(
    state: &State,
    project: ProjectId,
    account: &template::Account,
) -> Result<Option<String>> {
    let fields = "name,language,status,category,parameter_format,components";
    match list(state, account, "message_templates", fields).await? {
        Ok(nodes) => {
            let mut tx = state.db.begin().await?;
            let id = &account.business_account_id;
            template::replace(&mut tx, project, id, &nodes, Timestamp::now()).await?;
            tx.commit().await?;
            Ok(None)
        }
        Err(problem) => Ok(Some(problem)),
    }
}

/// Published forms of a number's account. When WhatsApp cannot be asked, those that it named last.
pub async fn forms(state: &State, project: ProjectId, number: NumberId) -> Result<Forms> {
    let account = template::account(&state.db, number).await?;
    let turn = state.catalogue.turn(project, &account.business_account_id);
    let mut asked = turn.lock().await;
    let now = Timestamp::now();
    let good = |at: &Timestamp| now.0 - at.0 < GOOD_FOR;
    if !asked.forms.as_ref().is_some_and(|(at, _)| good(at)) {
        ask_for_forms(state, &account, &mut asked, now).await?;
    }
    match (&asked.forms, &asked.no_forms) {
        (Some((_, forms)), _) => Ok(forms.clone()),
        (None, Some((_, problem))) => Err(Problem::Conflict(problem.clone()).into()),
        (None, None) => Ok(Forms::new()),
    }
}

/// What fails would fail again at the next click: it is asked once more after a while, and not before.
async fn ask_for_forms(
    state: &State,
    account: &template::Account,
    asked: &mut Asked,
    now: Timestamp,
) -> Result<()> {
    let pause = state.config.patience.after_failed_list;
    let lately = |(at, _): &(Instant, String)| at.elapsed() < pause;
    if asked.no_forms.as_ref().is_some_and(lately) {
        return Ok(());
    }
    match list(state, account, "flows", "id,name,status").await? {
        Ok(nodes) => {
            asked.forms = Some((now, published(&nodes)));
            asked.no_forms = None;
        }
        Err(problem) => asked.no_forms = Some((Instant::now(), problem)),
    }
    Ok(())
}

fn published(nodes: &[serde_json::Value]) -> Forms {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let published = nodes.iter().filter(|node| node["status"] == "PUBLISHED");
    published
        .map(|node| (text(&node["id"]), text(&node["name"])))
        .collect()
}

async fn list(
    state: &State,
    account: &template::Account,
    what: &str,
    fields: &str,
) -> Result<Result<Vec<serde_json::Value>, String>> {
    if account.access_token.is_empty() {
        return Ok(Err(refusal::NUMBER.to_owned()));
    }
    let token = state.key.open(&account.access_token)?;
    let id = &account.business_account_id;
    Ok(state.graph.list(id, &token, what, fields).await)
}
