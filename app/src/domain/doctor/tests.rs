use super::address::origin_of;
use super::*;
use crate::domain::embed::{Mode, ScopeType};
use crate::domain::id::EmbedId;
use crate::domain::time::{DAY, HOUR};

const NOW: Timestamp = Timestamp(1_736_935_200_000);
const BASE: &str = "https://inbox.example.com";

fn embed(origins: &[&str]) -> Embed {
    Embed {
        id: EmbedId::new(),
        name: None,
        scope_type: ScopeType::Project,
        scope_id: None,
        scope_name: None,
        assigned_user_id: None,
        assigned_user_name: None,
        revoked_at: None,
        allowed_origins: origins.iter().map(ToString::to_string).collect(),
        default_mode: Mode::System,
        language: "en".into(),
        keyboard_shortcuts: true,
        expires_at: None,
        last_used_at: None,
        created_at: NOW,
        updated_at: NOW,
        token_prefix: "abc".into(),
        old_token_until: None,
    }
}

fn look(embed: &Embed, base: &str, address: &str, sandbox: Option<&str>) -> Vec<Finding> {
    let page = HostPage {
        address: address.into(),
        sandbox: sandbox.map(Into::into),
    };
    examine(embed, base, &page, NOW).unwrap()
}

fn about(findings: &[Finding], subject: Subject) -> (Verdict, String) {
    let found = findings
        .iter()
        .find(|found| found.subject == subject)
        .unwrap();
    (found.verdict, found.seen.words())
}

fn origin(origins: &[&str], address: &str) -> (Verdict, String) {
    let findings = look(&embed(origins), BASE, address, None);
    about(&findings, Subject::Origin)
}

#[test]
fn an_address_has_an_origin() {
    for (address, wanted) in [
        (
            " HTTPS://CRM.Example.com/tickets?id=1#a ",
            "https://crm.example.com",
        ),
        (
            "https://user:pw@crm.example.com:443/",
            "https://crm.example.com",
        ),
        ("http://localhost:3000", "http://localhost:3000"),
        ("http://example.com:80?x", "http://example.com"),
        ("http://[::1]:3000/x", "http://[::1]:3000"),
        ("http://[::1]", "http://[::1]"),
    ] {
        assert_eq!(origin_of(address).as_deref(), Ok(wanted));
    }
    for wrong in [
        "",
        "crm.example.com",
        "https://",
        "https:///x",
        "https://a b.com",
        "https://a.com:port",
        "https://*.a.com",
        "file:///home/a.html",
        "chrome-extension://abc",
    ] {
        assert!(origin_of(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn only_a_living_embed_opens() {
    let verdict =
        |embed: &Embed| about(&look(embed, BASE, "https://a.com", None), Subject::Access).0;
    let mut patient = embed(&[]);
    assert_eq!(verdict(&patient), Verdict::Good);
    patient.expires_at = Some(NOW.plus(DAY));
    assert_eq!(verdict(&patient), Verdict::Good);
    patient.expires_at = Some(NOW.plus(-HOUR));
    assert_eq!(verdict(&patient), Verdict::Blocked);
    patient.revoked_at = Some(NOW);
    assert_eq!(verdict(&patient), Verdict::Blocked);
}

#[test]
fn the_page_must_be_on_the_list() {
    assert_eq!(origin(&[], "https://a.com").0, Verdict::Good);
    assert_eq!(
        origin(&["https://a.com"], "https://a.com/x").0,
        Verdict::Good
    );
    assert_eq!(
        origin(&["http://127.0.0.1:*"], "http://127.0.0.1:3000").0,
        Verdict::Good
    );
    assert_eq!(
        origin(&["https://a.com"], "https://b.com").0,
        Verdict::Blocked
    );
}

#[test]
fn near_misses_are_named() {
    for (listed, address, said) in [
        ("https://a.com", "http://a.com", "with https"),
        ("https://a.com", "https://a.com:8443", "without the port"),
        ("*.a.com", "https://a.com", "does not cover a.com itself"),
        ("https://a.com", "http://[::1]:3000", "http://localhost"),
        ("https://a.com", "https://bücher.example", "xn--"),
        (
            "https://a.com",
            "https://b.com",
            "Add it as it stands here.",
        ),
    ] {
        let (verdict, text) = origin(&[listed], address);
        assert_eq!(verdict, Verdict::Blocked);
        assert!(text.contains(said), "{text}");
    }
}

#[test]
fn schemes_must_go_together() {
    let verdict = |base: &str, address: &str| {
        about(&look(&embed(&[]), base, address, None), Subject::Scheme).0
    };
    assert_eq!(verdict(BASE, "https://a.com"), Verdict::Good);
    assert_eq!(verdict(BASE, "http://a.com"), Verdict::Limited);
    assert_eq!(verdict(BASE, "http://localhost:5173"), Verdict::Good);
    assert_eq!(
        verdict("http://inbox.example.com", "https://a.com"),
        Verdict::Blocked
    );
    assert_eq!(
        verdict("http://localhost:3000", "https://a.com"),
        Verdict::Limited
    );
    assert_eq!(
        verdict("http://localhost:3000", "http://localhost:5173"),
        Verdict::Good
    );
    assert_eq!(
        verdict("http://localhost.evil.com", "https://a.com"),
        Verdict::Blocked
    );
}

#[test]
fn a_sandbox_takes_what_it_does_not_give() {
    let judge = |sandbox: Option<&str>| {
        let findings = look(&embed(&[]), BASE, "https://a.com", sandbox);
        about(&findings, Subject::Sandbox)
    };
    assert_eq!(judge(None).0, Verdict::Good);
    let all = "allow-scripts allow-same-origin allow-forms allow-popups allow-downloads";
    assert_eq!(judge(Some(all)).0, Verdict::Good);
    assert_eq!(judge(Some(&all.to_uppercase())).0, Verdict::Good);
    for (flags, said) in [
        ("", "nobody can answer"),
        ("allow-same-origin", "nobody can answer"),
        ("allow-scripts", "allow-same-origin"),
        (
            "allow-scripts allow-same-origin allow-popups",
            "nothing. Add allow-downloads",
        ),
    ] {
        let (verdict, text) = judge(Some(flags));
        assert_eq!(verdict, Verdict::Limited);
        assert!(text.contains(said), "{text}");
    }
}
