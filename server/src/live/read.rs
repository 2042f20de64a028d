//! What the log has, made ready to be told.

use super::told::{NumberPart, Part, Told};
use crate::access::viewer::{NumberStanding, Standing};
use crate::error::Result;
use crate::store::event::{self, Event};
use crate::store::{Db, conversation, thread, trouble};
use app::domain::change::Change;
use app::domain::conversation::Conversation;
use app::domain::id::{ConversationId, MessageId, NumberId, ProjectId};
use app::domain::message::Message;
use std::collections::HashMap;

/// Events told in one frame.
const BATCH: usize = 200;

/// The next changes after an event; nothing when there are none.
pub async fn read_after(db: &Db, project: ProjectId, seq: u64) -> Result<Option<Told>> {
    let events = event::after(db, project, seq, BATCH).await?;
    let Some((last, _)) = events.last() else {
        return Ok(None);
    };
    let last = *last;
    let messages = messages(db, &events).await?;
    let standings = standings(db, &events, &messages).await?;
    let mut seen = std::collections::HashSet::new();
    let mut parts = Vec::new();
    for (_, event) in &events {
        if seen.insert(*event) {
            parts.extend(parts_of(*event, &standings, &messages));
        }
    }
    let resync = events.iter().any(|(_, event)| *event == Event::Resync);
    Ok(Some(Told {
        seq: last,
        resync,
        parts,
        numbers: numbers(db, project, &events).await?,
    }))
}

async fn numbers(db: &Db, project: ProjectId, events: &[(u64, Event)]) -> Result<Vec<NumberPart>> {
    let mut ids: Vec<NumberId> = events
        .iter()
        .filter_map(|(_, event)| event.number())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let told = trouble::told(db, project, &ids).await?;
    let part = |(standing, trouble): (NumberStanding, _)| NumberPart {
        change: written(&Change::Number {
            number: standing.number,
            trouble,
        }),
        standing,
    };
    Ok(told.into_iter().map(part).collect())
}

type Standings = HashMap<ConversationId, (Standing, Conversation)>;

async fn standings(db: &Db, events: &[(u64, Event)], messages: &Messages) -> Result<Standings> {
    let named = events.iter().filter_map(|(_, event)| event.conversation());
    let mut ids: Vec<ConversationId> = named
        .chain(messages.values().map(|told| told.message.conversation))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let rows = conversation::with_standing(db, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|(standing, row)| (row.id, (standing, row)))
        .collect())
}

type Messages = HashMap<MessageId, thread::Told>;

async fn messages(db: &Db, events: &[(u64, Event)]) -> Result<Messages> {
    let ids: Vec<MessageId> = events
        .iter()
        .filter_map(|(_, event)| event.message())
        .collect();
    let told = thread::told(db, &ids).await?;
    Ok(told.into_iter().map(|told| (told.asked, told)).collect())
}

fn parts_of(event: Event, standings: &Standings, messages: &Messages) -> Vec<Part> {
    match event {
        Event::Conversation(id) => part(id, standings, |part, row| {
            let change = |conversation: Conversation| {
                written(&Change::Conversation {
                    conversation: Box::new(conversation),
                })
            };
            part.team = row.assignee.map(|_| change(row.clone()));
            // **No embed hears whose a conversation is.**
            part.seen = Some(change(Conversation {
                assignee: None,
                ..row.clone()
            }));
        }),
        Event::Notes(id) => part(id, standings, |part, row| {
            part.team = Some(written(&Change::Notes {
                contact: row.contact.id,
            }));
        }),
        Event::Unassigned(id, user) => part(id, standings, |part, _| part.former = Some(user)),
        Event::Message(_, id) => messages
            .get(&id)
            .map_or_else(Vec::new, |told| message_parts(told, standings)),
        // What is told of a number is for whoever sees the number, not a conversation.
        Event::Number(_) | Event::Resync => Vec::new(),
    }
}

/// **Whoever sees the conversation that a message stands in now is told of it**, whatever the event says.
fn message_parts(told: &thread::Told, standings: &Standings) -> Vec<Part> {
    let home = told.message.conversation;
    let change = |message: &Message| {
        written(&Change::Message {
            message: Box::new(message.clone()),
        })
    };
    let mut parts = Vec::new();
    if told.asked != told.message.id {
        parts.extend(part(home, standings, |part, _| {
            part.seen = Some(written(&Change::MessageGone { id: told.asked }));
        }));
    }
    parts.extend(part(home, standings, |part, _| {
        part.seen = Some(change(&told.message));
        part.narrow = told.narrow.as_ref().map(change);
        part.team = told.by.as_ref().map(|by| {
            change(&Message {
                by: Some(by.clone()),
                ..told.message.clone()
            })
        });
    }));
    parts
}

fn part(
    id: ConversationId,
    standings: &Standings,
    fill: impl FnOnce(&mut Part, &Conversation),
) -> Vec<Part> {
    let Some((standing, row)) = standings.get(&id) else {
        return Vec::new();
    };
    let mut part = Part {
        standing: *standing,
        former: None,
        seen: None,
        narrow: None,
        team: None,
        gone: written(&Change::ConversationGone { id }),
    };
    fill(&mut part, row);
    vec![part]
}

fn written(change: &Change) -> String {
    serde_json::to_string(change).unwrap_or_default()
}
