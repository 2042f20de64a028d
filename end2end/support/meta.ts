// WhatsApp's webhooks, signed as Meta signs them: for kinds that the sandbox's phone cannot write.
import { createHmac } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { expect } from "@playwright/test";
import type { Customer } from "./customer.ts";
import type { Demo } from "./process.ts";

let told = 0;

/// A customer's phone of which each word is known to WhatsApp only.
export class Meta {
  readonly #request: APIRequestContext;
  readonly #demo: Demo;
  readonly #customer: Customer;

  constructor(request: APIRequestContext, demo: Demo, customer: Customer) {
    this.#request = request;
    this.#demo = demo;
    this.#customer = customer;
  }

  /// The customer sends a message of this type; the answer is WhatsApp's id of it.
  async says(type: string, node: unknown, beside: object = {}): Promise<string> {
    const { phone, name } = this.#customer;
    const id = this.#id();
    const message = { from: phone, id, timestamp: moment(), type, [type]: node, ...beside };
    await this.#post({ contacts: [{ profile: { name }, wa_id: phone }], messages: [message] });
    return id;
  }

  /// The customer speaks in a group.
  async saysInGroup(group_id: string, text: string): Promise<string> {
    return this.says("text", { body: text }, { group_id });
  }

  /// What became of a message that went out.
  async tells(id: string, status: string, beside: object = {}) {
    const recipient_id = this.#customer.phone;
    await this.#post({ statuses: [{ id, status, timestamp: moment(), recipient_id, ...beside }] });
  }

  /// The business writes from its own phone.
  async echoes(type: string, node: unknown): Promise<string> {
    const id = this.#id();
    const message = { from: "15550783881", to: this.#customer.phone, id, timestamp: moment(), type, [type]: node };
    await this.#post({ message_echoes: [message] });
    return id;
  }

  #id(): string {
    told += 1;
    return `wamid.${process.pid}.${told}`;
  }

  async #post(value: object) {
    const metadata = { display_phone_number: "15550783881", phone_number_id: this.#demo.numbers[0].phone_number_id };
    const changes = [{ field: "messages", value: { messaging_product: "whatsapp", metadata, ...value } }];
    const data = JSON.stringify({ object: "whatsapp_business_account", entry: [{ id: "1", changes }] });
    const signature = createHmac("sha256", this.#demo.app_secret).update(data).digest("hex");
    const headers = { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` };
    const answer = await this.#request.post(this.#demo.webhook_url, { data, headers });
    expect(answer.status()).toBe(200);
  }
}

const moment = () => String(Math.floor(Date.now() / 1000));
