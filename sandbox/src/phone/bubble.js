// One message: its quote, its content, its time and ticks, its reactions.

import { content, summary } from "/phone/content.js";
import { element } from "/phone/element.js";
import { icon } from "/phone/icon.js";

const EMOJI = ["👍", "❤️", "😂", "😮", "😢", "🙏"];
const TICKS = {
  sent: ["sent", "Sent"],
  delivered: ["delivered", "Delivered"],
  read: ["delivered", "Read"],
  played: ["delivered", "Played"],
  failed: ["failed", "Not delivered"],
};

export function bubble(message, doors) {
  const own = message.author === "customer";
  const attributes = {
    class: `message ${own ? "out" : "in"}${doors.joined ? " joined" : ""}`,
    "data-testid": "phone-message",
    "data-direction": own ? "out" : "in",
    "data-status": message.status,
    "data-type": message.type,
    "data-id": message.id,
  };
  const { inside, below, bare } = content(message, doors);
  const body = element("div", { class: bare ? "bubble bare" : "bubble" }, quote(message, doors), inside, meta(message, own));
  return element("article", attributes,
    element("span", { class: "unseen" }, own ? "You" : doors.businessName()),
    element("div", { class: "line" }, body, own ? null : actions(message, doors)),
    below ? element("div", { class: "below" }, below) : null,
    reactions(message));
}

function quote(message, { find, businessName }) {
  const id = message.context?.message_id ?? message.context?.id;
  if (!id) return null;
  const quoted = find(id);
  const who = quoted?.author === "customer" ? "You" : businessName();
  const words = quoted ? summary(quoted) : "Original message not available";
  return element("div", { class: "quote" }, element("strong", {}, quoted ? who : ""), element("span", { dir: "auto" }, words));
}

function meta(message, own) {
  const date = new Date(message.timestamp * 1000);
  const time = date.toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
  const [name, label] = TICKS[message.status] ?? [];
  const ticks = own && name ? element("span", { class: `ticks ${message.status}`, title: label }, icon(name, label)) : null;
  return element("span", { class: "meta" }, element("time", { datetime: date.toISOString() }, time), ticks);
}

function reactions({ reactions }) {
  const all = [reactions.business, reactions.customer].filter(Boolean);
  const label = all.length ? { "aria-label": `Reactions: ${all.join(" ")}`, role: "img" } : {};
  return element("div", { class: "reactions", ...label }, all.map((emoji) => element("span", {}, emoji)));
}

// Reply and react: shown on hover, on focus, and on a tap.
function actions(message, { say, reply }) {
  const react = (emoji) => () => {
    const same = message.reactions.customer === emoji;
    say({ type: "reaction", reaction: same ? { message_id: message.id } : { message_id: message.id, emoji } });
    menu.open = false;
  };
  const row = EMOJI.map((emoji) => element("button", { type: "button", "aria-label": `React with ${emoji}`, onclick: react(emoji) }, emoji));
  const answer = element("button", { type: "button", "aria-label": "Reply", onclick: () => ((menu.open = false), reply(message)) }, icon("reply"));
  const menu = element("details", { class: "actions" },
    element("summary", { "aria-label": "React or reply", title: "React or reply" }, icon("smile")),
    element("div", { class: "actions-row" }, row, answer));
  menu.addEventListener("focusout", (event) => {
    if (!menu.contains(event.relatedTarget)) menu.open = false;
  });
  return menu;
}
