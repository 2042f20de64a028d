// A bot answers, a person takes over and gives back.
import type { APIRequestContext, FrameLocator, Locator } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { type Demo, expect, test } from "../support/demo.ts";
import { alive, answer, bubble, composer, open, row } from "../support/inbox.ts";
import { type Customer, heard, newCustomer } from "../support/customer.ts";
import { shown } from "../support/platform.ts";

test.use({ bot: true, conversations: 20 });

test("the bot greets, a person takes over, the bot is silent, and goes on when it is resumed", async ({ inbox, demo, request }) => {
  const customer = await newCustomer(request, demo, "Botanist");
  await alive(inbox);
  await writes(request, demo, customer, "Hello there");
  await open(inbox, customer.name);
  await expect(bubble(inbox, "this is the assistant of Acorn Bikes")).toBeVisible();
  await expect(banner(inbox, "running")).toBeVisible();
  await expect(composer(inbox)).toBeHidden();
  await writes(request, demo, customer, "When are you open?");
  await expect(bubble(inbox, "Monday to Friday")).toBeVisible();

  await banner(inbox, "running").getByRole("button", { name: "Handoff" }).click();
  await expect(banner(inbox, "handoff")).toBeVisible();
  expect(await colour(banner(inbox, "handoff"))).toBe("yellow");
  await answer(inbox, "A person here. How are you?");
  await expect(bubble(inbox, "A person here")).toHaveAttribute("data-delivery", /sent|delivered|read/);
  await writes(request, demo, customer, "When are you open, again?");
  await expect(bubble(inbox, "again?")).toBeVisible();
  await quiet(request, demo, customer, 2);

  await banner(inbox, "handoff").getByRole("button", { name: "Resume" }).click();
  await expect(banner(inbox, "running")).toBeVisible();
  await expect(composer(inbox)).toBeHidden();
  await writes(request, demo, customer, "Where is my order?");
  await expect(bubble(inbox, "AB-1207")).toBeVisible();
});

test("asked for a person, the bot hands over and says so", async ({ inbox, demo, request }) => {
  const customer = await newCustomer(request, demo, "Asker");
  await alive(inbox);
  await writes(request, demo, customer, "I want to talk to a human");
  await open(inbox, customer.name);
  await expect(bubble(inbox, "I call somebody from the team")).toBeVisible();
  await expect(banner(inbox, "handoff")).toBeVisible();
  await expect(composer(inbox)).toBeEnabled();
});

test("a bot that breaks down shows red, and people may write", async ({ inbox, demo, request }) => {
  const customer = await newCustomer(request, demo, "Breaker");
  await alive(inbox);
  await writes(request, demo, customer, "Hello");
  await open(inbox, customer.name);
  await expect(banner(inbox, "running")).toBeVisible();
  await writes(request, demo, customer, "Breakdown please");
  await expect(banner(inbox, "failed")).toContainText("broke down");
  expect(await colour(banner(inbox, "failed"))).toBe("red");
  await expect(composer(inbox)).toBeEnabled();
});

test("what is sent past the page while the bot is at work is refused", async ({ inbox, demo, request }) => {
  const customer = await newCustomer(request, demo, "Bypasser");
  await alive(inbox);
  await writes(request, demo, customer, "Hello");
  await expect(row(inbox, customer.name)).toBeVisible();
  const { url } = demo.embeds.project;
  await expect.poll(async () => (await shown(request, url, customer.name)).length).toBe(1);
  const [conversation] = await shown(request, url, customer.name);
  const draft = { id: randomUUID(), conversation, reply_to: null, body: { text: "Let me through" } };
  const send = () => request.post(`${url}/api/messages/send`, { data: { draft } });
  const refused = await send();
  expect(refused.status(), await refused.text()).toBe(409);
  expect(await refused.text()).toContain("Automation is replying");
  expect(await heard(request, demo, customer)).not.toContain("Let me through");

  // The same message is let through once a person has taken over: it was refused for that and for nothing else.
  await open(inbox, customer.name);
  await banner(inbox, "running").getByRole("button", { name: "Handoff" }).click();
  await expect(banner(inbox, "handoff")).toBeVisible();
  expect((await send()).status()).toBe(200);
  await expect.poll(() => heard(request, demo, customer)).toContain("Let me through");
});

test("what happened is told in plain words, in the page's language", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Lectora");
  await page.goto(`${demo.embeds.project.url}?language=es`);
  await page.locator("body[data-hydrated]").waitFor();
  await writes(request, demo, customer, "Hola");
  await open(page, customer.name);
  await page.locator(".banner[data-automation='running']").getByRole("button").click();
  await page.locator(".banner[data-automation='handoff']").getByRole("button").click();
  await expect(page.locator(".banner[data-automation='running']")).toBeVisible();
  await page.getByRole("tab").last().click();
  const run = page.locator(".run").first();
  await expect(run).toContainText("Automatización iniciada");
  await expect(run).toContainText("Una persona tomó el relevo en la bandeja de entrada.");
  await expect(run).toContainText("Una persona devolvió la conversación en la bandeja de entrada.");
  await expect(run).not.toContainText(/execution|Execution|A person/);
});

/// What people call the colour of a banner, light as it may be.
function colour(banner: Locator): Promise<string> {
  return banner.evaluate((element) => {
    const context = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
    context.fillStyle = getComputedStyle(element).backgroundColor;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    const most = Math.max(red, green, blue);
    const least = Math.min(red, green, blue);
    if (most - least < 8) return "grey";
    if (most !== red) return most === green ? "green" : "blue";
    return (green - least) / (most - least) > 0.4 ? "yellow" : "red";
  });
}

const banner = (inbox: FrameLocator, automation: string) => inbox.locator(`.banner[data-automation="${automation}"]`);

async function writes(request: APIRequestContext, demo: Demo, customer: Customer, text: string) {
  const phone_number_id = demo.assistant!.number.phone_number_id;
  const data = { phone_number_id, from: customer.phone, type: "text", text };
  const said = await request.post(`${demo.sandbox_url}/sandbox/messages`, { data });
  expect(said.ok(), await said.text()).toBe(true);
}

/// For a while the bot has said no more than this.
async function quiet(request: APIRequestContext, demo: Demo, customer: Customer, said: number) {
  const bots = async () => {
    const sends = await (await request.get(`${demo.sandbox_url}/sandbox/sends`)).json();
    const texts = sends.filter((send: { customer: string }) => send.customer === customer.phone);
    return texts.filter((send: { body: object }) => !JSON.stringify(send.body).includes("A person here")).length;
  };
  await new Promise((after) => setTimeout(after, 1500));
  expect(await bots()).toBe(said);
}
