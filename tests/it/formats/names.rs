//! Names of files.

use crate::support::{bakery, default_pack, english, today, HOSTILE};
use plumbline::export::{file, Export, Extract, Format, Separator};
use plumbline::model::assessment::{Assessment, Mode, Organisation};
use plumbline::report::Report;
use std::rc::Rc;

fn name(organisation: &str, called: &str) -> String {
    let pack = default_pack();
    let mut assessment = bakery(&pack, Mode::Quick, 1);
    assessment.organisation =
        Rc::new(Organisation { name: organisation.into(), ..Organisation::default() });
    assessment.name = called.into();
    Format::Html.file_name(&Report::new(&pack, &assessment, today()))
}

#[test]
fn a_file_is_named_after_the_organisation_or_else_the_assessment() {
    for (organisation, assessment, expected) in [
        ("Bakery Miller", "Autumn", "bakery-miller"),
        ("", "Autumn review", "autumn-review"),
        (" \t", "…", "scorecard"),
        ("", "", "scorecard"),
        ("Müller & Söhne GmbH", "", "müller-söhne-gmbh"),
        ("Müller", "", "müller"),
        ("株式会社パン", "", "株式会社パン"),
        ("शक्ति बेकरी", "", "शक्ति-बेकरी"),
        ("مخبز أمينة", "", "مخبز-أمينة"),
        ("ภูมิใจ เบเกอรี่", "", "ภูมิใจ-เบเกอรี่"),
        ("../../etc/passwd", "", "etc-passwd"),
        ("C:\\Windows\\NUL", "", "c-windows-nul"),
        ("CON", "", "con"),
        ("a<b>c:d\"e|f?g*h", "", "a-b-c-d-e-f-g-h"),
        ("evil\u{202e}lmth.exe", "", "evil-lmth-exe"),
        ("a\0b\nc\u{7f}d", "", "a-b-c-d"),
        ("--- a ---", "", "a"),
        ("A／B∕C", "", "a-b-c"),
    ] {
        assert_eq!(name(organisation, assessment), format!("plumbline-{expected}-2026-11-22.html"));
    }
}

#[test]
fn a_name_is_short_and_every_system_accepts_it() {
    let long = "Very long name ".repeat(40);
    for text in HOSTILE.iter().copied().chain([&*long, "שלום".repeat(50).as_str()]) {
        let name = name(text, text);
        assert!(name.chars().count() <= 60, "{name}");
        assert!(name.starts_with("plumbline-") && name.ends_with("-2026-11-22.html"), "{name}");
        assert!(!name.contains("--"), "{name}");
        let bad = |c: char| c.is_control() || c.is_whitespace() || "<>:\"/\\|?*'`$;&".contains(c);
        assert!(!name.contains(bad), "{name}");
    }
}

#[test]
fn each_format_has_its_own_extension_and_media_type() {
    let all = Format::ALL.map(|format| (format.id(), format.extension(), format.media_type()));
    assert_eq!(
        all,
        [
            ("html", "html", "text/html;charset=utf-8"),
            ("csv", "csv", "text/csv;charset=utf-8"),
            ("markdown", "md", "text/markdown;charset=utf-8"),
            ("json", "json", "application/json"),
        ]
    );
}

#[test]
fn each_file_that_a_page_offers_can_be_had() {
    let pack = default_pack();
    let assessment = bakery(&pack, Mode::Full, 9);
    for (export, name, media_type, begins) in [
        (
            Export::Scorecard(Format::Html),
            "bakery-miller-2026-11-22.html",
            "text/html;charset=utf-8",
            "<!DOCTYPE html>",
        ),
        (
            Export::Extract(Extract::OnePage),
            "one-page-bakery-miller-2026-11-22.html",
            "text/html;charset=utf-8",
            "<!DOCTYPE html>",
        ),
        (
            Export::Extract(Extract::Summary),
            "summary-bakery-miller-2026-11-22.html",
            "text/html;charset=utf-8",
            "<!DOCTYPE html>",
        ),
        (
            Export::Calendar,
            "plan-bakery-miller-2026-11-22.ics",
            "text/calendar;charset=utf-8",
            "BEGIN:VCALENDAR\r\n",
        ),
        (
            Export::Tasks,
            "tasks-bakery-miller-2026-11-22.csv",
            "text/csv;charset=utf-8",
            "\"Title\",",
        ),
        (
            Export::Metrics,
            "metrics-bakery-miller-2026-11-22.csv",
            "text/csv;charset=utf-8",
            "\u{feff}\"Begin with it\",",
        ),
    ] {
        let file = file(export, &pack, &assessment, today(), Separator::Comma, &english());
        let file = file.unwrap_or_else(|| panic!("no {export:?}"));
        assert_eq!(file.name, format!("plumbline-{name}"));
        assert_eq!(file.media_type, media_type);
        assert!(file.content.starts_with(begins), "{export:?}: {}", &file.content[..60]);
    }
}

#[test]
fn a_calendar_of_nothing_cannot_be_had_and_all_else_can() {
    let pack = default_pack();
    let blank = Assessment::new(&pack, Mode::Full);
    for export in Export::ALL {
        let made = file(export, &pack, &blank, today(), Separator::Comma, &english());
        assert_eq!(made.is_none(), export == Export::Calendar, "{export:?}");
    }
}
