// Places and times in which little works: no scripts, no storage, a sandbox, no network, no access.
import { expect, test } from "../support/demo.ts";
import { frame } from "../support/hosts.ts";
import { alive, answer, bubble, bubbles, line, open, row, rows } from "../support/inbox.ts";
import { heard, newCustomer, says } from "../support/customer.ts";

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the list shows, a conversation opens, and filters work", async ({ page, demo }) => {
    await page.goto(demo.embeds.project.url);
    await expect(rows(page)).toHaveCount(30);
    // Those whom stories before have written from may stand above her, and nothing more loads by scrolling here.
    await page.getByRole("searchbox").fill("lindq");
    await page.getByRole("searchbox").press("Enter");
    await expect(rows(page)).toHaveCount(1);
    await row(page, "Mara Lindqvist").locator("a").click();
    await expect(page.getByRole("heading", { level: 2, name: "Mara Lindqvist" })).toBeVisible();
    await expect(bubble(page, "And could I collect it on Friday at 10:00?")).toBeInViewport();
  });
});

test("blocked storage costs the memory of the theme and nothing else", async ({ page, demo }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await page.getByLabel("Display", { exact: true }).click();
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await open(page, "Mara Lindqvist");
});

test("a sandboxed frame with scripts and its own origin works", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Sandboxed");
  await page.goto(`${demo.host_url}?sandbox=1`);
  const frame = page.getByTestId("host-inbox");
  await expect(frame).toHaveAttribute("sandbox", /allow-scripts allow-same-origin/);
  const inbox = frame.contentFrame();
  await alive(inbox);
  await says(request, demo, customer, "From the sandbox");
  await open(inbox, customer.name);
  await answer(inbox, "To the sandbox");
  await expect(bubble(inbox, "To the sandbox")).toHaveAttribute("data-delivery", "read");
});

test("what arrived while the line was cut for 30 seconds is there afterwards, once and in order", async ({ page, demo, request }) => {
  test.setTimeout(90_000);
  const customer = await newCustomer(request, demo, "Patient");
  let cut = false;
  const lines: { close: () => Promise<void> }[] = [];
  await page.routeWebSocket(/\/live/, (socket) => {
    if (cut) return void socket.close({ code: 1013 });
    const server = socket.connectToServer();
    lines.push({ close: async () => void (await Promise.all([socket.close({ code: 1013 }), server.close()])) });
  });
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await says(request, demo, customer, "message 0");
  await open(page, customer.name);
  const before = await page.evaluate(() => performance.timeOrigin);

  cut = true;
  for (const each of lines) await each.close();
  await expect(line(page)).toHaveAttribute("data-line", "lost");
  const until = Date.now() + 30_000;
  for (let nth = 1; nth <= 20; nth += 1) await says(request, demo, customer, `message ${nth}`);
  await page.waitForTimeout(until - Date.now());
  await expect(bubbles(page)).toHaveCount(1);

  cut = false;
  await expect(line(page)).toHaveAttribute("data-line", "live", { timeout: 35_000 });
  await expect(bubbles(page)).toHaveCount(21);
  const texts = await bubbles(page).locator(".bubble-text").allTextContents();
  expect(texts).toEqual([...Array(21).keys()].map((nth) => `message ${nth}`));
  expect(await page.evaluate(() => performance.timeOrigin), "the page was not loaded anew").toBe(before);
});

test("what is written without a network goes out when there is one, once", async ({ page, context, demo, request, noise }) => {
  // A part of the page that was not needed before cannot be loaded now.
  noise.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const customer = await newCustomer(request, demo, "Tunnel");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await says(request, demo, customer, "Are you on the train?");
  await open(page, customer.name);
  await context.setOffline(true);
  await answer(page, "In a tunnel");
  await expect(bubble(page, "In a tunnel")).toHaveAttribute("data-delivery", "queued");
  await page.waitForTimeout(2_000);
  await context.setOffline(false);
  await expect(bubble(page, "In a tunnel")).toHaveAttribute("data-delivery", "read", { timeout: 20_000 });
  expect(await heard(request, demo, customer)).toEqual(["In a tunnel"]);
});

test("a token that opens nothing gets a small page, in the frame too", async ({ page, demo, noise, hosts }) => {
  const url = `${demo.server_url}/embed/${"x".repeat(43)}`;
  const answered = page.waitForResponse(url);
  await page.goto(hosts.put("crm.example.com", frame(url)));
  expect((await answered).status()).toBe(401);
  await expect(page.frameLocator("iframe").getByText("This inbox link is not valid")).toBeVisible();
  await noise.must(/401/);
});

test("a narrow frame shows the list or the thread, and leads back", async ({ page, demo }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, "Mara Lindqvist");
  await expect(rows(page).first()).toBeHidden();
  await page.getByRole("button", { name: "Details" }).click();
  await expect(page.getByRole("complementary", { name: "Details" })).toBeVisible();
  await page.getByRole("button", { name: "Close details" }).click();
  await page.getByRole("button", { name: "Back to the list" }).click();
  await expect(rows(page).first()).toBeVisible();
});
