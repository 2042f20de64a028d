// Reads an OGG file as a player does, and trusts nothing in it.

export interface Ogg {
  packets: Buffer[];
  /// In seconds.
  length: number;
}

export function readOgg(file: Buffer): Ogg {
  const packets: Buffer[] = [];
  let position = 0n;
  let at = 0;
  for (let number = 0; at < file.length; number += 1) {
    const count = file[at + 26];
    const table = file.subarray(at + 27, at + 27 + count);
    const size = 27 + count + table.reduce((sum, length) => sum + length, 0);
    const page = file.subarray(at, at + size);
    const last = at + size === file.length;
    if (page.toString("latin1", 0, 4) !== "OggS") throw new Error(`no page at ${at}`);
    if (page.readUInt32LE(18) !== number) throw new Error(`page ${number} is out of order`);
    if (page[5] !== (number === 0 ? 2 : 0) + (last ? 4 : 0)) throw new Error(`page ${number} is marked wrongly`);
    if (page.readUInt32LE(22) !== checksum(page)) throw new Error(`page ${number} is damaged`);
    if (page.readBigUInt64LE(6) < position) throw new Error(`page ${number} goes back in time`);
    position = page.readBigUInt64LE(6);
    let start = 27 + count;
    let end = start;
    for (const length of table) {
      end += length;
      if (length < 255) {
        packets.push(page.subarray(start, end));
        start = end;
      }
    }
    at += size;
  }
  const skipped = BigInt(packets[0].readUInt16LE(10));
  return { packets, length: Number(position - skipped) / 48_000 };
}

function checksum(page: Buffer): number {
  let sum = 0;
  page.forEach((byte, nth) => {
    sum ^= (nth >= 22 && nth < 26 ? 0 : byte) << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x8000_0000 ? (sum << 1) ^ 0x04c1_1db7 : sum << 1;
  });
  return sum >>> 0;
}
