//! `cargo xtask serve`: the page at work, rebuilt at each change; with `--dist`, the release build
//! as a web server would give it. Tests and measurements use the same server.

mod files;
mod server;
mod watch;

use std::net::{SocketAddr, TcpListener};

use anyhow::{bail, Context, Result};
use lexopt::prelude::*;

use crate::build::{make, Mode};
use crate::workspace::root;
pub use files::Files;
pub use server::Server;

const PORT: u16 = 8080;

pub fn command(args: &mut lexopt::Parser) -> Result<()> {
    let (mut port, mut dist, mut print_address) = (None, false, false);
    while let Some(arg) = args.next()? {
        match arg {
            Long("port") => port = Some(args.value()?.parse()?),
            Long("dist") => dist = true,
            Long("print-address") => print_address = true,
            _ => return Err(arg.unexpected().into()),
        }
    }
    let listener = listen(port)?;
    let address = listener.local_addr().context("cannot read the server's address")?;
    let files = if dist { Files::of_dist()? } else { Files::of_site(&make(Mode::Development)?) };
    let server = Server::start(listener, files.with_pages(&test_pages()))?;
    // A program that reads the address wants that and nothing else on the line.
    println!("{}http://{address}", if print_address { "" } else { "serving on " });
    if dist {
        loop {
            std::thread::park();
        }
    }
    watch::rebuild(&server)
}

/// Serves `dist/` and the host pages of the tests at an address of its own, until the process ends.
pub fn dist() -> Result<(Server, SocketAddr)> {
    let listener = listen(Some(0))?;
    let address = listener.local_addr().context("cannot read the server's address")?;
    Ok((Server::start(listener, Files::of_dist()?.with_pages(&test_pages()))?, address))
}

fn test_pages() -> std::path::PathBuf {
    root().join("tests/e2e/pages")
}

/// The port asked for or none; without one, the first that is free from 8080 on.
fn listen(port: Option<u16>) -> Result<TcpListener> {
    if let Some(port) = port {
        return TcpListener::bind(("127.0.0.1", port))
            .with_context(|| format!("cannot listen on port {port}"));
    }
    match (PORT..PORT + 100).find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok()) {
        Some(listener) => Ok(listener),
        None => bail!("no port is free from {PORT} to {}", PORT + 99),
    }
}
