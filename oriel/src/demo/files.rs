//! The files that people send: drawn and written by us, kept by the sandbox.

use sandbox::Sandbox;
use serde_json::{Value, json};

/// Media nodes, ready to stand in a message.
pub struct Files {
    bike: Value,
    brake: Value,
    bench: Value,
    video: Value,
    voice: Value,
    sticker: Value,
    paper: Value,
}

impl Files {
    pub fn new(sandbox: &Sandbox) -> Self {
        let keep = |bytes: Vec<u8>, kept_as: &str, kind: &str, name: &str| {
            let id = sandbox.add_media(bytes, kept_as, name);
            json!({"id": id, "mime_type": kind})
        };
        let photo =
            |bytes: &[u8], name: &str| keep(bytes.to_vec(), "image/jpeg", "image/jpeg", name);
        Self {
            bike: photo(BIKE, "bike.jpg"),
            brake: photo(BRAKE, "brake.jpg"),
            bench: photo(BENCH, "bench.jpg"),
            video: keep(FILM.to_vec(), "video/mp4", "video/mp4", "metres.mp4"),
            voice: keep(
                silence(),
                "audio/ogg",
                "audio/ogg; codecs=opus",
                "voice.ogg",
            ),
            sticker: keep(STICKER.to_vec(), "image/webp", "image/webp", "sticker.webp"),
            paper: keep(
                PAPER.as_bytes().to_vec(),
                "application/pdf",
                "application/pdf",
                "paper.pdf",
            ),
        }
    }

    /// The photograph that shows what somebody writes about.
    pub fn picture(&self, about: &str) -> Value {
        match about {
            "bike" | "old" => self.bike.clone(),
            "brake" => self.brake.clone(),
            _ => self.bench.clone(),
        }
    }

    pub fn video(&self) -> Value {
        self.video.clone()
    }

    pub fn voice(&self) -> Value {
        self.voice.clone()
    }

    pub fn sticker(&self) -> Value {
        self.sticker.clone()
    }

    pub fn paper(&self) -> Value {
        self.paper.clone()
    }
}

/// Three seconds of silence, as voice messages are: Opus in Ogg, one channel.
/// <https://www.rfc-editor.org/rfc/rfc7845>
fn silence() -> Vec<u8> {
    let mut head = b"OpusHead\x01\x01".to_vec();
    head.extend([0, 0]);
    head.extend(48_000u32.to_le_bytes());
    head.extend([0, 0, 0]);
    let mut tags = b"OpusTags".to_vec();
    tags.extend(5u32.to_le_bytes());
    tags.extend(b"Acorn");
    tags.extend(0u32.to_le_bytes());
    // A packet of 20 milliseconds in which nothing is heard.
    let packets = vec![&[0xf8, 0xff, 0xfe][..]; 150];
    let mut ogg = Vec::new();
    page(&mut ogg, 2, 0, 0, &[&head]);
    page(&mut ogg, 0, 0, 1, &[&tags]);
    page(&mut ogg, 4, 150 * 960, 2, &packets);
    ogg
}

/// A page of Ogg, of packets that are shorter than 255 bytes.
fn page(ogg: &mut Vec<u8>, flags: u8, position: u64, nth: u32, packets: &[&[u8]]) {
    let mut page = b"OggS\0".to_vec();
    page.push(flags);
    page.extend(position.to_le_bytes());
    page.extend(4711u32.to_le_bytes());
    page.extend(nth.to_le_bytes());
    page.extend([0; 4]);
    page.push(packets.len() as u8);
    page.extend(packets.iter().map(|packet| packet.len() as u8));
    page.extend(packets.concat());
    let sum = page.iter().fold(0u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte) << 24, |sum, _| {
            if sum >> 31 == 1 {
                sum << 1 ^ 0x04c1_1db7
            } else {
                sum << 1
            }
        })
    });
    page[22..26].copy_from_slice(&sum.to_le_bytes());
    ogg.extend(page);
}

/// A bike against a wall, the brake of one from near by, and a display that lies on the workshop's bench:
/// drawn by `scripts/photos.mjs`.
const BIKE: &[u8] = include_bytes!("photos/bike.jpg");
const BRAKE: &[u8] = include_bytes!("photos/brake.jpg");
const BENCH: &[u8] = include_bytes!("photos/bench.jpg");

/// A bike with wheels that turn, for two seconds: 30 drawings of 240 by 240 points, and then
/// `ffmpeg -framerate 15 -i f%02d.png -c:v libx264 -profile:v baseline -pix_fmt yuv420p -crf 30 -preset veryslow
/// -movflags +faststart -map_metadata -1 -fflags +bitexact -flags:v +bitexact metres.mp4`, with Debian's ffmpeg.
const FILM: &[u8] = include_bytes!("metres.mp4");

/// The same bike without a ground, 512 by 512 points as WhatsApp wants it:
/// `ffmpeg -i sticker.png -c:v libwebp -lossless 1 -compression_level 6 -map_metadata -1 sticker.webp`.
const STICKER: &[u8] = include_bytes!("sticker.webp");

const PAPER: &str = "%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 54>>stream
BT /F 24 Tf 60 500 Td (Acorn Bikes, made up) Tj ET   
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
";
