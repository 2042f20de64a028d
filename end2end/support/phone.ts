// A customer's own phone, as the sandbox draws it.
import { expect, type Locator, type Page } from "@playwright/test";
import type { Customer } from "./customer.ts";
import type { Demo } from "./process.ts";

/// In a page beside the inbox.
export async function phone(page: Page, demo: Demo, customer: Customer): Promise<Page> {
  const beside = await page.context().newPage();
  const number = demo.numbers[0].phone_number_id;
  await beside.goto(`${demo.sandbox_url}/phone?number=${number}&customer=${customer.phone}`);
  await expect(messages(beside).first()).toBeVisible();
  return beside;
}

/// Bubbles of its chat, oldest first.
export const messages = (phone: Page): Locator => phone.getByTestId("phone-message");

/// What can be tapped below a bubble.
export const taps = (phone: Page): Locator => phone.getByTestId("phone-tap");
