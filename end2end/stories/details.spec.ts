// Who a contact is, and what the team calls them.
import { expect, test } from "../support/demo.ts";
import { newCustomer, says } from "../support/customer.ts";
import { alive, answer, open, row } from "../support/inbox.ts";

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
  await row(page, "The second time").click();
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
  await row(page, "").first().click();
  const tab = (name: string) => page.getByRole("tab", { name });
  await tab("Info").focus();
  await page.keyboard.press("ArrowRight");
  await expect(tab("Files")).toBeFocused();
  await expect(tab("Files")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("End");
  await expect(tab("Automation")).toBeFocused();
  await row(page, "").nth(1).click();
  await expect(tab("Automation")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Tab");
  await tab("Automation").press("ArrowRight");
  await expect(tab("Info")).toBeFocused();
});
