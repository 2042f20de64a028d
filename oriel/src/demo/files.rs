//! The files that people send: drawn and written here, kept by the sandbox.

use sandbox::Sandbox;
use serde_json::{Value, json};

/// Media nodes, ready to stand in a message.
pub struct Files {
    pictures: Vec<Value>,
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
        let picture = |nth: usize| {
            let name = format!("picture-{nth}.png");
            keep(picture(HUES[nth]), "image/png", "image/png", &name)
        };
        Self {
            pictures: (0..HUES.len()).map(picture).collect(),
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

    /// The same word gives the same picture.
    pub fn picture(&self, about: &str) -> Value {
        let sum: usize = about.bytes().map(usize::from).sum();
        self.pictures[sum % self.pictures.len()].clone()
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

/// Colours of sky, ground and bike.
const HUES: [[[u8; 3]; 3]; 3] = [
    [[217, 228, 234], [185, 196, 176], [40, 50, 60]],
    [[250, 226, 196], [190, 150, 110], [150, 40, 40]],
    [[206, 222, 206], [120, 140, 120], [20, 80, 120]],
];

/// Width and height of a picture.
const SIZE: usize = 240;

/// Two wheels and a frame on the ground, as a PNG with a palette and without compression.
fn picture(hues: [[u8; 3]; 3]) -> Vec<u8> {
    let mut rows = Vec::with_capacity(SIZE * (SIZE + 1));
    for y in 0..SIZE {
        rows.push(0);
        rows.extend((0..SIZE).map(|x| shade(x as f32 / SIZE as f32, y as f32 / SIZE as f32)));
    }
    let mut header = Vec::new();
    header.extend((SIZE as u32).to_be_bytes());
    header.extend((SIZE as u32).to_be_bytes());
    header.extend([8, 3, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut png, *b"IHDR", &header);
    chunk(&mut png, *b"PLTE", &hues.concat());
    chunk(&mut png, *b"IDAT", &stored(&rows));
    chunk(&mut png, *b"IEND", &[]);
    png
}

fn shade(x: f32, y: f32) -> u8 {
    let wheel = |at: f32| ((x - at).hypot(y - 0.65) - 0.17).abs() < 0.015;
    let bar = |from: (f32, f32), to: (f32, f32)| {
        let along = ((x - from.0) * (to.0 - from.0) + (y - from.1) * (to.1 - from.1))
            / ((to.0 - from.0).powi(2) + (to.1 - from.1).powi(2));
        let along = along.clamp(0.0, 1.0);
        (x - from.0 - along * (to.0 - from.0)).hypot(y - from.1 - along * (to.1 - from.1)) < 0.014
    };
    let frame = bar((0.27, 0.65), (0.4, 0.4))
        || bar((0.4, 0.4), (0.66, 0.4))
        || bar((0.66, 0.4), (0.73, 0.65))
        || bar((0.27, 0.65), (0.5, 0.65))
        || bar((0.5, 0.65), (0.66, 0.4))
        || bar((0.36, 0.36), (0.45, 0.36));
    match (wheel(0.27) || wheel(0.73) || frame, y > 0.78) {
        (true, _) => 2,
        (false, ground) => u8::from(ground),
    }
}

/// zlib without compression.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut zlib = vec![0x78, 0x01];
    let blocks = bytes.chunks(0xffff);
    let last = blocks.len().saturating_sub(1);
    for (nth, block) in blocks.enumerate() {
        let length = block.len() as u16;
        zlib.push(u8::from(nth == last));
        zlib.extend(length.to_le_bytes());
        zlib.extend((!length).to_le_bytes());
        zlib.extend(block);
    }
    let (a, b) = bytes.iter().fold((1u32, 0u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (a + b) % 65_521)
    });
    zlib.extend((b << 16 | a).to_be_bytes());
    zlib
}

fn chunk(png: &mut Vec<u8>, kind: [u8; 4], bytes: &[u8]) {
    png.extend((bytes.len() as u32).to_be_bytes());
    let start = png.len();
    png.extend(kind);
    png.extend(bytes);
    let crc = !png[start..].iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                crc >> 1 ^ 0xedb8_8320
            } else {
                crc >> 1
            }
        })
    });
    png.extend(crc.to_be_bytes());
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

/// The same bike with wheels that turn, for two seconds: 30 pictures of 240 by 240 points, drawn as above, and then
/// `ffmpeg -framerate 15 -i f%02d.png -c:v libx264 -profile:v baseline -pix_fmt yuv420p -crf 30 -preset veryslow
/// -movflags +faststart -map_metadata -1 -fflags +bitexact -flags:v +bitexact metres.mp4`, with Debian's ffmpeg.
const FILM: &[u8] = include_bytes!("metres.mp4");

/// The bike without a ground, 512 by 512 points as WhatsApp wants it:
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
