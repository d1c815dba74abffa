//! Any pack, any answers, any choices: what properties are tried on. The cases are the same in every
//! run, and proptest makes one that breaks a property as small as it goes.

use crate::make;
use plumbline::model::assessment::{Assessment, ItemStatus, Mode};
use plumbline::model::pack::{ItemIx, Kind, Pack};
use proptest::collection::vec;
use proptest::prelude::{any, Just, Strategy};
use proptest::sample::{select, Index};
use proptest::test_runner::{Config, RngSeed, TestRunner};
use proptest::{bool, option};
use std::fmt;
use std::rc::Rc;

/// How many cases most properties are tried on.
pub const CASES: u32 = 100;

/// The most items that [`outline`] has.
pub const MOST: usize = 5 * 7;

/// Tries a property on so many cases.
#[track_caller]
pub fn for_any<S: Strategy>(cases: u32, of: S, property: impl Fn(S::Value)) {
    let config = Config {
        cases,
        rng_seed: RngSeed::Fixed(0),
        failure_persistence: None,
        max_shrink_iters: 10_000,
        ..Config::default()
    };
    let tried = TestRunner::new(config).run(&of, |case| {
        property(case);
        Ok(())
    });
    if let Err(broken) = tried {
        panic!("{broken}");
    }
}

/// A pack in the words of [`make::pack`].
#[derive(Clone)]
pub struct Outline(String);

impl Outline {
    pub fn pack(&self) -> Rc<Pack> {
        make::pack(&self.0)
    }
}

impl fmt::Debug for Outline {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is said of one item. It needs two of those with a lower rank, which makes no circle.
#[derive(Clone, Debug)]
struct Item {
    words: String,
    rank: u16,
    needs: Option<(Index, Index)>,
}

fn item() -> impl Strategy<Value = Item> {
    let third = || bool::weighted(1.0 / 3.0);
    let flags = (third(), third(), third(), bool::ANY);
    let needs = option::of(any::<(Index, Index)>());
    (1..=5, 1..=60u8, flags, any::<u16>(), needs).prop_map(
        |(weight, half_days, (gate, stage1, stage2, quick), rank, needs)| {
            let mut words = format!("weight={weight} effort={}", f64::from(half_days) / 2.0);
            let flags = [(gate, "gate"), (stage1, "stage1"), (stage2, "stage2"), (quick, "quick")];
            for (_, flag) in flags.iter().filter(|(set, _)| *set) {
                words += &format!(" {flag}");
            }
            Item { words, rank, needs }
        },
    )
}

/// A pack of one to five sections with one to seven items each, which need each other in some
/// order without a circle.
pub fn outline() -> impl Strategy<Value = Outline> {
    let section = (select(&["requirement", "control"][..]), vec(item(), 1..=7));
    vec(section, 1..=5).prop_map(|sections| {
        let ranks = sections.iter().flat_map(|(_, items)| items).map(|item| item.rank);
        let ranks: Vec<(u16, usize)> = ranks.zip(0..).collect();
        let (mut outline, mut n) = (String::new(), 0);
        for (section, (kind, items)) in sections.iter().enumerate() {
            outline += &format!("s{section} {kind}\n");
            for item in items {
                outline += &format!("  i{n} {}", item.words);
                let lower: Vec<usize> =
                    ranks.iter().filter(|rank| **rank < ranks[n]).map(|rank| rank.1).collect();
                if let Some((one, other)) = item.needs.filter(|_| !lower.is_empty()) {
                    outline += &format!(" needs=i{},i{}", one.get(&lower), other.get(&lower));
                }
                outline.push('\n');
                n += 1;
            }
        }
        Outline(outline)
    })
}

/// A pack of which both stages can be judged.
pub fn judged() -> impl Strategy<Value = Outline> {
    outline().prop_filter("no item of a stage", |outline| {
        ["stage1", "stage2"].iter().all(|stage| outline.0.contains(stage))
    })
}

/// An answer of any kind, or none, in the words of [`make::answer`].
const ANY: &[&str] = &["", "", "?", "-", "~", "0", "1", "2", "3", "4", "1od", "2o", "3e"];

/// Answers to some items of a pack, in full or quick mode.
#[derive(Clone)]
pub struct Given {
    quick: bool,
    words: Vec<&'static str>,
}

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "quick: {}, {:?}", self.quick, self.words)
    }
}

impl Given {
    pub fn to(&self, pack: &Pack) -> Assessment {
        let mode = if self.quick { Mode::Quick } else { Mode::Full };
        let mut assessment = Assessment::new(pack, mode);
        for (item, words) in (0..pack.items.len()).zip(&self.words) {
            give(&mut assessment, item, words);
        }
        assessment
    }
}

/// Answers to a pack with so many items at the most.
pub fn given_to(items: usize) -> impl Strategy<Value = Given> {
    let words = vec(select(ANY), items);
    (bool::weighted(1.0 / 3.0), words).prop_map(|(quick, words)| Given { quick, words })
}

/// Answers to the pack of an outline.
pub fn given() -> impl Strategy<Value = Given> {
    given_to(MOST)
}

/// A choice for each item of an outline.
pub fn choices() -> impl Strategy<Value = Vec<Index>> {
    vec(any::<Index>(), MOST)
}

/// An order of so many items at the most.
#[derive(Clone, Debug)]
pub struct Order(Vec<ItemIx>);

impl Order {
    /// The items of a pack.
    pub fn of(self, pack: &Pack) -> impl Iterator<Item = ItemIx> {
        let items = pack.items.len();
        self.0.into_iter().filter(move |item| *item < items)
    }
}

/// Some order of so many items at the most.
pub fn order(items: usize) -> impl Strategy<Value = Order> {
    Just((0..items).collect::<Vec<usize>>()).prop_shuffle().prop_map(Order)
}

/// Assessment an item in the words of [`make::answer`], or not at all.
pub fn give(assessment: &mut Assessment, item: ItemIx, what: &str) {
    let answer = (!what.is_empty()).then(|| Rc::new(make::answer(what)));
    assessment.set(item, answer);
}

/// Whether an item has no level and is not left out.
pub fn is_open(assessment: &Assessment, item: ItemIx) -> bool {
    matches!(assessment.item_status(item), ItemStatus::Unanswered | ItemStatus::DontKnow)
}

/// A level, or that it does not apply where that can be said.
pub fn final_answer(pack: &Pack, item: ItemIx, choice: Index) -> &'static str {
    let answers = ["0", "1", "2", "3", "4", "-"];
    let possible = match pack.items[item].kind {
        Kind::Requirement => 5,
        Kind::Control => 6,
    };
    answers[choice.index(possible)]
}

/// Gives every open item a level, or leaves it out where it is a control.
pub fn complete(pack: &Pack, assessment: &mut Assessment, choices: &[Index]) {
    for (item, choice) in (0..pack.items.len()).zip(choices) {
        if is_open(assessment, item) {
            give(assessment, item, final_answer(pack, item, *choice));
        }
    }
}

#[test]
fn what_breaks_a_property_is_made_small() {
    let broken = std::panic::catch_unwind(|| {
        for_any(CASES, outline(), |outline| assert!(!outline.0.contains("stage2")));
    });
    let told = *broken.expect_err("it does not hold").downcast::<String>().expect("a text");
    let smallest = "input: s0 requirement\n  i0 weight=1 effort=0.5 stage2\n";
    assert!(told.ends_with(smallest), "{told}");
}
