//! How a figure came about: which answers, which weights, and what is cheapest to change next.

use super::parts::{bar, link};
use super::{parts, Sheet};
use crate::answers::Standing;
use crate::node::{el, line, Element};
use crate::pack::Kind;
use crate::report::{Report, Row};
use crate::score::{Bounds, Figure, Points};
use std::rc::Rc;

/// Rows beyond this are counted, not listed.
const MOST_ROWS: usize = 200;

/// What a row of a section says of its item.
const COLUMNS: [&str; 5] =
    ["column.question", "column.answer", "explain.weight", "explain.lower", "explain.upper"];

/// How a figure came about: `overall`, a kind, or `section/` and an identifier.
pub(super) fn view(sheet: &Sheet, address: &str) -> Element {
    let report = &sheet.report();
    let kind = Kind::ALL.into_iter().find(|kind| kind.id() == address);
    let id = address.strip_prefix("section/");
    let section = sheet.pack.sections.iter().position(|section| id == Some(&section.id));
    match (section, kind) {
        (Some(section), _) => items(sheet, report, section),
        (None, Some(kind)) => sections(sheet, report, kind),
        (None, None) => groups(sheet, report),
    }
}

fn head(sheet: &Sheet, name: Rc<str>, figure: &Figure, key: &str) -> Element {
    parts::page(sheet, name)
        .with(line("p", sheet.bounds(figure)).class("lead"))
        .with(bar(figure.bounds, "explained"))
        .with(line("p", sheet.say(key)))
        .with(line("p", sheet.say("explain.bounds")))
}

/// A table of parts whose mean is the figure: name, address and figure of each.
fn means(sheet: &Sheet, parts: Vec<(Rc<str>, String, &Figure)>) -> Element {
    let bound = |key, figure: &Figure, bound: fn(Bounds) -> u32| {
        sheet.number(key, sheet.words().exact(figure.bounds.map(bound)))
    };
    let rows = parts.into_iter().map(|(name, address, figure)| {
        el("tr")
            .key(address.clone())
            .with(line("th", link(name, &address)).attr("scope", "row"))
            .with(bound("explain.lower", figure, |bounds| bounds.lower))
            .with(bound("explain.upper", figure, |bounds| bounds.upper))
    });
    let columns = ["figures.part", "explain.lower", "explain.upper"];
    sheet.table(sheet.say("result.figures"), &columns, rows)
}

fn groups(sheet: &Sheet, report: &Report) -> Element {
    let rows = Kind::ALL.map(|kind| {
        let address = format!("result/figure/{}", kind.id());
        (sheet.group(kind), address, &report.groups[kind as usize])
    });
    head(sheet, sheet.say("figures.overall"), &report.overall, "explain.overall")
        .with(means(sheet, rows.into()))
}

fn sections(sheet: &Sheet, report: &Report, kind: Kind) -> Element {
    let here = report.sections.iter().filter(|section| section.kind == kind);
    let rows = here.map(|section| {
        let address = format!("result/figure/section/{}", section.id);
        (sheet.section_name(section.section), address, &section.figure)
    });
    head(sheet, sheet.group(kind), &report.groups[kind as usize], "explain.group")
        .with(means(sheet, rows.collect()))
}

fn items(sheet: &Sheet, report: &Report, position: usize) -> Element {
    let name = sheet.section_name(position);
    let Some(section) = report.sections.iter().find(|section| section.section == position) else {
        // A quick check may ask nothing of a section.
        return head(sheet, name, &Figure::default(), "explain.section");
    };
    let rows: Vec<&Row> = report.rows_of(position).collect();
    let sum = line("th", sheet.say("explain.sum")).attr("scope", "row").attr("colspan", "2");
    let Points { lower, upper, most } = section.points;
    let sums = [most, lower, upper].map(|n| n.to_string().into());
    let foot = el("tfoot").with(el("tr").with(sum).all(numbers(sheet, sums)));
    let cells = rows.iter().take(MOST_ROWS).map(|row| row_cells(sheet, row));
    let more = rows.len().saturating_sub(MOST_ROWS);
    head(sheet, name.clone(), &section.figure, "explain.section")
        .with(sheet.table(name, &COLUMNS, cells).with(foot))
        .all((more > 0).then(|| line("p", sheet.count("list.more", more))))
        .all(cheapest(sheet, report, position))
}

/// The last three columns.
fn numbers(sheet: &Sheet, [weight, lower, upper]: [Rc<str>; 3]) -> [Element; 3] {
    [(COLUMNS[2], weight), (COLUMNS[3], lower), (COLUMNS[4], upper)]
        .map(|(label, words)| sheet.number(label, words))
}

fn row_cells(sheet: &Sheet, row: &Row) -> Element {
    let cells = match row.points {
        Some(Points { lower, upper, .. }) => [
            format!("{} \u{d7} 3", row.weight).into(),
            lower.to_string().into(),
            upper.to_string().into(),
        ],
        None => ["\u{2013}", "\u{2013}", "\u{2013}"].map(Rc::from),
    };
    el("tr")
        .key(row.id.clone())
        .with(line("th", sheet.question(row.item)).attr("scope", "row"))
        .with(line("td", sheet.standing(row.standing)))
        .all(numbers(sheet, cells))
}

fn cheapest(sheet: &Sheet, report: &Report, section: usize) -> Vec<Element> {
    let open = |row: &&Row| matches!(row.standing, Standing::Unanswered | Standing::DontKnow);
    let open = report.rows_of(section).filter(open).take(3);
    let open: Vec<_> = open.map(|row| line("li", sheet.question(row.item))).collect();
    let cheapest = report.cheapest(section, 3).into_iter().filter_map(|gap| {
        let row = report.rows.get(gap.row)?;
        let days = line("span", sheet.days(gap.gap.half_days)).class("hint");
        Some(line("li", sheet.question(row.item)).with(" ").with(days))
    });
    let lists = [("explain.narrow", open), ("explain.cheapest", cheapest.collect())];
    let some = lists.into_iter().filter(|(_, list)| !list.is_empty());
    some.flat_map(|(key, list)| [line("h3", sheet.say(key)), el("ul").class("hits").all(list)])
        .collect()
}
