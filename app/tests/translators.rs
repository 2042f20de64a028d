//! What translators can get wrong, and what the build says of it.

#[path = "../build/check.rs"]
mod check;
#[path = "../build/read.rs"]
mod read;

use check::problems;
use read::texts_in;

const ENGLISH: &str = "
send = Send
# $name (Text): who wrote
from = From { $name }
# $count (Number): how many
unread = { $count ->
    [one] One message
   *[other] { $count } messages
}
";

/// What the build says of a language's file.
fn said(language: &str, source: &str) -> Vec<String> {
    let (english, none) = texts_in(ENGLISH);
    assert_eq!(none, Vec::<String>::new());
    let (texts, mut said) = texts_in(source);
    said.extend(problems(language, &texts, &english));
    said
}

fn with(language: &str, changed: &str, to: &str) -> Vec<String> {
    let source = "send = S\nfrom = F { $name }\n\
        unread = { $count ->\n [one] o\n [many] m { $count }\n *[other] { $count }\n }\n";
    assert!(changed.is_empty() || source.contains(changed));
    said(language, &source.replace(changed, to))
}

#[test]
fn a_whole_file_is_taken() {
    assert!(with("es", "send", "send").is_empty());
}

#[test]
fn a_missing_text_is_named() {
    assert_eq!(with("es", "send = S\n", ""), ["send: this text is missing"]);
}

#[test]
fn a_text_that_english_does_not_have_is_named() {
    let said = with("es", "send = S", "send = S\nsent = E");
    assert_eq!(said, ["sent: English has no such text"]);
}

#[test]
fn a_text_stands_once() {
    let said = with("es", "send = S", "send = S\nsend = T");
    assert_eq!(said, ["send: it stands here twice"]);
}

#[test]
fn variables_are_those_of_english() {
    let said = with("pt", "F { $name }", "F { $nome }");
    assert_eq!(
        said,
        [
            "from: English's note does not tell of $nome",
            "from: $name is not used"
        ]
    );
}

#[test]
fn a_plural_has_all_forms_of_its_language() {
    let said = with("es", " [many] m { $count }\n", "");
    assert_eq!(said, ["unread: it lacks the form [many]"]);
    let said = with("ar", "[many]", "[few]");
    let lacking = ["zero", "two", "many"].map(|form| format!("unread: it lacks the form [{form}]"));
    assert_eq!(said, lacking);
    let said = with("pt", "[many]", "[few]");
    assert_eq!(
        said,
        [
            "unread: it lacks the form [many]",
            "unread: this language has no form [few]"
        ]
    );
}

#[test]
fn a_plural_may_not_become_one_text_for_all() {
    let said = said("es", "send = S\nfrom = F { $name }\nunread = { $count }\n");
    assert_eq!(said, ["unread: it needs the forms one, many, other"]);
}

#[test]
fn plurals_are_whole_texts() {
    let said = with("es", "unread = {", "unread = Hay {");
    let told = "unread: each form must be the whole text, with nothing around the plural";
    assert!(said.contains(&told.to_owned()), "{said:?}");
}

#[test]
fn what_cannot_be_read_is_told_with_its_line() {
    let said = with("es", "send = S", "send = { S");
    assert!(said[0].starts_with("line 1: "), "{said:?}");
}

#[test]
fn a_language_without_forms_is_told_of() {
    assert!(with("tlh", "", "")[0].contains("build/check.rs"));
}
