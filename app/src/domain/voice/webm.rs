//! Reads what a browser records: elements one after the other, containers entered rather than skipped,
//! so that those of unknown size need nothing special. <https://www.rfc-editor.org/rfc/rfc8794>

use super::Broken;

const EBML: u32 = 0x1A45_DFA3;
const SEGMENT: u32 = 0x1853_8067;
const TRACKS: u32 = 0x1654_AE6B;
const TRACK: u32 = 0xAE;
const NUMBER: u32 = 0xD7;
const CODEC: u32 = 0x86;
const PRIVATE: u32 = 0x63A2;
const CLUSTER: u32 = 0x1F43_B675;
const GROUP: u32 = 0xA0;
const BLOCK: u32 = 0xA1;
const SIMPLE_BLOCK: u32 = 0xA3;

/// The first Opus track of a recording.
#[derive(Debug, Default)]
pub struct Recording<'a> {
    pub head: Option<&'a [u8]>,
    pub packets: Vec<&'a [u8]>,
}

#[derive(Debug, Default)]
struct Track<'a> {
    number: u64,
    opus: bool,
    head: Option<&'a [u8]>,
}

pub fn read(bytes: &[u8]) -> Result<Recording<'_>, Broken> {
    let mut rest = bytes;
    let mut tracks: Vec<Track> = Vec::new();
    let mut packets = Vec::new();
    if element(&mut rest).map(|(id, _)| id) != Some(EBML) {
        return Err(Broken::NoOpus);
    }
    rest = bytes;
    while let Some((id, size)) = element(&mut rest) {
        if matches!(id, SEGMENT | TRACKS | TRACK | CLUSTER | GROUP) {
            if id == TRACK {
                tracks.push(Track::default());
            }
            continue;
        }
        // A recording that was cut off ends inside its last element.
        let Some((content, after)) = size.and_then(|size| rest.split_at_checked(size)) else {
            break;
        };
        rest = after;
        match (id, tracks.last_mut()) {
            (NUMBER, Some(track)) => track.number = number(content),
            (CODEC, Some(track)) => track.opus = content == b"A_OPUS",
            (PRIVATE, Some(track)) => track.head = Some(content),
            (BLOCK | SIMPLE_BLOCK, _) => packets.extend(block(content)?),
            _ => {}
        }
    }
    let track = tracks.into_iter().find(|track| track.opus);
    let track = track.ok_or(Broken::NoOpus)?;
    Ok(Recording {
        head: track.head,
        packets: packets
            .into_iter()
            .filter(|(number, _)| *number == track.number)
            .map(|(_, packet)| packet)
            .collect(),
    })
}

/// The id and size of the next element; no size when it is unknown.
fn element(rest: &mut &[u8]) -> Option<(u32, Option<usize>)> {
    let (id, length) = vint(rest, 4, true)?;
    *rest = rest.get(length..)?;
    let (size, length) = vint(rest, 8, false)?;
    *rest = rest.get(length..)?;
    let unknown = size == (1 << (7 * length)) - 1;
    let size = (!unknown).then_some(size).map(usize::try_from);
    Some((u32::try_from(id).ok()?, size.and_then(Result::ok)))
}

/// A number whose first bits tell its length; ids keep those bits.
fn vint(bytes: &[u8], longest: usize, keep: bool) -> Option<(u64, usize)> {
    let first = *bytes.first()?;
    let length = first.leading_zeros() as usize + 1;
    if length > longest {
        return None;
    }
    let mark = if keep { 0 } else { 1u64 << (7 * length) };
    let value = number(bytes.get(..length)?);
    Some((value & !mark, length))
}

fn number(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0, |value, byte| value << 8 | u64::from(*byte))
}

/// The track and the packet of a block. Browsers put one packet into each.
fn block(content: &[u8]) -> Result<Option<(u64, &[u8])>, Broken> {
    let Some((track, length)) = vint(content, 8, false) else {
        return Ok(None);
    };
    let (Some(flags), Some(packet)) = (content.get(length + 2), content.get(length + 3..)) else {
        return Ok(None);
    };
    if flags & 0x06 != 0 {
        return Err(Broken::Odd);
    }
    Ok(Some((track, packet)))
}
