//! WhatsApp's formatting: `*bold*`, `_italic_`, `~strike~`, `` `code` ``, blocks of code, quotes and lists.
//! Text goes in, pieces of the same text come out: nothing is lost or added but the marks themselves.

use super::link;

/// What of a text is looked through; the rest is shown as it is.
const LOOKED_AT: usize = 12_000;

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    pub spans: Vec<Span>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    Text,
    Quote,
    Bullet,
    /// With its number, as it was written.
    Number(String),
    Code,
}

/// A piece of a line in one style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub style: Style,
    pub href: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    pub bold: bool,
    pub italic: bool,
    pub strike: bool,
    pub code: bool,
}

const FENCE: &str = "```";

/// Reads a text.
pub fn blocks(text: &str) -> Vec<Block> {
    let cut = text.floor_char_boundary(LOOKED_AT);
    let (mut rest, beyond) = text.split_at(cut);
    let mut blocks = Vec::new();
    while let Some((before, code, after)) = fenced(rest) {
        lines(before, &mut blocks);
        blocks.push(Block {
            kind: BlockKind::Code,
            spans: vec![plain(code)],
        });
        rest = after;
    }
    lines(rest, &mut blocks);
    if !beyond.is_empty() {
        blocks.push(Block {
            kind: BlockKind::Text,
            spans: vec![plain(beyond)],
        });
    }
    blocks
}

/// A text without its marks, for where there is room for one line.
pub fn unmarked(text: &str) -> String {
    let mut all = String::new();
    for block in blocks(text) {
        let mark = match &block.kind {
            BlockKind::Number(number) => &format!("{number}. "),
            BlockKind::Bullet => "• ",
            _ => "",
        };
        if !all.is_empty() {
            all.push('\n');
        }
        all.push_str(mark);
        for span in &block.spans {
            all.push_str(&span.text);
        }
    }
    all
}

/// The text before, inside and after the first block of code. The line breaks around it go with its marks.
fn fenced(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once(FENCE)?;
    let (code, after) = rest.split_once(FENCE)?;
    let code = code.strip_prefix('\n').unwrap_or(code);
    let code = code.strip_suffix('\n').unwrap_or(code);
    (!code.trim().is_empty()).then(|| {
        (
            before.strip_suffix('\n').unwrap_or(before),
            code,
            after.strip_prefix('\n').unwrap_or(after),
        )
    })
}

fn lines(text: &str, blocks: &mut Vec<Block>) {
    if text.is_empty() {
        return;
    }
    for line in text.split('\n') {
        let (kind, line) = kind_of(line);
        let found = spans(line);
        match blocks.last_mut() {
            // Lines of plain text stay together, so that they can be marked and copied as one.
            Some(last)
                if kind == last.kind && matches!(kind, BlockKind::Text | BlockKind::Quote) =>
            {
                last.spans.push(plain("\n"));
                last.spans.extend(found);
            }
            _ => blocks.push(Block { kind, spans: found }),
        }
    }
}

fn kind_of(line: &str) -> (BlockKind, &str) {
    if let Some(rest) = line.strip_prefix("> ") {
        return (BlockKind::Quote, rest);
    }
    let bullet = line.strip_prefix("- ").or_else(|| line.strip_prefix("* "));
    if let Some(rest) = bullet.filter(|rest| !rest.trim().is_empty()) {
        return (BlockKind::Bullet, rest);
    }
    if let Some((number, rest)) = line.split_once(". ")
        && (1..=3).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && !rest.trim().is_empty()
    {
        return (BlockKind::Number(number.to_owned()), rest);
    }
    (BlockKind::Text, line)
}

/// A mark of one letter, a piece of code, a link, or text between them.
enum Token<'a> {
    Text(&'a str),
    Code(&'a str),
    Link(&'a str, String),
    /// The letter, and whether it may open and close.
    Mark(&'a str, bool, bool),
}

fn spans(line: &str) -> Vec<Span> {
    let tokens = tokens(line);
    let paired = paired(&tokens);
    let (mut spans, mut style): (Vec<Span>, _) = (Vec::new(), Style::default());
    for (nth, token) in tokens.into_iter().enumerate() {
        let (text, code, href) = match token {
            Token::Mark(mark, ..) if paired[nth] => {
                style.turn(mark);
                continue;
            }
            Token::Mark(text, ..) | Token::Text(text) => (text, false, None),
            Token::Code(text) => (text, true, None),
            Token::Link(text, href) => (text, false, Some(href)),
        };
        let style = Style { code, ..style };
        match spans.last_mut() {
            Some(last) if last.style == style && last.href.is_none() && href.is_none() => {
                last.text.push_str(text);
            }
            _ => spans.push(Span {
                text: text.to_owned(),
                style,
                href,
            }),
        }
    }
    spans
}

impl Style {
    fn turn(&mut self, mark: &str) {
        match mark {
            "*" => self.bold = !self.bold,
            "_" => self.italic = !self.italic,
            _ => self.strike = !self.strike,
        }
    }
}

/// Which marks belong to a pair. Of each letter one pair is open at a time, so the stack has at most three.
fn paired(tokens: &[Token]) -> Vec<bool> {
    let mut paired = vec![false; tokens.len()];
    let mut open: Vec<(usize, &str)> = Vec::new();
    for (nth, token) in tokens.iter().enumerate() {
        let Token::Mark(mark, may_open, may_close) = token else {
            continue;
        };
        match open.iter().rposition(|(_, other)| other == mark) {
            Some(place) if *may_close && nth > open[place].0 + 1 => {
                paired[open[place].0] = true;
                paired[nth] = true;
                // What was opened inside and not closed there is no mark.
                open.truncate(place);
            }
            None if *may_open => open.push((nth, mark)),
            _ => {}
        }
    }
    paired
}

fn tokens(line: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let (mut from, mut at) = (0, 0);
    let mut ticks_left = true;
    // Each word is looked at once, after the marks in front of it.
    let mut fresh = true;
    while let Some(c) = line[at..].chars().next() {
        let before = line[..at].chars().next_back();
        fresh |= c.is_whitespace();
        let found = match c {
            '*' | '_' | '~' => Some((mark(line, at, before), at + 1)),
            '`' if ticks_left => {
                let code = code(line, at);
                ticks_left = code.is_some();
                code
            }
            _ => None,
        };
        if let Some((token, end)) = found {
            if from < at {
                tokens.push(Token::Text(&line[from..at]));
            }
            tokens.push(token);
            (from, at) = (end, end);
        } else if let Some((start, end, href)) = link_at(line, at, &mut fresh, c) {
            if from < start {
                tokens.push(Token::Text(&line[from..start]));
            }
            tokens.push(Token::Link(&line[start..end], href));
            (from, at) = (end, end);
        } else {
            at += c.len_utf8();
        }
    }
    if from < line.len() {
        tokens.push(Token::Text(&line[from..]));
    }
    tokens
}

/// A mark opens before a word and closes after one; inside a word it is a letter like others.
fn mark(line: &str, at: usize, before: Option<char>) -> Token<'_> {
    let after = line[at + 1..].chars().next();
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_gap = |c: Option<char>| c.is_none_or(char::is_whitespace);
    Token::Mark(
        &line[at..=at],
        !is_word(before) && !is_gap(after),
        !is_gap(before) && !is_word(after),
    )
}

fn code(line: &str, at: usize) -> Option<(Token<'_>, usize)> {
    let inner = &line[at + 1..];
    let end = inner.find('`')?;
    // Two ticks side by side hold nothing; the second may still open.
    let code = if end == 0 {
        return Some((Token::Text(&line[at..=at]), at + 1));
    } else {
        &inner[..end]
    };
    Some((Token::Code(code), at + end + 2))
}

/// A link in the word that begins here.
fn link_at(line: &str, at: usize, fresh: &mut bool, c: char) -> Option<(usize, usize, String)> {
    if !*fresh || c.is_whitespace() {
        return None;
    }
    *fresh = false;
    let word = line[at..].split(char::is_whitespace).next()?;
    let (start, end, href) = link::inside(word)?;
    Some((at + start, at + end, href))
}

fn plain(text: &str) -> Span {
    Span {
        text: text.to_owned(),
        ..Span::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::time::Instant;

    /// As HTML, to read the cases below.
    fn drawn(text: &str) -> String {
        let span = |span: &Span| {
            let mut text = span.text.clone();
            for (on, tag) in [
                (span.style.code, "c"),
                (span.style.strike, "s"),
                (span.style.italic, "i"),
                (span.style.bold, "b"),
                (span.href.is_some(), "a"),
            ] {
                if on {
                    text = format!("<{tag}>{text}</{tag}>");
                }
            }
            text
        };
        let block = |block: &Block| {
            let inner: String = block.spans.iter().map(span).collect();
            match &block.kind {
                BlockKind::Text => inner,
                BlockKind::Quote => format!("[> {inner}]"),
                BlockKind::Bullet => format!("[- {inner}]"),
                BlockKind::Number(nth) => format!("[{nth}. {inner}]"),
                BlockKind::Code => format!("[code {inner}]"),
            }
        };
        blocks(text).iter().map(block).collect()
    }

    #[test]
    fn marks_are_formatting_around_words() {
        for (text, html) in [
            (
                "*bold* _it_ ~no~ `c*d*`",
                "<b>bold</b> <i>it</i> <s>no</s> <c>c*d*</c>",
            ),
            ("*a _b_*", "<b>a </b><b><i>b</i></b>"),
            ("2*3*4 snake_case_name", "2*3*4 snake_case_name"),
            ("* a * b", "[- a * b]"),
            ("*open", "*open"),
            ("**", "**"),
            ("(*a*)", "(<b>a</b>)"),
            ("*a _b* c_", "<b>a _b</b> c_"),
            ("``", "``"),
            ("one\ntwo", "one\ntwo"),
            ("> said\n> more\nno", "[> said\nmore]no"),
            ("1. one\n2. two", "[1. one][2. two]"),
            ("3.50 is a price", "3.50 is a price"),
            (
                "see:\n```\nlet a = *b*;\n```\nok",
                "see:[code let a = *b*;]ok",
            ),
            (
                "https://a.example/x_y_z _w_",
                "<a>https://a.example/x_y_z</a> <i>w</i>",
            ),
            ("*https://a.example*", "<a><b>https://a.example</b></a>"),
        ] {
            assert_eq!(drawn(text), html, "{text}");
        }
    }

    fn visible(text: &str) -> String {
        let blocks = blocks(text);
        let spans = blocks.iter().flat_map(|block| {
            let number = match &block.kind {
                BlockKind::Number(number) => number.as_str(),
                _ => "",
            };
            std::iter::once(number).chain(block.spans.iter().map(|span| span.text.as_str()))
        });
        spans.collect()
    }

    fn loses_only_marks(text: &str) -> bool {
        let mut left = text.chars();
        for c in visible(text).chars() {
            loop {
                match left.next() {
                    Some(other) if other == c => break,
                    Some(other) if "*_~`>-. \n".contains(other) => {}
                    _ => return false,
                }
            }
        }
        left.all(|c| "*_~`>-. \n".contains(c))
    }

    proptest! {
        #[test]
        fn nothing_is_lost_or_added_but_marks(text in "[a-c0-2*_~`>. \\-\n/:é👍]{0,80}|\\PC{0,60}") {
            prop_assert!(loses_only_marks(&text), "{text:?} became {:?}", blocks(&text));
        }

        #[test]
        fn words_without_marks_stay_as_they_are(text in "[a-z]{1,9}( [a-z]{1,9}){0,9}") {
            prop_assert_eq!(visible(&text), text);
        }
    }

    #[test]
    fn the_longest_hostile_text_takes_no_time() {
        for piece in [
            "*", "_*~", "`", "```", "`a", "*a ", "_a*", "> ", "1. ", "https://", "a@", "www.a ",
        ] {
            let text = piece.repeat(65_536 / piece.len());
            let start = Instant::now();
            drop(blocks(&text));
            assert!(start.elapsed().as_millis() < 1_000, "{piece}");
        }
    }
}
