//! Programs that left their process group: a browser started by its driver often does.

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
