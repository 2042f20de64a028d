//! What was found in messages, below the people who match: conversations with the newest of their hits.
//! Each hit is a link, so that its conversation opens without scripts too.

use super::row::address;
use crate::desk::{Desk, Results};
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::message::{Direction, Kind};
use crate::domain::search::{Found, Hit, Piece};
use crate::parts::kind_icon::kind_icon;
use crate::texts::texts;
use crate::ui::avatar::Avatar;
use crate::ui::bricks::{group, line, nothing, press, words};
use crate::ui::live::{live, memo};
use crate::ui::time::{Moment, list_time};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// People who match and are not shown yet. They go on by hand: what is found in messages stands below them.
pub fn more_people(desk: Desk) -> AnyView {
    let more = memo(move || {
        let searching = desk.filter.with(|filter| !filter.search.trim().is_empty());
        searching
            && desk
                .list
                .with(|list| list.has_more() && list.unanswered().is_none())
    });
    live(move || match more.get() {
        true => group(
            "found-more",
            vec![press(
                "button",
                "",
                words(texts().found_people()),
                move || desk.load_more(),
            )],
        ),
        false => nothing(),
    })
}

pub fn results(desk: Desk) -> AnyView {
    live(move || desk.results.with(|results| drawn(desk, results)))
}

fn drawn(desk: Desk, results: &Results) -> AnyView {
    if results.groups.is_empty()
        && !results.loading
        && results.problem.is_none()
        && !results.has_more()
    {
        return nothing();
    }
    let groups: Vec<AnyView> = results
        .groups
        .iter()
        .map(|found| conversation(desk, found))
        .collect();
    let stale = (results.loading && !results.has_more() && !groups.is_empty()).then_some("");
    view! {
        <section class="found" aria-label=texts().found_title() aria-busy=results.loading.to_string()>
            <h2 class="found-title">{texts().found_title()}</h2>
            <ul class="found-list" role="list" data-stale=stale>{groups}</ul>
            {below(desk, results)}
        </section>
    }
    .into_any()
}

/// More is coming, nothing came yet however far one looked, or it could not be loaded.
fn below(desk: Desk, results: &Results) -> AnyView {
    if let Some(problem) = &results.problem {
        let again = press("button", "", words(texts().try_again()), move || {
            desk.search_again()
        });
        return group("list-problem", vec![line("", problem.to_string()), again]);
    }
    match (results.loading, results.has_more()) {
        (true, _) if results.groups.is_empty() => waiting(),
        (true, _) => line("list-more", texts().found_looking()),
        (false, true) => group(
            "found-more",
            vec![press(
                "button",
                "",
                words(texts().found_further()),
                move || desk.search_on(),
            )],
        ),
        (false, false) => nothing(),
    }
}

/// It shows itself only after a moment: most answers are faster.
fn waiting() -> AnyView {
    view! { <div class="found-waiting" role="status" aria-label=texts().found_searching()><i></i><i></i><i></i></div> }
        .into_any()
}

fn conversation(desk: Desk, found: &Found) -> AnyView {
    let talk = &found.conversation;
    let id = talk.id;
    let hits: Vec<AnyView> = found.hits.iter().map(|hit| shown(desk, id, hit)).collect();
    let more = found.more.then(|| {
        press("found-rest", "", words(texts().found_rest()), move || {
            desk.choose_hit(id, None)
        })
    });
    view! {
        <li class="found-talk" data-id=id.to_string()>
            <p class="found-who">
                <Avatar contact=talk.contact.clone() />
                <bdi>{talk.contact.name()}</bdi>
            </p>
            {hits}
            {more}
        </li>
    }
    .into_any()
}

fn shown(desk: Desk, id: ConversationId, hit: &Hit) -> AnyView {
    let (message, at): (MessageId, _) = (hit.message, hit.at);
    let choose = move |event: MouseEvent| {
        // A middle click or Ctrl-click keeps its meaning.
        if event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
            event.prevent_default();
            desk.choose_hit(id, Some(message));
        }
    };
    let choose: Box<dyn FnMut(MouseEvent)> = Box::new(choose);
    let ours = (hit.direction == Direction::Outbound).then(|| format!("{} ", texts().found_you()));
    let icon = (hit.kind != Kind::Text)
        .then(|| kind_icon(hit.kind))
        .flatten();
    let pieces: Vec<AnyView> = hit.snippet.iter().map(piece).collect();
    let time = Signal::derive(move || list_time(at, desk.now.get(), desk.zone.get()));
    view! {
        <a class="hit" href=address(desk, id) rel="nofollow" data-hit=message.to_string() on:click=choose>
            <span class="hit-text" dir="auto">{icon}{ours}{pieces}</span>
            <span class="hit-time"><Moment at text=time /></span>
        </a>
    }
    .into_any()
}

fn piece(piece: &Piece) -> AnyView {
    let text = piece.text.clone();
    match piece.marked {
        true => view! { <mark>{text}</mark> }.into_any(),
        false => text.into_any(),
    }
}
