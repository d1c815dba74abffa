//! Pages of the report as they are composed: what is on them, and what their controls ask for.

use crate::script::then;
use crate::support::{default_pack, today};
use plumbline::answers::Answers;
use plumbline::pack::Pack;
use plumbline::save;
use plumbline::state::State;
use std::rc::Rc;

/// The sample organisations.
pub const SAMPLES: &[(&str, &str)] = &[
    ("starting", include_str!("../../static/samples/starting.json")),
    ("halfway", include_str!("../../static/samples/halfway.json")),
    ("ready", include_str!("../../static/samples/ready.json")),
];

/// A sample organisation with the default pack.
#[track_caller]
pub fn sample(name: &str) -> State {
    let pack = default_pack();
    let (_, file) = SAMPLES.iter().find(|(known, _)| *known == name).expect("a sample");
    let (answers, problems) = save::restore(file, &pack).expect("a save file");
    assert_eq!(problems, []);
    state(&pack, answers)
}

/// An assessment with these answers, which this widget writes.
pub fn state(pack: &Rc<Pack>, answers: Answers) -> State {
    let mut state = then(&State::new(pack.clone(), today()), "begin full\ncreated a");
    state.answers = Rc::new(answers);
    state.state
}

