// The inbox in the languages that it speaks: who chooses, and what is written how.
import { expect, test } from "../support/demo.ts";
import { newCustomer, says } from "../support/customer.ts";
import { alive, bubble, open, row } from "../support/inbox.ts";

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
  await row(page, "Wilhelmina").first().click();
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
