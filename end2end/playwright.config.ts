import { defineConfig } from "@playwright/test";
import { RESOLVE } from "./support/hosts.ts";

// Chromium refuses its own sandbox to root. The rest keeps it from talking to anybody but us.
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "stories",
  outputDir: "results",
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  // Says what axe has looked at.
  globalTeardown: "support/axe.ts",
  timeout: 60_000,
  // On a build server a story that fails is told once more; one that passes then is counted as flaky.
  retries: process.env.CI ? 1 : 0,
  expect: {
    timeout: 5_000,
    // A few pixels of a rounded corner may differ; a line of text may not.
    toHaveScreenshot: { animations: "disabled", caret: "hide", scale: "css", stylePath: "support/still.css", maxDiffPixelRatio: 0.001 },
  },
  // The pictures that are kept; see support/looks.ts.
  snapshotPathTemplate: "looks/{arg}{ext}",
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    trace: "retain-on-failure",
    launchOptions: {
      // Empty: the one that Playwright brings along.
      executablePath: process.env.ORIEL_CHROMIUM || undefined,
      args: [...asRoot, ...quiet, RESOLVE],
    },
  },
});
