//! Runs other programs. Each gets a process group of its own, so that nothing it started is left
//! behind when it ends, when xtask fails or when someone presses Ctrl-C.

use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{bail, Context, Result};

static GROUPS: Mutex<Vec<u32>> = Mutex::new(Vec::new());

fn groups() -> MutexGuard<'static, Vec<u32>> {
    GROUPS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs `command` with its output shown, and fails unless it succeeds.
pub fn run(command: &mut Command) -> Result<()> {
    run_within(Duration::MAX, command)
}

/// The same, but ends `command` when it takes longer than `limit`.
pub fn run_within(limit: Duration, command: &mut Command) -> Result<()> {
    let started = Instant::now();
    let mut child = Group::start(command)?;
    let shown = shown(command);
    loop {
        let ended = child.0.try_wait().with_context(|| format!("cannot wait for `{shown}`"))?;
        match ended {
            Some(status) if status.success() => return Ok(()),
            Some(status) => bail!("`{shown}` failed: {status}"),
            None if started.elapsed() > limit => {
                bail!("`{shown}` was ended: it took longer than {} minutes", limit.as_secs() / 60)
            }
            None => std::thread::sleep(Duration::from_millis(10)),
        }
    }
}

/// Runs `command` and returns what it printed; its errors are part of the message when it fails.
pub fn output(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    let output = command.stdin(Stdio::null()).output().with_context(|| cannot_start(&shown))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{shown}` failed: {}\n{}", output.status, said.trim_end());
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{shown}` printed no text"))
}

/// Whether a program of this name can be started.
pub fn exists(program: &str) -> bool {
    find(program).is_some()
}

/// The first program of this name on `PATH`.
pub fn find(program: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program).with_extension(std::env::consts::EXE_EXTENSION))
        .find(|file| file.is_file())
}

/// The command as it would be typed.
pub fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|part| part.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

fn cannot_start(shown: &str) -> String {
    format!("cannot start `{shown}`")
}

/// A running program and all that it started, killed when dropped.
struct Group(Child);

impl Group {
    fn start(command: &mut Command) -> Result<Group> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let child =
            command.stdin(Stdio::null()).spawn().with_context(|| cannot_start(&shown(command)))?;
        groups().push(child.id());
        Ok(Group(child))
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let id = self.0.id();
        kill_group(id);
        let _ = self.0.wait();
        groups().retain(|group| *group != id);
    }
}

/// Ends everything that was started, for when xtask itself is told to end.
pub fn kill_all() {
    for id in groups().iter() {
        kill_group(*id);
    }
    strays::kill();
}

#[cfg(unix)]
fn kill_group(leader: u32) {
    let id = i32::try_from(leader).ok().and_then(rustix::process::Pid::from_raw);
    if let Some(id) = id {
        // The group is often gone already, which is what we want.
        let _ = rustix::process::kill_process_group(id, rustix::process::Signal::KILL);
    }
}

#[cfg(not(unix))]
fn kill_group(_leader: u32) {}

pub use strays::{adopt, kill as kill_strays};

#[cfg(target_os = "linux")]
mod strays;

#[cfg(not(target_os = "linux"))]
mod strays {
    /// Orphans are found on Linux alone.
    pub fn adopt() {}

    /// Kills nothing here: process groups have to do.
    pub fn kill() -> Vec<String> {
        Vec::new()
    }
}
