//! The Statement of Applicability: what each control says, what it lacks, and the counts.

mod lacks;

use crate::any::{for_any, CASES};
use crate::make;
use crate::support::default_pack;
use plumbline::model::assessment::{
    Answer, Assessment, Implementation, Inclusion, ItemStatus, OwnControl,
};
use plumbline::model::date::Date;
use plumbline::model::pack::{Kind, Pack};
use plumbline::rules::soa::{soa, Applicability, Soa, SoaCounts, SoaRow};
use std::rc::Rc;

const PACK: &str = "
    4 requirement
      4.1
      4.2
    A.5 control
      A.5.1
      A.5.2
    A.6 control
      A.6.1 quick
";

/// An assessment for a statement. After the words that [`make::answer`] knows, or nothing, come marks:
/// `!` said to be applicable, `+risk` a reason for inclusion, `:planned` what is said of its
/// implementation.
#[track_caller]
pub fn assessment(pack: &Pack, words: &str) -> Assessment {
    let mut assessment = Assessment::new(pack, Default::default());
    for word in words.split_whitespace() {
        let (id, what) = word.split_once('=').expect("a control and an answer");
        let answer = Rc::new(answer(what));
        match pack.find(id) {
            Some(item) => assessment.set(item, Some(answer)),
            None => assessment.own_controls.push(Rc::new(OwnControl {
                name: id.into(),
                answer,
                ..OwnControl::default()
            })),
        }
    }
    assessment
}

#[track_caller]
pub fn answer(what: &str) -> Answer {
    let marks = what.find(['!', '+', ':']).unwrap_or(what.len());
    let (given, mut marks) = what.split_at(marks);
    // Extras without an answer are tried with a level, which is then taken away.
    let open = given.trim_matches(['e', 'o', 'd']).is_empty();
    let mut answer = make::answer(&if open { format!("0{given}") } else { given.into() });
    if open {
        answer.response = None;
    }
    while let Some(mark) = marks.chars().next() {
        let rest = &marks[1..];
        let (word, after) = rest.split_at(rest.find(['!', '+', ':']).unwrap_or(rest.len()));
        match mark {
            '!' => answer.applicable = true,
            '+' => {
                assert!(Inclusion::ALL.iter().any(|reason| reason.id() == word), "{word}");
                answer.inclusion.insert(word.into());
            }
            _ => {
                let known = Implementation::ALL.into_iter().find(|one| one.id() == word);
                answer.implementation = Some(known.expect("a word for an implementation"));
            }
        }
        marks = after;
    }
    answer
}

/// A row in words: `yes partly (said)`, `no`, `undecided`; `against its level` where it contradicts.
pub fn told(row: &SoaRow) -> String {
    let mut words = vec![match &row.applicability {
        Applicability::Yes => "yes".to_owned(),
        Applicability::No { .. } => "no".to_owned(),
        Applicability::Undecided { thin: None } => "undecided".to_owned(),
        Applicability::Undecided { thin: Some(_) } => "undecided thin".to_owned(),
    }];
    if let Some(status) = row.status {
        words.push(status.implementation.id().into());
        words.extend(status.said.then(|| "(said)".into()));
    }
    words.extend(row.contradicts.then(|| "against its level".into()));
    words.join(" ")
}

pub fn row<'a>(soa: &'a Soa, id: &str) -> &'a SoaRow {
    soa.rows.iter().find(|row| &*row.id == id).unwrap_or_else(|| panic!("no row {id}"))
}

#[test]
fn what_is_answered_says_whether_a_control_applies_and_how_far_it_is_in_place() {
    let pack = make::pack(PACK);
    for (what, expected) in [
        // Derived from the level.
        ("4", "yes implemented"),
        ("3", "yes implemented"),
        ("2", "yes partly"),
        ("1", "yes partly"),
        ("1od", "yes partly"),
        ("0", "yes no"),
        ("0o", "yes no"),
        ("0d", "yes no"),
        ("0od", "yes planned"),
        // Without a level.
        ("", "undecided"),
        ("?", "undecided"),
        ("od", "undecided"),
        ("!", "yes"),
        ("?!", "yes"),
        ("+risk", "yes"),
        ("?+law", "yes"),
        ("o!", "yes"),
        ("d!", "yes"),
        ("od!", "yes planned"),
        ("?od+contract", "yes planned"),
        // Said, which goes before what follows from the level.
        ("2:partly", "yes partly (said)"),
        ("0od:no", "yes no (said)"),
        ("!:planned", "yes planned (said)"),
        (":implemented", "undecided implemented (said)"),
        // Said against the level: the boundary is level 3.
        ("3:implemented", "yes implemented (said)"),
        ("2:implemented", "yes implemented (said) against its level"),
        ("0:implemented", "yes implemented (said) against its level"),
        ("2:planned", "yes planned (said)"),
        ("3:planned", "yes planned (said) against its level"),
        ("2:no", "yes no (said)"),
        ("3:no", "yes no (said) against its level"),
        ("4:no", "yes no (said) against its level"),
        ("0:partly", "yes partly (said)"),
        ("4:partly", "yes partly (said)"),
        ("!:implemented", "yes implemented (said)"),
        // Left out. A reason that says nothing leaves out nothing.
        ("-", "no"),
        ("-!+risk:implemented", "no"),
        ("~", "undecided thin"),
        ("~!+risk", "undecided thin"),
    ] {
        let soa = soa(&pack, &assessment(&pack, &format!("A.5.1={what}")));
        assert_eq!(told(row(&soa, "A.5.1")), expected, "{what:?}");
    }
}

#[test]
fn an_own_control_applies_unless_it_is_left_out_with_a_reason() {
    let pack = make::pack(PACK);
    for (what, expected) in [
        ("", "yes"),
        ("?", "yes"),
        ("od", "yes planned"),
        (":implemented", "yes implemented (said)"),
        ("-", "no"),
        ("~", "undecided thin"),
    ] {
        let soa = soa(&pack, &assessment(&pack, &format!("Ovens={what}")));
        let row = row(&soa, "O.1");
        assert_eq!((told(row).as_str(), &*row.name), (expected, "Ovens"), "{what:?}");
        assert_eq!((row.item, row.section), (None, None));
    }
}

#[test]
fn a_row_carries_what_was_entered() {
    let pack = default_pack();
    let mut assessment = assessment(&pack, "A.5.9=3eo+risk+contract A.7.11=-+risk");
    crate::support::enter(&pack, &mut assessment, "A.5.9", |answer| {
        answer.how = "A list, by the office".into();
        answer.due = Date::parse("2027-01-31");
        answer.evidence.push(Default::default());
    });
    let soa = soa(&pack, &assessment);
    let included = row(&soa, "A.5.9");
    let item = pack.item(included.item.expect("a place in the pack")).expect("the item");
    assert_eq!((&included.name, &included.title), (&item.name, &item.title));
    assert_eq!(included.section, Some(item.section));
    assert_eq!(included.inclusion, [Inclusion::Risk, Inclusion::Contract]);
    assert_eq!((&*included.how, &*included.owner), ("A list, by the office", "Ann"));
    assert_eq!(included.due, Date::parse("2027-01-31"));
    assert_eq!(included.evidence.len(), 1, "a row that was left empty names nothing");
    let excluded = row(&soa, "A.7.11");
    assert_eq!(excluded.applicability, Applicability::No { reason: make::REASON.into() });
    assert_eq!(excluded.inclusion, [], "what is left out is not included");
}

#[test]
fn every_control_has_a_row_in_either_mode_and_no_requirement_has_one() {
    let pack = default_pack();
    let full = assessment(&pack, "4.1=2 4.2=- A.5.1=3 A.8.34=- Ovens= Mill=?");
    let mut quick = full.clone();
    quick.mode = plumbline::model::assessment::Mode::Quick;
    let statement = soa(&pack, &full);
    assert_eq!(soa(&pack, &quick), statement);
    let ids: Vec<&str> = statement.rows.iter().map(|row| &*row.id).collect();
    let controls = pack.items.iter().filter(|item| item.kind == Kind::Control);
    let expected: Vec<&str> = controls.map(|item| &*item.id).chain(["O.1", "O.2"]).collect();
    assert_eq!(ids, expected);
    assert_eq!(ids.len(), 95);
}

#[test]
fn own_identifiers_clash_with_none_of_the_pack() {
    let outline = |ids: &str| make::pack(&format!("4 requirement\n  4.1\nO control\n{ids}"));
    for (ids, expected) in [
        ("  O1\n  o.1", "O.1 O.2"),
        ("  O.1", "OO.1 OO.2"),
        ("  O.9", "OO.1 OO.2"),
        ("  O.\n  OO.2", "OOO.1 OOO.2"),
        ("  OO.1", "O.1 O.2"),
    ] {
        let pack = outline(ids);
        let soa = soa(&pack, &assessment(&pack, "Ovens= Mill="));
        let own = soa.rows.iter().filter(|row| row.item.is_none());
        assert_eq!(own.map(|row| &*row.id).collect::<Vec<_>>().join(" "), expected, "{ids}");
    }
}

#[test]
fn rows_are_counted_over_all_and_by_theme() {
    let pack = make::pack(PACK);
    let soa = soa(&pack, &assessment(&pack, "A.5.1=3+risk A.5.2=2:implemented A.6.1=- Ovens=!"));
    let all = SoaCounts {
        total: 4,
        applicable: 3,
        excluded: 1,
        undecided: 0,
        implementation: [2, 0, 0, 0],
        unstated: 1,
        complete: 2,
        contradicting: 1,
    };
    assert_eq!(soa.counts, all);
    assert_eq!((all.of(Implementation::Full), all.of(Implementation::No)), (2, 0));
    let themes: Vec<_> = soa.themes.iter().map(|t| (t.section, t.counts.total)).collect();
    assert_eq!(themes, [(Some(1), 2), (Some(2), 1), (None, 1)]);
    assert_eq!((soa.themes[1].counts.excluded, soa.themes[2].counts.unstated), (1, 1));
}

#[test]
fn whatever_is_answered_the_counts_add_up_and_agree_with_the_standing() {
    let pack = default_pack();
    for_any(CASES, crate::save::random::assessment(&pack), |assessment| {
        let soa = soa(&pack, &assessment);
        let mut sums = SoaCounts::default();
        for SoaCounts { total, applicable, excluded, undecided, implementation, .. } in
            soa.themes.iter().map(|theme| theme.counts)
        {
            sums.total += total;
            sums.applicable += applicable;
            sums.excluded += excluded;
            sums.undecided += undecided;
            sums.complete += implementation.iter().sum::<u32>();
        }
        let all = soa.counts;
        assert_eq!(all.total as usize, soa.rows.len());
        assert_eq!(all.total, all.applicable + all.excluded + all.undecided);
        assert_eq!(all.applicable, all.implementation.iter().sum::<u32>() + all.unstated);
        assert_eq!(sums.complete, all.implementation.iter().sum::<u32>());
        assert_eq!(
            (sums.total, sums.applicable, sums.excluded, sums.undecided),
            (all.total, all.applicable, all.excluded, all.undecided)
        );
        for row in &soa.rows {
            let Some(item) = row.item else { continue };
            let item_status = assessment.item_status(item);
            let out = matches!(row.applicability, Applicability::No { .. });
            assert_eq!(out, item_status == ItemStatus::NotApplicable, "{}", row.id);
            let level = matches!(item_status, ItemStatus::Level(_));
            assert!(!level || row.applicability == Applicability::Yes, "{}", row.id);
        }
    });
}
