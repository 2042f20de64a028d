//! The colours that stand on each other, computed as WCAG does, from the style sheets as they are.

use std::collections::HashMap;

const VALUES: &str = include_str!("../../style/values.css");
const MEANINGS: &str = include_str!("../../style/meanings.css");

/// Text of any size, and the least for what is no text: borders of controls, ticks, rings.
const TEXT: f64 = 4.5;
const SHAPE: f64 = 3.0;

/// What is read on what.
const PAIRS: &[(&str, &str, f64)] = &[
    ("text", "surface", TEXT),
    ("text", "app", TEXT),
    ("text", "surface-hover", TEXT),
    ("text", "surface-chosen", TEXT),
    ("text", "surface-raised", TEXT),
    ("text-secondary", "surface", TEXT),
    ("text-secondary", "app", TEXT),
    ("text-secondary", "surface-hover", TEXT),
    ("text-secondary", "surface-chosen", TEXT),
    ("accent", "surface", TEXT),
    ("accent", "app", TEXT),
    ("accent", "surface-hover", TEXT),
    ("accent", "surface-chosen", TEXT),
    ("accent", "outgoing", SHAPE),
    ("on-accent", "accent", TEXT),
    ("outgoing-text", "outgoing", TEXT),
    ("outgoing-meta", "outgoing", TEXT),
    ("read", "outgoing", TEXT),
    ("read", "surface", TEXT),
    ("read", "surface-chosen", SHAPE),
    ("read", "surface-hover", SHAPE),
    ("danger", "surface", TEXT),
    ("danger", "app", TEXT),
    ("danger", "danger-back", TEXT),
    ("danger", "surface-chosen", SHAPE),
    ("danger", "outgoing", SHAPE),
    ("text", "danger-back", TEXT),
    ("warning", "surface", TEXT),
    ("warning", "app", TEXT),
    ("warning", "warning-back", TEXT),
    ("warning", "surface-chosen", SHAPE),
    ("text", "warning-back", TEXT),
    ("control-border", "surface", SHAPE),
    ("control-border", "app", SHAPE),
];

/// Initials of a contact stand on one of these.
const HUES: usize = 8;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Theme {
    Light,
    Dark,
}

#[test]
fn whatever_is_read_on_something_can_be_read_in_both_themes() {
    let mut table = Vec::new();
    let mut weak = Vec::new();
    for theme in [Theme::Light, Theme::Dark] {
        let colours = Colours::read(theme);
        let hues: Vec<String> = (0..HUES).map(|nth| format!("hue-{nth}")).collect();
        let initials = hues.iter().map(|hue| ("ink", hue.as_str(), TEXT));
        for (front, back, least) in PAIRS.iter().copied().chain(initials) {
            let ratio = contrast(colours.of(front), colours.of(back));
            let line = format!("{theme:?}: {front} on {back} {ratio:.1}, at least {least}");
            if ratio < least {
                weak.push(line.clone());
            }
            table.push(line);
        }
    }
    println!("{}", table.join("\n"));
    assert!(weak.is_empty(), "too weak:\n{}", weak.join("\n"));
}

#[test]
fn the_formula_is_the_one_of_the_guidelines() {
    let (black, white) = ([0, 0, 0], [255, 255, 255]);
    assert!((contrast(black, white) - 21.0).abs() < 0.01);
    assert!((contrast(white, [118, 118, 118]) - 4.54).abs() < 0.01);
}

struct Colours {
    theme: Theme,
    named: HashMap<String, String>,
}

impl Colours {
    fn read(theme: Theme) -> Self {
        let named = declarations(VALUES).chain(declarations(MEANINGS));
        Self {
            theme,
            named: named.collect(),
        }
    }

    /// Follows names to a colour; of a pair, the theme's half.
    fn of(&self, name: &str) -> [u8; 3] {
        let value = self
            .named
            .get(name)
            .unwrap_or_else(|| panic!("--{name} is not declared"));
        if let Some(other) = value.strip_prefix("var(--") {
            return self.of(other.trim_end_matches(')'));
        }
        let pair = value.strip_prefix("light-dark(").map(|pair| {
            let (light, dark) = pair
                .trim_end_matches(')')
                .split_once(',')
                .unwrap_or_else(|| panic!("--{name} is no pair: {value}"));
            match self.theme {
                Theme::Light => light.trim(),
                Theme::Dark => dark.trim(),
            }
        });
        hex(pair.unwrap_or(value))
    }
}

fn declarations(sheet: &str) -> impl Iterator<Item = (String, String)> + '_ {
    sheet.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
        let value = value.trim().trim_end_matches(';');
        Some((name.to_owned(), value.to_owned()))
    })
}

fn hex(colour: &str) -> [u8; 3] {
    let digits = colour
        .strip_prefix('#')
        .filter(|digits| digits.len() == 6)
        .unwrap_or_else(|| panic!("not a colour that this test reads: {colour}"));
    [0, 2, 4].map(|at| {
        u8::from_str_radix(&digits[at..at + 2], 16).unwrap_or_else(|_| panic!("no hex: {colour}"))
    })
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let [r, g, b] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        match part <= 0.04045 {
            true => part / 12.92,
            false => ((part + 0.055) / 1.055).powf(2.4),
        }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}
