// Who a contact is, and what the team calls them.
import { expect, test } from "../support/demo.ts";
import { newCustomer, says, sendsFile } from "../support/customer.ts";
import { alive, answer, open, row } from "../support/inbox.ts";
import { picture } from "../support/picture.ts";

test.use({ viewport: { width: 1280, height: 800 } });

test("a name is changed where it stands, and every place shows it", async ({ page, demo, request, elsewhere }) => {
  const customer = await newCustomer(request, demo, "Plain");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await elsewhere.goto(demo.embeds.project.url);
  await alive(elsewhere);
  await says(request, demo, customer, "Do you sell by the dozen?");
  await open(page, customer.name);
  const panel = page.getByRole("complementary", { name: "Details" });
  await panel.getByRole("button", { name: "Change the name" }).click();
  const name = panel.getByRole("textbox", { name: "Name" });
  await expect(name).toBeFocused();
  await name.fill(`${customer.name} (wholesale)`);
  await name.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: `${customer.name} (wholesale)` })).toBeVisible();
  await expect(row(page, `${customer.name} (wholesale)`)).toBeVisible();
  await expect(row(elsewhere, `${customer.name} (wholesale)`), "somebody else's page").toBeVisible();
  await expect(panel.getByRole("button", { name: "Change the name" })).toBeFocused();

  await panel.getByRole("button", { name: "Change the name" }).click();
  await name.fill("x".repeat(121));
  await expect(panel.getByText("121/120")).toBeVisible();
  await expect(panel.getByRole("button", { name: "Save" })).toBeDisabled();
  await name.press("Escape");
  await expect(name).toBeHidden();

  await panel.getByRole("button", { name: "Change the name" }).click();
  await name.fill("");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 2, name: customer.name, exact: true })).toBeVisible();
});

test("a name that the server does not take is put back, and what was typed stays", async ({ page, demo, request, noise }) => {
  noise.expect(/Failed to load resource|ERR_FAILED/);
  const customer = await newCustomer(request, demo, "Stays");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await says(request, demo, customer, "Hello");
  await open(page, customer.name);
  await page.route("**/contacts/rename", (route) => route.abort());
  const panel = page.getByRole("complementary", { name: "Details" });
  await panel.getByRole("button", { name: "Change the name" }).click();
  const name = panel.getByRole("textbox", { name: "Name" });
  await name.fill("Somebody else");
  await name.press("Enter");
  await expect(panel.getByText("The server could not be reached.")).toBeVisible();
  await expect(name).toHaveValue("Somebody else");
  await expect(page.getByRole("heading", { level: 2, name: customer.name })).toBeVisible();
});

test("other conversations are listed, and open", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Again");
  await page.goto(`${demo.embeds.project.url}?status=all`);
  await alive(page);
  await says(request, demo, customer, "The first time");
  await open(page, customer.name);
  await answer(page, "Thank you!");
  const first = await page.locator(".thread").getAttribute("data-conversation");
  await page.getByRole("button", { name: "End", exact: true }).click();
  await expect(page.getByRole("button", { name: "Reopen" }).first()).toBeVisible();
  await says(request, demo, customer, "The second time");
  await expect(row(page, customer.name)).toHaveCount(2);
  await row(page, "The second time").locator("a").click();
  await expect(page.locator(`.thread:not([data-conversation="${first}"])`)).toBeVisible();
  const panel = page.getByRole("complementary", { name: "Details" });
  const earlier = panel.getByRole("button", { name: /2 messages · Ended/ });
  await earlier.click();
  await expect(page.locator(`.thread[data-conversation="${first}"]`)).toBeVisible();
});

test("tabs are turned with the arrows, and the chosen one stays for the next conversation", async ({ page, demo, noise }) => {
  noise.expect(/503/);
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await row(page, "").first().locator("a").click();
  const tab = (name: string) => page.getByRole("tab", { name });
  await tab("Info").focus();
  await page.keyboard.press("ArrowRight");
  await expect(tab("Files")).toBeFocused();
  await expect(tab("Files")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("End");
  await expect(tab("Automation")).toBeFocused();
  await row(page, "").nth(1).locator("a").click();
  await expect(tab("Automation")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Tab");
  await tab("Automation").press("ArrowRight");
  await expect(tab("Info")).toBeFocused();
});

test("a picture among the files opens here, with those beside it, and a document is downloaded", async ({ page, demo, request, context }) => {
  const customer = await newCustomer(request, demo, "Filed");
  await says(request, demo, customer, "Some files");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  for (const [kind, type, name, bytes] of [
    ["image", "image/png", "one.png", picture(120, 80)],
    ["document", "application/pdf", "Terms.pdf", Buffer.from("%PDF-1.4\n%%EOF\n")],
    ["image", "image/png", "two.png", picture(80, 120)],
  ] as const) {
    await sendsFile(request, demo, customer, { kind, type, name, bytes });
  }
  await page.getByRole("tab", { name: "Files" }).click();
  const pictures = page.locator(".files-grid .file-link[href]");
  await expect(pictures).toHaveCount(2);
  await pictures.first().click();
  const large = page.getByRole("dialog", { name: "Picture" });
  await expect(large.locator("img")).toBeVisible();
  expect(context.pages(), "no tab of its own").toHaveLength(1);
  const newest = await large.locator("img").getAttribute("src");
  await large.getByRole("button", { name: "The one before" }).click();
  await expect(large.locator("img")).not.toHaveAttribute("src", newest ?? "");
  await page.keyboard.press("Escape");
  await expect(large).toBeHidden();
  await expect(pictures.first()).toBeFocused();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".files-rows .file-link").click()]);
  expect(download.suggestedFilename()).toBe("Terms.pdf");
});
