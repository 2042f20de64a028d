// What people see when things go wrong, and how they get out of it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { heard, newCustomer, says } from "../support/customer.ts";
import { expect, test } from "../support/demo.ts";
import { alive, answer, bubble, bubbles, composer, line, open, row, rows } from "../support/inbox.ts";
import { binary, startDemo } from "../support/process.ts";

const LOUD = /ERR_|Failed to fetch|Failed to load resource|WebSocket/;

test("the bar counts what waits, and says what was missed", async ({ page, context, demo, request, noise }) => {
  noise.expect(LOUD);
  const customer = await newCustomer(request, demo, "Tunnel");
  await says(request, demo, customer, "Are you on the train?");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await expect(line(page)).toHaveAttribute("data-line", "live");

  await context.setOffline(true);
  await expect(page.getByText("Offline. What you write is sent when you are back.")).toBeVisible();
  await answer(page, "In a tunnel");
  await expect(page.getByText("Offline. 1 message will be sent when you are back.")).toBeVisible();
  await answer(page, "Still in it");
  await expect(page.getByText("Offline. 2 messages will be sent when you are back.")).toBeVisible();
  for (const nth of [1, 2, 3]) await says(request, demo, customer, `Hello ${nth}?`);
  // Accepted is not applied yet, and only what was applied is missed.
  const filter = { status: "all", search: customer.name, number: null, unread: false, handoff: false };
  const listed = () => request.post(`${demo.embeds.project.url}/api/conversations/list`, { data: { filter, after: null } }).then((answer) => answer.text());
  await expect.poll(listed).toContain("Hello 3?");
  await context.setOffline(false);
  await expect(page.getByText("Caught up, 3 new")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("Caught up, 3 new"), "it is said for two seconds").toHaveCount(0, { timeout: 4_000 });
  await expect(bubble(page, "Still in it")).toHaveAttribute("data-delivery", "read", { timeout: 30_000 });
  expect((await heard(request, demo, customer)).sort()).toEqual(["In a tunnel", "Still in it"]);
});

test("coming and going of the line moves neither the list nor the thread", async ({ page, context, demo, request, noise }) => {
  noise.expect(LOUD);
  const customer = await newCustomer(request, demo, "Still");
  for (let nth = 0; nth < 40; nth += 1) await says(request, demo, customer, `line ${nth}`);
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await expect(line(page)).toHaveAttribute("data-line", "live");
  await page.locator(".thread").evaluate((it) => it.scrollTo(0, -400));
  await page.locator(".list-scroll").evaluate((it) => it.scrollTo(0, 500));
  await page.waitForTimeout(400);
  const at = () =>
    page.evaluate(() => {
      const top = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().top;
      return [top(".bubble"), top(".row:nth-child(20)"), top(".composer"), document.querySelector(".thread")?.scrollTop];
    });
  const before = await at();
  await context.setOffline(true);
  await expect(page.getByText("Offline.")).toBeVisible();
  expect(await at(), "while it is lost").toEqual(before);
  await context.setOffline(false);
  await expect(line(page)).toHaveAttribute("data-line", "live", { timeout: 20_000 });
  expect(await at(), "when it is back").toEqual(before);
  await page.waitForTimeout(2_500);
  expect(await at(), "afterwards").toEqual(before);
});

test("a server that restarts while one types costs not a letter", async ({ page, noise }) => {
  test.setTimeout(90_000);
  noise.expect(LOUD);
  const folder = await mkdtemp(`${tmpdir()}/oriel-restart-`);
  const { demo, stop } = await startDemo(20, false, folder);
  let serving: ReturnType<typeof spawn> | undefined;
  try {
    await page.goto(demo.embeds.project.url);
    await alive(page);
    await open(page, "Mara Lindqvist");
    await composer(page).pressSequentially("One moment, I am ");
    await stop();
    await expect(line(page)).toHaveAttribute("data-line", "lost");
    await composer(page).pressSequentially("looking it up");
    await expect(composer(page)).toHaveValue("One moment, I am looking it up");
    await composer(page).press("Enter");
    await expect(page.getByText("Offline. 1 message will be sent when you are back.")).toBeVisible();
    const address = `127.0.0.1:${new URL(demo.server_url).port}`;
    const flags = ["--listen", address, "--database-url", `sqlite://${folder}/oriel.db`, "--media-dir", `${folder}/media`];
    const taken = page.waitForResponse((answer) => answer.url().endsWith("/api/messages/send") && answer.ok(), { timeout: 60_000 });
    serving = spawn(binary(), ["serve", ...flags, "--graph-url", `${demo.sandbox_url}/v24.0`, "--log", "error"], { stdio: "ignore" });
    await expect(line(page)).toHaveAttribute("data-line", "live", { timeout: 40_000 });
    await expect(page.getByText("1 message will be sent")).toHaveCount(0, { timeout: 30_000 });
    await taken;
    // The server has it: somebody else's page shows it too.
    await page.reload();
    await expect(bubble(page, "One moment, I am looking it up")).toHaveCount(1);
  } finally {
    if (serving) {
      const exited = serving.exitCode === null ? once(serving, "exit") : undefined;
      serving.kill("SIGTERM");
      await exited;
    }
    await rm(folder, { recursive: true, force: true });
  }
});

test("a page that is left while messages wait asks first", async ({ page, context, demo, request, noise }) => {
  noise.expect(LOUD);
  const customer = await newCustomer(request, demo, "Leaver");
  await says(request, demo, customer, "Hello");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await context.setOffline(true);
  await answer(page, "On its way");
  await expect(page.getByText("1 message will be sent")).toBeVisible();
  const asked = page.waitForEvent("dialog");
  const closed = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await closed;
  await context.setOffline(false);
  await expect(bubble(page, "On its way")).toHaveAttribute("data-delivery", "read", { timeout: 30_000 });
});

test("a page that breaks says so, and is whole again after a reload", async ({ page, demo, noise }) => {
  // Chromium keeps a page that a test has touched from its own machine.
  noise.expect(/panicked|unreachable|RuntimeError|thrown|LOCAL_NETWORK_ACCESS/);
  // A page that somebody else has changed on its way: what is there is not what the scripts expect.
  await page.route(demo.embeds.project.url, async (route) => {
    const answer = await route.fetch();
    const body = await answer.text();
    await route.fulfill({ response: answer, body: body.replace(/<h1[^>]*>[\s\S]*?<\/h1>/, "") });
  });
  await page.goto(demo.embeds.project.url);
  await expect(page.getByRole("heading", { name: "Something broke" })).toBeVisible();
  await page.unrouteAll();
  await page.getByRole("link", { name: "Reload" }).click();
  await alive(page);
  await expect(page.getByRole("heading", { name: "Something broke" })).toBeHidden();
  await expect(rows(page).first()).toBeVisible();
});

for (const [what, pattern] of [
  ["script", /\/pkg\/.*\.js$/],
  ["module", /\/pkg\/.*\.wasm$/],
] as const) {
  test(`a page whose ${what} cannot be loaded has a way out`, async ({ page, demo, noise }) => {
    noise.expect(/ERR_|Failed to fetch|thrown/);
    let away = true;
    await page.route(pattern, (route) => (away ? route.abort() : route.continue()));
    await page.goto(demo.embeds.project.url);
    await expect(page.getByRole("heading", { name: "Something broke" })).toBeVisible();
    away = false;
    await page.getByRole("link", { name: "Reload" }).click();
    await alive(page);
    await expect(page.getByRole("heading", { name: "Something broke" })).toBeHidden();
  });
}

for (const [what, file] of [
  ["part", /\/pkg\/.*\.wasm$/],
  ["part's style", /\/pkg\/later-.*\.css$/],
] as const) {
  test(`a ${what} that cannot be loaded says so where it would be, and comes when it is tried again`, async ({ page, demo, noise }) => {
    noise.expect(/ERR_|Failed to fetch|no style/);
    let away = what !== "part";
    await page.route(file, (route) => (away ? route.abort() : route.continue()));
    await page.goto(demo.embeds.project.url);
    await alive(page);
    await open(page, "Mara Lindqvist");
    away = true;
    await page.getByRole("button", { name: "More to send" }).click();
    await expect(page.getByText("This could not be loaded. Is there a connection?").first()).toBeVisible();
    away = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.locator(".more-choice").first()).toBeVisible();
    await expect(page.locator(".over")).toHaveCSS("position", "absolute");
  });
}

test("a conversation that cannot be opened says why, with the way back and another try", async ({ page, demo, noise }) => {
  noise.expect(/ERR_|503/);
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await page.route("**/api/conversations/open", (route) => route.abort());
  await row(page, "Mara Lindqvist").first().locator("a").click();
  await expect(page.getByRole("alert")).toContainText("The conversation could not be loaded");
  await page.unrouteAll();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Mara Lindqvist" })).toBeVisible();
});

test("a message that is refused keeps its words: it can be edited, sent again, deleted", async ({ page, demo, request, noise }) => {
  noise.expect(/409/);
  const customer = await newCustomer(request, demo, "Refused");
  await says(request, demo, customer, "Hello");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await page.route("**/api/messages/send", (route) =>
    route.fulfill({ status: 409, contentType: "application/json", body: JSON.stringify({ conflict: "Somebody was faster." }) }),
  );
  await answer(page, "First try");
  const trouble = page.locator(".trouble").filter({ hasText: "Somebody was faster." });
  await expect(trouble).toBeVisible();
  await trouble.getByRole("button", { name: "Edit" }).click();
  await expect(composer(page)).toBeFocused();
  await expect(composer(page)).toHaveValue("First try");
  await expect(bubbles(page).filter({ hasText: "First try" })).toHaveCount(0);
  await composer(page).press("Enter");
  await expect(trouble).toBeVisible();
  await page.unrouteAll();
  await trouble.getByRole("button", { name: "Send again" }).click();
  await expect(bubble(page, "First try")).toHaveAttribute("data-delivery", "read");
  expect(await heard(request, demo, customer)).toEqual(["First try"]);
});

test("a tab that slept for a day wakes up in step, and its clocks are right", async ({ page, demo, request, noise }) => {
  noise.expect(LOUD);
  const customer = await newCustomer(request, demo, "Sleeper");
  await says(request, demo, customer, "Good night");
  await page.clock.install();
  let asleep = false;
  const lines: (() => void)[] = [];
  await page.routeWebSocket(/\/live/, (socket) => {
    if (asleep) return void socket.close({ code: 1013 });
    const server = socket.connectToServer();
    lines.push(() => void Promise.all([socket.close({ code: 1013 }), server.close()]));
  });
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await expect(page.locator(".day").last()).toHaveText("Today");
  asleep = true;
  for (const end of lines) end();
  await says(request, demo, customer, "Good morning");
  await page.clock.fastForward("25:00:00");
  await expect(page.locator(".day").first()).toHaveText("Yesterday");
  asleep = false;
  await page.clock.runFor(60_000);
  await expect(line(page)).toHaveAttribute("data-line", "live", { timeout: 15_000 });
  await expect(bubble(page, "Good morning")).toHaveCount(1);
});
