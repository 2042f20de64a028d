//! The emoji, and what people call them.

use crate::texts::{Language, texts};

/// A group a line.
pub const EMOJI: &str = "\
😀 😃 😄 😁 😆 😅 🤣 😂 🙂 🙃 😉 😊 😇 🥰 😍 😘 😋 😜 🤪 🤗 🤔 🤨 😐 🙄 😏 😴 😷 🤒 🥳 😎 🤓 😕 😟 😮 🥺 😢 😭 😤 😡 🤯 😱
👋 🤚 ✋ 👌 🤏 ✌️ 🤞 🤘 🤙 👈 👉 👆 👇 ☝️ 👍 👎 ✊ 👊 👏 🙌 👐 🤲 🤝 🙏 ✍️ 💅 💪
👶 🧒 👦 👧 🧑 👨 👩 🧓 👮 👷 🧑‍⚕️ 🧑‍🎓 🧑‍🏫 🧑‍🍳 🧑‍🔧 🧑‍💻 🧑‍🎨 🧑‍✈️ 🧑‍🚀 🙋 🙅 🙆 🤷 🤦 🚶 🏃 👪
❤️ 🧡 💛 💚 💙 💜 🖤 🤍 💔 💕 💯 💥 💫 💦 💤 ✨ ⭐ 🌟 🔥 🎉 🎊 🎁 🎈 🏆 🥇
🐶 🐱 🐭 🐰 🦊 🐻 🐼 🐨 🐯 🦁 🐮 🐷 🐸 🐵 🐔 🐧 🐦 🦋 🐝 🐢 🐟 🐬 🌵 🌲 🌴 🌱 🍀 🌸 🌹 🌻 ☀️ 🌙 ☁️ 🌧️ ❄️ 🌈
🍏 🍌 🍇 🍓 🍒 🍑 🥭 🍍 🥑 🥕 🌽 🍞 🥐 🧀 🥚 🍳 🥞 🍔 🍟 🍕 🌮 🥗 🍝 🍣 🍦 🍰 🎂 🍫 🍪 ☕ 🍵 🥤 🍺 🍷 🥂
🚗 🚕 🚌 🚑 🚚 🚲 🛵 🚆 ✈️ 🚢 🚀 🏠 🏢 🏥 🏦 🏨 🏪 🏫 ⛪ 🏖️ 🏔️ 🗺️ 📍 ⚽ 🏀 🎾 🎮 🎸 🎬 🎨
⌚ 📱 💻 🖨️ 📷 🎥 📞 💡 🔋 🔌 💵 💳 🧾 ✉️ 📦 📄 📅 📌 📎 ✏️ 🔍 🔒 🔑 🔨 🔧 ⚙️ 💊 🛒 🛏️ 🚿 🗑️
✅ ☑️ ✔️ ❌ ❗ ❓ ⚠️ 🚫 ⛔ ♻️ 🔄 ➡️ ⬅️ ⬆️ ⬇️ 🔔 🔕 🔊 ⏰ ⏳ 🆕 🆗 🆘 ℹ️ 🔴 🟡 🟢 🔵 ⚫ ⚪";

/// Words for each of them, a line for each in their order: the first eight of the annotations of Unicode's CLDR 48.2
/// (`app/emoji/LICENSE.txt`), in small letters, without accents and vowel points.
const WORDS: [(Language, &str); 4] = [
    (Language::En, include_str!("../../../../emoji/en.txt")),
    (Language::Es, include_str!("../../../../emoji/es.txt")),
    (Language::Pt, include_str!("../../../../emoji/pt.txt")),
    (Language::Ar, include_str!("../../../../emoji/ar.txt")),
];

/// What the groups are called.
pub fn names() -> [&'static str; 9] {
    let texts = texts();
    [
        texts.emoji_smileys(),
        texts.emoji_hands(),
        texts.emoji_people(),
        texts.emoji_hearts(),
        texts.emoji_nature(),
        texts.emoji_food(),
        texts.emoji_places(),
        texts.emoji_things(),
        texts.emoji_signs(),
    ]
}

/// Those for which each word of the question begins a word of the language; the question is plain as the words are.
pub fn found(language: Language, asked: &str) -> Vec<&'static str> {
    let words = WORDS.iter().find(|(of, _)| *of == language);
    let lines = words.map_or("", |(_, words)| words).lines();
    let all = EMOJI.lines().flat_map(|group| group.split(' '));
    let fits = |line: &str| {
        asked
            .split_whitespace()
            .all(|asked| line.split(' ').any(|word| word.starts_with(asked)))
    };
    all.zip(lines)
        .filter(|(_, line)| fits(line))
        .map(|(emoji, _)| emoji)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_emoji_has_words_in_every_language() {
        let count = EMOJI.lines().flat_map(|group| group.split(' ')).count();
        for (language, words) in WORDS {
            assert_eq!(words.lines().count(), count, "{language:?}");
            assert!(words.lines().all(|line| !line.is_empty()), "{language:?}");
            assert_eq!(found(language, "").len(), count);
        }
    }

    #[test]
    fn they_are_found_by_the_beginning_of_their_words() {
        for (language, asked, emoji) in [
            (Language::En, "thumbs", "👍"),
            (Language::En, "heart red", "❤️"),
            (Language::Es, "corazon", "❤️"),
            (Language::Pt, "coracao verm", "❤️"),
            (Language::Ar, "قلب", "❤️"),
        ] {
            let found = found(language, asked);
            assert!(found.contains(&emoji), "{asked}: {found:?}");
            assert!(found.len() < 40, "{asked}: {found:?}");
        }
        assert!(found(Language::En, "zebra crossing").is_empty());
    }
}
