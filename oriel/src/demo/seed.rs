//! Tells the stories: through the real door, in the order in which they happened.

use super::meta;
use super::stage::{Customers, Number};
use super::story::{Line, Stories, Story};
use anyhow::{Context, Result, bail};
use app::domain::conversation::Status;
use app::domain::id::{ContactId, ConversationId, NumberId, ProjectId};
use app::domain::time::{DAY, Timestamp};
use sandbox::{Author, NewCustomer, Past, Sandbox};
use serde_json::json;
use server::store::contact::{Identity, IdentityKind, Person};
use server::store::{Db, Tx, contact, conversation, execution, raw_webhook};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// Conversations that one webhook tells of.
const BATCH: usize = 8;
const PATIENCE: Duration = Duration::from_secs(60);

/// Everything that the telling needs at hand.
pub struct Teller<'a> {
    pub db: &'a Db,
    pub sandbox: &'a Sandbox,
    pub project: ProjectId,
    pub numbers: &'a [Number; 2],
    /// The same two in the database.
    pub homes: [NumberId; 2],
    pub customers: Customers,
    pub workflow: Uuid,
}

impl Teller<'_> {
    pub async fn tell(&self, stories: &Stories) -> Result<()> {
        let Stories { earlier, newest } = stories;
        for story in earlier.iter().chain(newest) {
            self.introduce(story);
        }
        self.post(earlier, |story| &story.lines).await?;
        self.read(earlier).await?;
        self.settle(earlier).await?;
        self.post(newest, |story| &story.lines[..story.seen])
            .await?;
        self.read(newest).await?;
        for story in newest {
            self.say_unseen(story)?;
        }
        self.all_applied().await?;
        self.settle(newest).await
    }

    /// The sandbox knows everybody, and what was said so far.
    fn introduce(&self, story: &Story) {
        let (person, number) = (&story.person, &self.numbers[story.number]);
        self.sandbox.customer(NewCustomer {
            phone: person.phone.clone(),
            name: Some(person.name.clone()),
            user_id: Some(person.user_id.clone()),
            username: person.username.clone(),
            shares_phone: Some(person.shares_phone),
            ..NewCustomer::default()
        });
        for line in &story.lines[..story.seen] {
            self.sandbox
                .remember(number.phone_number_id, &person.phone, past(line));
        }
    }

    async fn post(&self, stories: &[Story], lines: impl Fn(&Story) -> &[Line]) -> Result<()> {
        for batch in stories.chunks(BATCH) {
            let told = batch
                .iter()
                .map(|story| (story, lines(story), &self.numbers[story.number]));
            if !self.sandbox.tell(&meta::webhook(told)).await {
                bail!("the server refused a webhook");
            }
        }
        self.all_applied().await
    }

    /// What the customer wrote last comes as it would today.
    fn say_unseen(&self, story: &Story) -> Result<()> {
        for line in &story.lines[story.seen..] {
            let mut said = line.beside.clone();
            said["phone_number_id"] = json!(self.numbers[story.number].phone_number_id);
            said["from"] = json!(story.person.phone);
            said["timestamp"] = json!(line.at);
            said["type"] = json!(line.kind);
            said[line.kind] = line.node.clone();
            self.sandbox.customer_sends(said)?;
        }
        Ok(())
    }

    async fn all_applied(&self) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        while self.sandbox.pending_webhooks() > 0 || raw_webhook::waiting(self.db).await? > 0 {
            if Instant::now() > until {
                bail!("the made-up conversations were not applied within a minute");
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Ok(())
    }

    /// Somebody has looked at what was told so far.
    async fn read(&self, stories: &[Story]) -> Result<()> {
        let mut tx = self.db.begin().await?;
        for story in stories.iter().filter(|story| story.seen > 0) {
            let (_, conversation) = self.find(&mut tx, story).await?;
            conversation::mark_read(&mut tx, conversation).await?;
        }
        Ok(tx.commit().await?)
    }

    /// What people and programs did besides writing.
    async fn settle(&self, stories: &[Story]) -> Result<()> {
        let now = Timestamp::now();
        let mut tx = self.db.begin().await?;
        for story in stories {
            let (contact, conversation) = self.find(&mut tx, story).await?;
            if story.of_customer {
                contact::set_customer(&mut tx, contact, Some(self.customers.couriers), now).await?;
            }
            if let Some(state) = story.automation {
                execution::start(
                    &mut tx,
                    self.project,
                    self.workflow,
                    conversation,
                    state,
                    now,
                )
                .await?;
            }
            if story.ended {
                let after_a_day = Timestamp(story.ends_at() as i64 * 1_000).plus(DAY);
                conversation::set_status(
                    &mut tx,
                    conversation,
                    Status::Ended,
                    after_a_day.min(now),
                )
                .await?;
            }
        }
        Ok(tx.commit().await?)
    }

    async fn find(&self, tx: &mut Tx, story: &Story) -> Result<(ContactId, ConversationId)> {
        let identity = Identity {
            kind: IdentityKind::UserId,
            value: story.person.user_id.clone(),
        };
        let known = Person {
            identities: vec![identity],
            ..Person::default()
        };
        let (contact, _) = contact::resolve(tx, self.project, &known, Timestamp::now()).await?;
        let conversation =
            conversation::active_of_pair(tx, self.homes[story.number], contact).await?;
        Ok((contact, conversation.context("a conversation is missing")?))
    }
}

fn past(line: &Line) -> Past {
    Past {
        id: line.id.clone(),
        author: if line.from_customer {
            Author::Customer
        } else {
            Author::Business
        },
        timestamp: line.at,
        kind: line.kind.to_owned(),
        content: line.node.clone(),
        context: line.beside.get("context").cloned(),
        status: line.status,
    }
}
