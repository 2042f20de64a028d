//! Rows of things of one kind, and what can be done with each. On small pages each row is a card.

use crate::texts::texts;
use leptos::prelude::*;

/// `columns` names all columns but that of the actions.
#[component]
pub fn Table(columns: Vec<&'static str>, rows: Vec<AnyView>) -> impl IntoView {
    let head = |name: &'static str| view! { <th scope="col">{name}</th> };
    view! {
        <div class="table-box">
            <table class="table table-cards">
                <thead>
                    <tr>
                        {columns.into_iter().map(head).collect_view()}
                        <th scope="col"><span class="visually-hidden">{texts().office_actions()}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// The last cell of a row.
#[component]
pub fn RowActions(children: Children) -> impl IntoView {
    view! { <td><div class="cell-actions">{children()}</div></td> }
}

/// `of` names the thing to those who do not see the row.
#[component]
pub fn RowAction(
    label: &'static str,
    of: String,
    act: Callback<()>,
    #[prop(optional)] danger: bool,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    let class = if danger {
        "button button-small button-danger-quiet"
    } else {
        "button button-small"
    };
    view! {
        <button
            class=class
            type="button"
            aria-label=texts().office_act_on(label, &of)
            disabled=move || disabled.get()
            on:click=move |_| act.run(())
        >
            {label}
        </button>
    }
}
