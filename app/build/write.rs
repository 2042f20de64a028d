//! Writes what was read: tables of texts, and a function for each. How a text with variables is kept is told in
//! `src/texts/pattern.rs`, which reads it.

use crate::check::{Kind, Variable, variables};
use crate::read::{Piece, Shape, Text};
use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};

pub fn rust(languages: &[(String, Vec<Vec<Text>>)]) -> String {
    let first = &languages[0].1;
    let mut made = String::new();
    let _ = writeln!(made, "/// Tells tables of other texts from these.");
    let _ = writeln!(
        made,
        "pub(crate) const SIGNATURE: &str = \"{:016x}\";",
        signature(first)
    );
    let _ = writeln!(
        made,
        "/// How many texts the inbox has; the dashboard's stand behind them."
    );
    let _ = writeln!(made, "pub const INBOX: usize = {};", first[0].len());
    made.push_str("#[cfg(not(target_arch = \"wasm32\"))]\n");
    made.push_str(
        "const fn table(language: Language) -> &'static [&'static str] {\n    match language {\n",
    );
    for (name, parts) in languages {
        let _ = writeln!(made, "        Language::{} => &[", capital(name));
        for model in first.iter().flatten() {
            let found = parts.iter().flatten().find(|text| text.name == model.name);
            let pattern = found.map(|text| pattern(text, &variables(model)));
            let _ = writeln!(made, "            {:?},", pattern.unwrap_or_default());
        }
        made.push_str("        ],\n");
    }
    made.push_str("    }\n}\n\nimpl Texts {\n");
    for (nth, text) in first.iter().flatten().enumerate() {
        made.push_str(&function(nth, text));
    }
    made.push_str("}\n");
    made
}

/// Two builds with the same signature agree on what stands where.
fn signature(first: &[Vec<Text>]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for text in first.iter().flatten() {
        text.name.hash(&mut hasher);
        for variable in variables(text) {
            (variable.name, variable.kind).hash(&mut hasher);
        }
    }
    hasher.finish()
}

fn function(nth: usize, text: &Text) -> String {
    let name = text.name.replace('-', "_");
    let variables = variables(text);
    let shown = pattern(text, &variables).replace('\n', " ");
    if variables.is_empty() {
        return format!(
            "    /// {shown}\n    #[must_use]\n    pub fn {name}(self) -> &'static str {{ self.at({nth}) }}\n"
        );
    }
    let mut parameters = String::new();
    let mut values = String::new();
    for variable in &variables {
        let own = variable.name.replace('-', "_");
        let (kind, value) = match variable.kind {
            Kind::Number => ("u64", "Number"),
            Kind::Text => ("&str", "Text"),
            Kind::Words => ("&str", "Words"),
        };
        let _ = write!(parameters, ", {own}: {kind}");
        let _ = write!(values, "Value::{value}({own}), ");
    }
    format!(
        "    /// {shown}\n    #[must_use]\n    pub fn {name}(self{parameters}) -> String {{ self.fill({nth}, &[{values}]) }}\n"
    )
}

fn pattern(text: &Text, variables: &[Variable]) -> String {
    let place = |name: &str| variables.iter().position(|variable| variable.name == name);
    let place = |name: &str| place(name).unwrap_or_default();
    let written = |pieces: &[Piece]| {
        let pieces = pieces.iter().map(|piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Variable(name) => format!("{{{}}}", place(name)),
        });
        pieces.collect::<String>()
    };
    match &text.shape {
        Shape::Plain(pieces) => written(pieces),
        Shape::Plural(by, forms) => {
            let forms = forms
                .iter()
                .map(|(key, pieces)| format!("{key}:{}", written(pieces)));
            let forms: Vec<String> = forms.collect();
            format!("{{?{}}}{}", place(by), forms.join("{|}"))
        }
    }
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
