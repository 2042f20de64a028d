//! What an embed may, and what the team may: every server function and every route, by name.
//! The tables beside this file name each once; one that they miss, and one that is gone, fails the story.

mod functions;
mod routes;
mod stage;
