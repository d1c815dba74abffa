//! Named examples of what the widget can show: one list for the golden views, for pages that show
//! every view, and for checks of accessibility.

pub mod frames;
pub mod statement;

use crate::script::{self, today};
use plumbline::app::{Action, Event, LibraryEntry, PageEdit, State};
use plumbline::model::assessment::AuditDates;
use plumbline::model::date::Date;
use plumbline::model::pack::{Kind, Pack, Problem, ProblemKind};
use plumbline::rules::search::{Filter, Owner, Wanted};
use plumbline::save;
use std::rc::Rc;

/// What the examples type, so that a test can tell it from the words of the interface.
pub const TYPED: &[&str] = &[
    "Miller Bakery",
    "Bread and cake",
    "The shop and the van",
    "Spring",
    "Ask Zoë <b>first</b>",
    "Signed list",
    "Cabinet 7",
    "Yusuf",
    "We rent no rooms and own none",
    "not relevant",
    "no rooms",
    "yesterday",
    "14:02",
    "the disk said no",
    "nowhere to be found",
    "doors",
];

/// An assessment some way along, with something of everything.
pub const PART: &str = "
    name Spring
    organisation Miller Bakery
    choose premises none
    accept A.7.1
    4.1 = 3
    4.1 evidence 0 Signed list
    4.2 = 1
    4.2 due 2026-11-01
    4.3 = 0
    5.1 = 4
    5.2 = ?
    5.2 flag
    A.5.1 = 2
    A.5.2 = 3";

/// What remains after that.
pub const REST: &str = "
    4.2 = 3
    4.2 due
    4.3 = 3
    5.2 = 2
    5.2 unflag
    5.3 = 3
    5.4 = 3
    5.5 = 3
    5.6 = 4
    5.7 = 3
    A.5.1 = 3
    A.7.2 = 3
    A.8.25 = 3";

/// Every detail of a control.
const DETAILS: &str = "
    A.5.1 = 3
    A.5.1 check written
    A.5.1 note Ask Zoë <b>first</b>
    A.5.1 evidence 0 Signed list
    A.5.1 kept 0 Cabinet 7
    A.5.1 owner Yusuf
    A.5.1 due 2027-01-31
    A.5.1 done-by shared
    A.5.1 flag
    go question/A.5.1/sections";

/// What explains a question further.
const EXPLAINED: &str = r#"
    explained {"plumbline": "explanations", "format": 1, "pack": "small", "items": {"4.1": {"example": "Miller Bakery", "mistakes": ["nowhere to be found", "yesterday"], "asked": ["not relevant"], "who": "Yusuf", "related": ["4.2"], "shows": "Signed list"}}}
    prefer one
    go question/4.1/sections"#;

/// All examples, each with a name that is a file name too.
pub fn all(pack: &Rc<Pack>) -> Vec<(&'static str, State)> {
    let nothing = State::new(pack.clone(), today());
    let open = then(&nothing, "begin full\ncreated a");
    let part = then(&open, PART);
    let full = then(&part, REST);
    let mut sampled = nothing.clone();
    sampled.samples = true;
    let mut resuming = nothing.clone();
    resuming.resuming = true;
    let mut partly = open.clone();
    partly.whole = false;
    let mut late = partly.clone();
    late.late = true;
    let mut all = vec![
        ("loading", partly),
        ("loading-late", late),
        ("loading-again", resuming),
        ("start-samples", sampled),
        ("start-empty", nothing.clone()),
        ("start-library", on_library(&nothing, &[&part])),
        ("start-library-many", on_library(&nothing, &[&part, &open])),
        ("standards", then(&nothing, "go standards")),
        ("library-empty", then(&nothing, "go assessments")),
        ("library", then(&on_library(&part, &[&part, &open]), "go assessments")),
        ("library-delete", then(&on_library(&part, &[&part, &open]), "go assessments\nask b")),
        ("library-delete-all", then(&on_library(&part, &[&part]), "go assessments\nask everything")),
        ("profile-empty", open.clone()),
        ("profile-choices", then(&open, PROFILE)),
        ("profile-decided", then(&open, &format!("{PROFILE}\naccept A.7.1\nrefuse A.7.2"))),
        ("profile-elsewhere", then(&open, &format!("{PROFILE}\nelsewhere b\ngo profile"))),
        ("proposals-none", then(&open, "go proposals")),
        ("proposals-open", then(&open, &format!("{PROFILE}\ngo proposals"))),
        ("proposals-decided", then(&part, "refuse A.7.2\ngo proposals")),
        ("proposals-elsewhere", then(&part, "elsewhere b\ngo proposals")),
        ("sections-fresh", then(&open, "go sections")),
        ("sections-part", then(&part, "go sections")),
        ("sections-done", then(&full, "go sections")),
        ("sections-quick", then(&part, "mode quick\ngo sections")),
        ("question-from-search", then(&part, "go question/4.1/search")),
        ("question-from-result", then(&part, "prefer one\ngo question/4.1/result")),
        ("question-beyond-quick", then(&open, "mode quick\ngo question/5.3/check")),
        ("question-elsewhere", then(&open, "A.7.2 = -\ngo question/A.7.1/sections\nelsewhere b")),
        ("control-fresh", then(&open, "go question/A.5.1/sections")),
        ("control-no-reason", then(&open, "A.7.1 = -\nprefer one\ngo question/A.7.1/sections")),
        ("control-hollow-reason", then(&open, &excluded("not relevant"))),
        ("control-short-reason", then(&open, &excluded("no rooms"))),
        ("control-excluded", then(&open, &excluded("We rent no rooms and own none"))),
        ("control-details", then(&open, &format!("prefer one\n{DETAILS}"))),
        ("question-meeting", then(&part, "prefer meeting keys\ngo question/4.1/sections")),
        ("question-term", then(&part, "prefer one\ngo question/A.5.1/sections\nterm A.5.1 rule")),
        ("question-explained", then(&part, EXPLAINED)),
        ("question-explained-failed", then(&part, "explain\nexplained\nprefer one\ngo question/4.1/sections")),
        ("check-everything", then(&part, "A.7.2 = -\n4.1 = 0\n4.2 = 3\n5.6 = 1\n5.6 due 2020-01-01\ntick software us\nA.8.25 = - We rent no rooms and own none\ngo check")),
        ("check-outdated", then(&outdated(&part), "go check")),
        ("question-outdated", then(&outdated(&part), "prefer one\ngo question/4.1/check")),
        ("way-empty", then(&open, "go way")),
        ("way", then(&audited(&part), "go way")),
        ("check-nothing", then(&proven(&full), "go check")),
        ("result-empty", then(&open, "go result")),
        ("result-part", then(&part, "go result")),
        ("result-full", then(&full, "go result")),
        ("result-quick", then(&part, "mode quick\ngo result")),
        ("result-no-gaps", then(&full, "5.2 = 4\ngo result")),
        ("result-stages", then(&part, "go result/stages")),
        ("result-stages-full", then(&full, "go result/stages")),
        ("result-findings", then(&part, "go result/findings")),
        ("result-findings-none", then(&open, "go result/findings")),
        ("result-documents", then(&part, "go result/documents")),
        ("result-plan", then(&part, &format!("{PLANNED}\ngo result/plan"))),
        ("result-plan-empty", then(&open, "go result/plan")),
        ("result-plan-nothing", then(&full, "act done 4\ngo result/plan")),
        ("result-plan-elsewhere", then(&part, &format!("{PLANNED}\nelsewhere b\ngo result/plan"))),
        ("result-metrics", then(&part, "go result/metrics")),
        ("result-metrics-none", then(&open, "go result/metrics")),
        ("result-board-empty", then(&open, "go result/board")),
        ("result-board-part", then(&part, "go result/board")),
        ("result-board-full", then(&full, "go result/board")),
        ("result-board-quick", then(&part, "mode quick\ngo result/board")),
        ("result-board-since", milestone(&part)),
        ("result-board-elsewhere", then(&part, "elsewhere b\ngo result/board")),
        ("answers-sections", then(&part, "go result/answers")),
        ("answers-empty", then(&open, "go result/answers/phase")),
        ("answers-lens", then(&full, "go result/answers/lens/effect")),
        ("answers-phase", then(&part, "go result/answers/phase")),
        ("answers-owner", then(&part, &format!("{OWNERS}\ngo result/answers/owner"))),
        ("answers-owner-none", then(&open, "go result/answers/owner")),
        ("answers-stage", then(&part, "go result/answers/stage")),
        ("answers-quick", then(&part, "mode quick\ngo result/answers/stage")),
        ("answers-elsewhere", then(&part, "elsewhere b\ngo result/answers")),
        ("grid-empty", then(&open, "go result/grid")),
        ("grid-part", then(&part, "go result/grid")),
        ("grid-quick", then(&part, "mode quick\ngo result/grid")),
        ("figure-overall", then(&part, "go result/figure/overall")),
        ("figure-requirement", then(&part, "go result/figure/requirement")),
        ("figure-control", then(&part, "go result/figure/control")),
        ("figure-section", then(&part, "go result/figure/section/4")),
        ("figure-section-excluded", then(&part, "accept A.7.2\ngo result/figure/section/A.7")),
        ("figure-section-not-asked", then(&part, "mode quick\ngo result/figure/section/A.8")),
    ];
    all.extend(statement::all(&open));
    all.extend(what_if(&part));
    all.extend(milestones(&open, &part, &full));
    all.extend(searches(&part));
    all.extend(frames::all(&nothing, &open));
    all
}

/// A plan with a start and a pace, owners, dates of each kind, and something done.
const PLANNED: &str = "
    5.3 = 0
    5.4 = 1
    act done 5
    act start | 2026-12-01
    act pace | 7
    4.3 owner Yusuf
    4.3 due 2026-12-24
    A.5.1 due 2026-12-02";

/// The same with evidence for everything.
/// With two answers that are older than their levels.
fn outdated(state: &State) -> State {
    let mut state = state.clone();
    let assessment = Rc::make_mut(&mut state.assessment);
    for item in [0, 1] {
        let mut answer = assessment.get(item).map(|answer| (**answer).clone()).unwrap_or_default();
        answer.outdated = true;
        assessment.set(item, Some(Rc::new(answer)));
    }
    state
}

/// With days of audits that do not all fit.
fn audited(state: &State) -> State {
    let mut state = then(state, "4.3 = 3\n4.3 evidence 0 The scope\nA.7.2 due 2027-03-01");
    Rc::make_mut(&mut state.assessment).audit_dates = AuditDates {
        running_since: Date::parse("2026-12-01"),
        stage1: Date::parse("2027-01-10"),
        stage2: Date::parse("2027-02-10"),
    };
    state
}

fn proven(state: &State) -> State {
    let ids = state.pack.items.iter().map(|item| format!("{} evidence 0 Signed list\n", item.id));
    then(state, &ids.collect::<String>())
}

/// Levels that are tried: 4.2, 4.3, 5.1 and A.5.1.
const TRIED: &str = "
    act try 1 | 3
    act try 2 | 2
    act try 3 | 2
    act try 10 | 3";

fn what_if(part: &State) -> Vec<(&'static str, State)> {
    let page = |state: &State, script: &str| then(state, &format!("{script}\ngo result/what-if"));
    vec![
        ("what-if-part", page(part, "")),
        ("what-if-tried", page(part, TRIED)),
        ("what-if-set", page(part, "act try-all 2 2")),
        ("what-if-quick", page(part, &format!("mode quick\n{TRIED}"))),
        ("what-if-elsewhere", page(part, &format!("elsewhere b\n{TRIED}"))),
        ("result-trying", then(part, &format!("{TRIED}\ngo result"))),
    ]
}

fn milestones(open: &State, part: &State, full: &State) -> Vec<(&'static str, State)> {
    let on = |date: &str, state: &State, script: &str| {
        let mut state = state.clone();
        state.today = Date::parse(date).expect("a date");
        then(&state, script)
    };
    let first = on("2026-03-02", open, "4.1 = 1\n5.1 = 2\nact milestone add");
    let second =
        on("2026-07-01", &first, &format!("{PART}\nact milestone new | Spring\nact milestone add"));
    let kept = on("2026-11-22", &second, REST);
    let quick = on(
        "2026-11-22",
        &then(open, "mode quick\n4.1 = 1\nact milestone add"),
        "mode full\n4.1 = 3",
    );
    let mut broken = kept.clone();
    Rc::make_mut(&mut Rc::make_mut(&mut broken.assessment).milestones[0]).save = "{".into();
    let file = save::save(&part.pack, &full.assessment).replace("\"4.2\"", "\"9.9\"");
    let file = file.replace("\"level\":4", "\"level\":9").replace("\"level\": 4", "\"level\": 9");
    let worse = "4.1 = 2\n5.1 = 0\nA.5.2 = 1";
    let other = then(full, &format!("{worse}\nother {}", file.replace('\n', " ")));
    let page = |state: &State, rest: &str| then(state, &format!("go result/milestones{rest}"));
    vec![
        ("milestones-empty", page(open, "")),
        ("milestones", page(&kept, "")),
        ("milestones-typing", page(&then(&kept, "act milestone new | Spring"), "")),
        ("milestones-unreadable", page(&broken, "")),
        ("milestones-elsewhere", page(&then(&kept, "elsewhere b"), "")),
        ("milestones-other", page(&other, "")),
        ("milestones-other-unreadable", page(&then(open, "other {"), "")),
        ("compare", page(&kept, "/compare/0/now")),
        ("compare-same", page(&kept, "/compare/1/1")),
        ("compare-mixed", page(&quick, "/compare")),
        ("compare-none", page(&open.clone(), "/compare/7/other")),
        ("compare-unreadable", page(&broken, "/compare/0/now")),
        ("compare-other", page(&other, "/compare/other/now")),
    ]
}

const PROFILE: &str = "
    organisation Miller Bakery
    size 11-49
    sector Bread and cake
    scope The shop and the van
    choose premises none
    tick software us
    tick software others";

/// Who looks after what: one is late, one has nothing to do.
pub const OWNERS: &str = "
    4.2 owner Yusuf
    4.2 due 2026-11-01
    4.3 owner Yusuf
    5.1 owner Yusuf
    5.2 owner Yusuf";

/// With a milestone of an earlier state and answers that changed since.
fn milestone(part: &State) -> State {
    let kept = then(part, "act milestone new | Spring\nact milestone add");
    then(&kept, "4.1 = 1\n4.2 = 3\n5.3 = 2\ngo result/board")
}

/// The state after a script.
fn then(state: &State, script: &str) -> State {
    script::then(state, script).state
}

fn excluded(reason: &str) -> String {
    format!("prefer one\nA.7.1 = - {reason}\ngo question/A.7.1/sections")
}

fn searches(part: &State) -> Vec<(&'static str, State)> {
    let search = |filter: Filter| {
        let (state, _) = part.reduce(Action::Page(PageEdit::Filter(filter)));
        then(&state, "go search")
    };
    let words = |words: &str| Filter { words: words.into(), ..Filter::default() };
    let filters = Filter {
        words: "".into(),
        wanted: Some(Wanted::Gap),
        kind: Some(Kind::Control),
        section: Some(2),
        lens: Some((0, 0)),
        owner: Some(Owner::Nobody),
    };
    let owned = |state: &State| {
        let filter = Filter { owner: Some(Owner::Of("Yusuf".into())), ..Filter::default() };
        then(&state.reduce(Action::Page(PageEdit::Filter(filter))).0, "go search")
    };
    let dated = then(
        part,
        "4.1 owner Yusuf\n4.2 owner Yusuf\n4.2 due 2026-11-20\n4.3 owner Yusuf\n4.3 due 2026-12-01",
    );
    vec![
        ("search-all", search(Filter::default())),
        ("search-words", search(words("doors"))),
        ("search-nothing", search(words("nowhere to be found"))),
        ("search-filters", search(filters)),
        ("search-owner", owned(&dated)),
    ]
}

/// What can be wrong with a file.
pub fn problems() -> Vec<Problem> {
    vec![
        problem("", ProblemKind::NotThisFormat),
        problem("/answers/9.9", ProblemKind::NoSuchId("9.9".into())),
        problem("/answers/4.1/notApplicable", ProblemKind::RequirementExcluded),
        problem("/answers/4.2/level", ProblemKind::OutOfRange { least: 0, most: 4 }),
    ]
}

fn problem(at: &str, kind: ProblemKind) -> Problem {
    Problem { at: at.into(), kind }
}

/// The state with these assessments on the device, named a, b ...
fn on_library(state: &State, states: &[&State]) -> State {
    let entries = states.iter().zip(["a", "b"]).map(|(state, id)| LibraryEntry {
        id: id.into(),
        summary: save::summary(&state.pack, &state.assessment),
        changed: "yesterday".into(),
    });
    state.receive(Event::Library(entries.collect())).0
}
