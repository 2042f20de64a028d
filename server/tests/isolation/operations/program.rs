//! What programs do with the key of their project.

use super::super::difference::{Outcome, same};
use super::super::play::Play;
use super::super::sight::Who;
use super::super::world::{Number, Thing, World};
use crate::support::company::ACCESS_TOKEN;
use app::domain::id::{CustomerId, NumberId};
use serde_json::{Value, json};

/// A project has few numbers, so that much happens on each.
const NUMBERS: usize = 5;

pub async fn number(play: &mut Play<'_>) -> Outcome {
    let project = play.chance.below(play.world.projects.len());
    let numbers = World::all(&play.world.numbers, |number| number.project == project);
    let customers = World::all(&play.world.customers, |customer| {
        customer.project == project
    });
    let customer = play.chance.one_in(2).then(|| play.chance.pick(&customers));
    if numbers.len() >= NUMBERS {
        return number_astray(play).await;
    }
    play.connect_number(project, customer).await
}

/// A number that is taken, or a customer of another project.
pub async fn number_astray(play: &mut Play<'_>) -> Outcome {
    let project = play.chance.below(play.world.projects.len());
    let key = &play.world.projects[project].app_secret;
    if play.chance.one_in(2) {
        let taken = play.chance.below(play.world.numbers.len());
        let id = &play.world.numbers[taken].phone_number_id;
        let body = body(id, "+1 777 555 0000", "Mine", None, key);
        play.doing = format!("project {project} connects number {taken}");
        let answer = play
            .program(project, "/whatsapp/phone_numbers", &body)
            .await;
        same("the status", answer.status, 409)?;
        return play.search(Who::Program(project), &body.to_string(), &answer);
    }
    let foreign = World::all(&play.world.customers, |customer| {
        customer.project != project
    });
    let foreign = play.chance.pick(&foreign);
    let customers = [play.world.customers[foreign].id, CustomerId::new()];
    let bodies = customers.map(|id| body("7712345", "+1 777 555 0000", "Mine", Some(id), key));
    play.doing = format!("project {project} connects a number for customer {foreign}");
    let mut answers = Vec::new();
    for body in bodies {
        let answer = play
            .program(project, "/whatsapp/phone_numbers", &body)
            .await;
        play.search(Who::Program(project), &body.to_string(), &answer)?;
        answers.push(answer);
    }
    same("the status", answers[0].status, 422)?;
    same(
        "what is foreign, beside what is unknown",
        &answers[0],
        &answers[1],
    )
}

fn body(id: &str, display: &str, name: &str, customer: Option<CustomerId>, secret: &str) -> Value {
    json!({"whatsapp_phone_number": {
        "phone_number_id": id, "business_account_id": "102290129340398", "display_phone_number": display,
        "name": name, "access_token": ACCESS_TOKEN, "app_secret": secret, "verify_token": "a verify token",
        "customer_id": customer,
    }})
}

impl Play<'_> {
    pub async fn connect_number(&mut self, project: usize, customer: Option<usize>) -> Outcome {
        let nth = self.world.numbers.len();
        self.doing = format!("project {project} connects number {nth}");
        let phone_number_id = format!("77{:013}", self.chance.below(10_000_000_000_000));
        let local = format!("{:07}", self.chance.below(10_000_000));
        let display = format!("+1 888 {} {}", &local[..3], &local[3..]);
        let name = format!("Line {}", self.world.known.word(Thing::Number(nth)));
        self.world
            .known
            .digits(&phone_number_id, Thing::Number(nth));
        self.world
            .known
            .digits(&format!("1888{local}"), Thing::Number(nth));
        let of = customer.map(|customer| self.world.customers[customer].id);
        let body = body(
            &phone_number_id,
            &display,
            &name,
            of,
            &self.world.projects[project].app_secret,
        );
        let answer = self
            .program(project, "/whatsapp/phone_numbers", &body)
            .await;
        same("the status", answer.status, 201)?;
        let told = answer.json();
        let id: NumberId = told["data"]["internal_id"]
            .as_str()
            .unwrap()
            .parse()
            .unwrap();
        self.world.known.id(id.uuid(), Thing::Number(nth));
        self.world.numbers.push(Number {
            id,
            project,
            customer,
            phone_number_id,
            display,
            name,
        });
        self.search(Who::Program(project), "", &answer)
    }
}
