// Finding a conversation: filters, search, and what the address asks for.
import { expect, test } from "../support/demo.ts";
import { newCustomer, says } from "../support/customer.ts";
import { alive, bubble, bubbles, line, open, row, rows, saying } from "../support/inbox.ts";

test("the list goes on by itself when its end comes into sight", async ({ inbox }) => {
  await alive(inbox);
  await expect(rows(inbox)).toHaveCount(30);
  await rows(inbox).last().scrollIntoViewIfNeeded();
  await expect.poll(() => rows(inbox).count()).toBeGreaterThan(55);
  const ids = await rows(inbox).evaluateAll((all) => all.map((row) => row.getAttribute("data-id")));
  expect(new Set(ids).size).toBe(ids.length);
});

test("a long thread goes on upwards to its beginning, however fast one scrolls", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Talker");
  for (let nth = 0; nth < 170; nth += 1) await says(request, demo, customer, `line ${nth}`);
  await page.goto(`${demo.embeds.project.url}?search=${encodeURIComponent(customer.name)}`);
  await alive(page);
  await open(page, customer.name);
  await expect(bubble(page, "line 169")).toBeInViewport();
  await page.locator(".thread").hover();
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, -5_000);
      return bubbles(page).count();
    })
    .toBe(170);
  await expect(bubbles(page).first()).toContainText("line 0");
});

test("search finds a part of a name and a phone number in any spelling", async ({ inbox }) => {
  await alive(inbox);
  const search = inbox.getByRole("searchbox");
  await search.fill("lindq");
  await expect(rows(inbox)).toHaveCount(1);
  await expect(rows(inbox)).toContainText("Mara Lindqvist");
  await search.fill("+46 70 123-45 67");
  await expect(rows(inbox)).toHaveCount(1);
  await search.fill("nobody is called this");
  await expect(inbox.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await inbox.getByRole("button", { name: "Clear filters" }).click();
  await expect(rows(inbox)).toHaveCount(30);
});

test("unread, handoff, status and number each narrow the list", async ({ inbox }) => {
  await alive(inbox);
  const status = inbox.getByRole("group", { name: "Status" });
  await inbox.getByText("Handoff", { exact: true }).click();
  await expect(inbox.getByRole("img", { name: "Waiting for a person" }).first()).toBeVisible();
  await expect.poll(async () => (await rows(inbox).count()) === (await inbox.locator("[data-automation=handoff]").count())).toBe(true);
  await inbox.getByText("Handoff", { exact: true }).click();
  await inbox.getByText("Unread", { exact: true }).click();
  await expect.poll(async () => (await rows(inbox).count()) === (await inbox.locator(".pill").count())).toBe(true);
  await inbox.getByText("Unread", { exact: true }).click();
  await inbox.getByLabel("WhatsApp number").selectOption({ index: 2 });
  await expect(rows(inbox).filter({ hasText: "via Acorn Bikes Sales" })).toHaveCount(0);
  await expect(rows(inbox).filter({ hasText: "via Acorn Bikes Support" }).first()).toBeVisible();
  await status.getByText("Ended").click();
  await rows(inbox).first().locator("a").click();
  await expect(inbox.getByText("This conversation has ended.")).toBeVisible();
});

test("the address sets the beginning, and odd values fall back", async ({ page, demo }) => {
  const url = demo.embeds.project.url;
  await page.goto(`${url}?status=ended&search=a&unread=0&handoff=&whatsapp_config_id=${demo.numbers[1].phone_number_id}`);
  await alive(page);
  await expect(page.getByRole("radio", { name: "Ended" })).toBeChecked();
  await expect(page.getByRole("searchbox")).toHaveValue("a");
  await expect(page.getByRole("checkbox", { name: "Unread" })).not.toBeChecked();
  await expect(page.getByLabel("WhatsApp number")).not.toHaveValue("all");
  await page.goto(`${url}?status=odd&unread=maybe&mode=purple&conversation_id=none&%ff=1`);
  await alive(page);
  await expect(page.getByRole("radio", { name: "Active" })).toBeChecked();
  await expect(rows(page)).toHaveCount(30);
  await page.goto(`${url}?handoff=1`);
  await alive(page);
  await expect(page.getByRole("checkbox", { name: "Handoff" })).toBeChecked();
});

test("an address that names a conversation opens it, and a reload keeps it", async ({ page, demo }) => {
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, "Mara Lindqvist");
  expect(page.url()).toContain("conversation_id=");
  await page.reload();
  await expect(page.getByRole("heading", { level: 2, name: "Mara Lindqvist" })).toBeVisible();
  await alive(page);
  await expect(line(page)).toHaveAttribute("data-line", "live");
});

test("a token of one number shows that number only", async ({ page, demo }) => {
  await page.goto(demo.embeds.support.url);
  await alive(page);
  await expect(row(page, "Mara Lindqvist")).toHaveCount(0);
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByLabel("WhatsApp number")).toHaveCount(0);
});

test("when all is loaded anew, readers far up keep their place in the thread and in the list", async ({ page, demo, request, program }) => {
  const customer = await newCustomer(request, demo, "Reread");
  for (let nth = 0; nth < 110; nth += 1) await says(request, demo, customer, `line ${nth}`);
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await expect(bubble(page, "line 109")).toBeInViewport();
  await expect(line(page)).toHaveAttribute("data-line", "live");
  await rows(page).last().scrollIntoViewIfNeeded();
  await expect.poll(() => rows(page).count()).toBeGreaterThan(55);
  const loaded = await rows(page).count();
  const thread = page.locator(".thread");
  // Near the end, and then further up than one page reaches.
  const { phone_number_id, name } = demo.numbers[1];
  for (const [up, sentinel, called] of [[-400, "line 95", `${name} Two`], [-100_000, "line 20", name]] as const) {
    await thread.evaluate((it, up) => it.scrollTo(0, up), up);
    await expect(saying(page, sentinel)).toHaveCount(1);
    await page.waitForTimeout(600);
    const seen = () =>
      page.evaluate(() => {
        const top = document.querySelector(".thread")?.getBoundingClientRect().top ?? 0;
        const first = [...document.querySelectorAll(".bubble")].find((it) => it.getBoundingClientRect().bottom > top + 50);
        const list = Math.round(document.querySelector(".list-scroll")?.scrollTop ?? 0);
        return { text: first?.textContent, top: Math.round(first?.getBoundingClientRect().top ?? 0), list };
      });
    const before = await seen();
    const asked = page.waitForResponse("**/conversations/list");
    const opened = page.waitForResponse(/\/(conversations|search)\/open/);
    await program.renameNumber(phone_number_id, called);
    await Promise.all([asked, opened]);
    await page.waitForTimeout(600);
    const after = await seen();
    expect(after.text).toBe(before.text);
    expect(Math.abs(after.top - before.top), "in pixels").toBeLessThanOrEqual(2);
    expect(after.list).toBe(before.list);
    await expect.poll(() => rows(page).count()).toBeGreaterThanOrEqual(loaded);
  }
  await expect(page.getByRole("button", { name: "Show newer messages" })).toHaveCount(1);
});

test("what was read leaves the unread ones when one goes on, and what was ended the active ones", async ({ page, demo, request }) => {
  const [first, second] = [await newCustomer(request, demo, "Goes"), await newCustomer(request, demo, "Follows")];
  for (const customer of [first, second]) await says(request, demo, customer, "Hello");
  await page.goto(`${demo.embeds.project.url}?unread=1`);
  await alive(page);
  await open(page, first.name);
  await expect(row(page, first.name).locator(".pill")).toHaveCount(0);
  await expect(row(page, first.name)).toBeVisible();
  await open(page, second.name);
  await expect(row(page, first.name)).toHaveCount(0);
  await page.getByText("Unread", { exact: true }).click();
  await open(page, first.name);
  await page.getByRole("button", { name: "End", exact: true }).click();
  await expect(page.getByRole("button", { name: "Reopen" }).first()).toBeVisible();
  await expect(row(page, first.name)).toBeVisible();
  await open(page, second.name);
  await expect(row(page, first.name)).toHaveCount(0);
});

test("of a long list only rows near its reader are drawn, and the keyboard reaches all", async ({ page, demo }) => {
  await page.goto(`${demo.embeds.project.url}?status=all`);
  await alive(page);
  const scroller = page.locator(".list-scroll");
  // The demo has some 200; the list asks for more as its end comes into sight.
  let lower = 0;
  await expect
    .poll(
      async () => {
        await scroller.evaluate((it) => it.scrollTo(0, it.scrollHeight));
        lower = await page.locator(".list-room").first().evaluate((it) => it.clientHeight);
        expect(await rows(page).count()).toBeLessThanOrEqual(120);
        return lower;
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(1_500);
  const seen = () =>
    page.evaluate(() => {
      const place = document.querySelector(".list-scroll")?.getBoundingClientRect();
      const at = document.elementFromPoint((place?.left ?? 0) + 60, (place?.top ?? 0) + (place?.height ?? 0) / 2);
      return at?.closest(".row")?.getAttribute("data-id");
    });
  // Rows are there wherever one looks, after a leap too.
  for (const part of [0, 0.5, 0.25, 0.9, 0.1]) {
    await scroller.evaluate((it, part) => it.scrollTo(0, it.scrollHeight * part), part);
    await expect.poll(seen, `at ${part}`).toBeTruthy();
  }
  await scroller.evaluate((it) => it.scrollTo(0, 0));
  await rows(page).first().locator("a").focus();
  const first = await rows(page).first().getAttribute("data-id");
  await page.keyboard.press("End");
  const focused = () => page.evaluate(() => document.activeElement?.closest(".row")?.getAttribute("data-id"));
  await expect.poll(focused).not.toBe(first);
  await expect(page.locator(".row:focus-within")).toBeInViewport();
  const last = await focused();
  await page.keyboard.press("ArrowUp");
  await expect.poll(focused).not.toBe(last);
  await page.keyboard.press("Home");
  await expect.poll(focused).toBe(await rows(page).first().getAttribute("data-id"));
  await expect(page.locator(".row:focus-within")).toBeInViewport();
});
