//! Everything that can happen in a world. A new door is a line in the table and a function in one of these files.

mod api;
mod contact;
mod conversation;
mod direct;
mod embed;
mod file;
mod line;
mod list;
mod page;
mod post;
mod program;
mod search;
mod send;
mod stranger;
mod team;
mod thread;
mod unseen;

use super::difference::Outcome;
use super::play::Play;
use crate::support::chance::Chance;

macro_rules! operations {
    ($($operation:ident $weight:literal $word:literal $perform:path;)+) => {
        #[derive(Clone, Copy, Debug)]
        pub enum Operation { $($operation),+ }

        /// How often each is done, compared with the others.
        const WEIGHTS: &[(Operation, usize)] = &[$((Operation::$operation, $weight)),+];

        impl Operation {
            pub const fn word(self) -> &'static str {
                match self { $(Self::$operation => $word),+ }
            }

            pub async fn perform(self, play: &mut Play<'_>) -> Outcome {
                match self { $(Self::$operation => Box::pin($perform(play)).await),+ }
            }
        }
    };
}

operations! {
    // Reading.
    List 220 "list, all its pages" list::every_page;
    Open 120 "open a conversation" thread::open;
    Thread 70 "read a thread upwards" thread::upwards;
    ThreadFrom 40 "read a thread from anywhere" thread::from_anywhere;
    Opening 50 "begin a page" page::opening;
    Page 25 "load a page" page::load;
    Details 40 "ask who a contact is" contact::details;
    Search 60 "search messages, all the pages" search::every_page;
    SearchThread 30 "search a thread" search::in_thread;
    Around 30 "open a thread at a message" search::around;
    // Looking for what is not there.
    Unseen 150 "ask for what is out of scope" unseen::ask;
    Stranger 40 "come with a token that opens nothing" stranger::knock;
    // Writing, as a viewer.
    Send 50 "send a text" send::text;
    SendAgain 15 "send a text again" send::again;
    SendTaken 15 "send under somebody else's id" send::taken;
    SendAstray 25 "answer what somebody else said" send::astray;
    Read 40 "mark as read" conversation::read;
    Turn 30 "hand off or resume" conversation::turn;
    Status 45 "end or reopen" conversation::status;
    Upload 20 "upload a file" file::upload;
    Fetch 40 "fetch a file" file::fetch;
    Rename 20 "give a contact a name" contact::rename;
    // WhatsApp.
    Post 70 "WhatsApp brings messages" post::messages;
    PostAgain 8 "WhatsApp brings messages again" post::again;
    PostForeign 12 "an app speaks for another's number" post::foreign;
    Delivered 15 "WhatsApp tells of a sent message" post::delivered;
    // What no door does yet.
    Execution 25 "an automation goes on" direct::execution;
    Move 20 "give a contact to a customer" direct::give;
    // Programs.
    Assign 40 "assign" direct::assign;
    Unassign 15 "end an assignment" direct::unassign;
    AssignAstray 15 "assign somebody else's" api::assign_astray;
    ApiList 25 "list by the API" api::list;
    ApiOne 40 "look up by the API" api::one;
    Embed 15 "make an embed" embed::make;
    EmbedAstray 15 "make an embed of somebody else's" embed::astray;
    Rotate 8 "give an embed a new token" embed::rotate;
    Revoke 5 "revoke an embed" embed::revoke;
    Number 4 "connect a number" program::number;
    NumberAstray 8 "connect somebody else's number" program::number_astray;
    // The team's own inbox.
    TeamAssign 40 "assign at the team's inbox" team::assign;
    TeamHistory 20 "read assignments at the team's inbox" team::history;
    TeamList 40 "list at the team's inbox" team::list;
    TeamNote 40 "write a note" team::keep_note;
    TeamNotes 30 "read notes" team::notes;
    TeamAstray 25 "ask at the team's inbox for what is others'" team::astray;
    TeamRefused 40 "an embed asks for what is the team's" team::refused;
    // The live line.
    Listen 40 "open a line" line::open;
    Resume 40 "open a line where one left off" line::resume;
    Leave 50 "close a line" line::leave;
}

impl Operation {
    pub fn any(chance: &mut Chance) -> Self {
        let all: usize = WEIGHTS.iter().map(|(_, weight)| weight).sum();
        let mut place = chance.below(all);
        for (operation, weight) in WEIGHTS {
            if place < *weight {
                return *operation;
            }
            place -= weight;
        }
        unreachable!("the weights have a sum")
    }
}
