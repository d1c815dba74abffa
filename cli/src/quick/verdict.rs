//! Whether the verdict is "not ready", by the rules of the house for Stage 1 and Stage 2
//! (ISO/IEC 17021-1, 9.3.1, has the two stages): on all items, or as far as the quick items tell.
//! The core has no verdict yet; once it has, this file is to call it.
//!
//! A rule counts in quick mode only where no further answer can undo its failure, so that a quick
//! check never raises a false alarm.

use plumbline::answers::{Answers, Mode, Standing};
use plumbline::pack::{Item, ItemIx, Kind, Pack};

/// Which stages are not ready for certain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Failed {
    /// The documents.
    pub stage1: bool,
    /// The practice; a failed Stage 1 fails it too.
    pub stage2: bool,
}

/// How many minor nonconformities in a clause are a systemic major one.
const MINORS: usize = 3;

/// What fails among the items that the mode asks.
pub fn failed(pack: &Pack, answers: &Answers) -> Failed {
    let asked = || known(pack, answers);
    let stage1 = asked().any(|(_, item, level)| item.stage1 && level < 2);
    let major = (0..pack.sections.len()).any(|section| has_major(pack, answers, section));
    let undone = asked().any(|(_, item, level)| item.stage2 && level < 3);
    let open = |index: ItemIx, item: &Item, level: u8| {
        item.kind == Kind::Control && level < 3 && !is_planned(answers, index)
    };
    let open_control = asked().any(|(index, item, level)| open(index, item, level));
    Failed { stage1, stage2: stage1 || major || undone || open_control }
}

/// What fails among the gates that the mode asks, by themselves.
pub fn gates_failed(pack: &Pack, answers: &Answers) -> Failed {
    let gates = || known(pack, answers).filter(|(_, item, _)| item.gate);
    let stage1 = gates().any(|(_, item, level)| item.stage1 && level < 2);
    let undone = gates().any(|(_, item, level)| level < 2 || item.stage2 && level < 3);
    Failed { stage1, stage2: stage1 || undone }
}

/// The items that are asked and have a level.
fn known<'a>(
    pack: &'a Pack,
    answers: &'a Answers,
) -> impl Iterator<Item = (ItemIx, &'a Item, u8)> + 'a {
    answers.asked(pack).filter_map(|index| match answers.standing(index) {
        Standing::Level(level) => Some((index, pack.item(index)?, level.number())),
        _ => None,
    })
}

/// Whether a clause has a likely major nonconformity: a gate that is absent, three minors, or
/// nothing above level 1. The last can be undone by an item that was not asked.
fn has_major(pack: &Pack, answers: &Answers, section: usize) -> bool {
    let (mut minors, mut levels, mut low, mut gate) = (0, 0, 0, false);
    for (_, item, level) in known(pack, answers) {
        if item.section == section && item.kind == Kind::Requirement {
            levels += 1;
            low += usize::from(level < 2);
            gate |= item.gate && level < 2;
            minors += usize::from(level == 2 || level < 2 && !item.gate);
        }
    }
    let complete = answers.mode == Mode::Full;
    gate || minors >= MINORS || complete && levels > 0 && low == levels
}

fn is_planned(answers: &Answers, item: ItemIx) -> bool {
    answers.get(item).is_some_and(|answer| !answer.owner.trim().is_empty() && answer.due.is_some())
}
