// The dashboard in the width of a phone.
import type { Page } from "@playwright/test";
import { doors, sections } from "../support/dashboard.ts";
import { expect, test } from "../support/demo.ts";
import { alive } from "../support/inbox.ts";
import { page as pageOf } from "../support/member.ts";

test.use({ viewport: { width: 360, height: 740 } });

/// How much wider than the window a page is.
const excess = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test("no page of the dashboard scrolls sideways", async ({ office, demo, program }) => {
  const webhook = await program.newWebhook(`http://127.0.0.1:${demo.program_port}/a-rather-long-path/of-a-program`);
  for (const { name, address } of sections(demo, webhook)) {
    await office.goto(address);
    await alive(office);
    await expect(office.getByRole("heading", { level: 1 })).toBeVisible();
    expect.soft(await excess(office), name).toBeLessThanOrEqual(0);
  }
});

test("neither do the doors", async ({ page, demo, noise }) => {
  for (const { name, address } of doors(demo)) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect.soft(await excess(page), name).toBeLessThanOrEqual(0);
  }
  await noise.must(/404 \(Not Found\).*invitations\/welcome/);
});

test("forms, dialogs and what is shown once fit too", async ({ office, demo }) => {
  await office.goto(pageOf(demo, "embeds/new"));
  await alive(office);
  await office.getByText("One customer", { exact: true }).click();
  await office.getByLabel("Customer", { exact: true }).selectOption({ index: 1 });
  await office.getByLabel("Allowed pages").fill("https://a-rather-long-name-of-a-host.shop.example.com/tickets\nexample.com");
  await office.getByText("Choose a date").click();
  expect.soft(await excess(office), "the form").toBeLessThanOrEqual(0);
  await office.getByText("7 days").click();
  await office.getByLabel("Allowed pages").fill("https://a-rather-long-name-of-a-host.shop.example.com");
  await office.getByRole("button", { name: "Create embed" }).click();
  await expect(office.getByRole("heading", { name: "The embed is ready" })).toBeVisible();
  expect.soft(await excess(office), "the secret").toBeLessThanOrEqual(0);

  await office.goto(pageOf(demo, "numbers"));
  await alive(office);
  await office.getByRole("button", { name: "Connect a number" }).click();
  const dialog = office.getByRole("dialog");
  await expect(dialog).toBeVisible();
  expect.soft(await excess(office), "a dialog").toBeLessThanOrEqual(0);
  const box = await dialog.boundingBox();
  expect.soft((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
});

test("the menu leads from page to page, and is out of the way there", async ({ office, demo }) => {
  await office.goto(pageOf(demo, "embeds"));
  await alive(office);
  await office.locator("summary.office-bar").click();
  const way = office.getByRole("link", { name: "Members" });
  await way.click();
  await expect(office.getByRole("heading", { level: 1, name: "Members" })).toBeVisible();
  await expect(way).toBeHidden();
});
