//! How it went: the milestones, and today.

use super::board::{names, outcomes, ranges};
use super::{pictures, Block, Cell, Part, Table, Words};
use crate::compare::Point;
use crate::formats::say::Say;

/// The milestones; without any, a sentence that says what they are for.
pub(super) fn trend(say: &Say) -> Part {
    let points = say.report.trend();
    let blocks = if points.len() < 2 {
        vec![Block::Text(Words::own(say.get("trend.none")))]
    } else {
        let mut head = ["rank", "milestone", "date"].map(|key| say.get(key)).to_vec();
        head.extend(["stage.1", "stage.2"].map(|key| say.word(key)));
        head.extend(names(say));
        let rows = points.iter().enumerate().map(|(at, point)| row(say, at, point)).collect();
        let table = Table { caption: say.get("trend.caption"), head, rows };
        let mut blocks = vec![Block::Text(Words::own(say.get("trend.intro")))];
        blocks.extend(pictures::trend(say).map(Block::Picture));
        blocks.push(Block::Table(table));
        blocks
    };
    Part { id: "trend", title: say.get("trend"), new_page: false, blocks }
}

fn row(say: &Say, at: usize, point: &Point) -> Vec<Cell> {
    let today = at + 1 == say.report.trend().len();
    let name = if today { Words::own(say.get("today")) } else { Words::typed(&point.name) };
    let mut row = vec![Cell::number(at + 1), Cell::Words(name), Cell::date(point.date)];
    match &point.judged {
        Ok((judged, _)) => {
            row.extend(outcomes(say, &judged.verdict).map(Cell::own));
            row.extend(ranges(say, &judged.scores));
        }
        Err(_) => {
            row.extend([Cell::own(say.get("trend.torn")), Cell::own("".into())]);
            row.extend(["", "", ""].map(|none| Cell::Number(none.into())));
        }
    }
    row
}
