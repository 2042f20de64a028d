// The base of all stories: a demo for each worker, and pages that must stay quiet.
import { test as base, type Cookie, expect, type FrameLocator, type Page } from "@playwright/test";
import { Hosts } from "./hosts.ts";
import { Program } from "./platform.ts";
import { type Demo, startDemo } from "./process.ts";
import { listen, type Noise } from "./quiet.ts";

interface OfTest {
  /// What the test's pages complained about. A story fails on what it does not expect.
  noise: Noise;
  /// The host page, opened.
  host: Page;
  /// The inbox in the host page's iframe.
  inbox: FrameLocator;
  /// The customer's phone beside it.
  phone: FrameLocator;
  /// A program with the project's API key.
  program: Program;
  /// A page in which the demo's owner is signed in already.
  office: Page;
  /// A page in somebody else's browser.
  elsewhere: Page;
  /// Pages of other people's products.
  hosts: Hosts;
  /// The same on another port.
  otherHosts: Hosts;
}

interface OfWorker {
  /// How many conversations the demo makes up.
  conversations: number;
  /// Whether a number is served by the bot. Stories that count numbers and messages do without.
  bot: boolean;
  demo: Demo;
  /// The owner's session. Signing in is slowed down, so it is done once for all stories that are not about it.
  session: Cookie[];
}

export const test = base.extend<OfTest, OfWorker>({
  conversations: [200, { option: true, scope: "worker" }],
  bot: [false, { option: true, scope: "worker" }],

  demo: [
    async ({ conversations, bot }, use) => {
      const { demo, stop } = await startDemo(conversations, bot);
      await use(demo);
      await stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],

  session: [
    async ({ demo, playwright }, use) => {
      const door = await playwright.request.newContext({ extraHTTPHeaders: { origin: demo.server_url } });
      const form = { email: demo.email, password: demo.password };
      const answer = await door.post(`${demo.server_url}/sign-in`, { form, maxRedirects: 0 });
      expect(answer.status()).toBe(303);
      await use((await door.storageState()).cookies);
      await door.dispose();
    },
    { scope: "worker" },
  ],

  noise: [
    async ({ context }, use) => {
      const noise = await listen(context);
      await use(noise);
      expect(noise.unexpected(), "what the pages complained about").toEqual([]);
    },
    { auto: true },
  ],

  host: async ({ page, demo }, use) => {
    await page.goto(demo.host_url);
    await use(page);
  },

  inbox: async ({ host }, use) => use(host.getByTestId("host-inbox").contentFrame()),
  phone: async ({ host }, use) => use(host.getByTestId("host-phone").contentFrame()),
  program: async ({ request, demo }, use) => use(new Program(request, demo)),

  office: async ({ page, session }, use) => {
    await page.context().addCookies(session);
    await use(page);
  },

  elsewhere: async ({ browser, noise }, use) => {
    const context = await browser.newContext();
    await listen(context, noise);
    await use(await context.newPage());
    await context.close();
  },

  hosts: async ({}, use) => useHosts(use),
  otherHosts: async ({}, use) => useHosts(use),
});

async function useHosts(use: (hosts: Hosts) => Promise<void>) {
  const hosts = await Hosts.open();
  await use(hosts);
  hosts.close();
}

export { expect };
export type { Demo };
