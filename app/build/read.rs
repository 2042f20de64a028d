//! Reads a file in Fluent's syntax. We use a small part of it: texts with variables, and plurals.

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey,
};

#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub name: String,
    /// What translators are told about it.
    pub note: Vec<String>,
    pub shape: Shape,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Plain(Vec<Piece>),
    /// The number that decides, and a form for each kind of number.
    Plural(String, Vec<(String, Vec<Piece>)>),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    Words(String),
    Variable(String),
}

/// The texts of a file, and what is wrong with it.
pub fn texts_in(source: &str) -> (Vec<Text>, Vec<String>) {
    let mut problems = Vec::new();
    let resource = match fluent_syntax::parser::parse(source) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            let line = |at: usize| source[..at].lines().count().max(1);
            let errors = errors.iter().map(|error| (line(error.pos.start), error));
            problems.extend(errors.map(|(line, error)| format!("line {line}: {error}")));
            resource
        }
    };
    let mut texts: Vec<Text> = Vec::new();
    for entry in resource.body {
        let read = match entry {
            Entry::Message(message) => text(message),
            Entry::Term(term) => Err(format!("-{}: terms are not understood", term.id.name)),
            _ => continue,
        };
        match read {
            Ok(text) if texts.iter().any(|other| other.name == text.name) => {
                problems.push(format!("{}: it stands here twice", text.name));
            }
            Ok(text) => texts.push(text),
            Err(problem) => problems.push(problem),
        }
    }
    (texts, problems)
}

fn text(message: Message<&str>) -> Result<Text, String> {
    let name = message.id.name.to_owned();
    let wrong = |problem: String| format!("{name}: {problem}");
    if !message.attributes.is_empty() {
        return Err(wrong("attributes are not understood".to_owned()));
    }
    let pattern = message
        .value
        .ok_or_else(|| wrong("it is empty".to_owned()))?;
    let shape = shape(pattern).map_err(wrong)?;
    let note = message.comment.map(|comment| comment.content);
    let note = note.unwrap_or_default().into_iter().map(str::to_owned);
    Ok(Text {
        name,
        note: note.collect(),
        shape,
    })
}

fn shape(mut pattern: Pattern<&str>) -> Result<Shape, String> {
    let plural = |element: &PatternElement<&str>| {
        matches!(
            element,
            PatternElement::Placeable {
                expression: Expression::Select { .. }
            }
        )
    };
    if !pattern.elements.iter().any(plural) {
        return pieces(pattern).map(Shape::Plain);
    }
    match (pattern.elements.pop(), pattern.elements.is_empty()) {
        (
            Some(PatternElement::Placeable {
                expression: Expression::Select { selector, variants },
            }),
            true,
        ) => {
            let by = variable(selector)?;
            let forms = variants.into_iter().map(form).collect::<Result<_, _>>()?;
            Ok(Shape::Plural(by, forms))
        }
        _ => Err("each form must be the whole text, with nothing around the plural".to_owned()),
    }
}

fn form(variant: Variant<&str>) -> Result<(String, Vec<Piece>), String> {
    let key = match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    };
    if variant.default != (key == "other") {
        return Err("*[other], and no other form, is the one with the star".to_owned());
    }
    Ok((key.to_owned(), pieces(variant.value)?))
}

fn pieces(pattern: Pattern<&str>) -> Result<Vec<Piece>, String> {
    let piece = |element: PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Ok(Piece::Words(value.to_owned())),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::StringLiteral { value }),
        } if !value.contains(['{', '}', '\\']) => Ok(Piece::Words(value.to_owned())),
        PatternElement::Placeable {
            expression: Expression::Inline(inline),
        } => variable(inline).map(Piece::Variable),
        PatternElement::Placeable { .. } => Err("a plural inside a plural".to_owned()),
    };
    pattern.elements.into_iter().map(piece).collect()
}

fn variable(inline: InlineExpression<&str>) -> Result<String, String> {
    match inline {
        InlineExpression::VariableReference { id } => Ok(id.name.to_owned()),
        _ => Err("only { $variables } and plurals are understood".to_owned()),
    }
}
