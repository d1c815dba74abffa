//! The development server, for this machine alone.

use std::convert::Infallible;
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{HeaderMap, HeaderValue};
use hyper::header::{
    ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    VARY, X_CONTENT_TYPE_OPTIONS,
};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::sync::watch;

use super::Files;
use crate::build::is_hashed;

/// The policy of every page. Stricter than most sites have, so that what works here works there.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    require-trusted-types-for 'script'";
/// How long a page waits for a change before it asks again.
const PULSE: Duration = Duration::from_secs(15);

/// A running server. It ends with the process.
pub struct Server(watch::Sender<State>);

#[derive(Clone)]
struct State {
    files: Arc<Files>,
    /// When `files` were built; a page reloads when this is another one.
    build: u128,
    /// Why the build after that failed.
    error: String,
    /// When any of these changed.
    changed: u128,
}

impl Server {
    /// Answers requests at `listener` from `files`.
    pub fn start(listener: TcpListener, files: Files) -> Result<Server> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.context("cannot start the server's runtime")?;
        listener.set_nonblocking(true).context("cannot set up the server's port")?;
        let now = now();
        let state =
            State { files: Arc::new(files), build: now, error: String::new(), changed: now };
        let (sender, state) = watch::channel(state);
        let run = move || runtime.block_on(accept(listener, state));
        let thread = thread::Builder::new().name("server".into());
        thread.spawn(run).context("cannot start the server's thread")?;
        Ok(Server(sender))
    }

    /// Serves another build from now on, and has the open pages reload.
    pub fn replace(&self, files: Files) {
        self.0.send_modify(|state| {
            let files = Arc::new(files.with_pages_of(&state.files));
            let now = now();
            *state = State { files, build: now, error: String::new(), changed: now };
        });
    }

    /// Has the open pages say why the last build failed.
    pub fn report(&self, error: String) {
        self.0.send_modify(|state| *state = State { error, changed: now(), ..state.clone() });
    }
}

fn now() -> u128 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.unwrap_or_default().as_nanos()
}

async fn accept(listener: TcpListener, state: watch::Receiver<State>) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        let Ok((stream, _)) = listener.accept().await else { continue };
        let state = state.clone();
        let answer = service_fn(move |request: Request<hyper::body::Incoming>| {
            let state = state.clone();
            async move { Ok::<_, Infallible>(answer(&request, state).await) }
        });
        let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), answer);
        // A browser that hangs up in the middle is no concern of ours.
        tokio::spawn(async { drop(connection.await) });
    }
}

type Answer = Response<Full<Bytes>>;

async fn answer<B>(request: &Request<B>, state: watch::Receiver<State>) -> Answer {
    let mut answer = match (request.method(), request.uri().path()) {
        (&Method::GET, "/__reload") => reload(request.headers(), state).await,
        (&Method::GET | &Method::HEAD, path) => {
            let files = Arc::clone(&state.borrow().files);
            file(&files, path, request.headers())
        }
        _ => {
            let mut answer =
                plain(StatusCode::METHOD_NOT_ALLOWED, "this server takes GET and HEAD\n");
            answer.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            answer
        }
    };
    answer.headers_mut().insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    answer
}

/// Says which build is served, to a page that has heard something else, else when that changes:
/// server-sent events, one for each request. The browser asks again by itself.
async fn reload(headers: &HeaderMap, mut state: watch::Receiver<State>) -> Answer {
    let heard = headers.get("last-event-id").and_then(|id| id.to_str().ok()?.parse().ok());
    let change = state.wait_for(|state| heard != Some(state.changed));
    let _ = tokio::time::timeout(PULSE, change).await;
    let State { build, error, changed, .. } = state.borrow().clone();
    let error: String = error.lines().map(|line| format!("data: {line}\n")).collect();
    let event = format!("retry: 200\nid: {changed}\ndata: {build}\n{error}\n");
    let mut answer = Response::new(Full::from(event));
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

fn file(files: &Files, path: &str, headers: &HeaderMap) -> Answer {
    let name = path.trim_start_matches('/');
    let index = if name.is_empty() || name.ends_with('/') { "index.html" } else { "" };
    let name = format!("{name}{index}");
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|list| list.to_str().ok());
    let found = files.find(&name, |encoding| accepts(accepted.unwrap_or_default(), encoding));
    let Some((bytes, encoding)) = found else {
        return plain(StatusCode::NOT_FOUND, "there is no such file\n");
    };
    let mut answer = Response::new(Full::from(bytes));
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, media_type(&name));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep(&name)));
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    if name.ends_with(".html") {
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    }
    if let Some(encoding) = encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    answer
}

fn plain(status: StatusCode, text: &'static str) -> Answer {
    let mut answer = Response::new(Full::from(text));
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_TYPE, media_type("a.txt"));
    answer
}

/// Whether an `Accept-Encoding` header lets this encoding through.
fn accepts(header: &str, encoding: &str) -> bool {
    header.split(',').any(|part| {
        let mut part = part.split(';').map(str::trim);
        let named = part.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let weight = part.find_map(|p| p.strip_prefix("q=")).and_then(|q| q.parse::<f32>().ok());
        named && weight != Some(0.0)
    })
}

fn keep(name: &str) -> &'static str {
    if is_hashed(name) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

fn media_type(name: &str) -> HeaderValue {
    let guess = mime_guess::from_path(name).first_or_octet_stream().to_string();
    let charset = if guess.starts_with("text/") { "; charset=utf-8" } else { "" };
    let unknown = || HeaderValue::from_static("application/octet-stream");
    HeaderValue::try_from(guess + charset).unwrap_or_else(|_| unknown())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    /// A server whose only files are the sources of this folder, in place of test pages.
    fn server() -> (Server, TcpStream, TcpStream) {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let pages = crate::workspace::root().join("xtask/src/serve");
        let server = Server::start(listener, Files::default().with_pages(&pages)).unwrap();
        let connect = || TcpStream::connect(address).unwrap();
        (server, connect(), connect())
    }

    fn ask(stream: &mut TcpStream, line: &str, header: &str) {
        write!(stream, "{line} HTTP/1.1\r\nHost: x\r\n{header}\r\n").unwrap();
    }

    fn answer(stream: &mut TcpStream) -> String {
        let mut part = [0; 8192];
        let length = stream.read(&mut part).unwrap();
        String::from_utf8_lossy(&part[..length]).to_lowercase()
    }

    #[test]
    fn a_page_waits_for_a_change_and_keeps_nobody_else_waiting() {
        let (server, mut waiting, mut busy) = server();
        ask(&mut waiting, "GET /__reload", "");
        let first = answer(&mut waiting);
        assert!(first.contains("content-type: text/event-stream\r\n"), "{first}");
        let line = |text: &str, begin: &str| {
            text.lines().find_map(|line| Some(line.strip_prefix(begin)?.to_owned())).unwrap()
        };
        let heard = |text: &str| format!("Last-Event-ID: {}\r\n", line(text, "id: "));

        ask(&mut waiting, "GET /__reload", &heard(&first));
        for _ in 0..2 {
            ask(&mut busy, "HEAD /pages/reload.js", "");
            assert!(answer(&mut busy).starts_with("http/1.1 200 ok\r\n"));
        }
        server.report("no such file\nsrc/lib.rs".into());
        let failed = answer(&mut waiting);
        assert_eq!(line(&failed, "data: "), line(&first, "data: "), "it is the same build still");
        assert!(failed.ends_with("data: no such file\ndata: src/lib.rs\n\n"), "{failed}");

        ask(&mut waiting, "GET /__reload", &heard(&failed));
        server.replace(Files::default());
        let built = answer(&mut waiting);
        assert_ne!(line(&built, "data: "), line(&first, "data: "));
        assert!(!built.contains("no such file"), "{built}");
    }

    #[test]
    fn every_answer_says_what_it_is() {
        let (_server, mut stream, _) = server();
        for (asked, status) in [
            ("GET /pages/reload.js?x", "200 ok"),
            ("HEAD /pages/reload.js", "200 ok"),
            ("GET /none", "404 not found"),
            ("GET /pages/../serve/reload.js", "404 not found"),
            ("GET /pages/%2e%2e/serve/reload.js", "404 not found"),
            ("POST /", "405 method not allowed"),
        ] {
            ask(&mut stream, asked, "");
            let answer = answer(&mut stream);
            assert!(answer.starts_with(&format!("http/1.1 {status}\r\n")), "{asked}: {answer}");
            assert!(
                answer.contains("\r\nx-content-type-options: nosniff\r\n"),
                "{asked}: {answer}"
            );
            let body = answer.split_once("\r\n\r\n").unwrap().1;
            assert_eq!(body.is_empty(), asked.starts_with("HEAD"), "{asked}: {answer}");
        }
    }

    #[test]
    fn a_page_has_the_strict_policy() {
        let pages = crate::workspace::root().join("tests/e2e/pages");
        let files = Files::default().with_pages(&pages);
        let answer = file(&files, "/pages/host.html", &HeaderMap::new());
        assert_eq!(answer.headers()[CONTENT_SECURITY_POLICY], POLICY);
    }

    #[test]
    fn wasm_has_the_type_that_streaming_needs() {
        for (name, media) in [
            ("plumbline_bg-0123456789.wasm", "application/wasm"),
            ("plumbline.js", "text/javascript; charset=utf-8"),
            ("index.html", "text/html; charset=utf-8"),
            ("controls.json", "application/json"),
            ("icon.svg", "image/svg+xml"),
            ("no-extension", "application/octet-stream"),
        ] {
            assert_eq!(media_type(name), media);
        }
    }

    #[test]
    fn an_encoding_is_accepted_when_named_and_not_refused() {
        assert!(accepts("gzip, deflate, br, zstd", "br"));
        assert!(accepts("GZIP;q=0.5", "gzip"));
        assert!(!accepts("gzip, br;q=0", "br"));
        assert!(!accepts("gzip, brotli", "br"));
        assert!(!accepts("", "gzip"));
    }

    #[test]
    fn only_what_never_changes_is_kept() {
        assert!(keep("locales/en-0123456789.json").contains("immutable"));
        assert_eq!(keep("plumbline.js"), "no-cache");
        assert_eq!(keep("index.html"), "no-cache");
    }
}
