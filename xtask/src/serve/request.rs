//! Reads what a browser asks for.

use super::{reply, Files};

/// What has arrived so far.
pub enum Parsed {
    /// The beginning of a request.
    Partial,
    /// Something that is never answered.
    Bad,
    /// A whole one.
    Request(Request),
}

/// A request for a file.
pub struct Request {
    /// The path, and a query if there is one.
    pub target: String,
    accept_encoding: String,
    head_only: bool,
    /// How many bytes it took.
    pub length: usize,
}

impl Request {
    /// The whole answer to it.
    pub fn answer(&self, files: &Files) -> Vec<u8> {
        reply::reply(files, &self.target, &self.accept_encoding, self.head_only)
    }
}

/// Reads a request from what has arrived.
pub fn parse(bytes: &[u8]) -> Parsed {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut request = httparse::Request::new(&mut headers);
    let length = match request.parse(bytes) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return Parsed::Partial,
        Err(_) => return Parsed::Bad,
    };
    let (Some(method @ ("GET" | "HEAD")), Some(target)) = (request.method, request.path) else {
        return Parsed::Bad;
    };
    let header = |name: &str| {
        let found = request.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        found.map(|header| String::from_utf8_lossy(header.value).into_owned()).unwrap_or_default()
    };
    Parsed::Request(Request {
        target: target.to_owned(),
        accept_encoding: header("accept-encoding"),
        head_only: method == "HEAD",
        length,
    })
}
