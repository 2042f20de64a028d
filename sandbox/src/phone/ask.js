// Asks the sandbox and tells it things.

const HEADERS = { "content-type": "application/json" };

export const get = (path) => ask(path);
export const post = (path, body) => ask(path, { method: "POST", headers: HEADERS, body: JSON.stringify(body) });

export function upload(file) {
  const headers = { "content-type": file.type || "application/octet-stream" };
  return ask(`/media?name=${encodeURIComponent(file.name)}`, { method: "POST", headers, body: file });
}

async function ask(path, options) {
  const response = await fetch(`/sandbox${path}`, options).catch(() => null);
  if (!response) throw new Error("The sandbox does not answer");
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? `The sandbox said ${response.status}`);
  return answer;
}
