//! Whether the times that a pack promises are those that its words need.

use super::{Problem, Rule};
use plumbline::model::pack::Pack;
use plumbline::rules::reading::computed;

pub(super) fn problems(pack: &Pack) -> Vec<Problem> {
    let promised =
        [("quick_minutes", pack.quick_minutes, true), ("full_minutes", pack.full_minutes, false)];
    let mut problems = Vec::new();
    for (key, said, quick) in promised {
        let needed = computed(pack, quick);
        // A pack that promises none is counted when it is shown.
        if said != 0 && said != needed {
            problems.push(Problem {
                at: format!("/{key}"),
                place: key.into(),
                rule: Rule::Minutes,
                wrong: format!("is {said}, but reading and answering takes {needed}"),
                todo: format!("write {needed}"),
            });
        }
    }
    problems
}
