// OGG files: read as a player does, who trusts nothing in them, and one in which nothing is heard.

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

/// A voice message of so many seconds, as phones record it, in a quiet room.
export function silence(seconds: number): Buffer {
  const head = Buffer.from([...Buffer.from("OpusHead"), 1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0]);
  const tags = Buffer.from([...Buffer.from("OpusTags"), 5, 0, 0, 0, ...Buffer.from("Story"), 0, 0, 0, 0]);
  const moments = Array.from({ length: seconds * 50 }, () => Buffer.from([0xf8, 0xff, 0xfe]));
  return Buffer.concat([page(2, 0, 0, [head]), page(0, 0, 1, [tags]), page(4, seconds * 48_000, 2, moments)]);
}

/// Of at most 255 packets that are shorter than 255 bytes.
function page(mark: number, position: number, number: number, packets: Buffer[]): Buffer {
  const header = Buffer.alloc(27);
  header.write("OggS", "latin1");
  header[5] = mark;
  header.writeBigUInt64LE(BigInt(position), 6);
  header.writeUInt32LE(4711, 14);
  header.writeUInt32LE(number, 18);
  header[26] = packets.length;
  const page = Buffer.concat([header, Buffer.from(packets.map((packet) => packet.length)), ...packets]);
  page.writeUInt32LE(checksum(page), 22);
  return page;
}
