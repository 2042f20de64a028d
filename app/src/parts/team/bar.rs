//! Above the list: begin a conversation, notifications, the account.

use super::{account, bell, start};
use crate::browser::document::set_title;
use crate::desk::Desk;
use crate::domain::person::Team;
use crate::domain::viewer::Capability;
use crate::texts::texts;
use crate::ui::bricks::{group, nothing, press};
use crate::ui::icon::ComposeIcon;
use crate::ui::live::memo;
use leptos::prelude::*;

pub fn bar(desk: Desk) -> AnyView {
    let Some(team) = desk.team() else {
        return nothing();
    };
    name_tab(desk, &team);
    let mut tools = Vec::new();
    if desk.allows(Capability::BrowserNotifications) {
        tools.push(bell::bell(desk));
    }
    if desk.allows(Capability::StartConversation) {
        tools.push(compose(desk));
    }
    tools.push(account::menu(desk, &team));
    group("team-bar", tools)
}

fn compose(desk: Desk) -> AnyView {
    let open = RwSignal::new(false);
    let button = press(
        "icon-button compose",
        texts().start_title(),
        ComposeIcon().into_any(),
        move || open.set(true),
    );
    group("team-tool", vec![button, start::dialog(desk, open)])
}

/// The browser's tab says how many conversations wait to be read.
fn name_tab(desk: Desk, team: &Team) {
    let project = team.project_name().to_owned();
    let unread = memo(move || desk.list.with(|list| list.unread_conversations()));
    Effect::new(move |_| {
        set_title(&match unread.get() {
            0 => format!("{} · {project}", texts().list_title()),
            many => format!(
                "({}) {} · {project}",
                texts().number(many as u64),
                texts().list_title()
            ),
        });
    });
}
