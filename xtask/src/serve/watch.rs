//! Builds again when a source changes.

use std::path::Path;
use std::sync::mpsc::{channel, Receiver};
use std::time::{Duration, Instant};

use anyhow::{bail, Context, Result};
use notify::{Event, EventKind, RecursiveMode, Watcher};

use super::{Files, Server};
use crate::build::{make, Mode};
use crate::workspace::root;

/// Editors save in several steps; a build starts when nothing happened for this long.
const QUIET: Duration = Duration::from_millis(80);
/// The folders that a build reads, whole.
const FOLDERS: [&str; 3] = ["src", "static", "packs"];
/// What it reads beside them.
const FILES: [&str; 3] = ["Cargo.lock", "Cargo.toml", "controls.json"];

/// Rebuilds for ever. A build that fails is reported, and the last good one stays.
pub fn rebuild(server: &Server) -> Result<()> {
    let (send, changes) = channel();
    let on_event = move |event: notify::Result<Event>| {
        if event.map_or(true, |event| matters(&event)) {
            let _ = send.send(());
        }
    };
    let mut watcher = notify::recommended_watcher(on_event).context("cannot watch the sources")?;
    let root = root();
    for folder in FOLDERS {
        let watched = watcher.watch(&root.join(folder), RecursiveMode::Recursive);
        watched.with_context(|| format!("cannot watch {folder}/"))?;
    }
    watcher.watch(&root, RecursiveMode::NonRecursive).context("cannot watch the project")?;
    println!("watching {}/ and {}; Ctrl-C ends this", FOLDERS.join("/, "), FILES.join(", "));
    loop {
        wait(&changes)?;
        let started = Instant::now();
        match make(Mode::Development) {
            Ok(site) => {
                server.replace(Files::of_site(&site));
                println!("built again in {:.1} s", started.elapsed().as_secs_f32());
            }
            Err(error) => {
                let error = format!("{error:#}\nthe last good build is still served");
                eprintln!("error: {error}");
                server.report(error);
            }
        }
    }
}

/// Waits for a change and then for the end of it.
fn wait(changes: &Receiver<()>) -> Result<()> {
    if changes.recv().is_err() {
        bail!("the sources are no longer watched");
    }
    while changes.recv_timeout(QUIET).is_ok() {}
    Ok(())
}

/// A build reads its sources: that is no change, or it would never end.
fn matters(event: &Event) -> bool {
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| is_source(path))
}

fn is_source(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    if path.parent() == Some(&root()) {
        return FILES.contains(&&*name);
    }
    // Editors leave `.x.swp`, `x~` and `4913` beside a file for a moment.
    !name.starts_with('.') && !name.ends_with('~') && name.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_watched_is_there() {
        let root = root();
        for name in FOLDERS.iter().chain(&FILES) {
            assert!(root.join(name).exists(), "{name}");
        }
    }

    #[test]
    fn an_editor_s_leftovers_are_no_sources() {
        let root = root();
        for name in ["src/pages/start.rs", "controls.json", "Cargo.lock"] {
            assert!(is_source(&root.join(name)), "{name}");
        }
        for name in ["README.md", "src/.lib.rs.swp", "src/lib.rs~", "src/4913", "dist"] {
            assert!(!is_source(&root.join(name)), "{name}");
        }
    }
}
