//! Texts in which elements stand: a link, a name in bold, a moment that follows the reader's clock. Where they stand
//! is the translators' to say.

use leptos::prelude::*;
use std::mem::take;

/// What a text gets in place of its variables, of the letters that no script uses.
pub const SLOTS: [&str; 2] = ["\u{e000}", "\u{e001}"];

/// The text with each element where its slot is.
pub fn inlaid<const N: usize>(text: &str, elements: [AnyView; N]) -> Vec<AnyView> {
    let mut elements = elements.map(Some);
    let mut made = Vec::new();
    let mut words = String::new();
    for letter in text.chars() {
        let nth = (letter as usize).wrapping_sub(0xe000);
        match elements.get_mut(nth).and_then(Option::take) {
            Some(element) => {
                push(&mut made, take(&mut words));
                made.push(element);
            }
            None => words.push(letter),
        }
    }
    push(&mut made, words);
    made
}

/// The server writes a space for a text that is empty.
fn push(made: &mut Vec<AnyView>, words: String) {
    if !words.is_empty() {
        made.push(words.into_any());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_stand_where_the_text_says() {
        let [one, two] = SLOTS;
        let elements = || {
            [
                view! { <b>"1"</b> }.into_any(),
                view! { <i>"2"</i> }.into_any(),
            ]
        };
        let html = |text: &str| inlaid(text, elements()).to_html().replace("<!>", "");
        let shown = html(&format!("{two} before {one}, both"));
        assert!(
            shown.starts_with("<i>2</i> before <b>1</b>, both"),
            "{shown}"
        );
        let shown = html("neither");
        assert!(shown.starts_with("neither"), "{shown}");
    }
}
