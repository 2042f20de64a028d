// `oriel demo` as a process of its own, on free ports.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export interface Embed {
  id: string;
  name: string;
  scope_type: string;
  scope_id: string | null;
  token: string;
  url: string;
}

export interface Number {
  name: string;
  phone_number_id: string;
  business_account_id: string;
  display_phone_number: string;
  access_token: string;
}

/// What `oriel demo --json` prints.
export interface Demo {
  server_url: string;
  sandbox_url: string;
  host_url: string;
  phone_url: string;
  webhook_url: string;
  platform_url: string;
  project_id: string;
  owner_id: string;
  api_key: string;
  email: string;
  password: string;
  app_secret: string;
  verify_token: string;
  numbers: [sales: Number, support: Number];
  team: { ana: string; tom: string };
  customers: { workshop: string; couriers: string };
  embeds: Record<"project" | "sales" | "support" | "workshop" | "couriers", Embed>;
  /// A number that a bot serves, where the demo has one.
  assistant: { number: Number; phone_url: string } | null;
  conversations: number;
  pid: number;
  /// A free port of this machine to which webhooks may go.
  program_port: number;
}

const PATIENCE = 60_000;
const FREE = "127.0.0.1:0";

/// The program itself.
export function binary(): string {
  const path = process.env.ORIEL_BINARY ?? fileURLToPath(new URL("../../target/oriel", import.meta.url));
  if (!existsSync(path)) throw new Error(`${path} is missing: make test builds it`);
  return path;
}

/// `keep`: a folder in which the database stays when the demo ends.
export async function startDemo(conversations = 200, bot = false, keep?: string): Promise<{ demo: Demo; stop: () => Promise<void> }> {
  const flags = ["--json", "--listen", FREE, "--phone", FREE, "--host", FREE, "--conversations", `${conversations}`];
  if (!bot) flags.push("--no-bot");
  if (keep) flags.push("--keep", keep);
  const port = await freePort();
  flags.push("--webhook-allow", `127.0.0.1:${port}`);
  const child = spawn(binary(), ["demo", ...flags], { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  const stop = async () => {
    const impatient = setTimeout(() => child.kill("SIGKILL"), 5_000);
    child.kill("SIGTERM");
    await exited;
    clearTimeout(impatient);
  };
  try {
    return { demo: { ...JSON.parse(await firstLine(child.stdout, exited)), program_port: port }, stop };
  } catch (error) {
    if (child.exitCode === null) await stop();
    throw error;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

async function firstLine(output: NodeJS.ReadableStream, exited: Promise<unknown>): Promise<string> {
  const lines = createInterface(output)[Symbol.asyncIterator]();
  const line = lines.next().then(({ value }) => value as string | undefined);
  const late = after(PATIENCE, undefined, { ref: false });
  const first = await Promise.race([line, late, exited.then(() => line)]);
  if (!first) throw new Error("oriel demo did not get ready");
  return first;
}
