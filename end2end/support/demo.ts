// The base of all stories: a demo for each worker, and pages that must stay quiet.
import { test as base, expect, type FrameLocator, type Page } from "@playwright/test";
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
  /// Pages of other people's products.
  hosts: Hosts;
  /// The same on another port.
  otherHosts: Hosts;
}

interface OfWorker {
  /// How many conversations the demo makes up.
  conversations: number;
  demo: Demo;
}

export const test = base.extend<OfTest, OfWorker>({
  conversations: [200, { option: true, scope: "worker" }],

  demo: [
    async ({ conversations }, use) => {
      const { demo, stop } = await startDemo(conversations);
      await use(demo);
      await stop();
    },
    { scope: "worker", timeout: 90_000 },
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
