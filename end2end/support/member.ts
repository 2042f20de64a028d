// How people come into a project: an owner's invitation, and a password of one's own.
import { expect, type Page } from "@playwright/test";
import type { Demo } from "./process.ts";
import { alive } from "./inbox.ts";

export interface Person {
  name: string;
  email: string;
  password: string;
}

let born = 0;

/// Somebody whom no other story knows.
export function newPerson(name: string): Person {
  born += 1;
  const email = `${name.toLowerCase()}.${process.pid}.${born}@acornbikes.example`;
  return { name: `${name} ${born}`, email, password: `a bridge of ${born} walnuts` };
}

export const page = (demo: Demo, section: string) => `${demo.server_url}/projects/${demo.project_id}/${section}`;

/// The link that the owner hands to this person, who will be a member.
export async function invite(office: Page, demo: Demo, person: Person): Promise<string> {
  await office.goto(page(demo, "members"));
  await alive(office);
  await office.getByRole("button", { name: "Invite" }).click();
  await office.getByLabel("E-mail").fill(person.email);
  await office.getByRole("button", { name: "Create invitation" }).click();
  await expect(office.getByRole("heading", { name: "The invitation is ready" })).toBeFocused();
  return office.getByLabel(`Link for ${person.email}`).inputValue();
}

export async function join(page: Page, link: string, person: Person) {
  await page.goto(link);
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Inbox" })).toBeVisible();
}

export async function signIn(page: Page, demo: Demo, { email, password }: Pick<Person, "email" | "password">) {
  await page.goto(`${demo.server_url}/sign-in`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
