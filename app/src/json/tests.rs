use super::{Unreadable, read, read_bytes};
use crate::domain::message::Message;
use crate::problem::Problem;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Everything of serde's that our types are made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Everything {
    text: String,
    #[serde(default)]
    absent: Option<String>,
    small: u8,
    far: i64,
    list: Vec<Shape>,
    pairs: Vec<(String, u32)>,
    named: BTreeMap<String, bool>,
    maybe: Option<Box<Everything>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Shape {
    Point,
    Circle(f64),
    Line(i32, i32),
    Box { wide: u16, label: Option<char> },
    Tagged(Kept),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
struct Kept(String);

fn shape() -> impl Strategy<Value = Shape> {
    prop_oneof![
        Just(Shape::Point),
        (-1e9..1e9).prop_map(Shape::Circle),
        any::<(i32, i32)>().prop_map(|(from, to)| Shape::Line(from, to)),
        any::<(u16, Option<char>)>().prop_map(|(wide, label)| Shape::Box { wide, label }),
        ".*".prop_map(|text| Shape::Tagged(Kept(text))),
    ]
}

fn everything() -> impl Strategy<Value = Everything> {
    let leaf = (
        any::<String>(),
        any::<Option<String>>(),
        any::<u8>(),
        any::<i64>(),
        prop::collection::vec(shape(), 0..4),
        prop::collection::vec(any::<(String, u32)>(), 0..3),
        prop::collection::btree_map(any::<String>(), any::<bool>(), 0..3),
    )
        .prop_map(
            |(text, absent, small, far, list, pairs, named)| Everything {
                text,
                absent,
                small,
                far,
                list,
                pairs,
                named,
                maybe: None,
            },
        );
    leaf.prop_recursive(3, 8, 1, |inner| {
        (inner.clone(), inner).prop_map(|(outer, inner)| Everything {
            maybe: Some(Box::new(inner)),
            ..outer
        })
    })
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_the_server_writes_is_read(told in everything()) {
        let (close, wide) = (serde_json::to_string(&told).unwrap(), serde_json::to_string_pretty(&told).unwrap());
        prop_assert_eq!(read::<Everything>(&close), Some(told.clone()));
        prop_assert_eq!(read::<Everything>(&wide), Some(told));
    }

    #[test]
    fn any_value_is_read_as_serde_json_reads_it(value in value()) {
        prop_assert_eq!(read::<Value>(&value.to_string()), Some(value));
    }

    #[test]
    fn what_nobody_asked_for_is_passed_over(more in value(), text in ".*") {
        #[derive(Debug, PartialEq, Deserialize)]
        struct One { text: String }
        let whole = serde_json::json!({"before": &more, "text": &text, "later": more});
        prop_assert_eq!(read::<One>(&whole.to_string()), Some(One { text }));
    }

    /// Whatever it is, it neither panics nor is more than serde_json would make of it.
    #[test]
    fn nonsense_is_no_answer(text in "[\\[\\]{}\",:0-9a-z\\\\ ]{0,40}") {
        let _ = read::<Value>(&text);
        let _ = read::<Everything>(&text);
        let _ = read::<Problem>(&text);
    }

    #[test]
    fn a_text_that_was_cut_is_no_answer(told in everything(), at in 0.0..1.0) {
        let whole = serde_json::to_vec(&told).unwrap();
        let cut = (whole.len() as f64 * at) as usize;
        prop_assert_eq!(read_bytes::<Everything>(&whole[..cut]), None);
    }
}

#[test]
fn words_are_variants_and_so_are_objects_of_one_pair() {
    assert_eq!(read::<Problem>("\"not_found\""), Some(Problem::NotFound));
    let conflict = read::<Problem>(r#" { "conflict" : "no" } "#);
    assert_eq!(conflict, Some(Problem::Conflict("no".into())));
    assert_eq!(read::<Problem>("\"conflict\""), None);
    assert_eq!(read::<Problem>("{\"unheard\":1}"), None);
}

#[test]
fn escapes_are_undone() {
    let read = |text: &str| read::<String>(text);
    assert_eq!(
        read(r#""\u00e9\n\/\"\ud83d\ude00""#).as_deref(),
        Some("é\n/\"😀")
    );
    assert_eq!(read(r#""\ud83d!""#).as_deref(), Some("\u{fffd}!"));
    for broken in [r#""\"#, r#""\x""#, r#""\u12""#, r#""\u+123""#, "\"open"] {
        assert_eq!(read(broken), None, "{broken}");
    }
}

#[test]
fn what_is_nested_without_end_is_refused() {
    let deep = "[".repeat(100_000);
    assert_eq!(read::<Value>(&deep), None);
    assert_eq!(read::<Message>(&format!("{{\"more\":{deep}")), None);
    assert_eq!(Unreadable.to_string(), "the answer could not be read");
}
