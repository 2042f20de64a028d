// The theme: the address before what was picked here, what was picked before the embed's own.
import { expect, test } from "../support/demo.ts";
import { alive } from "../support/inbox.ts";

const theme = "html";

test("a picked theme is remembered, and the address wins over it", async ({ page, demo }) => {
  const url = demo.embeds.project.url;
  await page.goto(url);
  await alive(page);
  await expect(page.locator(theme)).toHaveAttribute("data-theme", "system");
  await page.getByLabel("Display", { exact: true }).click();
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(page.locator(theme)).toHaveAttribute("data-theme", "dark");
  await page.goto(url);
  await alive(page);
  await expect(page.locator(theme)).toHaveAttribute("data-theme", "dark");
  await page.goto(`${url}?mode=light`);
  await alive(page);
  await expect(page.locator(theme)).toHaveAttribute("data-theme", "light");
});

test("the remembered theme is there from the first paint", async ({ page, demo, noise }) => {
  // The scripts are kept away, so that nothing but the head can set it.
  noise.expect(/ERR_FAILED/);
  await page.goto(demo.embeds.project.url);
  await page.evaluate(() => localStorage.setItem("oriel-theme", '"dark"'));
  await page.route(/\/pkg\/.*\.(wasm|js)$/, (route) => route.abort());
  await page.goto(demo.embeds.project.url, { waitUntil: "commit" });
  await expect(page.locator(theme)).toHaveAttribute("data-theme", "dark");
});

test("rows that were put closer together are close from the first paint", async ({ page, demo, noise }) => {
  noise.expect(/ERR_FAILED/);
  const height = () => page.locator(".row-link").first().evaluate((row) => row.getBoundingClientRect().height);
  await page.goto(demo.embeds.support.url);
  await alive(page);
  expect(await height()).toBe(64);
  await page.getByLabel("Display", { exact: true }).click();
  await page.getByRole("radio", { name: "Compact" }).check();
  await expect.poll(height).toBe(52);
  await page.route(/\/pkg\/.*\.(wasm|js)$/, (route) => route.abort());
  await page.goto(demo.embeds.support.url);
  expect(await height()).toBe(52);
});
