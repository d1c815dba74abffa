//! A small HTTP server for this machine alone: one thread for each connection, so that a page which
//! waits for a reload keeps nobody else waiting.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};

use super::request::{parse, Parsed};
use super::{reply, Files};

/// The longest request head that is read.
const HEAD: usize = 32 * 1024;
/// How long a connection may be idle.
const IDLE: Duration = Duration::from_secs(60);
/// How often a waiting page hears that the server is still there.
const PULSE: Duration = Duration::from_secs(15);

/// A running server. It ends with the process.
pub struct Server {
    current: Mutex<Build>,
    changed: Condvar,
}

struct Build {
    files: Arc<Files>,
    /// Tells one build from another, also across restarts.
    id: u128,
}

impl Server {
    /// Answers what arrives at `listener` from `files`.
    pub fn start(listener: TcpListener, files: Files) -> Result<Arc<Server>> {
        let current = Mutex::new(Build { files: Arc::new(files), id: now() });
        let server = Arc::new(Server { current, changed: Condvar::new() });
        let answering = Arc::clone(&server);
        let accept = move || {
            for stream in listener.incoming().flatten() {
                let server = Arc::clone(&answering);
                // A browser that hangs up in the middle is no concern of ours.
                let talk = move || drop(server.talk(stream));
                let _ = thread::Builder::new().name("connection".into()).spawn(talk);
            }
        };
        let thread = thread::Builder::new().name("server".into());
        thread.spawn(accept).context("cannot start the server's thread")?;
        Ok(server)
    }

    /// Serves another build from now on, and has the open pages reload.
    pub fn replace(&self, files: Files) {
        let mut current = self.current();
        let files = files.with_pages_of(&current.files);
        *current = Build { files: Arc::new(files), id: now() };
        self.changed.notify_all();
    }

    fn current(&self) -> MutexGuard<'_, Build> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers the requests of one connection.
    fn talk(&self, mut stream: TcpStream) -> std::io::Result<()> {
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(IDLE))?;
        let mut received = Vec::new();
        loop {
            match parse(&received) {
                Parsed::Partial if received.len() < HEAD => {
                    let mut part = [0; 4096];
                    match stream.read(&mut part)? {
                        0 => return Ok(()),
                        length => received.extend_from_slice(&part[..length]),
                    }
                }
                Parsed::Request(request) if request.target == "/__reload" => {
                    return self.announce(stream)
                }
                Parsed::Request(request) => {
                    received.drain(..request.length);
                    let files = Arc::clone(&self.current().files);
                    stream.write_all(&request.answer(&files))?;
                }
                Parsed::Partial | Parsed::Bad => {
                    let answer =
                        reply::plain("400 Bad Request", "this server takes GET and HEAD\n");
                    return stream.write_all(&answer);
                }
            }
        }
    }

    /// Says which build is served, now and after each change, as server-sent events.
    fn announce(&self, mut stream: TcpStream) -> std::io::Result<()> {
        stream.write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
              X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\nretry: 500\n\n",
        )?;
        let mut told = None;
        loop {
            let id = self.current().id;
            if told == Some(id) {
                stream.write_all(b": still here\n\n")?;
            } else {
                stream.write_all(format!("data: {id}\n\n").as_bytes())?;
                told = Some(id);
            }
            let same = |build: &mut Build| told == Some(build.id);
            let _ = self.changed.wait_timeout_while(self.current(), PULSE, same);
        }
    }
}

fn now() -> u128 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.unwrap_or_default().as_millis()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server() -> std::net::SocketAddr {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let pages = crate::workspace::root().join("xtask/src/serve");
        Server::start(listener, Files::default().with_pages(&pages)).unwrap();
        address
    }

    fn read_some(stream: &mut TcpStream) -> String {
        let mut part = [0; 8192];
        let length = stream.read(&mut part).unwrap();
        String::from_utf8_lossy(&part[..length]).into_owned()
    }

    #[test]
    fn two_requests_on_one_connection_while_another_waits() {
        let address = server();
        let mut waiting = TcpStream::connect(address).unwrap();
        waiting.write_all(b"GET /__reload HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        assert!(read_some(&mut waiting).contains("text/event-stream"));

        let mut busy = TcpStream::connect(address).unwrap();
        for _ in 0..2 {
            busy.write_all(b"HEAD /pages/reload.js HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
            assert!(read_some(&mut busy).starts_with("HTTP/1.1 200 OK\r\n"));
        }
        busy.write_all(b"POST / HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        assert!(read_some(&mut busy).starts_with("HTTP/1.1 400"));
    }
}
