// Where the customer writes. Enter sends, Shift+Enter breaks the line.

import { attach } from "/phone/attach.js";
import { summary } from "/phone/content.js";
import { byId } from "/phone/element.js";
import { icon } from "/phone/icon.js";

export function composer({ say, own, problem }) {
  const form = byId("composer");
  const input = byId("text");
  const send = byId("send");
  let quoted = null;

  send.append(icon("send"));
  byId("quoting-stop").append(icon("close"));
  byId("quoting-stop").addEventListener("click", () => quote(null));
  attach({ say: saySafely, own });

  input.addEventListener("input", grow);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const body = input.value.trim();
    if (body === "" || input.disabled) return;
    input.value = "";
    grow();
    saySafely({ type: "text", text: { body } }).then((said) => said || put(body));
  });

  // What could not be said comes back into the box, unless something new stands there.
  function put(body) {
    if (input.value === "") input.value = body;
    grow();
  }

  async function saySafely(message) {
    const context = message.context ?? (quoted ? { message_id: quoted.id } : undefined);
    quote(null);
    try {
      await say({ ...message, context });
      return true;
    } catch (error) {
      problem(error);
      return false;
    }
  }

  function grow() {
    send.disabled = input.value.trim() === "" || input.disabled;
    input.rows = Math.min(6, Math.max(1, input.value.split("\n").length));
  }

  function quote(message) {
    quoted = message;
    byId("quoting").hidden = !message;
    if (!message) return;
    byId("quoting-who").textContent = "Reply to";
    byId("quoting-text").textContent = summary(message);
    input.focus();
  }

  return {
    reply: quote,
    focus: () => input.focus({ preventScroll: true }),
    enable(on) {
      input.disabled = !on;
      byId("attach").disabled = !on;
      grow();
    },
  };
}
