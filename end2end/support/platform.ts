// A program that holds the project's API key.
import { type APIRequestContext, expect } from "@playwright/test";
import type { Demo } from "./process.ts";

/// An embed with its secret, as creating and rotating answer it.
export interface NewEmbed {
  id: string;
  token: string;
  embed_url: string;
}

export class Program {
  readonly #request: APIRequestContext;
  readonly #demo: Demo;

  constructor(request: APIRequestContext, demo: Demo) {
    this.#request = request;
    this.#demo = demo;
  }

  /// Of the whole project and for any page, unless the fields say otherwise.
  newEmbed(fields: object = {}): Promise<NewEmbed> {
    return this.#ask("POST", "/inbox_embeds", { inbox_embed: { scope_type: "project", ...fields } });
  }

  changeEmbed({ id }: NewEmbed, fields: object): Promise<void> {
    return this.#ask("PATCH", `/inbox_embeds/${id}`, { inbox_embed: fields });
  }

  /// What one of our numbers is called.
  renameNumber(phone_number_id: string, name: string): Promise<void> {
    return this.#ask("PATCH", `/whatsapp/phone_numbers/${phone_number_id}`, { whatsapp_phone_number: { name } });
  }

  rotate({ id }: NewEmbed, grace_seconds: number): Promise<NewEmbed> {
    return this.#ask("POST", `/inbox_embeds/${id}/rotate`, { grace_seconds });
  }

  revoke({ id }: NewEmbed): Promise<void> {
    return this.#ask("DELETE", `/inbox_embeds/${id}`);
  }

  /// Of the whole project, told of what never happens in a story; the answer is its id.
  async newWebhook(url: string): Promise<string> {
    const made = await this.#ask<{ id: string }>("POST", "/whatsapp/webhooks", {
      whatsapp_webhook: { url, events: ["workflow.execution.failed"] },
    });
    return made.id;
  }

  /// Into somebody's hands; the answer is the assignment's id.
  async assign(conversation: string, user_id: string): Promise<string> {
    const made = await this.#ask<{ id: string }>("POST", assignments(conversation), { assignment: { user_id } });
    return made.id;
  }

  endAssignment(conversation: string, assignment: string): Promise<void> {
    return this.#ask("PATCH", `${assignments(conversation)}/${assignment}`, { assignment: { active: false } });
  }

  /// The id of the user in whose hands a conversation is.
  async holder(conversation: string): Promise<string | undefined> {
    const all = await this.#ask<{ user_id: string; active: boolean }[]>("GET", assignments(conversation));
    return all.find((assignment) => assignment.active)?.user_id;
  }

  async #ask<T>(method: string, path: string, data?: object): Promise<T> {
    const headers = { "X-API-Key": this.#demo.api_key };
    const answer = await this.#request.fetch(`${this.#demo.platform_url}${path}`, { method, headers, data });
    const text = await answer.text();
    expect(answer.ok(), `${method} ${path}: ${answer.status()} ${text}`).toBe(true);
    return JSON.parse(text || "{}").data;
  }
}

const assignments = (conversation: string) => `/whatsapp/conversations/${conversation}/assignments`;

/// Ids of the conversations that an embed shows, newest first, by its own word. One page of them.
export async function shown(request: APIRequestContext, url: string, search = ""): Promise<string[]> {
  const filter = { status: "active", search, number: null, unread: false, handoff: false };
  const answer = await request.post(`${url}/api/conversations/list`, { data: { filter, after: null } });
  expect(answer.ok(), await answer.text()).toBe(true);
  const page: { rows: { id: string }[] } = await answer.json();
  return page.rows.map((row) => row.id);
}

/// A program sends a message, as WhatsApp's own API takes it.
export async function send(request: APIRequestContext, demo: Demo, to: { phone: string }, message: object, number = 0) {
  const url = `${demo.server_url}/meta/whatsapp/v24.0/${demo.numbers[number].phone_number_id}/messages`;
  const data = { messaging_product: "whatsapp", to: to.phone, ...message };
  const answer = await request.post(url, { headers: { "X-API-Key": demo.api_key }, data });
  expect(answer.ok(), await answer.text()).toBe(true);
}
