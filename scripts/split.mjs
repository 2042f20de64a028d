// Stands before wasm-bindgen when Trunk calls it: takes out of the module what is only needed later (the functions
// marked with `wasm_split`, and what nothing else needs), and makes what is downloaded at once smaller.
// The parts lie beside Trunk's other intermediate files; compress.mjs puts those into the bundle that it names.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OWN = join(dirname(fileURLToPath(import.meta.url)), "tools");
// As in frontend/index.html, where they are for the first module. By their names, functions that were made from one
// stand beside each other, which compresses better.
const OPTIMIZE = [
  "-Oz", "--converge", "--code-folding", "--reorder-functions-by-name", "--low-memory-unused", "--strip-debug", "--strip-producers", "--enable-bulk-memory", "--enable-nontrapping-float-to-int",
  "--enable-sign-ext", "--enable-mutable-globals", "--enable-reference-types", "--enable-multivalue",
];
// What a program never calls, though its linker cannot know: a call would end in a trap, not in something wrong.
// wasm-streams', for requests that are streams: we have none.
const STREAMS = /^(__wbg_)?intounderlying/;
// Leptos' hydration of pages that come in pieces, one such future for each type of view. The inbox's comes whole
// (`hydrate_body`). Only what polls them goes: all of it names the view's own type, so that the linker has merged none
// with something else that is called. It does so with what drops or makes them.
const PIECES = /IntoAny\$GT\$8into_any13hydrate_async28_\$u7b\$\$u7b\$closure\$u7d\$\$u7d\$17h/;
const LINK = "./__wasm_split.js";

// What is opened is seen when its style is there, which is one sheet for all parts. The dashboard has none. Where it does
// not come, the part does not either, and both are asked for again: a link that has failed once never loads.
const DRESSED = `
let dressing;
const dressed = () => dressing ??= new Promise((done, failed) => {
  const link = document.getElementById("later");
  if (!link) return done();
  const sheet = link.cloneNode();
  sheet.onload = () => done();
  sheet.onerror = () => {
    dressing = undefined;
    failed(new Error("no style"));
  };
  sheet.disabled = false;
  link.replaceWith(sheet);
});
`;

const args = process.argv.slice(2);
const input = args.find((arg) => arg.endsWith(".wasm"));
const option = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);

if (!input || !option("out-dir") || !option("out-name")) {
  process.exit(spawnSync(bindgen(), args, { stdio: "inherit" }).status ?? 1);
}
const out = option("out-dir");
const name = option("out-name");
const work = mkdtempSync(join(tmpdir(), "oriel-split-"));

function build() {
  run("wasm-split-cli", ["--out-name", name, input, work]);
  for (const file of readdirSync(work).filter((file) => file.endsWith(".wasm"))) {
    const path = join(work, file);
    writeFileSync(path, emptied(readFileSync(path)));
  }
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
    .replace(/\bfetch\(new URL\(/g, "(dressed().catch(() => 0), fetch)(new URL(")
    .replace(/async \(imports\) => /g, "async (imports) => (await dressed()) ?? ")
    .replace(/"\.\/([a-z0-9_]+)\.wasm"/g, (_, stem) => {
      const from = join(work, `${stem}.wasm`);
      const to = join(work, `${stem}.small.wasm`);
      run("wasm-opt", [...OPTIMIZE, from, "-o", to]);
      const bytes = readFileSync(to);
      const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
      writeFileSync(join(folder, `${stem}-${hash}.wasm`), bytes);
      return `"./${stem}-${hash}.wasm"`;
    });
  if (!/\?\? \(?WebAssembly/.test(text)) throw new Error("the loader is not understood: parts would come without their style");
  return `${DRESSED}${text.replace(/^export const/gm, "const")}\nconst split = { ${loads.join(", ")} };\n`;
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
  return rewritten(bytes, (section, read) => {
    if (section !== 2 && section !== 7) return null;
    const short = (text) => {
      const made = Buffer.from(names.get(text) ?? text);
      return [leb(made.length), made];
    };
    const count = read.number();
    const content = [leb(count)];
    for (let nth = 0; nth < count; nth++) {
      content.push(...short(read.text()));
      if (section === 2) content.push(...short(read.text()));
      const from = read.at;
      if (section === 2) read.imported();
      else read.export();
      content.push(read.bytes.subarray(from, read.at));
    }
    return content;
  });
}

/// The module without the bodies of functions that are never called. What only they call falls away later.
function emptied(bytes) {
  const isUnused = (text) => STREAMS.test(text) || (name === "frontend" && PIECES.test(text));
  const unused = new Set();
  let imports = 0;
  // The names come last in a file, so it is read twice.
  rewritten(bytes, (section, read, end) => {
    if (section === 2) {
      for (let left = read.number(); left > 0; left--) {
        read.text();
        read.text();
        if (read.imported() === 0) imports++;
      }
    } else if (section === 0 && read.text() === "name") {
      while (read.at < end) {
        const kind = read.bytes[read.at++];
        const size = read.number();
        const after = read.at + size;
        for (let left = kind === 1 ? read.number() : 0; left > 0; left--) {
          const nth = read.number();
          if (isUnused(read.text())) unused.add(nth);
        }
        read.at = after;
      }
    }
    return null;
  });
  const trap = Buffer.from([3, 0, 0, 0x0b]);
  return rewritten(bytes, (section, read) => {
    if (section !== 10) return null;
    const count = read.number();
    const content = [leb(count)];
    for (let nth = 0; nth < count; nth++) {
      const from = read.at;
      const size = read.number();
      read.at += size;
      content.push(unused.has(imports + nth) ? trap : read.bytes.subarray(from, read.at));
    }
    return content;
  });
}

/// Goes through a module's sections; `change` answers what a section is to be, or null where it stays.
function rewritten(bytes, change) {
  const made = [bytes.subarray(0, 8)];
  const read = new Reader(bytes);
  while (read.at < bytes.length) {
    const section = bytes[read.at++];
    const size = read.number();
    const from = read.at;
    const content = change(section, read, from + size);
    if (content && read.at !== from + size) throw new Error(`section ${section} is not understood`);
    const all = content ? Buffer.concat(content) : bytes.subarray(from, from + size);
    made.push(Buffer.from([section]), leb(all.length), all);
    read.at = from + size;
  }
  return Buffer.concat(made);
}

class Reader {
  at = 8;

  constructor(bytes) {
    this.bytes = bytes;
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString("utf8", this.at - length, this.at);
  }

  limits() {
    const more = this.bytes[this.at++] & 1;
    this.number();
    if (more) this.number();
  }

  /// Answers the kind of what is imported: 0 is a function.
  imported() {
    const kind = this.bytes[this.at++];
    if (kind === 0) this.number();
    else if (kind === 3) this.at += 2;
    else {
      if (kind === 1 || kind === 4) this.at++;
      if (kind === 4) this.number();
      else this.limits();
    }
    return kind;
  }

  export() {
    this.at++;
    this.number();
  }
}

function leb(value) {
  const made = [];
  do {
    made.push((value % 128) | (value > 127 ? 128 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return Buffer.from(made);
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

try {
  build();
} finally {
  rmSync(work, { recursive: true, force: true });
}
