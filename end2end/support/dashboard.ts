// The pages that lead nobody into an inbox: the dashboard's, and those before signing in.
import type { Demo } from "./process.ts";
import { page } from "./member.ts";

interface Named {
  name: string;
  address: string;
}

const SECTIONS = ["embeds?revoked=1", "embeds/new", "numbers", "customers", "saved-replies", "webhooks", "members", "api-keys", "activity"];

/// Every page of the dashboard. `webhook`: the id of one, whose deliveries are a page of their own.
export function sections(demo: Demo, webhook: string): Named[] {
  const own = SECTIONS.map((section) => ({ name: section, address: page(demo, section) }));
  const embed = { name: "one embed", address: page(demo, `embeds/${demo.embeds.workshop.id}`) };
  const deliveries = { name: "deliveries", address: page(demo, `webhooks/${webhook}`) };
  return [...own, embed, deliveries, { name: "account", address: `${demo.server_url}/account` }];
}

/// Every page that is shown to whoever has not signed in.
export function doors(demo: Demo): Named[] {
  const names = ["sign-in", "sign-in?failed=1", "join#no-such-invitation", "setup"];
  return names.map((name) => ({ name, address: `${demo.server_url}/${name}` }));
}
