//! Embeds of every kind, made by the API as a program makes them.

use super::super::difference::{Outcome, same};
use super::super::play::Play;
use super::super::sight::Who;
use super::super::world::{Embed, Scope, Thing, World};
use app::domain::id::{CustomerId, EmbedId, UserId};
use app::domain::time::{HOUR, SECOND, Timestamp};
use axum::http::Method;
use serde_json::{Value, json};
use server::store::sql;

pub async fn make(play: &mut Play<'_>) -> Outcome {
    let project = play.chance.below(play.world.projects.len());
    let scope = play.any_scope(project);
    let users = World::all(&play.world.users, |user| user.projects.contains(&project));
    let assignee = play.chance.one_in(2).then(|| play.chance.pick(&users));
    let now = Timestamp::now();
    let expires_at = match play.chance.below(5) {
        0 => Some(now.plus(2 * SECOND + play.chance.below(2_000) as i64)),
        1 => Some(now.plus(HOUR)),
        _ => None,
    };
    play.make(project, scope, assignee, expires_at).await
}

/// What belongs to another project is refused like what does not exist.
pub async fn astray(play: &mut Play<'_>) -> Outcome {
    let project = play.chance.below(play.world.projects.len());
    let (number, customer, user) = (
        play.chance.below(play.world.numbers.len()),
        play.chance.below(play.world.customers.len()),
        play.chance.below(play.world.users.len()),
    );
    let (number, customer, user) = (
        &play.world.numbers[number],
        &play.world.customers[customer],
        &play.world.users[user],
    );
    let asked = |scope: &str, id: String| json!({"scope_type": scope, "scope_id": id});
    let assigned = |id: UserId| json!({"scope_type": "project", "assigned_user_id": id});
    let (foreign, unknown, is_foreign) = match play.chance.below(3) {
        0 => (
            asked("phone_number", number.phone_number_id.clone()),
            asked("phone_number", "770000000000000".to_owned()),
            number.project != project,
        ),
        1 => (
            asked("customer", customer.id.to_string()),
            asked("customer", CustomerId::new().to_string()),
            customer.project != project,
        ),
        _ => (
            assigned(user.id),
            assigned(UserId::new()),
            !user.projects.contains(&project),
        ),
    };
    if !is_foreign {
        return make(play).await;
    }
    play.doing = format!("project {project} makes an embed astray: {foreign}");
    let mut answers = Vec::new();
    for fields in [foreign, unknown] {
        let body = json!({"inbox_embed": fields});
        let answer = play.program(project, "/inbox_embeds", &body).await;
        play.search(Who::Program(project), &body.to_string(), &answer)?;
        answers.push(answer);
    }
    same(
        "it is refused",
        matches!(answers[0].status, 404 | 422),
        true,
    )?;
    same(
        "what is foreign, beside what is unknown",
        &answers[0],
        &answers[1],
    )
}

/// The old token stays good for as long as was asked. Who listens by one of them has hung up before.
pub async fn rotate(play: &mut Play<'_>) -> Outcome {
    let nth = play.any_embed_to_end();
    let grace = play.chance.pick(&[0, 0, 1, 60]);
    play.doing = format!("embed {nth} gets a new token, the old one is good for {grace} s");
    play.ears.retain(|ear| ear.embed != nth);
    let (project, revoked) = (
        play.world.embeds[nth].project,
        play.world.embeds[nth].revoked,
    );
    let path = format!("/inbox_embeds/{}/rotate", play.world.embeds[nth].id);
    let answer = play
        .program(project, &path, &json!({"grace_seconds": grace}))
        .await;
    if revoked {
        return same("the status", answer.status, 409);
    }
    same("the status", answer.status, 200)?;
    let token = answer.json()["data"]["token"].as_str().unwrap().to_owned();
    // To the millisecond, which no answer says.
    let query = sql("select old_token_until from embeds where id = $1");
    let query = query.bind(play.world.embeds[nth].id);
    let (until,): (i64,) = query.one(play.house.db()).await.unwrap();
    let late = Timestamp::now()
        .plus(grace * SECOND)
        .since(Timestamp(until));
    same(
        "the grace is what was asked for",
        (0..2_000).contains(&late),
        true,
    )?;
    for (_, good_until) in &mut play.world.embeds[nth].tokens {
        *good_until = Some(if good_until.is_none() { until } else { 0 });
    }
    play.world.embeds[nth].tokens.push((token.clone(), None));
    play.world.known.token(&token, Thing::Embed(nth));
    play.search(Who::Program(project), "", &answer)
}

/// Who listens by it has hung up before.
pub async fn revoke(play: &mut Play<'_>) -> Outcome {
    let nth = play.any_embed_to_end();
    play.doing = format!("embed {nth} is revoked");
    play.ears.retain(|ear| ear.embed != nth);
    let embed = &mut play.world.embeds[nth];
    embed.revoked = true;
    let (project, path) = (embed.project, format!("/inbox_embeds/{}", embed.id));
    let answer = play
        .call(Method::DELETE, project, &path, &Value::Null)
        .await;
    same("the status", answer.status, 204)
}

impl Play<'_> {
    fn any_scope(&mut self, project: usize) -> Scope {
        let numbers = World::all(&self.world.numbers, |number| number.project == project);
        let customers = World::all(&self.world.customers, |customer| {
            customer.project == project
        });
        match self.chance.below(4) {
            0 => Scope::Project,
            1 => Scope::Number(self.chance.pick(&numbers)),
            _ => Scope::Customer(self.chance.pick(&customers)),
        }
    }

    pub async fn make(
        &mut self,
        project: usize,
        scope: Scope,
        assignee: Option<usize>,
        expires_at: Option<Timestamp>,
    ) -> Outcome {
        self.doing = format!("project {project} makes an embed of {scope:?} for {assignee:?}");
        let (word, id) = match scope {
            Scope::Project => ("project", Value::Null),
            Scope::Number(nth) => (
                "phone_number",
                json!(self.world.numbers[nth].phone_number_id),
            ),
            Scope::Customer(nth) => ("customer", json!(self.world.customers[nth].id)),
        };
        let moment = |at: Timestamp| jiff::Timestamp::from_millisecond(at.0).unwrap().to_string();
        let body = json!({"inbox_embed": {
            "scope_type": word, "scope_id": id, "expires_at": expires_at.map(moment),
            "assigned_user_id": assignee.map(|user| self.world.users[user].id),
        }});
        let answer = self.program(project, "/inbox_embeds", &body).await;
        same("the status", answer.status, 201)?;
        let told = answer.json();
        let id: EmbedId = told["data"]["id"].as_str().unwrap().parse().unwrap();
        let token = told["data"]["token"].as_str().unwrap().to_owned();
        let thing = Thing::Embed(self.world.embeds.len());
        self.world.known.id(id.uuid(), thing);
        self.world.known.token(&token, thing);
        self.world.embeds.push(Embed {
            id,
            project,
            scope,
            assignee,
            tokens: vec![(token, None)],
            revoked: false,
            expires_at: expires_at.map(|at| at.0),
        });
        self.search(Who::Program(project), "", &answer)
    }
}
