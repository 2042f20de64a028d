//! Live lines are opened, left, and opened again where somebody left off.

use super::super::difference::{Outcome, differs, same};
use super::super::ear::{Ear, Next};
use super::super::play::Play;
use crate::support::line::Line;
use app::domain::time::{SECOND, Timestamp};
use server::live::RESYNC_AFTER;
use server::store::event;
use std::collections::BTreeSet;

/// Those who listen at once, beside the one of each project who hears everything.
const AT_ONCE: usize = 6;

pub async fn open(play: &mut Play<'_>) -> Outcome {
    let viewer = play.viewer();
    play.doing = format!("embed {viewer} opens a line");
    play.connect(viewer, None).await
}

/// With a number out of the log: what happened since is told, as far as it is the viewer's now.
pub async fn resume(play: &mut Play<'_>) -> Outcome {
    let viewer = play.viewer();
    let log = &play.world.projects[play.world.embeds[viewer].project].log;
    if log.is_empty() {
        return Ok(());
    }
    // Mostly somebody who was away for a moment.
    let away = if play.chance.one_in(10) {
        log.len()
    } else {
        log.len().min(40)
    };
    let (after, _) = log[log.len() - 1 - play.chance.below(away)];
    play.doing = format!("embed {viewer} opens a line after event {after}");
    play.connect(viewer, Some(after)).await
}

pub async fn leave(play: &mut Play<'_>) -> Outcome {
    let witnesses = play.world.projects.len();
    if play.ears.len() > witnesses {
        let nth = witnesses + play.chance.below(play.ears.len() - witnesses);
        play.doing = format!("embed {} closes its line", play.ears[nth].embed);
        play.ears.remove(nth);
    }
    Ok(())
}

impl Play<'_> {
    pub async fn connect(&mut self, viewer: usize, after: Option<u64>) -> Outcome {
        let embed = &self.world.embeds[viewer];
        let (nth, project) = (self.chance.below(embed.tokens.len()), embed.project);
        // Not one that closes while it is opened.
        let now = Timestamp::now().0;
        let open = embed.is_open(nth, now);
        if open != embed.is_open(nth, now + 2 * SECOND)
            || self.ears.len() >= self.world.projects.len() + AT_ONCE
        {
            return Ok(());
        }
        let token = &embed.tokens[nth].0;
        let line = match Line::connect(self.house, token, after, None).await {
            Ok(line) if open => line,
            Ok(_) => return differs("a closed embed opens a line".to_owned()),
            Err(status) => {
                return same(
                    "an open embed is refused a line",
                    (status, open),
                    (401, false),
                );
            }
        };
        let seq = event::latest(self.house.db(), self.world.projects[project].id)
            .await
            .unwrap();
        let missed = self.world.projects[project].log.iter();
        let missed = missed.filter(|(seq, _)| after.is_some_and(|after| *seq > after));
        let expected: BTreeSet<_> = self.world.heard_by(viewer, missed.map(|(_, news)| *news));
        let anew = after.is_some_and(|after| seq - after > RESYNC_AFTER);
        let mut ear = Ear {
            embed: viewer,
            line,
        };
        let expected = if anew { BTreeSet::new() } else { expected };
        let next = ear
            .hear(&self.world, &expected, Some(seq), self.tally)
            .await?;
        same("the line begins anew", next == Next::Anew, anew)?;
        if next == Next::Open || next == Next::Anew {
            self.ears.push(ear);
        }
        Ok(())
    }
}
