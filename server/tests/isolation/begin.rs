//! The beginning of a world: three companies, two of which have the same app.

use super::difference::Outcome;
use super::play::Play;
use super::world::{Customer, Mate, Project, Scope, Thing, User};
use app::domain::customer::CustomerDraft;
use app::domain::id::{ProjectId, UserId};
use app::domain::member::Role;
use app::domain::time::Timestamp;
use server::access::{api_key, session};
use server::store::{Tx, customer, execution, member, project, user};
use std::sync::Arc;
use uuid::Uuid;

const PROJECTS: usize = 3;
const CUSTOMERS: usize = 3;
const NUMBERS: usize = 3;
const CONTACTS: usize = 24;

impl Play<'_> {
    pub async fn begin(&mut self) -> Outcome {
        for nth in 0..PROJECTS {
            self.project(nth).await;
        }
        for user in 0..2 * PROJECTS + 2 {
            // Each project has two of its own; the others work in two projects.
            let projects = match user / 2 {
                own if own < PROJECTS => vec![own],
                _ => vec![user % 2, user % 2 + 1],
            };
            self.user(projects).await;
        }
        for project in 0..PROJECTS {
            // One who works here alone, and one who works elsewhere too.
            self.sign_in(project * 2, project).await;
            self.sign_in(PROJECTS * 2 + usize::from(project == 2), project)
                .await;
        }
        for project in 0..PROJECTS {
            for nth in 0..CUSTOMERS {
                self.customer(project).await;
                let customer = project * CUSTOMERS + nth;
                // The last of them has no number, and one number no customer.
                let of = (nth + 1 < CUSTOMERS).then_some(customer);
                if nth < NUMBERS {
                    self.connect_number(project, of).await?;
                }
            }
        }
        for project in 0..PROJECTS {
            self.make(project, Scope::Project, None, None).await?;
        }
        self.embeds().await?;
        for project in 0..PROJECTS {
            self.people(project).await?;
        }
        self.listen().await?;
        for witness in 0..PROJECTS {
            self.connect(witness, None).await?;
        }
        Ok(())
    }

    /// Every kind of scope, with and without somebody's hands.
    async fn embeds(&mut self) -> Outcome {
        for project in 0..PROJECTS {
            let (own, shared) = (project * 2, PROJECTS * 2 + usize::from(project == 2));
            let number = project * NUMBERS;
            let scopes = [
                Scope::Project,
                Scope::Number(number),
                Scope::Number(number + NUMBERS - 1),
                Scope::Customer(project * CUSTOMERS),
                Scope::Customer(project * CUSTOMERS + CUSTOMERS - 1),
            ];
            for scope in scopes {
                for assignee in [None, Some(own), Some(shared)] {
                    self.make(project, scope, assignee, None).await?;
                }
            }
        }
        Ok(())
    }

    /// Many write at once, so that lists have more than a page.
    async fn people(&mut self, project: usize) -> Outcome {
        let mut said = Vec::new();
        for _ in 0..CONTACTS {
            let contact = self.new_contact(project);
            for number in [0, self.chance.below(NUMBERS)] {
                said.push(self.said(project * NUMBERS + number, contact));
            }
        }
        self.bring(project, said).await
    }

    async fn project(&mut self, nth: usize) {
        let name = format!("Company {}", self.world.known.word(Thing::Project(nth)));
        let now = Timestamp::now();
        let mut tx = self.house.db().begin().await.unwrap();
        let id: ProjectId = project::create(&mut tx, &name, now).await.unwrap();
        let (_, api_key) = api_key::create(&mut tx, id, "A key", now).await.unwrap();
        let workflow = execution::create_workflow(&mut tx, id, "Bot", now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        self.world.known.id(id.uuid(), Thing::Project(nth));
        let app_secret = format!("secret of {}", if nth < 2 { "both" } else { "the last" });
        let log = Vec::new();
        self.world.projects.push(Project {
            id,
            api_key,
            app_secret,
            workflow,
            log,
        });
    }

    async fn user(&mut self, projects: Vec<usize>) {
        let nth = self.world.users.len();
        let name = format!("Agent {}", self.world.known.word(Thing::User(nth)));
        let mut tx: Tx = self.house.db().begin().await.unwrap();
        let email = format!("{}@example.com", Uuid::new_v4().simple());
        let now = Timestamp::now();
        let made = user::create(&mut tx, &email, &name, "no password", now).await;
        let id: UserId = made.unwrap().unwrap();
        for of in &projects {
            let of = self.world.projects[*of].id;
            member::add(&mut tx, of, id, Role::Member, now)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
        self.world.known.id(id.uuid(), Thing::User(nth));
        self.world.users.push(User { id, projects });
    }

    async fn sign_in(&mut self, user: usize, project: usize) {
        let sessions = Arc::new(session::store(self.house.db()));
        let browser = tower_sessions::Session::new(None, sessions, None);
        let id = self.world.users[user].id;
        session::begin(&browser, id, "a story", "").await.unwrap();
        self.world.mates.push(Mate {
            user,
            project,
            cookie: browser.id().unwrap().to_string(),
        });
    }

    async fn customer(&mut self, project: usize) {
        let nth = self.world.customers.len();
        let name = format!("Customer {}", self.world.known.word(Thing::Customer(nth)));
        let of = self.world.projects[project].id;
        let draft = CustomerDraft {
            name,
            external_customer_id: None,
        };
        let mut tx: Tx = self.house.db().begin().await.unwrap();
        let made = customer::create(&mut tx, of, &draft, Timestamp::now()).await;
        tx.commit().await.unwrap();
        let id = made.unwrap().unwrap();
        self.world.known.id(id.uuid(), Thing::Customer(nth));
        self.world.customers.push(Customer { id, project });
    }
}
