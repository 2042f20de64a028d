// Pages of other people's products, under any name: the browser's resolver rules lead all of them here.
// Served for real: Chromium keeps pages that only a test has made up from reaching this machine at all.
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

const NAMES = ["example.com", "*.example.com", "evilexample.com", "*.example.org"];

/// For a browser's command line.
export const RESOLVE = `--host-resolver-rules=${NAMES.map((name) => `MAP ${name} 127.0.0.1`).join(", ")}`;

export class Hosts {
  readonly #pages = new Map<string, string>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on("request", ({ headers }, response) => {
      const body = this.#pages.get((headers.host ?? "").replace(/:\d+$/, "")) ?? "Nobody lives here.";
      response.setHeader("content-type", "text/html; charset=utf-8").end(page(body));
    });
  }

  static async open(): Promise<Hosts> {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return new Hosts(server);
  }

  /// A free port of its own, as no two servers share one.
  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /// As a browser spells it.
  origin(name: string): string {
    return `http://${name}:${this.port}`;
  }

  /// What the page of this name holds from now on; the answer is its address.
  put(name: string, body: string): string {
    this.#pages.set(name, body);
    return `${this.origin(name)}/`;
  }

  close() {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

export const frame = (address: string): string => `<iframe src="${address}"></iframe>`;

const page = (body: string): string => `<!doctype html><html lang="en"><head><title>A product</title>
<link rel="icon" href="data:,"><style>body { margin: 0 } iframe { width: 100%; height: 700px; border: 0 }</style>
</head><body>${body}</body></html>`;
