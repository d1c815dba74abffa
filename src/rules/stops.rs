//! The four stops on the way to a certificate, as a verdict has them.

use super::verdict::{Stage, Verdict};

/// How far a stop is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Today, where every way begins.
    Start,
    /// So much stands in its way.
    Stopped(usize),
    /// Nothing is known that stands in its way, and not enough is known.
    Unknown,
    /// Nothing stands in its way; so much is to be put right.
    Passed(usize),
    /// It follows when the stops before it are passed.
    Ahead,
}

/// Today, both stages and the certificate; and at which of them one stands, from 0.
pub fn stops(verdict: &Verdict) -> ([Stop; 4], usize) {
    let stop = |stage: &Stage| match stage {
        Stage::Ready => Stop::Passed(0),
        Stage::ReadyWith(rest) => Stop::Passed(rest.len()),
        Stage::NotReady(reasons) => Stop::Stopped(reasons.len()),
        Stage::CannotSay { .. } => Stop::Unknown,
    };
    let stages = [stop(&verdict.stage1), stop(&verdict.stage2)];
    let passed = stages.iter().take_while(|stop| matches!(stop, Stop::Passed(_))).count();
    ([Stop::Start, stages[0], stages[1], Stop::Ahead], passed)
}
