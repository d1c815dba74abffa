//! Any assessment, with something in any field.

use plumbline::model::assessment::{
    Answer, Assessment, AuditDates, DoneBy, Evidence, Implementation, Inclusion, Level, Milestone,
    Mode, Organisation, OwnControl, PlanSettings, Response, Size, SoaHeader,
};
use plumbline::model::date::Date;
use plumbline::model::pack::{Pack, ProfileQuestion};
use plumbline::save::save;
use proptest::collection::vec;
use proptest::prelude::{prop_oneof, Just, Strategy};
use proptest::sample::{select, subsequence};
use proptest::{bool, option};
use std::rc::Rc;

/// Text that tries to be something else; empty in one of three cases.
fn text() -> impl Strategy<Value = Rc<str>> {
    const PIECES: &[&str] = &[
        "Ask Ann",
        "\"",
        "\\",
        "/",
        "\n",
        "\r\n",
        "\t",
        "\0",
        "\u{1b}",
        "{",
        "}",
        "[]",
        ",\"x\":1",
        "</script>",
        "é",
        "e\u{301}",
        "日本",
        "👩‍👩‍👧",
        "\u{202e}",
        "\u{feff}",
        "\u{2028}",
        "\u{ffff}",
        "\u{10ffff}",
        " ",
        "null",
        "-0",
        "1e999",
    ];
    vec(select(PIECES), 0..6).prop_map(|pieces| pieces[pieces.len().min(1)..].concat().into())
}

/// A day; in some cases none.
fn date() -> impl Strategy<Value = Option<Date>> {
    (0..10_000u16, 0..14u8, 0..33u8).prop_map(|(year, month, day)| Date::new(year, month, day))
}

fn sometimes() -> impl Strategy<Value = bool> {
    bool::weighted(0.25)
}

fn evidence() -> impl Strategy<Value = Evidence> {
    (text(), text(), date()).prop_map(|(name, place, date)| Evidence {
        name,
        place,
        date,
        kept: "".into(),
    })
}

fn response(control: bool) -> impl Strategy<Value = Option<Response>> {
    (0..8u64, text()).prop_map(move |(n, reason)| match n {
        0 => None,
        1 => Some(Response::DontKnow),
        2 if control => Some(Response::NotApplicable { reason }),
        n => Level::new(n % 5).map(Response::Level),
    })
}

fn answer(control: bool) -> impl Strategy<Value = Answer> {
    let checks = subsequence(vec!["written", "read", "~/\"", "7"], 0..=4);
    let inclusion = subsequence(Inclusion::ALL.to_vec(), 0..=Inclusion::ALL.len());
    let implementation = option::of(select(&Implementation::ALL[..]));
    let said = (response(control), checks, text(), vec(evidence(), 0..3), text());
    let done_by = option::of(select(&DoneBy::ALL[..]));
    let stated = (sometimes(), sometimes(), inclusion, implementation, text());
    let since = (done_by, sometimes());
    (said, date(), date(), stated, since).prop_map(|(said, due, done, stated, since)| {
        let (response, checks, note, evidence, owner) = said;
        let (flagged, applicable, inclusion, implementation, how) = stated;
        let (done_by, outdated) = since;
        let checks = checks.into_iter().map(Rc::from).collect();
        let inclusion = inclusion.iter().map(|reason| reason.id().into()).collect();
        Answer {
            inclusion,
            response,
            checks,
            note,
            evidence,
            owner,
            due,
            done,
            flagged,
            applicable,
            implementation,
            how,
            done_by,
            outdated,
            kept: "".into(),
        }
    })
}

fn organisation(pack: &Pack) -> impl Strategy<Value = Organisation> {
    let chosen = |question: &ProfileQuestion| {
        let options: Vec<Rc<str>> = question.options.iter().map(|one| one.id.clone()).collect();
        let (id, all) = (question.id.clone(), options.len());
        subsequence(options, 0..=all).prop_map(move |chosen| (id.clone(), chosen))
    };
    let choices: Vec<_> = pack.profile.questions.iter().map(chosen).collect();
    let ids: Vec<Rc<str>> = pack.items.iter().map(|item| item.id.clone()).collect();
    let refused = subsequence(ids, 0..=pack.items.len() / 4);
    let size = option::of(select(&Size::ALL[..]));
    (text(), text(), text(), size, choices, refused).prop_map(
        |(name, sector, scope, size, choices, refused)| {
            let choices =
                choices.into_iter().map(|(id, chosen)| (id, chosen.into_iter().collect()));
            let (choices, refused) = (choices.collect(), refused.into_iter().collect());
            Organisation { name, sector, scope, size, choices, refused }
        },
    )
}

fn soa_header() -> impl Strategy<Value = SoaHeader> {
    (text(), date(), text()).prop_map(|(version, date, approver)| SoaHeader {
        version,
        date,
        approver,
    })
}

fn own_controls() -> impl Strategy<Value = Vec<Rc<OwnControl>>> {
    let replaces = select(vec!["", "A.5.1", "A.7.2"]);
    vec((text(), answer(true), replaces), 0..3).prop_map(|own| {
        let own = own.into_iter().map(|(name, answer, replaces)| OwnControl {
            name,
            answer: Rc::new(answer),
            replaces: replaces.into(),
            kept: "".into(),
        });
        own.map(Rc::new).collect()
    })
}

fn plan_settings() -> impl Strategy<Value = PlanSettings> {
    let pace = option::of(1..=PlanSettings::MOST_PACE);
    (date(), pace).prop_map(|(start, pace)| PlanSettings { start, pace })
}

fn audit_dates() -> impl Strategy<Value = AuditDates> {
    (date(), date(), date()).prop_map(|(running_since, stage1, stage2)| AuditDates {
        running_since,
        stage1,
        stage2,
    })
}

fn without_milestones(pack: &Rc<Pack>) -> impl Strategy<Value = Assessment> {
    let given = |item| option::weighted(1.0 / 3.0, answer(pack.exclusions.allows(item)));
    let given: Vec<_> = (0..pack.items.len()).map(given).collect();
    let gone = vec((text(), answer(true)), 0..4);
    let last = option::of(0..pack.items.len());
    let about = (bool::ANY, text(), last, organisation(pack));
    let planned = (soa_header(), own_controls(), plan_settings(), audit_dates());
    let pack = pack.clone();
    (about, planned, given, gone).prop_map(
        move |((quick, name, last, organisation), planned, given, gone)| {
            let mut assessment =
                Assessment::new(&pack, if quick { Mode::Quick } else { Mode::Full });
            (assessment.name, assessment.last) = (name, last);
            assessment.organisation = Rc::new(organisation);
            assessment.soa_header = planned.0;
            assessment.own_controls = planned.1;
            assessment.plan_settings = planned.2;
            assessment.audit_dates = planned.3;
            for (item, answer) in given.into_iter().enumerate() {
                if let Some(answer) = answer {
                    assessment.set(item, Some(Rc::new(answer)));
                }
            }
            for (n, (text, answer)) in gone.into_iter().enumerate() {
                assessment.elsewhere.insert(format!("gone {n} {text}").into(), Rc::new(answer));
            }
            assessment
        },
    )
}

/// An assessment with something in any field.
pub fn assessment(pack: &Rc<Pack>) -> impl Strategy<Value = Assessment> {
    let milestones = vec((text(), date(), proptest::bool::ANY, without_milestones(pack)), 0..3);
    let pack = pack.clone();
    (without_milestones(&pack), milestones).prop_map(move |(mut assessment, milestones)| {
        let kept = milestones.into_iter().map(|(name, date, automatic, mut earlier)| {
            earlier.elsewhere = Default::default();
            Rc::new(Milestone {
                name,
                date,
                save: save(&pack, &earlier).into(),
                automatic,
                kept: "".into(),
            })
        });
        assessment.milestones = kept.collect();
        assessment
    })
}

/// Members that this version does not know, as JSON without braces; in most cases none.
fn unknown() -> impl Strategy<Value = Rc<str>> {
    // As they are written here: in the order of their names.
    const MEMBERS: &[&str] = &[
        "\"\":{\"note\":{ },\n\t\"date\" : \"2026-01-01\"}",
        "\"a~/\":[1, {\"level\": 2}, null]",
        "\"colour\":\"red\"",
        "\"n\":12345678901234567890123.50e-7",
        "\"nothing\":null",
        "\"{\\\"}\":\"\\ud83d\\ude00 ] } ,\"",
    ];
    let chosen = prop_oneof![4 => Just(Vec::new()), 1 => subsequence(MEMBERS.to_vec(), 1..=6)];
    chosen.prop_map(|members| members.join(",").into())
}

/// The same with members in it that this version does not know, in objects of every kind.
pub fn with_unknown_members(pack: &Rc<Pack>) -> impl Strategy<Value = Assessment> {
    let items = pack.items.len();
    const OBJECTS: usize = 6;
    (assessment(pack), vec(unknown(), items), vec(unknown(), OBJECTS)).prop_map(
        move |(mut assessment, answers, whole)| {
            let spare = |n: usize| answers.get(n % items).cloned().unwrap_or_default();
            for (item, kept) in answers.iter().enumerate() {
                let Some(mut answer) = assessment.get(item).cloned() else { continue };
                let changed = Rc::make_mut(&mut answer);
                changed.kept = kept.clone();
                for (n, piece) in changed.evidence.iter_mut().enumerate() {
                    piece.kept = spare(item + n + 1);
                }
                assessment.set(item, Some(answer));
            }
            for (n, own) in assessment.own_controls.iter_mut().enumerate() {
                let own = Rc::make_mut(own);
                own.kept = spare(n);
                Rc::make_mut(&mut own.answer).kept = spare(n + 1);
            }
            for (n, milestone) in assessment.milestones.iter_mut().enumerate() {
                Rc::make_mut(milestone).kept = spare(n + 2);
            }
            if whole.iter().any(|kept| !kept.is_empty()) {
                assessment.kept = whole.into();
            }
            assessment
        },
    )
}
