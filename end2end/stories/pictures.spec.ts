// Pictures for the README, in docs/: drawn by `make looks` only, from the demo as one meets it, clock and all.
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/demo.ts";
import { alive, open, row } from "../support/inbox.ts";
import { RENEWS } from "../support/looks.ts";
import { nadia } from "../support/nadia.ts";

test.use({ conversations: 44 });
test.skip(!RENEWS, "`make looks` draws them.");

/// Whoever looks at the README shall not wait for it.
const MOST = 300_000;

async function draw(page: Page, name: string) {
  const path = fileURLToPath(new URL(`../../docs/${name}.png`, import.meta.url));
  await page.mouse.move(0, 0);
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
  expect(statSync(path).size, name).toBeLessThan(MOST);
}

test("the inbox in a host page, beside the phone", async ({ host, inbox, phone }) => {
  // So wide that the list stands beside the thread.
  await host.setViewportSize({ width: 1300, height: 596 });
  await alive(inbox);
  await open(inbox, "Mara Lindqvist");
  await expect(phone.getByText("could I collect it").first()).toBeInViewport();
  await expect(inbox.locator(".bubble").last()).toBeVisible();
  await draw(host, "inbox");
});

test("a thread in the dark, and one in the width of a phone", async ({ page, demo, request }) => {
  const { name } = await nadia(page, demo, request);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 1280, height: 760 });
  await page.goto(`${demo.embeds.project.url}?mode=dark`);
  await alive(page);
  await row(page, name).waitFor();
  await open(page, name);
  await expect(page.locator(".bubble img")).toBeVisible();
  await draw(page, "dark");
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(`${demo.embeds.project.url}?mode=light`);
  await alive(page);
  await open(page, name);
  await expect(page.locator(".bubble img")).toBeVisible();
  await draw(page, "narrow");
});
