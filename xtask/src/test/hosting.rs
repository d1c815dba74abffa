//! The recipes of `docs/hosting/`, in the web servers that they are for. The tests are written for
//! node's test runner in `tests/hosting/`, and start the servers themselves, as nobody and at free
//! ports. They leave out a server that is not there, unless `CI` is set: then they fail.

use std::ffi::OsString;
use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use super::install;
use crate::process;
use crate::workspace::root;

/// Debian's packages. Of Apache the program alone: the rest is a service and its settings.
const PACKAGES: [&str; 4] = ["nginx", "libnginx-mod-http-brotli-static", "apache2-bin", "caddy"];

/// A server that hangs would otherwise stop the run for ever.
const LIMIT: Duration = Duration::from_secs(5 * 60);

pub fn run(rest: &[OsString]) -> Result<()> {
    install::ensure_programs(&PACKAGES)?;
    let mut command = Command::new("node");
    command.args(["--test", "--test-reporter=spec"]).args(rest);
    process::run_within(LIMIT, command.current_dir(root().join("tests/hosting")))
}
