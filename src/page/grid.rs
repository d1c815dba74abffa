//! All questions at a glance, each with a mark that shows how it stands and leads to it.

use super::{parts, Sheet};
use crate::answers::{Level, Standing};
use crate::formats::content::spots_of;
use crate::node::{el, line, Element};
use crate::picture::{self, Spot, MOST_CELLS};
use crate::report::{Report, Row, SectionReport};
use std::rc::Rc;

/// More sections than this are counted, not shown, where each of them is one spot.
const MOST_SECTIONS: usize = 200;

/// The grid with its legend.
pub(super) fn view(sheet: &Sheet) -> Element {
    let report = sheet.report();
    let tally = report.tally();
    let at = |level: Level| {
        let here = |row: &&Row| matches!(row.standing, Standing::Level(l) if l >= level);
        report.rows.iter().filter(here).count() as u32
    };
    let lead = match tally.levels {
        0 => sheet.say("grid.nothing"),
        _ => sheet.text.count("grid.lead", at(Level::OPERATING), &[("total", &tally.total)]),
    };
    // With many items the sections stand for them, and those may be many too.
    let most = if report.rows.len() > MOST_CELLS { MOST_SECTIONS } else { MOST_CELLS };
    let more = report.sections.len().saturating_sub(most);
    parts::page(sheet, sheet.say("page.grid"))
        .with(line("p", lead).class("lead"))
        .with(legend(sheet, &report))
        .with(spots(sheet, &report, most))
        .all((more > 0).then(|| line("p", sheet.count("list.more", more))))
}

/// Each mark with its word and how many questions have it.
fn legend(sheet: &Sheet, report: &Report) -> Element {
    let levels = (0..=4).filter_map(Level::new).map(Standing::Level);
    let others = [Standing::DontKnow, Standing::NotApplicable, Standing::Unanswered];
    let entry = |standing: Standing| {
        let n = report.rows.iter().filter(|row| row.standing == standing).count();
        let words =
            [("name", &sheet.standing_words(standing) as &dyn std::fmt::Display), ("n", &n)];
        el("li")
            .with(picture::spot_mark(standing))
            .with(line("span", sheet.fill("grid.legend", &words)))
    };
    let title = line("h3", sheet.say("grid.marks")).attr("id", "marks-title");
    let list = el("ul").class("marks").attr("role", "list").attr("aria-labelledby", "marks-title");
    el("div").with(title).with(list.all(levels.chain(others).map(entry)))
}

fn spots(sheet: &Sheet, report: &Report, most: usize) -> Element {
    let section = |section: &SectionReport| {
        (sheet.section_name(section.section), sheet.bounds(&section.figure))
    };
    let item = |row: &Row| name(sheet, row);
    spots_of(report, most, &section, &item, &|spot| control(sheet, spot))
}

/// The item and its answer; it begins with what is seen.
fn name(sheet: &Sheet, row: &Row) -> Rc<str> {
    let stands = sheet.standing_words(row.standing);
    sheet.fill("grid.item", &[("id", &row.id), ("name", &row.name), ("standing", &stands)])
}

fn control(sheet: &Sheet, spot: Spot) -> Element {
    let button = el("button").attr("type", "button");
    match spot {
        Spot::Item(item) => button.act(format!("item {item}")),
        Spot::Section(section) => {
            let id = sheet.pack.sections.get(section).map(|section| section.id.clone());
            button.act(format!("go result/figure/section/{}", id.unwrap_or_default()))
        }
    }
}
