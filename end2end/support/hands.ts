// Two ways to use a page: with a mouse alone, and with a keyboard alone.
import { type CDPSession, expect, type Page } from "@playwright/test";

export interface Hands {
  /// A button or a link, by its name; the next one that has it.
  press(name: string): Promise<void>;
  /// Puts a text into the field with this label.
  write(label: string, text: string): Promise<void>;
  /// Takes an option of the menu with this label, by a part of the option's text.
  pick(label: string, option: string): Promise<void>;
  /// Takes one of several cards or pills, by how its name begins.
  choose(option: string): Promise<void>;
}

export class Mouse implements Hands {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(name: string) {
    const named = { name, exact: true };
    await this.#page.getByRole("button", named).or(this.#page.getByRole("link", named)).first().click();
  }

  async write(label: string, text: string) {
    await this.#page.getByLabel(label, { exact: true }).click({ clickCount: 3 });
    await this.#page.keyboard.type(text);
  }

  async pick(label: string, option: string) {
    const menu = this.#page.getByLabel(label, { exact: true });
    const text = await menu.locator("option", { hasText: option }).innerText();
    // When it drops down it is a window of the system, which no script can click.
    await menu.selectOption({ label: text });
  }

  async choose(option: string) {
    await this.#page.getByText(option, { exact: true }).click();
  }
}

/// More steps than any page takes from one end to the other.
const STEPS = 100;
/// People look where they are before they press. A dialog that opens moves the focus within this time.
const LOOK = 60;

export class Keyboard implements Hands {
  readonly #page: Page;
  #ears: CDPSession | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(name: string) {
    await this.#tabTo(["button", "link"], (own) => own === name, name);
    await this.#page.keyboard.press("Enter");
  }

  async write(label: string, text: string) {
    await this.#tabTo(["textbox"], (own) => own === label, label);
    await this.#page.keyboard.press("Control+A");
    await this.#page.keyboard.type(text);
  }

  async pick(label: string, option: string) {
    await this.#tabTo(["combobox"], (own) => own === label, label);
    const chosen = () => this.#page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0].text);
    await this.#page.keyboard.press("Home");
    for (let step = 0; !(await chosen()).includes(option); step += 1) {
      expect(step, `no option ${option}`).toBeLessThan(STEPS);
      await this.#page.keyboard.press("ArrowDown");
    }
  }

  async choose(option: string) {
    // Tab leads to the group's chosen one, the arrows from there to the others.
    await this.#tabTo(["radio"], () => true, "any radio button");
    for (let step = 0; !(await this.#focused()).name.startsWith(option); step += 1) {
      expect(step, `no radio button ${option}`).toBeLessThan(STEPS);
      await this.#page.keyboard.press("ArrowRight");
    }
  }

  async #tabTo(roles: string[], named: (name: string) => boolean, wanted: string) {
    for (let step = 0; step < STEPS; step += 1) {
      if (await this.#isOn(roles, named)) {
        await this.#page.waitForTimeout(LOOK);
        if (await this.#isOn(roles, named)) return;
      }
      await this.#page.keyboard.press("Tab");
    }
    throw new Error(`the keyboard does not reach ${wanted}`);
  }

  async #isOn(roles: string[], named: (name: string) => boolean): Promise<boolean> {
    const { role, name } = await this.#focused();
    return roles.includes(role) && named(name);
  }

  /// What is focused, as it is told to those who read by ear.
  async #focused(): Promise<{ role: string; name: string }> {
    this.#ears ??= await this.#page.context().newCDPSession(this.#page);
    const { result } = await this.#ears.send("Runtime.evaluate", { expression: "document.activeElement" });
    if (!result.objectId) return { role: "", name: "" };
    const { nodes } = await this.#ears.send("Accessibility.getPartialAXTree", {
      objectId: result.objectId,
      fetchRelatives: false,
    });
    return { role: nodes[0]?.role?.value ?? "", name: nodes[0]?.name?.value ?? "" };
  }
}
