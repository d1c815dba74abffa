//! What browsers compare a file with before they use it (W3C Subresource Integrity).

use sha2::{Digest, Sha384};

/// `sha384-` and the hash of the bytes in base64.
pub fn of(bytes: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(bytes)))
}

/// Base64 (RFC 4648, section 4) of whole groups of three bytes: a SHA-384 has 48.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let groups =
        bytes.chunks_exact(3).map(|group| group.iter().fold(0, |n, b| n << 8 | usize::from(*b)));
    let digits =
        groups.flat_map(|n| [18, 12, 6, 0].map(|shift| char::from(DIGITS[n >> shift & 63])));
    digits.collect()
}

#[test]
fn it_is_what_openssl_says() {
    // printf 'plumb line' | openssl dgst -sha384 -binary | base64
    assert_eq!(
        of(b"plumb line"),
        "sha384-ouz2o+ohr6vQfy/DuR5iUstuAaZvnRnOcztAWLqStQuARJEv8CiVUuHqPHTwF8zO"
    );
}
