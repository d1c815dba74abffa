//! The result so far: figures with bounds, gaps in the order of the plan, strengths, files.

use super::parts::all;
use super::{bar, parts, Props};
use crate::answers::Mode;
use crate::formats::Format;
use crate::pack::Kind;
use crate::report::{GapRow, Report};
use crate::score::Figure;
use crate::state::{Action, Command, Download, FigureId, From, View};
use yew::prelude::*;

/// Gaps and strengths beyond these stand in the files and behind a button.
const MOST_GAPS: usize = 10;
const MOST_STRENGTHS: usize = 5;

/// The result at any time.
#[inline(never)]
pub(super) fn view(props: &Props) -> Html {
    let report = report_of(props);
    html! {
        <section class="result" aria-labelledby="result-title">
            { all![
                parts::heading("result-title", headline(props, &report)),
                parts::tag("p", "lead", based_on(props, &report)),
                first_steps(props, &report),
                downloads(props),
                figures(props, &report),
                gaps(props, &report),
                strengths(props, &report),
                parts::tag("p", "small", props.say("result.disclaimer")),
            ] }
        </section>
    }
}

/// The sentence before any number. A gate below level 2 is a likely major nonconformity, which
/// stops a certificate; at level 2 it is a minor one.
fn headline(props: &Props, report: &Report) -> AttrValue {
    let gates = report.gaps.iter().filter(|gap| gap.gate && gap.gap.level < 2).count() as u32;
    let gaps = report.gaps.len() as u32;
    match (report.tally().levels, gates, gaps) {
        (0, ..) => props.say("result.nothing"),
        (_, 0, 0) => props.say("result.no_gaps"),
        (_, 0, gaps) => props.count("result.gaps", gaps, &[]),
        (_, gates, _) => props.count("result.gates", gates, &[]),
    }
}

fn based_on(props: &Props, report: &Report) -> Html {
    let tally = report.tally();
    let words = props.text.fill(
        "result.based_on",
        &[("date", &report.date), ("n", &tally.answered()), ("total", &tally.total)],
    );
    all![
        AttrValue::from(words),
        if tally.provisional() {
            all![" ", parts::tag("strong", "tag", props.say("result.provisional"))]
        } else {
            html! {}
        },
        if report.mode == Mode::Quick {
            let note = AttrValue::from(props.state.pack.quick_note.clone());
            parts::tag("span", "block", all![props.say("result.quick"), " ", note])
        } else {
            html! {}
        },
    ]
}

fn first_steps(props: &Props, report: &Report) -> Html {
    if report.gaps.is_empty() {
        return html! { <div key="first" /> };
    }
    parts::keyed(
        "div",
        "",
        "first",
        all![
            parts::tag("h3", "", props.say("result.first")),
            parts::tag(
                "ol",
                "steps",
                html! {
                    for gap in report.gaps.iter().take(3) {
                        { parts::keyed("li", "", gap.row, gap_line(props, report, gap)) }
                    }
                }
            ),
        ],
    )
}

fn gap_line(props: &Props, report: &Report, gap: &GapRow) -> Html {
    let Some(row) = report.rows.get(gap.row) else { return html! { <span /> } };
    all![
        props.question_link(row.item, From::Result),
        " ",
        props.standing(row.standing),
        " ",
        parts::tag("span", "hint", days(props, gap.gap.half_days)),
        parts::when(gap.gate, || all![" ", parts::tag("span", "tag", props.say("gap.gate"))]),
    ]
}

/// Effort in days, with a half where there is one.
pub(super) fn days(props: &Props, half_days: u32) -> AttrValue {
    let (days, half) = (half_days / 2, half_days % 2 == 1);
    match (days, half) {
        (0, _) => props.say("days.half"),
        (days, true) => props.count("days.and_half", days, &[]),
        (days, false) => props.count("days.whole", days, &[]),
    }
}

fn downloads(props: &Props) -> Html {
    let file = |key, what| props.button(key, "", Action::Do(Command::Download(what)));
    parts::keyed(
        "details",
        "downloads",
        "downloads",
        all![
            parts::tag("summary", "", props.say("download.title")),
            parts::tag(
                "ul",
                "",
                all![
                    html! {
                        for format in Format::ALL {
                            { parts::keyed("li", "", format.id(), all![
                                file(download_key(format), Download::Scorecard(format)),
                                " ",
                                parts::tag("span", "hint", props.say(&format!("download.{}_about", format.id()))),
                            ]) }
                        }
                    },
                    parts::keyed(
                        "li",
                        "",
                        "save",
                        all![
                            file("download.save", Download::SaveFile),
                            " ",
                            parts::tag("span", "hint", props.say("download.save_about")),
                        ]
                    ),
                    parts::keyed(
                        "li",
                        "",
                        "print",
                        all![
                            props.button("download.print", "", Action::Do(Command::Print)),
                            " ",
                            parts::tag("span", "hint", props.say("download.print_about")),
                        ]
                    ),
                ]
            ),
        ],
    )
}

fn download_key(format: Format) -> &'static str {
    match format {
        Format::Html => "download.html",
        Format::Csv => "download.csv",
        Format::Markdown => "download.markdown",
        Format::Json => "download.json",
    }
}

const COLUMNS: [&str; 4] = ["figures.part", "figures.bar", "figures.bounds", "figures.answered"];

fn figures(props: &Props, report: &Report) -> Html {
    let of = |kind: Kind| &report.groups[kind as usize];
    let rows = all![
        line(
            props,
            FigureId::Overall,
            props.say("figures.overall"),
            &report.overall,
            "all",
            "total"
        ),
        html! {
            for kind in Kind::ALL {
                { group(props, report, kind, of(kind)) }
            }
        },
    ];
    parts::keyed(
        "div",
        "",
        "figures",
        all![
            parts::tag("h3", "", props.say("result.figures")),
            parts::tag("p", "hint", props.say("result.legend")),
            props.table(props.say("result.figures"), &COLUMNS, rows, html! {}),
        ],
    )
}

fn group(props: &Props, report: &Report, kind: Kind, figure: &Figure) -> Html {
    let name = props.say(match kind {
        Kind::Requirement => "group.requirement",
        Kind::Control => "group.control",
    });
    let sections = report.sections.iter().filter(|section| section.kind == kind);
    html! {
        <key={kind.id()}>
            { all![
                line(props, FigureId::Group(kind), name, figure, kind.id(), "total"),
                html! {
                    for section in sections {
                        { line(
                            props,
                            FigureId::Section(section.section),
                            format!("{} {}", section.id, section.name).into(),
                            &section.figure,
                            &section.section.to_string(),
                            "part",
                        ) }
                    }
                },
            ] }
        </>
    }
}

fn line(
    props: &Props,
    id: FigureId,
    name: AttrValue,
    figure: &Figure,
    hatch: &str,
    class: &'static str,
) -> Html {
    let answered = props
        .text
        .fill("task.count", &[("n", &figure.tally.answered()), ("total", &figure.tally.total)]);
    parts::keyed(
        "tr",
        class,
        hatch.to_owned(),
        all![
            html! { <th scope="row">{ props.link(name, View::Figure(id)) }</th> },
            parts::tag("td", "picture", bar::bar(figure.bounds, hatch)),
            parts::tag(
                "td",
                "number",
                all![
                    bar::words(props, figure),
                    if figure.bounds.is_some() && figure.tally.provisional() {
                        parts::tag("span", "hint block", props.say("result.provisional"))
                    } else {
                        html! {}
                    },
                ]
            ),
            parts::tag("td", "number", AttrValue::from(answered)),
        ],
    )
}

fn gaps(props: &Props, report: &Report) -> Html {
    if report.gaps.is_empty() {
        return html! { <div key="gaps" /> };
    }
    let more = report.gaps.len().saturating_sub(MOST_GAPS) as u32;
    let list = |gaps: &[GapRow], start: usize| {
        html! {
            <ol class="steps" start={start.to_string()}>
                for gap in gaps.iter() {
                    { parts::keyed("li", "", gap.row, gap_line(props, report, gap)) }
                }
            </ol>
        }
    };
    let (first, rest) = report.gaps.split_at(report.gaps.len().min(MOST_GAPS));
    // A page shows no more than this; the files have all.
    let rest = &rest[..rest.len().min(200)];
    parts::keyed(
        "div",
        "",
        "gaps",
        all![
            parts::tag("h3", "", props.count("result.all_gaps", report.gaps.len() as u32, &[])),
            parts::tag("p", "hint", props.say("result.order")),
            list(first, 1),
            parts::when(more > 0, || parts::tag(
                "details",
                "",
                all![
                    parts::tag("summary", "", props.count("search.more", more, &[])),
                    list(rest, MOST_GAPS + 1),
                ]
            )),
        ],
    )
}

fn strengths(props: &Props, report: &Report) -> Html {
    let rows: Vec<_> = report.strengths.iter().filter_map(|row| report.rows.get(*row)).collect();
    let more = rows.len().saturating_sub(MOST_STRENGTHS) as u32;
    parts::keyed(
        "div",
        "",
        "strengths",
        all![
            parts::tag("h3", "", props.say("result.strengths")),
            if rows.is_empty() {
                parts::tag("p", "", props.say("result.no_strengths"))
            } else {
                html! {}
            },
            parts::tag(
                "ul",
                "hits",
                html! {
                    for row in rows.into_iter().take(MOST_STRENGTHS) {
                        { parts::keyed("li", "", row.item, all![
                            props.question_link(row.item, From::Result),
                            " ",
                            props.standing(row.standing),
                        ]) }
                    }
                }
            ),
            if more > 0 {
                parts::tag("p", "", props.count("result.more_strengths", more, &[]))
            } else {
                html! {}
            },
        ],
    )
}

/// The report of what was answered so far.
pub(super) fn report_of(props: &Props) -> Report {
    let state = &props.state;
    Report::new(&state.pack, &state.answers, state.today)
}
