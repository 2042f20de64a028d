// Whatever WhatsApp's webhooks bring stands in a thread in words: nothing raw, nothing broken, and nothing that runs.
import { expect, type Locator, type Page } from "@playwright/test";
import { newCustomer } from "../support/customer.ts";
import { test } from "../support/demo.ts";
import { alive, bubbles, composer, open, row } from "../support/inbox.ts";
import { Meta } from "../support/meta.ts";
import { changes, FAMILIES, tell, type Told } from "../support/payloads.ts";

/// Messages, and what WhatsApp says of itself between them.
const said = (page: Page): Locator => page.locator("[data-message]");

for (const [name, family] of Object.entries(FAMILIES)) {
  test(`each message of the family "${name}" is drawn as what it is`, async ({ page, demo, request }) => {
    const told = await tell(request, demo, family);
    await page.goto(demo.embeds.project.url);
    await alive(page);
    await open(page, family.customer.name);
    await expect(said(page)).toHaveCount(told.length);
    for (const [nth, { type, shows }] of told.entries()) {
      const message = said(page).nth(nth);
      for (const piece of shows) await expect.soft(message, `${nth}: ${type}`).toContainText(piece);
      await expect.soft(message, `${nth}: ${type} shows something`).not.toBeEmpty();
    }
    await sound(page, told);
  });
}

test("what is about other messages shows on them", async ({ page, demo, request }) => {
  const maya = await changes(request, demo);
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, maya.name);
  const has = (text: string) => bubbles(page).filter({ hasText: text }).first();
  await expect(has("Is the blue one").locator(".badge")).toContainText("🎉");
  await expect(has("was taken back").locator(".badge")).toHaveCount(0);
  await expect(has("I come at 10")).toContainText("edited");
  await expect(page.getByText("Nobody should read this")).toHaveCount(0);
  await expect(page.getByText("This message was deleted.")).toHaveCount(1);
  await expect(has("It is, and ready")).toContainText("from the phone");
  await expect(has("It is, and ready")).toHaveAttribute("data-delivery", "delivered");
  await expect(has("As I asked").getByRole("button", { name: /Is the blue one/ })).toBeVisible();
  await expect(has("Thank you for that").getByRole("button", { name: /You.*It is, and ready/ })).toBeVisible();
  await expect(has("The van is on its way")).toHaveAttribute("data-delivery", "failed");
  await expect(page.locator(".trouble")).toHaveCount(1);
  await expect(page.locator(".trouble")).not.toContainText("131049");
  await expect(has("Reacted ❤️ to a message that is not here.")).toBeVisible();
  await expect(has("A message was deleted that is not here.")).toBeVisible();
  await sound(page, []);
});

test("a group is a conversation of its own, which is read and not answered", async ({ page, demo, request }) => {
  const tiago = await newCustomer(request, demo, "Tiago");
  const meta = new Meta(request, demo, tiago);
  await meta.saysInGroup(`group.${tiago.phone}`, "Who rides on Sunday?");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await row(page, "Who rides on Sunday?").first().locator("a").click();
  await expect(bubbles(page)).toHaveCount(1);
  await expect(bubbles(page).first()).toContainText(tiago.name);
  await expect(page.getByRole("heading", { level: 2, name: "WhatsApp group" })).toBeVisible();
  await expect(page.getByText("Groups cannot be answered from here.")).toBeVisible();
  await expect(composer(page)).toHaveCount(0);
  await sound(page, []);
});

test("what says nothing, or nothing that can be read, is said to be so", async ({ page, demo, request }) => {
  const nobody = await newCustomer(request, demo, "Mute");
  const meta = new Meta(request, demo, nobody);
  const empty: [string, unknown][] = [
    ["text", {}],
    ["text", { body: " \n " }],
    ["contacts", []],
    ["interactive", { type: "list_reply" }],
  ];
  for (const [type, node] of empty) await meta.says(type, node);
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, nobody.name);
  await expect(bubbles(page)).toHaveText(empty.map(() => /A message of a kind that cannot be shown here\./));
  await expect(row(page, nobody.name)).toContainText("Unknown message");
  await sound(page, []);
});

test("a message that names itself as what it answers quotes nothing", async ({ page, demo, request }) => {
  const maker = await newCustomer(request, demo, "Mirror");
  const meta = new Meta(request, demo, maker);
  await meta.says("button", { payload: "yes", text: "Yes, please" }, { id: `wamid.mirror.${process.pid}`, context: { id: `wamid.mirror.${process.pid}` } });
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, maker.name);
  await expect(bubbles(page)).toContainText("Yes, please");
  await expect(page.locator(".quote")).toHaveCount(0);
});

test("a poll that nobody may read opens no window, and what is said of that is true", async ({ page, demo, request }) => {
  const paul = await newCustomer(request, demo, "Poll");
  const errors = [{ code: 131_051, title: "Message type unknown" }];
  await new Meta(request, demo, paul).says("unsupported", { type: "poll_creation" }, { errors });
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, paul.name);
  await expect(bubbles(page)).toContainText("A poll");
  await expect(page.getByText("Free replies are not open yet")).toBeVisible();
  await expect(page.getByText("WhatsApp allows free replies once the customer has written a text or sent a file.")).toBeVisible();
  await expect(page.getByText("has not written")).toHaveCount(0);
  await expect(composer(page)).toBeHidden();
});

/// What the sender wrote so himself may of course be read.
const RAW = /undefined|\bNaN\b|\[object|wamid\.|notice:|oriel:|[{[]"|\\u[0-9a-f]{4}|response_json/;

/// Nothing raw on the whole page, no picture that is broken, no link that is none, nothing executed, nothing too wide.
async function sound(page: Page, told: Told[]) {
  for (const text of await said(page).allInnerTexts()) {
    const own = told.some(({ node }) => typeof (node as { body?: unknown })?.body === "string" && text.includes((node as { body: string }).body));
    if (!own) expect.soft(text).not.toMatch(RAW);
  }
  for (const text of await page.locator(".row").allInnerTexts()) expect.soft(text).not.toMatch(RAW);
  const drawn = page.locator(".bubble img");
  for (let nth = 0; nth < (await drawn.count()); nth += 1) {
    await drawn.nth(nth).scrollIntoViewIfNeeded();
    await expect.soft.poll(() => drawn.nth(nth).evaluate((it: HTMLImageElement) => it.naturalWidth), { message: `picture ${nth}` }).toBeGreaterThan(0);
  }
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll("[data-message], [data-message] *")];
    const thread = document.querySelector(".thread");
    return {
      hacked: "hacked" in window,
      scripts: all.filter((it) => it.matches("script, iframe, object, embed, style")).length,
      handlers: all.filter((it) => [...it.attributes].some(({ name }) => name.startsWith("on"))).length,
      links: all.filter((it) => it instanceof HTMLAnchorElement && !/^(https?:|mailto:|tel:|\?media=)/.test(it.getAttribute("href") ?? "")).length,
      sources: all.filter((it) => it.hasAttribute("src") && !it.getAttribute("src")?.startsWith("?media=")).length,
      excess: [document.documentElement, thread].map((it) => (it ? it.scrollWidth - it.clientWidth : 0)),
    };
  });
  expect(found).toEqual({ hacked: false, scripts: 0, handlers: 0, links: 0, sources: 0, excess: [0, 0] });
}
