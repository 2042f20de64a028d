//! The oracle: who sees what, by the words of the specification and one thing at a time.
//! It is naive on purpose and shares nothing with the server.

use super::world::{Embed, Scope, Talk, Thing, World};

/// Who gets an answer.
#[derive(Clone, Copy, Debug)]
pub enum Who {
    Embed(usize),
    /// A program with the key of this project.
    Program(usize),
    /// Somebody of the team.
    Mate(usize),
    Nobody,
}

impl World {
    pub fn sees(&self, embed: &Embed, talk: &Talk) -> bool {
        self.in_scope(embed, talk) && in_hands(embed, talk.assignee)
    }

    /// Apart from whose hands it is in.
    pub fn in_scope(&self, embed: &Embed, talk: &Talk) -> bool {
        let (number, contact) = (&self.numbers[talk.number], &self.contacts[talk.contact]);
        if number.project != embed.project || contact.project != embed.project {
            return false;
        }
        match embed.scope {
            Scope::Project => true,
            Scope::Number(of) => talk.number == of,
            Scope::Customer(of) => number.customer == Some(of) || contact.customer == Some(of),
        }
    }

    pub fn visible(&self, embed: usize) -> Vec<usize> {
        let embed = &self.embeds[embed];
        Self::all(&self.talks, |talk| self.sees(embed, talk))
    }

    /// Where it goes on with the same two, if this one has ended and the embed sees the other.
    pub fn newer(&self, embed: usize, talk: usize) -> Option<usize> {
        let here = &self.talks[talk];
        let goes_on = |nth: &usize| {
            let there = &self.talks[*nth];
            there.active && (there.number, there.contact) == (here.number, here.contact)
        };
        let mut visible = self.visible(embed).into_iter();
        visible.find(goes_on).filter(|_| !here.active)
    }

    /// The numbers that an embed may offer: those of its scope, and those of conversations that it sees.
    pub fn numbers_of(&self, embed: usize, visible: &[usize]) -> Vec<usize> {
        let embed = &self.embeds[embed];
        (0..self.numbers.len())
            .filter(|nth| {
                let number = &self.numbers[*nth];
                let own = match embed.scope {
                    Scope::Project => number.project == embed.project,
                    Scope::Number(of) => of == *nth,
                    Scope::Customer(of) => number.customer == Some(of),
                };
                own || visible.iter().any(|talk| self.talks[*talk].number == *nth)
            })
            .collect()
    }

    /// Whether an answer to somebody may show a thing. `visible` are the conversations of an embed.
    pub fn may_show(&self, who: Who, visible: &[usize], thing: Thing) -> bool {
        match who {
            Who::Embed(embed) => match thing {
                Thing::Talk(talk) => visible.contains(&talk),
                Thing::Message(message) => visible.contains(&self.messages[message].talk),
                Thing::Contact(of) => visible.iter().any(|talk| self.talks[*talk].contact == of),
                Thing::Number(of) => self.numbers_of(embed, visible).contains(&of),
                _ => false,
            },
            Who::Program(project) => self.belongs(thing, project),
            Who::Mate(mate) => self.is_the_teams(thing, self.mates[mate].project),
            Who::Nobody => false,
        }
    }

    /// Everything but the ways in for others.
    fn is_the_teams(&self, thing: Thing, project: usize) -> bool {
        match thing {
            Thing::Embed(_) => false,
            Thing::Note(of) => self.contacts[of].project == project,
            _ => self.belongs(thing, project),
        }
    }

    fn belongs(&self, thing: Thing, project: usize) -> bool {
        match thing {
            Thing::Project(of) => of == project,
            Thing::Customer(of) => self.customers[of].project == project,
            Thing::User(of) => self.users[of].projects.contains(&project),
            Thing::Number(of) => self.numbers[of].project == project,
            Thing::Contact(of) => self.contacts[of].project == project,
            Thing::Talk(of) => self.project_of(of) == project,
            Thing::Message(of) => self.project_of(self.messages[of].talk) == project,
            Thing::Embed(of) => self.embeds[of].project == project,
            // The API tells of no notes.
            Thing::Note(_) | Thing::Past => false,
        }
    }
}

pub fn in_hands(embed: &Embed, assignee: Option<usize>) -> bool {
    match embed.assignee {
        Some(user) => assignee == Some(user),
        None => true,
    }
}

impl Embed {
    /// Whether this token of the embed opens anything at a moment.
    pub fn is_open(&self, token: usize, at: i64) -> bool {
        let until = self.tokens[token].1;
        !self.revoked
            && self.expires_at.is_none_or(|end| at < end)
            && until.is_none_or(|end| at < end)
    }
}
