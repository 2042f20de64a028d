//! Lists, with every filter, to the last page.

use super::super::difference::{Outcome, same, says_all};
use super::super::expect::Filter;
use super::super::play::Play;
use super::super::world::World;
use serde_json::{Value, json};

/// Rows of a page.
pub const PAGE: usize = 30;

pub async fn every_page(play: &mut Play<'_>) -> Outcome {
    let viewer = play.viewer();
    let filter = play.filter(viewer);
    play.doing = format!("embed {viewer} lists {filter:?}");
    let expected: Vec<Value> = play.rows(viewer, &filter);
    let mut after = Value::Null;
    for page in expected
        .chunks(PAGE)
        .chain(expected.is_empty().then_some(&[][..]))
    {
        let question = json!({"filter": filter.json(), "after": after});
        let Some(told) = play.told(viewer, "conversations/list", &question).await? else {
            return Ok(());
        };
        says_all("a page of the list", told["rows"].as_array().unwrap(), page)?;
        after = told["next"].clone();
    }
    same("there is another page", after, Value::Null)
}

impl Play<'_> {
    pub fn rows(&self, viewer: usize, filter: &Filter) -> Vec<Value> {
        let rows = self.world.list(viewer, filter);
        rows.into_iter().map(|talk| self.world.row(talk)).collect()
    }

    /// Any filter; what it names may be somebody else's.
    pub fn filter(&mut self, viewer: usize) -> Filter {
        Filter {
            status: self
                .chance
                .pick(&["active", "active", "ended", "all", "all"]),
            search: self.search_text(),
            number: self.chance.one_in(3).then(|| self.number_name(viewer)),
            unread: self.chance.one_in(4),
            handoff: self.chance.one_in(5),
        }
    }

    fn number_name(&mut self, viewer: usize) -> String {
        let mut all: Vec<usize> = (0..self.world.numbers.len()).collect();
        if self.chance.one_in(2) {
            let project = self.world.embeds[viewer].project;
            all = World::all(&self.world.numbers, |number| number.project == project);
        }
        let nth = self.chance.pick(&all);
        let number = &self.world.numbers[nth];
        match self.chance.below(5) {
            0 => "all the others".to_owned(),
            1 | 2 => number.id.to_string(),
            _ => number.phone_number_id.clone(),
        }
    }

    fn search_text(&mut self) -> String {
        let (contact, message) = (
            self.chance.below(self.world.contacts.len()),
            self.chance.below(self.world.messages.len()),
        );
        let contact = &self.world.contacts[contact];
        let (name, phone) = (contact.name.clone(), contact.phone.clone());
        let text = self.world.messages[message].text.clone();
        match self.chance.below(20) {
            0 => name,
            1 => name.to_uppercase(),
            2 => name.chars().skip(6).take(10).collect(),
            3 => phone,
            4 => format!(
                "+{} ({}) {}-{}",
                &phone[..1],
                &phone[1..4],
                &phone[4..7],
                &phone[7..]
            ),
            5 => phone[5..10].to_owned(),
            6 => format!(" {}-{} ", &phone[4..7], &phone[7..9]),
            7 => text,
            8 => self
                .chance
                .pick(&[
                    "%", "_", "100%", "under_", "!", "'", "\\", "zqx", "1999", "99",
                ])
                .to_owned(),
            9 => "nobody is called this".to_owned(),
            _ => String::new(),
        }
    }
}
