// Pictures that are kept, and compared with what is drawn now. Other browsers and other fonts draw other pictures,
// so the kept ones name what drew them, and are compared by their like only.
import type { Page } from "@playwright/test";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "./demo.ts";

const STAMP = fileURLToPath(new URL("../looks/drawn-by.json", import.meta.url));
/// `make looks` draws all of them anew.
export const RENEWS = Boolean(process.env.ORIEL_LOOKS);

export const ALL = [360, 768, 1280];
/// The narrowest and the widest.
export const ENDS = [360, 1280];
export const LIGHT = ["light"];
export const DARK = ["dark"];

/// As wide as where one works.
export const wide = (page: Page) => page.setViewportSize({ width: 1280, height: 800 });

interface Stamp {
  browser: string;
  fonts: string;
}

/// The browser's version, and how wide its fonts draw a few words: that tells them apart.
async function stamp(page: Page): Promise<Stamp> {
  const fonts = await page.evaluate(() => {
    const context = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
    const family = getComputedStyle(document.body).fontFamily;
    const words = ["The quick brown fox, 0123456789", "Zażółć gęślą jaźń", "مرحبا بالعالم", "👍❤️😂🙏"];
    const widths = ["400 14px", "600 14px", "500 12px"].flatMap((font) => {
      context.font = `${font} ${family}`;
      return words.map((word) => context.measureText(word).width.toFixed(2));
    });
    return widths.join(" ");
  });
  return { browser: page.context().browser()?.version() ?? "", fonts };
}

/// Leaves the story out where nothing can be compared, and says why.
export async function comparable(page: Page) {
  const own = await stamp(page);
  if (RENEWS) mkdirSync(dirname(STAMP), { recursive: true });
  if (RENEWS) return writeFileSync(STAMP, `${JSON.stringify(own, null, 2)}\n`);
  test.skip(!existsSync(STAMP), "no pictures are kept yet: `make looks` draws them.");
  const kept: Stamp = JSON.parse(readFileSync(STAMP, "utf8"));
  const same = kept.browser === own.browser && kept.fonts === own.fonts;
  test.skip(!same, `the pictures are of Chromium ${kept.browser} and its fonts; this is ${own.browser}. \`make looks\` draws them anew.`);
}

/// As it is now, at these widths and in both themes. A long thread is looked at in a window that is as high.
export async function look(page: Page, name: string, widths: number[], themes = ["light", "dark"], height?: number) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: height ?? (width < 700 ? 640 : 800) });
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme as "light" | "dark", reducedMotion: "reduce" });
      await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
      await page.mouse.move(0, 0);
      await expect.soft(page).toHaveScreenshot(`${name}-${width}-${theme}.png`);
    }
  }
}
