//! How long is waited for what, and how often WhatsApp is asked. Tests are less patient than WhatsApp.

use crate::media::take::Pace;
use app::domain::time::{HOUR, MINUTE, SECOND};
use std::time::Duration;

/// Milliseconds, where nothing else is said.
#[derive(Clone, Debug)]
pub struct Patience {
    /// A request and the commit of its outcome take no longer than this; after it, the process that held it is dead.
    pub lease: i64,
    /// How long a status may take to settle an uncertain message.
    pub doubt: i64,
    /// The unit of the pauses before a message is tried again.
    pub pause: i64,
    /// How long a number that WhatsApp takes nothing from is left alone.
    pub standstill: i64,
    /// How long messages of such a number wait for it.
    pub standing: i64,
    /// How often the outbox is looked into without a wake-up.
    pub look_every: Duration,
    /// How often WhatsApp is asked for a list, whatever anybody presses.
    pub between_lists: Duration,
    /// How long a list that could not be fetched is left alone.
    pub after_failed_list: Duration,
    /// How long WhatsApp may take for an answer.
    pub answer: Duration,
    /// How slowly somebody may send a file.
    pub sender: Pace,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            lease: MINUTE,
            doubt: 2 * MINUTE,
            pause: SECOND,
            standstill: MINUTE,
            standing: HOUR,
            look_every: Duration::from_secs(1),
            between_lists: Duration::from_secs(2),
            after_failed_list: Duration::from_secs(30),
            answer: Duration::from_secs(20),
            sender: Pace::default(),
        }
    }
}
