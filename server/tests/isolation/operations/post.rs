//! WhatsApp's webhooks, signed and posted as WhatsApp does.

use super::super::difference::{Outcome, same};
use super::super::play::Play;
use super::super::said::Said;
use super::super::sight::Who;
use super::super::world::{News, Thing, World};
use crate::support::post::{envelope, signature, status};
use axum::http::Request;
use serde_json::Value;
use uuid::Uuid;

/// One to three messages to numbers of one project; now and then many of one contact.
pub async fn messages(play: &mut Play<'_>) -> Outcome {
    let project = play.chance.below(play.world.projects.len());
    let mut said = Vec::new();
    if play.chance.one_in(30) {
        let first = play.any_said(project);
        for _ in 0..30 {
            said.push(play.said(first.number, first.contact));
        }
    } else {
        for _ in 0..=play.chance.below(3) {
            said.push(play.any_said(project));
        }
    }
    play.bring(project, said).await
}

/// The same messages in another body: they stand already, and nothing happens.
pub async fn again(play: &mut Play<'_>) -> Outcome {
    let Some((project, mut said)) = play.world.last_post.clone() else {
        return messages(play).await;
    };
    said.reverse();
    play.doing = format!("WhatsApp brings again {said:?}");
    let body = play.world.webhook(&said);
    let secret = play.world.projects[project].app_secret.clone();
    same("the status", play.post(&secret, &body).await?, 200)?;
    play.settle().await
}

/// An app speaks for a number that another app has, or nobody signs at all.
pub async fn foreign(play: &mut Play<'_>) -> Outcome {
    let project = play.chance.below(play.world.projects.len());
    let said = play.any_said(project);
    play.world.known.forget(&said.text);
    let body = play.world.webhook(std::slice::from_ref(&said));
    let own = &play.world.projects[project].app_secret;
    let apps = World::all(&play.world.projects, |other| other.app_secret != *own);
    let app = play.chance.pick(&apps);
    let known = play.chance.one_in(2);
    let secret = if known {
        play.world.projects[app].app_secret.clone()
    } else {
        "nobody's".to_owned()
    };
    play.doing = format!("the app of project {app} brings {said:?}, signed with {secret}");
    same(
        "the status",
        play.post(&secret, &body).await?,
        if known { 200 } else { 401 },
    )?;
    play.settle().await?;
    same(
        "what the foreign app brought is stored",
        play.stored(&said).await.is_some(),
        false,
    )?;
    play.forget_unborn(&said);
    Ok(())
}

/// The right number's app tells where a message of ours is; another number's app changes nothing by it.
pub async fn delivered(play: &mut Play<'_>) -> Outcome {
    let sent = World::all(&play.world.messages, |message| {
        message.delivery == Some("queued")
    });
    if sent.is_empty() {
        return messages(play).await;
    }
    let nth = play.chance.pick(&sent);
    let talk = play.world.messages[nth].talk;
    let own = play.world.talks[talk].number;
    let number = if play.chance.one_in(2) {
        own
    } else {
        play.chance.below(play.world.numbers.len())
    };
    play.doing = format!("number {number} tells that message {nth} is delivered");
    let ours = play.world.messages[nth].id.to_string();
    let wamid = format!("wamid.{}", Uuid::new_v4().simple());
    let body = status(
        &play.world.numbers[number].phone_number_id,
        &wamid,
        "delivered",
        Some(&ours),
    );
    let project = play.world.numbers[number].project;
    let secret = play.world.projects[project].app_secret.clone();
    same("the status", play.post(&secret, &body).await?, 200)?;
    play.settle().await?;
    if number == own {
        play.world.messages[nth].delivery = Some("delivered");
        play.world.news.push(News::Message(nth));
        let shown = play.world.talks[talk].preview == nth;
        play.world.news.extend(shown.then_some(News::Talk(talk)));
    }
    Ok(())
}

impl Play<'_> {
    pub async fn bring(&mut self, project: usize, said: Vec<Said>) -> Outcome {
        self.doing = format!("WhatsApp brings {said:?}");
        let body = self.world.webhook(&said);
        let secret = self.world.projects[project].app_secret.clone();
        same("the status", self.post(&secret, &body).await?, 200)?;
        for said in &said {
            self.apply(said).await?;
        }
        self.world.last_post = Some((project, said));
        Ok(())
    }

    async fn post(&mut self, secret: &str, body: &Value) -> Outcome<u16> {
        let body = body.to_string();
        let request = Request::post("/webhooks/whatsapp")
            .header("x-hub-signature-256", signature(secret, body.as_bytes()));
        let answer = self.knock(request, body).await;
        self.search(Who::Nobody, "", &answer)?;
        Ok(answer.status)
    }
}

impl World {
    /// All of it in one body, with an entry for each message.
    fn webhook(&self, said: &[Said]) -> Value {
        let entries = said.iter().map(|said| {
            let webhook = said.webhook(&self.numbers[said.number], &self.contacts[said.contact]);
            webhook["entry"][0].clone()
        });
        envelope(entries.collect())
    }
}

impl Play<'_> {
    /// A contact who was made up for a message that did not come to be.
    fn forget_unborn(&mut self, said: &Said) {
        let last = self.world.contacts.len() - 1;
        if said.contact == last && self.world.contacts[last].id.uuid().is_nil() {
            let contact = self.world.contacts.pop().unwrap();
            self.world.known.forget(&contact.name);
            self.world
                .known
                .forget_digits(&contact.phone, Thing::Contact(last));
        }
    }
}
