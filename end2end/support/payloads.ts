// Every family of message that WhatsApp's webhooks bring, one customer for each, and what a page shows of them.
import type { APIRequestContext } from "@playwright/test";
import { readFileSync } from "node:fs";
import { type Customer, keep } from "./customer.ts";
import type { Demo } from "./demo.ts";
import { Meta } from "./meta.ts";
import { silence } from "./ogg.ts";
import { photo } from "./picture.ts";

/// A message, and pieces of the text by which its bubble is told from others.
export interface Told {
  type: string;
  node: unknown;
  beside?: object;
  shows: (string | RegExp)[];
}

export interface Family {
  customer: Customer;
  /// Asked for when it is told, because of what must be there before.
  messages(request: APIRequestContext, demo: Demo): Promise<Told[]>;
}

const SCRIPT = `<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">`;
const LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmütze".repeat(9);
/// Each letter with a tower of marks above and below it.
const ZALGO = [..."too many marks"].map((letter) => letter + "\u0337\u0321\u0350\u0316\u0343\u0359".repeat(4)).join("");

const text = (body: string, shows: (string | RegExp)[], beside = {}): Told => ({ type: "text", node: { body }, beside, shows });

const words: Family = {
  customer: { phone: "46709000201", name: "Vera Words" },
  messages: async () => [
    text("*Bold*, _slanted_, ~struck~ and `code`\n> a quote\n- one\n- two\n```let x = 1;```", ["Bold", "slanted", "struck", "a quote", "let x = 1;"]),
    text("See https://acorn.example/a_b?c=1&d=2, write to hello@acorn.example", ["https://acorn.example/a_b?c=1&d=2"]),
    text(SCRIPT, [SCRIPT]),
    text(`javascript:alert(1) data:text/html,<b>x</b> https://acorn.example/"onmouseover="window.hacked=1`, ["javascript:alert(1)"]),
    text("{{7*7}} ${7*7} <%= 7*7 %> %s &lt;b&gt; undefined null [object Object]", ["{{7*7}} ${7*7}", "&lt;b&gt;"]),
    text("The file is called \u202Egnp.exe\u202C, not \u2066\u2067other\u2069", ["The file is called"]),
    text("שלום, الطلب رقم 1042 جاهز and it waits", ["1042"]),
    text(ZALGO, [/t\u0337/]),
    text(LONG, [LONG.slice(0, 60)]),
    text("Half a face \ud83d and nothing\u0000 else", ["Half a face \ufffd"]),
    text("👍🏽🎉", ["👍🏽🎉"]),
  ],
};

const files: Family = {
  customer: { phone: "46709000202", name: "Felix Files" },
  async messages(request, demo) {
    const store = (bytes: Buffer, mime_type: string, name: string, beside = {}) =>
      keep(request, demo, { bytes, type: mime_type.split(";")[0], name }).then((id) => ({ id, mime_type, sha256: "bWFkZSB1cA==", ...beside }));
    const demos = (name: string) => readFileSync(new URL(`../../oriel/src/demo/${name}`, import.meta.url));
    const paper = Buffer.from("%PDF-1.4\n%%EOF\n");
    return [
      { type: "image", node: await store(photo("bike"), "image/jpeg", "bike.jpg", { caption: "Is *this* one still there?" }), shows: ["Is this one still there?"] },
      { type: "image", node: await store(photo("bench"), "image/jpeg", "bench.jpg"), shows: [] },
      { type: "video", node: await store(demos("metres.mp4"), "video/mp4", "metres.mp4", { caption: "Listen to it" }), shows: ["Listen to it"] },
      { type: "audio", node: await store(silence(3), "audio/ogg; codecs=opus", "voice.ogg", { voice: true }), shows: [] },
      { type: "audio", node: await store(mp3(), "audio/mpeg", "song.mp3", { voice: false }), shows: [] },
      { type: "document", node: await store(paper, "application/pdf", "Größe.pdf", { filename: "Größe.pdf", caption: "The bill" }), shows: ["Größe.pdf", "PDF", "The bill"] },
      { type: "document", node: await store(paper, "application/pdf", "x.pdf", { filename: `${"a-very-long-name-".repeat(8)}.pdf` }), shows: ["a-very-long-name-"] },
      { type: "sticker", node: await store(demos("sticker.webp"), "image/webp", "s.webp", { animated: false }), shows: [] },
      { type: "image", node: { id: "999", mime_type: "image/jpeg", sha256: "eA==" }, shows: ["This file could not be fetched from WhatsApp."] },
    ];
  },
};

/// A second of silence: each frame has a head and nothing in it.
function mp3(): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0xc0]);
  return Buffer.concat(Array.from({ length: 38 }, () => frame));
}

const cards: Family = {
  customer: { phone: "46709000203", name: "Petra Places" },
  messages: async () => [
    { type: "location", node: { latitude: 51.4501, longitude: -2.5983, name: "Harbour Workshop", address: "12 Mill Lane, Bristol", url: "javascript:alert(1)" }, shows: ["Harbour Workshop", "12 Mill Lane", "Open the map"] },
    { type: "location", node: { latitude: -33.8568, longitude: 151.2153 }, shows: ["-33.85680, 151.21530"] },
    {
      type: "contacts",
      node: [
        {
          name: { formatted_name: "Bo Li", first_name: "Bo" },
          org: { company: "Acorn Bikes", title: "Mechanic" },
          phones: [{ phone: "+1 650 555 1234", wa_id: "16505551234", type: "WORK" }],
          emails: [{ email: "bo@acorn.example", type: "WORK" }],
          urls: [{ url: "https://acorn.example/bo" }, { url: "javascript:alert(1)" }],
          addresses: [{ city: "Bristol" }],
        },
      ],
      shows: ["Bo Li", "Acorn Bikes", "+1 650 555 1234", "bo@acorn.example"],
    },
    { type: "contacts", node: [{ phones: [{ phone: "+44 20 7946 0018" }] }, {}], shows: ["No name", "+44 20 7946 0018"] },
    { type: "order", node: { catalog_id: "1", text: "Wrapped, *please*", product_items: [item("wren-m", 2, 1249.5), item("bell", "1", "19")] }, shows: ["Order", "2 × wren-m", "€2,499.00", "€2,518.00", "Wrapped, please"] },
    { type: "order", node: { catalog_id: "1", product_items: [{ ...item(SCRIPT, 1, "free"), currency: "undefined" }] }, shows: ["1 × <script>", "free"] },
  ],
};

const item = (product_retailer_id: string, quantity: number | string, item_price: number | string) => ({ product_retailer_id, quantity, item_price, currency: "EUR" });

const taps: Family = {
  customer: { phone: "46709000204", name: "Tara Taps" },
  messages: async () => [
    { type: "interactive", node: { type: "button_reply", button_reply: { id: "thu", title: "Thursday morning" } }, shows: ["Thursday morning"] },
    { type: "interactive", node: { type: "list_reply", list_reply: { id: "m", title: "Medium", description: "From 168 to 180 cm" } }, shows: ["Medium", "From 168 to 180 cm"] },
    { type: "button", node: { payload: "{\"go\":1}", text: "Yes, remind me" }, shows: ["Yes, remind me"] },
    { type: "interactive", node: flow({ flow_token: "secret", screen_0_First_name_0: "Ada", size: "M", colours: ["red", "blue"], news: true, delivery: { city: "Bristol", floor: 3 } }), shows: ["Sent", "First name", "Ada", "red, blue", "Yes", "Bristol"] },
    { type: "interactive", node: { type: "nfm_reply", nfm_reply: { name: "flow", body: "Broken form", response_json: "{\"half\":" } }, shows: ["Broken form"] },
    { type: "interactive", node: { type: "call_permission_reply", call_permission_reply: { response: "accept", response_source: "user_action" } }, shows: ["Reply"] },
    text("I saw the ad, is it in stock?", ["Came from an advertisement", "Spring sale", "20 % off all city bikes", "I saw the ad"], {
      referral: { source_url: "https://fb.me/abc", source_id: "1", source_type: "ad", headline: "Spring sale", body: "20 % off all city bikes", media_type: "image", image_url: "https://tracker.example/x.png", ctwa_clid: "x" },
    }),
    text("And from your post", ["Came from a post", "Behind the scenes"], { referral: { source_url: "javascript:alert(1)", source_type: "post", headline: "Behind the scenes" } }),
    text("How heavy is this one?", ["Asks about", "wren-m"], { context: { referred_product: { catalog_id: "1", product_retailer_id: "wren-m" } } }),
  ],
};

const flow = (answers: object) => ({ type: "nfm_reply", nfm_reply: { name: "flow", body: "Sent", response_json: JSON.stringify(answers) } });

const notices: Family = {
  customer: { phone: "46709000205", name: "Nils Notices" },
  messages: async () => [
    text("An answer to what is long gone", ["The original message is not here.", "An answer to"], { context: { id: "wamid.nobody.knows" } }),
    text("Look at this", ["Forwarded"], { context: { forwarded: true } }),
    text("Everybody has seen this", ["Forwarded many times"], { context: { frequently_forwarded: true } }),
    { type: "unsupported", node: { type: "poll_creation" }, beside: { errors: [{ code: 131_051, title: "Message type unknown" }] }, shows: ["A poll, which WhatsApp does not pass on"] },
    { type: "unsupported", node: {}, beside: { errors: [{ code: 131_060, title: "This message is unavailable" }] }, shows: ["It can be read on the phone."] },
    { type: "unsupported", node: {}, beside: { errors: [{ code: 131_051, title: "Message type unknown", error_data: { details: "Message type is currently not supported." } }] }, shows: ["A message of a kind that cannot be shown here."] },
    { type: "hologram", node: { frames: [1, 2, 3], by: { name: "x" } }, shows: ["cannot be shown here (hologram)"] },
    { type: "errors", node: [{ code: 1 }], beside: { errors: [{ code: 131_000, title: "Something went wrong" }] }, shows: ["cannot be shown here"] },
    { type: "system", node: { type: "user_changed_number", body: "x", wa_id: "46709000215" }, shows: ["changed their number to +46 709 000 215"] },
    { type: "system", node: { type: "customer_identity_changed", body: "User identity changed", identity: { acknowledged: true, hash: "x" } }, shows: ["security code has changed"] },
  ],
};

export const FAMILIES: Record<string, Family> = { words, files, cards, taps, notices };

/// The customer tells all of it, in this order.
export async function tell(request: APIRequestContext, demo: Demo, { customer, messages }: Family): Promise<Told[]> {
  const meta = new Meta(request, demo, customer);
  const all = await messages(request, demo);
  for (const { type, node, beside } of all) await meta.says(type, node, beside);
  return all;
}

const MAYA: Customer = { phone: "46709000206", name: "Maya Changes" };

/// What is about other messages: reactions, edits, deletions, quotes, statuses. The answer is who told it.
export async function changes(request: APIRequestContext, demo: Demo): Promise<Customer> {
  const meta = new Meta(request, demo, MAYA);
  const first = await meta.says("text", { body: "Is the blue one still there?" });
  await meta.says("reaction", { message_id: first, emoji: "🎉" });
  const second = await meta.says("text", { body: "A reaction to this was taken back" });
  await meta.says("reaction", { message_id: second, emoji: "👍" });
  await meta.says("reaction", { message_id: second });
  const third = await meta.says("text", { body: "I come at 9" });
  await meta.says("edit", { original_message_id: third, message: { type: "text", text: { body: "I come at *10*" } } });
  const fourth = await meta.says("text", { body: "Nobody should read this" });
  await meta.says("revoke", { original_message_id: fourth });
  const ours = await meta.echoes("text", { body: "It is, and ready to ride" });
  await meta.tells(ours, "delivered");
  await meta.says("text", { body: "As I asked" }, { context: { from: MAYA.phone, id: first } });
  await meta.says("text", { body: "Thank you for that" }, { context: { from: "15550783881", id: ours } });
  const late = await meta.echoes("text", { body: "The van is on its way" });
  const errors = [{ code: 131_049, title: "Meta chose not to deliver.", error_data: { details: "In order to maintain a healthy ecosystem." } }];
  await meta.tells(late, "failed", { errors });
  await meta.says("reaction", { message_id: "wamid.nobody.knows", emoji: "❤️" });
  await meta.says("revoke", { original_message_id: "wamid.nobody.knows.either" });
  return MAYA;
}
