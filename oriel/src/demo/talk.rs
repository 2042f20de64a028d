//! The texts of `talks.txt`, with their gaps filled in.

use super::chance::Chance;
use super::person::Person;

/// A talk as it is written down.
#[derive(Clone, Debug)]
pub struct Talk {
    pub language: &'static str,
    /// `sales` or `support`.
    pub number: &'static str,
    pub turns: Vec<Turn>,
}

#[derive(Clone, Debug)]
pub struct Turn {
    pub from_customer: bool,
    /// `text`, or what stands in brackets.
    pub kind: &'static str,
    /// What follows the kind in its brackets.
    pub about: &'static str,
    pub text: &'static str,
    pub hours_before: u64,
}

pub fn talks() -> Vec<Talk> {
    let blocks = include_str!("talks.txt").split("\n\n");
    blocks.filter_map(talk).collect()
}

/// What couriers and their dispatcher say all day.
pub fn chatter() -> Vec<Turn> {
    turns(include_str!("chatter.txt").lines())
}

/// A talk of the moment.
pub fn spoken(text: &'static str) -> Vec<Turn> {
    turns(text.lines().map(str::trim))
}

fn talk(block: &'static str) -> Option<Talk> {
    let mut lines = block.lines().filter(|line| !line.starts_with('#'));
    let (language, number) = lines.next()?.split_once(' ')?;
    Some(Talk {
        language,
        number,
        turns: turns(lines),
    })
}

fn turns(lines: impl Iterator<Item = &'static str>) -> Vec<Turn> {
    let mut pause = 0;
    let mut turns = Vec::new();
    for line in lines {
        match line.split_once(' ') {
            Some(("~", hours)) => pause = hours.parse().unwrap_or(1),
            Some((mark @ ("<" | ">"), said)) => {
                turns.push(turn(mark == "<", said, std::mem::take(&mut pause)))
            }
            _ => {}
        }
    }
    turns
}

fn turn(from_customer: bool, said: &'static str, hours_before: u64) -> Turn {
    let bracketed = said.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let (kind, text) = bracketed.unwrap_or(("text", said));
    let (kind, about) = kind.split_once(' ').unwrap_or((kind, ""));
    Turn {
        from_customer,
        kind,
        about,
        text: text.trim(),
        hours_before,
    }
}

/// What fills the gaps of one talk.
pub struct Gaps([(&'static str, String); 9]);

impl Gaps {
    pub fn new(person: &Person, language: &str, chance: &mut Chance) -> Self {
        let (price, fee) = (chance.between(60, 480) * 10, chance.between(4, 26) * 5);
        Self([
            ("{name}", person.first_name().to_owned()),
            ("{bike}", chance.pick(BIKES).to_owned()),
            ("{part}", chance.pick(PARTS).to_owned()),
            ("{day}", chance.pick(DAYS).to_owned()),
            ("{time}", chance.pick(TIMES).to_owned()),
            ("{price}", format!("{price}{}", currency(language))),
            ("{fee}", format!("{fee}{}", currency(language))),
            ("{order}", format!("AB-{}", chance.between(1043, 1988))),
            ("{agent}", chance.pick(AGENTS).to_owned()),
        ])
    }

    pub fn fill(&self, text: &str) -> String {
        self.0
            .iter()
            .fold(text.to_owned(), |text, (gap, word)| text.replace(gap, word))
    }
}

fn currency(language: &str) -> &'static str {
    match language {
        "en" => " pounds",
        "pt" => " reais",
        "ar" => " درهم",
        "hi" => "00 ₹",
        "ja" => "00円",
        _ => " €",
    }
}

/// What people add when nobody answers.
pub fn nudges() -> Vec<Turn> {
    spoken(
        "< Hello?\n< Are you there?\n< It is a bit urgent\n< I'll be at the shop around noon anyway",
    )
}

const BIKES: &[&str] = &[
    "Tern GSD",
    "Urban 7",
    "Heron",
    "Kestrel 2",
    "Mill Lane Tourer",
    "Wren",
    "Packhorse",
    "Swift E",
];
const PARTS: &[&str] = &[
    "brake lever",
    "rear wheel",
    "display",
    "mudguard",
    "chain guard",
    "bottom bracket",
    "kickstand",
];
const DAYS: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];
const TIMES: &[&str] = &["9:30", "10:00", "11:15", "13:00", "14:30", "16:00", "17:00"];
const AGENTS: &[&str] = &["Olga", "Samir", "Beth", "Tomasz", "Yuki"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_talk_has_both_sides_and_a_number() {
        let talks = talks();
        assert!(talks.len() > 40);
        for talk in talks {
            assert!(["sales", "support"].contains(&talk.number), "{talk:?}");
            assert!(talk.turns.iter().any(|turn| turn.from_customer), "{talk:?}");
            assert!(
                talk.turns.iter().any(|turn| !turn.from_customer),
                "{talk:?}"
            );
        }
        assert!(chatter().len() > 30);
    }

    #[test]
    fn no_gap_stays_open() {
        let mut chance = Chance::new(1);
        let gaps = Gaps::new(&super::super::person::mara(), "en", &mut chance);
        let turns = talks()
            .into_iter()
            .flat_map(|talk| talk.turns)
            .chain(chatter());
        for turn in turns {
            let filled = gaps.fill(turn.text);
            assert!(!filled.contains('{'), "{filled}");
        }
    }
}
