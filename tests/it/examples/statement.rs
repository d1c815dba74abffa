//! The Statement of Applicability, from nothing stated to everything.

use crate::script::then;
use plumbline::state::State;

/// Controls of each kind: said, left out, against their level, of the organisation's own.
pub const DECIDED: &str = "
    organisation Miller Bakery
    act version | 14:02
    A.5.1 = 2
    act implementation 10 | implemented
    act inclusion 10 risk | +
    A.5.1 owner Yusuf
    A.5.1 evidence 0 Signed list
    A.5.1 kept 1 Cabinet 7
    A.7.1 = - We rent no rooms and own none
    A.7.2 = - not relevant
    act applicable 14 | yes
    act own add
    act own name 0 | doors
    act own add";

/// What makes all of it complete.
const COMPLETED: &str = "
    scope The shop and the van
    act approver | Yusuf
    act approved | 2026-11-01
    act implementation 10 |
    act how 10 | Cabinet 7
    act due 10 | 2027-01-31
    act applicable 11 | yes
    act inclusion 11 law | +
    act inclusion 11 contract | +
    act implementation 11 | implemented
    act how 11 | Cabinet 7
    act owner 11 | Yusuf
    act evidence 11 | Signed list
    A.7.2 = - We rent no rooms and own none
    act inclusion 14 practice | +
    act owner 14 | Yusuf
    act due 14 | 2027-01-31
    act own remove 1
    act inclusion o0 risk | +
    act implementation o0 | no
    act owner o0 | Yusuf
    act due o0 | 2027-01-31";

/// All examples, from a new assessment.
pub fn all(open: &State) -> Vec<(&'static str, State)> {
    let part = then(open, DECIDED);
    let full = then(&part, COMPLETED);
    let at = |state: &State, page: &str| then(state, &format!("go result/statement{page}"));
    let elsewhere = |page: &str| at(&then(&part, "elsewhere b"), page);
    let marked = then(&at(&part, "/A.5"), "act mark 10 11 | +");
    vec![
        ("statement-empty", at(open, "")),
        ("statement-part", at(&part, "")),
        ("statement-full", at(&full, "")),
        ("statement-quick", at(&then(&part, "mode quick"), "")),
        ("statement-elsewhere", elsewhere("")),
        ("statement-theme-empty", at(open, "/A.7")),
        ("statement-theme-part", at(&part, "/A.5")),
        ("statement-theme-reasons", at(&part, "/A.7")),
        ("statement-theme-full", at(&full, "/A.5")),
        ("statement-theme-missing", at(&part, "/A.7/missing")),
        ("statement-theme-nothing-missing", at(&full, "/A.5/missing")),
        ("statement-theme-marked", marked.clone()),
        ("statement-theme-marked-alike", then(&marked, "act bulk implementation | partly")),
        ("statement-theme-elsewhere", elsewhere("/A.5")),
        ("statement-own-empty", at(open, "/own")),
        ("statement-own", at(&part, "/own")),
        ("statement-own-elsewhere", elsewhere("/own")),
    ]
}
