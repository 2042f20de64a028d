//! Voice messages. WhatsApp takes Opus in OGG; most browsers record Opus in WebM. The sound itself stays as it is:
//! it is only wrapped anew.

mod ogg;
mod opus;
mod webm;

/// Longest recording. At the usual 32 kbit/s it is far below WhatsApp's 16 MB.
pub const LONGEST_SECONDS: u64 = 15 * 60;

/// Why a recording cannot be wrapped anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It is no WebM, or has no Opus track.
    NoOpus,
    /// It holds no sound.
    Empty,
    /// It is written in a way that no browser writes.
    Odd,
}

/// An OGG/Opus file with the sound of a WebM recording.
pub fn ogg_of_webm(webm: &[u8]) -> Result<Vec<u8>, Broken> {
    let recording = webm::read(webm)?;
    let head = opus::mono_head(recording.head.unwrap_or_default())?;
    let packets = recording
        .packets
        .into_iter()
        .filter_map(|packet| Some((packet, opus::samples(packet)?)))
        .collect::<Vec<_>>();
    if packets.is_empty() {
        return Err(Broken::Empty);
    }
    Ok(ogg::write(&head, &packets))
}

#[cfg(test)]
mod tests;
