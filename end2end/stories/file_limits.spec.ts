// WhatsApp's limits of files: what is at them goes out, one byte more is refused with words, and by the server too.
import type { APIRequestContext, Page } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { sent } from "../support/customer.ts";
import { type Demo, expect, test } from "../support/demo.ts";
import { composer } from "../support/inbox.ts";
import { picture } from "../support/picture.ts";
import { around, begin, field, fill, press, putInHeader, send, sheet } from "../support/sheet.ts";
import { talk } from "../support/talk.ts";

test("a caption has 1024 characters; a longer text is a message of its own", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Caption");
  for (const length of [1024, 1025]) {
    await page.getByTestId("attach").setInputFiles([{ name: "bike.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") }]);
    // A text does not wait for a file that is still on its way.
    await expect(page.getByTestId("attachment")).not.toContainText("Uploading");
    await composer(page).fill("é".repeat(length));
    await composer(page).press("Enter");
    await expect(page.getByTestId("attachment")).toHaveCount(0);
  }
  // Neither WhatsApp nor the two requests promise an order.
  const said = async () => (await sent(request, demo, customer)).map(({ type, document, text }) => `${type} ${document?.caption ?? text?.body ?? ""}`).sort();
  await expect.poll(said).toEqual(["document ", `document ${"é".repeat(1024)}`, `text ${"é".repeat(1025)}`]);
});

const MB = 1 << 20;
/// A picture that stands still, and one that moves, with it as its only frame.
const STILL = Buffer.from("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA", "base64");
const MOVING = moving(STILL.subarray(12));

function moving(image: Buffer): Buffer {
  const chunk = (name: string, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(body.length);
    return Buffer.concat([Buffer.from(name), length, body]);
  };
  const frame = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 0, 0, 0]);
  const parts = [chunk("VP8X", Buffer.from([2, 0, 0, 0, 0, 0, 0, 0, 0, 0])), chunk("ANIM", Buffer.alloc(6)), chunk("ANMF", frame, image)];
  return chunk("RIFF", Buffer.from("WEBP"), ...parts);
}

/// A file of each kind: its most bytes, and the first bytes by which it is known. Zeros follow.
const FILES = [
  { kind: "image", type: "image/png", name: "a.png", most: 5 * MB, said: "5.0 MB", head: [...picture(300, 150)] },
  { kind: "video", type: "video/mp4", name: "a.mp4", most: 16 * MB, said: "16.0 MB", head: [0, 0, 0, 24, ...Buffer.from("ftypisom\0\0\0\0isommp42")] },
  { kind: "audio", type: "audio/mpeg", name: "a.mp3", most: 16 * MB, said: "16.0 MB", head: [...Buffer.from("ID3\x03\0\0\0\0\0\0")] },
  { kind: "document", type: "application/pdf", name: "a.pdf", most: 100 * MB, said: "100.0 MB", head: [...Buffer.from("%PDF-1.4\n")] },
  { kind: "sticker", type: "image/webp", name: "a.webp", most: 500 << 10, said: "500 KB", head: [...MOVING] },
];

/// Made in the page: a file of a hundred megabytes does not fit through the line to the browser.
async function paste(page: Page, file: { type: string; name: string; head: number[] }, bytes: number) {
  await composer(page).evaluate(
    (field, { type, name, head, bytes }) => {
      const content = new Uint8Array(bytes);
      content.set(head);
      const data = new DataTransfer();
      data.items.add(new File([content], name, { type }));
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    },
    { ...file, bytes },
  );
  await expect(page.getByTestId("attachment")).toHaveCount(1);
}

/// Past the page, to the door for files.
async function upload(page: Page, request: APIRequestContext, demo: Demo, file: (typeof FILES)[number], bytes: number) {
  const conversation = new URL(page.url()).searchParams.get("conversation_id");
  const query = `conversation=${conversation}&kind=${file.kind}&name=${file.name}`;
  const data = Buffer.alloc(bytes);
  data.set(file.head);
  const address = `${demo.embeds.project.url}/media/${randomUUID()}?${query}`;
  return request.put(address, { data, headers: { "content-type": file.type } });
}

for (const file of FILES) {
  test(`${file.kind}: a file of ${file.said} goes out, one byte more is refused`, async ({ page, demo, request, noise }) => {
    test.slow();
    // Nobody can play what is zeros.
    noise.expect(/media|decode|ERR_|Failed to load resource/i);
    const customer = await talk(page, request, demo, file.kind);
    const sending = page.getByRole("button", { name: "Send", exact: true });
    await paste(page, file, file.most + 1);
    const over = file.kind === "sticker" ? "501 KB are too many" : "The file is just over the limit";
    await expect(page.getByTestId("attachment")).toContainText(`${over}: WhatsApp takes up to ${file.said}.`);
    await expect(page.getByRole("button", { name: "Try again" }), "it would be refused again").toHaveCount(0);
    await expect(sending).toBeDisabled();
    await page.getByRole("button", { name: `Remove ${file.name}` }).click();
    if (file.most < 100 * MB) {
      const answer = await upload(page, request, demo, file, file.most + 1);
      expect(answer.status()).toBe(413);
      expect((await answer.json()).error).toMatch(/^file: /);
    }
    expect(await sent(request, demo, customer)).toEqual([]);

    await paste(page, file, file.most);
    await sending.click();
    await expect.poll(async () => (await sent(request, demo, customer)).map((body) => body.type), { timeout: 60_000 }).toEqual([file.kind]);
    const [body] = await sent(request, demo, customer);
    const there = await request.get(`${demo.sandbox_url}/sandbox/media/${body[file.kind].id}`);
    expect((await there.body()).length).toBe(file.most);
  });
}

test("a sticker that stands still has 100 KB", async ({ page, demo, request, noise }) => {
  noise.expect(/413|422/);
  const customer = await talk(page, request, demo, "Still");
  const still = { type: "image/webp", name: "still.webp", head: [...STILL] };
  await paste(page, still, (100 << 10) + 1);
  await expect(page.getByTestId("attachment")).toContainText("are too many");
  await expect(page.getByRole("button", { name: "Send", exact: true })).toBeDisabled();
  await page.getByRole("button", { name: "Remove still.webp" }).click();
  expect(await sent(request, demo, customer)).toEqual([]);
  await paste(page, still, 100 << 10);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect.poll(async () => (await sent(request, demo, customer)).map((body) => body.type)).toEqual(["sticker"]);
});

test("what WhatsApp takes as no kind of file is refused", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Types");
  for (const [name, type] of [
    ["photo.heic", "image/heic"],
    ["moving.gif", "image/gif"],
    ["clip.webm", "video/webm"],
    ["bell.wav", "audio/wav"],
    ["all.zip", "application/zip"],
    ["page.html", "text/html"],
    ["drawing.svg", "image/svg+xml"],
  ]) {
    await paste(page, { name, type, head: [1, 2, 3] }, 3);
    await expect(page.getByTestId("attachment")).toContainText("WhatsApp does not take");
    await expect(page.getByRole("button", { name: "Send", exact: true })).toBeDisabled();
    await page.getByRole("button", { name: `Remove ${name}` }).click();
    await expect(page.getByTestId("attachment")).toHaveCount(0);
  }
  await paste(page, { name: "empty.pdf", type: "application/pdf", head: [] }, 0);
  await expect(page.getByTestId("attachment")).toContainText("The file is empty.");
  expect(await sent(request, demo, customer)).toEqual([]);
});

test("the file of a form's header is held to the same, and shows how far it is", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Header");
  const row = sheet(page).getByTestId("attachment");
  await begin(page, "Buttons");
  await field(page, "header.kind").selectOption("image");
  await fill(page, { body: "Which?", "action.buttons.0": "Yes" });
  const large = Buffer.alloc(5 * MB + 1);
  large.set(picture(300, 150));
  await field(page, "header.file").setInputFiles([{ name: "large.png", mimeType: "image/png", buffer: large }]);
  await expect(row).toContainText("just over the limit: WhatsApp takes up to 5.0 MB.");
  await press(page);
  await expect(around(page, "header.file").locator(".ask-problem")).toHaveText("Choose a file");
  expect(await sent(request, demo, customer)).toEqual([]);
  await field(page, "header.file").setInputFiles([{ name: "clip.gif", mimeType: "image/gif", buffer: Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64") }]);
  await expect(row).toContainText("WhatsApp does not take");
  await putInHeader(page, { name: "small.png", mimeType: "image/png", buffer: picture(300, 150) });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("small.png");
  await send(page);
  await expect.poll(async () => (await sent(request, demo, customer)).map(({ interactive }) => interactive.header.type)).toEqual(["image"]);
});
