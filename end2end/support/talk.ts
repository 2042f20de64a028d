// A conversation of a story's own.
import type { APIRequestContext, Page } from "@playwright/test";
import { type Customer, meet, newCustomer, says } from "./customer.ts";
import type { Demo } from "./demo.ts";
import { alive, open } from "./inbox.ts";

/// Begun by its customer, and open in the inbox.
export async function talk(page: Page, request: APIRequestContext, demo: Demo, who: string | Customer): Promise<Customer> {
  const customer = await (typeof who === "string" ? newCustomer(request, demo, who) : meet(request, demo, who));
  await says(request, demo, customer, "Hello there");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  return customer;
}
