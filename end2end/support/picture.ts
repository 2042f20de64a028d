// Pictures that people send: photographs of the demo's, and one of any size that is one colour.
import { readFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";

/// For what people look at. They are JPEGs, 960 by 720 points.
export const photo = (name: "bike" | "brake" | "bench"): Buffer =>
  readFileSync(new URL(`../../oriel/src/demo/photos/${name}.jpg`, import.meta.url));

/// For what is measured: a PNG.
export function picture(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (width * 3 + 1), 0x60);
  for (let row = 0; row < height; row += 1) rows[row * (width * 3 + 1)] = 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(name: string, bytes: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), bytes]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
