//! The templates of a number, to find one in.

use super::NAME;
use crate::desk::Desk;
use crate::domain::conversation::preview_of;
use crate::domain::id::ConversationId;
use crate::domain::template::{Template, Templates};
use crate::parts::composer::sheet::value;
use crate::problem::Problem;
use crate::texts::texts;
use crate::ui::bricks::{alert, group, line, live, press, words};
use crate::ui::icon::RetryIcon;
use crate::ui::time::list_time;
use crate::words::refused::refused;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;

type Coming = Pin<Box<dyn Future<Output = Result<Templates, Problem>>>>;

/// The number's templates and the one that was picked; cheap to copy.
#[derive(Clone, Copy)]
pub struct Shelf {
    pub desk: Desk,
    /// For what the values are kept that are filled in.
    pub id: ConversationId,
    pub picked: RwSignal<Option<Template>>,
    question: StoredValue<Box<dyn Fn(bool) -> Coming>, LocalStorage>,
    answer: RwSignal<Option<Result<Templates, Problem>>>,
    loading: RwSignal<bool>,
    search: RwSignal<String>,
}

impl Shelf {
    /// `question`: how templates are asked for; `true` asks WhatsApp first.
    pub fn new(
        desk: Desk,
        id: ConversationId,
        question: impl Fn(bool) -> Coming + 'static,
    ) -> Self {
        Self {
            desk,
            id,
            picked: RwSignal::new(None),
            question: StoredValue::new_local(Box::new(question)),
            answer: RwSignal::new(None),
            loading: RwSignal::new(false),
            search: RwSignal::new(String::new()),
        }
    }

    pub fn ask(self, fresh: bool) {
        self.loading.set(true);
        let coming = self.question.with_value(|question| question(fresh));
        spawn_local(async move {
            let answer = coming.await;
            self.loading.try_set(false);
            self.answer.try_set(Some(answer));
        });
    }

    /// Begins anew, for another number.
    pub fn empty(self) {
        self.answer.set(None);
        self.picked.set(None);
        self.ask(false);
    }

    pub fn list(self) -> AnyView {
        let search = view! {
            <input
                class="input"
                type="search"
                aria-label=texts().templates_search()
                placeholder=texts().templates_search()
                prop:value=move || self.search.get()
                on:input=move |event| self.search.set(event_target_value(&event))
            />
        }
        .into_any();
        let refresh = press(
            "icon-button",
            texts().templates_refresh(),
            RetryIcon().into_any(),
            move || self.ask(true),
        );
        group(
            "sheet-content",
            vec![
                group("shelf-head", vec![search, refresh]),
                live(move || line("shelf-fresh", self.freshness())),
                live(move || self.rows()),
            ],
        )
    }

    fn freshness(self) -> String {
        let desk = self.desk;
        if self.loading.get() {
            return texts().templates_asking().to_owned();
        }
        match self.answer.get() {
            Some(Ok(templates)) => {
                let at = templates.synced_at;
                let at = at.map(|at| list_time(at, desk.now.get(), desk.zone.get()));
                match (templates.problem.as_deref().map(refused), at) {
                    (Some(problem), Some(at)) => {
                        format!("{}. {problem}", texts().templates_as_of(&at))
                    }
                    (Some(problem), None) => problem.to_owned(),
                    (None, Some(at)) => texts().templates_as_of(&at),
                    (None, None) => String::new(),
                }
            }
            _ => String::new(),
        }
    }

    fn rows(self) -> AnyView {
        let templates = match self.answer.get() {
            None => return group("shelf-wait", vec![line("", ""), line("", ""), line("", "")]),
            Some(Err(problem)) => {
                let again = press("button", "", words(texts().try_again()), move || {
                    self.ask(false)
                });
                return group("shelf-empty", vec![alert(problem.told()), again]);
            }
            Some(Ok(templates)) => templates.rows,
        };
        let none = templates.is_empty();
        let wanted = self.search.get();
        let found: Vec<AnyView> = templates
            .into_iter()
            .filter(|template| matches(template, &wanted))
            .map(|template| self.row(template))
            .collect();
        match (found.is_empty(), none) {
            (false, _) => group("shelf", found),
            (true, false) => line("shelf-empty", texts().templates_no_match()),
            (true, true) => line("shelf-empty", texts().templates_none()),
        }
    }

    fn row(self, template: Template) -> AnyView {
        let kind = format!("{} · {}", template.language, category(&template.category));
        let content = group(
            "shelf-words",
            vec![
                group(
                    "shelf-title",
                    vec![
                        line("shelf-name", template.name.replace('_', " ")),
                        line("shelf-kind", kind),
                    ],
                ),
                line("shelf-text", preview_of(&template.body)),
            ],
        );
        press("shelf-one", "", content, move || self.pick(&template))
    }

    fn pick(self, template: &Template) {
        // What was typed for another one does not belong here.
        let name = format!("{}/{}", template.name, template.language);
        self.desk.change_values(self.id, NAME, |values| {
            if value(values, "template") != name {
                *values = vec![("template".to_owned(), name)];
            }
        });
        self.picked.set(Some(template.clone()));
    }
}

fn category(word: &str) -> String {
    match word {
        "MARKETING" => texts().templates_marketing().to_owned(),
        "UTILITY" => texts().templates_utility().to_owned(),
        "AUTHENTICATION" => texts().templates_authentication().to_owned(),
        _ => word.to_lowercase(),
    }
}

pub(super) fn matches(template: &Template, wanted: &str) -> bool {
    // People write names with spaces, programs with underscores.
    let plain = |text: &str| text.to_lowercase().replace('_', " ");
    [
        &template.name,
        &template.body,
        &template.category,
        &template.language,
    ]
    .into_iter()
    .any(|text| plain(text).contains(&plain(wanted)))
}
