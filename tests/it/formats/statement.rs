//! The Statement of Applicability as files, read back with other implementations.

mod markdown;
mod sheet;

use crate::support::{bakery, default_pack, english, enter, samples, today, HOSTILE};
use plumbline::export::statement::{
    render_statement_csv, render_statement_markdown, statement, statement_file_name,
};
use plumbline::export::Separator;
use plumbline::model::assessment::{
    Answer, Assessment, DoneBy, Evidence, Implementation, Mode, OwnControl,
};
use plumbline::model::date::Date;
use plumbline::model::pack::Pack;
use plumbline::rules::soa::{soa, Soa};
use std::rc::Rc;

/// The bakery with a statement: reasons, what was said, own controls.
fn stated(pack: &Pack) -> Assessment {
    let mut assessment = bakery(pack, Mode::Full, 9);
    assessment.soa_header.version = "1.2".into();
    assessment.soa_header.date = Date::parse("2026-11-20");
    assessment.soa_header.approver = "Anna Miller".into();
    let own = Answer { owner: "Tom".into(), due: Date::parse("2027-02-01"), ..Answer::default() };
    let name = "Clean flour store".into();
    assessment.own_controls.push(Rc::new(OwnControl {
        name,
        answer: Rc::new(own),
        replaces: "A.8.4".into(),
        kept: "".into(),
    }));
    enter(pack, &mut assessment, "A.5.1", |answer| {
        answer.inclusion = ["law", "risk"].into_iter().map(Rc::from).collect();
        answer.implementation = Some(Implementation::No);
        answer.done_by = Some(DoneBy::Shared);
        answer.how = "On the notice board\nof each shop".into();
        answer.evidence[0].date = Date::parse("2026-03-02");
    });
    assessment
}

/// Statements by name: the bakery's, one where everything is open, and one of texts that try to be
/// something else.
fn statements() -> Vec<(&'static str, Soa)> {
    let pack = default_pack();
    let mut hostile = stated(&pack);
    let (_, report) = samples().pop().expect("the hostile sample");
    let organisation = Rc::make_mut(&mut hostile.organisation);
    (organisation.name, organisation.scope) = (report.organisation, report.scope);
    hostile.soa_header.version = "=1+1".into();
    hostile.soa_header.approver = "| x |\n# y".into();
    for text in HOSTILE {
        let text: Rc<str> = (*text).into();
        let evidence = Evidence { name: text.clone(), place: text.clone(), ..Evidence::default() };
        let (how, owner) = (text.clone(), text.clone());
        let answer = Answer { how, owner, evidence: vec![evidence], ..Answer::default() };
        hostile.own_controls.push(Rc::new(OwnControl {
            name: text,
            answer: Rc::new(answer),
            ..OwnControl::default()
        }));
    }
    enter(&pack, &mut hostile, "A.5.2", |answer| {
        answer.response =
            crate::support::excluded("<b>We</b> use | no = `real` data\nin any test.");
    });
    vec![
        ("stated", soa(&pack, &stated(&pack))),
        ("blank", soa(&pack, &Assessment::new(&pack, Mode::Full))),
        ("hostile", soa(&pack, &hostile)),
    ]
}

#[test]
fn every_word_of_a_statement_comes_from_the_locale_files() {
    let (pack, text) = (default_pack(), english());
    for (name, soa) in statements() {
        for file in [
            render_statement_csv(&soa, &pack, today(), Separator::Comma, &text),
            render_statement_markdown(&soa, &pack, today(), &text),
        ] {
            // A key without a string shows itself.
            let lost = file.find("statement.").map(|at| &file[at..file.len().min(at + 40)]);
            assert_eq!(lost, None, "{name}");
        }
    }
}

#[test]
fn a_statement_says_what_it_is_and_what_made_it() {
    let (pack, text) = (default_pack(), english());
    for (name, soa) in statements() {
        let counts = soa.counts;
        for file in [
            render_statement_csv(&soa, &pack, today(), Separator::Comma, &text),
            render_statement_markdown(&soa, &pack, today(), &text).replace('\\', ""),
        ] {
            for needed in [
                "Statement of Applicability",
                "asks for it in 6.1.3 d)",
                "Only an accredited certification body certifies",
                "Made on 22 Nov 2026 with Plumbline 0.1.0, questionnaire iso-27001-2022 version",
                &format!("{} of {} controls", counts.complete, counts.total),
            ] {
                assert!(file.contains(needed), "{name}: {needed}");
            }
        }
    }
}

#[test]
fn whose_words_they_are_travels_with_them() {
    use plumbline::export::content::{Block, Cell, TextSource};
    let (pack, text) = (default_pack(), english());
    let content = statement(&soa(&pack, &stated(&pack)), &pack, today(), &text);
    assert_eq!(content.facts[0].1.source, TextSource::Respondent);
    let cells =
        content.chapters.iter().flat_map(|chapter| &chapter.blocks).filter_map(
            |block| match block {
                Block::Table(table) => Some(table.rows.iter().flatten()),
                _ => None,
            },
        );
    let source = |wanted: &str| {
        cells.clone().flatten().find_map(|cell| match cell {
            Cell::Text(words) if words.text.contains(wanted) => Some(words.source),
            _ => None,
        })
    };
    assert_eq!(source("notice board"), Some(TextSource::Respondent));
    assert_eq!(source("Clean flour store"), Some(TextSource::Respondent));
    assert_eq!(source("Treats a risk"), Some(TextSource::Interface));
    assert_eq!(source("A.5.1 "), Some(TextSource::Pack));
}

#[test]
fn a_file_is_named_after_the_organisation() {
    let pack = default_pack();
    for (organisation, expected) in [
        ("Bakery Miller", "bakery-miller"),
        (" ", "draft"),
        ("../../etc", "etc"),
        ("Eighteen letters a b c", "eighteen-letters-a"),
    ] {
        let mut assessment = Assessment::new(&pack, Mode::Full);
        Rc::make_mut(&mut assessment.organisation).name = organisation.into();
        let name = statement_file_name(&soa(&pack, &assessment), today(), "csv");
        assert!(name.chars().count() <= 60, "{name}");
        assert_eq!(name, format!("statement-of-applicability-{expected}-2026-11-22.csv"));
    }
}
