//! Writes OGG pages. <https://www.rfc-editor.org/rfc/rfc3533>, <https://www.rfc-editor.org/rfc/rfc7845>

/// About a second of sound on each page, so that a player can seek.
const PAGE_SAMPLES: u64 = 48_000;
/// Lengths that a page's table has room for.
const SEGMENTS: usize = 255;
/// Any number would do: there is one stream in the file.
const SERIAL: u32 = 0x4f52_4c31;

const FIRST: u8 = 2;
const LAST: u8 = 4;

/// A whole file: the two headers on pages of their own, then the packets with their samples.
pub fn write(head: &[u8], packets: &[(&[u8], u64)]) -> Vec<u8> {
    let mut file = File::default();
    file.page(&[head], FIRST);
    file.page(&[b"OpusTags\x05\0\0\0Oriel\0\0\0\0"], 0);
    let mut page: Vec<&[u8]> = Vec::new();
    let (mut segments, mut samples) = (0, 0);
    for (packet, length) in packets {
        let needed = packet.len() / 255 + 1;
        if segments + needed > SEGMENTS || samples >= PAGE_SAMPLES {
            file.page(&page, 0);
            page.clear();
            (segments, samples) = (0, 0);
        }
        page.push(packet);
        segments += needed;
        samples += length;
        file.position += length;
    }
    file.page(&page, LAST);
    file.bytes
}

#[derive(Default)]
struct File {
    bytes: Vec<u8>,
    pages: u32,
    /// Samples up to the end of the last packet.
    position: u64,
}

impl File {
    fn page(&mut self, packets: &[&[u8]], kind: u8) {
        let start = self.bytes.len();
        self.bytes.extend(b"OggS\0");
        self.bytes.push(kind);
        self.bytes.extend(self.position.to_le_bytes());
        self.bytes.extend(SERIAL.to_le_bytes());
        self.bytes.extend(self.pages.to_le_bytes());
        self.bytes.extend([0; 4]);
        let mut table = Vec::with_capacity(SEGMENTS);
        for packet in packets {
            table.resize(table.len() + packet.len() / 255, 255);
            table.push((packet.len() % 255) as u8);
        }
        self.bytes.push(table.len() as u8);
        self.bytes.extend(table);
        packets.iter().for_each(|packet| self.bytes.extend(*packet));
        let sum = checksum(&self.bytes[start..]);
        self.bytes[start + 22..start + 26].copy_from_slice(&sum.to_le_bytes());
        self.pages += 1;
    }
}

/// OGG's own CRC: not reflected, beginning with zero.
fn checksum(page: &[u8]) -> u32 {
    page.iter().fold(0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte) << 24, |sum, _| {
            let carry = (sum >> 31) * 0x04c1_1db7;
            sum << 1 ^ carry
        })
    })
}
