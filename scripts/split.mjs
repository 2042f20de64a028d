// Stands before wasm-bindgen when Trunk calls it: takes out of the module what is only needed later (the functions
// marked with `wasm_split`, and what nothing else needs), and makes what is downloaded at once smaller.
// The parts lie beside Trunk's other intermediate files; compress.mjs puts those into the bundle that it names.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OWN = join(dirname(fileURLToPath(import.meta.url)), "tools");
// As in frontend/index.html, where they are for the first module.
const OPTIMIZE = [
  "-Oz", "--strip-debug", "--strip-producers", "--enable-bulk-memory", "--enable-nontrapping-float-to-int",
  "--enable-sign-ext", "--enable-mutable-globals", "--enable-reference-types", "--enable-multivalue",
];
const LINK = "./__wasm_split.js";

const args = process.argv.slice(2);
const input = args.find((arg) => arg.endsWith(".wasm"));
const option = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);

if (!input || !option("out-dir") || !option("out-name")) {
  process.exit(spawnSync(bindgen(), args, { stdio: "inherit" }).status ?? 1);
}
const out = option("out-dir");
const name = option("out-name");
const work = mkdtempSync(join(tmpdir(), "oriel-split-"));
try {
  build();
} finally {
  rmSync(work, { recursive: true, force: true });
}

function build() {
  run("wasm-split-cli", ["--out-name", name, input, work]);
  const rest = args.filter((arg) => arg !== input);
  run(bindgen(), [...rest, "--keep-lld-exports", "--no-demangle", join(work, `${name}.wasm`)]);
  const script = join(out, `${name}.js`);
  const module = join(out, `${name}_bg.wasm`);
  const names = new Map();
  const split = parts(readFileSync(join(work, LINK), "utf8"), readFileSync(module));
  let text = readFileSync(script, "utf8").replace(/^import \* as import\d+ from "\.\/__wasm_split\.js";?\n/gm, "");
  text = text.replace(/^ *"\.\/__wasm_split\.js": import\d+,\n/m, `"${LINK}": split,\n`);
  text = text.replace(/^ *"\.\/__wasm_split\.js": import\d+,\n/gm, "");
  text = shortened(`${text}\n${split}`, names).replaceAll(`"./${name}_bg.js"`, '"b"');
  writeFileSync(script, text);
  if (out.endsWith("release")) {
    run("esbuild", [script, "--minify", "--format=esm", "--target=es2022", "--allow-overwrite", `--outfile=${script}`, "--log-level=warning"]);
  }
  names.set(`./${name}_bg.js`, "b");
  writeFileSync(module, renamed(readFileSync(module), names));
}

/// The loader, made a part of the script itself: no further request, and the page's integrity covers it.
function parts(loader, module) {
  const loads = [...loader.matchAll(/^export const (\w+)/gm)].map((found) => found[1]);
  // What nothing of this program opens needs no loader either.
  if (!loads.some((load) => module.includes(load))) return "";
  const folder = join(out, "parts");
  mkdirSync(folder, { recursive: true });
  const text = loader
    .replace(/^import .*\n/m, "")
    .replace(/"\.\/([a-z0-9_]+)\.wasm"/g, (_, stem) => {
      const from = join(work, `${stem}.wasm`);
      const to = join(work, `${stem}.small.wasm`);
      run("wasm-opt", [...OPTIMIZE, from, "-o", to]);
      const bytes = readFileSync(to);
      const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
      writeFileSync(join(folder, `${stem}-${hash}.wasm`), bytes);
      return `"./${stem}-${hash}.wasm"`;
    });
  return `${text.replace(/^export const/gm, "const")}\nconst split = { ${loads.join(", ")} };\n`;
}

/// The names by which module and script know each other carry long hashes, which no compression makes smaller.
function shortened(text, names) {
  return text.replace(/\b(?:__wbg_\w+_[0-9a-f]{16}|__wbindgen_\w+_[0-9a-f]{16}|_ZN\w+)\b/g, (long) => {
    if (!names.has(long)) names.set(long, `$${names.size.toString(36)}`);
    return names.get(long);
  });
}

/// The module with other names for what it takes and gives.
function renamed(bytes, names) {
  const parts = [bytes.subarray(0, 8)];
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const leb = (value) => {
    const made = [];
    do {
      made.push((value % 128) | (value > 127 ? 128 : 0));
      value = Math.floor(value / 128);
    } while (value > 0);
    return Buffer.from(made);
  };
  const word = (to) => {
    const length = number();
    const text = bytes.toString("utf8", at, at + length);
    at += length;
    const short = Buffer.from(names.get(text) ?? text);
    to.push(leb(short.length), short);
  };
  const limits = () => {
    const more = bytes[at++] & 1;
    number();
    if (more) number();
  };
  const kinds = { 0: number, 1: () => (at++, limits()), 2: limits, 3: () => (at += 2), 4: () => (at++, number()) };
  while (at < bytes.length) {
    const section = bytes[at++];
    const size = number();
    const end = at + size;
    if (section !== 2 && section !== 7) {
      parts.push(Buffer.from([section]), leb(size), bytes.subarray(at, end));
      at = end;
      continue;
    }
    const count = number();
    const content = [leb(count)];
    for (let nth = 0; nth < count; nth++) {
      word(content);
      if (section === 2) word(content);
      const from = at;
      const kind = bytes[at++];
      if (section === 2) kinds[kind]();
      else number();
      content.push(bytes.subarray(from, at));
    }
    if (at !== end) throw new Error(`section ${section} of ${name}'s module is not understood`);
    const made = Buffer.concat(content);
    parts.push(Buffer.from([section]), leb(made.length), made);
  }
  return Buffer.concat(parts);
}

function bindgen() {
  const folders = process.env.PATH.split(delimiter).filter((folder) => folder !== OWN);
  const found = folders.map((folder) => join(folder, "wasm-bindgen")).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error("wasm-bindgen is not installed; run scripts/setup");
  return found;
}

function run(program, list) {
  const done = spawnSync(program, list, { stdio: ["ignore", "inherit", "inherit"] });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${program} failed`);
}
