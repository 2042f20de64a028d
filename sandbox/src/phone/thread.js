// The messages of one chat, oldest first, with a chip for every day.

import { bubble } from "/phone/bubble.js";
import { byId, element } from "/phone/element.js";

const GROUP_SECONDS = 180;

export function thread(doors) {
  const log = byId("thread");
  let messages = [];
  let atEnd = true;
  let height = 0;

  // Whoever reads the end stays there, also when pictures grow and when the keyboard opens.
  const stay = () => atEnd && (log.scrollTop = log.scrollHeight);
  log.addEventListener("scroll", () => {
    // A picture that grows leaves the end further below; only who goes up has left it.
    const near = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    atEnd = near || (atEnd && log.scrollTop >= height);
    height = log.scrollTop;
  });
  log.addEventListener("load", stay, true);
  log.addEventListener("loadedmetadata", stay, true);
  new ResizeObserver(stay).observe(log);

  function draw() {
    const shown = messages.filter((message) => message.type !== "reaction");
    log.replaceChildren(...shown.flatMap((message, index) => row(message, shown[index - 1])));
    if (shown.length === 0) log.append(empty("No messages yet", "Write to the business, or wait until it writes to you."));
    stay();
  }

  function row(message, before) {
    const newDay = !before || day(before) !== day(message);
    const joined = !newDay && before.author === message.author && message.timestamp - before.timestamp < GROUP_SECONDS;
    const item = bubble(message, { ...doors, find, joined });
    return newDay ? [element("div", { class: "day" }, element("span", {}, day(message))), item] : [item];
  }

  const find = (id) => messages.find((message) => message.id === id);

  return {
    show(all) {
      messages = all;
      atEnd = true;
      draw();
    },
    // Only the bubble that changed is drawn again, so that a playing video goes on.
    put(message) {
      const at = messages.findIndex((one) => one.id === message.id);
      if (at < 0) {
        messages.push(message);
        atEnd ||= message.author === "customer";
        return draw();
      }
      messages[at] = message;
      const old = log.querySelector(`[data-id="${CSS.escape(message.id)}"]`);
      if (old) update(old, message);
    },
    nobody(choose) {
      messages = [];
      const button = element("button", { type: "button", class: "strong pill", onclick: choose }, "Choose a customer");
      log.replaceChildren(empty("Whose phone is this?", "Choose a customer, or make a new one.", button));
    },
  };

  function update(old, message) {
    const joined = old.classList.contains("joined");
    const fresh = bubble(message, { ...doors, find, joined });
    old.dataset.status = message.status;
    old.querySelector(".meta").replaceWith(fresh.querySelector(".meta"));
    old.querySelector(".reactions").replaceWith(fresh.querySelector(".reactions"));
  }
}

function empty(title, hint, ...more) {
  return element("div", { class: "empty" }, element("strong", {}, title), element("span", {}, hint), ...more);
}

function day(message) {
  const date = new Date(message.timestamp * 1000);
  const days = Math.round((midnight(new Date()) - midnight(date)) / 86_400_000);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return date.toLocaleDateString([], { day: "numeric", month: "long", year: days > 300 ? "numeric" : undefined });
}

function midnight(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
