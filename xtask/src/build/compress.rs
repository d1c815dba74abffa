//! Every file as it will travel: plain, gzip and brotli, at their highest levels.

use std::io::Write;

use super::site::{Asset, Site};

/// A file of `dist/` with its compressed forms.
pub struct Packed {
    /// Its name before it got a hash, such as `plumbline.css`.
    pub source: String,
    /// Its path in `dist/`.
    pub name: String,
    /// Whether another file holds the same bytes under a name of its own.
    pub copy: bool,
    pub raw: Vec<u8>,
    /// Compressed by gzip.
    pub gzip: Vec<u8>,
    /// Compressed by brotli.
    pub brotli: Vec<u8>,
}

pub fn all(site: &Site) -> Vec<Packed> {
    site.assets().iter().map(pack).collect()
}

/// One file in its forms.
pub fn pack(asset: &Asset) -> Packed {
    Packed {
        source: asset.source.clone(),
        name: asset.name.clone(),
        copy: asset.copy,
        gzip: gzip(&asset.bytes),
        brotli: brotli(&asset.bytes),
        raw: asset.bytes.clone(),
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    // Writing to memory cannot fail, and an empty result would be noticed at once.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams {
        quality: 11,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let _ = brotli::BrotliCompress(&mut &*bytes, &mut packed, &best);
    packed
}

/// Names and sizes, as text.
pub fn table(files: &[Packed]) -> String {
    let mut text = format!("{:<44} {:>9} {:>9} {:>9}\n", "file", "raw", "gzip", "brotli");
    for file in files {
        let (raw, gz, br) = (file.raw.len(), file.gzip.len(), file.brotli.len());
        text += &format!("{:<44} {raw:>9} {gz:>9} {br:>9}\n", file.name);
    }
    text
}

#[test]
fn what_is_packed_can_be_unpacked() {
    use std::io::Read;
    let text = "plumb line ".repeat(1000);
    let mut back = String::new();
    let mut packed = &*gzip(text.as_bytes());
    flate2::read::GzDecoder::new(&mut packed).read_to_string(&mut back).unwrap();
    assert_eq!(back, text);
    let mut back = Vec::new();
    brotli::BrotliDecompress(&mut &*brotli(text.as_bytes()), &mut back).unwrap();
    assert_eq!(back, text.as_bytes());
}
