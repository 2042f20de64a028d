//! The dashboard around its pages: who is signed in, where one is, and the way to the rest.

pub mod heading;
pub mod loaded;
pub mod native;
pub mod place;
mod sidebar;
mod theme;
mod trouble;

pub use trouble::Trouble;

use crate::ask::account::my_account;
use crate::browser::document::focus_first;
use crate::domain::account::Account;
use crate::texts::texts;
use crate::ui::icon::MenuIcon;
use crate::ui::live::settled;
use leptos::html::Details;
use leptos::prelude::*;
use leptos_router::components::Outlet;
use leptos_router::hooks::use_location;
use loaded::Asked;
use sidebar::Sidebar;

/// Who is signed in, asked once for all pages.
#[derive(Clone, Copy)]
pub struct WhoAmI(pub Asked<Account>);

pub fn who_am_i() -> Asked<Account> {
    expect_context::<WhoAmI>().0
}

#[component]
pub fn Office() -> impl IntoView {
    let account = Resource::new_blocking(|| (), |()| my_account());
    provide_context(WhoAmI(account));
    let menu = NodeRef::<Details>::new();
    let location = use_location();
    let path = settled(location.pathname);
    settled(location.search);
    settled(location.query);
    settled(location.hash);
    // On another page the menu is out of the way, and whoever reads by ear begins at the page's content.
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        if before.is_some_and(|before| before != now) {
            if let Some(menu) = menu.get_untracked() {
                menu.set_open(false);
            }
            let _ = focus_first("#content");
        }
        now
    });
    view! {
        <div class="office">
            // The router leaves it to the browser, which moves the focus too.
            <a class="skip" href="#content" rel="external">{texts().office_skip()}</a>
            <aside class="office-side">
                <Sidebar />
            </aside>
            <details class="office-menu" node_ref=menu>
                <summary class="office-bar">
                    <span class="brand">"Oriel"</span>
                    <span class="icon-button" role="img" aria-label=texts().office_menu()>{MenuIcon()}</span>
                </summary>
                <div class="office-sheet">
                    <Sidebar />
                </div>
            </details>
            <main class="office-content" id="content" tabindex="-1">
                <p class="needs-scripts">{texts().office_needs_scripts()}</p>
                <Outlet />
            </main>
        </div>
    }
}
