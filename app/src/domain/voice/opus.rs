//! Opus packets, as far as their first bytes tell. <https://www.rfc-editor.org/rfc/rfc6716#section-3>

use super::Broken;

/// 120 milliseconds, the longest packet, at 48 kHz.
const LONGEST: u64 = 5760;
/// RFC 6716 allows 48 frames of 1275 bytes; with their lengths it is a little more.
const LARGEST: usize = 61_440;

/// Samples at 48 kHz; nothing when it is no packet.
pub fn samples(packet: &[u8]) -> Option<u64> {
    let toc = *packet.first()?;
    let config = u64::from(toc >> 3);
    let frame = match config {
        0..12 => [480, 960, 1920, 2880][(config % 4) as usize],
        12..16 => [480, 960][(config % 2) as usize],
        _ => [120, 240, 480, 960][(config % 4) as usize],
    };
    let frames = match toc & 3 {
        0 => 1,
        1 | 2 => 2,
        _ => u64::from(packet.get(1)? & 0x3f),
    };
    let samples = frame * frames;
    (samples > 0 && samples <= LONGEST && packet.len() <= LARGEST).then_some(samples)
}

/// The identification header, with one channel: WhatsApp wants voice messages in mono, and a decoder makes
/// mono of any packet. <https://www.rfc-editor.org/rfc/rfc7845#section-5.1>
pub fn mono_head(recorded: &[u8]) -> Result<Vec<u8>, Broken> {
    let mut head = b"OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0".to_vec();
    if recorded.is_empty() {
        return Ok(head);
    }
    let sound = recorded.len() >= head.len() && recorded.starts_with(b"OpusHead");
    let (Some(version), Some(family)) = (recorded.get(8), recorded.get(18)) else {
        return Err(Broken::Odd);
    };
    if !sound || *version > 15 || *family != 0 {
        return Err(Broken::Odd);
    }
    // What is skipped at the start, the rate of the recording and its gain.
    head[10..18].copy_from_slice(&recorded[10..18]);
    Ok(head)
}
