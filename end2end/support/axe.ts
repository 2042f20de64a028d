// What axe, the checker of WCAG's rules, finds on a page as it is now, in both themes.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";

/// The rules of WCAG 2.2 at levels A and AA, and axe's own advice.
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export const THEMES = ["light", "dark"] as const;

interface Line {
  page: string;
  theme: string;
  rules: number;
  violations: number;
}

/// Tests of one file run in one process, one after the other; a failed one begins a new process. So it is a file.
const KEPT = `${tmpdir()}/oriel-axe-${process.ppid}.json`;

function kept(): Line[] {
  try {
    return JSON.parse(readFileSync(KEPT, "utf8"));
  } catch {
    return [];
  }
}

/// Looks at a page in both themes. What is wrong is said with the place, and fails the story at its end.
export async function check(page: Page, name: string) {
  for (const theme of THEMES) {
    await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
    // Small pages have no theme of their own: they follow the system.
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    // Colours change in 140 ms, and are measured then.
    await page.waitForTimeout(200);
    const { violations, passes } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.slice(0, 4).map((node) => `${node.target.join(" ")}: ${node.any[0]?.message ?? node.failureSummary ?? ""}`),
    }));
    expect.soft(found, `${name}, ${theme}`).toEqual([]);
    const line = { page: name, theme, rules: passes.length, violations: violations.length };
    writeFileSync(KEPT, JSON.stringify([...kept(), line]));
  }
}

/// How many pages were looked at, and what was found.
export function summary(): string {
  const lines = kept();
  const names = new Set(lines.map((line) => line.page));
  const count = lines.reduce((sum, line) => sum + line.violations, 0);
  const table = [...names].map((name) => {
    const of = (theme: string) => lines.find((line) => line.page === name && line.theme === theme);
    const cell = (theme: string) => (of(theme) ? `${of(theme)?.violations}`.padStart(5) : "    -");
    return `  ${name.padEnd(44)} ${THEMES.map(cell).join("  ")}`;
  });
  const head = `  ${"page".padEnd(44)} ${THEMES.join("  ")}`;
  return [`axe: ${names.size} pages and states, ${THEMES.length} themes, ${count} violations`, head, ...table].join("\n");
}
