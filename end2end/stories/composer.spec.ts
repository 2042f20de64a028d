// Everything that can be written: files, forms with a preview, templates, emoji, drafts.
import { picture } from "../support/picture.ts";
import { expect, test } from "../support/demo.ts";
import { alive, asks, bubble, bubbles, composer, open, row } from "../support/inbox.ts";
import { type Sent, sent } from "../support/customer.ts";
import { begin, fill, press, send, sheet } from "../support/sheet.ts";
import { talk } from "../support/talk.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC",
  "base64",
);
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

test("files go out with the text below the first of them", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Files");
  await page.getByTestId("attach").setInputFiles([
    { name: "bike.png", mimeType: "image/png", buffer: PNG },
    { name: "offer.pdf", mimeType: "application/pdf", buffer: PDF },
  ]);
  await expect(page.getByTestId("attachment")).toHaveCount(2);
  await composer(page).fill("As promised");
  await composer(page).press("Enter");
  await expect(page.getByTestId("attachment")).toHaveCount(0);
  await expect.poll(async () => (await sent(request, demo, customer)).length).toBe(2);
  const bodies = await sent(request, demo, customer);
  expect(bodies.find((body) => body.type === "image")?.image.caption).toBe("As promised");
  expect(bodies.find((body) => body.type === "document")?.document.filename).toBe("offer.pdf");
});

test("words beside a sound are no caption, and nobody says that they are", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Sound");
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0xc0]);
  const song = Buffer.concat(Array.from({ length: 38 }, () => frame));
  await page.getByTestId("attach").setInputFiles([{ name: "song.mp3", mimeType: "audio/mpeg", buffer: song }]);
  await expect(page.getByTestId("attachment")).toHaveCount(1);
  await expect(composer(page)).toHaveAttribute("placeholder", "Write a message");
  await page.getByTestId("attach").setInputFiles([{ name: "bike.png", mimeType: "image/png", buffer: PNG }]);
  await expect(page.getByTestId("attachment")).toHaveCount(2);
  await expect(composer(page)).toHaveAttribute("placeholder", "Add a caption");
  await page.getByRole("button", { name: "Remove bike.png" }).click();
  await composer(page).fill("Listen");
  await composer(page).press("Enter");
  await expect.poll(async () => (await sent(request, demo, customer)).map((body) => body.type).sort()).toEqual(["audio", "text"]);
});

test("what WhatsApp does not take is said before it is sent", async ({ page, demo, request }) => {
  await talk(page, request, demo, "Too large");
  await composer(page).evaluate((field) => {
    const data = new DataTransfer();
    data.items.add(new File(["heic"], "photo.heic", { type: "image/heic" }));
    data.items.add(new File([new Uint8Array(6 << 20)], "large.png", { type: "image/png" }));
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText("It takes JPEG and PNG photos")).toBeVisible();
  await expect(page.getByText("6.0 MB are too many: WhatsApp takes up to 5.0 MB.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send", exact: true })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Try again" }), "it would be refused again").toHaveCount(0);
  await page.getByRole("button", { name: "Remove photo.heic" }).click();
  await page.getByRole("button", { name: "Remove large.png" }).click();
  await expect(page.getByRole("button", { name: "Record a voice message" })).toBeVisible();
});

test("a pasted picture and a dropped file land in the tray", async ({ page, demo, request }) => {
  await talk(page, request, demo, "Dropper");
  const hand = (kind: string, target: string) =>
    page.locator(target).evaluate((element, kind) => {
      const data = new DataTransfer();
      data.items.add(new File(["hello"], `${kind}.txt`, { type: "text/plain" }));
      const event =
        kind === "paste"
          ? new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
      element.dispatchEvent(event);
    }, kind);
  await hand("paste", ".composer textarea");
  await expect(page.getByTestId("attachment")).toHaveCount(1);
  await hand("dragover", ".thread");
  await expect(page.locator(".drop-zone")).toBeVisible();
  await hand("drop", ".thread");
  await expect(page.locator(".drop-zone")).toHaveCount(0);
  await expect(page.getByTestId("attachment")).toHaveCount(2);
});

test("cells that are pasted with a picture of themselves stay a text", async ({ page, demo, request }) => {
  await talk(page, request, demo, "Cells");
  const bytes = [...picture(30, 20)];
  const paste = (text: string, name: string) =>
    composer(page).evaluate(
      (field, { text, name, bytes }) => {
        const data = new DataTransfer();
        data.setData("text/plain", text);
        data.items.add(new File([new Uint8Array(bytes)], name, { type: "image/png" }));
        const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
        return field.dispatchEvent(event);
      },
      { text, name, bytes },
    );
  expect(await paste("Size\tPrice\nM\t1,200", "image.png"), "the browser pastes the text").toBe(true);
  await expect(page.getByTestId("attachment")).toHaveCount(0);
  expect(await paste("bike.png", "bike.png"), "a file with its name").toBe(false);
  await expect(page.getByTestId("attachment")).toHaveCount(1);
});

test("of more than ten files it is said which were left out", async ({ page, demo, request }) => {
  await talk(page, request, demo, "Many");
  const file = (nth: number) => ({ name: `page-${nth}.pdf`, mimeType: "application/pdf", buffer: PDF });
  await page.getByTestId("attach").setInputFiles([...Array(12).keys()].map(file));
  await expect(page.getByTestId("attachment")).toHaveCount(10);
  const said = page.getByRole("alert").filter({ hasText: "10 files go at once." });
  await expect(said).toContainText("page-10.pdf · page-11.pdf");
  await page.getByRole("button", { name: "Remove page-3.pdf" }).click();
  await page.getByTestId("attach").setInputFiles([file(10)]);
  await expect(page.getByTestId("attachment")).toHaveCount(10);
  await expect(said).toHaveCount(0);
});

test("Enter begins a new line for those who want that, and Ctrl with it sends", async ({ page, demo, request }) => {
  await talk(page, request, demo, "Liner");
  await page.getByLabel("Display", { exact: true }).click();
  await page.getByRole("radio", { name: "Begins a new line" }).check();
  await page.reload();
  await alive(page);
  await composer(page).fill("one");
  await composer(page).press("Enter");
  await composer(page).pressSequentially("two");
  await expect(composer(page)).toHaveValue("one\ntwo");
  await composer(page).press("ControlOrMeta+Enter");
  await expect(composer(page)).toHaveValue("");
  await expect(bubbles(page).last()).toContainText("two");
  await page.getByLabel("Display", { exact: true }).click();
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await expect(page.locator(".keys-row").filter({ hasText: "Send what you wrote" })).toContainText("Ctrl");
});

test("an upload that the server refuses stays with words, and can be tried again", async ({ page, demo, request, noise }) => {
  noise.expect(/422/);
  const customer = await talk(page, request, demo, "Retry");
  let refused = 0;
  await page.route(/\/media\//, async (route) => {
    refused += 1;
    if (refused > 1) return route.continue();
    await route.fulfill({ status: 422, contentType: "application/json", body: '{"error":"file: it looks damaged"}' });
  });
  await page.getByTestId("attach").setInputFiles([{ name: "bike.png", mimeType: "image/png", buffer: PNG }]);
  const why = page.getByText("The server did not take the file.");
  await expect(why).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(why).toHaveCount(0);
  await composer(page).press("Enter");
  await expect.poll(async () => (await sent(request, demo, customer)).map((body) => body.type)).toEqual(["image"]);
});

test("buttons are made with a preview, and what was typed survives closing", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Buttons");
  await begin(page, "Buttons");
  await press(page);
  await expect(sheet(page).getByText("Write something").first()).toBeVisible();
  await page.locator("[name='body']").fill("Which one?");
  await page.locator("[name='action.buttons.0']").fill("The green one");
  await sheet(page).getByRole("button", { name: "Add button" }).click();
  await expect(page.locator("[name='action.buttons.1']")).toBeFocused();
  await page.keyboard.type("A title that is too long");
  await expect(sheet(page).getByText("24/20")).toBeVisible();
  await page.locator("[name='action.buttons.1']").fill("The blue one");
  await expect(page.locator(".seen")).toContainText("The blue one");
  await page.keyboard.press("Escape");
  await expect(sheet(page)).not.toBeVisible();
  await begin(page, "Buttons");
  await expect(page.locator("[name='body']")).toHaveValue("Which one?");
  await sheet(page).getByRole("button", { name: "Move Button 2 up" }).click();
  await send(page);
  await expect.poll(async () => (await sent(request, demo, customer)).length).toBe(1);
  const [body] = await sent(request, demo, customer);
  const titles = body.interactive.action.buttons.map((button: Sent) => button.reply.title);
  expect(titles).toEqual(["The blue one", "The green one"]);
  await expect(bubble(page, "Which one?")).toBeVisible();
});

test("a list, a link, a question for the location, a place and a card", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Kinds");
  const made = async (fields: Record<string, string>) => {
    await fill(page, fields);
    await send(page);
  };
  await begin(page, "List");
  await made({
    body: "Choose",
    "action.button": "See",
    "action.sections.0.rows.0.title": "Single",
    "action.sections.0.rows.0.description": "One bed",
  });
  await begin(page, "Link button");
  await made({ body: "Look", "action.label": "Open", "action.url": "https://example.com" });
  await begin(page, "Ask for location");
  await made({ body: "Where are you?" });
  await begin(page, "Location");
  await made({ name: "Shop", latitude: "57,7", longitude: "11.9" });
  await begin(page, "Contact card");
  await made({ "cards.0.name": "Ana Costa", "phones.0": "+351 912 345 678" });
  const kinds = async () =>
    (await sent(request, demo, customer)).map((body) => body.interactive?.type ?? body.type).sort();
  await expect.poll(kinds).toEqual(["contacts", "cta_url", "list", "location", "location_request_message"]);
});

test("a template is found, filled and sent", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Template");
  await begin(page, "Template");
  const first = page.locator(".shelf-one").first();
  await expect(first).toBeVisible();
  await page.getByRole("searchbox", { name: "Search templates" }).fill("no such template at all");
  await expect(page.getByText("No template matches.")).toBeVisible();
  await page.getByRole("searchbox", { name: "Search templates" }).fill("");
  // One without a file in its header, whatever the number has.
  for (const one of await page.locator(".shelf-one").all()) {
    await one.click();
    if ((await page.locator(".ask [type=file]").count()) === 0) break;
    await page.getByRole("button", { name: "Back" }).click();
  }
  for (const input of await page.locator(".ask input.input").all()) {
    const name = (await input.getAttribute("name")) ?? "";
    await input.fill(/tude$/.test(name) ? "10" : "Mara");
  }
  await send(page);
  await expect.poll(async () => (await sent(request, demo, customer)).map((body) => body.type)).toEqual(["template"]);
});

test("an emoji lands at the caret, and marks go around what is selected", async ({ page, demo, request }) => {
  await talk(page, request, demo, "Emoji");
  await composer(page).fill("ab");
  await composer(page).press("ArrowLeft");
  await page.getByRole("button", { name: "Emoji", exact: true }).click();
  await page.locator(".emoji-one", { hasText: "👍" }).click();
  await expect(composer(page)).toHaveValue("a👍b");
  await composer(page).press("ControlOrMeta+A");
  await composer(page).press("ControlOrMeta+b");
  await expect(composer(page)).toHaveValue("*a👍b*");
});

test("emoji are found by a word, walked by rows, and those used lately stand first", async ({ page, demo, request }) => {
  await talk(page, request, demo, "Seeker");
  const tool = page.getByRole("button", { name: "Emoji", exact: true });
  const search = page.getByRole("searchbox", { name: "Search emoji" });
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await tool.click();
  await expect(search).toBeFocused();
  await search.fill("Red Heart");
  await expect(page.locator(".emoji-one")).toHaveText(["❤️"]);
  await search.press("Enter");
  await expect(composer(page)).toHaveValue("❤️");
  await tool.click();
  await expect(page.locator(".emoji-group").first()).toContainText("Used lately");
  await expect(page.locator(".emoji-group").first().locator(".emoji-one")).toHaveText(["❤️"]);
  await search.press("ArrowDown");
  expect(await focused()).toBe("❤️");
  await page.keyboard.press("ArrowDown");
  expect(await focused(), "the row below").toBe("😀");
  await page.keyboard.press("ArrowRight");
  expect(await focused()).toBe("😃");
  await page.keyboard.press("ArrowDown");
  const place = (text: string) => page.locator(".emoji-one").getByText(text, { exact: true }).boundingBox();
  const [above, below] = [await place("😃"), await place((await focused()) ?? "")];
  expect(below?.x).toBeCloseTo(above?.x ?? 0, 0);
  expect(below?.y).toBeGreaterThan(above?.y ?? 0);
  for (const _ of [1, 2, 3]) await page.keyboard.press("ArrowUp");
  await expect(search).toBeFocused();
  await search.fill("no such thing");
  await expect(page.getByText("No emoji matches.")).toBeVisible();
  await search.press("Escape");
  await expect(search).toHaveCount(0);
  await expect(composer(page)).toBeFocused();
});

test("a saved reply is found by its shortcut", async ({ page, demo, request }) => {
  const replies = [
    { id: "018f0000-0000-7000-8000-000000000001", shortcut: "hello", text: "Hello {{name}}, how can we help?" },
    { id: "018f0000-0000-7000-8000-000000000002", shortcut: "hours", text: "We open at nine." },
  ];
  await page.route("**/api/saved_replies/mine", (route) => route.fulfill({ json: replies }));
  await talk(page, request, demo, "Saved");
  await composer(page).fill("/h");
  await expect(page.locator(".saved-one")).toHaveCount(2);
  const chosen = async () => page.locator(`#${await composer(page).getAttribute("aria-activedescendant")}`);
  await expect(await chosen()).toContainText("/hello");
  await composer(page).press("ArrowDown");
  await expect(await chosen()).toContainText("/hours");
  await expect(await chosen()).toHaveAttribute("aria-selected", "true");
  await composer(page).press("ArrowUp");
  await composer(page).press("Enter");
  await expect(composer(page)).toHaveValue("Hello Saved, how can we help?");
  await composer(page).fill("/nine");
  await expect(page.locator(".saved-one")).toHaveText(/hours/);
  await composer(page).press("Escape");
  await expect(page.locator(".saved-one")).toHaveCount(0);
  await expect(composer(page)).not.toHaveAttribute("aria-activedescendant");
});

test("what was begun is there again after another conversation and after a reload", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Draft");
  await composer(page).fill("Not finished");
  await open(page, "Mara Lindqvist");
  await expect(composer(page)).toHaveValue("");
  await open(page, customer.name);
  await expect(composer(page)).toHaveValue("Not finished");
  await page.reload();
  await alive(page);
  await expect(composer(page)).toHaveValue("Not finished");
  await composer(page).press("Enter");
  await expect(bubbles(page).last()).toContainText("Not finished");
  await page.reload();
  await alive(page);
  await expect(composer(page)).toHaveValue("");
});

test("files wait in their conversation, and the page is not left without a question", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Tray");
  await page.getByTestId("attach").setInputFiles([{ name: "offer.pdf", mimeType: "application/pdf", buffer: PDF }]);
  await expect(page.getByTestId("attachment")).toHaveCount(1);
  await open(page, "Mara Lindqvist");
  await expect(page.getByTestId("attachment")).toHaveCount(0);
  await expect(row(page, customer.name)).toContainText("Draft: Document");
  await open(page, customer.name);
  await expect(page.getByTestId("attachment")).toContainText("offer.pdf");
  await asks(page);
  await composer(page).press("Enter");
  await expect.poll(async () => (await sent(request, demo, customer)).map((body) => body.type)).toEqual(["document"]);
});
