// Puts into the bundle the parts that its script names, which split.mjs made, and a .br and a .gz beside each file
// that shrinks, before Trunk moves it into dist/.
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const folder = process.env.TRUNK_STAGING_DIR;
const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };

const made = join(process.env.CARGO_TARGET_DIR ?? "target", "wasm-bindgen", "release", "parts");
for (const name of readdirSync(folder).filter((name) => name.endsWith(".js"))) {
  for (const [, part] of readFileSync(join(folder, name), "utf8").matchAll(/"\.\/([\w-]+\.wasm)"/g)) {
    copyFileSync(join(made, part), join(folder, part));
  }
}

for (const name of readdirSync(folder).filter((name) => /\.(js|wasm|css|svg)$/.test(name))) {
  const file = join(folder, name);
  const bytes = readFileSync(file);
  params[constants.BROTLI_PARAM_SIZE_HINT] = bytes.length;
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
