//! Long runs, which `cargo xtask soak` starts.
//!
//! | variable | what it says |
//! |---|---|
//! | `PLUMBLINE_SOAK_FILES` | how many files, 100,000 if not said |
//! | `PLUMBLINE_SOAK_SEED` | which files: the first one, a number, 0 if not said |

use crate::make::SMALL;
use crate::save::random::assessment;
use crate::save::rich;
use crate::support::default_pack;
use plumbline::model::pack::{parse, Pack};
use plumbline::save::{restore, save};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngSeed, TestRunner};
use serde_json::{json, Value};
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::rc::Rc;
use std::time::Instant;

#[test]
#[ignore = "takes minutes; `cargo xtask soak files` runs it"]
fn no_file_that_was_changed_somewhere_is_a_panic() {
    let number = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    let first = number("PLUMBLINE_SOAK_SEED").unwrap_or_default();
    let count = number("PLUMBLINE_SOAK_FILES").unwrap_or(100_000);
    let rich = rich();
    let packs = Packs {
        small: crate::script::pack(),
        whole: default_pack(),
        rich: save(&rich.pack, &rich.assessment),
    };
    let started = Instant::now();
    let found = (first..first + count).map(|seed| {
        let found = catch_unwind(AssertUnwindSafe(|| read_one(&packs, seed)));
        found.unwrap_or_else(|_| panic!("PLUMBLINE_SOAK_SEED={seed} PLUMBLINE_SOAK_FILES=1"))
    });
    let mut sums = [0; 4];
    for found in found {
        sums[found as usize] += 1;
    }
    let [refused, mended, whole, packs] = sums;
    println!(
        "{count} files from seed {first} in {:.1} s: {packs} packs; of the save files {refused} \
         refused, {mended} with problems, {whole} without",
        started.elapsed().as_secs_f32()
    );
}

/// Numbers that look random, the same for the same seed (SplitMix64): a file that breaks something
/// is made again from its seed.
struct Random(u64);

impl Random {
    /// From 0 to `below`, without it.
    fn below(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % below as u64) as usize
    }

    /// Text that tries to be something else.
    fn text(&mut self) -> &'static str {
        const TEXTS: [&str; 10] =
            ["Ask Ann", "\"", "\\", "\0", "{", "[]", "</script>", "日本", "\u{202e}", "null"];
        TEXTS[self.below(TEXTS.len())]
    }
}

/// What a strategy makes of a seed.
fn some<T: std::fmt::Debug>(of: impl Strategy<Value = T>, seed: u64) -> T {
    let config = Config { rng_seed: RngSeed::Fixed(seed), ..Config::default() };
    of.new_tree(&mut TestRunner::new(config)).expect("a value").current()
}

#[derive(Clone, Copy)]
enum Found {
    Refused,
    Mended,
    Whole,
    Pack,
}

struct Packs {
    small: Rc<Pack>,
    whole: Rc<Pack>,
    /// A save file that uses every field.
    rich: String,
}

/// Makes a file, changes it and reads it.
fn read_one(packs: &Packs, seed: u64) -> Found {
    let mut random = Random(seed);
    if random.below(4) == 0 {
        let text = changed(SMALL, &mut random);
        let _ = parse(&text);
        return Found::Pack;
    }
    let pack = if random.below(8) == 0 { &packs.whole } else { &packs.small };
    let text = match random.below(8) {
        0 => packs.rich.clone(),
        _ => save(pack, &some(assessment(pack), seed)),
    };
    let Ok((read, problems)) = restore(&changed(&text, &mut random), pack) else {
        return Found::Refused;
    };
    // What was read can be written, and is then read as it is.
    let (again, _) = restore(&save(pack, &read), pack).expect("what was written is read");
    assert!(again == read, "what was read and written is another assessment");
    match problems.is_empty() {
        true => Found::Whole,
        false => Found::Mended,
    }
}

/// The text with a few changes: half of the time it stays JSON.
fn changed(text: &str, random: &mut Random) -> String {
    let changes = 1 + random.below(4);
    if random.below(2) == 0 {
        let mut value: Value = serde_json::from_str(text).expect("JSON");
        for _ in 0..changes {
            graft(&mut value, random);
        }
        return value.to_string();
    }
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..changes {
        spoil(&mut bytes, random);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Puts something else in one place, at any depth.
fn graft(value: &mut Value, random: &mut Random) {
    let deeper = random.below(8) > 0;
    match value {
        Value::Object(map) if deeper && !map.is_empty() => {
            let at = random.below(map.len());
            graft(map.values_mut().nth(at).expect("a member"), random);
        }
        Value::Array(list) if deeper && !list.is_empty() => {
            let at = random.below(list.len());
            graft(&mut list[at], random);
        }
        Value::Object(map) if random.below(2) == 0 => {
            map.insert(random.text().to_string(), other(random));
        }
        Value::Array(list) if random.below(2) == 0 => {
            let again = list.first().cloned().unwrap_or_else(|| other(random));
            list.push(again);
        }
        value => *value = other(random),
    }
}

fn other(random: &mut Random) -> Value {
    match random.below(12) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(random.below(6)),
        3 => json!(-1),
        4 => json!(u64::MAX),
        5 => json!(1.5e300),
        6 => json!([]),
        7 => json!({}),
        8 => json!("2027-02-30"),
        9 => json!("A.5.1"),
        10 => json!([[random.text().to_string()]]),
        _ => json!(random.text().to_string()),
    }
}

/// Changes bytes: some are replaced, put in, taken out, repeated or cut off.
fn spoil(bytes: &mut Vec<u8>, random: &mut Random) {
    const TOKENS: &[&str] = &[
        "null",
        "-0",
        "1e999",
        "\"\"",
        "\\ud800",
        "\\u0000",
        "[[[[",
        "{\"a\":",
        "}",
        "]",
        ",",
        ":",
        "\u{feff}",
        "99999999999999999999999999",
        "\"format\":1,",
        "\"answers\":{},",
    ];
    let from = random.below(bytes.len() + 1);
    let to = (from + random.below(60)).min(bytes.len());
    match random.below(6) {
        0 => bytes[from..to].iter_mut().for_each(|byte| *byte = random.below(256) as u8),
        1 => drop(bytes.drain(from..to)),
        2 => {
            let again = bytes[from..to].to_vec();
            let at = random.below(bytes.len() + 1);
            bytes.splice(at..at, again);
        }
        3 if random.below(4) == 0 => bytes.truncate(from),
        _ => {
            let token = TOKENS[random.below(TOKENS.len())].bytes();
            bytes.splice(from..from, token);
        }
    }
}
