//! Somebody of the team at the team's own inbox: a browser with its cookie, and a project.

use super::desk::{Desk, PASSWORD};
use super::house::House;
use super::line::Line;
use app::domain::id::{ProjectId, UserId};
use app::domain::member::Role;
use app::problem::Problem;
use reqwest::Method;
use serde_json::{Value, json};

pub struct Mate {
    pub desk: Desk,
    pub id: UserId,
    pub email: String,
    pub project: ProjectId,
}

impl Mate {
    /// Makes a person of the house's company, and signs them in.
    pub async fn new(house: &House, name: &str, role: Role) -> Self {
        let desk = Desk::new(house);
        let (email, id) = desk.person(name, role).await;
        let mate = Self {
            desk,
            id,
            email,
            project: house.company.project,
        };
        mate.sign_in().await;
        mate
    }

    pub async fn member(house: &House, name: &str) -> Self {
        Self::new(house, name, Role::Member).await
    }

    pub async fn sign_in(&self) {
        assert_eq!(self.desk.sign_in(&self.email, PASSWORD).await.0, 303);
    }

    pub fn path(&self, below: &str) -> String {
        format!("/inbox/{}{below}", self.project)
    }

    /// Asks a server function as the page does.
    pub async fn ask(&self, function: &str, arguments: Value) -> (u16, Value) {
        let path = self.path(&format!("/api/{function}"));
        let request = self
            .desk
            .request(Method::POST, &path)
            .header("sec-fetch-site", "same-origin")
            .json(&arguments);
        let answer = self.desk.send(request).await;
        let status = answer.status().as_u16();
        (status, answer.json().await.unwrap_or(json!(null)))
    }

    pub async fn told(&self, function: &str, arguments: Value) -> Value {
        let (status, answer) = self.ask(function, arguments).await;
        assert_eq!(status, 200, "{function}: {answer}");
        answer
    }

    pub async fn refused(&self, function: &str, arguments: Value) -> (u16, Problem) {
        let (status, answer) = self.ask(function, arguments).await;
        assert_ne!(status, 200, "{function}: {answer}");
        (status, serde_json::from_value(answer).unwrap())
    }

    /// The ids of a list.
    pub async fn list(&self, filter: Value) -> Vec<Value> {
        let page = self
            .told(
                "conversations/list",
                json!({"filter": filter, "after": null}),
            )
            .await;
        let rows = page["rows"].as_array().unwrap().iter();
        rows.map(|row| row["id"].clone()).collect()
    }

    /// At any server of the house.
    pub async fn line(&self, house: &House) -> Line {
        Line::knock(house, &self.path("/live"), &self.headers(house), None)
            .await
            .unwrap()
    }

    /// What the browser says of itself.
    pub fn headers(&self, house: &House) -> Vec<(&'static str, String)> {
        let cookie = self.desk.cookie().unwrap_or_default();
        vec![
            ("cookie", format!("oriel={cookie}")),
            ("origin", house.url.clone()),
        ]
    }
}
