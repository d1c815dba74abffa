//! The program itself: its exit codes and what it prints where.

use std::path::PathBuf;
use std::process::{Command, Output};

fn run(args: &[&str]) -> Output {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_plumbline"));
    command.current_dir(root.join("tests/it")).args(args).output().expect("it runs")
}

#[test]
fn the_exit_code_says_how_it_went() {
    let cases: &[(&[&str], i32)] = &[
        (&["check", "good.json"], 0),
        (&["check", "--json", "good.json", "good.json"], 0),
        (&["check", "main.rs"], 1),
        (&["check", "good.json", "main.rs"], 1),
        (&["quick", "good.json", "--profiles", "5"], 0),
        (&["--help"], 0),
        (&["check", "-h"], 0),
        (&["--version"], 0),
        (&[], 0),
        // There is no controls.json in that folder.
        (&["check"], 2),
        (&["chek"], 2),
        (&["check", "--jsno"], 2),
        (&["check", "no-such-file.json"], 2),
        (&["quick", "main.rs"], 2),
        (&["quick", "good.json", "another.json"], 2),
        (&["quick", "good.json", "--profiles", "0"], 2),
        (&["quick", "good.json", "--seed"], 2),
        (&["quick", "good.json", "--choose", "1"], 2),
    ];
    for (args, code) in cases {
        let output = run(args);
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(*code), "{args:?}: {errors}");
        assert_eq!(output.stdout.is_empty(), *code == 2, "{args:?} prints");
        assert_eq!(errors.starts_with("error: "), *code == 2, "{args:?}: {errors}");
    }
}
