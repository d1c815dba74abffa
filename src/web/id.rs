//! Identifiers that no other device and no other tab gives.

use std::fmt::Write;

/// 16 random bytes in hexadecimal. `crypto.randomUUID` exists in secure contexts only.
pub(super) fn new() -> String {
    let mut bytes = [0; 16];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let drawn = crypto.and_then(|c| c.get_random_values_with_u8_array(&mut bytes).ok());
    let mut id = String::with_capacity(32);
    if drawn.is_none() {
        let _ =
            write!(id, "{:x}-{:x}", super::clock::now() as u64, js_sys::Math::random().to_bits());
        return id;
    }
    for byte in bytes {
        let _ = write!(id, "{byte:02x}");
    }
    id
}
