//! Numbers with the digits and marks of a language.

use super::Texts;

impl Texts {
    /// `1,234`, `1.234`, `١٬٢٣٤`
    pub fn number(self, number: u64) -> String {
        let plain = number.to_string();
        let least = self.number_grouped_from().parse().unwrap_or(4);
        let mut grouped = String::new();
        for (nth, digit) in plain.chars().enumerate() {
            let left = plain.len() - nth;
            if nth > 0 && left.is_multiple_of(3) && plain.len() >= least {
                grouped.push_str(self.number_group());
            }
            grouped.push(digit);
        }
        self.digits(&grouped)
    }

    /// `6.0` of 60 tenths.
    pub fn tenths(self, tenths: u64) -> String {
        let mark = self.number_decimal();
        format!(
            "{}{mark}{}",
            self.number(tenths / 10),
            self.digits(&(tenths % 10).to_string())
        )
    }

    /// `09` of 9, as hours and minutes are written.
    pub fn two_digits(self, number: u8) -> String {
        self.digits(&format!("{number:02}"))
    }

    /// The language's own digits in place of Latin ones.
    pub fn digits(self, text: &str) -> String {
        let own = self.number_digits();
        let turned = |c: char| {
            let digit = c
                .to_digit(10)
                .and_then(|digit| own.chars().nth(digit as usize));
            digit.unwrap_or(c)
        };
        text.chars().map(turned).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;

    #[test]
    fn numbers_are_grouped_as_each_language_does() {
        let shown = |number| {
            Language::ALL
                .iter()
                .map(|of| Texts::of(*of).number(number))
                .collect::<Vec<_>>()
        };
        assert_eq!(shown(7), ["7", "7", "7", "٧"]);
        assert_eq!(shown(1_234), ["1,234", "1234", "1.234", "١٬٢٣٤"]);
        assert_eq!(
            shown(12_345_678),
            ["12,345,678", "12.345.678", "12.345.678", "١٢٬٣٤٥٬٦٧٨"]
        );
    }

    #[test]
    fn tenths_have_the_languages_mark() {
        assert_eq!(Texts::of(Language::En).tenths(60), "6.0");
        assert_eq!(Texts::of(Language::Pt).tenths(57), "5,7");
        assert_eq!(Texts::of(Language::Ar).tenths(12_345), "١٬٢٣٤٫٥");
    }
}
