//! What does not fit together in the answers.

use crate::script::in_full;
use plumbline::findings::{inconsistencies, InconsistencyKind};

/// What does not fit together after a script, one a line.
fn odd(script: &str) -> String {
    let state = in_full(script);
    let id = |item: usize| state.pack.items[item].id.to_string();
    let found = inconsistencies(&state.pack, &state.answers, state.today).into_iter();
    let told = found.map(|odd| match odd.kind {
        InconsistencyKind::ReasonMissing => format!("{} has no reason", id(odd.item)),
        InconsistencyKind::ExcludedAgainstProfile { reason } => {
            format!("{} is left out, but {reason}", id(odd.item))
        }
        InconsistencyKind::WithoutItsBasis { basis } => {
            format!("{} rests on {}", id(odd.item), id(basis))
        }
        InconsistencyKind::DatePassed => format!("{} is late", id(odd.item)),
        #[allow(unreachable_patterns)]
        other => format!("{} {other:?}", id(odd.item)),
    });
    told.collect::<Vec<_>>().join("\n")
}

#[test]
fn what_contradicts_is_found_and_what_does_not_is_not() {
    for (script, expected) in [
        ("", ""),
        ("4.1 = 3\n4.2 = 3\n4.3 = 4", ""),
        // A control is left out.
        ("A.7.1 = -", "A.7.1 has no reason"),
        ("A.7.1 = - n/a", "A.7.1 has no reason"),
        ("A.7.1 = - We rent no rooms", ""),
        ("A.8.25 = - We write no software here", ""),
        (
            "A.8.25 = - We write no software here\ntick software us",
            "A.8.25 is left out, but your profile says that software is written",
        ),
        (
            "A.8.25 = - We write no software here\ntick software others\ntick software nobody",
            "A.8.25 is left out, but your profile says that software is written",
        ),
        ("A.8.25 = - We write no software here\ntick software nobody", ""),
        ("A.8.25 = -\ntick software us", "A.8.25 has no reason"),
        ("A.8.25 = 3\ntick software us", ""),
        // An item rests on others.
        ("4.1 = 0\n4.2 = 3", "4.2 rests on 4.1"),
        ("4.1 = 0\n4.2 = 4", "4.2 rests on 4.1"),
        ("4.1 = 0\n4.2 = 2", ""),
        ("4.1 = 1\n4.2 = 3", ""),
        ("4.1 = ?\n4.2 = 3", ""),
        ("4.2 = 3", ""),
        ("4.1 = 2\n4.2 = 0\n4.3 = 3", "4.3 rests on 4.2"),
        ("4.1 = 0\n4.2 = 0\n4.3 = 3", "4.3 rests on 4.1"),
        ("A.5.1 = - We have no rules at all\nA.5.2 = 3", ""),
        // A date has passed.
        ("4.1 = 1\n4.1 due 2026-11-21", "4.1 is late"),
        ("4.1 = 1\n4.1 due 2026-11-22", ""),
        ("4.1 = 3\n4.1 due 2020-01-01", ""),
        ("4.1 = ?\n4.1 due 2020-01-01", ""),
        ("4.1 due 2020-01-01", ""),
        // Only what is asked.
        ("4.1 = 0\n4.2 = 3\nmode quick", ""),
        ("A.7.1 = -\n4.1 = 1\n4.1 due 2020-01-01", "4.1 is late\nA.7.1 has no reason"),
    ] {
        assert_eq!(odd(script), expected, "{script}");
    }
}
