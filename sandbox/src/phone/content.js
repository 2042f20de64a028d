// What stands in a bubble, for every type a business or a customer can send.

import { post } from "/phone/ask.js";
import { element } from "/phone/element.js";
import { formatted, onlyEmoji } from "/phone/formatting.js";
import { icon } from "/phone/icon.js";
import { choices, interactive, template } from "/phone/choices.js";

// `inside` the bubble, `below` it (what can be tapped), and whether it goes without a bubble.
export function content(message, doors) {
  const { type, content } = message;
  switch (type) {
    case "text":
      return { inside: text(content.body, "text"), bare: onlyEmoji(content.body ?? "") };
    case "image":
    case "video":
    case "document":
    case "audio":
      return { inside: media(message, doors) };
    case "sticker":
      return { inside: picture(content, "sticker", "Sticker"), bare: true };
    case "location":
      return { inside: place(content) };
    case "contacts":
      return { inside: (Array.isArray(content) ? content : []).map(card) };
    case "interactive":
      return interactive(message, doors);
    case "template":
      return template(message, doors);
    case "button":
      return { inside: text(content.text) };
    default:
      return { inside: element("p", { class: "odd" }, `A message of type “${type}”`) };
  }
}

export function text(words, className = "") {
  if (!words) return null;
  const large = onlyEmoji(words) ? " emoji" : "";
  return element("p", { class: `words ${className}${large}`, dir: "auto" }, formatted(words));
}

export function media(message, doors) {
  const { type, content } = message;
  const shown = { image: () => picture(content, "photo", "Photo"), video: () => film(content), audio: () => sound(message, doors), document: () => paper(content) };
  return [shown[type](), text(content.caption)];
}

export function summary(message) {
  const { type, content } = message;
  const words = { image: "Photo", video: "Video", audio: content.voice ? "Voice message" : "Audio", sticker: "Sticker", location: "Location", contacts: "Contact", document: content.filename ?? "Document" };
  if (type === "template") return content.seen?.body?.text ?? "Template";
  if (type === "interactive") return content.body?.text ?? choices(content) ?? "Interactive message";
  return content.body ?? content.caption ?? content.text ?? words[type] ?? type;
}

const source = ({ id, link }) => link ?? `/sandbox/media/${encodeURIComponent(id)}`;

function picture(content, className, label) {
  const shown = element("img", { class: className, src: source(content), alt: content.caption ?? label });
  if (className === "sticker") return shown;
  return element("a", { class: "frameless", href: source(content), target: "_blank", rel: "noopener noreferrer" }, shown);
}

function film(content) {
  return element("video", { class: "photo", src: source(content), controls: true, preload: "metadata", "aria-label": content.caption ?? "Video" });
}

function sound(message, { chat }) {
  const { content, author, id } = message;
  const label = content.voice ? "Voice message" : "Audio";
  const player = element("audio", { src: source(content), controls: true, preload: "metadata", "aria-label": label });
  // Meta tells the business when its voice message is first played.
  if (content.voice && author === "business") player.addEventListener("play", () => post("/played", { ...chat(), message_id: id }), { once: true });
  return element("div", { class: "sound" }, icon(content.voice ? "voice" : "audio"), player);
}

function paper(content) {
  const name = content.filename ?? "Document";
  const kind = name.includes(".") ? name.split(".").pop().toUpperCase() : "FILE";
  return element("a", { class: "paper", href: source(content), target: "_blank", rel: "noopener noreferrer", download: name },
    icon("document"), element("span", { dir: "auto" }, element("strong", {}, name), element("small", {}, kind)));
}

function place({ latitude, longitude, name, address }) {
  const at = `${Number(latitude).toFixed(4)}, ${Number(longitude).toFixed(4)}`;
  return element("div", { class: "place" },
    element("div", { class: "map", "aria-hidden": "true" }, icon("location")),
    element("strong", { dir: "auto" }, name ?? "Location"),
    address ? element("span", { dir: "auto" }, address) : null,
    element("small", {}, at));
}

function card({ name, phones, emails, org }) {
  const first = phones?.[0]?.phone ?? emails?.[0]?.email ?? "";
  return element("div", { class: "card" }, icon("contact"),
    element("span", {}, element("strong", { dir: "auto" }, name?.formatted_name ?? "Contact"),
      org?.company ? element("small", { dir: "auto" }, org.company) : null,
      element("small", {}, first)));
}
