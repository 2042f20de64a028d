// The inboxes can be used by everybody in each of their languages, whichever way it is written. In English: axe.spec.ts.
import { check } from "../support/axe.ts";
import { newCustomer, says, sendsFile } from "../support/customer.ts";
import { expect, test } from "../support/demo.ts";
import { alive, bubble, open, opened } from "../support/inbox.ts";
import { picture } from "../support/picture.ts";
import { address } from "../support/team.ts";

test.describe.configure({ timeout: 120_000 });
// A trace that keeps the page before and after each step takes longer than axe does.
test.use({ trace: { mode: "retain-on-failure", snapshots: false, screenshots: false } });

/// Where a few of the forms stand in the menu: templates, a list, a contact card.
const SHEETS = { templates: 0, list: 2, card: 8 };

for (const language of ["es", "pt", "ar"]) {
  // By class and by data, as no name is the same.
  test(`the inboxes in ${language}`, async ({ office, demo, request }) => {
    const customer = await newCustomer(request, demo, "Linguist");
    await says(request, demo, customer, "Hello, مرحبا, see https://acorn.example");
    await sendsFile(request, demo, customer, { kind: "image", bytes: picture(300, 150), type: "image/png", name: "a.png" });
    await opened(office, demo, `?language=${language}`);
    await expect(office.locator("html")).toHaveAttribute("lang", language);
    await check(office, "list");
    await office.keyboard.press("?");
    await expect(office.locator("dialog[open]")).toBeVisible();
    await check(office, "keyboard shortcuts");
    await office.keyboard.press("Escape");
    await open(office, customer.name);
    await expect(office.locator(".bubble img")).toBeVisible();
    await check(office, "thread and details");
    await bubble(office, "Hello").hover();
    await bubble(office, "Hello").locator(".bubble-more").click();
    await expect(office.getByRole("menu")).toBeVisible();
    await check(office, "a message's menu");
    await office.keyboard.press("Escape");
    await office.locator(".find-button").click();
    await expect(office.locator(".finder-count")).toBeAttached();
    await check(office, "search in the thread");
    await office.keyboard.press("Escape");
    for (const [name, nth] of Object.entries(SHEETS)) {
      await office.locator(".composer-tools button").first().click();
      await expect(office.locator(".more-choice")).toHaveCount(9);
      if (name === "templates") await check(office, "composer, what else to send");
      await office.locator(".more-choice").nth(nth).click();
      await expect(office.locator("dialog[open] .input").first()).toBeVisible();
      await check(office, `sheet, ${name}`);
      await office.keyboard.press("Escape");
      await expect(office.locator("dialog[open]")).toHaveCount(0);
    }
    await office.setViewportSize({ width: 360, height: 640 });
    await check(office, "thread, 360 px");

    await office.setViewportSize({ width: 1280, height: 800 });
    await office.goto(address(demo, `?language=${language}`));
    await alive(office);
    await expect(office.locator("html")).toHaveAttribute("lang", language);
    await open(office, "Mara Lindqvist");
    await expect(office.locator(".notes")).toBeVisible();
    await check(office, "team: list, thread, assignment and notes");
    await office.locator(".account > summary").click();
    await check(office, "team: account menu");
  });
}
