use super::*;
use proptest::prelude::*;

fn marked(text: &str, search: &str) -> String {
    let draw = |piece: Piece| match piece.marked {
        true => format!("[{}]", piece.text),
        false => piece.text,
    };
    pieces(text, &Terms::of(search))
        .into_iter()
        .map(draw)
        .collect()
}

fn finds(text: &str, search: &str) -> bool {
    Terms::of(search).stand_in(text)
}

#[test]
fn words_are_found_by_their_beginning_whatever_their_case_and_accents() {
    assert_eq!(
        marked("Crème brûlée, s'il vous plaît", "BRULE"),
        "Crème [brûlé]e, s'il vous plaît"
    );
    assert!(finds("Straße 7", "strasse"));
    assert!(finds("ΟΔΟΣ", "οδος"));
    assert!(finds("İstanbul", "istanbul"));
    assert!(finds("ｆｕｌｌ", "full"));
    assert!(!finds("a barn", "arn"));
}

#[test]
fn all_words_must_stand_there_in_any_order() {
    assert!(finds("The invoice of March", "march inv"));
    assert!(!finds("The invoice of March", "march april"));
}

#[test]
fn arabic_is_found_without_its_points_and_in_either_spelling() {
    assert!(finds("السَّلامُ عَلَيْكُم", "السلام"));
    assert!(finds("أحمد", "احمد"));
    assert!(finds("مدرسة", "مدرسه"));
    assert!(finds("رقم ١٢٣", "123"));
}

#[test]
fn scripts_without_gaps_are_found_in_the_middle() {
    assert_eq!(marked("我想要订单号", "订单"), "我想要[订单]号");
    assert!(finds("ขอใบเสร็จ", "ใบเสร็จ"));
    assert!(finds("नमस्ते दुनिया", "नमस्ते"));
}

#[test]
fn pictures_are_found_whatever_their_skin() {
    assert_eq!(marked("Done 👍🏽!", "👍"), "Done [👍]🏽!");
    assert!(finds("Party🎉now", "🎉"));
    assert!(finds("Party🎉now", "now"));
}

#[test]
fn what_is_no_letter_separates_and_nothing_more() {
    assert_eq!(
        Terms::of("\"a* OR (-b) NEAR/3 \0 ^"),
        Terms::of("a or b near 3")
    );
    assert!(Terms::of(" *\" ").is_empty());
    assert!(!Terms::of("a b").find_anything());
    assert!(Terms::of("a bc").find_anything());
    assert!(Terms::of("🎉").find_anything());
}

#[test]
fn a_snippet_shows_its_first_mark_and_a_little_around_it() {
    let long = format!("{} the needle {}", "hay ".repeat(50), "straw ".repeat(60));
    let shown = snippet(&long, &Terms::of("needle"));
    let text: String = shown.iter().map(|piece| piece.text.as_str()).collect();
    assert!(text.starts_with('…') && text.ends_with('…'));
    assert!(text.chars().count() < LONGEST);
    assert!(
        shown
            .iter()
            .any(|piece| piece.marked && piece.text == "needle")
    );
    assert_eq!(snippet("one\n\n two", &Terms::of("zzz")).len(), 1);
}

const LONGEST: usize = 160;

proptest! {
    #[test]
    fn pieces_together_are_the_text(text in "\\PC{0,60}", search in "\\PC{0,12}") {
        let whole: String = pieces(&text, &Terms::of(&search)).into_iter().map(|piece| piece.text).collect();
        prop_assert_eq!(whole, text);
    }

    #[test]
    fn what_is_found_is_marked(text in "[a-cé ]{0,30}", search in "[a-cé ]{1,4}") {
        let terms = Terms::of(&search);
        let marked = pieces(&text, &terms).iter().any(|piece| piece.marked);
        prop_assert!(terms.is_empty() || !terms.stand_in(&text) || marked);
    }

    #[test]
    fn every_text_is_found_by_itself(text in "\\PC{0,60}") {
        prop_assert!(Terms::of(&text).stand_in(&text));
    }
}
