//! Sentences with which the server refuses what people do in an inbox. They are written for programs, in English; pages
//! know them again and say them in their own language (`words::refused`).

pub mod office;

pub const ENDED: &str = "This conversation has ended.";
pub const AUTOMATION: &str = "Automation is replying.";
pub const WINDOW_CLOSED: &str = "More than 24 hours have passed since the customer last wrote.";
pub const UNANSWERED: &str =
    "The customer has not answered yet: until they do, WhatsApp takes approved templates only.";
pub const GROUP: &str = "Groups cannot be answered from here.";
pub const NEWER: &str = "A newer conversation with this contact is active.";
pub const NUMBER: &str = "This number is not connected any more.";
pub const NOTHING_TO_TAKE_OVER: &str = "There is no automation to take over from.";
pub const NOTHING_TO_RESUME: &str = "There is no automation to resume.";
pub const TOO_OLD: &str = "message: WhatsApp takes reactions to messages of the last 30 days";
pub const TEMPLATE: &str = "template: this number has no such template that is approved";
pub const FILE: &str = "file: there is no such file to send";
pub const NOT_ASKED: &str = "WhatsApp could not be asked a moment ago.";

/// What WhatsApp has no id for cannot be pointed at.
pub const NO_MESSAGE_YET: &str = "message: WhatsApp does not have this message yet";
pub const NO_QUOTE_YET: &str = "reply_to: WhatsApp does not have this message yet";
