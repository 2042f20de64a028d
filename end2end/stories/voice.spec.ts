// Somebody speaks instead of writing.
import { expect, test } from "../support/demo.ts";
import { alive, asks, bubbles, open, row } from "../support/inbox.ts";
import { newCustomer, says } from "../support/customer.ts";
import { readOgg } from "../support/ogg.ts";

interface Send {
  customer: string;
  body: { audio?: { id: string; voice?: boolean } };
}

test.use({
  permissions: ["microphone"],
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
    await use({ ...launchOptions, args });
  },
});

test("a voice message reaches WhatsApp as Opus in OGG", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Listener");
  await says(request, demo, customer, "Tell me in your own words");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await page.getByRole("button", { name: "Record a voice message" }).click();
  await expect(page.getByRole("timer")).toHaveText("0:02", { timeout: 10_000 });
  await page.getByRole("button", { name: "Stop" }).click();
  // It can be heard before it is sent.
  const player = page.locator("audio.voice-player");
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.duration)).toBeGreaterThan(1);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(bubbles(page).last()).toHaveAttribute("data-kind", "voice");
  await expect(bubbles(page).last()).toHaveAttribute("data-delivery", /delivered|read|played/, { timeout: 10_000 });

  // How long it is shows before anybody plays it, and the bubble keeps its height.
  const heard = bubbles(page).last().locator("audio");
  await expect.poll(() => heard.evaluate((audio: HTMLAudioElement) => audio.duration)).toBeGreaterThan(1);
  expect(await heard.evaluate((audio: HTMLAudioElement) => audio.played.length)).toBe(0);

  const sends: Send[] = await (await request.get(`${demo.sandbox_url}/sandbox/sends`)).json();
  const sent = sends.find((send) => send.customer === customer.phone)?.body.audio;
  expect(sent?.voice).toBe(true);
  const file = readOgg(await (await request.get(`${demo.sandbox_url}/sandbox/media/${sent?.id}`)).body());
  expect(file.packets[0].toString("latin1", 0, 8)).toBe("OpusHead");
  expect(file.packets[0][9], "one channel").toBe(1);
  expect(file.packets[1].toString("latin1", 0, 8)).toBe("OpusTags");
  expect(file.length).toBeGreaterThan(1.5);
  expect(file.length).toBeLessThan(6);
});

test("a recording can be thrown away, and the microphone is let go", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Unheard");
  await says(request, demo, customer, "Hello?");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await page.getByRole("button", { name: "Record a voice message" }).click();
  await expect(page.getByRole("timer")).toHaveText("0:01", { timeout: 10_000 });
  await page.getByRole("button", { name: "Throw the recording away" }).click();
  await expect(page.getByRole("textbox", { name: "Message" })).toBeVisible();
  await expect(bubbles(page)).toHaveCount(1);
});

test("a refused microphone is explained", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Refused");
  await says(request, demo, customer, "Hello?");
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await page.getByRole("button", { name: "Record a voice message" }).click();
  await expect(page.getByRole("alert")).toContainText("Allow it in the address bar");
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("textbox", { name: "Message" })).toBeVisible();
});

test("what was spoken waits in its conversation, and the page is not left without a question", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Interrupted");
  await says(request, demo, customer, "Tell me");
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await page.getByRole("button", { name: "Record a voice message" }).click();
  await expect(page.getByRole("timer")).toHaveText("0:02", { timeout: 10_000 });
  await asks(page);
  await open(page, "Mara Lindqvist");
  await expect(page.getByRole("textbox", { name: "Message" })).toBeVisible();
  await expect(row(page, customer.name)).toContainText("Draft: Voice message");
  await open(page, customer.name);
  const player = page.locator("audio.voice-player");
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.duration)).toBeGreaterThan(1);
  await asks(page);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(bubbles(page).last()).toHaveAttribute("data-kind", "voice");
  await expect(bubbles(page).last()).toHaveAttribute("data-delivery", /delivered|read|played/, { timeout: 10_000 });
  await open(page, "Mara Lindqvist");
  await open(page, customer.name);
  await expect(page.getByRole("textbox", { name: "Message" }), "it was sent").toBeVisible();
});

test("a browser that records MP4 only sends an audio file, and says so", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Orchard");
  await says(request, demo, customer, "Tell me");
  await page.addInitScript(() => {
    MediaRecorder.isTypeSupported = (type) => type === "audio/mp4";
  });
  await page.goto(demo.embeds.project.url);
  await alive(page);
  await open(page, customer.name);
  await page.getByRole("button", { name: "Record a voice message" }).click();
  await expect(page.getByRole("timer")).toHaveText("0:02", { timeout: 10_000 });
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("it goes out as an audio file")).toBeVisible();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(bubbles(page).last()).toHaveAttribute("data-kind", "audio");
  await expect(bubbles(page).last()).toHaveAttribute("data-delivery", /delivered|read|played/, { timeout: 10_000 });
  const sends: Send[] = await (await request.get(`${demo.sandbox_url}/sandbox/sends`)).json();
  const sent = sends.find((send) => send.customer === customer.phone)?.body.audio;
  expect(sent?.voice ?? false).toBe(false);
  const file = await request.get(`${demo.sandbox_url}/sandbox/media/${sent?.id}`);
  expect(file.headers()["content-type"]).toBe("audio/mp4");
  expect((await file.body()).toString("latin1", 4, 8)).toBe("ftyp");
});
