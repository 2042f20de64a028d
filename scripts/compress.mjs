// Puts a .br and a .gz beside each file of the bundle that shrinks, before Trunk moves it into dist/.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const folder = process.env.TRUNK_STAGING_DIR;
const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };

for (const name of readdirSync(folder).filter((name) => /\.(js|wasm|css|svg)$/.test(name))) {
  const file = join(folder, name);
  const bytes = readFileSync(file);
  params[constants.BROTLI_PARAM_SIZE_HINT] = bytes.length;
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
