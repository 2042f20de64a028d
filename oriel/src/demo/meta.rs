//! Stories in the words in which Meta tells them.

use super::person::Person;
use super::stage::Number;
use super::story::{Line, Story};
use sandbox::Status;
use serde_json::{Value, json};

/// A webhook about several conversations: Meta, too, joins what waits for the same receiver.
pub fn webhook<'a>(told: impl Iterator<Item = (&'a Story, &'a [Line], &'a Number)>) -> Value {
    let entries = told.map(|(story, lines, number)| entry(&story.person, lines, number));
    json!({"object": "whatsapp_business_account", "entry": entries.collect::<Vec<_>>()})
}

fn entry(person: &Person, lines: &[Line], number: &Number) -> Value {
    let change = |field: &str, name: &str, list: Vec<Value>| {
        let mut value = json!({
            "messaging_product": "whatsapp",
            "metadata": {"display_phone_number": number.digits(), "phone_number_id": number.phone_number_id},
            "contacts": [card(person)],
        });
        value[name] = json!(list);
        (!list.is_empty()).then(|| json!({"field": field, "value": value}))
    };
    let said = lines
        .iter()
        .filter(|line| line.from_customer)
        .map(|line| message(person, line));
    let answered = || lines.iter().filter(|line| !line.from_customer);
    let changes = [
        change("messages", "messages", said.collect()),
        change(
            "smb_message_echoes",
            "message_echoes",
            answered().map(|line| echo(person, line, number)).collect(),
        ),
        change(
            "messages",
            "statuses",
            answered().map(|line| status(person, line)).collect(),
        ),
    ];
    json!({"id": number.business_account_id, "changes": changes.into_iter().flatten().collect::<Vec<_>>()})
}

fn card(person: &Person) -> Value {
    let mut card = json!({"profile": {"name": person.name}, "user_id": person.user_id});
    if let Some(username) = &person.username {
        card["profile"]["username"] = json!(username);
    }
    if person.shares_phone {
        card["wa_id"] = json!(person.phone);
    }
    card
}

fn message(person: &Person, line: &Line) -> Value {
    let mut message = said(line);
    message["from_user_id"] = json!(person.user_id);
    if person.shares_phone {
        message["from"] = json!(person.phone);
    }
    message
}

fn echo(person: &Person, line: &Line, number: &Number) -> Value {
    let mut message = said(line);
    message["from"] = json!(number.digits());
    message["to_user_id"] = json!(person.user_id);
    if person.shares_phone {
        message["to"] = json!(person.phone);
    }
    message
}

fn said(line: &Line) -> Value {
    let mut message = line.beside.clone();
    message["id"] = json!(line.id);
    message["timestamp"] = json!(line.at.to_string());
    message["type"] = json!(line.kind);
    message[line.kind] = line.node.clone();
    message
}

fn status(person: &Person, line: &Line) -> Value {
    let word = line.status.as_str();
    let mut status = json!({"id": line.id, "status": word, "timestamp": (line.at + 2).to_string(),
        "recipient_user_id": person.user_id});
    if person.shares_phone {
        status["recipient_id"] = json!(person.phone);
    }
    if line.status == Status::Failed {
        status["errors"] = json!([{"code": 131026, "title": "Message undeliverable",
            "message": "Message undeliverable", "error_data": {"details": "Message Undeliverable."}}]);
    }
    status
}
