//! How long the questions take. People read about 240 words of plain prose a minute without hurry
//! (Brysbaert 2019, a meta-analysis); who weighs what they read is slower, so 200 are counted. The
//! time to decide is a reckoning of ours, and no more: nobody was measured.

use crate::model::pack::{ItemIx, Pack};
use std::ops::Range;

/// Words that a person reads in a minute.
pub const WORDS_A_MINUTE: u32 = 200;

/// Seconds to choose among five levels once they are read.
pub const SECONDS_TO_DECIDE: u32 = 20;

/// Minutes for those of a run of items that count, rounded up. What is read is the question, why it
/// matters and the five levels; check lists, guidance and notes come on top where somebody wants
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
        read(&item.why);
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

/// The key of the words for a time, and its number, in steps that say no more than is known: minutes
/// up to ten, then fives, from an hour halves of one. It is rounded up, so that nobody is promised
/// too little.
pub fn told(minutes: u32) -> (&'static str, u32) {
    match minutes {
        0..=10 => ("time.minutes", minutes),
        11..=55 => ("time.minutes", minutes.next_multiple_of(5)),
        _ if minutes.div_ceil(30).is_multiple_of(2) => ("time.hours", minutes.div_ceil(60)),
        _ => ("time.hours_and_half", minutes / 60),
    }
}
