//! What several tests need: the default pack, English, a realistic assessment, golden files.

use plumbline::i18n::text::Text;
use plumbline::model::assessment::{
    Answer, Assessment, Evidence, Level, Milestone, Mode, Organisation, OwnControl, PlanSettings,
    Response, Size,
};
use plumbline::model::date::Date;
use plumbline::model::pack::Pack;
use plumbline::report::compare::milestone;
use plumbline::report::Report;
use snapbox::assert::Action;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};
use std::path::Path;
use std::rc::Rc;

pub const PACK: &str = include_str!("../../controls.json");
pub const ENGLISH: &str = include_str!("../../static/locales/en.json");

/// The English words of the report, which come later.
pub const REPORT: &str = include_str!("../../static/locales/en.report.json");

/// Texts that each try to be something else in one of the formats.
pub const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "</style></title></script><img src=x onerror=alert(1)>",
    "\"' onmouseover=alert(1) x='\"",
    "]]> --> <!-- <?php ?> &lt;b&gt; &amp;amp; &#60;",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\"=1",
    "'=1",
    "\u{feff}=1",
    "\u{ff1d}1+1",
    "\u{ff0b}1",
    "\u{ff0d}1",
    "\u{ff20}A1",
    "\u{200b}\u{202e}=1",
    "a;=1+1",
    "a\n=1+1",
    "| a | b |",
    "\\| \\\\| \\",
    "# heading",
    "- list\n1. list\n2) list\n> quote\n# heading\n---\n===",
    "`code` ``` ~~~ ~~x~~ **b** __b__ *i* _i_ $x$",
    "[link](javascript:alert(1)) ![image](https://example.org/x.png) <https://example.org>",
    "שלום עולם \u{202e}txt.exe",
    "مرحبا بالعالم",
    "\u{2067}unclosed",
    "日本語のメモ",
    "👩‍👩‍👧 emoji 🧱",
    "line one\nline two\r\nline three\rline four\n\nafter a blank line",
    "nul \0 bell \u{7} escape \u{1b}[31m",
    "{n} {total} {lower} {date}",
    "\u{2028}\u{2029}\u{85}",
    "a,b\",c",
    "\"",
    ",",
    "   ",
    "",
];

pub fn default_pack() -> Rc<Pack> {
    crate::make::read(PACK)
}

/// A day as English pages and documents write it.
pub fn day(date: Date) -> String {
    english().date(date).to_string()
}

pub fn english() -> Text {
    let words = Text::parse(ENGLISH, None, Text::english_plural());
    Text::parse(REPORT, Some(&words), Text::english_plural())
}

/// The save files of the sample organisations, by name.
pub const SAMPLES: &[(&str, &str)] = &[
    ("starting", include_str!("../../static/samples/starting.json")),
    ("halfway", include_str!("../../static/samples/halfway.json")),
    ("ready", include_str!("../../static/samples/ready.json")),
];

/// The day on which all tests take place.
pub fn today() -> Date {
    Date::parse("2026-11-22").expect("a date")
}

/// Sets what was entered for an item.
pub fn enter(pack: &Pack, assessment: &mut Assessment, id: &str, change: impl FnOnce(&mut Answer)) {
    let item = pack.find(id).unwrap_or_else(|| panic!("no item {id}"));
    let mut answer = assessment.get(item).map(|answer| (**answer).clone()).unwrap_or_default();
    change(&mut answer);
    assessment.set(item, Some(Rc::new(answer)));
}

/// An answer with a level.
pub fn level(number: u64) -> Option<Response> {
    Level::new(number).map(Response::Level)
}

pub fn excluded(reason: &str) -> Option<Response> {
    Some(Response::NotApplicable { reason: reason.into() })
}

/// A small bakery some way along: every level, open answers, exclusions, plans, notes.
/// `step` is how many of ten items it has answered.
pub fn bakery(pack: &Pack, mode: Mode, step: usize) -> Assessment {
    let mut assessment = Assessment::new(pack, mode);
    assessment.name = "Autumn review".into();
    assessment.organisation = Rc::new(Organisation {
        name: "Bakery Miller".into(),
        size: Some(Size::Small),
        sector: "Bread and cakes, six shops and an online shop".into(),
        scope: "The online shop, the customers' orders and payments, and the office that runs them"
            .into(),
        ..Organisation::default()
    });
    for item in (0..pack.items.len()).filter(|item| item % 10 < step) {
        // Any spread would do; this one has all levels in both kinds.
        let response = match (item * 5 + item / 10) % 13 {
            0 => Some(Response::DontKnow),
            1 | 2 => level(0),
            3 | 4 => level(1),
            5..=7 => level(2),
            8..=11 => level(3),
            _ => level(4),
        };
        assessment.set(item, Some(Rc::new(Answer { response, ..Answer::default() })));
    }
    let named = |name: &str, place: &str| Evidence {
        name: name.into(),
        place: place.into(),
        ..Evidence::default()
    };
    enter(pack, &mut assessment, "4.3", |answer| {
        answer.response = level(1);
        answer.note = "The owners agree on what is covered.\nNobody has written it down.".into();
        answer.owner = "Anna Miller".into();
        answer.due = Date::parse("2027-01-31");
        answer.flagged = true;
    });
    enter(pack, &mut assessment, "5.2", |answer| {
        answer.response = level(3);
        answer.evidence = vec![
            named("Security policy, version 3", "Shared drive, Office/Policies"),
            named("Minutes of 2 March 2026", ""),
        ];
        answer.owner = "Anna Miller".into();
    });
    enter(pack, &mut assessment, "A.5.1", |answer| {
        answer.response = level(4);
        answer.evidence = vec![named("Policy review", "Notice board")];
    });
    enter(pack, &mut assessment, "A.7.4", |answer| {
        answer.response = excluded("We have no premises of our own, only stalls at markets.");
    });
    enter(pack, &mut assessment, "A.8.4", |answer| {
        answer.response = excluded("n/a");
        answer.note = "Ask the web agency.".into();
    });
    enter(pack, &mut assessment, "A.8.25", |answer| {
        answer.response = excluded("Nobody in the bakery writes or changes software.");
    });
    enter(pack, &mut assessment, "A.6.3", |answer| {
        answer.response = Some(Response::DontKnow);
        answer.owner = "أمينة".into();
        answer.note = "يجب أن نسأل مدير المتجر عن التدريب".into();
        answer.due = Date::parse("2026-12-15");
    });
    assessment
}

/// The assessments that most tests look at, by name.
pub fn samples() -> Vec<(&'static str, Report)> {
    let pack = default_pack();
    let report = |assessment: &Assessment| Report::new(&pack, assessment, today());
    let mut hostile = bakery(&pack, Mode::Full, 9);
    hostile.name = "<i>= | `\n".into();
    hostile.organisation = Rc::new(Organisation {
        name: "<script>alert('x')</script> & Söhne".into(),
        scope: "=1+1\n| x |\n# y".into(),
        sector: "\"quoted\" \u{202e}turned".into(),
        ..Organisation::default()
    });
    for (item, text) in HOSTILE.iter().enumerate() {
        let mut answer = hostile.get(item).map(|answer| (**answer).clone()).unwrap_or_default();
        answer.note = (*text).into();
        answer.owner = (*text).into();
        answer.evidence =
            vec![Evidence { name: (*text).into(), place: (*text).into(), ..Evidence::default() }];
        hostile.set(item, Some(Rc::new(answer)));
    }
    enter(&pack, &mut hostile, "A.8.34", |answer| answer.note = "long note ".repeat(500).into());
    enter(&pack, &mut hostile, "A.8.33", |answer| {
        answer.response = excluded("<b>We</b> use | no = `real` data\nin any test at all.");
    });
    vec![
        ("full", report(&bakery(&pack, Mode::Full, 9))),
        ("provisional", report(&bakery(&pack, Mode::Full, 5))),
        ("quick", report(&bakery(&pack, Mode::Quick, 9))),
        ("blank", report(&Assessment::new(&pack, Mode::Full))),
        ("grown", report(&grown(&pack))),
        ("undated", report(&undated(&pack))),
        ("hostile", report(&hostile)),
    ]
}

/// The bakery with a plan that has begun, a control of its own and two milestones, of which one
/// cannot be read.
fn grown(pack: &Pack) -> Assessment {
    let mut assessment = bakery(pack, Mode::Full, 9);
    let date = Date::parse("2026-05-04").expect("a date");
    let then = bakery(pack, Mode::Full, 5);
    let torn = Milestone {
        name: "Torn".into(),
        date: Some(date),
        save: "{".into(),
        automatic: false,
        kept: "".into(),
    };
    let kept = milestone(pack, &then, "Kick-off", date);
    let own = Answer { owner: "Ben".into(), how: "A dog".into(), ..Answer::default() };
    let own =
        OwnControl { name: "Night watch".into(), answer: Rc::new(own), ..OwnControl::default() };
    assessment.own_controls = vec![Rc::new(own)];
    assessment.plan_settings = PlanSettings { start: Date::parse("2026-12-01"), pace: Some(10) };
    assessment.milestones = vec![Rc::new(torn), Rc::new(kept)];
    enter(pack, &mut assessment, "A.5.1", |answer| {
        answer.done = Some(date);
        answer.applicable = true;
        answer.how = "The policy hangs\nin all shops".into();
    });
    enter(pack, &mut assessment, "4.3", |answer| answer.due = Some(date));
    assessment
}

/// The same, with milestones of which no file says when they were kept.
fn undated(pack: &Pack) -> Assessment {
    let mut assessment = grown(pack);
    for milestone in &mut assessment.milestones {
        Rc::make_mut(milestone).date = None;
    }
    assessment
}

/// Compares with `tests/it/golden/<name>`; `BLESS=1` writes it instead.
#[track_caller]
pub fn golden(name: &str, found: &str) {
    if let Err(differs) = compared(name, found) {
        panic!("{differs}\nBLESS=1 rewrites it; read it first");
    }
}

/// The same, for a test that goes on.
pub fn compared(name: &str, found: &str) -> snapbox::assert::Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/golden").join(name);
    let bless = std::env::var_os("BLESS").is_some();
    let action = if bless { Action::Overwrite } else { Action::Verify };
    let golden = Data::read_from(&path, Some(DataFormat::Text)).raw();
    Assert::new().action(action).try_eq(Some(&"this run"), Data::text(found), golden)
}
