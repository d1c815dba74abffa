//! How long the questions take. People read about 240 words of plain prose a minute without hurry
//! (Brysbaert 2019, a meta-analysis); who weighs what they read is slower, so 200 are counted. The
//! time to decide is a reckoning of ours, and no more: nobody was measured. So a time is told as a
//! range, whose upper end is what is counted.

use crate::model::pack::{ItemIx, Pack};
use std::ops::Range;

/// Words that a person reads in a minute.
pub const WORDS_A_MINUTE: u32 = 200;

/// Seconds to choose among five levels once they are read.
pub const SECONDS_TO_DECIDE: u32 = 12;

/// Minutes for those of a run of items that count, rounded up. What is read is what stands on the
/// page before anything is opened: the question and the five levels. The names of the levels are
/// the same everywhere. Notes, evidence, check lists and guidance come on top where somebody wants
/// them. The caller's rule is a reference: in the main part of the program each copy of this loop
/// would be downloaded.
pub fn minutes(pack: &Pack, run: Range<ItemIx>, counts: &dyn Fn(ItemIx) -> bool) -> u32 {
    let mut seconds = 0;
    for at in run {
        let Some(item) = pack.item(at).filter(|_| counts(at)) else { continue };
        let mut read = |text: &str| {
            // A text has a word more than blanks.
            let blanks = text.bytes().filter(|byte| *byte == b' ').count() as u32;
            seconds += (blanks + u32::from(!text.is_empty())) * 60;
        };
        read(&item.question);
        pack.levels(item).iter().for_each(|level| read(level));
        seconds += SECONDS_TO_DECIDE * WORDS_A_MINUTE;
    }
    seconds.div_ceil(60 * WORDS_A_MINUTE)
}

/// The minutes for the quick check or for all items: what the authors had computed, or what the rule
/// gives where they had not.
pub fn whole(pack: &Pack, quick: bool) -> u32 {
    match if quick { pack.quick_minutes } else { pack.full_minutes } {
        0 => computed(pack, quick),
        stated => stated,
    }
}

/// What the rule gives for the quick check or for all items.
pub fn computed(pack: &Pack, quick: bool) -> u32 {
    let counts = |at| !quick || pack.item(at).is_some_and(|item| item.quick);
    minutes(pack, 0..pack.items.len(), &counts)
}

/// A time as it is told: a range in steps that say no more than is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// Whole minutes: each up to ten, then fives.
    Minutes(u32, u32),
    /// Halves of hours.
    HalfHours(u32, u32),
}

/// How so many minutes are told. The upper end is rounded up, so that nobody is promised too little.
/// The lower end is two thirds: what somebody needs who reads 250 words a minute and decides in half
/// the time.
pub fn told(minutes: u32) -> Time {
    let least = minutes * 2 / 3;
    if minutes > 55 {
        return Time::HalfHours((least / 30).max(1), minutes.div_ceil(30));
    }
    let least = if least > 10 { least / 5 * 5 } else { least };
    let most = if minutes > 10 { minutes.next_multiple_of(5) } else { minutes };
    Time::Minutes(least.max(1).min(most), most)
}
