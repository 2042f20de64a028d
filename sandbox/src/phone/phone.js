// The phone: whose it is, which business it writes to, and what comes in.

import { get, post } from "/phone/ask.js";
import { composer } from "/phone/composer.js";
import { byId, element, hue, initials } from "/phone/element.js";
import { icon } from "/phone/icon.js";
import { line } from "/phone/line.js";
import { people } from "/phone/people.js";
import { thread } from "/phone/thread.js";

const query = new URLSearchParams(location.search);
const phone = { numbers: [], customers: [], number: query.get("number"), customer: digits(query.get("customer")), typingUntil: 0 };

const chat = () => ({ phone_number_id: phone.number, customer: phone.customer });
const customer = () => phone.customers.find((one) => one.phone === phone.customer);
const number = () => phone.numbers.find((one) => one.phone_number_id === phone.number);

const log = thread({ say: (message) => say(message).catch(problem), reply: (message) => box.reply(message), chat, businessName: () => number()?.name ?? "Business" });
const box = composer({ say, own: customer, problem });
const sheet = people({ phone, choose, problem });
const live = line({ changed, opened: refresh, lost: () => (byId("offline").hidden = false) });

byId("who").addEventListener("click", () => sheet.open());
byId("number").addEventListener("change", (event) => choose(phone.customer, event.target.value));
byId("who-arrow").append(icon("chevron"));
byId("bar-signs").append(icon("signal"), icon("battery"));
setInterval(tick, 1000);
tick();

async function say(message) {
  await post("/messages", { ...message, phone_number_id: phone.number, from: phone.customer });
  // The line brings it, unless the line is down.
  if (!byId("offline").hidden) await showChat();
}

async function choose(customerPhone, numberId = phone.number) {
  phone.customer = customerPhone;
  phone.number = numberId;
  remember();
  await refresh();
  box.focus();
}

async function refresh() {
  try {
    [phone.numbers, phone.customers] = await Promise.all([get("/numbers"), get("/customers")]);
    await settle();
    header();
    live.show(phone.customer && phone.number ? chat() : null);
    await showChat();
    byId("offline").hidden = true;
  } catch (error) {
    problem(error);
  }
}

// The query may name nobody, or somebody nobody has met.
async function settle() {
  if (!number()) phone.number = phone.numbers[0]?.phone_number_id ?? null;
  if (phone.customer && !customer()) phone.customers.push(await post("/customers", { phone: phone.customer }));
  if (!phone.customer) phone.customer = latest()?.phone ?? "";
}

// What comes in while the chat is on its way is newer than the chat, and goes on top of it.
let missed = [];
async function showChat() {
  box.enable(Boolean(phone.customer && phone.number));
  if (!phone.customer || !phone.number) return log.nobody(() => sheet.open());
  const shown = chat();
  missed = [];
  const { messages, typing_until: typingUntil } = await get(`/chats/${shown.phone_number_id}/${shown.customer}`);
  if (shown.customer !== phone.customer || shown.phone_number_id !== phone.number) return;
  phone.typingUntil = typingUntil;
  log.show(messages);
  missed.forEach((message) => log.put(message));
  missed = [];
  tick();
}

function changed(change) {
  const ours = change.chat?.customer === phone.customer && change.chat?.phone_number_id === phone.number;
  if (change.kind === "customer" || (change.kind === "message" && !ours)) return peopleChanged();
  if (!ours) return;
  if (change.kind === "message") {
    missed.push(change.message);
    log.put(change.message);
  }
  if (change.kind === "typing") phone.typingUntil = change.until;
  tick();
}

let asked = 0;
// Several changes at once ask for the customers once.
function peopleChanged() {
  clearTimeout(asked);
  asked = setTimeout(async () => {
    phone.customers = await get("/customers").catch(() => phone.customers);
    header();
    sheet.refresh();
  }, 120);
}

function header() {
  const who = customer();
  const business = number();
  face(byId("who-avatar"), who?.name ?? "?");
  byId("who-name").textContent = who?.name ?? "Nobody yet";
  face(byId("business-avatar"), business?.name ?? "?");
  byId("number").replaceChildren(...phone.numbers.map((one) => option(one)));
  byId("number").disabled = phone.numbers.length < 2;
  const unread = phone.customers.filter((one) => one !== who).flatMap((one) => one.chats ?? []).reduce((sum, one) => sum + one.unread, 0);
  byId("who-unread").hidden = unread === 0;
  byId("who-unread").textContent = unread;
  byId("who-unread").setAttribute("aria-label", `${unread} unread on other phones`);
  document.title = who ? `${who.name}'s phone` : "A customer's phone";
}

function option(one) {
  const chosen = one.phone_number_id === phone.number;
  return element("option", { value: one.phone_number_id, selected: chosen }, one.name);
}

function face(element, name) {
  element.textContent = initials(name);
  element.dataset.hue = hue(name);
}

function tick() {
  const now = new Date();
  byId("bar-time").textContent = now.toLocaleTimeString([], { hour: "numeric", minute: "2-digit" }).replace(/\s?[AP]M/i, "");
  const typing = phone.typingUntil > now.getTime() / 1000;
  const state = typing ? "typing…" : (number()?.display_phone_number ?? "");
  byId("state").classList.toggle("typing", typing);
  if (byId("state").textContent !== state) byId("state").textContent = state;
}

function latest() {
  const wrote = (one) => Math.max(0, ...(one.chats ?? []).map((chat) => chat.last?.timestamp ?? 0));
  return [...phone.customers].sort((a, b) => wrote(b) - wrote(a))[0];
}

function remember() {
  const url = new URL(location.href);
  url.searchParams.set("customer", phone.customer);
  if (phone.number) url.searchParams.set("number", phone.number);
  history.replaceState(null, "", url);
}

let hiding = 0;
function problem(error) {
  byId("toast").textContent = error.message;
  byId("toast").hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => (byId("toast").hidden = true), 5000);
}

function digits(text) {
  return (text ?? "").replace(/\D/g, "");
}
