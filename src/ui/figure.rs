//! How a figure came about: which answers, which weights, and what is cheapest to change next.

use super::parts::all;
use super::{bar, parts, result, Props};
use crate::answers::Standing;
use crate::pack::Kind;
use crate::report::{Report, Row};
use crate::score::{Bounds, Figure};
use crate::state::{FigureId, From, View};
use yew::prelude::*;

/// Rows beyond this are counted, not listed.
const MOST_ROWS: usize = 200;

/// How a figure came about.
#[inline(never)]
pub(super) fn view(props: &Props, figure: FigureId) -> Html {
    let report = &result::report_of(props);
    let body = match figure {
        FigureId::Overall => groups(props, report),
        FigureId::Group(kind) => sections(props, report, kind),
        FigureId::Section(section) => items(props, report, section),
    };
    html! {
        <section aria-labelledby="figure-title">
            { all![
                parts::tag("p", "back", props.link(props.say("back.result"), View::Result)),
                body,
            ] }
        </section>
    }
}

fn head(props: &Props, name: AttrValue, figure: &Figure, key: &str) -> Html {
    all![
        parts::heading("figure-title", name),
        parts::tag("p", "lead", bar::words(props, figure)),
        bar::bar(figure.bounds, "explained"),
        parts::tag("p", "", props.say(key)),
        parts::tag("p", "", props.say("explain.bounds")),
    ]
}

/// A table of parts whose mean is the figure.
fn parts(props: &Props, parts: Vec<(AttrValue, FigureId, &Figure)>) -> Html {
    let bound = |key, figure: &Figure, bound: fn(Bounds) -> u32| {
        props.number(key, exact(props, figure.bounds.map(bound)))
    };
    let rows = html! {
        for (n, (name, id, figure)) in parts.into_iter().enumerate() {
            { parts::keyed("tr", "", n, all![
                html! {
                    <th scope="row">
                        { props.link(name, View::Figure(id)) }
                    </th>
                },
                bound("explain.lower", figure, |bounds| bounds.lower),
                bound("explain.upper", figure, |bounds| bounds.upper),
            ]) }
        }
    };
    let columns = ["figures.part", "explain.lower", "explain.upper"];
    props.table(props.say("result.figures"), &columns, rows, html! {})
}

/// Basis points as percent with two decimals.
fn exact(props: &Props, basis_points: Option<u32>) -> AttrValue {
    let Some(n) = basis_points else { return props.say("figure.none") };
    let n = format!("{}.{:02}", n / 100, n % 100);
    props.fill("figure.exact", &[("n", &n)])
}

fn group_name(props: &Props, kind: Kind) -> AttrValue {
    props.say(match kind {
        Kind::Requirement => "group.requirement",
        Kind::Control => "group.control",
    })
}

fn groups(props: &Props, report: &Report) -> Html {
    let rows = Kind::ALL.map(|kind| {
        (group_name(props, kind), FigureId::Group(kind), &report.groups[kind as usize])
    });
    all![
        head(props, props.say("figures.overall"), &report.overall, "explain.overall"),
        parts(props, rows.into()),
    ]
}

fn sections(props: &Props, report: &Report, kind: Kind) -> Html {
    let here = report.sections.iter().filter(|section| section.kind == kind);
    let rows = here.map(|section| {
        let name = format!("{} {}", section.id, section.name).into();
        (name, FigureId::Section(section.section), &section.figure)
    });
    all![
        head(props, group_name(props, kind), &report.groups[kind as usize], "explain.group"),
        parts(props, rows.collect()),
    ]
}

fn items(props: &Props, report: &Report, position: usize) -> Html {
    let Some(section) = report.sections.iter().find(|section| section.section == position) else {
        // A quick check may ask nothing of a section.
        let section = props.state.pack.sections.get(position);
        let name = section.map(|section| format!("{} {}", section.id, section.name));
        let name = name.unwrap_or_default().into();
        return head(props, name, &Figure::default(), "explain.section");
    };
    let rows: Vec<&Row> = report.rows_of(position).collect();
    let more = rows.len().saturating_sub(MOST_ROWS) as u32;
    let (mut lower, mut upper, mut weights) = (0, 0, 0);
    for row in rows.iter() {
        if let Some((low, high)) = row.credit {
            lower += low * row.weight;
            upper += high * row.weight;
            weights += row.weight;
        }
    }
    let name = AttrValue::from(format!("{} {}", section.id, section.name));
    let rows = html! {
        for row in rows.into_iter().take(MOST_ROWS) {
            { parts::keyed("tr", "", row.item, row_cells(props, row)) }
        }
    };
    let sums = [weights * 3, lower, upper].map(|n| AttrValue::from(n.to_string()));
    let sum = all![
        html! {
            <th scope="row" colspan="2">
                { props.say("explain.sum") }
            </th>
        },
        numbers(props, sums),
    ];
    let foot = parts::tag("tfoot", "", parts::tag("tr", "", sum));
    all![
        head(props, name.clone(), &section.figure, "explain.section"),
        props.table(name, &COLUMNS, rows, foot),
        parts::when(more > 0, || parts::tag("p", "", props.count("search.more", more, &[]))),
        cheapest(props, report, position),
    ]
}

/// What a row of a section says of its item.
const COLUMNS: [&str; 5] =
    ["explain.item", "explain.answer", "explain.weight", "explain.lower", "explain.upper"];

/// The last three columns.
fn numbers(props: &Props, [weight, lower, upper]: [AttrValue; 3]) -> Html {
    all![
        props.number(COLUMNS[2], weight),
        props.number(COLUMNS[3], lower),
        props.number(COLUMNS[4], upper),
    ]
}

fn row_cells(props: &Props, row: &Row) -> Html {
    let thirds = |n: u32| AttrValue::from((n * row.weight).to_string());
    let cells = match row.credit {
        Some((lower, upper)) => {
            let weight = AttrValue::from(format!("{} \u{d7} 3", row.weight));
            [weight, thirds(lower), thirds(upper)]
        }
        None => ["\u{2013}", "\u{2013}", "\u{2013}"].map(AttrValue::from),
    };
    all![
        html! { <th scope="row">{ props.question_link(row.item, From::Result) }</th> },
        parts::tag("td", "", props.standing(row.standing)),
        numbers(props, cells),
    ]
}

fn cheapest(props: &Props, report: &Report, section: usize) -> Html {
    let cheapest = report.cheapest(section, 3);
    let open: Vec<&Row> = report
        .rows_of(section)
        .filter(|row| matches!(row.standing, Standing::Unanswered | Standing::DontKnow))
        .take(3)
        .collect();
    all![
        parts::when(!open.is_empty(), || all![
            parts::tag("h3", "", props.say("explain.narrow")),
            parts::tag(
                "ul",
                "hits",
                html! {
                    for row in open {
                        { parts::keyed("li", "", row.item, props.question_link(row.item, From::Result)) }
                    }
                }
            ),
        ]),
        parts::when(!cheapest.is_empty(), || all![
            parts::tag("h3", "", props.say("explain.cheapest")),
            parts::tag(
                "ul",
                "hits",
                html! {
                    for gap in cheapest {
                        { parts::keyed("li", "", gap.row, all![
                            if let Some(row) = report.rows.get(gap.row) {
                                props.question_link(row.item, From::Result)
                            } else {
                                html! {}
                            },
                            " ",
                            parts::tag("span", "hint", result::days(props, gap.gap.half_days)),
                        ]) }
                    }
                }
            ),
        ]),
    ]
}
