use super::*;
use proptest::prelude::*;

/// An element with its size in the shortest form.
fn element(id: &[u8], content: &[u8]) -> Vec<u8> {
    let mut out = id.to_vec();
    match content.len() {
        size @ 0..0x7f => out.push(0x80 | size as u8),
        size => out.extend((0x1000_0000 | size as u32).to_be_bytes()),
    }
    out.extend(content);
    out
}

fn head(channels: u8) -> Vec<u8> {
    let mut head = b"OpusHead\x01".to_vec();
    head.push(channels);
    head.extend([0x38, 0x01, 0x80, 0xbb, 0, 0, 0, 0, 0]);
    head
}

fn block(track: u8, packet: &[u8]) -> Vec<u8> {
    let mut block = vec![0x80 | track, 0, 0, 0x80];
    block.extend(packet);
    block
}

/// As Chromium writes it: a segment and clusters of unknown size, and a second track that is not ours.
fn webm(packets: &[Vec<u8>]) -> Vec<u8> {
    let mut file = element(&[0x1a, 0x45, 0xdf, 0xa3], &element(&[0x42, 0x82], b"webm"));
    file.extend([
        0x18, 0x53, 0x80, 0x67, 0x01, 255, 255, 255, 255, 255, 255, 255,
    ]);
    let track = |number: u8, codec: &[u8], private: &[u8]| {
        let mut track = element(&[0xd7], &[number]);
        track.extend(element(&[0x86], codec));
        track.extend(element(&[0x63, 0xa2], private));
        element(&[0xae], &track)
    };
    let mut tracks = track(1, b"V_VP8", b"");
    tracks.extend(track(2, b"A_OPUS", &head(2)));
    file.extend(element(&[0x16, 0x54, 0xae, 0x6b], &tracks));
    for (nth, packet) in packets.iter().enumerate() {
        if nth % 3 == 0 {
            file.extend([0x1f, 0x43, 0xb6, 0x75, 0xff]);
            file.extend(element(&[0xe7], &[0]));
        }
        file.extend(element(&[0xa3], &block(1, b"a picture")));
        if nth % 2 == 0 {
            file.extend(element(&[0xa3], &block(2, packet)));
        } else {
            let group = element(&[0xa1], &block(2, packet));
            file.extend(element(&[0xa0], &group));
        }
    }
    file
}

struct Page {
    kind: u8,
    position: u64,
    number: u32,
    packets: Vec<Vec<u8>>,
}

/// Reads pages as a player does, and trusts nothing.
fn pages(mut file: &[u8]) -> Vec<Page> {
    let mut pages = Vec::new();
    while !file.is_empty() {
        assert_eq!(&file[..5], b"OggS\0");
        let count = file[26] as usize;
        let table = &file[27..27 + count];
        let size = table.iter().map(|length| *length as usize).sum::<usize>();
        let (page, after) = file.split_at(27 + count + size);
        assert_eq!(&page[22..26], &sum_by_bits(page).to_le_bytes());
        let mut rest = &page[27 + count..];
        let (mut packets, mut packet) = (Vec::new(), Vec::new());
        for length in table {
            let (part, after) = rest.split_at(*length as usize);
            packet.extend_from_slice(part);
            rest = after;
            if *length < 255 {
                packets.push(std::mem::take(&mut packet));
            }
        }
        assert!(packet.is_empty(), "no packet goes on to the next page");
        pages.push(Page {
            kind: page[5],
            position: u64::from_le_bytes(page[6..14].try_into().unwrap()),
            number: u32::from_le_bytes(page[18..22].try_into().unwrap()),
            packets,
        });
        file = after;
    }
    pages
}

/// The sum as a long division of polynomials, one bit at a time.
fn sum_by_bits(page: &[u8]) -> u32 {
    let mut page = page.to_vec();
    page[22..26].fill(0);
    page.extend([0; 4]);
    let mut remainder = 0u64;
    for byte in page {
        for bit in (0..8).rev() {
            remainder = remainder << 1 | u64::from(byte >> bit & 1);
            if remainder >> 32 == 1 {
                remainder ^= 0x1_04c1_1db7;
            }
        }
    }
    remainder as u32
}

fn packet() -> impl Strategy<Value = Vec<u8>> {
    // One frame of any length that Opus knows, and any sound.
    (0u8..32, prop::collection::vec(any::<u8>(), 0..1500)).prop_map(|(config, sound)| {
        let mut packet = vec![config << 3];
        packet.extend(sound);
        packet
    })
}

proptest! {
    #[test]
    fn the_sound_stays_as_it_is(packets in prop::collection::vec(packet(), 1..120)) {
        let file = ogg_of_webm(&webm(&packets)).unwrap();
        let pages = pages(&file);
        prop_assert_eq!(&pages[0].packets, &[head(1)], "one channel, the rest as recorded");
        prop_assert!(pages[1].packets[0].starts_with(b"OpusTags"));
        let told: Vec<Vec<u8>> = pages[2..].iter().flat_map(|page| page.packets.clone()).collect();
        prop_assert_eq!(&told, &packets);
        let mut position = 0;
        for (nth, page) in pages.iter().enumerate() {
            prop_assert_eq!(page.number as usize, nth);
            let kind = u8::from(nth == 0) * 2 + u8::from(nth == pages.len() - 1) * 4;
            prop_assert_eq!(page.kind, kind);
            if nth > 1 {
                position += page.packets.iter().filter_map(|packet| opus::samples(packet)).sum::<u64>();
            }
            prop_assert_eq!(page.position, position);
        }
    }

    #[test]
    fn hostile_bytes_harm_nobody(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = ogg_of_webm(&bytes);
        let mut begun = webm(&[]);
        begun.extend(&bytes);
        let _ = ogg_of_webm(&begun);
    }

    #[test]
    fn a_changed_or_cut_recording_harms_nobody(
        packets in prop::collection::vec(packet(), 1..4),
        at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>(),
    ) {
        let mut file = webm(&packets);
        let at = at.index(file.len());
        file[at] = byte;
        if let Ok(ogg) = ogg_of_webm(&file) {
            pages(&ogg);
        }
        let cut = cut.index(file.len());
        let _ = ogg_of_webm(&file[..cut]);
    }
}

#[test]
fn what_is_no_recording_is_said_to_be_none() {
    assert_eq!(ogg_of_webm(b""), Err(Broken::NoOpus));
    assert_eq!(ogg_of_webm(b"RIFF....WAVE"), Err(Broken::NoOpus));
    assert_eq!(ogg_of_webm(&webm(&[])), Err(Broken::Empty));
}

#[test]
fn packets_are_as_long_as_their_first_byte_says() {
    assert_eq!(opus::samples(&[3 << 3]), Some(2880), "60 ms");
    assert_eq!(opus::samples(&[31 << 3]), Some(960), "20 ms");
    assert_eq!(opus::samples(&[16 << 3 | 1]), Some(240), "two of 2.5 ms");
    assert_eq!(opus::samples(&[15 << 3 | 3, 6]), Some(5760), "120 ms");
    assert_eq!(opus::samples(&[3 << 3 | 3, 3]), None, "180 ms");
    assert_eq!(opus::samples(&[3]), None);
    assert_eq!(opus::samples(&[]), None);
}
