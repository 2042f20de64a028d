//! The size of a picture, read from its header, and a small copy of large ones.

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, GenericImageView, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// A picture as people see it: turned as its camera was held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    pub size: Option<(u32, u32)>,
    /// A small copy, as a JPEG.
    pub small: Option<Vec<u8>>,
}

/// Larger pictures are not decoded: one of 25 megapixels is 100 MB of memory.
const PIXELS: u64 = 25_000_000;
/// The longer edge of the small copy.
const EDGE: u32 = 640;
/// Smaller files are shown as they are.
const WORTH_IT: usize = 150 << 10;

/// Takes its time: it belongs on a thread of its own.
pub fn look(mime_type: &str, bytes: &[u8]) -> Picture {
    let format = match mime_type {
        "image/jpeg" => ImageFormat::Jpeg,
        "image/png" => ImageFormat::Png,
        "image/webp" => ImageFormat::WebP,
        "image/gif" => {
            return Picture {
                size: gif(bytes),
                small: None,
            };
        }
        _ => return Picture::default(),
    };
    // A picture that cannot be read is shown, or not, by the browser.
    read(format, bytes).unwrap_or_default()
}

fn read(format: ImageFormat, bytes: &[u8]) -> Option<Picture> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(4 * PIXELS + (16 << 20));
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let size = Some(if lies_on_its_side(turned) {
        (height, width)
    } else {
        (width, height)
    });
    let worth_it = bytes.len() > WORTH_IT && u64::from(width) * u64::from(height) <= PIXELS;
    let whole = worth_it.then(|| DynamicImage::from_decoder(decoder).ok());
    Some(Picture {
        size,
        small: whole.flatten().and_then(|whole| small(whole, turned)),
    })
}

fn small(whole: DynamicImage, turned: Orientation) -> Option<Vec<u8>> {
    let mut small = if whole.width().max(whole.height()) > EDGE {
        whole.thumbnail(EDGE, EDGE)
    } else {
        whole
    };
    // A JPEG knows no transparency: such a picture is shown as it is.
    if small.color().has_alpha() && small.pixels().any(|(.., pixel)| pixel.0[3] < 255) {
        return None;
    }
    small.apply_orientation(turned);
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, 80);
    small.to_rgb8().write_with_encoder(encoder).ok()?;
    Some(jpeg)
}

const fn lies_on_its_side(turned: Orientation) -> bool {
    matches!(
        turned,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

fn gif(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| {
        let two = bytes.get(at..at + 2)?;
        Some(u32::from(u16::from_le_bytes(two.try_into().ok()?)))
    };
    Some((number(6)?, number(8)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage};

    /// Noise, so that it is large.
    fn noise(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let picture = RgbImage::from_fn(width, height, |x, y| {
            let shade = x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503).wrapping_mul(x);
            Rgb([shade as u8, (shade >> 8) as u8, (shade >> 16) as u8])
        });
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_large_picture_has_a_small_copy_and_a_small_one_has_none() {
        for (format, mime) in [
            (ImageFormat::Jpeg, "image/jpeg"),
            (ImageFormat::Png, "image/png"),
            (ImageFormat::WebP, "image/webp"),
        ] {
            let large = look(mime, &noise(900, 450, format));
            assert_eq!(large.size, Some((900, 450)), "{mime}");
            let copy = look("image/jpeg", &large.small.unwrap());
            assert_eq!(copy.size, Some((640, 320)), "{mime}");
            let small = look(mime, &noise(40, 20, format));
            assert_eq!((small.size, small.small), (Some((40, 20)), None));
        }
    }

    #[test]
    fn a_bomb_is_not_decoded() {
        // A header that promises 65,000 by 65,000, and nothing behind it.
        let mut bomb = noise(40, 20, ImageFormat::Png);
        bomb[16..24].copy_from_slice(&[0, 0, 0xfd, 0xe8, 0, 0, 0xfd, 0xe8]);
        bomb.resize(WORTH_IT + 1, 0);
        assert_eq!(look("image/png", &bomb).small, None);
        assert_eq!(look("image/png", b"\x89PNG\r\n\x1a\n"), Picture::default());
        assert_eq!(
            look("image/gif", b"GIF89a\x10\0\x20\0").size,
            Some((16, 32))
        );
        assert_eq!(look("image/gif", b"GIF89a\x10"), Picture::default());
    }
}
