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

/// Programs that left their process group: a browser started by its driver often does.
#[cfg(target_os = "linux")]
mod strays {
    use rustix::process::{getpid, kill_process, set_child_subreaper, waitpid};
    use rustix::process::{Pid, Signal, WaitOptions};

    /// From now on an orphan becomes our child instead of init's, so that [`kill`] finds it.
    pub fn adopt() {
        // Without it only strays whose parents still live are found: better than nothing.
        let _ = set_child_subreaper(Some(getpid()));
    }

    /// Kills every process below this one, and returns their names.
    pub fn kill() -> Vec<String> {
        let mut names = Vec::new();
        // A process may be forking while it is killed, hence more than one round.
        for _ in 0..5 {
            let found = below(getpid().as_raw_nonzero().get());
            if found.is_empty() {
                break;
            }
            for (id, name) in found {
                if let Some(id) = Pid::from_raw(id) {
                    let _ = kill_process(id, Signal::KILL);
                    let _ = waitpid(Some(id), WaitOptions::NOHANG);
                }
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        names
    }

    /// Id and name of each living descendant.
    fn below(ancestor: i32) -> Vec<(i32, String)> {
        let Ok(folder) = std::fs::read_dir("/proc") else {
            return Vec::new();
        };
        let all: Vec<_> = folder
            .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<i32>().ok())
            .filter_map(|id| parse(&std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?))
            .collect();
        let mut found: Vec<i32> = vec![ancestor];
        let mut next = 0;
        while let Some(parent) = found.get(next).copied() {
            found.extend(all.iter().filter(|p| p.parent == parent).map(|p| p.id));
            next += 1;
        }
        let living = |p: &&Process| found[1..].contains(&p.id) && p.state != 'Z';
        all.iter().filter(living).map(|p| (p.id, p.name.clone())).collect()
    }

    struct Process {
        id: i32,
        name: String,
        state: char,
        parent: i32,
    }

    /// Reads a line of `/proc/<id>/stat`: `12 (a name) S 1 ...`, where the name may hold anything.
    fn parse(stat: &str) -> Option<Process> {
        let (id, rest) = stat.split_once(" (")?;
        let (name, rest) = rest.rsplit_once(") ")?;
        let mut rest = rest.split(' ');
        Some(Process {
            id: id.parse().ok()?,
            name: name.to_owned(),
            state: rest.next()?.chars().next()?,
            parent: rest.next()?.parse().ok()?,
        })
    }

    #[test]
    fn a_name_with_brackets_is_read() {
        let p = parse("7 (a) b (c)) S 3 4 5").expect("it parses");
        assert_eq!((p.id, p.name.as_str(), p.state, p.parent), (7, "a) b (c)", 'S', 3));
    }
}

#[cfg(not(target_os = "linux"))]
mod strays {
    /// Orphans are found on Linux alone.
    pub fn adopt() {}

    /// Kills nothing here: process groups have to do.
    pub fn kill() -> Vec<String> {
        Vec::new()
    }
}
