//! The cast: a company with its customers, numbers, users and contacts, and the embeds that it hands out.

use app::domain::customer::CustomerDraft;
use app::domain::embed::{Mode, ScopeType};
use app::domain::id::{
    ContactId, ConversationId, CustomerId, EmbedId, MessageId, NumberId, ProjectId, UserId,
};
use app::domain::member::Role;
use app::domain::message::{Direction, Kind, Sender};
use app::domain::time::Timestamp;
use server::access::seal::SecretKey;
use server::access::token::Token;
use server::access::viewer::{Scope, Viewer};
use server::access::{api_key, embed as access, token};
use server::store::contact::{self, Identity, IdentityKind, Person};
use server::store::conversation::{self, Arrival, Newest};
use server::store::embed::{self, NewEmbed};
use server::store::message::{self, NewMessage};
use server::store::number::{self, Connect};
use server::store::{Db, customer, member, project, sql, user};
use server::whatsapp::signature::fingerprint;
use uuid::Uuid;

/// Signs the webhooks of numbers, unless a story says otherwise.
pub const SECRET: &str = "test_app_secret";
/// Seals what the server keeps sealed.
pub const KEY: &str = "a key that only stories use";
pub const ACCESS_TOKEN: &str = "a-token";

#[derive(Clone)]
pub struct Company {
    pub db: Db,
    pub project: ProjectId,
    pub owner: UserId,
    pub api_key: String,
}

impl Company {
    pub async fn new(db: &Db) -> Self {
        let now = Timestamp::now();
        let mut tx = db.begin().await.unwrap();
        let project = project::create(&mut tx, "Acorn Bikes", now).await.unwrap();
        let (_, api_key) = api_key::create(&mut tx, project, "A key", now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let nobody = UserId::new();
        let mut company = Self {
            db: db.clone(),
            project,
            owner: nobody,
            api_key,
        };
        company.owner = company.user("Olga").await;
        company
    }

    /// None at all.
    pub fn nobody(db: &Db) -> Self {
        Self {
            db: db.clone(),
            project: ProjectId::new(),
            owner: UserId::new(),
            api_key: String::new(),
        }
    }

    pub async fn user(&self, name: &str) -> UserId {
        let now = Timestamp::now();
        let mut tx = self.db.begin().await.unwrap();
        let email = format!("{}@example.com", Uuid::new_v4().simple());
        let user = user::create(&mut tx, &email, name, "no password", now).await;
        let user = user.unwrap().unwrap();
        member::add(&mut tx, self.project, user, Role::Member, now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        user
    }

    pub async fn customer(&self, name: &str) -> CustomerId {
        let draft = CustomerDraft {
            name: name.to_owned(),
            external_customer_id: None,
        };
        let mut tx = self.db.begin().await.unwrap();
        let made = customer::create(&mut tx, self.project, &draft, Timestamp::now()).await;
        tx.commit().await.unwrap();
        made.unwrap().unwrap()
    }

    /// A number that signs with `SECRET`.
    pub async fn number(&self, phone_number_id: &str, customer: Option<CustomerId>) -> NumberId {
        self.number_of_app(phone_number_id, customer, SECRET).await
    }

    pub async fn number_of_app(
        &self,
        phone_number_id: &str,
        customer: Option<CustomerId>,
        app_secret: &str,
    ) -> NumberId {
        let key = SecretKey::from_text(KEY);
        let connect = Connect {
            id: NumberId::new(),
            project: self.project,
            customer,
            phone_number_id: phone_number_id.to_owned(),
            business_account_id: "102290129340398".to_owned(),
            display_phone_number: "+1 555 078 3881".to_owned(),
            name: format!("Number {phone_number_id}"),
            access_token: key.seal(ACCESS_TOKEN).unwrap(),
            app_secret: key.seal(app_secret).unwrap(),
            app_fingerprint: fingerprint(app_secret),
            verify_token_hash: token::hash("a verify token").to_vec(),
        };
        let id = connect.id;
        let mut tx = self.db.begin().await.unwrap();
        let free = number::connect(&mut tx, connect, Timestamp::now()).await;
        assert!(free.unwrap(), "the number is free");
        tx.commit().await.unwrap();
        id
    }

    pub async fn contact(&self, name: &str, phone: &str) -> ContactId {
        let identity = Identity {
            kind: IdentityKind::Phone,
            value: phone.to_owned(),
        };
        let person = Person {
            identities: vec![identity],
            profile_name: Some(name.to_owned()),
            username: None,
        };
        let mut tx = self.db.begin().await.unwrap();
        let resolved = contact::resolve(&mut tx, self.project, &person, Timestamp::now()).await;
        tx.commit().await.unwrap();
        resolved.unwrap().0
    }

    /// The contact belongs to a customer from now on.
    pub async fn contact_of(&self, customer: CustomerId, name: &str, phone: &str) -> ContactId {
        let contact = self.contact(name, phone).await;
        let query = sql("update contacts set customer_id = $2 where id = $1");
        query
            .bind(contact)
            .bind(customer)
            .run(&self.db)
            .await
            .unwrap();
        contact
    }

    pub async fn conversation(&self, number: NumberId, contact: ContactId) -> ConversationId {
        let now = Timestamp::now();
        let mut tx = self.db.begin().await.unwrap();
        let opened = conversation::open(&mut tx, self.project, number, contact, now, now).await;
        tx.commit().await.unwrap();
        opened.unwrap()
    }

    /// A conversation on a number of its own.
    pub async fn talk(&self, phone_number_id: &str, phone: &str) -> ConversationId {
        let number = self.number(phone_number_id, None).await;
        let contact = self.contact("Ana", phone).await;
        self.conversation(number, contact).await
    }

    /// The contact of a conversation says something, now.
    pub async fn hears(
        &self,
        number: NumberId,
        conversation: ConversationId,
        text: &str,
    ) -> MessageId {
        let message = self.said(number, conversation, text, Timestamp::now());
        let mut tx = self.db.begin().await.unwrap();
        assert!(message::insert(&mut tx, &message).await.unwrap());
        let arrival = arrival(&message);
        conversation::note_arrival(&mut tx, conversation, &arrival, message.at)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        message.id
    }

    /// An inbound message that is not stored yet.
    pub fn said(
        &self,
        number: NumberId,
        conversation: ConversationId,
        text: &str,
        at: Timestamp,
    ) -> NewMessage {
        NewMessage {
            id: MessageId::new(),
            project: self.project,
            conversation,
            number,
            direction: Direction::Inbound,
            kind: Kind::Text,
            body: text.to_owned(),
            payload: None,
            wamid: Some(format!("wamid.{}", Uuid::new_v4().simple())),
            at,
            received_at: at,
            sender: Sender::Contact,
            sender_id: None,
            author: None,
            reply_to_wamid: None,
            delivery: None,
        }
    }

    pub async fn embed(&self, scope: Scope, assignee: Option<UserId>) -> Token {
        self.embed_until(scope, assignee, None).await
    }

    pub async fn embed_until(
        &self,
        scope: Scope,
        assignee: Option<UserId>,
        expires_at: Option<Timestamp>,
    ) -> Token {
        let token = Token::random();
        let (scope, number, customer) = match scope {
            Scope::Project => (ScopeType::Project, None, None),
            Scope::Number(number) => (ScopeType::PhoneNumber, Some(number), None),
            Scope::Customer(customer) => (ScopeType::Customer, None, Some(customer)),
        };
        let new = NewEmbed {
            id: EmbedId::new(),
            project: self.project,
            name: None,
            scope,
            number,
            customer,
            assignee,
            token_hash: token.hash().to_vec(),
            token_prefix: token.prefix(),
            allowed_origins: Vec::new(),
            default_mode: Mode::System,
            language: "en".to_owned(),
            expires_at,
        };
        let mut tx = self.db.begin().await.unwrap();
        embed::create(&mut tx, new, Timestamp::now()).await.unwrap();
        tx.commit().await.unwrap();
        token
    }

    /// A viewer by the only way that there is: an embed's token.
    pub async fn viewer(&self, scope: Scope, assignee: Option<UserId>) -> Viewer {
        let token = self.embed(scope, assignee).await;
        let admitted = access::admit(&self.db, token.reveal(), Timestamp::now()).await;
        admitted.unwrap().unwrap().pass.viewer
    }
}

fn arrival(message: &NewMessage) -> Arrival {
    Arrival {
        last_activity_at: message.at,
        last_inbound_at: Some(message.at),
        unread: 1,
        newest: Newest {
            id: message.id,
            at: message.at,
            direction: message.direction,
            kind: message.kind,
            text: message.body.clone(),
            delivery: message.delivery,
        },
    }
}
