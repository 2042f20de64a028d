//! Which pages may hold the iframe. One rule writes `frame-ancestors` and decides what CORS answers.

use std::fmt;

/// An entry of `allowed_origins`: `https://app.example.com`, `*.example.com`, `http://localhost:*`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllowedOrigin {
    scheme: Scheme,
    /// `*.` in front: any depth of subdomain, not the domain itself.
    subdomains: bool,
    host: String,
    port: Port,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scheme {
    Http,
    Https,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Port {
    Default,
    Number(u16),
    Any,
}

/// What an embed's list says as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AllowedOrigins {
    Any,
    Listed(Vec<AllowedOrigin>),
}

impl AllowedOrigins {
    /// `[]` and `["*"]` mean any. The error is the entry that is not an origin.
    pub fn parse<S: AsRef<str>>(entries: &[S]) -> Result<Self, String> {
        match entries {
            [] => Ok(Self::Any),
            [only] if only.as_ref().trim() == "*" => Ok(Self::Any),
            entries => entries
                .iter()
                .map(|entry| {
                    AllowedOrigin::parse(entry.as_ref()).ok_or_else(|| entry.as_ref().to_owned())
                })
                .collect::<Result<_, _>>()
                .map(Self::Listed),
        }
    }

    /// The entries as they are stored and answered.
    pub fn entries(&self) -> Vec<String> {
        match self {
            Self::Any => Vec::new(),
            Self::Listed(origins) => origins.iter().map(ToString::to_string).collect(),
        }
    }

    pub fn allows(&self, origin: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Listed(origins) => origins.iter().any(|allowed| allowed.matches(origin)),
        }
    }

    /// The value of `frame-ancestors`; absent when any page may hold the frame,
    /// because even `*` would shut out pages of apps and files.
    pub fn frame_ancestors(&self) -> Option<String> {
        match self {
            Self::Any => None,
            Self::Listed(origins) if origins.is_empty() => Some("'none'".to_owned()),
            Self::Listed(origins) => Some(
                origins
                    .iter()
                    .map(AllowedOrigin::source)
                    .collect::<Vec<_>>()
                    .join(" "),
            ),
        }
    }
}

impl AllowedOrigin {
    /// A strict grammar, so that no entry can add a directive to a header.
    pub fn parse(entry: &str) -> Option<Self> {
        let entry = entry.trim().to_ascii_lowercase();
        let entry = entry.strip_suffix('/').unwrap_or(&entry);
        let (scheme, rest) = match entry.split_once("://") {
            Some(("http", rest)) => (Scheme::Http, rest),
            Some(("https", rest)) => (Scheme::Https, rest),
            Some(_) => return None,
            None => (Scheme::Https, entry),
        };
        let (host, port) = match rest.split_once(':') {
            Some((host, port)) => (host, Port::parse(port, scheme)?),
            None => (rest, Port::Default),
        };
        let (subdomains, host) = match host.strip_prefix("*.") {
            Some(domain) => (true, domain),
            None => (false, host),
        };
        let wide = subdomains && !host.contains('.') && host != "localhost";
        (is_host(host) && host != "null" && !wide).then(|| Self {
            scheme,
            subdomains,
            host: host.to_owned(),
            port,
        })
    }

    /// Whether a page of this origin, as a browser spells it in `Origin`, may hold the frame.
    pub fn matches(&self, origin: &str) -> bool {
        let Some((scheme, rest)) = origin.split_once("://") else {
            return false;
        };
        let (host, port) = match rest.rsplit_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (rest, None),
        };
        scheme == self.scheme.word() && self.matches_host(host) && self.matches_port(port)
    }

    fn matches_host(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        if self.subdomains {
            host.strip_suffix(&self.host)
                .is_some_and(|rest| rest.len() > 1 && rest.ends_with('.'))
        } else {
            host == self.host
        }
    }

    fn matches_port(&self, port: Option<&str>) -> bool {
        match (self.port, port) {
            (Port::Any, _) | (Port::Default, None) => true,
            (Port::Default, Some(port)) => port.parse() == Ok(self.scheme.default_port()),
            (Port::Number(number), port) => port.is_some_and(|port| port.parse() == Ok(number)),
        }
    }

    /// As a host-source of CSP, always with its scheme: without one a browser would take our page's.
    fn source(&self) -> String {
        format!("{}://{}", self.scheme.word(), self.authority())
    }

    fn authority(&self) -> String {
        let stars = if self.subdomains { "*." } else { "" };
        match self.port {
            Port::Default => format!("{stars}{}", self.host),
            Port::Number(port) => format!("{stars}{}:{port}", self.host),
            Port::Any => format!("{stars}{}:*", self.host),
        }
    }
}

/// As it is stored: `*.example.com` stays without a scheme, which means https.
impl fmt::Display for AllowedOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.subdomains && self.scheme == Scheme::Https {
            f.write_str(&self.authority())
        } else {
            f.write_str(&self.source())
        }
    }
}

impl Scheme {
    const fn word(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Https => "https",
        }
    }

    const fn default_port(self) -> u16 {
        match self {
            Self::Http => 80,
            Self::Https => 443,
        }
    }
}

impl Port {
    fn parse(text: &str, scheme: Scheme) -> Option<Self> {
        if text == "*" {
            return Some(Self::Any);
        }
        let digits =
            !text.is_empty() && text.len() <= 5 && text.bytes().all(|b| b.is_ascii_digit());
        let number = text
            .parse::<u16>()
            .ok()
            .filter(|number| digits && *number > 0)?;
        Some(if number == scheme.default_port() {
            Self::Default
        } else {
            Self::Number(number)
        })
    }
}

fn is_host(host: &str) -> bool {
    !host.is_empty() && host.len() <= 253 && host.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn allows(entry: &str, origin: &str) -> bool {
        AllowedOrigin::parse(entry).unwrap().matches(origin)
    }

    #[test]
    fn a_wildcard_means_any_depth_of_subdomain_over_https() {
        for (origin, allowed) in [
            ("https://a.example.com", true),
            ("https://a.b.example.com", true),
            ("https://example.com", false),
            ("http://a.example.com", false),
            ("https://a.example.com:8443", false),
            ("https://evilexample.com", false),
            ("https://example.com.evil.io", false),
            ("null", false),
        ] {
            assert_eq!(allows("*.example.com", origin), allowed, "{origin}");
        }
    }

    #[test]
    fn a_star_for_the_port_means_any_port() {
        assert!(allows("http://localhost:*", "http://localhost:5173"));
        assert!(!allows("http://localhost:*", "https://localhost:3000"));
        assert!(!allows("http://localhost:*", "http://127.0.0.1:3000"));
    }

    #[test]
    fn entries_are_normalised() {
        for (entry, stored) in [
            ("HTTPS://App.Example.com/", "https://app.example.com"),
            ("https://app.example.com:443", "https://app.example.com"),
            ("app.example.com", "https://app.example.com"),
            ("*.Example.com", "*.example.com"),
            ("http://localhost:3000", "http://localhost:3000"),
        ] {
            assert_eq!(AllowedOrigin::parse(entry).unwrap().to_string(), stored);
        }
    }

    #[test]
    fn what_is_no_origin_is_refused() {
        for entry in [
            "",
            "*",
            "null",
            "*.com",
            "ftp://example.com",
            "https://example.com/path",
            "https://exa mple.com",
            "https://example.com;script-src *",
            "https://example.com,https://b.com",
            "'self'",
            "https://",
            "https://example.com:0",
            "https://example.com:99999",
            "https://-a.com",
            "https://a..com",
            "https://bücher.example",
            "https://a.*.com",
        ] {
            assert!(AllowedOrigin::parse(entry).is_none(), "{entry}");
        }
    }

    #[test]
    fn an_empty_list_and_a_lone_star_mean_any() {
        assert_eq!(AllowedOrigins::parse::<&str>(&[]), Ok(AllowedOrigins::Any));
        assert_eq!(AllowedOrigins::parse(&["*"]), Ok(AllowedOrigins::Any));
        assert_eq!(
            AllowedOrigins::parse(&["https://a.com", "*"]),
            Err("*".to_owned())
        );
    }

    #[test]
    fn the_header_names_every_scheme() {
        let list = AllowedOrigins::parse(&["*.example.com", "http://localhost:*"]).unwrap();
        assert_eq!(
            list.frame_ancestors().unwrap(),
            "https://*.example.com http://localhost:*"
        );
        assert_eq!(AllowedOrigins::Any.frame_ancestors(), None);
    }

    /// The same rule once more, as slowly as it can be said: an origin and an entry taken apart into words.
    fn naive(entry: &str, origin: &str) -> bool {
        let parts = |text: &str| {
            let (scheme, rest) = match text.split_once("://") {
                Some((scheme, rest)) => (scheme.to_lowercase(), rest.to_lowercase()),
                None => ("https".to_owned(), text.to_lowercase()),
            };
            let default = if scheme == "http" { "80" } else { "443" };
            let (host, port) = match rest.split_once(':') {
                Some((host, port)) => (host.to_owned(), port.to_owned()),
                None => (rest, default.to_owned()),
            };
            let labels: Vec<String> = host.split('.').map(str::to_owned).collect();
            (scheme, labels, port)
        };
        if origin == "null" {
            return false;
        }
        let (scheme, labels, port) = parts(entry);
        let (own_scheme, own_labels, own_port) = parts(origin);
        let same_host = if labels[0] == "*" {
            let mut rest = own_labels.as_slice();
            let mut found = false;
            while let [_, tail @ ..] = rest {
                found |= tail == &labels[1..];
                rest = tail;
            }
            found
        } else {
            labels == own_labels
        };
        scheme == own_scheme && same_host && (port == "*" || port == own_port)
    }

    fn host() -> impl Strategy<Value = String> {
        let label = prop_oneof![
            "a",
            "b",
            "example",
            "com",
            "evil",
            "localhost",
            "xn--a",
            "A"
        ];
        prop::collection::vec(label, 1..5).prop_map(|labels| labels.join("."))
    }

    fn scheme() -> impl Strategy<Value = &'static str> {
        prop_oneof![Just("https://"), Just("http://")]
    }

    fn entry() -> impl Strategy<Value = String> {
        let scheme = prop_oneof![
            Just(""),
            Just("https://"),
            Just("http://"),
            Just("HTTPS://")
        ];
        let stars = prop_oneof![Just(""), Just("*.")];
        let port = prop_oneof![
            Just(""),
            Just(":*"),
            Just(":443"),
            Just(":80"),
            Just(":8443")
        ];
        (scheme, stars, host(), port)
            .prop_map(|(scheme, stars, host, port)| format!("{scheme}{stars}{host}{port}"))
    }

    fn origin() -> impl Strategy<Value = String> {
        let port = prop_oneof![Just(""), Just(":443"), Just(":80"), Just(":8443")];
        let spelled = (scheme(), host(), port)
            .prop_map(|(scheme, host, port)| format!("{scheme}{host}{port}"));
        prop_oneof![9 => spelled, 1 => Just("null".to_owned())]
    }

    /// What a browser makes of a host-source, read off the header that we write: CSP3, 6.7.2.
    fn browser_lets(header: &str, origin: &str) -> bool {
        header.split(' ').any(|source| naive(source, origin))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn the_matcher_agrees_with_a_naive_one(entry in entry(), origin in origin()) {
            let parsed = AllowedOrigin::parse(&entry);
            prop_assume!(parsed.is_some());
            let parsed = parsed.unwrap();
            prop_assert_eq!(parsed.matches(&origin), naive(&entry, &origin), "{} {}", entry, origin);
        }

        #[test]
        fn the_header_and_the_answer_of_cors_agree(
            entries in prop::collection::vec(entry(), 1..4), origin in origin(),
        ) {
            let Ok(list) = AllowedOrigins::parse(&entries) else { return Ok(()); };
            let header = list.frame_ancestors().unwrap();
            prop_assert_eq!(list.allows(&origin), browser_lets(&header, &origin), "{} {}", header, origin);
            prop_assert!(!header.contains([';', ',', '\'', '"', '\n']));
        }

        #[test]
        fn what_is_stored_means_the_same_again(entry in entry(), origin in origin()) {
            let Some(parsed) = AllowedOrigin::parse(&entry) else { return Ok(()); };
            let again = AllowedOrigin::parse(&parsed.to_string());
            prop_assert_eq!(again.map(|again| again.matches(&origin)), Some(parsed.matches(&origin)));
        }

        #[test]
        fn no_text_at_all_adds_to_the_header(text in any::<String>()) {
            if let Some(parsed) = AllowedOrigin::parse(&text) {
                let source = parsed.source();
                prop_assert!(source.bytes().all(|b| b.is_ascii_alphanumeric() || b"*.-:/".contains(&b)), "{}", source);
            }
        }
    }
}
