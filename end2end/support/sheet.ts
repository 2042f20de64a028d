// The composer's forms, in their dialog.
import { expect, type Locator, type Page } from "@playwright/test";

export const sheet = (page: Page): Locator => page.locator("dialog.sheet");

/// A field by the path of its value, as a problem names it.
export const field = (page: Page, path: string): Locator => sheet(page).locator(`[name='${path}']`);

/// A field with its label, its count and what is wrong with it.
export const around = (page: Page, path: string): Locator => sheet(page).locator(".ask").filter({ has: page.locator(`[name='${path}']`) });

export async function begin(page: Page, what: string) {
  await page.getByRole("button", { name: "More to send" }).click();
  await page.locator(".more-choice").getByText(what, { exact: true }).click();
  await expect(sheet(page)).toBeVisible();
}

export async function fill(page: Page, values: Record<string, string>) {
  for (const [path, value] of Object.entries(values)) await field(page, path).fill(value);
}

export const press = (page: Page) => sheet(page).getByRole("button", { name: "Send", exact: true }).click();

/// What is filled in goes out, and the dialog closes.
export async function send(page: Page) {
  await press(page);
  await expect(sheet(page)).not.toBeVisible();
}

/// Finds a template by its name and begins to fill it in.
export async function pick(page: Page, template: string) {
  await begin(page, "Template");
  await page.getByRole("searchbox", { name: "Search templates" }).fill(template);
  await page.locator(".shelf-one").first().click();
}

/// Puts a file into the header, and waits until the preview shows it: then the server has it.
export async function putInHeader(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  await field(page, "header.file").setInputFiles([file]);
  const seen = page.locator(".seen");
  await expect(file.mimeType.startsWith("image/") ? seen.locator("img") : seen.getByText(file.name)).toBeVisible();
}
