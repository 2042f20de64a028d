// The theme: the address before what was picked here, what was picked before the embed's own.
import { expect, test } from "../support/demo.ts";
import { alive } from "../support/inbox.ts";

const theme = "html";

test("a picked theme is remembered, and the address wins over it", async ({ page, demo }) => {
  const url = demo.embeds.project.url;
  await page.goto(url);
  await alive(page);
  await expect(page.locator(theme)).toHaveAttribute("data-theme", "system");
  await page.getByLabel("Theme", { exact: true }).first().click();
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(page.locator(theme)).toHaveAttribute("data-theme", "dark");
  await page.goto(url);
  await alive(page);
  await expect(page.locator(theme)).toHaveAttribute("data-theme", "dark");
  await page.goto(`${url}?mode=light`);
  await alive(page);
  await expect(page.locator(theme)).toHaveAttribute("data-theme", "light");
});

test("the remembered theme is there from the first paint", async ({ page, demo }) => {
  await page.goto(demo.embeds.project.url);
  await page.evaluate(() => localStorage.setItem("oriel-theme", '"dark"'));
  await page.route("**/pkg/*.wasm", (route) => route.abort());
  await page.route("**/pkg/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "export default () => {}" }));
  await page.goto(demo.embeds.project.url, { waitUntil: "commit" });
  await expect(page.locator(theme)).toHaveAttribute("data-theme", "dark");
});
