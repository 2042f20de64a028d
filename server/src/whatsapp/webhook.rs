//! A webhook's body as a list of things that happened. Every entry, change, message and status counts;
//! fields that are missing or of a wrong type are left out, they never cost their neighbours.

use super::content::{Content, content, text};
use super::errors;
use crate::store::contact::{Identity, IdentityKind, Person};
use crate::store::status::News;
use app::domain::delivery::{Delivery, Failure};
use app::domain::id::MessageId;
use app::domain::message::{Direction, Kind};
use app::domain::phone::PhoneNumber;
use app::domain::time::{MINUTE, SECOND, Timestamp};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// What happened on one number.
#[derive(Debug, Default)]
pub struct Updates {
    pub phone_number_id: String,
    pub messages: Vec<Said>,
    pub statuses: Vec<StatusUpdate>,
    /// Trouble of the account or the app, not of a message.
    pub errors: Vec<Failure>,
}

/// A message that was said, by the contact or from the business's own phone.
#[derive(Debug)]
pub struct Said {
    pub wamid: String,
    pub at: Timestamp,
    pub person: Person,
    /// Sent by the business from its phone.
    pub echo: bool,
    pub author: Option<String>,
    pub content: Content,
    pub payload: Value,
    pub reply_to: Option<String>,
}

impl Said {
    pub const fn direction(&self) -> Direction {
        if self.echo {
            Direction::Outbound
        } else {
            Direction::Inbound
        }
    }
}

#[derive(Debug)]
pub struct StatusUpdate {
    pub wamid: String,
    /// Our own id, which came back in the callback data.
    pub ours: Option<MessageId>,
    pub news: News,
}

/// Reads a body. The error is for the dead letters.
pub fn read(body: &[u8], received_at: Timestamp) -> Result<Vec<Updates>, String> {
    let text = super::repair::repaired(body);
    let root: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let entries = root["entry"]
        .as_array()
        .ok_or("there is no list named entry")?;
    let changes = entries.iter().flat_map(|entry| array(&entry["changes"]));
    Ok(changes
        .filter_map(|change| updates(&change["value"], received_at))
        .collect())
}

/// Changes without a number (templates, the account) are nothing that a thread shows.
fn updates(value: &Value, received_at: Timestamp) -> Option<Updates> {
    let phone_number_id = some_text(&value["metadata"]["phone_number_id"])?;
    let said = array(&value["messages"]).map(|message| said(message, value, received_at, false));
    let echoes =
        array(&value["message_echoes"]).map(|message| said_echo(message, value, received_at));
    Some(Updates {
        phone_number_id,
        messages: said
            .chain(echoes)
            .filter(|said| !said.person.identities.is_empty())
            .collect(),
        statuses: array(&value["statuses"])
            .filter_map(|status| status_update(status, received_at))
            .collect(),
        errors: array(&value["errors"]).map(errors::failure).collect(),
    })
}

fn said(message: &Value, value: &Value, received_at: Timestamp, echo: bool) -> Said {
    let sender = sender(message, value);
    let (person, author) = match some_text(&message["group_id"]) {
        Some(group) => (group_of(group), Some(author(&sender))),
        None => (sender, None),
    };
    let id = wamid(&message["id"]).unwrap_or_else(|| made_up_id(message));
    // Some presses of buttons name themselves as what they answer.
    let answered = wamid(&message["context"]["id"]).filter(|other| *other != id);
    Said {
        at: moment(&message["timestamp"], received_at),
        person,
        echo,
        author,
        content: content(message),
        payload: message.clone(),
        reply_to: about(message).or(answered),
        wamid: id,
    }
}

/// The message that a reaction, an edit or a deletion is about.
fn about(message: &Value) -> Option<String> {
    let word = message["type"].as_str()?;
    let field = match Kind::from_word(word) {
        Kind::Reaction => "message_id",
        Kind::Edit | Kind::Revoke => "original_message_id",
        _ => return None,
    };
    wamid(&message[word][field])
}

/// An echo names the contact as its recipient.
fn said_echo(message: &Value, value: &Value, received_at: Timestamp) -> Said {
    let recipient = Person {
        identities: identities(&[
            &message["to"],
            &message["to_user_id"],
            &message["to_parent_user_id"],
        ]),
        ..Person::default()
    };
    let named = named_in(&recipient, value);
    Said {
        person: with_card(recipient, named),
        ..said(message, value, received_at, true)
    }
}

/// The sender, completed by their card in `contacts` and by what a system message says of a new number.
fn sender(message: &Value, value: &Value) -> Person {
    let system = &message["system"];
    let own = [
        &message["from"],
        &message["from_user_id"],
        &message["from_parent_user_id"],
    ];
    let person = Person {
        identities: identities(&own),
        ..Person::default()
    };
    let named = named_in(&person, value)
        .or_else(|| only(&value["contacts"]).filter(|_| person.identities.is_empty()));
    let mut person = with_card(person, named);
    let renewed = [
        &system["previous_user_id"],
        &system["wa_id"],
        &system["new_wa_id"],
        &system["user_id"],
    ];
    for identity in identities(&renewed) {
        if !person.identities.contains(&identity) {
            person.identities.push(identity);
        }
    }
    person
}

/// The card of this person among the value's contacts.
fn named_in<'a>(person: &Person, value: &'a Value) -> Option<&'a Value> {
    array(&value["contacts"]).find(|card| {
        card_identities(card)
            .iter()
            .any(|one| person.identities.contains(one))
    })
}

fn with_card(mut person: Person, card: Option<&Value>) -> Person {
    let Some(card) = card else { return person };
    for identity in card_identities(card) {
        if !person.identities.contains(&identity) {
            person.identities.push(identity);
        }
    }
    person.profile_name = some_text(&card["profile"]["name"]).map(|name| shortened(&name));
    person.username = some_text(&card["profile"]["username"]).map(|name| shortened(&name));
    person
}

fn card_identities(card: &Value) -> Vec<Identity> {
    identities(&[&card["wa_id"], &card["user_id"], &card["parent_user_id"]])
}

/// Whichever field an id stands in, its shape says what it is.
fn identities(values: &[&Value]) -> Vec<Identity> {
    let mut identities = Vec::new();
    for identity in values.iter().filter_map(|value| identity(&text(value))) {
        if !identities.contains(&identity) {
            identities.push(identity);
        }
    }
    identities
}

pub fn identity(value: &str) -> Option<Identity> {
    if let Some(phone) = PhoneNumber::parse(value) {
        return Some(Identity {
            kind: IdentityKind::Phone,
            value: phone.digits().to_owned(),
        });
    }
    let kind = user_id_kind(value)?;
    Some(Identity {
        kind,
        value: value.to_owned(),
    })
}

/// `US.13491208655302741918`, and `US.ENT.…` for the parent of several portfolios.
fn user_id_kind(value: &str) -> Option<IdentityKind> {
    let (country, rest) = value.split_once('.')?;
    let (kind, rest) = match rest.strip_prefix("ENT.") {
        Some(rest) => (IdentityKind::ParentUserId, rest),
        None => (IdentityKind::UserId, rest),
    };
    let sound = country.len() == 2
        && country.bytes().all(|byte| byte.is_ascii_uppercase())
        && (1..=128).contains(&rest.len())
        && rest.bytes().all(|byte| byte.is_ascii_alphanumeric());
    sound.then_some(kind)
}

/// A group is one contact of its own; who spoke in it is the message's author.
fn group_of(group: String) -> Person {
    let value = group.chars().take(200).collect();
    Person {
        identities: vec![Identity {
            kind: IdentityKind::Group,
            value,
        }],
        // WhatsApp does not tell how the group is called; pages say that it is one.
        ..Person::default()
    }
}

fn author(person: &Person) -> String {
    let name = person
        .profile_name
        .clone()
        .or_else(|| person.username.clone());
    name.or_else(|| {
        person
            .identities
            .first()
            .map(|identity| identity.value.clone())
    })
    .unwrap_or_default()
}

fn status_update(status: &Value, received_at: Timestamp) -> Option<StatusUpdate> {
    let delivery = match status["status"].as_str()? {
        "sent" => Delivery::Sent,
        "delivered" => Delivery::Delivered,
        "read" => Delivery::Read,
        "played" => Delivery::Played,
        "failed" => Delivery::Failed,
        _ => return None,
    };
    let failure = array(&status["errors"]).next().map(errors::failure);
    Some(StatusUpdate {
        wamid: wamid(&status["id"])?,
        ours: status["biz_opaque_callback_data"]
            .as_str()
            .and_then(|data| data.parse().ok()),
        news: News {
            delivery,
            at: moment(&status["timestamp"], received_at),
            failure,
        },
    })
}

/// WhatsApp's second, refined by our clock: two messages of one second keep their order among ours.
/// A moment before WhatsApp's business began or after now is no moment; then it is when it came.
fn moment(value: &Value, received_at: Timestamp) -> Timestamp {
    const EARLIEST: i64 = 1_230_768_000;
    let seconds = value
        .as_i64()
        .or_else(|| value.as_str().and_then(|text| text.trim().parse().ok()));
    match seconds {
        Some(seconds)
            if seconds >= EARLIEST && seconds <= received_at.plus(5 * MINUTE).seconds() =>
        {
            let first = seconds * SECOND;
            Timestamp(received_at.0.clamp(first, first + SECOND - 1))
        }
        _ => received_at,
    }
}

/// WhatsApp's ids have some 60 characters; one that no index takes must not cost its neighbours.
fn wamid(value: &Value) -> Option<String> {
    some_text(value).filter(|id| id.len() <= 512)
}

/// A message without an id still stands once: the same node gives the same id.
fn made_up_id(message: &Value) -> String {
    format!(
        "unidentified.{}",
        hex::encode(Sha256::digest(message.to_string().as_bytes()))
    )
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn only(value: &Value) -> Option<&Value> {
    value
        .as_array()
        .filter(|list| list.len() == 1)
        .map(|list| &list[0])
}

fn some_text(value: &Value) -> Option<String> {
    Some(text(value)).filter(|text| !text.trim().is_empty())
}

fn shortened(name: &str) -> String {
    name.chars().take(200).collect()
}

#[cfg(test)]
mod tests;
