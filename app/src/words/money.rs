//! Prices, as the page's language writes them. The same rule on both sides, so that what is drawn twice is the same.

use crate::domain::content::Money;
use crate::texts::{Language, Texts, texts};

/// `£1,234.50`, `1234,50 £`, `CHF 12.00`
pub fn price_text((amount, currency): &Money) -> String {
    let texts = texts();
    let amount = number(texts, amount).unwrap_or_else(|| amount.clone());
    match sign(texts, currency) {
        _ if currency.is_empty() => amount,
        Some(sign) => texts.price_signed(&amount, sign),
        None => texts.price_coded(&amount, currency),
    }
}

/// Nothing where it is no plain number.
fn number(texts: Texts, amount: &str) -> Option<String> {
    let (whole, rest) = amount.split_once('.').unwrap_or((amount, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(rest) {
        return None;
    }
    let whole = texts.number(whole.parse().ok()?);
    Some(match rest {
        "" => whole,
        rest => format!("{whole}{}{}", texts.number_decimal(), texts.digits(rest)),
    })
}

/// The sign by which everybody knows a currency; all others are called by their code.
fn sign(texts: Texts, currency: &str) -> Option<&'static str> {
    Some(match currency {
        "USD" if texts.language == Language::En => "$",
        "USD" => "US$",
        "EUR" => "€",
        "GBP" => "£",
        "BRL" => "R$",
        "INR" => "₹",
        "JPY" => "¥",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos::prelude::{Owner, provide_context};

    fn said(language: Language, amount: &str, currency: &str) -> String {
        Owner::new().with(|| {
            provide_context(Texts::of(language));
            price_text(&(amount.to_owned(), currency.to_owned()))
        })
    }

    #[test]
    fn a_price_is_written_as_its_language_does() {
        let all = |amount, currency| {
            let all = Language::ALL.iter();
            all.map(|of| said(*of, amount, currency))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            all("1234.50", "GBP"),
            [
                "£1,234.50",
                "1234,50\u{a0}£",
                "£\u{a0}1.234,50",
                "\u{200f}١٬٢٣٤٫٥٠\u{a0}£"
            ]
        );
        assert_eq!(
            all("10", "JPY"),
            ["¥10", "10\u{a0}¥", "¥\u{a0}10", "\u{200f}١٠\u{a0}¥"]
        );
        assert_eq!(
            all("21.00", "CHF"),
            [
                "CHF\u{a0}21.00",
                "21,00\u{a0}CHF",
                "CHF\u{a0}21,00",
                "\u{200f}٢١٫٠٠\u{a0}CHF"
            ]
        );
        assert_eq!(said(Language::Es, "3.00", "USD"), "3,00\u{a0}US$");
    }

    #[test]
    fn what_is_no_number_stands_as_it_came() {
        assert_eq!(said(Language::En, "about ten", ""), "about ten");
        assert_eq!(said(Language::En, "10.5.1", "XYZ"), "XYZ\u{a0}10.5.1");
        assert_eq!(said(Language::En, "+5", "EUR"), "€+5");
        assert_eq!(said(Language::En, "", "EUR"), "€");
    }
}
