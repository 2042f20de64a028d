// Messages that can be tapped: buttons, lists, links, and what a tap answers.

import { content as drawn, text } from "/phone/content.js";
import { byId, element } from "/phone/element.js";
import { icon } from "/phone/icon.js";

export function interactive(message, doors) {
  const { content } = message;
  const answer = content.button_reply ?? content.list_reply;
  if (answer) return { inside: [text(answer.title), answer.description ? element("small", { class: "footer" }, answer.description) : null] };
  if (content.nfm_reply) return { inside: text(content.nfm_reply.body ?? "Form sent") };
  const inside = [head(content.header, doors), text(content.body?.text), foot(content.footer?.text)];
  return { inside, below: taps(message, doors) };
}

export function template(message, doors) {
  const { header, body, footer, buttons } = message.content.seen ?? {};
  const inside = [head(header, doors), text(body?.text ?? message.content.name), foot(footer?.text)];
  return { inside, below: (buttons ?? []).map((button) => templateButton(button, message, doors)) };
}

export function choices(content) {
  return content.button_reply?.title ?? content.list_reply?.title;
}

function head(header, doors) {
  if (!header) return null;
  const kind = header.type?.toLowerCase();
  if (header.text) return element("strong", { class: "head", dir: "auto" }, header.text);
  if (!header[kind]) return null;
  return drawn({ type: kind, content: header[kind], author: "business" }, doors).inside;
}

function foot(words) {
  return words ? element("small", { class: "footer", dir: "auto" }, words) : null;
}

function taps(message, { say, problem }) {
  const { type, action } = message.content;
  const context = { message_id: message.id };
  switch (type) {
    case "button":
      return (action.buttons ?? []).map(({ reply }) => tap("reply", reply.title, () =>
        say({ type: "interactive", interactive: { type: "button_reply", button_reply: reply }, context })));
    case "list":
      return tap("list", action.button, () => openList(message, say));
    case "cta_url":
      return outward("link", action.parameters?.display_text, action.parameters?.url);
    case "location_request_message":
      return tap("location", "Send location", () => byId("attach").dispatchEvent(new CustomEvent("wanted", { detail: { what: "location", context } })));
    case "contact_request":
      return tap("contact", "Share contact info", () => byId("attach").dispatchEvent(new CustomEvent("wanted", { detail: { what: "own-contact", context } })));
    case "flow":
      return tap("flow", action.parameters?.flow_cta ?? "Open form", () => say(filledIn(action.parameters?.flow_token ?? "unused", context)));
    default:
      return null;
  }
}

function templateButton(button, message, { say }) {
  const context = { message_id: message.id };
  switch (button.type) {
    case "URL":
      return outward("link", button.text, button.url);
    case "PHONE_NUMBER":
      return outward("phone", button.text, `tel:${button.phone_number}`);
    case "FLOW":
      return tap("flow", button.text, () => say(filledIn("unused", context)));
    case "COPY_CODE":
      // A frame may not be let to the clipboard; then nothing is copied, as on a phone that is asked and says no.
      return tap("copy", button.text, () => navigator.clipboard?.writeText(button.coupon_code).catch(() => {}));
    default:
      return tap("reply", button.text, () => say({ type: "button", button: { text: button.text, payload: button.payload }, context }));
  }
}

// What comes back from a form.
function filledIn(token, context) {
  const response_json = JSON.stringify({ flow_token: token });
  return { type: "interactive", interactive: { type: "nfm_reply", nfm_reply: { name: "flow", body: "Sent", response_json } }, context };
}

function tap(sign, words, action) {
  return element("button", { type: "button", class: "tap", "data-testid": "phone-tap", onclick: action }, icon(sign), element("span", { dir: "auto" }, words));
}

function outward(sign, words, url) {
  const safe = /^(https?|tel):/.test(url ?? "") ? url : null;
  return element("a", { class: "tap", href: safe, target: "_blank", rel: "noopener noreferrer" }, icon(sign), element("span", { dir: "auto" }, words));
}

function openList(message, say) {
  const sheet = byId("sheet");
  const { action } = message.content;
  const choose = ({ id, title, description }) => () => {
    sheet.close();
    say({ type: "interactive", interactive: { type: "list_reply", list_reply: { id, title, description } }, context: { message_id: message.id } });
  };
  const rows = (section) => [
    section.title ? element("h3", { dir: "auto" }, section.title) : null,
    ...(section.rows ?? []).map((row) => element("button", { type: "button", class: "person", "data-testid": "phone-list-row", onclick: choose(row) },
      element("span", { class: "person-words", dir: "auto" }, element("strong", {}, row.title), row.description ? element("small", {}, row.description) : null))),
  ];
  const close = element("button", { type: "button", class: "round quiet", "aria-label": "Close", onclick: () => sheet.close() }, icon("close"));
  sheet.replaceChildren(element("div", { class: "sheet-head" }, element("h2", { id: "sheet-title", dir: "auto" }, action.button), close),
    element("div", { class: "sheet-body" }, (action.sections ?? []).flatMap(rows)));
  sheet.showModal();
}
