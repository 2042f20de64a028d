//! Templates: found, filled, sent. When the 24 hours are over this stands in the field's place.

use super::Composing;
use super::sheet::{self, Ask, Filling, Sheet, back, header_file, preview, sides, value};
use crate::ask::message::list_templates;
use crate::desk::Values;
use crate::domain::content::{Content, Header, Panel, Tap};
use crate::domain::conversation::preview_of;
use crate::domain::draft::Body;
use crate::domain::file::File;
use crate::domain::template::{Template, TemplateDraft, TemplateHeader, Templates, filled};
use crate::problem::Problem;
use crate::texts::texts;
use crate::ui::bricks::{alert, group, line, live, press, words};
use crate::ui::icon::RetryIcon;
use crate::ui::time::list_time;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The number's templates and the one that was picked.
#[derive(Clone, Copy)]
struct Shelf {
    composing: Composing,
    answer: RwSignal<Option<Result<Templates, Problem>>>,
    loading: RwSignal<bool>,
    search: RwSignal<String>,
    picked: RwSignal<Option<Template>>,
}

/// In the composer itself: why a text cannot be sent, and the way on.
pub fn in_place(composing: Composing) -> AnyView {
    let choose = press(
        "button button-primary",
        "",
        words(texts().templates_choose()),
        move || sheet::open(composing, Sheet::Templates),
    );
    let why = texts().window_closed_why();
    group(
        "composer-closed",
        vec![
            line("composer-closed-title", texts().window_closed()),
            line("composer-closed-why", why),
            choose,
        ],
    )
}

pub fn in_sheet(composing: Composing) -> AnyView {
    let shelf = Shelf {
        composing,
        answer: RwSignal::new(None),
        loading: RwSignal::new(false),
        search: RwSignal::new(String::new()),
        picked: RwSignal::new(None),
    };
    shelf.ask(false);
    live(move || match shelf.picked.get() {
        Some(template) => filling(shelf, template),
        None => shelf.list(),
    })
}

impl Shelf {
    fn ask(self, fresh: bool) {
        self.loading.set(true);
        let id = self.composing.id;
        spawn_local(async move {
            let answer = list_templates(id, fresh).await;
            self.loading.try_set(false);
            self.answer.try_set(Some(answer));
        });
    }

    fn list(self) -> AnyView {
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
        let desk = self.composing.desk;
        if self.loading.get() {
            return texts().templates_asking().to_owned();
        }
        match self.answer.get() {
            Some(Ok(templates)) => {
                let at = templates.synced_at;
                let at = at.map(|at| list_time(at, desk.now.get(), desk.zone.get()));
                match (templates.problem, at) {
                    (Some(problem), Some(at)) => {
                        format!("{}. {problem}", texts().templates_as_of(&at))
                    }
                    (Some(problem), None) => problem,
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
                return group("shelf-empty", vec![alert(problem.to_string()), again]);
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
        press("shelf-one", "", content, move || {
            // What was typed for another one does not belong here.
            let (desk, id) = (self.composing.desk, self.composing.id);
            let name = key(&template);
            desk.change_values(id, NAME, |values| {
                if value(values, "template") != name {
                    *values = vec![("template".to_owned(), name)];
                }
            });
            self.picked.set(Some(template.clone()));
        })
    }
}

const NAME: &str = "template";

fn key(template: &Template) -> String {
    format!("{}/{}", template.name, template.language)
}

fn matches(template: &Template, wanted: &str) -> bool {
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

fn filling(shelf: Shelf, template: Template) -> AnyView {
    let composing = shelf.composing;
    let (desk, id) = (composing.desk, composing.id);
    let title = group(
        "shelf-picked",
        vec![
            back(move || shelf.picked.set(None)),
            line("shelf-name", template.name.replace('_', " ")),
        ],
    );
    let of = StoredValue::new(template);
    let values = Memo::new(move |_| desk.values_of(id, NAME));
    let filling = Filling {
        composing,
        name: NAME,
        tried: RwSignal::new(false),
        asks: Memo::new(move |_| of.with_value(asks)),
        problems: Memo::new(move |_| {
            let values = values.get();
            let file = header_file(desk, &values);
            of.with_value(|template| problems(template, &values, file.is_some()))
        }),
    };
    let seen = move || {
        let values = values.get();
        let (text, panel) =
            of.with_value(|template| shown(template, &values, header_file(desk, &values)));
        preview(&text, &Content::Panel(panel))
    };
    let send = move || {
        let values = values.get_untracked();
        let file = untrack(|| header_file(desk, &values));
        let body = of.with_value(|template| draft(template, &values, file.as_ref()));
        let (text, panel) = of.with_value(|template| shown(template, &values, file));
        let draft = desk.draft(id, Body::Template(Box::new(body)));
        desk.send_shown(draft, text, Content::Panel(panel));
    };
    group("sheet-content", vec![title, sides(filling, seen, send)])
}

fn asks(template: &Template) -> Vec<Ask> {
    let mut asks = Vec::new();
    match template.header {
        Some(TemplateHeader::File(kind)) => asks.push(sheet::file(kind)),
        Some(TemplateHeader::Place) => {
            asks.extend(sheet::place("place.", texts().ask_place_name()))
        }
        _ => {}
    }
    for blank in template.blanks() {
        let example = example(template, &blank);
        asks.push(Ask::new(blank.clone(), label(template, &blank), 0).example(example));
    }
    if asks.is_empty() {
        asks.push(Ask::new("", texts().templates_no_variables(), 0).with(sheet::Control::Words));
    }
    asks
}

/// `body.first_name` → `First name`, `body.1` → `Variable 1`, `button.0` → `End of the address of “Track”`
fn label(template: &Template, blank: &str) -> String {
    let (part, name) = blank.split_once('.').unwrap_or(("", blank));
    if part == "button" {
        let button = name
            .parse()
            .ok()
            .and_then(|nth: usize| template.buttons.get(nth));
        let title = button.map_or("", |button| &button.title);
        return texts().templates_address_end(title);
    }
    let numbered = name.bytes().all(|b| b.is_ascii_digit());
    let words = match numbered {
        true => texts().templates_variable(name),
        false => name.replace('_', " "),
    };
    if part == "header" {
        texts().templates_in_header(&words)
    } else {
        words
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

fn example(template: &Template, blank: &str) -> String {
    let name = blank.split_once('.').map_or(blank, |(_, name)| name);
    let found = template
        .examples
        .iter()
        .find(|(of, _)| of == blank)
        .or_else(|| template.examples.iter().find(|(of, _)| of == name));
    found
        .map(|(_, example)| example.clone())
        .unwrap_or_default()
}

fn problems(template: &Template, values: &Values, file: bool) -> Vec<(String, String)> {
    let mut problems = Vec::new();
    match template.header {
        Some(TemplateHeader::File(_)) if !file => {
            problems.push((
                "header.file".to_owned(),
                texts().flaw_file_wait().to_owned(),
            ));
        }
        Some(TemplateHeader::Place) => {
            problems.extend(sheet::place_problems(
                "place.",
                &sheet::place_of(values, "place."),
            ));
        }
        _ => {}
    }
    for blank in template.blanks() {
        if value(values, &blank).trim().is_empty() {
            problems.push((blank, texts().flaw_empty().to_owned()));
        }
    }
    problems
}

fn draft(template: &Template, values: &Values, file: Option<&File>) -> TemplateDraft {
    let blanks = template.blanks();
    TemplateDraft {
        name: template.name.clone(),
        language: template.language.clone(),
        values: values
            .iter()
            .filter(|(path, _)| blanks.contains(path))
            .cloned()
            .collect(),
        file: file.map(|file| file.id),
        place: matches!(template.header, Some(TemplateHeader::Place))
            .then(|| sheet::place_of(values, "place.")),
    }
}

/// The template as the customer will see it; variables that are not filled stand as they are.
fn shown(template: &Template, values: &Values, file: Option<File>) -> (String, Panel) {
    let header = match &template.header {
        Some(TemplateHeader::Text(text)) => Some(Header::Text(filled(text, "header", values))),
        Some(TemplateHeader::File(kind)) => file.map(|file| Header::File(*kind, file)),
        Some(TemplateHeader::Place) => Some(Header::Place(sheet::place_of(values, "place."))),
        None => None,
    };
    let taps = template.buttons.iter().map(|button| Tap {
        kind: button.kind,
        title: button.title.clone(),
        detail: button.detail.clone(),
    });
    let panel = Panel {
        header,
        footer: template.footer.clone(),
        taps: taps.collect(),
        sections: Vec::new(),
    };
    (filled(&template.body, "body", values), panel)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::content::TapKind;
    use crate::domain::template::TemplateButton;

    fn template() -> Template {
        Template {
            name: "order_update".into(),
            language: "en_US".into(),
            category: "UTILITY".into(),
            header: Some(TemplateHeader::Text("Order {{1}}".into())),
            body: "Hi {{first_name}}, it is on its way.".into(),
            footer: None,
            buttons: vec![TemplateButton {
                kind: TapKind::Link,
                title: "Track".into(),
                detail: Some("https://example.com/{{1}}".into()),
            }],
            examples: vec![("body.first_name".into(), "Ana".into())],
        }
    }

    #[test]
    fn every_blank_has_a_field_with_a_name_for_people() {
        let labels: Vec<String> = asks(&template()).into_iter().map(|ask| ask.label).collect();
        assert_eq!(
            labels,
            [
                "Variable 1 (header)",
                "first name",
                "End of the address of “Track”"
            ]
        );
        assert_eq!(example(&template(), "body.first_name"), "Ana");
    }

    #[test]
    fn it_can_be_sent_when_every_blank_is_filled() {
        let mut values: Values = vec![("header.1".into(), "#81".into())];
        assert_eq!(problems(&template(), &values, false).len(), 2);
        values.push(("body.first_name".into(), "Mara".into()));
        values.push(("button.0".into(), "81".into()));
        assert_eq!(problems(&template(), &values, false), []);
        let (text, panel) = shown(&template(), &values, None);
        assert_eq!(text, "Hi Mara, it is on its way.");
        assert_eq!(panel.header, Some(Header::Text("Order #81".into())));
        assert_eq!(draft(&template(), &values, None).values.len(), 3);
    }

    #[test]
    fn templates_are_found_by_what_people_remember_of_them() {
        for wanted in ["order up", "order_up", "on its way", "en_us", "utility", ""] {
            assert!(matches(&template(), wanted), "{wanted}");
        }
        assert!(!matches(&template(), "invoice"));
    }
}
