//! Holds a language against English: the same texts, with the same variables, in all the forms that it needs.

use crate::read::{Piece, Shape, Text};

/// A variable as English's note on a text declares it: `$count (Number): how many there are`.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    pub name: String,
    pub kind: Kind,
    /// A language may do without it.
    optional: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// It is written in the language's digits, and may decide a form.
    Number,
    /// What somebody wrote. It is kept from turning the text around it.
    Text,
    /// Words or digits of ours, in the same language.
    Words,
}

/// CLDR's kinds of whole numbers. A language that is not here cannot be built.
fn forms(language: &str) -> Option<&'static [&'static str]> {
    Some(match language {
        "en" => &["one", "other"],
        "es" | "pt" => &["one", "many", "other"],
        "ar" => &["zero", "one", "two", "few", "many", "other"],
        _ => return None,
    })
}

pub fn variables(text: &Text) -> Vec<Variable> {
    text.note.iter().filter_map(|line| declared(line)).collect()
}

fn declared(line: &str) -> Option<Variable> {
    let (name, rest) = line.trim().strip_prefix('$')?.split_once(" (")?;
    let (kind, _) = rest.split_once(')')?;
    Some(Variable {
        name: name.to_owned(),
        optional: kind.ends_with(", optional"),
        kind: match kind.split(',').next()? {
            "Number" => Kind::Number,
            "Text" => Kind::Text,
            "Words" => Kind::Words,
            _ => return None,
        },
    })
}

/// `first` are the same file's texts in English.
pub fn problems(language: &str, texts: &[Text], first: &[Text]) -> Vec<String> {
    let Some(forms) = forms(language) else {
        return vec![format!(
            "nobody has told build/check.rs of {language}'s plural forms"
        )];
    };
    let find = |texts: &'_ [Text], name: &str| texts.iter().find(|text| text.name == name).cloned();
    let missing = first
        .iter()
        .filter(|model| find(texts, &model.name).is_none());
    let mut problems: Vec<String> = missing
        .map(|model| format!("{}: this text is missing", model.name))
        .collect();
    for text in texts {
        let wrong = match find(first, &text.name) {
            None => vec!["English has no such text".to_owned()],
            Some(model) => problems_of(text, &model, forms),
        };
        problems.extend(
            wrong
                .into_iter()
                .map(|wrong| format!("{}: {wrong}", text.name)),
        );
    }
    problems
}

fn problems_of(text: &Text, model: &Text, forms: &[&str]) -> Vec<String> {
    let known = variables(model);
    let used = used(&text.shape);
    let mut problems = Vec::new();
    for name in &used {
        if !known.iter().any(|variable| variable.name == *name) {
            problems.push(format!("English's note does not tell of ${name}"));
        }
    }
    for variable in known.iter().filter(|variable| !variable.optional) {
        if !used.contains(&variable.name) {
            problems.push(format!("${} is not used", variable.name));
        }
    }
    match (&text.shape, &model.shape) {
        (Shape::Plural(by, given), _) => {
            if !known
                .iter()
                .any(|variable| variable.name == *by && variable.kind == Kind::Number)
            {
                problems.push(format!("${by} decides, and is no Number"));
            }
            problems.extend(wrong_forms(given, forms));
        }
        (Shape::Plain(_), Shape::Plural(..)) => {
            problems.push(format!("it needs the forms {}", forms.join(", ")));
        }
        _ => {}
    }
    problems
}

fn wrong_forms(given: &[(String, Vec<Piece>)], forms: &[&str]) -> Vec<String> {
    let lacking = forms
        .iter()
        .filter(|form| !given.iter().any(|(key, _)| key == *form));
    let lacking = lacking.map(|form| format!("it lacks the form [{form}]"));
    let exact = |key: &str| key.parse::<u64>().is_ok();
    let unknown = given
        .iter()
        .filter(|(key, _)| !forms.contains(&key.as_str()) && !exact(key));
    let unknown = unknown.map(|(key, _)| format!("this language has no form [{key}]"));
    lacking.chain(unknown).collect()
}

fn used(shape: &Shape) -> Vec<String> {
    let named = |pieces: &[Piece]| {
        let names = pieces.iter().filter_map(|piece| match piece {
            Piece::Variable(name) => Some(name.clone()),
            Piece::Words(_) => None,
        });
        names.collect::<Vec<_>>()
    };
    match shape {
        Shape::Plain(pieces) => named(pieces),
        Shape::Plural(by, forms) => {
            let inside = forms.iter().flat_map(|(_, pieces)| named(pieces));
            inside.chain([by.clone()]).collect()
        }
    }
}
