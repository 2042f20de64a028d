// Each of WhatsApp's limits of texts and forms: what is at it goes out, one more is refused with words, and WhatsApp
// hears nothing of it. That the server refuses the same when the page is passed by: server/tests/doors/send_kinds.rs.
import type { Page } from "@playwright/test";
import { sent, type Sent } from "../support/customer.ts";
import { expect, test } from "../support/demo.ts";
import { composer } from "../support/inbox.ts";
import { around, begin, field, fill, pick, press, send, sheet } from "../support/sheet.ts";
import { talk } from "../support/talk.ts";

/// Of so many characters, each of two bytes: Meta counts characters.
const long = (length: number, start = "") => start.padEnd(length, "é");
const tooMany = (length: number, most: number) => `${length.toLocaleString("en")} characters are too many, WhatsApp takes ${most.toLocaleString("en")}`;

interface Limited {
  path: string;
  most: number;
  /// What its value begins with, where not every text will do.
  start?: string;
  /// What stands around it in the text that is counted.
  around?: number;
}

interface Form {
  name: string;
  /// Opens the form, and fills in what is not at a limit.
  prepare: (page: Page) => Promise<void>;
  limits: Limited[];
  /// Reads the values of the limited fields, in their order, from what was sent.
  read: (body: Sent) => string[];
}

async function withTextHeader(page: Page, what: string) {
  await begin(page, what);
  await field(page, "header.kind").selectOption("text");
}

const panel = [
  { path: "header", most: 60 },
  { path: "footer", most: 60 },
];
const ofPanel = ({ interactive }: Sent): string[] => [interactive.header.text, interactive.footer.text, interactive.body.text];

const FORMS: Form[] = [
  {
    name: "Buttons",
    prepare: (page) => withTextHeader(page, "Buttons"),
    limits: [...panel, { path: "body", most: 1024 }, { path: "action.buttons.0", most: 20 }],
    read: (body) => [...ofPanel(body), body.interactive.action.buttons[0].reply.title],
  },
  {
    name: "List",
    prepare: (page) => withTextHeader(page, "List"),
    limits: [
      ...panel,
      { path: "body", most: 4096 },
      { path: "action.button", most: 20 },
      { path: "action.sections.0.title", most: 24 },
      { path: "action.sections.0.rows.0.title", most: 24 },
      { path: "action.sections.0.rows.0.description", most: 72 },
    ],
    read: (body) => {
      const { button, sections } = body.interactive.action;
      const [row] = sections[0].rows;
      return [...ofPanel(body), button, sections[0].title, row.title, row.description];
    },
  },
  {
    name: "Link button",
    prepare: (page) => withTextHeader(page, "Link button"),
    limits: [
      ...panel,
      { path: "body", most: 1024 },
      { path: "action.label", most: 20 },
      { path: "action.url", most: 2000, start: "https://example.com/" },
    ],
    read: (body) => {
      const { display_text, url } = body.interactive.action.parameters;
      return [...ofPanel(body), display_text, url];
    },
  },
  {
    name: "Form",
    prepare: async (page) => {
      await withTextHeader(page, "Form");
      await field(page, "action.flow_id").selectOption({ label: "Book a test ride" });
    },
    limits: [...panel, { path: "body", most: 1024 }, { path: "action.label", most: 30 }],
    read: (body) => [...ofPanel(body), body.interactive.action.parameters.flow_cta],
  },
  ...["Ask for location", "Ask for phone number"].map((name) => ({
    name,
    prepare: (page: Page) => begin(page, name),
    limits: [{ path: "body", most: 1024 }],
    read: ({ interactive }: Sent) => [interactive.body.text],
  })),
  {
    name: "Template, with a code",
    prepare: async (page) => {
      await pick(page, "summer sale");
      await fill(page, { "body.1": "Sunday" });
    },
    limits: [
      { path: "header.1", most: 60, around: " off, only for you".length },
      { path: "body.2", most: 1024, around: "Hi , until Sunday all helmets cost less.".length },
      { path: "button.0", most: 15 },
    ],
    read: ({ template: { components } }) => {
      const [header, body, button] = components;
      return [header.parameters[0].text, body.parameters[1].text, button.parameters[0].coupon_code];
    },
  },
  {
    name: "Template, with a link",
    prepare: async (page) => {
      await pick(page, "order shipped");
      await fill(page, { "body.1": "Mara", "body.2": "AB-1" });
    },
    limits: [{ path: "button.0", most: 2000, around: "https://example.com/track/".length }],
    read: ({ template }) => [template.components.find((part: Sent) => part.type === "button").parameters[0].text],
  },
];

/// Pressing Send leads to nothing but words at the field.
async function refused(page: Page, path: string, words: string | RegExp) {
  await press(page);
  await expect(around(page, path).locator(".ask-problem")).toHaveText(words);
  await expect(field(page, path)).toHaveAccessibleDescription(words);
  await expect(field(page, path)).toHaveAttribute("aria-invalid", "true");
  await expect(sheet(page)).toBeVisible();
}

for (const form of FORMS) {
  test(`${form.name}: each text has its limit`, async ({ page, demo, request }) => {
    const customer = await talk(page, request, demo, form.name.replace(",", ""));
    await form.prepare(page);
    const values = form.limits.map(({ path, most, start, around = 0 }): [string, string] => [path, long(most - around, start)]);
    await fill(page, Object.fromEntries(values));
    for (const [nth, { path, most }] of form.limits.entries()) {
      await field(page, path).fill(`${values[nth][1]}é`);
      await refused(page, path, tooMany(most + 1, most));
      await field(page, path).fill(values[nth][1]);
      await expect(around(page, path).locator(".ask-problem")).toHaveCount(0);
    }
    expect(await sent(request, demo, customer)).toEqual([]);
    await send(page);
    await expect.poll(async () => (await sent(request, demo, customer)).length).toBe(1);
    const [body] = await sent(request, demo, customer);
    expect(form.read(body)).toEqual(values.map(([, value]) => value));
  });
}

test("three buttons, ten rows in all: there is no adding a fourth and an eleventh, and it says so", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Rows");
  const add = (what: string) => sheet(page).getByRole("button", { name: `Add ${what}`, exact: true });
  await begin(page, "Buttons");
  await fill(page, { body: "Which?", "action.buttons.0": "1" });
  for (const nth of [1, 2]) {
    await add("button").click();
    await fill(page, { [`action.buttons.${nth}`]: `${nth + 1}` });
  }
  await expect(add("button")).toHaveCount(0);
  await expect(sheet(page).getByText("No more than 3 buttons")).toBeVisible();
  await send(page);

  await begin(page, "List");
  await fill(page, { body: "Which?", "action.button": "See", "action.sections.0.title": "A", "action.sections.0.rows.0.title": "1" });
  await add("section").click();
  await fill(page, { "action.sections.1.title": "B", "action.sections.1.rows.0.title": "2" });
  for (let nth = 1; nth < 9; nth += 1) {
    await add("row").last().click();
    await fill(page, { [`action.sections.1.rows.${nth}.title`]: `${nth + 2}` });
  }
  await expect(add("row")).toHaveCount(0);
  await expect(add("section")).toHaveCount(0);
  await expect(sheet(page).getByText("No more than 10 rows in all")).toBeVisible();
  await send(page);
  await expect.poll(async () => (await sent(request, demo, customer)).length).toBe(2);
  const [first, second] = await sent(request, demo, customer);
  expect(first.interactive.action.buttons.length).toBe(3);
  expect(second.interactive.action.sections.map((section: Sent) => section.rows.length)).toEqual([1, 9]);
});

test("what is missing or is none of its kind is refused by its field", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Wrong");
  const close = async () => {
    await page.keyboard.press("Escape");
    await expect(sheet(page)).not.toBeVisible();
  };
  await begin(page, "Buttons");
  await refused(page, "body", "Write something");
  await field(page, "header.kind").selectOption("image");
  await fill(page, { body: "Which?", "action.buttons.0": "Yes" });
  await refused(page, "header.file", "Choose a file");
  await field(page, "header.kind").selectOption("text");
  await refused(page, "header", "Write something");
  await field(page, "header.kind").selectOption("");
  await sheet(page).getByRole("button", { name: "Add button" }).click();
  await fill(page, { "action.buttons.1": "Yes" });
  await refused(page, "action.buttons.1", "Another button says the same");
  await close();

  await begin(page, "Link button");
  await fill(page, { "action.label": "Go" });
  for (const url of ["example.com", "javascript:alert(1)", "https://", "https://a b", "ftp://example.com"]) {
    await fill(page, { "action.url": url });
    await refused(page, "action.url", "An address that begins with https:// or http://");
  }
  await close();

  await begin(page, "List");
  await fill(page, { "action.button": "See", "action.sections.0.rows.0.title": "One" });
  await sheet(page).getByRole("button", { name: "Add section" }).click();
  await fill(page, { "action.sections.1.rows.0.title": "Two" });
  await refused(page, "action.sections.1.title", "Write something");
  await close();

  await begin(page, "Form");
  await fill(page, { "action.label": "Fill in" });
  await refused(page, "action.flow_id", "Write something");
  await close();

  await begin(page, "Location");
  for (const [latitude, longitude, path, most] of [
    ["90.1", "0", "latitude", 90],
    ["-90.1", "0", "latitude", 90],
    ["here", "0", "latitude", 90],
    ["0", "180.1", "longitude", 180],
    ["0", "-180.1", "longitude", 180],
  ] as const) {
    await fill(page, { latitude, longitude });
    await refused(page, path, `A number from -${most} to ${most}`);
  }
  await close();

  await begin(page, "Contact card");
  await fill(page, { "phones.0": "+351 912 345 678" });
  await refused(page, "cards.0.name", "Write something");
  await fill(page, { "cards.0.name": "Ana", "phones.0": "" });
  await refused(page, "phones.0", "Something to reach them by");
  await close();

  await pick(page, "order shipped");
  await fill(page, { "body.1": "Mara", "body.2": "AB-1", "button.0": "AB-1" });
  await fill(page, { "body.2": "" });
  await refused(page, "body.2", "Write something");
  await fill(page, { "body.2": "a     b" });
  await refused(page, "body.2", "No new lines, tabs or five spaces in a row");
  await close();
  await pick(page, "invoice ready");
  await fill(page, { "body.first_name": "Mara", "body.order": "AB-1" });
  await refused(page, "header.file", "Choose a file, and wait until it is there");
  expect(await sent(request, demo, customer)).toEqual([]);
});

test("a text has 4096 characters", async ({ page, demo, request }) => {
  const customer = await talk(page, request, demo, "Text");
  const sending = page.getByRole("button", { name: "Send", exact: true });
  await composer(page).fill(long(4097));
  await expect(page.getByRole("alert")).toHaveText(`${tooMany(4097, 4096)}.`);
  await expect(sending).toBeDisabled();
  await composer(page).press("Enter");
  await expect(composer(page)).toHaveValue(long(4097));
  expect(await sent(request, demo, customer)).toEqual([]);
  await composer(page).fill(long(4096));
  await expect(page.getByRole("alert")).toHaveCount(0);
  await sending.click();
  await expect.poll(async () => (await sent(request, demo, customer)).map((body) => body.text.body)).toEqual([long(4096)]);
});
