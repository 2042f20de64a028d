// *bold*, _italic_, ~struck~, `code`, ```block``` and links, as the customer's phone shows them.

import { element } from "/phone/element.js";

const MARKS = [
  { pattern: /```([\s\S]+?)```/, make: (inside) => element("code", { class: "block" }, inside.trim()) },
  { pattern: /`([^`\n]+)`/, make: (inside) => element("code", {}, inside) },
  { pattern: /\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/, make: link },
  { pattern: wrapped("\\*"), make: (inside) => element("strong", {}, formatted(inside)) },
  { pattern: wrapped("_"), make: (inside) => element("em", {}, formatted(inside)) },
  { pattern: wrapped("~"), make: (inside) => element("s", {}, formatted(inside)) },
];

export function formatted(text) {
  const next = first(text);
  if (!next) return text === "" ? [] : [text];
  const { match, make } = next;
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  return [...(before === "" ? [] : [before]), make(match[1] ?? match[0]), ...formatted(after)];
}

export function onlyEmoji(text) {
  const bare = text.replace(/\s/g, "");
  return bare !== "" && [...bare].length <= 12 && /^(\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D)+$/u.test(bare);
}

function first(text) {
  const found = MARKS.map(({ pattern, make }) => ({ match: pattern.exec(text), make }));
  const hits = found.filter(({ match }) => match);
  return hits.sort((a, b) => a.match.index - b.match.index)[0];
}

// Marks stand against a word inside and against none outside: 2*3*4 stays as it is.
function wrapped(mark) {
  return new RegExp(`(?<![\\p{L}\\p{N}])${mark}(?=\\S)([^\\n]*?\\S)${mark}(?![\\p{L}\\p{N}])`, "u");
}

function link(url) {
  return element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, url);
}
