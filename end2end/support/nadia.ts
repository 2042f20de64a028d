// The conversation that pictures show: said within a moment, so that no day and no pause divides it, and the same
// to the last digit each time it is drawn.
import type { APIRequestContext, Page } from "@playwright/test";
import { type Customer, says, sendsFile } from "./customer.ts";
import { type Demo, expect } from "./demo.ts";
import { alive, answer, bubble, open } from "./inbox.ts";
import { photo } from "./picture.ts";

const NADIA: Customer = { phone: "46709000117", name: "Nadia Osei" };

const begun = new Set<Demo>();

/// Said once for each demo.
export async function nadia(page: Page, demo: Demo, request: APIRequestContext): Promise<Customer> {
  if (begun.has(demo)) return NADIA;
  begun.add(demo);
  const known = await request.post(`${demo.sandbox_url}/sandbox/customers`, { data: NADIA });
  expect(known.ok(), await known.text()).toBe(true);
  await says(request, demo, NADIA, "Hi! I bought the Wren from you in May.");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, NADIA.name);
  await answer(page, "Hello Nadia, good to hear from you. Is everything all right with it?");
  await expect(bubble(page, "Is everything all right")).toHaveAttribute("data-delivery", "read");
  await says(request, demo, NADIA, "It is lovely. Only the rear brake squeals when it rains.");
  const brake = { kind: "image", bytes: photo("brake"), type: "image/jpeg", name: "brake.jpg" };
  await sendsFile(request, demo, NADIA, brake);
  await expect(page.locator(".bubble img")).toBeVisible();
  await says(request, demo, NADIA, "Could somebody look at it this week?");
  await answer(page, "Of course. Bring it on *Thursday*, we open at nine:\nhttps://acorn.example/visit");
  await expect(bubble(page, "Bring it on")).toHaveAttribute("data-delivery", "read");
  await says(request, demo, NADIA, "🎉");
  await expect(bubble(page, "🎉")).toBeVisible();
  return NADIA;
}
