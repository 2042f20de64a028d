//! What is made before anybody speaks: project, numbers, customers and embeds, each as a stranger would make it.

use super::mate::Login;
use anyhow::{Context, Result, bail};
use app::domain::filter::Filter;
use app::domain::id::{ConversationId, CustomerId, NumberId, ProjectId, UserId};
use app::domain::member::Role;
use app::domain::time::Timestamp;
use reqwest::header::HeaderMap;
use serde::Serialize;
use serde_json::{Value, json};
use server::access::actor::Actor;
use server::access::token::Token;
use server::access::viewer::{Scope, Viewer};
use server::access::{api_key, password};
use server::office::assignments;
use server::setup::Made;
use server::state::State;
use server::store::{Db, conversation, execution, member, user};
use uuid::Uuid;

/// A WhatsApp number of the shop.
#[derive(Clone, Serialize)]
pub struct Number {
    pub name: &'static str,
    pub phone_number_id: &'static str,
    pub business_account_id: &'static str,
    pub display_phone_number: &'static str,
    pub access_token: String,
}

impl Number {
    pub fn digits(&self) -> String {
        self.display_phone_number
            .chars()
            .filter(char::is_ascii_digit)
            .collect()
    }

    pub fn for_sandbox(&self) -> sandbox::Number {
        sandbox::Number {
            phone_number_id: self.phone_number_id.into(),
            business_account_id: self.business_account_id.into(),
            display_phone_number: self.display_phone_number.into(),
            name: self.name.into(),
            access_token: self.access_token.clone(),
        }
    }
}

pub fn numbers() -> [Number; 2] {
    let number = |name, phone_number_id, display_phone_number| Number {
        name,
        phone_number_id,
        business_account_id: "102290129340398",
        display_phone_number,
        access_token: format!("made-up-token-of-{phone_number_id}"),
    };
    [
        number("Acorn Bikes Sales", "106540352242922", "+1 415 555 0181"),
        number("Acorn Bikes Support", "106540352242923", "+1 415 555 0182"),
    ]
}

/// Customers of the project: the first owns a number, the second has contacts.
#[derive(Clone, Copy, Serialize)]
pub struct Customers {
    pub workshop: CustomerId,
    pub couriers: CustomerId,
}

/// Members beside the owner.
#[derive(Clone, Copy, Serialize)]
pub struct Team {
    pub ana: UserId,
    pub tom: UserId,
}

/// Two, each with a password of their own.
pub fn logins() -> [Login; 2] {
    let login = |name, email| Login {
        name,
        email,
        password: Token::random().reveal()[..20].to_owned(),
    };
    [
        login("Ana Ruiz", "ana@acornbikes.example"),
        login("Tom Becker", "tom@acornbikes.example"),
    ]
}

pub async fn team(db: &Db, project: ProjectId, logins: &[Login; 2]) -> Result<Team> {
    let mut hashes = Vec::new();
    for login in logins {
        hashes.push(password::hash(login.password.clone()).await?);
    }
    let mut tx = db.begin().await?;
    let mut ids = Vec::new();
    for (login, hash) in logins.iter().zip(&hashes) {
        let now = Timestamp::now();
        let made = user::create(&mut tx, login.email, login.name, hash, now).await?;
        let id = made.context("a member of the demo exists already")?;
        member::add(&mut tx, project, id, Role::Member, now).await?;
        ids.push(id);
    }
    tx.commit().await?;
    Ok(Team {
        ana: ids[0],
        tom: ids[1],
    })
}

/// The newest conversations go to Ana and Tom in turn; every third is nobody's. Answers them.
pub async fn hand_out(state: &State, made: &Made, team: Team) -> Result<Vec<ConversationId>> {
    let mut headers = HeaderMap::new();
    headers.insert("x-api-key", made.api_key.parse()?);
    let program = api_key::verify(&state.db, &headers).await?;
    let actor = Actor::of_program(&program);
    let everything = Viewer::of_preview(&actor, Scope::Project, None);
    let page = conversation::page(&state.db, &everything, &Filter::default(), None, None).await?;
    for (nth, row) in page.rows.iter().enumerate() {
        let user = match nth % 3 {
            0 => team.ana,
            1 => team.tom,
            _ => continue,
        };
        assignments::create(state, &actor, row.id, user, None).await?;
    }
    Ok(page.rows.iter().map(|row| row.id).collect())
}

/// An automation for conversations to be in the hands of.
pub async fn workflow(db: &Db, project: ProjectId) -> Result<Uuid> {
    let mut tx = db.begin().await?;
    let id = execution::create_workflow(
        &mut tx,
        project,
        "Welcome and opening hours",
        Timestamp::now(),
    )
    .await?;
    tx.commit().await?;
    Ok(id)
}

/// An access link.
#[derive(Clone, Serialize)]
pub struct Embed {
    pub id: String,
    pub name: String,
    pub scope_type: String,
    pub scope_id: Option<String>,
    pub token: String,
    pub url: String,
}

/// One of each scope.
#[derive(Serialize)]
pub struct Embeds {
    pub project: Embed,
    pub sales: Embed,
    pub support: Embed,
    pub workshop: Embed,
    pub couriers: Embed,
}

/// All that stands when the stories begin.
pub struct Stage {
    pub made: Made,
    /// The ids of the numbers.
    pub homes: [NumberId; 2],
    pub customers: Customers,
    pub team: Team,
    pub logins: [Login; 2],
    pub workflow: Uuid,
    pub embeds: Embeds,
}

/// A program with the project's key.
pub struct Program {
    pub http: reqwest::Client,
    pub server: String,
    pub api_key: String,
}

impl Program {
    pub fn new(server: &str, made: &Made) -> Result<Self> {
        // Only this machine is spoken to; without certificates the client needs none of the system's.
        let http = reqwest::Client::builder()
            .tls_certs_only(std::iter::empty())
            .no_proxy()
            .build()?;
        Ok(Self {
            http,
            server: server.to_owned(),
            api_key: made.api_key.clone(),
        })
    }

    pub async fn connect(
        &self,
        number: &Number,
        app: &App,
        customer: Option<CustomerId>,
    ) -> Result<NumberId> {
        let mut told = json!({
            "phone_number_id": number.phone_number_id,
            "business_account_id": number.business_account_id,
            "display_phone_number": number.display_phone_number,
            "name": number.name,
            "access_token": number.access_token,
            "app_secret": app.secret,
            "verify_token": app.verify_token,
        });
        if let Some(customer) = customer {
            told["customer_id"] = json!(customer);
        }
        let connected = self
            .post(
                "/whatsapp/phone_numbers",
                &json!({"whatsapp_phone_number": told}),
            )
            .await?;
        let id = connected["data"]["internal_id"]
            .as_str()
            .and_then(|id| id.parse().ok());
        id.context("the connected number has no id")
    }

    pub async fn customer(&self, name: &str, external_id: &str) -> Result<CustomerId> {
        let asked = json!({"customer": {"name": name, "external_customer_id": external_id}});
        let made = self.post("/customers", &asked).await?;
        let id = made["data"]["id"].as_str().and_then(|id| id.parse().ok());
        id.context("the customer has no id")
    }

    pub async fn embed(
        &self,
        name: &str,
        scope: (&str, Option<String>),
        origins: &[String],
    ) -> Result<Embed> {
        let asked = json!({"inbox_embed": {
            "name": name, "scope_type": scope.0, "scope_id": scope.1, "allowed_origins": origins,
        }});
        let made = self.post("/inbox_embeds", &asked).await?;
        let text = |field: &str| made["data"][field].as_str().map(str::to_owned);
        Ok(Embed {
            id: text("id").context("the embed has no id")?,
            name: name.to_owned(),
            scope_type: scope.0.to_owned(),
            scope_id: scope.1,
            token: text("token").context("the embed has no token")?,
            url: text("embed_url").context("the embed has no address")?,
        })
    }

    async fn post(&self, path: &str, body: &Value) -> Result<Value> {
        let url = format!("{}/platform/v1{path}", self.server);
        let answer = self
            .http
            .post(&url)
            .header("x-api-key", &self.api_key)
            .json(body)
            .send()
            .await?;
        let status = answer.status();
        let answered: Value = answer.json().await.unwrap_or_default();
        if !status.is_success() {
            bail!("POST {path} answered {status}: {}", answered["error"]);
        }
        Ok(answered)
    }
}

/// The app at Meta to which both numbers belong.
#[derive(Clone, Serialize)]
pub struct App {
    pub secret: &'static str,
    pub verify_token: &'static str,
}

pub const APP: App = App {
    secret: "made-up-app-secret",
    verify_token: "made-up-verify-token",
};
