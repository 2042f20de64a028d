//! What the team of the demo keeps: replies at hand, and what its own system wrote about contacts.

use anyhow::Result;
use app::domain::id::ProjectId;
use app::domain::saved_reply::SavedReplyDraft;
use app::domain::time::Timestamp;
use serde_json::json;
use server::store::{Db, saved_reply, sql};

const REPLIES: [(&str, &str); 4] = [
    (
        "hours",
        "We are here Monday to Friday from 9 to 18, and on Saturdays until 14.",
    ),
    (
        "address",
        "You find us at Mill Lane 4, behind the old station. The door is green.",
    ),
    (
        "delivery",
        "Bikes go out twice a week, on Tuesdays and Fridays.\nYou get a link to follow yours as soon as it leaves.",
    ),
    ("bye", "Thank you, and have a good ride! 🚲"),
];

pub async fn keep(db: &Db, project: ProjectId) -> Result<()> {
    let now = Timestamp::now();
    let mut tx = db.begin().await?;
    for (shortcut, text) in REPLIES {
        let draft = SavedReplyDraft {
            shortcut: shortcut.to_owned(),
            text: text.to_owned(),
        };
        saved_reply::create(&mut tx, project, &draft, now).await?;
    }
    sql("update contacts set metadata = $2 where project_id = $1")
        .bind(project)
        .bind(json!({"crm": "crm.acornbikes.example", "plan": "Season pass"}))
        .run(&mut tx)
        .await?;
    Ok(tx.commit().await?)
}
