// Customers who write from a program's phone: the sandbox's control API.
import type { APIRequestContext } from "@playwright/test";
import { expect } from "@playwright/test";
import type { Demo } from "./process.ts";

export interface Customer {
  phone: string;
  name: string;
}

let made = 0;

/// A customer that no other story knows.
export async function newCustomer(request: APIRequestContext, demo: Demo, name: string): Promise<Customer> {
  made += 1;
  const [worker, nth] = [process.pid % 1000, made].map((number) => String(number).padStart(3, "0"));
  const phone = `467090${worker}${nth}`;
  return meet(request, demo, { phone, name: `${name} ${made}` });
}

/// One of a name and a phone that are always the same, as pictures need it.
export async function meet(request: APIRequestContext, demo: Demo, customer: Customer): Promise<Customer> {
  const answer = await request.post(`${demo.sandbox_url}/sandbox/customers`, { data: customer });
  expect(answer.ok(), await answer.text()).toBe(true);
  return customer;
}

export async function says(request: APIRequestContext, demo: Demo, customer: Customer, text: string, number = 0) {
  const answer = await request.post(`${demo.sandbox_url}/sandbox/messages`, {
    data: { phone_number_id: demo.numbers[number].phone_number_id, from: customer.phone, type: "text", text },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

export type Sent = Record<string, any>;

/// What WhatsApp was asked to bring to this customer.
export async function sent(request: APIRequestContext, demo: Demo, customer: Customer): Promise<Sent[]> {
  const sends: { customer: string; body: Sent }[] = await (await request.get(`${demo.sandbox_url}/sandbox/sends`)).json();
  return sends.filter((send) => send.customer === customer.phone).map((send) => send.body);
}

/// The texts among it.
export async function heard(request: APIRequestContext, demo: Demo, customer: Customer): Promise<string[]> {
  return (await sent(request, demo, customer)).map((body) => body.text?.body ?? "");
}

/// Puts a file where WhatsApp keeps what people send; the answer is its id there. Of its type WhatsApp says what it is
/// told here, true or not.
export async function keep(request: APIRequestContext, demo: Demo, file: { bytes: Buffer; type: string; name: string }): Promise<string> {
  const kept = await request.post(`${demo.sandbox_url}/sandbox/media?name=${encodeURIComponent(file.name)}`, {
    data: file.bytes,
    headers: { "content-type": file.type },
  });
  return (await kept.json()).id;
}

/// The customer sends a file.
export async function sendsFile(
  request: APIRequestContext,
  demo: Demo,
  customer: Customer,
  file: { kind: string; bytes: Buffer; type: string; name: string },
) {
  const id = await keep(request, demo, file);
  const answer = await request.post(`${demo.sandbox_url}/sandbox/messages`, {
    data: { phone_number_id: demo.numbers[0].phone_number_id, from: customer.phone, type: file.kind, [file.kind]: { id } },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}
