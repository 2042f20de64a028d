//! The people who write: names, phones, and what WhatsApp tells of them.

use super::chance::Chance;

#[derive(Clone, Debug)]
pub struct Person {
    pub name: String,
    /// Digits only. WhatsApp knows it; whether the shop does is another question.
    pub phone: String,
    pub shares_phone: bool,
    pub user_id: String,
    pub username: Option<String>,
}

impl Person {
    pub fn first_name(&self) -> &str {
        self.name.split(' ').next().unwrap_or(&self.name)
    }
}

struct People {
    language: &'static str,
    country: &'static str,
    /// How phones begin, and how many digits they have.
    phones: &'static [(&'static str, usize)],
    first: &'static [&'static str],
    last: &'static [&'static str],
}

/// The one whose record the host page shows.
pub fn mara() -> Person {
    Person {
        name: "Mara Lindqvist".into(),
        phone: "46701234567".into(),
        shares_phone: true,
        user_id: "SE.13491208655302741918".into(),
        username: None,
    }
}

/// The `nth` person of a language; another `nth` is another name until the names are used up.
pub fn person(language: &str, nth: usize, chance: &mut Chance) -> Person {
    let people = PEOPLE
        .iter()
        .find(|people| people.language == language)
        .unwrap_or(&PEOPLE[0]);
    // The lengths of the two lists have no common factor, so that all pairs come before one comes again.
    let (first, last) = (
        people.first[nth % people.first.len()],
        people.last[nth % people.last.len()],
    );
    let (prefix, digits) = people.phones[chance.below(people.phones.len() as u64) as usize];
    let phone = format!(
        "{prefix}{:0>width$}",
        100 + nth,
        width = digits - prefix.len()
    );
    let user_id = format!(
        "{}.{}",
        people.country,
        chance.between(10_000_000_000_000_000_000, u64::MAX - 1)
    );
    let shares_phone = !chance.percent(9);
    let handle = || {
        format!(
            "@{}.{}",
            first.to_lowercase(),
            last.to_lowercase().replace(' ', "")
        )
    };
    let username =
        (first.is_ascii() && last.is_ascii() && (!shares_phone || chance.percent(12))).then(handle);
    Person {
        name: format!("{first} {last}"),
        phone,
        shares_phone,
        user_id,
        username,
    }
}

const PEOPLE: &[People] = &[
    People {
        language: "en",
        country: "GB",
        phones: &[
            ("447700900", 12),
            ("1415555", 11),
            ("1212555", 11),
            ("35320555", 12),
        ],
        first: &[
            "Amelia", "Noah", "Olivia", "Ethan", "Grace", "Liam", "Chloe", "Mason", "Zoe", "Oscar",
            "Hannah", "Theo", "Priya", "Callum", "Ruby", "Jack", "Aisha", "Finn", "Nora", "Marcus",
            "Ivy", "Desmond", "Tessa",
        ],
        last: &[
            "Hughes",
            "Carter",
            "Bennett",
            "Walsh",
            "Okafor",
            "Reid",
            "Sharma",
            "Doyle",
            "Fletcher",
            "Nguyen",
            "Barnes",
            "Kowalski",
            "Murphy",
            "Adeyemi",
            "Price",
            "Lawson",
            "Byrne",
            "Chen",
            "Whitfield",
        ],
    },
    People {
        language: "es",
        country: "ES",
        phones: &[("3460000", 11), ("5255500", 12)],
        first: &[
            "Lucía",
            "Mateo",
            "Carmen",
            "Diego",
            "Valentina",
            "Javier",
            "Sofía",
            "Andrés",
            "Paula",
            "Hugo",
            "Inés",
        ],
        last: &[
            "García López",
            "Fernández",
            "Ruiz",
            "Moreno",
            "Castillo",
            "Navarro",
            "Ortega",
            "Delgado",
            "Vega",
        ],
    },
    People {
        language: "pt",
        country: "BR",
        phones: &[("551190000", 13), ("35191000", 12)],
        first: &[
            "João", "Beatriz", "Rafael", "Larissa", "Thiago", "Camila", "Gustavo", "Mariana",
            "Bruno",
        ],
        last: &[
            "Silva", "Oliveira", "Souza", "Pereira", "Almeida", "Ribeiro", "Barbosa",
        ],
    },
    People {
        language: "de",
        country: "DE",
        phones: &[("491760406", 13), ("43660000", 12)],
        first: &[
            "Anna",
            "Lukas",
            "Jürgen",
            "Sabine",
            "Felix",
            "Katharina",
            "Moritz",
            "Ulrike",
            "Jonas",
            "Grete",
            "Emil",
        ],
        last: &[
            "Müller",
            "Weber",
            "Schäfer",
            "Hoffmann",
            "Krüger",
            "Vogel",
            "Brandt",
            "Lehmann",
            "Großmann",
        ],
    },
    People {
        language: "ar",
        country: "AE",
        phones: &[("97150000", 12), ("20100000", 12)],
        first: &["أحمد", "فاطمة", "يوسف", "مريم", "خالد", "ليلى", "عمر"],
        last: &["الحسن", "منصور", "حداد", "الخطيب", "سليمان"],
    },
    People {
        language: "hi",
        country: "IN",
        phones: &[("91900000", 12)],
        first: &["आरव", "दीया", "रोहन", "अनन्या", "विकास", "प्रिया"],
        last: &["शर्मा", "वर्मा", "गुप्ता", "सिंह", "पटेल"],
    },
    People {
        language: "ja",
        country: "JP",
        phones: &[("81900000", 12)],
        first: &["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺"],
        last: &["健", "美咲", "大輔", "陽子", "翔太"],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn nobody_has_anothers_phone() {
        let mut chance = Chance::new(1);
        let languages = PEOPLE.iter().map(|people| people.language);
        let everybody = languages.flat_map(|language| (0..150).map(move |nth| (language, nth)));
        let phones: Vec<String> = everybody
            .map(|(language, nth)| person(language, nth, &mut chance).phone)
            .collect();
        let different: HashSet<&String> = phones.iter().collect();
        assert_eq!(different.len(), phones.len());
        assert!(phones.iter().all(|phone| (10..=15).contains(&phone.len())));
    }
}
