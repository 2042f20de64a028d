// Finding what was said: in all conversations, inside one, and on a day.
import type { FrameLocator, Page } from "@playwright/test";
import { newCustomer, says, sendsFile } from "../support/customer.ts";
import { expect, test } from "../support/demo.ts";
import { alive, answer, bubble, bubbles, open, row, saying } from "../support/inbox.ts";

const found = (inbox: Page | FrameLocator) => inbox.getByRole("region", { name: "Messages" });
const hits = (inbox: Page | FrameLocator) => found(inbox).locator(".hit");
const box = (inbox: Page | FrameLocator) => inbox.getByRole("searchbox", { name: "Search messages, names and phone numbers" });
const field = (inbox: Page | FrameLocator) => inbox.getByRole("searchbox", { name: "Words to look for in this conversation" });
const count = (inbox: Page | FrameLocator) => inbox.locator(".finder-count");

test("a word that was said long ago leads to its message, marked, and there is a way back down", async ({ inbox, demo, request }) => {
  const customer = await newCustomer(request, demo, "Digger");
  await says(request, demo, customer, "My secret plant is the Quillwórt, remember?");
  for (let nth = 0; nth < 130; nth += 1) await says(request, demo, customer, `line ${nth}`);
  await alive(inbox);
  await expect(row(inbox, customer.name)).toContainText("line 129");
  await box(inbox).fill("quillwort plant");
  await expect(hits(inbox)).toHaveCount(1);
  await expect(hits(inbox).locator("mark")).toHaveText(["plant", "Quillwórt"]);
  await hits(inbox).click();
  const old = bubble(inbox, "My secret plant");
  await expect(old).toBeInViewport();
  await expect(old.locator("mark")).toHaveText(["plant", "Quillwórt"]);
  await expect(count(inbox)).toHaveText("1 of 1");
  await expect(bubble(inbox, "line 129")).toHaveCount(0);
  // What comes meanwhile does not stand where it does not belong.
  await says(request, demo, customer, "are you there?");
  await inbox.getByRole("button", { name: "Show newer messages" }).scrollIntoViewIfNeeded();
  await expect(bubble(inbox, "are you there?")).toHaveCount(0);
  await inbox.getByRole("button", { name: "Show newer messages" }).click();
  await expect(saying(inbox, "line 60")).toHaveCount(1);
  await inbox.getByRole("button", { name: "To the newest message" }).click();
  await expect(bubble(inbox, "are you there?")).toBeInViewport();
  await expect(bubble(inbox, "line 129")).toHaveCount(1);
});

test("an answer that is written far above stands at the end", async ({ inbox, demo, request }) => {
  const customer = await newCustomer(request, demo, "Writer");
  await says(request, demo, customer, "The zanzibar order");
  for (let nth = 0; nth < 90; nth += 1) await says(request, demo, customer, `more ${nth}`);
  await alive(inbox);
  await expect(row(inbox, customer.name)).toContainText("more 89");
  await box(inbox).fill("zanzibar");
  await hits(inbox).click();
  await expect(bubble(inbox, "The zanzibar order")).toBeInViewport();
  await answer(inbox, "We are at it");
  await expect(bubble(inbox, "We are at it")).toBeInViewport();
  await expect(bubble(inbox, "more 89")).toHaveCount(1);
});

test("files are found by their name", async ({ inbox, demo, request }) => {
  const customer = await newCustomer(request, demo, "Filer");
  const file = { kind: "document", bytes: Buffer.from("%PDF-1.4\n%%EOF\n"), type: "application/pdf", name: "Warranty_Xylofoon.pdf" };
  await sendsFile(request, demo, customer, file);
  await alive(inbox);
  await expect(row(inbox, customer.name)).toBeVisible();
  await box(inbox).fill("xylof");
  await expect(hits(inbox).locator("mark")).toHaveText("Xylof");
  await hits(inbox).click();
  await expect(bubbles(inbox).last().locator("mark")).toHaveText("Xylof");
});

test("inside a thread one goes from hit to hit, by keyboard alone", async ({ inbox, demo, request }) => {
  const customer = await newCustomer(request, demo, "Stepper");
  for (let nth = 0; nth < 80; nth += 1) await says(request, demo, customer, nth % 30 === 0 ? `a marmalade ${nth}` : `spread ${nth}`);
  await alive(inbox);
  await open(inbox, customer.name);
  await expect(bubble(inbox, "spread 79")).toBeVisible();
  await inbox.getByRole("button", { name: "Search in this conversation" }).click();
  await expect(field(inbox)).toBeFocused();
  await field(inbox).fill("marma");
  await expect(count(inbox)).toHaveText("1 of 3");
  await expect(saying(inbox, "a marmalade 60")).toBeInViewport();
  await field(inbox).press("Enter");
  await expect(count(inbox)).toHaveText("2 of 3");
  await expect(saying(inbox, "a marmalade 30")).toBeInViewport();
  await field(inbox).press("Enter");
  await expect(saying(inbox, "a marmalade 0")).toBeInViewport();
  await field(inbox).press("Shift+Enter");
  await expect(count(inbox)).toHaveText("2 of 3");
  await field(inbox).fill("nothing of the kind");
  await expect(count(inbox)).toHaveText("Nothing found");
  await field(inbox).fill("marma");
  await expect(inbox.locator(".bubble mark").first()).toBeVisible();
  await field(inbox).press("Escape");
  await expect(field(inbox)).toHaveCount(0);
  await expect(inbox.locator(".bubble mark")).toHaveCount(0);
  await expect(inbox.getByRole("button", { name: "Search in this conversation" })).toBeFocused();
});

test("a day leads to its first message", async ({ inbox, demo, request }) => {
  const customer = await newCustomer(request, demo, "Dated");
  for (let nth = 0; nth < 70; nth += 1) await says(request, demo, customer, `today ${nth}`);
  await alive(inbox);
  await open(inbox, customer.name);
  await expect(bubble(inbox, "today 69")).toBeInViewport();
  await inbox.getByRole("button", { name: "Search in this conversation" }).click();
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  await inbox.getByLabel("Jump to a date").fill(day);
  await expect(saying(inbox, "today 0")).toBeInViewport();
});

test("nothing found says so, and offers what has ended", async ({ inbox, demo, request }) => {
  const customer = await newCustomer(request, demo, "Ended");
  await says(request, demo, customer, "The kumquat is ripe");
  await alive(inbox);
  await open(inbox, customer.name);
  await inbox.getByRole("button", { name: "End", exact: true }).click();
  await expect(inbox.getByText("This conversation has ended.")).toBeVisible();
  await inbox.getByRole("button", { name: "Back to the list" }).click();
  await box(inbox).fill("kumquat");
  await expect(inbox.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await inbox.getByRole("button", { name: "Search ended conversations too" }).click();
  await expect(hits(inbox)).toContainText("The kumquat is ripe");
});

test("what a person may not see any more goes from what was found", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Common");
  await says(request, demo, customer, "pomegranate pomegranate");
  // Taken is not stored yet, and a page that begins with a search asks once.
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await expect(row(page, customer.name)).toBeVisible();
  await page.goto(`${demo.embeds.project.url}?search=pomegran`);
  await alive(page);
  await expect(found(page).locator("li")).toHaveCount(1);
  await expect(page.getByRole("heading", { name: "Messages" })).toBeVisible();
  await box(page).fill("");
  await expect(found(page)).toHaveCount(0);
});

test("narrow pages find as well", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Narrow");
  await says(request, demo, customer, "A tiny tamarillo");
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await box(page).fill("tamarillo");
  await hits(page).click();
  await expect(bubble(page, "A tiny tamarillo")).toBeInViewport();
  await expect(field(page)).toHaveValue("tamarillo");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole("button", { name: "Back to the list" }).click();
  await expect(hits(page)).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the page that the address asks for shows what is found", async ({ page, demo, request }) => {
    const customer = await newCustomer(request, demo, "Plain");
    await says(request, demo, customer, "An <b>unmistakable</b> rutabaga");
    await expect
      .poll(async () => {
        await page.goto(`${demo.embeds.project.url}?search=rutabaga`);
        return hits(page).count();
      })
      .toBe(1);
    await expect(hits(page).locator("mark")).toHaveText("rutabaga");
    await expect(hits(page)).toContainText("<b>unmistakable</b>");
    await hits(page).click();
    await expect(page.getByRole("heading", { level: 2, name: customer.name })).toBeVisible();
  });
});
