//! The list of allowed pages as it is typed: one origin in a line, each looked at while one types.

use crate::domain::origin::AllowedOrigin;
use crate::texts::texts;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub typed: String,
    pub verdict: Verdict,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// How it will be stored.
    Good(String),
    /// It stands in an earlier line already.
    Again,
    /// What is wrong with it.
    Wrong(String),
}

/// Blank lines do not count; commas part origins too, because that is how people paste them.
pub fn lines(text: &str) -> Vec<Line> {
    let mut seen: Vec<String> = Vec::new();
    let entries = entries(text);
    let alone = entries.len() == 1;
    let judge = |typed: String| {
        let verdict = match AllowedOrigin::parse(&typed) {
            Some(origin) => {
                let origin = origin.to_string();
                if seen.contains(&origin) {
                    Verdict::Again
                } else {
                    seen.push(origin.clone());
                    Verdict::Good(origin)
                }
            }
            None if typed == "*" && alone => Verdict::Good(texts().embed_any_page().to_owned()),
            None => Verdict::Wrong(reason(&typed)),
        };
        Line { typed, verdict }
    };
    entries.into_iter().map(judge).collect()
}

/// What is sent: every line as it was typed, so that the server judges what a person wrote.
pub fn entries(text: &str) -> Vec<String> {
    text.split(['\n', ',', ' ', '\t'])
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
        .map(str::to_owned)
        .collect()
}

fn reason(typed: &str) -> String {
    if typed == "*" {
        return texts().origins_star_alone().to_owned();
    }
    if let Some(shorter) = without_path(typed) {
        return texts().origins_path(&shorter);
    }
    if !typed.is_ascii() {
        return texts().origins_ascii().to_owned();
    }
    if typed.contains("*.") {
        return texts().origins_star_subdomains().to_owned();
    }
    texts().origins_shape().to_owned()
}

/// `https://example.com/tickets?a=1` → `https://example.com`, if that is an origin.
fn without_path(typed: &str) -> Option<String> {
    let host = typed.find("://").map_or(0, |at| at + 3);
    let end = host + typed[host..].find(['/', '?', '#'])?;
    AllowedOrigin::parse(&typed[..end]).map(|origin| origin.to_string())
}

/// A domain and its subdomains are two entries, and people mean both: the ones that are missing.
pub fn companions(lines: &[Line]) -> Vec<String> {
    let good: Vec<&String> = lines
        .iter()
        .filter_map(|line| match &line.verdict {
            Verdict::Good(origin) => Some(origin),
            _ => None,
        })
        .collect();
    let wanted = good.iter().filter_map(|origin| companion(origin));
    let mut missing: Vec<String> = Vec::new();
    for origin in wanted {
        if !good.contains(&&origin) && !missing.contains(&origin) {
            missing.push(origin);
        }
    }
    missing
}

/// `*.example.com` and `https://example.com` belong together; `app.example.com` stands for itself.
fn companion(origin: &str) -> Option<String> {
    if let Some(domain) = origin.strip_prefix("*.") {
        return (!domain.contains(':')).then(|| format!("https://{domain}"));
    }
    let host = origin.strip_prefix("https://")?;
    let bare = host.matches('.').count() == 1 && !host.contains(['*', ':']);
    (bare && !host.starts_with(|c: char| c.is_ascii_digit())).then(|| format!("*.{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(typed: &str) -> Verdict {
        lines(typed).remove(0).verdict
    }

    fn wrong(typed: &str) -> String {
        match verdict(typed) {
            Verdict::Wrong(reason) => reason,
            other => panic!("{typed} is {other:?}"),
        }
    }

    #[test]
    fn lines_show_how_they_will_be_stored() {
        assert_eq!(
            verdict(" App.Example.com/ "),
            Verdict::Good("https://app.example.com".into())
        );
        assert_eq!(verdict("*"), Verdict::Good("Any page".into()));
        let list = lines("https://a.com\n\nA.com, http://localhost:*");
        assert_eq!(list.len(), 3);
        assert_eq!(list[1].verdict, Verdict::Again);
        assert_eq!(list[2].verdict, Verdict::Good("http://localhost:*".into()));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_remedy() {
        assert_eq!(
            wrong("https://a.com/tickets"),
            "Leave out the path: https://a.com"
        );
        assert!(wrong("https://bücher.example").contains("xn--"));
        assert!(wrong("*.com").contains("*.example.com"));
        assert!(wrong("ftp://a.com").contains("scheme"));
        assert!(
            matches!(&lines("*\na.com")[0].verdict, Verdict::Wrong(why) if why.contains("alone"))
        );
    }

    #[test]
    fn a_domain_and_its_subdomains_are_offered_together() {
        assert_eq!(companions(&lines("*.example.com")), ["https://example.com"]);
        assert_eq!(companions(&lines("example.com")), ["*.example.com"]);
        assert!(companions(&lines("example.com\n*.example.com")).is_empty());
        assert!(companions(&lines("https://app.example.com")).is_empty());
        assert!(companions(&lines("http://localhost:*\n*")).is_empty());
    }
}
