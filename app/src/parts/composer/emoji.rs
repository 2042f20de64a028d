//! Emoji by group. They stand in one text: a few hundred letters, and nothing else to load.

use super::Composing;
use crate::browser::{caret, document::focus_first, timer};
use crate::texts::texts;
use crate::ui::bricks::{group, line};
use crate::ui::later::Part;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// A group a line.
const EMOJI: &str = "\
😀 😃 😄 😁 😆 😅 🤣 😂 🙂 🙃 😉 😊 😇 🥰 😍 😘 😋 😜 🤪 🤗 🤔 🤨 😐 🙄 😏 😴 😷 🤒 🥳 😎 🤓 😕 😟 😮 🥺 😢 😭 😤 😡 🤯 😱
👋 🤚 ✋ 👌 🤏 ✌️ 🤞 🤘 🤙 👈 👉 👆 👇 ☝️ 👍 👎 ✊ 👊 👏 🙌 👐 🤲 🤝 🙏 ✍️ 💅 💪
👶 🧒 👦 👧 🧑 👨 👩 🧓 👮 👷 🧑‍⚕️ 🧑‍🎓 🧑‍🏫 🧑‍🍳 🧑‍🔧 🧑‍💻 🧑‍🎨 🧑‍✈️ 🧑‍🚀 🙋 🙅 🙆 🤷 🤦 🚶 🏃 👪
❤️ 🧡 💛 💚 💙 💜 🖤 🤍 💔 💕 💯 💥 💫 💦 💤 ✨ ⭐ 🌟 🔥 🎉 🎊 🎁 🎈 🏆 🥇
🐶 🐱 🐭 🐰 🦊 🐻 🐼 🐨 🐯 🦁 🐮 🐷 🐸 🐵 🐔 🐧 🐦 🦋 🐝 🐢 🐟 🐬 🌵 🌲 🌴 🌱 🍀 🌸 🌹 🌻 ☀️ 🌙 ☁️ 🌧️ ❄️ 🌈
🍏 🍌 🍇 🍓 🍒 🍑 🥭 🍍 🥑 🥕 🌽 🍞 🥐 🧀 🥚 🍳 🥞 🍔 🍟 🍕 🌮 🥗 🍝 🍣 🍦 🍰 🎂 🍫 🍪 ☕ 🍵 🥤 🍺 🍷 🥂
🚗 🚕 🚌 🚑 🚚 🚲 🛵 🚆 ✈️ 🚢 🚀 🏠 🏢 🏥 🏦 🏨 🏪 🏫 ⛪ 🏖️ 🏔️ 🗺️ 📍 ⚽ 🏀 🎾 🎮 🎸 🎬 🎨
⌚ 📱 💻 🖨️ 📷 🎥 📞 💡 🔋 🔌 💵 💳 🧾 ✉️ 📦 📄 📅 📌 📎 ✏️ 🔍 🔒 🔑 🔨 🔧 ⚙️ 💊 🛒 🛏️ 🚿 🗑️
✅ ☑️ ✔️ ❌ ❗ ❓ ⚠️ 🚫 ⛔ ♻️ 🔄 ➡️ ⬅️ ⬆️ ⬇️ 🔔 🔕 🔊 ⏰ ⏳ 🆕 🆗 🆘 ℹ️ 🔴 🟡 🟢 🔵 ⚫ ⚪";

#[wasm_split(composer, wasm_split_path = leptos::wasm_split, fallible)]
pub fn picker(composing: Composing) -> Part {
    timer::after(Duration::from_millis(20), || {
        let _ = focus_first(".emoji-one");
    });
    let groups = EMOJI.lines().zip(names()).map(|(of, name)| {
        let all: Vec<AnyView> = of.split(' ').map(one).collect();
        group(
            "emoji-group",
            vec![line("emoji-name", name), group("emoji-all", all)],
        )
    });
    // One listener for all of them.
    let picked = move |event: MouseEvent| {
        let target = event.target();
        let button = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let emoji = button.filter(|button| button.class_name() == "emoji-one");
        if let (Some(emoji), Some(field)) = (emoji, composing.field.get_untracked()) {
            composing.close();
            caret::insert(&field, &emoji.text_content().unwrap_or_default());
        }
    };
    let all = view! { <div class="emoji" on:click=picked>{groups.collect::<Vec<_>>()}</div> };
    Ok(super::menu::over(
        composing,
        texts().composer_emoji(),
        all.into_any(),
    ))
}

fn names() -> [&'static str; 9] {
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

fn one(emoji: &'static str) -> AnyView {
    view! { <button class="emoji-one" type="button">{emoji}</button> }.into_any()
}
