//! The sample organisations and other assessments as states, to see the pages of their report.

use crate::drawn::{elements, report, works, Node};
use crate::script::{then, InputValue};
use crate::support::{default_pack, today, SAMPLES};
use plumbline::app::State;
use plumbline::model::assessment::Assessment;
use plumbline::model::pack::Pack;
use plumbline::save;
use std::rc::Rc;

/// A sample organisation with the default pack.
#[track_caller]
pub fn sample(name: &str) -> State {
    let pack = default_pack();
    let (_, file) = SAMPLES.iter().find(|(known, _)| *known == name).expect("a sample");
    let (assessment, problems) = save::restore(file, &pack).expect("a save file");
    assert_eq!(problems, []);
    state(&pack, assessment)
}

/// An assessment with these answers, which this widget writes.
pub fn state(pack: &Rc<Pack>, assessment: Assessment) -> State {
    let mut state = then(&State::new(pack.clone(), today()), "begin full\ncreated a").state;
    state.assessment = Rc::new(assessment);
    state
}

/// A page for reading: each control does something and changes no answer, each id is the only one.
#[track_caller]
pub fn only_read(state: &State, address: &str) {
    let page = [Node::Element(report(state, address))];
    works(&page);
    for control in elements(&page).into_iter().filter(|element| element.act.is_some()) {
        let mut after = (*control.used(state, &InputValue::Nothing).assessment).clone();
        // The first result is kept by itself.
        after.milestones = state.assessment.milestones.clone();
        // Where the reader is.
        after.last = state.assessment.last;
        assert!(after == *state.assessment, "{address}: {:?} changes an answer", control.act);
    }
}
