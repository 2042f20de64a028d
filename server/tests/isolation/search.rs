//! Every text that leaves the server is searched, byte by byte, for what is not its reader's.

use super::difference::{Outcome, differs};
use super::door::Answer;
use super::marks::{Mark, marks};
use super::play::Play;
use super::sight::Who;
use super::world::World;

impl Play<'_> {
    pub fn search(&mut self, who: Who, said: &str, answer: &Answer) -> Outcome {
        self.tally.searched += 1;
        let world = &self.world;
        search(world, who, said, answer.headers.as_bytes())?;
        search(world, who, said, &answer.body)
    }
}

/// Looks for anything that is recognised and not this asker's.
pub fn search(world: &World, who: Who, said: &str, text: &[u8]) -> Outcome {
    let found = marks(text);
    if found.is_empty() {
        return Ok(());
    }
    let said = marks(said.as_bytes());
    let visible = match who {
        Who::Embed(embed) => world.visible(embed),
        Who::Program(_) | Who::Mate(_) | Who::Nobody => Vec::new(),
    };
    for mark in found
        .difference(&said)
        .filter(|mark| !is_own(world, who, mark))
    {
        let Some(things) = world.known.things(mark) else {
            return differs(format!(
                "{who:?} is shown {mark:?} from elsewhere: {}",
                around(text, mark)
            ));
        };
        let may = things
            .iter()
            .any(|thing| world.may_show(who, &visible, *thing));
        if !may && !things.is_empty() {
            let around = around(text, mark);
            return differs(format!(
                "{who:?} is shown {mark:?}, which is {things:?}: {around}"
            ));
        }
    }
    Ok(())
}

/// A page may hold the token that opened it.
fn is_own(world: &World, who: Who, mark: &Mark) -> bool {
    match (who, mark) {
        (Who::Embed(embed), Mark::Token(token)) => world.embeds[embed]
            .tokens
            .iter()
            .any(|(own, _)| own == token),
        _ => false,
    }
}

/// Where in an answer it stands.
fn around(text: &[u8], mark: &Mark) -> String {
    let text = String::from_utf8_lossy(text);
    let mark = match mark {
        Mark::Word(text) | Mark::Digits(text) | Mark::Token(text) => text.clone(),
        Mark::Id(id) => id.to_string(),
    };
    let Some(at) = text.find(&mark) else {
        return "in another spelling".to_owned();
    };
    let from = text.floor_char_boundary(at.saturating_sub(120));
    let to = text.ceil_char_boundary((at + mark.len() + 120).min(text.len()));
    format!("…{}…", &text[from..to])
}
