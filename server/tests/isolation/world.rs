//! What there is, in plain lists. A place in a list stands for the thing itself.

use super::said::Said;
use super::words::Known;
use app::domain::id::{
    ContactId, ConversationId, CustomerId, EmbedId, MediaId, MessageId, NoteId, NumberId,
};
use app::domain::id::{ProjectId, UserId};
use uuid::Uuid;

#[derive(Default)]
pub struct World {
    pub projects: Vec<Project>,
    pub customers: Vec<Customer>,
    pub users: Vec<User>,
    pub numbers: Vec<Number>,
    pub contacts: Vec<Contact>,
    pub talks: Vec<Talk>,
    pub messages: Vec<Message>,
    pub embeds: Vec<Embed>,
    pub files: Vec<File>,
    pub mates: Vec<Mate>,
    pub notes: Vec<Note>,
    /// Every word, id, phone and token by which one of these can be recognised.
    pub known: Known,
    /// What WhatsApp brought last, and to whom.
    pub last_post: Option<(usize, Vec<Said>)>,
    /// What the present operation has changed.
    pub news: Vec<News>,
}

/// Anything that can be recognised in an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    Project(usize),
    Customer(usize),
    User(usize),
    Number(usize),
    Contact(usize),
    Talk(usize),
    Message(usize),
    Embed(usize),
    /// What the team notes about this contact.
    Note(usize),
    /// Was, or never came to be: nobody may be shown it any more.
    Past,
}

pub struct Project {
    pub id: ProjectId,
    pub api_key: String,
    /// Signs the webhooks of the project's numbers; some projects share an app.
    pub app_secret: String,
    pub workflow: Uuid,
    /// The log's newest number after each operation, and what that operation changed.
    pub log: Vec<(u64, News)>,
}

pub struct Customer {
    pub id: CustomerId,
    pub project: usize,
}

/// A person may work in several projects.
pub struct User {
    pub id: UserId,
    pub projects: Vec<usize>,
}

pub struct Number {
    pub id: NumberId,
    pub project: usize,
    pub customer: Option<usize>,
    pub phone_number_id: String,
    pub display: String,
    pub name: String,
}

pub struct Contact {
    pub id: ContactId,
    pub project: usize,
    pub customer: Option<usize>,
    pub phone: String,
    pub name: String,
    /// What somebody at an inbox calls them.
    pub chosen: Option<String>,
}

pub struct Talk {
    pub id: ConversationId,
    pub number: usize,
    pub contact: usize,
    pub active: bool,
    pub unread: u32,
    /// The status of the newest execution.
    pub execution: Option<&'static str>,
    pub assignee: Option<usize>,
    pub last_activity: i64,
    pub last_inbound: i64,
    pub preview: usize,
}

pub struct Message {
    pub id: MessageId,
    pub talk: usize,
    pub text: String,
    pub at: i64,
    /// Where an outbound message is; inbound ones are here.
    pub delivery: Option<&'static str>,
}

/// An uploaded text.
pub struct File {
    pub id: MediaId,
    pub talk: usize,
    pub text: String,
}

/// A user who is signed in, at the inbox of one of their projects.
pub struct Mate {
    pub user: usize,
    pub project: usize,
    pub cookie: String,
}

pub struct Note {
    pub id: NoteId,
    pub contact: usize,
    pub mate: usize,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Project,
    Number(usize),
    Customer(usize),
}

pub struct Embed {
    pub id: EmbedId,
    pub project: usize,
    pub scope: Scope,
    pub assignee: Option<usize>,
    /// The newest last; those before it were good until a moment.
    pub tokens: Vec<(String, Option<i64>)>,
    pub revoked: bool,
    pub expires_at: Option<i64>,
}

/// What happened, for those who listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    Talk(usize),
    Message(usize),
    /// The conversation left this user's hands.
    Unassigned(usize, usize),
}

impl World {
    pub fn project_of(&self, talk: usize) -> usize {
        self.numbers[self.talks[talk].number].project
    }

    /// Whether the same two have talked before.
    pub fn has_earlier(&self, talk: usize) -> bool {
        let here = &self.talks[talk];
        let mut before = self.talks[..talk].iter();
        before.any(|there| (there.number, there.contact) == (here.number, here.contact))
    }

    pub fn project_of_news(&self, news: News) -> usize {
        match news {
            News::Talk(talk) | News::Unassigned(talk, _) => self.project_of(talk),
            News::Message(message) => self.project_of(self.messages[message].talk),
        }
    }

    /// The places of all things of a list that are so.
    pub fn all<T>(list: &[T], so: impl Fn(&T) -> bool) -> Vec<usize> {
        (0..list.len()).filter(|nth| so(&list[*nth])).collect()
    }
}
