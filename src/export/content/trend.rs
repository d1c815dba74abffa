//! How it went: the milestones, and today.

use super::board::outcomes;
use super::{pictures, Block, Cell, Chapter, LangText, Table};
use crate::i18n::wording::Wording;
use crate::model::pack::Kind;
use crate::report::compare::Point;
use crate::report::Report;

/// The milestones; without any, a sentence that says what they are for.
pub(super) fn trend(report: &Report, words: &Wording) -> Chapter {
    let points = report.trend();
    let blocks = if points.len() < 2 {
        vec![Block::Text(LangText::own(words.get("board.no_milestone")))]
    } else {
        let mut head =
            ["column.number", "report.milestone", "report.date"].map(|key| words.get(key)).to_vec();
        head.extend(["stage.1", "stage.2"].map(|key| words.get(key)));
        head.push(words.get("scores.overall"));
        head.extend(Kind::ALL.map(|kind| words.group(kind)));
        let rows =
            points.iter().enumerate().map(|(at, point)| row(report, words, at, point)).collect();
        let table = Table { caption: words.get("milestones.title"), head, rows };
        let mut blocks = vec![Block::Text(LangText::own(words.get("report.trend.intro")))];
        blocks.extend(pictures::trend(report, words).map(Block::Picture));
        blocks.push(Block::Table(table));
        blocks
    };
    Chapter { id: "trend", title: words.get("report.trend"), new_page: false, blocks }
}

fn row(report: &Report, words: &Wording, at: usize, point: &Point) -> Vec<Cell> {
    let today = at + 1 == report.trend().len();
    let name = if today {
        LangText::own(words.get("milestones.today"))
    } else {
        LangText::typed(&point.name)
    };
    let date =
        point.date.map_or_else(|| Cell::own(words.day_of(None)), |date| Cell::date(words, date));
    let mut row = vec![Cell::number(at + 1), Cell::Text(name), date];
    match &point.judged {
        Ok((judged, _)) => {
            row.extend(outcomes(words, &judged.verdict).map(Cell::own));
            let [requirements, controls] = judged.scores.groups;
            let figures = [judged.scores.overall, requirements, controls];
            row.extend(figures.map(|score| Cell::Number(words.bounds(score.bounds))));
        }
        Err(problem) => {
            let problem = words.text.problem(problem);
            let unreadable = words.fill("milestones.unreadable", &[("problem", &problem)]);
            row.extend([Cell::own(unreadable), Cell::own("".into())]);
            row.extend(["", "", ""].map(|none| Cell::Number(none.into())));
        }
    }
    row
}
