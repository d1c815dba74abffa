//! Every page of the report: each control on it does something, and no identifier is used twice.

use crate::composed;
use crate::drawn::{page, works};
use crate::examples;
use crate::script::{pack, then};
use crate::support::SAMPLES;

/// Pages with many parts.
const ADDRESSES: &[&str] = &[
    "result",
    "result/board",
    "result/stages",
    "result/findings",
    "result/documents",
    "result/statement",
    "result/statement/A.5",
    "result/statement/own",
    "result/plan",
    "result/metrics",
    "result/answers",
    "result/answers/owner",
    "result/answers/stage",
    "result/grid",
    "result/what-if",
    "result/milestones",
    "result/milestones/compare",
    "result/figure/overall",
    "result/figure/section/A.8",
];

#[test]
fn each_control_on_every_page_does_something() {
    for (name, state) in examples::all(&pack()) {
        println!("example {name}");
        works(&page(&state));
    }
    for (sample, _) in SAMPLES {
        let state = composed::sample(sample);
        for address in ADDRESSES {
            println!("sample {sample}, {address}");
            works(&page(&then(&state, &format!("go {address}"))));
        }
    }
}
