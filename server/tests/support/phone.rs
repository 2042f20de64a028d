//! A WhatsApp that is not Meta on the other side of a house.

use super::base::Base;
use super::company::{ACCESS_TOKEN, SECRET};
use super::house::House;
use super::patience::eventually;
use app::domain::draft::{Body, Draft};
use app::domain::id::{ConversationId, MessageId};
use app::problem::Problem;
use sandbox::{Habits, Number, Sandbox, Settings};
use serde_json::{Value, json};
use server::access::token::Token;
use server::access::viewer::Scope;
use server::config::Config;
use server::work::patience::Patience;

pub const NUMBER: &str = "106540352242922";
pub const ANA: &str = "16505550001";

/// A house whose number is connected to a sandbox, and an embed of the whole project.
pub struct Street {
    pub house: House,
    pub sandbox: Sandbox,
    pub token: Token,
}

impl Street {
    pub async fn new(base: Base) -> Self {
        Self::new_with(base, |_| ()).await
    }

    pub async fn with(base: Base, patience: Patience) -> Self {
        Self::new_with(base, |config| config.patience = patience).await
    }

    /// With other settings than usual.
    pub async fn new_with(base: Base, set: impl FnOnce(&mut Config)) -> Self {
        let sandbox = sandbox::start(settings()).await.unwrap();
        sandbox.set_habits(Habits {
            sent_after_ms: 5,
            delivered_after_ms: 5,
            read_after_ms: 5,
            ..Habits::default()
        });
        let graph_url = format!("{}/v24.0", sandbox.url());
        let house = House::open_with(base, |config| {
            config.graph_url = graph_url;
            set(config);
        })
        .await;
        house.company.number(NUMBER, None).await;
        sandbox.set_webhook_url(&format!("{}/webhooks/whatsapp", house.url));
        let token = house.company.embed(Scope::Project, None).await;
        Self {
            house,
            sandbox,
            token,
        }
    }

    /// The customer writes, and so there is a conversation.
    pub async fn greeted_by(&self, phone: &str) -> ConversationId {
        self.sandbox.customer_says(NUMBER, phone, "Hello").unwrap();
        eventually("the customer is heard", async || {
            let rows = self.house.list(&self.token, "active").await;
            let row = rows.iter().find(|row| row["contact"]["phone"] == phone)?;
            Some(row["id"].as_str().unwrap().parse().unwrap())
        })
        .await
    }

    pub async fn send(&self, talk: ConversationId, id: MessageId, text: &str) -> (u16, Value) {
        let draft = json!({"id": id, "conversation": talk, "body": {"text": text}});
        self.house
            .ask(&self.token, "messages/send", json!({"draft": draft}))
            .await
    }

    /// Sends anything.
    pub async fn send_body(
        &self,
        talk: ConversationId,
        id: MessageId,
        body: &Body,
    ) -> (u16, Value) {
        self.send_draft(&Draft {
            id,
            conversation: talk,
            reply_to: None,
            body: body.clone(),
        })
        .await
    }

    pub async fn send_draft(&self, draft: &Draft) -> (u16, Value) {
        self.house
            .ask(&self.token, "messages/send", json!({"draft": draft}))
            .await
    }

    /// Sends a text that is refused.
    pub async fn refuses(&self, talk: ConversationId, id: MessageId, text: &str) -> (u16, Problem) {
        let draft = json!({"id": id, "conversation": talk, "body": {"text": text}});
        self.house
            .refused(&self.token, "messages/send", json!({"draft": draft}))
            .await
    }

    /// Sends a text that is taken.
    pub async fn says(&self, talk: ConversationId, text: &str) -> MessageId {
        let id = MessageId::new();
        let (status, answer) = self.send(talk, id, text).await;
        assert_eq!(status, 200, "{answer}");
        id
    }

    pub async fn message(&self, talk: ConversationId, id: MessageId) -> Value {
        let rows = self.house.thread(&self.token, talk).await;
        rows.into_iter().find(|row| row["id"] == json!(id)).unwrap()
    }

    /// Waits until a message has come this far.
    pub async fn reaches(&self, talk: ConversationId, id: MessageId, delivery: &str) -> Value {
        eventually(delivery, async || {
            let message = self.message(talk, id).await;
            (message["delivery"] == delivery).then_some(message)
        })
        .await
    }

    /// The texts that WhatsApp has taken, in its order.
    pub fn taken(&self) -> Vec<String> {
        let texts = self.sandbox.requests().into_iter();
        texts
            .map(|sent| sent.body["text"]["body"].as_str().unwrap().to_owned())
            .collect()
    }
}

fn settings() -> Settings {
    Settings {
        listen: ([127, 0, 0, 1], 0).into(),
        numbers: vec![Number {
            phone_number_id: NUMBER.to_owned(),
            business_account_id: "102290129340398".to_owned(),
            display_phone_number: "+1 555 078 3881".to_owned(),
            name: "Acorn Bikes".to_owned(),
            access_token: ACCESS_TOKEN.to_owned(),
        }],
        app_secret: SECRET.to_owned(),
        webhook_url: String::new(),
    }
}
