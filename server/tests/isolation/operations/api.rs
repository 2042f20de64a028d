//! What a program finds by the API: its own, whatever it asks for, and nothing of others.

use super::super::difference::{Outcome, same};
use super::super::play::Play;
use super::super::sight::Who;
use super::super::world::Thing;
use app::domain::id::{CustomerId, EmbedId};
use axum::http::Method;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A list holds what the project has, all of it, and counts no more.
pub async fn list(play: &mut Play<'_>) -> Outcome {
    let project = play.chance.below(play.world.projects.len());
    let world = &play.world;
    let ids = |all: Vec<String>| all.into_iter().collect::<BTreeSet<String>>();
    let embeds = || world.embeds.iter().filter(|embed| embed.project == project);
    let (path, field, expected) = match play.chance.below(5) {
        0 => (
            "/customers?per_page=100".to_owned(),
            "id",
            ids(world
                .customers
                .iter()
                .filter(|one| one.project == project)
                .map(|one| one.id.to_string())
                .collect()),
        ),
        1 => (
            "/users?per_page=100".to_owned(),
            "user_id",
            ids(world
                .users
                .iter()
                .filter(|one| one.projects.contains(&project))
                .map(|one| one.id.to_string())
                .collect()),
        ),
        2 => (
            "/whatsapp/phone_numbers?per_page=100".to_owned(),
            "internal_id",
            ids(world
                .numbers
                .iter()
                .filter(|one| one.project == project)
                .map(|one| one.id.to_string())
                .collect()),
        ),
        3 => {
            // Whoever it is, of this project or of another.
            let user = play.chance.below(world.users.len());
            let id = world.users[user].id;
            let narrowed = embeds().filter(|embed| embed.assignee == Some(user));
            let path = format!("/inbox_embeds?per_page=100&assigned_user_id={id}");
            (
                path,
                "id",
                ids(narrowed.map(|embed| embed.id.to_string()).collect()),
            )
        }
        _ => {
            let revoked = play.chance.one_in(2);
            let status = if revoked { "revoked" } else { "active" };
            let listed = embeds().filter(|embed| embed.revoked == revoked);
            let path = format!("/inbox_embeds?per_page=100&status={status}");
            (
                path,
                "id",
                ids(listed.map(|embed| embed.id.to_string()).collect()),
            )
        }
    };
    play.doing = format!("project {project} asks for {path}");
    let mut found = BTreeSet::new();
    for page in 1.. {
        let answer = play
            .call(
                Method::GET,
                project,
                &format!("{path}&page={page}"),
                &Value::Null,
            )
            .await;
        same("the status", answer.status, 200)?;
        play.search(Who::Program(project), &path, &answer)?;
        let told = answer.json();
        same(
            "the total",
            told["meta"]["total_count"].as_u64(),
            Some(expected.len() as u64),
        )?;
        let rows = told["data"].as_array().cloned().unwrap_or_default();
        found.extend(
            rows.iter()
                .filter_map(|row| row[field].as_str().map(str::to_owned)),
        );
        if rows.is_empty() {
            break;
        }
    }
    same("what is listed", found, expected)
}

/// One thing by its id: shown, or changed by nothing, if it is the project's; else it does not exist.
pub async fn one(play: &mut Play<'_>) -> Outcome {
    let project = play.chance.below(play.world.projects.len());
    let (world, chance) = (&play.world, &mut play.chance);
    let mut of_talk = None;
    let (path, unknown, body, own) = match chance.below(4) {
        0 => {
            let embed = &world.embeds[chance.below(world.embeds.len())];
            let path = |id: EmbedId| format!("/inbox_embeds/{id}");
            (
                path(embed.id),
                path(EmbedId::new()),
                json!({"inbox_embed": {}}),
                embed.project == project,
            )
        }
        1 => {
            let customer = &world.customers[chance.below(world.customers.len())];
            let path = |id: CustomerId| format!("/customers/{id}");
            (
                path(customer.id),
                path(CustomerId::new()),
                json!({"customer": {}}),
                customer.project == project,
            )
        }
        2 => {
            let number = &world.numbers[chance.below(world.numbers.len())];
            let path = |id: &str| format!("/whatsapp/phone_numbers/{id}");
            let body = json!({"whatsapp_phone_number": {}});
            (
                path(&number.phone_number_id),
                path("770000000000001"),
                body,
                number.project == project,
            )
        }
        _ => {
            let talk = chance.below(world.talks.len());
            let path = |id| format!("/whatsapp/conversations/{id}/assignments");
            let own = world.project_of(talk) == project;
            of_talk = Some(talk).filter(|_| own);
            (
                path(world.talks[talk].id),
                path(app::domain::id::ConversationId::new()),
                Value::Null,
                own,
            )
        }
    };
    let method = match (chance.below(4), own, body.is_null()) {
        (_, _, true) | (0 | 1, ..) => Method::GET,
        (2, ..) | (_, true, _) => Method::PATCH,
        _ => Method::DELETE,
    };
    play.doing = format!("project {project} asks {method} {path}");
    let answer = play.call(method.clone(), project, &path, &body).await;
    if let Some(talk) = of_talk {
        play.learn_assignments(talk, &answer.json());
    }
    play.search(Who::Program(project), &path, &answer)?;
    if own {
        return same("the status", answer.status, 200);
    }
    let other = play.call(method, project, &unknown, &body).await;
    same("the status", answer.status, 404)?;
    same("what is foreign, beside what is unknown", &answer, &other)
}

/// A conversation of another project cannot be handed out, nor one's own to a stranger.
pub async fn assign_astray(play: &mut Play<'_>) -> Outcome {
    let project = play.chance.below(play.world.projects.len());
    let (talk, user) = (
        play.chance.below(play.world.talks.len()),
        play.chance.below(play.world.users.len()),
    );
    let own = play.world.project_of(talk) == project;
    let member = play.world.users[user].projects.contains(&project);
    if own && member {
        return super::direct::assign(play).await;
    }
    play.doing = format!("project {project} gives conversation {talk} to user {user}");
    let path = format!(
        "/whatsapp/conversations/{}/assignments",
        play.world.talks[talk].id
    );
    let body = json!({"assignment": {"user_id": play.world.users[user].id}});
    let answer = play.program(project, &path, &body).await;
    same("the status", answer.status, if own { 422 } else { 404 })?;
    play.search(Who::Program(project), &format!("{path}{body}"), &answer)
}

impl Play<'_> {
    /// Hands a conversation to somebody, or to nobody, as a program does.
    pub async fn hand(&mut self, talk: usize, to: Option<usize>) -> Outcome {
        let project = self.world.project_of(talk);
        let path = format!(
            "/whatsapp/conversations/{}/assignments",
            self.world.talks[talk].id
        );
        let user = to.map(|user| self.world.users[user].id);
        let held = self.world.talks[talk].assignee.is_some();
        let (method, path, body, status) = match (held, user) {
            (false, None) => return Ok(()),
            (false, Some(user)) => (
                Method::POST,
                path,
                json!({"assignment": {"user_id": user}}),
                201,
            ),
            (true, user) => {
                let all = self.call(Method::GET, project, &path, &Value::Null).await;
                self.learn_assignments(talk, &all.json());
                self.search(Who::Program(project), &path, &all)?;
                let all = all.json();
                same(
                    "who has it is listed first",
                    all["data"][0]["active"].as_bool(),
                    Some(true),
                )?;
                let holder = self.world.talks[talk]
                    .assignee
                    .map(|user| self.world.users[user].id);
                same(
                    "who has it",
                    all["data"][0]["user_id"].as_str().map(str::to_owned),
                    holder.map(|id| id.to_string()),
                )?;
                let one = format!("{path}/{}", all["data"][0]["id"].as_str().unwrap());
                let fields = match user {
                    Some(user) => json!({"user_id": user}),
                    None => json!({"active": false}),
                };
                (Method::PATCH, one, json!({"assignment": fields}), 200)
            }
        };
        let answer = self.call(method, project, &path, &body).await;
        same("the status", answer.status, status)?;
        self.learn_assignments(talk, &answer.json());
        self.search(Who::Program(project), &format!("{path}{body}"), &answer)
    }

    /// Their ids belong to the conversation.
    pub fn learn_assignments(&mut self, talk: usize, told: &Value) {
        let rows = match &told["data"] {
            Value::Array(rows) => rows.clone(),
            one => vec![one.clone()],
        };
        let ids = rows
            .iter()
            .filter_map(|row| row["id"].as_str()?.parse().ok());
        for id in ids.collect::<Vec<Uuid>>() {
            self.world.known.id(id, Thing::Talk(talk));
        }
    }

    /// Embeds other than those that watch over a whole project each.
    pub fn any_embed_to_end(&mut self) -> usize {
        let witnesses = self.world.projects.len();
        witnesses + self.chance.below(self.world.embeds.len() - witnesses)
    }
}
