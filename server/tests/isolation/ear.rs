//! Open lines: what each hears is read as it comes.

use super::difference::{Outcome, differs, same};
use super::hearing::Subject;
use super::search::search;
use super::sight::Who;
use super::tally::Tally;
use super::world::World;
use crate::support::line::Line;
use app::domain::change::closed;
use app::domain::time::Timestamp;
use futures::FutureExt;
use serde_json::Value;
use std::collections::BTreeSet;
use std::time::Duration;
use tokio::time::timeout;

pub struct Ear {
    pub embed: usize,
    pub line: Line,
}

/// How a line goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    Open,
    Closed,
    /// Too much was missed.
    Anew,
}

const PATIENCE: Duration = Duration::from_secs(12);

impl Ear {
    /// Reads until everything expected was heard, and on as long as there is more. With `live`, until the line says
    /// that nothing is missing.
    pub async fn hear(
        &mut self,
        world: &World,
        expected: &BTreeSet<Subject>,
        live: Option<u64>,
        tally: &mut Tally,
    ) -> Outcome<Next> {
        let mut heard = BTreeSet::new();
        let mut is_live = live.is_none();
        loop {
            let text = if is_live && expected.is_subset(&heard) {
                match self.line.text().now_or_never() {
                    Some(text) => text,
                    None => return Ok(Next::Open),
                }
            } else if let Ok(text) = timeout(PATIENCE, self.line.text()).await {
                text
            } else {
                let missing = expected.difference(&heard);
                return differs(format!("embed {} never heard {missing:?}", self.embed));
            };
            let frame = match text {
                Ok(text) => self.read(world, &text, expected, tally)?,
                Err(code) => return self.closed(world, code),
            };
            if frame["live"].is_object() {
                if let Some(seq) = live.filter(|_| !is_live) {
                    same(
                        "the line's number",
                        frame["live"]["seq"].as_u64(),
                        Some(seq),
                    )?;
                }
                is_live = true;
            } else if frame["resync"].is_object() {
                return Ok(Next::Anew);
            }
            for change in frame["changes"]["changes"].as_array().into_iter().flatten() {
                let subject = world.compare(change)?;
                if !expected.contains(&subject) {
                    let embed = self.embed;
                    return differs(format!(
                        "embed {embed} hears {subject:?}, expected {expected:?}"
                    ));
                }
                heard.insert(subject);
            }
        }
    }

    /// Whoever loses a conversation is told its id, and nothing else of it.
    fn read(
        &self,
        world: &World,
        text: &str,
        expected: &BTreeSet<Subject>,
        tally: &mut Tally,
    ) -> Outcome<Value> {
        let gone = expected.iter().filter_map(|subject| match subject {
            Subject::Gone(talk) => Some(world.talks[*talk].id.to_string()),
            _ => None,
        });
        let gone: Vec<String> = gone.collect();
        tally.frame(text.len());
        search(
            world,
            Who::Embed(self.embed),
            &gone.join(" "),
            text.as_bytes(),
        )?;
        Ok(serde_json::from_str(text).unwrap())
    }

    pub fn is_over(&self, world: &World) -> bool {
        let end = world.embeds[self.embed].expires_at;
        end.is_some_and(|end| end <= Timestamp::now().0)
    }

    /// At the moment of expiry the line is closed, within a second.
    pub async fn end(&mut self, world: &World, tally: &mut Tally) -> Outcome<Next> {
        while let Ok(text) = timeout(Duration::from_secs(1), self.line.text()).await {
            match text {
                Ok(text) => drop(self.read(world, &text, &BTreeSet::new(), tally)?),
                Err(code) => return self.closed(world, code),
            }
        }
        differs(format!(
            "the line of embed {} is open after its end",
            self.embed
        ))
    }

    /// A line ends by itself when its embed does.
    fn closed(&self, world: &World, code: u16) -> Outcome<Next> {
        same(
            "the line is closed",
            (code, self.is_over(world)),
            (closed::EXPIRED, true),
        )?;
        Ok(Next::Closed)
    }
}
