// The inbox in the languages that it speaks: who chooses, and what is written how.
import type { Page } from "@playwright/test";
import { type Demo, expect, test } from "../support/demo.ts";
import { newCustomer, says } from "../support/customer.ts";
import { alive, bubble, open, row } from "../support/inbox.ts";
import { listen } from "../support/quiet.ts";
import { invite, join, newPerson, page as pageOf } from "../support/member.ts";

const LANGUAGES = [
  { word: "en", dir: "ltr", title: "Inbox", field: "Write a message", today: "Today", key: "the next one" },
  { word: "es", dir: "ltr", title: "Bandeja de entrada", field: "Escribir un mensaje", today: "Hoy", key: "la siguiente" },
  { word: "pt", dir: "ltr", title: "Caixa de entrada", field: "Escreva uma mensagem", today: "Hoje", key: "a próxima" },
  { word: "ar", dir: "rtl", title: "صندوق الوارد", field: "اكتب رسالة", today: "اليوم", key: "التالية" },
];

/// `/embed/…?language=…`
const inLanguage = (url: string, language: string) => `${url}?language=${language}`;

for (const { word, dir, title, field, today, key } of LANGUAGES) {
  test(`the inbox speaks ${word}`, async ({ page, demo, request }) => {
    const customer = await newCustomer(request, demo, "Linguist");
    await says(request, demo, customer, "Hello there");
    await page.goto(inLanguage(demo.embeds.project.url, word));
    await alive(page);
    await expect(page.locator("html")).toHaveAttribute("lang", word);
    await expect(page.locator("html")).toHaveAttribute("dir", dir);
    await expect(page).toHaveTitle(title);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.locator(".first-keys")).toContainText(key);
    await open(page, customer.name);
    await expect(bubble(page, "Hello there")).toBeVisible();
    await expect(page.getByPlaceholder(field)).toBeEnabled();
    await expect(page.locator(".day").last()).toHaveText(today);
  });
}

test("no English is left where the language is another", async ({ page, demo, request }) => {
  const customer = await newCustomer(request, demo, "Polyglot");
  await says(request, demo, customer, "مرحبا");
  const english = await page.request.get(demo.embeds.project.url).then((answer) => answer.text());
  const address = /href="(\/pkg\/texts\/en-[0-9a-f]+\.json)"/.exec(english)?.[1] ?? "";
  const texts: string[] = await page.request.get(`${demo.server_url}${address}`).then((answer) => answer.json());
  // Whole sentences and labels of several words: single ones may be somebody's name.
  const own = new Set(texts.slice(1).filter((text) => /^[A-Z][a-z]+ [a-z]/.test(text) && !text.includes("{")));
  expect(own.size).toBeGreaterThan(100);
  await page.goto(inLanguage(demo.embeds.project.url, "ar"));
  await alive(page);
  await open(page, customer.name);
  await page.getByRole("button", { name: "إرسال المزيد" }).click();
  await expect(page.getByRole("button", { name: "بطاقة جهة اتصال" })).toBeVisible();
  const read = await page.locator("body").evaluate((body) => {
    const said = [...body.querySelectorAll("*")].flatMap((element) => [
      element.getAttribute("aria-label"),
      element.getAttribute("title"),
      element.getAttribute("placeholder"),
      ...[...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent),
    ]);
    return said.filter((text) => text !== null).map((text) => text.trim());
  });
  expect(read.filter((text) => own.has(text))).toEqual([]);
});

/// The texts of a dashboard's page, in the order of all languages.
async function textsOf(page: Page, demo: Demo, language: string): Promise<string[]> {
  const headers = { "accept-language": language };
  const html = await page.request.get(`${demo.server_url}/sign-in`, { headers }).then((answer) => answer.text());
  const address = new RegExp(`href="(/pkg/texts/dashboard-${language}-[0-9a-f]+\\.json)"`).exec(html)?.[1] ?? "";
  return page.request.get(`${demo.server_url}${address}`).then((answer) => answer.json());
}

/// What stands in English where this language has words of its own: in headings, labels and on buttons.
async function english(page: Page, first: string[], own: string[]): Promise<string[]> {
  const left = new Set(first.filter((text, nth) => text !== own[nth] && !own.includes(text)));
  const places = "h1, h2, h3, button, a.button, label, thead th, legend, dt, nav a, .heading p, .mark, .field-hint";
  const read = await page.locator(places).evaluateAll((all) => all.map((one) => one.textContent?.trim() ?? ""));
  expect(read.length).toBeGreaterThan(3);
  return read.filter((text) => left.has(text));
}

const SECTIONS = ["embeds", "embeds/new", "numbers", "customers", "saved-replies", "webhooks", "members", "api-keys", "activity"];

for (const { word, dir } of LANGUAGES.filter((one) => ["ar", "es"].includes(one.word))) {
  test(`each page of the dashboard speaks ${word}`, async ({ browser, session, demo, noise }) => {
    test.setTimeout(90_000);
    const context = await browser.newContext({ locale: word });
    await listen(context, noise);
    await context.addCookies(session);
    const page = await context.newPage();
    const [first, own] = [await textsOf(page, demo, "en"), await textsOf(page, demo, word)];
    expect(own.length).toBe(first.length);
    const sections = [...SECTIONS, `embeds/${demo.embeds.workshop.id}`].map((section) => pageOf(demo, section));
    for (const address of [...sections, `${demo.server_url}/account`]) {
      await page.goto(address);
      await alive(page);
      await expect(page.locator("html")).toHaveAttribute("lang", word);
      await expect(page.locator("html")).toHaveAttribute("dir", dir);
      await expect(page.locator("h1")).toBeVisible();
      expect(await english(page, first, own), address).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, `${address} fits its window`).toBeLessThanOrEqual(0);
      const button = page.locator(".heading-actions button.button-primary");
      if ((await button.count()) === 0) continue;
      await button.click();
      await expect(page.locator("dialog[open] form")).toBeVisible();
      await page.locator("dialog[open] button[type=submit]").click();
      // What is missing is said in the same language.
      await expect(page.locator("dialog[open] [role=alert]").first()).toBeVisible();
      await expect(page.locator("dialog[open] [role=alert]").first()).not.toHaveText(/ (is|it|one) /);
      expect(await english(page, first, own), `${address}, its dialog`).toEqual([]);
    }
    await context.close();
  });
}

test("the door of the dashboard speaks what the browser prefers, and says in it what is wrong", async ({ browser, demo, noise }) => {
  noise.expect(/401/);
  const context = await browser.newContext({ locale: "pt-BR" });
  await listen(context, noise);
  const page = await context.newPage();
  await page.goto(demo.server_url);
  await alive(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "pt");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Entrar");
  await page.getByLabel("E-mail").fill("nobody@acornbikes.example");
  await page.getByLabel("Senha").fill("not the password");
  await page.getByRole("button", { name: "Entrar" }).click();
  await expect(page.getByRole("alert")).toHaveText("O e-mail ou a senha está incorreto.");
  await context.close();
});

test("whoever chooses a language reads the dashboard in it at once", async ({ office, elsewhere, demo }) => {
  const person = newPerson("Layla");
  await join(elsewhere, await invite(office, demo, person), person);
  await elsewhere.goto(`${demo.server_url}/account`);
  await alive(elsewhere);
  await elsewhere.getByLabel("Language of your inbox").selectOption("العربية");
  await elsewhere.getByRole("button", { name: "Save language" }).click();
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("الحساب");
  await expect(elsewhere.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(elsewhere.getByRole("heading", { name: "الجلسات" })).toBeVisible();
});

test("Arabic counts in its own forms and digits", async ({ page, demo, request }) => {
  const forms: [number, string][] = [
    [1, "رسالة واحدة غير مقروءة"],
    [2, "رسالتان غير مقروءتين"],
    [3, "٣ رسائل غير مقروءة"],
    [11, "١١ رسالة غير مقروءة"],
  ];
  const customers = [];
  for (const [count] of forms) {
    const customer = await newCustomer(request, demo, "Counted");
    for (let nth = 0; nth < count; nth += 1) await says(request, demo, customer, `number ${nth}`);
    customers.push(customer);
  }
  await page.goto(inLanguage(demo.embeds.project.url, "ar"));
  await alive(page);
  for (const [nth, [, said]] of forms.entries()) {
    await expect(row(page, customers[nth].name).locator(".pill")).toContainText(said);
  }
  await expect(row(page, customers[2].name).locator("time")).toHaveText(/^[٠-٩]{1,2}:[٠-٩]{2} [صم]$/);
});

test("the address decides before the embed, and what nobody speaks is passed over", async ({ page, program }) => {
  const embed = await program.newEmbed({ language: "pt" });
  const lang = page.locator("html");
  await page.goto(embed.embed_url);
  await alive(page);
  await expect(lang).toHaveAttribute("lang", "pt");
  await page.goto(inLanguage(embed.embed_url, "es"));
  await alive(page);
  await expect(lang).toHaveAttribute("lang", "es");
  await page.goto(inLanguage(embed.embed_url, "tlh"));
  await alive(page);
  await expect(lang).toHaveAttribute("lang", "pt");
});

test("whoever comes with a link that is not valid reads of it in their browser's language", async ({ browser, demo, noise }) => {
  noise.expect(/401/);
  const context = await browser.newContext({ locale: "es-MX" });
  const page = await context.newPage();
  const answer = await page.goto(`${demo.server_url}/embed/nothing-of-ours`);
  expect(answer?.status()).toBe(401);
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("heading")).toHaveText("Este enlace no es válido");
  await context.close();
});

test("a page whose texts do not come says so, in its own language", async ({ page, demo, noise }) => {
  noise.expect(/ERR_FAILED|Failed to fetch/);
  await page.route(/\/pkg\/texts\//, (route) => route.abort());
  await page.goto(inLanguage(demo.embeds.project.url, "es"));
  await expect(page.getByRole("alert")).toContainText("Hay que volver a cargarla", { timeout: 20_000 });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bandeja de entrada");
});

test("a long name loses its end, also where the page runs the other way", async ({ page, demo, request }) => {
  const long = await newCustomer(request, demo, `Wilhelmina ${"van der Westerbork ".repeat(6)}`);
  await says(request, demo, long, "Hello");
  await page.goto(inLanguage(demo.embeds.project.url, "ar"));
  await alive(page);
  await row(page, "Wilhelmina").first().locator("a").click();
  for (const place of [".row-link[aria-current] .row-name", ".thread-title h2"]) {
    const name = page.locator(place);
    await expect(name).toContainText("Wilhelmina");
    const [first, box] = await name.evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
      const range = document.createRange();
      range.setStart(text, 0);
      range.setEnd(text, 1);
      return [range.getBoundingClientRect(), element.getBoundingClientRect()].map(({ left, right }) => ({ left, right }));
    });
    expect(first.left, place).toBeGreaterThanOrEqual(box.left - 1);
    expect(first.right, place).toBeLessThanOrEqual(box.right + 1);
  }
});
