//! What is told, and how much of it is one viewer's.

use crate::access::viewer::{NumberStanding, Standing, Viewer};
use app::domain::id::UserId;
use app::domain::viewer::Place;

/// Changes up to an event, ready to be sent.
pub struct Told {
    pub seq: u64,
    /// Lists are to be read anew instead.
    pub resync: bool,
    pub(super) parts: Vec<Part>,
    pub(super) numbers: Vec<NumberPart>,
}

pub(super) struct Part {
    pub standing: Standing,
    /// Who loses sight of the conversation by this.
    pub former: Option<UserId>,
    /// The change for those who see it, and for those who do not any more.
    pub seen: Option<String>,
    /// The change for those who see only what is assigned to them, where it quotes another conversation.
    pub narrow: Option<String>,
    /// The change for the team, where it is told more than embeds, or what embeds are not told at all.
    pub team: Option<String>,
    pub gone: String,
}

/// A change of a number, for those who see it.
pub(super) struct NumberPart {
    pub standing: NumberStanding,
    pub change: String,
}

/// A frame is sent as a whole, so it must stay well below what a socket may hold back.
const FRAME: usize = 256 << 10;

impl Told {
    /// The frames for one viewer; none when nothing of it is theirs. The page keeps the number it heard last,
    /// so only the last frame says how far this goes: a line cut in between tells all of it again.
    pub fn frames(&self, before: u64, viewer: &Viewer) -> Vec<String> {
        let mut frames: Vec<Vec<&str>> = Vec::new();
        let mut size = 0;
        let parts = self.parts.iter().filter_map(|part| part.for_viewer(viewer));
        let numbers = self.numbers.iter();
        let numbers = numbers.filter(|part| viewer.admits_number(&part.standing));
        for change in parts.chain(numbers.map(|part| part.change.as_str())) {
            size += change.len();
            match frames.last_mut() {
                Some(frame) if size <= FRAME => frame.push(change),
                _ => {
                    size = change.len();
                    frames.push(vec![change]);
                }
            }
        }
        let last = frames.len();
        let seq = |nth: usize| if nth == last { self.seq } else { before };
        let numbered = frames.iter().zip(1..);
        numbered
            .map(|(changes, nth)| frame(seq(nth), changes))
            .collect()
    }
}

fn frame(seq: u64, changes: &[&str]) -> String {
    format!(
        r#"{{"changes":{{"seq":{seq},"changes":[{}]}}}}"#,
        changes.join(",")
    )
}

impl Part {
    fn for_viewer(&self, viewer: &Viewer) -> Option<&str> {
        if viewer.admits(&self.standing) {
            let team = self
                .team
                .as_deref()
                .filter(|_| viewer.place() == Place::Team);
            if team.is_some() {
                return team;
            }
            let narrow = self
                .narrow
                .as_deref()
                .filter(|_| viewer.assignee().is_some());
            return narrow.or(self.seen.as_deref());
        }
        let lost = self.former.is_some() && viewer.assignee() == self.former;
        let before = Standing {
            assignee: self.former,
            ..self.standing
        };
        (lost && viewer.admits(&before)).then_some(&self.gone)
    }
}
