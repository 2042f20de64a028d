//! The team's own inbox: a member sees all of their project, and nothing of others. What is the team's alone,
//! assignments and notes, no embed is told in any way; each text that embeds are told is searched for it.

use super::super::difference::{Outcome, same};
use super::super::door::Answer;
use super::super::play::Play;
use super::super::sight::Who;
use super::super::world::{News, Note, Thing, World};
use super::list::PAGE;
use app::domain::id::{ConversationId, NoteId, ProjectId};
use axum::http::Request;
use axum::http::request::Builder;
use serde_json::{Value, json};
use std::cmp::Reverse;
use uuid::Uuid;

/// Gives a conversation to somebody of the project, or takes it out of all hands.
pub async fn assign(play: &mut Play<'_>) -> Outcome {
    let (mate, talk) = play.mate_with_talk();
    let project = play.world.mates[mate].project;
    let users = World::all(&play.world.users, |user| user.projects.contains(&project));
    let to = (!play.chance.one_in(3)).then(|| play.chance.pick(&users));
    play.doing = format!("mate {mate} gives conversation {talk} to user {to:?}");
    let id = play.world.talks[talk].id;
    let user = to.map(|user| play.world.users[user].id);
    let question = json!({"id": id, "to": user});
    let answer = play.ask_as_mate(mate, "team/assign", &question).await?;
    same("the status", answer.status, 200)?;
    same("whose it is", &answer.json()["assignee"], &json!(user))?;
    let former = std::mem::replace(&mut play.world.talks[talk].assignee, to);
    if former != to {
        let lost = former.map(|former| News::Unassigned(talk, former));
        play.world.news.extend(lost);
        play.world.news.push(News::Talk(talk));
    }
    Ok(())
}

/// In whose hands it was.
pub async fn history(play: &mut Play<'_>) -> Outcome {
    let (mate, talk) = play.mate_with_talk();
    play.doing = format!("mate {mate} asks in whose hands conversation {talk} was");
    let question = json!({"id": play.world.talks[talk].id});
    let request = play.mates_request(mate, "team/assignments");
    let answer = play.knock(request, question.to_string()).await;
    let told = json!({"data": answer.json()});
    play.learn_assignments(talk, &told);
    play.search(Who::Mate(mate), &question.to_string(), &answer)?;
    same("the status", answer.status, 200)?;
    let rows = answer.json();
    let lasting = rows.as_array().into_iter().flatten();
    let lasting: Vec<&Value> = lasting.filter(|row| row["ended_at"].is_null()).collect();
    let holder = play.world.talks[talk].assignee;
    let holder = holder.map(|user| json!(play.world.users[user].id));
    same(
        "who has it",
        lasting
            .iter()
            .map(|row| row["user"]["id"].clone())
            .collect(),
        holder.into_iter().collect::<Vec<_>>(),
    )
}

/// The first page of a list, by whose conversations are.
pub async fn list(play: &mut Play<'_>) -> Outcome {
    let mate = play.chance.below(play.world.mates.len());
    let (project, me) = (play.world.mates[mate].project, play.world.mates[mate].user);
    let user = play.chance.below(play.world.users.len());
    let (word, hands): (Value, Option<Option<usize>>) = match play.chance.below(4) {
        0 => (json!("anybody"), None),
        1 => (json!("me"), Some(Some(me))),
        2 => (json!("nobody"), Some(None)),
        _ => (
            json!({"person": play.world.users[user].id}),
            Some(Some(user)),
        ),
    };
    let status = play.chance.pick(&["active", "ended", "all"]);
    play.doing = format!("mate {mate} lists {status} conversations of {word}");
    let filter = json!({"status": status, "search": "", "number": null, "unread": false,
                        "handoff": false, "assignee": word});
    let question = json!({"filter": filter, "after": null});
    let answer = play
        .ask_as_mate(mate, "conversations/list", &question)
        .await?;
    same("the status", answer.status, 200)?;
    let world = &play.world;
    let mut talks: Vec<usize> = (0..world.talks.len())
        .filter(|talk| {
            let row = &world.talks[*talk];
            world.project_of(*talk) == project
                && (status == "all" || row.active == (status == "active"))
                && hands.is_none_or(|hands| row.assignee == hands)
        })
        .collect();
    talks.sort_by_key(|nth| Reverse((world.talks[*nth].last_activity, world.talks[*nth].id)));
    let expected: Vec<(Value, Value)> = talks
        .iter()
        .take(PAGE)
        .map(|talk| {
            let row = &world.talks[*talk];
            let holder = row.assignee.map(|user| world.users[user].id);
            (json!(row.id), json!(holder))
        })
        .collect();
    let told = answer.json();
    let rows = told["rows"].as_array().into_iter().flatten();
    let rows: Vec<(Value, Value)> = rows
        .map(|row| (row["id"].clone(), row["assignee"].clone()))
        .collect();
    same("the list, and whose each is", rows, expected)
}

/// Writes a note, or changes one of one's own.
pub async fn keep_note(play: &mut Play<'_>) -> Outcome {
    let (mate, talk) = play.mate_with_talk();
    let contact = play.world.talks[talk].contact;
    let own = World::all(&play.world.notes, |note| {
        note.contact == contact && note.mate == mate
    });
    let changed = (!own.is_empty() && play.chance.one_in(3)).then(|| play.chance.pick(&own));
    let text = format!("Note {}", play.world.known.word(Thing::Note(contact)));
    play.doing = format!("mate {mate} notes {text} about contact {contact}");
    let id = match changed {
        Some(nth) => {
            let note = &mut play.world.notes[nth];
            let old = std::mem::replace(&mut note.text, text.clone());
            let id = note.id;
            play.world.known.forget(&old);
            id
        }
        None => {
            let id = NoteId::new();
            play.world.known.id(id.uuid(), Thing::Note(contact));
            play.world.notes.push(Note {
                id,
                contact,
                mate,
                text: text.clone(),
            });
            id
        }
    };
    let question = json!({"id": play.world.talks[talk].id, "note": id, "text": text});
    let answer = play.ask_as_mate(mate, "team/keep_note", &question).await?;
    same("the status", answer.status, 200)
}

/// All notes about a contact, from any of their conversations.
pub async fn notes(play: &mut Play<'_>) -> Outcome {
    let (mate, talk) = play.mate_with_talk();
    play.doing = format!("mate {mate} reads the notes beside conversation {talk}");
    let question = json!({"id": play.world.talks[talk].id});
    let answer = play.ask_as_mate(mate, "team/notes", &question).await?;
    same("the status", answer.status, 200)?;
    let contact = play.world.talks[talk].contact;
    let about = play.world.notes.iter();
    let about = about.filter(|note| note.contact == contact);
    let mut expected: Vec<String> = about.map(|note| note.text.clone()).collect();
    let told = answer.json();
    let rows = told.as_array().into_iter().flatten();
    let mut texts: Vec<String> = rows
        .filter_map(|row| row["text"].as_str().map(str::to_owned))
        .collect();
    expected.sort();
    texts.sort();
    same("the notes", texts, expected)
}

/// A conversation of another project, and another project's inbox, do not exist.
pub async fn astray(play: &mut Play<'_>) -> Outcome {
    let mate = play.chance.below(play.world.mates.len());
    let project = play.world.mates[mate].project;
    let foreign: Vec<usize> = (0..play.world.talks.len())
        .filter(|talk| play.world.project_of(*talk) != project)
        .collect();
    let talk = play.chance.pick(&foreign);
    let function = play.chance.pick(TEAMS);
    play.doing = format!("mate {mate} asks {function} of conversation {talk}");
    let id = play.world.talks[talk].id;
    let there = play.ask_as_mate(mate, function, &question(id)).await?;
    let nowhere = question(ConversationId::new());
    let nowhere = play.ask_as_mate(mate, function, &nowhere).await?;
    same("the status", there.status, 404)?;
    same(
        "what is foreign, beside what is unknown",
        there.plain(),
        nowhere.plain(),
    )?;
    let user = play.world.mates[mate].user;
    let others = World::all(&play.world.projects, |_| true);
    let others: Vec<usize> = others
        .into_iter()
        .filter(|other| !play.world.users[user].projects.contains(other))
        .collect();
    let other = play.world.projects[play.chance.pick(&others)].id;
    let mut answers = Vec::new();
    for project in [other, ProjectId::new()] {
        let path = format!("/inbox/{project}/api/conversations/list");
        let request = play.with_cookie(Request::post(path), mate);
        let answer = play.knock(request, "{}").await;
        play.search(Who::Mate(mate), "", &answer)?;
        answers.push(answer);
    }
    same("the status", answers[0].status, 404)?;
    same(
        "a foreign project, beside none",
        answers[0].plain(),
        answers[1].plain(),
    )
}

/// An embed asks for what is the team's alone, about what it sees and what it does not.
pub async fn refused(play: &mut Play<'_>) -> Outcome {
    let viewer = play.viewer();
    let talk = play.chance.below(play.world.talks.len());
    let function = play.chance.pick(TEAMS);
    let function = if function == "conversations/open" {
        "team/notes"
    } else {
        function
    };
    play.doing = format!("embed {viewer} asks {function} of conversation {talk}");
    let question = question(play.world.talks[talk].id);
    let Some(answer) = play.ask(viewer, function, &question).await? else {
        return Ok(());
    };
    same("the status", answer.status, 403)?;
    let told = json!({"error": "not available in the embedded inbox"});
    same("the answer", answer.json(), told)
}

const TEAMS: &[&str] = &[
    "conversations/open",
    "team/assign",
    "team/assignments",
    "team/notes",
    "team/keep_note",
    "team/delete_note",
];

/// Fits them all.
fn question(id: ConversationId) -> Value {
    json!({"id": id, "to": null, "note": Uuid::nil(), "text": "A note that is not kept."})
}

impl Play<'_> {
    /// Somebody of the team, and a conversation of their project.
    fn mate_with_talk(&mut self) -> (usize, usize) {
        let mate = self.chance.below(self.world.mates.len());
        let project = self.world.mates[mate].project;
        let talks: Vec<usize> = (0..self.world.talks.len())
            .filter(|talk| self.world.project_of(*talk) == project)
            .collect();
        (mate, self.chance.pick(&talks))
    }

    async fn ask_as_mate(
        &mut self,
        mate: usize,
        function: &str,
        question: &Value,
    ) -> Outcome<Answer> {
        let request = self.mates_request(mate, function);
        let said = question.to_string();
        let answer = self.knock(request, said.clone()).await;
        self.search(Who::Mate(mate), &said, &answer)?;
        Ok(answer)
    }

    fn mates_request(&self, mate: usize, function: &str) -> Builder {
        let project = self.world.mates[mate].project;
        let project = self.world.projects[project].id;
        let path = format!("/inbox/{project}/api/{function}");
        self.with_cookie(Request::post(path), mate)
    }

    fn with_cookie(&self, request: Builder, mate: usize) -> Builder {
        request
            .header("content-type", "application/json")
            .header("sec-fetch-site", "same-origin")
            .header("cookie", format!("oriel={}", self.world.mates[mate].cookie))
    }
}
