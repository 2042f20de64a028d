// Which pages may hold the frame. The browser enforces it, on every page around the frame, by the list of the embed.
import type { Page } from "@playwright/test";
import { expect, test } from "../support/demo.ts";
import { frame } from "../support/hosts.ts";
import { alive, line, rows } from "../support/inbox.ts";
import type { Noise } from "../support/quiet.ts";

const CRM = "crm.example.com";

/// The page at this address holds an inbox that lives.
async function shows(page: Page, address: string) {
  await page.goto(address);
  const inbox = page.frameLocator("iframe");
  await expect(rows(inbox).first(), address).toBeVisible();
  await alive(inbox);
  await expect(line(inbox)).toHaveAttribute("data-line", "live");
}

/// The frame in the page at this address is empty, and the browser says which list it goes by.
async function refused(page: Page, noise: Noise, address: string, list: string) {
  await page.goto(address);
  await expect.poll(() => page.frames().at(-1)?.url(), address).toBe("chrome-error://chromewebdata/");
  await expect(rows(page.frameLocator("iframe"))).toHaveCount(0);
  await noise.must(new RegExp(`frame-ancestors ${list.replace(/[.*]/g, "\\$&")}"`));
}

test("the host that is named shows the inbox, and no other does", async ({ page, noise, program, hosts }) => {
  const list = hosts.origin(CRM);
  const { embed_url } = await program.newEmbed({ allowed_origins: [list] });
  await shows(page, hosts.put(CRM, frame(embed_url)));
  for (const other of ["a.crm.example.com", "example.com", "crm.example.org", "localhost"]) {
    await refused(page, noise, hosts.put(other, frame(embed_url)), list);
  }
});

test("a star stands for subdomains of any depth, not for the domain nor for names that look like it", async ({ page, noise, program, hosts }) => {
  const list = `http://*.example.com:${hosts.port}`;
  const { embed_url } = await program.newEmbed({ allowed_origins: [list] });
  for (const subdomain of ["a.example.com", "a.b.example.com"]) await shows(page, hosts.put(subdomain, frame(embed_url)));
  for (const other of ["example.com", "evilexample.com", "example.com.evil.example.org"]) {
    await refused(page, noise, hosts.put(other, frame(embed_url)), list);
  }
});

test("another port is another origin", async ({ page, noise, program, hosts, otherHosts }) => {
  const list = hosts.origin(CRM);
  const { embed_url } = await program.newEmbed({ allowed_origins: [list] });
  await refused(page, noise, otherHosts.put(CRM, frame(embed_url)), list);
});

test("localhost with a star shows on any port of localhost, not on its number", async ({ page, noise, program, hosts, otherHosts }) => {
  const list = "http://localhost:*";
  const { embed_url } = await program.newEmbed({ allowed_origins: [list] });
  for (const each of [hosts, otherHosts]) await shows(page, each.put("localhost", frame(embed_url)));
  await refused(page, noise, hosts.put("127.0.0.1", frame(embed_url)), list);
});

test("an empty list lets any page hold the frame", async ({ page, program, hosts }) => {
  const { embed_url } = await program.newEmbed({ allowed_origins: [] });
  for (const name of [CRM, "example.com.evil.example.org", "127.0.0.1"]) {
    await shows(page, hosts.put(name, frame(embed_url)));
  }
});

test("every page around the frame has to be allowed, not only the one that holds it", async ({ page, noise, program, hosts }) => {
  const list = `http://*.example.com:${hosts.port}`;
  const { embed_url } = await program.newEmbed({ allowed_origins: [list] });
  const crm = hosts.put(CRM, frame(embed_url));
  await refused(page, noise, hosts.put("portal.example.org", frame(crm)), list);
  await page.goto(hosts.put("portal.example.com", frame(crm)));
  const inbox = page.frameLocator("iframe").frameLocator("iframe");
  await expect(rows(inbox).first()).toBeVisible();
});

test("a list that changes holds for the next page at once", async ({ page, noise, program, hosts }) => {
  const embed = await program.newEmbed({ allowed_origins: [hosts.origin("old.example.com")] });
  const crm = hosts.put(CRM, frame(embed.embed_url));
  await refused(page, noise, crm, hosts.origin("old.example.com"));
  await program.changeEmbed(embed, { allowed_origins: [hosts.origin(CRM)] });
  await shows(page, crm);
});

test("the address itself opens in a tab: the list contains frames, and the token is what lets in", async ({ page, program, hosts }) => {
  const { embed_url } = await program.newEmbed({ allowed_origins: [hosts.origin(CRM)] });
  await page.goto(embed_url);
  await alive(page);
  await expect(rows(page)).toHaveCount(30);
});

test("the page around may ask with the token if it is allowed, and another one may not", async ({ page, noise, program, hosts, request }) => {
  const { embed_url } = await program.newEmbed({ allowed_origins: [hosts.origin(CRM)] });
  const access = `${embed_url}/api/access`;
  const ask = (type: string) =>
    page.evaluate(async ([url, type]) => {
      const answer = await fetch(url, { method: "POST", headers: { "content-type": type }, body: "{}" }).catch(() => null);
      return answer?.status ?? "unreadable";
    }, [access, type]);
  // What the server said, also where the browser does not let the page read it.
  const said: number[] = [];
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  wire.on("Network.responseReceivedExtraInfo", ({ statusCode }) => said.push(statusCode));

  await page.goto(hosts.put(CRM, ""));
  expect(await ask("application/json")).toBe(200);

  await page.goto(hosts.put("crm.example.org", ""));
  said.length = 0;
  expect(await ask("application/json"), "the browser asks first").toBe("unreadable");
  await noise.must(/blocked by CORS policy: Response to preflight/);
  await noise.must(/ERR_FAILED/);
  expect(await ask("text/plain"), "nothing to ask first").toBe("unreadable");
  await noise.must(/blocked by CORS policy: No 'Access-Control-Allow-Origin'/);
  await noise.must(/ERR_FAILED/);
  expect(said).toEqual([403, 403]);

  // Where no browser stands in between, the server's refusal is all there is.
  const forged = await request.post(access, { headers: { origin: hosts.origin("crm.example.org") }, data: {} });
  expect(forged.status()).toBe(403);
  expect(forged.headers()).not.toHaveProperty("access-control-allow-origin");
});
