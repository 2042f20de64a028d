// A whole shift without a mouse: find, read, answer, end, search, go on.
import type { Page } from "@playwright/test";
import { heard, newCustomer, says } from "../support/customer.ts";
import { expect, test } from "../support/demo.ts";
import { Keyboard } from "../support/hands.ts";
import { alive, bubble, bubbles, composer, line, open, row, rows } from "../support/inbox.ts";
import { enter, held } from "../support/team.ts";

/// What a keyboard user sees: the ring around what has the focus.
const ringed = () => {
  const active = document.activeElement;
  return active ? getComputedStyle(active).boxShadow !== "none" : false;
};

test("a shift by keyboard alone", async ({ page, demo, request }) => {
  const first = await newCustomer(request, demo, "Early");
  const second = await newCustomer(request, demo, "Later");
  await says(request, demo, first, "Is the blue one still there?");
  await says(request, demo, second, "Do you repair brakes?");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await expect(line(page)).toHaveAttribute("data-line", "live");
  const keys = page.keyboard;
  const search = page.getByRole("searchbox");

  await test.step("finds a person", async () => {
    await keys.press("/");
    await expect(search).toBeFocused();
    await keys.type(first.name);
    await expect(rows(page)).toHaveCount(1);
    await keys.press("ArrowDown");
    await expect(row(page, first.name).locator("a")).toBeFocused();
    expect(await page.evaluate(ringed), "the focus can be seen").toBe(true);
  });

  await test.step("reads, and answers", async () => {
    await keys.press("Enter");
    await expect(bubble(page, "Is the blue one still there?")).toBeVisible();
    await keys.press("r");
    await expect(composer(page)).toBeFocused();
    await keys.type("It is. rjke/?");
    await keys.press("Enter");
    await expect(bubble(page, "It is. rjke/?")).toHaveAttribute("data-delivery", "read");
    expect(await heard(request, demo, first)).toEqual(["It is. rjke/?"]);
  });

  await test.step("ends it, takes that back, and ends it again", async () => {
    await keys.press("Escape");
    await expect(row(page, first.name).locator("a")).toBeFocused();
    await keys.press("e");
    await expect(page.getByText("Conversation ended.", { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Reopen" }).first()).toBeVisible();
    await keys.press("e");
    await expect(page.getByText("Conversation reopened.")).toBeVisible();
    await expect(page.getByRole("button", { name: "End", exact: true })).toBeVisible();
    await keys.press("e");
    await expect(page.getByText("This conversation has ended.")).toBeVisible();
  });

  await test.step("searches from within a text", async () => {
    await keys.press("Control+k");
    await expect(search).toBeFocused();
    await keys.press("Control+a");
    await keys.type(second.name);
    await expect(rows(page)).toHaveCount(1);
    await expect(row(page, second.name)).toBeVisible();
    await keys.press("ArrowDown");
    await keys.press("Enter");
    await expect(bubble(page, "Do you repair brakes?")).toBeVisible();
  });

  await test.step("goes from one conversation to the next", async () => {
    await keys.press("Control+k");
    // The browser's own way to empty a search.
    await keys.press("Escape");
    await expect(rows(page)).toHaveCount(30);
    await keys.press("Escape");
    const at = page.locator(".row-link[aria-current]");
    await expect(at).toBeFocused();
    await keys.press("j");
    await expect(rows(page).nth(1).locator("a")).toHaveAttribute("aria-current", "true");
    await keys.press("k");
    await expect(row(page, second.name).locator("a")).toHaveAttribute("aria-current", "true");
  });
});

test("the team's part of a shift by keyboard alone: gives it to somebody, and begins another", async ({ office, demo, request }) => {
  const first = await newCustomer(request, demo, "Given");
  const second = await newCustomer(request, demo, "Anew");
  await says(request, demo, first, "Who looks after me?");
  await enter(office, demo);
  const keys = office.keyboard;
  await keys.press("/");
  await keys.type(first.name);
  await expect(rows(office)).toHaveCount(1);
  await keys.press("ArrowDown");
  await keys.press("Enter");
  await expect(bubble(office, "Who looks after me?")).toBeVisible();
  await new Keyboard(office).pick("Assigned to", "Tom Becker");
  await expect.poll(() => held(office)).toBe("Tom Becker");
  await expect(row(office, first.name).getByRole("img", { name: "Assigned to Tom Becker" })).toBeVisible();

  await new Keyboard(office).press("New conversation");
  const sheet = office.getByRole("dialog", { name: "New conversation" });
  await expect(sheet.getByRole("textbox", { name: "To" })).toBeFocused();
  await keys.type(`+${second.phone}`);
  await walk(office, ".shelf-one");
  await keys.press("Enter");
  for (let left = await sheet.locator(".sheet-form .ask input.input").count(); left > 0; left -= 1) {
    await walk(office, ".sheet-form .ask input.input");
    await keys.type("12");
  }
  await new Keyboard(office).press("Start conversation");
  await expect(sheet).toBeHidden();
  await expect(bubbles(office)).toHaveCount(1);
});

/// On with Tab, until what has the focus fits.
async function walk(page: Page, selector: string) {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

test("the list is one stop for Tab, and the arrows walk in it", async ({ page, demo }) => {
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await expect(page.locator(".row-link:not([tabindex='-1'])")).toHaveCount(1);
  await rows(page).first().locator("a").focus();
  const focused = (nth: number) => expect(rows(page).nth(nth).locator("a")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await focused(1);
  await page.keyboard.press("ArrowDown");
  await focused(2);
  await page.keyboard.press("ArrowUp");
  await focused(1);
  await page.keyboard.press("End");
  // More of them come meanwhile; it is the last of those that were there.
  await expect.poll(() => rows(page).evaluateAll((all) => all.findIndex((row) => row.contains(document.activeElement)))).toBeGreaterThan(20);
  await page.keyboard.press("Home");
  await focused(0);
  await page.keyboard.press("Enter");
  await expect(rows(page).first().locator("a")).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("Tab");
  await expect(page.locator(".pane-list :focus"), "the next stop is past the list").toHaveCount(0);
});

test("the sheet lists the keys and switches them off, for this person and for longer", async ({ page, demo }) => {
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet).toContainText("Open the next conversation");
  await sheet.getByRole("switch").uncheck();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  for (const again of [false, true]) {
    if (again) {
      await page.reload();
      await alive(page);
    }
    await page.keyboard.press("j");
    await page.keyboard.press("/");
    await page.waitForTimeout(300);
    await expect(page.getByRole("searchbox")).not.toBeFocused();
    await expect(page.locator("[aria-current]")).toHaveCount(0);
  }
});

test("an embed, or its address, keeps single keys from doing anything", async ({ page, program }) => {
  const quiet = await program.newEmbed({ keyboard_shortcuts: false });
  const usual = await program.newEmbed();
  const search = page.getByRole("searchbox");
  for (const [url, works] of [
    [quiet.embed_url, false],
    [`${quiet.embed_url}?shortcuts=1`, true],
    [usual.embed_url, true],
    [`${usual.embed_url}?shortcuts=0`, false],
  ] as const) {
    await page.goto(url);
    await alive(page);
    await page.keyboard.press("/");
    await page.waitForTimeout(300);
    expect(await search.evaluate((it) => it === document.activeElement), url).toBe(works);
  }
  await page.getByLabel("Display", { exact: true }).click();
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await expect(page.getByRole("dialog")).toContainText("has switched single keys off here");
});

test("keys of the host page are the host's own", async ({ host, inbox }) => {
  await alive(inbox);
  await host.locator("body").click({ position: { x: 5, y: 5 } });
  await host.keyboard.press("/");
  await host.keyboard.press("j");
  await host.waitForTimeout(300);
  await expect(inbox.locator(":focus")).toHaveCount(0);
  await expect(inbox.locator("[aria-current]")).toHaveCount(0);
});

test("in one pane the focus goes into the thread and returns to the row", async ({ page, demo }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(demo.embeds.project.url);
  await alive(page);
  const second = rows(page).nth(1).locator("a");
  await second.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("log")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(second).toBeFocused();
});

test("what is written to one is read aloud once, and history is not", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Voice");
  await says(request, demo, customer, "History");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  const spoken = page.locator("p[aria-live='polite']");
  await expect(spoken).toHaveText("");
  await says(request, demo, customer, "News");
  await expect(spoken).toHaveText(`${customer.name}: News`);
  await expect(page.getByRole("log")).toHaveAttribute("aria-live", "off");
});

test("twice as large, nothing is cut off and nothing scrolls sideways", async ({ page, demo }) => {
  // 200 % of 1280 px are 640 px for the page.
  await page.setViewportSize({ width: 640, height: 400 });
  await page.goto(demo.embeds.project.url);
  await alive(page);
  const excess = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await excess()).toBeLessThanOrEqual(0);
  await open(page, "Mara Lindqvist");
  await expect(composer(page)).toBeInViewport();
  await expect(page.getByRole("button", { name: "End", exact: true })).toBeInViewport();
  expect(await excess()).toBeLessThanOrEqual(0);
});

test("with forced colours the focus, the chosen row and the switches can still be seen", async ({ page, demo }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await rows(page).first().locator("a").focus();
  await page.keyboard.press("ArrowDown");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
  expect(outline).toBe("solid");
});

test("of a thread's messages one is a stop for Tab; the arrows walk, and a menu gives the focus back", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Walker");
  for (let nth = 0; nth < 20; nth += 1) await says(request, demo, customer, `line ${nth}`);
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await expect(bubble(page, "line 19")).toBeVisible();
  const button = (text: string) => bubble(page, text).last().locator(".bubble-more");
  await page.getByRole("log").focus();
  await page.keyboard.press("Tab");
  await expect(button("line 19")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(button("line 18")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(button("line 17")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitemcheckbox").first()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("menuitemcheckbox").nth(1)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Reply" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(button("line 17")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(bubble(page, "line 17").locator(".badges")).toContainText("👍");
  await expect(button("line 17")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator(".thread :focus"), "the next stop is past the thread").toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect(button("line 17"), "and the way back leads to where one was").toBeFocused();
});
