// Files from the phone: shown with their size, downloaded as what they are, and never run.
import { readFile } from "node:fs/promises";
import { newCustomer, says, sendsFile } from "../support/customer.ts";
import { expect, test } from "../support/demo.ts";
import { alive, bubble, open } from "../support/inbox.ts";
import { picture } from "../support/picture.ts";
import { talk } from "../support/talk.ts";

test("a picture from the phone appears with its place kept", async ({ inbox, demo, request }) => {
  const customer = await newCustomer(request, demo, "Painter");
  await alive(inbox);
  await says(request, demo, customer, "Look");
  await open(inbox, customer.name);
  await sendsFile(request, demo, customer, { kind: "image", bytes: picture(300, 150), type: "image/png", name: "a.png" });
  const image = inbox.locator(".bubble img[src^='?media=']").last();
  await expect(image).toBeVisible();
  await expect.poll(() => image.evaluate((it: HTMLImageElement) => [it.naturalWidth, it.naturalHeight])).toEqual([300, 150]);
  const [width, height] = await Promise.all([image.getAttribute("width"), image.getAttribute("height")]);
  expect(Number(width) / Number(height)).toBeCloseTo(2, 1);
});

test("a document is downloaded under its own name, byte by byte", async ({ inbox, demo, request, page }) => {
  const customer = await newCustomer(request, demo, "Reader");
  const bytes = Buffer.from("%PDF-1.4 made up");
  await alive(inbox);
  await says(request, demo, customer, "Here it is");
  await open(inbox, customer.name);
  await sendsFile(request, demo, customer, { kind: "document", bytes, type: "application/pdf", name: "Größe.pdf" });
  const link = inbox.locator(".bubble a[href^='?media=']").last();
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toBe("Größe.pdf");
  expect(await readFile(await download.path())).toEqual(bytes);
});

test("the demo's film plays and its sticker is drawn", async ({ page, demo }) => {
  await page.goto(`${demo.embeds.project.url}?status=all`);
  await alive(page);
  const search = page.getByRole("searchbox", { name: "Search messages, names and phone numbers" });
  await search.fill("First metres");
  await page.getByRole("region", { name: "Messages" }).locator(".hit").first().click();
  await bubble(page, "First metres!").first().locator("button[data-video]").click();
  const film = page.locator("dialog video");
  await film.evaluate(async (film: HTMLVideoElement) => {
    film.muted = true;
    await film.play();
  });
  expect(await film.evaluate((film: HTMLVideoElement) => [film.videoWidth, Math.round(film.duration)])).toEqual([240, 2]);
  await page.locator("dialog").getByRole("button", { name: "Close" }).click();

  await search.fill("neighbour at number 12");
  await page.getByRole("region", { name: "Messages" }).locator(".hit", { hasText: "neighbour" }).first().click();
  const sticker = page.locator(".bubble img.sticker").first();
  await sticker.scrollIntoViewIfNeeded();
  await expect.poll(() => sticker.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(512);
});

test("a page that says that it is a picture runs nowhere", async ({ inbox, demo, request, context }) => {
  const customer = await newCustomer(request, demo, "Liar");
  const bytes = Buffer.from("<!doctype html><script>document.title = 'run'; opener?.postMessage('run', '*')</script>");
  await alive(inbox);
  await says(request, demo, customer, "Look at this");
  await open(inbox, customer.name);
  await sendsFile(request, demo, customer, { kind: "image", bytes, type: "image/jpeg", name: "a.jpg" });
  const row = inbox.locator(".bubble a.file");
  await expect(row).toContainText("Photo");
  await expect(inbox.locator(".bubble").last().locator("img")).toHaveCount(0);
  const id = await fileOf(inbox);
  const embed_url = demo.embeds.project.url;
  const answer = await request.get(`${embed_url}?media=${id}`);
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment/);
  expect(answer.headers()["content-type"]).toBe("application/octet-stream");
  // Opened by itself it is a download, and no page.
  const other = await context.newPage();
  const downloads = other.waitForEvent("download");
  await other.goto(`${embed_url}?media=${id}`).catch(() => undefined);
  await downloads;
  expect(await other.title()).not.toBe("run");
});

test("what the browser cannot draw stands as a document, also where it failed before scripts ran", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Torn");
  const head = Buffer.concat([picture(300, 150).subarray(0, 8), Buffer.from("and nothing of a picture")]);
  await sendsFile(request, demo, customer, { kind: "image", bytes: head, type: "image/png", name: "torn.png" });
  await sendsFile(request, demo, customer, { kind: "audio", bytes: Buffer.from("#!AMR\n no sound"), type: "audio/amr", name: "a.amr" });
  const documents = page.locator(".bubble a.file");
  await expect(documents).toHaveText([/Photo/, /Audio/]);
  await expect(page.locator(".bubble .picture, .bubble audio")).toHaveCount(0);
  await page.reload();
  await expect(documents).toHaveText([/Photo/, /Audio/]);
  const [download] = await Promise.all([page.waitForEvent("download"), documents.first().click()]);
  expect(await readFile(await download.path())).toEqual(head);
});

/// The id of the newest file in the open thread, whatever it is drawn as.
async function fileOf(inbox: import("@playwright/test").FrameLocator): Promise<string> {
  const drawn = inbox.locator(".bubble [src^='?media='], .bubble [href^='?media=']").last();
  await drawn.waitFor({ state: "attached" });
  const address = (await drawn.getAttribute("href")) ?? (await drawn.getAttribute("src")) ?? "";
  return new URLSearchParams(address).get("media") ?? "";
}
