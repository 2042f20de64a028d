//! The host page's HTML, with its two frames filled in.

use super::HostSettings;

pub fn html(settings: &HostSettings, query: &str, sandboxed: bool) -> String {
    let sandbox = match sandboxed {
        true => r#"sandbox="allow-scripts allow-same-origin""#,
        false => "",
    };
    include_str!("host.html")
        .replace("{{title}}", &escaped(&settings.title))
        .replace(
            "{{embed_url}}",
            &escaped(&with_query(&settings.embed_url, query)),
        )
        .replace("{{phone_url}}", &escaped(&settings.phone_url))
        .replace("{{sandbox}}", sandbox)
}

/// Only the two framed origins may be framed.
pub fn policy(settings: &HostSettings) -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
         frame-src {} {}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        origin(&settings.embed_url),
        origin(&settings.phone_url),
    )
}

/// What RFC 3986 lets stand in a query.
pub fn stands_in_a_query(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/?%".contains(letter)
}

fn with_query(url: &str, query: &str) -> String {
    match (query.is_empty(), url.contains('?')) {
        (true, _) => url.into(),
        (false, true) => format!("{url}&{query}"),
        (false, false) => format!("{url}?{query}"),
    }
}

fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |at| at + 3);
    let end = url[host..]
        .find(['/', '?', '#'])
        .map_or(url.len(), |at| host + at);
    &url[..end]
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{origin, with_query};

    #[test]
    fn an_origin_ends_before_the_path() {
        assert_eq!(
            origin("http://localhost:3000/embed/secret?x"),
            "http://localhost:3000"
        );
        assert_eq!(origin("https://inbox.example"), "https://inbox.example");
    }

    #[test]
    fn a_query_joins_the_one_that_is_there() {
        assert_eq!(with_query("http://a/b", "x=1"), "http://a/b?x=1");
        assert_eq!(with_query("http://a/b?t=2", "x=1"), "http://a/b?t=2&x=1");
        assert_eq!(with_query("http://a/b?t=2", ""), "http://a/b?t=2");
    }
}
