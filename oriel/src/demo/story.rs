//! The conversations of the demo: who said what, when, and how it stands.

use super::chance::Chance;
use super::content::{Before, Content, content};
use super::files::Files;
use super::person::{self, Person};
use super::talk::{Gaps, Talk, Turn, chatter, nudges, spoken, talks};
use sandbox::{Status, wamid};
use serde_json::Value;

/// One conversation.
pub struct Story {
    pub person: Person,
    /// The place of its number among the demo's numbers.
    pub number: usize,
    pub lines: Vec<Line>,
    /// From this line on nobody has looked at it.
    pub seen: usize,
    pub ended: bool,
    /// The state of its newest execution.
    pub automation: Option<&'static str>,
    /// The contact belongs to the customer that owns no number.
    pub of_customer: bool,
}

pub struct Line {
    pub id: String,
    pub from_customer: bool,
    /// Seconds since 1970.
    pub at: u64,
    pub kind: &'static str,
    pub node: Value,
    pub beside: Value,
    /// How far a message of the business came.
    pub status: Status,
}

impl Story {
    pub fn ends_at(&self) -> u64 {
        self.lines.last().map_or(0, |line| line.at)
    }

    /// The last message of a side.
    fn last_of(&self, from_customer: bool) -> Option<&str> {
        let mut lines = self.lines.iter().rev();
        lines
            .find(|line| line.from_customer == from_customer)
            .map(|line| line.id.as_str())
    }
}

/// What the demo shows: conversations that ended before another one of the same people began, and all others.
pub struct Stories {
    pub earlier: Vec<Story>,
    pub newest: Vec<Story>,
}

const SEED: u64 = 0x0a0c_0217;
const HOUR: u64 = 60 * 60;
const DAY: u64 = 24 * HOUR;
const LANGUAGES: &[&str] = &[
    "en", "en", "es", "en", "de", "en", "en", "pt", "en", "ar", "en", "en", "hi", "en", "de", "es",
    "ja",
];
const LONG_THREAD: usize = 300;

/// The same stories for the same count, moved to end shortly before `now`.
pub fn stories(count: usize, now: u64, files: &Files) -> Stories {
    let mut author = Author {
        chance: Chance::new(SEED),
        talks: talks(),
        told: [0; 16],
        files,
    };
    let mut stories = Stories {
        earlier: Vec::new(),
        newest: Vec::new(),
    };
    for nth in 0..count {
        let story = author.story(nth, count, now);
        // Some have been here before.
        if nth % 17 == 3 {
            let before = story.lines.first().map_or(now, |line| line.at)
                - author.chance.between(2 * DAY, 5 * DAY);
            stories
                .earlier
                .push(author.told(&story.person, "en", story.number, before, None));
        }
        stories.newest.push(story);
    }
    if let Some(story) = stories
        .newest
        .get_mut(LONG.min(count.saturating_sub(1)))
        .filter(|_| count > LONG)
    {
        *story = author.long(story.person.clone(), story.ends_at());
    }
    stories
        .earlier
        .iter_mut()
        .for_each(|story| story.ended = true);
    stories
}

/// The place of the long thread among the newest.
const LONG: usize = 5;

struct Author<'a> {
    chance: Chance,
    talks: Vec<Talk>,
    /// How often a talk of each language was told.
    told: [usize; 16],
    files: &'a Files,
}

impl Author<'_> {
    fn story(&mut self, nth: usize, count: usize, now: u64) -> Story {
        if nth == 0 {
            return self.mara(now);
        }
        let language = LANGUAGES[nth % LANGUAGES.len()];
        let person = person::person(language, nth, &mut self.chance);
        let age = age(nth, count);
        let ends_at = now - age - self.chance.below(age / 6 + 20);
        let cut = (nth % 3 == 1).then(|| self.chance.between(1, 4) as usize);
        let mut story = self.told(&person, language, usize::MAX, ends_at, cut);
        story.ended = if age > DAY {
            !self.chance.percent(12)
        } else {
            self.chance.percent(7)
        };
        story.automation = if story.ended { None } else { automation(nth) };
        story.of_customer = nth % 16 == 7;
        if !story.ended && self.chance.percent(60) {
            story.seen = trailing(&story.lines);
        }
        story
    }

    /// The conversation of the person whose record the host page shows.
    fn mara(&mut self, now: u64) -> Story {
        let said = "< Hi! Is my *Tern GSD* ready?\n> Hello Mara 👋 Nearly: order AB-1042 waits for its chain guard.\n\
             < [image old] It also made this noise again, can you have a look?\n> We will. It is free of charge.\n\
             < And could I collect it on Friday at 10:00?";
        let turns = spoken(said);
        let mut story = self.say(&person::mara(), "en", 0, &turns, now - 45);
        story.seen = trailing(&story.lines);
        story
    }

    /// A talk in this language, to this number if the language has one for it, to its own otherwise.
    fn told(
        &mut self,
        person: &Person,
        language: &str,
        number: usize,
        ends_at: u64,
        cut: Option<usize>,
    ) -> Story {
        let fits =
            |talk: &&Talk| talk.language == language && (number > 1 || place(talk) == number);
        let fitting: Vec<&Talk> = self.talks.iter().filter(fits).collect();
        let slot = LANGUAGES
            .iter()
            .position(|known| *known == language)
            .unwrap_or(0)
            % self.told.len();
        let talk = fitting[self.told[slot] % fitting.len()].clone();
        self.told[slot] += 1;
        let mut turns = talk.turns.clone();
        turns.truncate(cut.unwrap_or(turns.len()));
        if language == "en" && cut.is_some() && turns.last().is_some_and(|turn| turn.from_customer)
        {
            turns.extend(nudges().into_iter().take(self.chance.below(5) as usize));
        }
        self.say(person, language, place(&talk), &turns, ends_at)
    }

    /// A day of a courier and the dispatcher, and then another.
    fn long(&mut self, person: Person, ends_at: u64) -> Story {
        let turns: Vec<Turn> = chatter().into_iter().cycle().take(LONG_THREAD).collect();
        let mut story = self.say(&person, "en", 1, &turns, ends_at);
        story.of_customer = true;
        story
    }

    fn say(
        &mut self,
        person: &Person,
        language: &str,
        number: usize,
        turns: &[Turn],
        ends_at: u64,
    ) -> Story {
        let gaps = Gaps::new(person, language, &mut self.chance);
        let lines = Vec::with_capacity(turns.len());
        let mut story = Story {
            person: person.clone(),
            number,
            lines,
            seen: turns.len(),
            ended: false,
            automation: None,
            of_customer: false,
        };
        for (turn, at) in turns.iter().zip(self.times(turns, ends_at)) {
            let before = Before {
                theirs: story.last_of(!turn.from_customer),
                own: story.last_of(turn.from_customer),
            };
            let Content { kind, node, beside } = content(turn, &gaps, before, self.files);
            let (id, from_customer) = (wamid(&person.phone), turn.from_customer);
            story.lines.push(Line {
                id,
                from_customer,
                at,
                kind,
                node,
                beside,
                status: Status::Read,
            });
        }
        self.reach(&mut story, turns);
        story
    }

    /// People answer within seconds or within the hour; the last word is said at `ends_at`.
    fn times(&mut self, turns: &[Turn], ends_at: u64) -> Vec<u64> {
        let mut at = ends_at;
        let mut times = Vec::with_capacity(turns.len());
        for turn in turns.iter().rev() {
            times.push(at);
            let quick = self.chance.percent(70);
            at -= turn.hours_before * HOUR
                + if quick {
                    self.chance.between(7, 90)
                } else {
                    self.chance.between(91, 1_800)
                };
        }
        times.reverse();
        times
    }

    /// What the customer answered was read; what came last may still be on its way.
    fn reach(&mut self, story: &mut Story, turns: &[Turn]) {
        let answered = story
            .lines
            .iter()
            .rposition(|line| line.from_customer)
            .unwrap_or(0);
        for (nth, (line, turn)) in story.lines.iter_mut().zip(turns).enumerate() {
            line.status = match (turn.kind, nth > answered, self.chance.below(4)) {
                ("failed", ..) => Status::Failed,
                (_, true, 0) => Status::Sent,
                (_, true, 1) => Status::Delivered,
                _ => Status::Read,
            };
        }
    }
}

fn place(talk: &Talk) -> usize {
    usize::from(talk.number == "support")
}

/// Seconds between a story's end and now: many of the last hours, some of two weeks ago.
fn age(nth: usize, count: usize) -> u64 {
    let part = nth as f64 / count.max(1) as f64;
    60 + (13.5 * DAY as f64 * part.powf(3.2)) as u64 + 40 * nth.min(30) as u64
}

fn automation(nth: usize) -> Option<&'static str> {
    match nth {
        8 | 26 | 61 => Some("running"),
        15 | 33 => Some("waiting"),
        12 | 49 => Some("failed"),
        20 => Some("ended"),
        _ if nth % 6 == 4 => Some("handoff"),
        _ => None,
    }
}

/// Where the customer's last words begin. What refers to words of their own is not left unread.
fn trailing(lines: &[Line]) -> usize {
    let last = lines
        .iter()
        .rposition(|line| !line.from_customer || ["edit", "revoke"].contains(&line.kind));
    last.map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::domain::message::Kind;
    use server::whatsapp::content;
    use std::collections::BTreeSet;

    async fn two_hundred() -> Stories {
        let settings = sandbox::Settings {
            listen: ([127, 0, 0, 1], 0).into(),
            numbers: Vec::new(),
            app_secret: String::new(),
            webhook_url: String::new(),
        };
        let sandbox = sandbox::start(settings).await.unwrap();
        stories(200, 1_800_000_000, &Files::new(&sandbox))
    }

    fn all(stories: &Stories) -> impl Iterator<Item = &Story> {
        stories.earlier.iter().chain(&stories.newest)
    }

    #[tokio::test]
    async fn every_kind_of_message_is_said_at_least_once() {
        let stories = two_hundred().await;
        let lines = all(&stories).flat_map(|story| &story.lines);
        let said: BTreeSet<&str> = lines
            .map(|line| {
                let mut message = line.beside.clone();
                message["type"] = line.kind.into();
                message[line.kind] = line.node.clone();
                content::content(&message).kind.word()
            })
            .collect();
        let missing: Vec<&str> = Kind::ALL
            .iter()
            .map(|kind| kind.word())
            .filter(|word| !said.contains(word))
            .collect();
        assert_eq!(missing, Vec::<&str>::new());
    }

    #[tokio::test]
    async fn they_stand_in_every_state_that_the_inbox_knows() {
        let stories = two_hundred().await;
        let count = |fits: fn(&Story) -> bool| all(&stories).filter(|story| fits(story)).count();
        assert!(count(|story| story.ended) > 60);
        assert!(count(|story| !story.ended) > 60);
        assert!(count(|story| story.seen < story.lines.len()) > 20);
        assert!(count(|story| !story.person.shares_phone) > 5);
        assert!(count(|story| story.of_customer) > 5);
        assert!(count(|story| story.automation == Some("handoff")) >= 10);
        assert!(count(|story| story.automation == Some("failed")) >= 2);
        assert!(count(|story| story.lines.iter().any(|line| line.status == Status::Failed)) >= 1);
        assert_eq!(count(|story| story.lines.len() == LONG_THREAD), 1);
    }

    #[tokio::test]
    async fn nobody_speaks_before_what_was_said_or_after_now() {
        let stories = two_hundred().await;
        for story in all(&stories) {
            assert!(story.lines.windows(2).all(|pair| pair[0].at < pair[1].at));
            assert!(story.ends_at() < 1_800_000_000);
        }
    }
}
