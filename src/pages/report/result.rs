//! The first page of the report: are we ready, what does that mean, what comes first. Everything
//! else is one step away.

use super::parts::{details, heading};
use super::{downloads, grid, pages, scores, PageContext};
use crate::app::{Action, Origin, ReportPage, Route};
use crate::model::assessment::Mode;
use crate::model::pack::Obligation;
use crate::picture::{self, Caption, NamedStop, Width};
use crate::rules::documents::there;
use crate::rules::findings::{Grade, Subject};
use crate::rules::schedule;
use crate::rules::verdict::{next_answers, Reason, Stage};
use crate::view::button::Button;
use crate::view::drawing::draw;
use crate::view::parts::{children, keyed, tag, when};
use yew::prelude::*;

/// What comes first: more stands in the plan.
const MOST: usize = 3;
const MOST_STRENGTHS: usize = 5;

/// The first page.
pub(super) fn view(ctx: &PageContext) -> Html {
    let begun = ctx.report.tally().levels > 0;
    html! {
        <section class="result" aria-labelledby="page-title">
            { children![
                tag("p", "eyebrow", provenance(ctx)),
                heading(ctx.words().verdict(&ctx.report.verdict, begun).into()),
                if begun { judged(ctx) } else { nothing(ctx) },
            ] }
        </section>
    }
}

/// What will stand here, as a picture, and the one thing to do.
fn nothing(ctx: &PageContext) -> Html {
    let first = ctx.state.assessment.asked(&ctx.state.pack).next().unwrap_or_default();
    let question = Route::Question { item: first, from: Origin::Sections };
    children![
        tag("div", "ghost", way(ctx)),
        tag("p", "", ctx.t("result.empty")),
        tag("p", "actions", ctx.button("result.begin", "", Action::Go(question))),
    ]
}

fn judged(ctx: &PageContext) -> Html {
    children![
        tag("p", "lead", AttrValue::from(ctx.words().meaning(ctx.report))),
        trying(ctx),
        moved(ctx),
        way(ctx),
        first(ctx),
        onward(ctx),
        scores::view(ctx),
        sure(ctx),
        tag("h3", "", ctx.t("page.grid")),
        grid::strips(ctx),
        counts(ctx),
        documents(ctx),
        strengths(ctx),
        pages::view(ctx),
        downloads::scorecard(ctx),
        tag("p", "small", ctx.t("result.disclaimer")),
    ]
}

/// Whose it is, of which day, and how much is answered.
fn provenance(ctx: &PageContext) -> AttrValue {
    let report = ctx.report;
    let tally = report.tally();
    let mode = ctx.words().mode(report.mode);
    let (n, total) = (tally.answered(), tally.total);
    let said = ctx.fill(
        "result.of",
        &[("date", &ctx.date(report.date)), ("mode", &mode), ("n", &n), ("total", &total)],
    );
    match &*report.organisation {
        "" => said,
        name => format!("{name} \u{b7} {said}").into(),
    }
}

/// What stands here is real, whatever is tried elsewhere.
fn trying(ctx: &PageContext) -> Html {
    let n = ctx.trying().len();
    when(n > 0, || {
        let back = Route::Report(ReportPage::WhatIf(None));
        let words = children![
            ctx.number_of("whatif.elsewhere", n),
            " ",
            ctx.link(ctx.t("whatif.back"), back)
        ];
        tag("p", "", words)
    })
}

/// What the answers have moved since the newest milestone.
fn moved(ctx: &PageContext) -> Html {
    let since = ctx.report.since();
    let change = since.and_then(|since| Some((since, since.change.as_ref().ok()?)));
    let Some((since, (change, _))) = change.filter(|(_, (change, _))| !change.items.is_empty())
    else {
        return html! {};
    };
    let said = ctx.words().moved(change);
    let all = Route::Report(ReportPage::Compare(None));
    tag(
        "div",
        "moved",
        children![
            tag("p", "hint", AttrValue::from(ctx.words().since(since))),
            html! {
                for words in said {
                    <p>{ words }</p>
                }
            },
            tag("p", "", ctx.link(ctx.t("moved.all"), all)),
        ],
    )
}

/// The way to the certificate, with what is open at each stop.
pub(super) fn way(ctx: &PageContext) -> Html {
    let way = ctx.words().way(ctx.report);
    let title = ctx.t("stop.label");
    let caption = Caption { id: "way", title: &title, words: &way.text };
    let stops =
        way.stops.each_ref().map(|(stop, name, note)| NamedStop { stop: *stop, name, note });
    tag("div", "way", draw(&picture::way(&caption, &stops, way.here, Width::Phone)))
}

/// What to do first: it is what stops a stage, and what that rests on. Where answers are missing
/// instead, those.
fn first(ctx: &PageContext) -> Html {
    let verdict = &ctx.report.verdict;
    let (stage, _) = verdict.deciding();
    if let Stage::CannotSay { missing } = stage {
        let next = next_answers(&ctx.state.pack, &ctx.state.assessment, stage);
        // A quick check cannot ask for more; the button below does.
        return when(ctx.report.mode == Mode::Full && !missing.is_empty(), || {
            children![
                tag("h3", "", ctx.t("result.answer_first")),
                tag(
                    "ul",
                    "hits",
                    html! {
                        for item in next.into_iter().take(MOST) {
                            { keyed("li", "", item, ctx.question(item)) }
                        }
                    }
                ),
                to_stages(ctx),
            ]
        });
    }
    let actions = &ctx.report.schedule().actions;
    when(!actions.is_empty(), || {
        children![
            tag("h3", "", ctx.t("result.first")),
            tag(
                "ol",
                "steps",
                html! {
                    for action in actions.iter().take(MOST) {
                        { keyed("li", "", action.gap.item, step(ctx, action, stage)) }
                    }
                }
            ),
            to_stages(ctx),
        ]
    })
}

/// All that speaks against a stage, where that is more than what stands here.
fn to_stages(ctx: &PageContext) -> Html {
    let there = Route::Report(ReportPage::Stages);
    tag("p", "", ctx.link(ctx.t("result.all_reasons"), there))
}

/// An action: the question, its state, the work, and why it comes first.
fn step(ctx: &PageContext, action: &schedule::Action, stage: &Stage) -> Html {
    let item = action.gap.item;
    let stops = match stage {
        Stage::NotReady(reasons) | Stage::ReadyWith(reasons) => &reasons[..],
        Stage::Ready | Stage::CannotSay { .. } => &[],
    };
    let stop = stops.iter().find(|reason| reason.subject == Subject::Item(item));
    let waiting = || {
        let actions = &ctx.report.schedule().actions;
        let waits = actions.iter().find(|later| later.waits_for.contains(&item))?;
        let later = ctx.item(waits.gap.item)?;
        Some(ctx.fill("result.needed_by", &[("id", &later.id), ("name", &later.name)]))
    };
    let why = match stop {
        Some(reason) => Some(ctx.words().unmet(reason.unmet).into()),
        None if action.gate => Some(ctx.t("result.hinges")),
        None => waiting(),
    };
    children![
        ctx.question(item),
        " ",
        ctx.status_of(item),
        " ",
        tag("span", "hint days", ctx.days(action.gap.half_days)),
        why.map_or_else(|| html! {}, |why| tag("span", "hint block", why)),
    ]
}

/// The plan, or from a quick check the other questions first.
fn onward(ctx: &PageContext) -> Html {
    let actions = ctx.report.schedule().actions.len();
    let plan = |class| {
        let words = ctx.number_of("result.open_plan", actions);
        let plan = Action::Go(Route::Report(ReportPage::Plan));
        when(actions > 0, || Button::new(class).draw(ctx, plan, words))
    };
    let others = ctx.state.pack.items.iter().filter(|item| !item.quick).count();
    match ctx.report.mode {
        Mode::Quick => {
            let go_on = ctx.number_of("result.go_on", others);
            let go_on = ctx.action_button("", go_on, Action::Mode(Mode::Full));
            tag("p", "actions", children![go_on, plan("quiet")])
        }
        Mode::Full => when(actions > 0, || tag("p", "actions", plan(""))),
    }
}

/// What limits the result, folded below the line that says the most of it.
fn sure(ctx: &PageContext) -> Html {
    let report = ctx.report;
    let tally = report.tally();
    let unknown = tally.unanswered() + tally.dont_know;
    let line = match (report.mode, unknown) {
        (Mode::Quick, _) => ctx.fill("sure.quick", &[("total", &ctx.state.pack.items.len())]),
        (Mode::Full, 0) => ctx.t("sure.all"),
        (Mode::Full, n) => ctx.count("sure.open", n, &[]),
    };
    let note = &ctx.state.pack.quick_note;
    let content = children![
        html! {
            for limit in ctx.words().limits(report) {
                <p>{ limit }</p>
            }
        },
        when(report.mode == Mode::Quick && !note.is_empty(), || {
            tag("p", "", AttrValue::from(note.clone()))
        }),
        tag("p", "", ctx.t("stage.lead")),
        tag("p", "", ctx.t("stage.after")),
        tag("p", "", ctx.t("result.disclaimer")),
    ];
    let summary = ctx.fill("sure.title", &[("line", &line)]);
    details(Some("sure"), summary, content)
}

/// Findings as numbers that lead to them.
fn counts(ctx: &PageContext) -> Html {
    let report = ctx.report;
    let found = |grade| report.findings.iter().filter(|f| f.grade == grade).count();
    let findings = Route::Report(ReportPage::Findings);
    let tile = |words: AttrValue, to| keyed("li", "", &*words, ctx.link(words.clone(), to));
    children![
        tag("h3", "", ctx.t("result.counts")),
        tag(
            "ul",
            "tiles",
            children![
                tile(ctx.number_of("findings.major", found(Grade::Major)), findings),
                tile(ctx.number_of("findings.minor", found(Grade::Minor)), findings),
                tile(ctx.number_of("findings.observation", found(Grade::Observation)), findings),
            ]
        ),
    ]
}

/// What every organisation needs in writing, as a list to tick off.
fn documents(ctx: &PageContext) -> Html {
    let (pack, rows) = (&ctx.state.pack, ctx.report.documents());
    let (n, total) = there(pack, rows);
    let mandatory = rows.iter().filter_map(|row| {
        let document = pack.documents.get(row.document)?;
        (document.obligation == Obligation::Mandatory).then_some((row, document))
    });
    let to = Route::Report(ReportPage::Documents);
    when(total > 0, || {
        children![
            tag(
                "h3",
                "",
                ctx.link(ctx.fill("result.documents", &[("n", &n), ("total", &total)]), to)
            ),
            tag(
                "ul",
                "ticked",
                html! {
                    for (row, document) in mandatory {
                        { keyed("li", if row.state.is_there(document.record) { "done" } else { "" }, row.document, children![
                            AttrValue::from(document.name.clone()),
                            tag("span", "hint", AttrValue::from([": ", &*ctx.words().document(row.state, document)].concat())),
                        ]) }
                    }
                }
            ),
        ]
    })
}

fn strengths(ctx: &PageContext) -> Html {
    let report = ctx.report;
    let rows: Vec<_> = report.strengths.iter().filter_map(|row| report.rows.get(*row)).collect();
    let more = rows.len().saturating_sub(MOST_STRENGTHS);
    children![
        tag("h3", "", ctx.t("result.strengths")),
        if rows.is_empty() {
            tag("p", "", ctx.t("result.no_strengths"))
        } else {
            let list = html! {
                for row in rows.iter().take(MOST_STRENGTHS) {
                    { keyed("li", "", row.item, children![
                        ctx.question(row.item), " ", ctx.item_status(row.item_status),
                    ]) }
                }
            };
            tag("ul", "hits", list)
        },
        when(more > 0, || tag("p", "", ctx.number_of("result.more_strengths", more))),
    ]
}

/// What a stage stops at: where, and what is so there now.
pub(super) fn reason(ctx: &PageContext, reason: &Reason) -> Html {
    let place = match reason.subject {
        Subject::Item(item) => children![ctx.question(item), " ", ctx.status_of(item)],
        Subject::Clause(section) => ctx.section_name(section).into(),
        Subject::System => html! {},
    };
    let why = AttrValue::from(ctx.words().unmet(reason.unmet));
    children![place, tag("span", "hint block", why)]
}
