//! What to answer: headers, type and form of a file.

use super::Files;
use crate::build::is_hashed;

/// The policy of every page. Stricter than most sites have, so that what works here works there.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    require-trusted-types-for 'script'";

/// How a file can be compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// `br`
    Brotli,
    /// `gzip`
    Gzip,
}

impl Encoding {
    fn name(self) -> &'static str {
        match self {
            Encoding::Brotli => "br",
            Encoding::Gzip => "gzip",
        }
    }
}

/// The answer to a request for `target`, as bytes for the wire.
pub fn reply(files: &Files, target: &str, accept_encoding: &str, head_only: bool) -> Vec<u8> {
    let path = target.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let path = match path {
        "" => "index.html".to_owned(),
        folder if folder.ends_with('/') => format!("{folder}index.html"),
        file => file.to_owned(),
    };
    let Some(found) = files.find(&path, |encoding| accepts(accept_encoding, encoding)) else {
        return plain("404 Not Found", "there is no such file\n");
    };
    let mut head = vec![
        format!("Content-Type: {}", mime(&path)),
        format!("Cache-Control: {}", keep(&path)),
        "Vary: Accept-Encoding".to_owned(),
    ];
    if path.ends_with(".html") {
        head.push(format!("Content-Security-Policy: {POLICY}"));
    }
    if let Some(encoding) = found.encoding {
        head.push(format!("Content-Encoding: {}", encoding.name()));
    }
    let body: &[u8] = if head_only { &[] } else { &found.bytes };
    message("200 OK", &head, found.bytes.len(), body)
}

/// A short answer in words.
pub fn plain(status: &str, text: &str) -> Vec<u8> {
    let head = ["Content-Type: text/plain; charset=utf-8".to_owned()];
    message(status, &head, text.len(), text.as_bytes())
}

fn message(status: &str, head: &[String], length: usize, body: &[u8]) -> Vec<u8> {
    let head = head.join("\r\n");
    // In one piece: a head sent by itself would wait for the browser to acknowledge it.
    let mut bytes = format!(
        "HTTP/1.1 {status}\r\n{head}\r\nX-Content-Type-Options: nosniff\r\n\
         Content-Length: {length}\r\n\r\n"
    )
    .into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

/// Whether an `Accept-Encoding` header lets this encoding through.
fn accepts(header: &str, encoding: Encoding) -> bool {
    header.split(',').any(|part| {
        let mut part = part.split(';').map(str::trim);
        let named = part.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding.name()));
        let weight = part.find_map(|p| p.strip_prefix("q=")).and_then(|q| q.parse::<f32>().ok());
        named && weight != Some(0.0)
    })
}

fn keep(path: &str) -> &'static str {
    if is_hashed(path) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

fn mime(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::root;

    fn get(target: &str) -> String {
        // The sources of this very program stand in for test pages.
        let files = Files::default().with_pages(&root().join("xtask/src/serve"));
        String::from_utf8(reply(&files, target, "", false)).unwrap()
    }

    #[test]
    fn wasm_has_the_type_that_streaming_needs() {
        assert_eq!(mime("plumbline_bg-0123456789.wasm"), "application/wasm");
        assert_eq!(mime("no-extension"), "application/octet-stream");
    }

    #[test]
    fn an_encoding_is_accepted_when_named_and_not_refused() {
        assert!(accepts("gzip, deflate, br, zstd", Encoding::Brotli));
        assert!(accepts("GZIP;q=0.5", Encoding::Gzip));
        assert!(!accepts("gzip, br;q=0", Encoding::Brotli));
        assert!(!accepts("gzip, brotli", Encoding::Brotli));
        assert!(!accepts("", Encoding::Gzip));
    }

    #[test]
    fn only_what_never_changes_is_kept() {
        assert!(keep("locales/en-0123456789.json").contains("immutable"));
        assert_eq!(keep("plumbline.js"), "no-cache");
        assert_eq!(keep("index.html"), "no-cache");
    }

    #[test]
    fn every_answer_forbids_guessing_types() {
        assert!(get("/pages/reload.js?x").contains("\r\nX-Content-Type-Options: nosniff\r\n"));
        assert!(get("/none").starts_with("HTTP/1.1 404 Not Found\r\n"));
    }
}
