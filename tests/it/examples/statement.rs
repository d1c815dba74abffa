//! The Statement of Applicability, from nothing stated to everything.

use super::then;
use crate::script::statement::{COMPLETED, DECIDED};
use plumbline::app::State;

/// All examples, from a new assessment.
pub fn all(open: &State) -> Vec<(&'static str, State)> {
    let part = then(open, DECIDED);
    let full = then(&part, COMPLETED);
    let at = |state: &State, page: &str| then(state, &format!("go result/statement{page}"));
    let elsewhere = |page: &str| at(&then(&part, "elsewhere b"), page);
    let marked = then(&at(&part, "/A.5"), "act mark 10 11 | +");
    let entered = then(&marked, "act bulk applicable | yes\nact bulk owner | Yusuf");
    let left_out = then(
        &at(&part, "/A.7"),
        "act mark 12 13 | +\nact bulk applicable | no\nact bulk reason | not relevant",
    );
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
        ("statement-theme-entered", entered.clone()),
        ("statement-theme-entered-narrow", then(&entered, "narrow")),
        ("statement-theme-left-out", left_out),
        ("statement-theme-applied", then(&entered, "act bulk apply")),
        ("statement-theme-elsewhere", elsewhere("/A.5")),
        ("statement-own-empty", at(open, "/own")),
        ("statement-own", at(&part, "/own")),
        ("statement-own-elsewhere", elsewhere("/own")),
    ]
}
