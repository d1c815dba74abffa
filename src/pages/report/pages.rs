//! The other pages of the report in three groups, each with what there is to see on it.

use super::PageContext;
use crate::app::{ReportPage, Route};
use crate::rules::documents::there;
use crate::rules::groups::Grouping;
use crate::view::parts::{children, keyed, tag, when};
use yew::prelude::*;

/// The groups, each with the keys of its words and of those of its pages.
const GROUPS: [(&str, &[(&str, Route)]); 3] = [
    (
        "pages.understand",
        &[
            ("stages", Route::Report(ReportPage::Stages)),
            ("findings", Route::Report(ReportPage::Findings)),
            ("answers", Route::Report(ReportPage::Answers(Grouping::Sections))),
            ("grid", Route::Report(ReportPage::Grid)),
            ("what-if", Route::Report(ReportPage::WhatIf(None))),
        ],
    ),
    (
        "pages.act",
        &[
            ("plan", Route::Report(ReportPage::Plan)),
            ("way", Route::Way),
            ("documents", Route::Report(ReportPage::Documents)),
            ("statement", Route::Report(ReportPage::Statement)),
            ("metrics", Route::Report(ReportPage::Metrics)),
        ],
    ),
    (
        "pages.show",
        &[
            ("board", Route::Report(ReportPage::Board)),
            ("milestones", Route::Report(ReportPage::Milestones)),
        ],
    ),
];

pub(super) fn view(ctx: &PageContext) -> Html {
    html! {
        <nav class="pages" aria-label={ctx.t("page.label")}>
            for (group, pages) in GROUPS {
                { keyed("div", "", group, children![
                    tag("h3", "", ctx.t(group)),
                    tag("ul", "", html! {
                        for (key, route) in pages {
                            { keyed("li", "", *key, page(ctx, key, *route)) }
                        }
                    }),
                ]) }
            }
        </nav>
    }
}

fn page(ctx: &PageContext, key: &str, route: Route) -> Html {
    let number = number(ctx, route).unwrap_or_default();
    children![
        ctx.link(ctx.t(&format!("page.{key}")), route),
        " ",
        when(!number.is_empty(), || tag("span", "number", number)),
        tag("span", "hint block", ctx.t(&format!("page.{key}_about"))),
    ]
}

/// How much there is to see, where that is a number.
fn number(ctx: &PageContext, route: Route) -> Option<AttrValue> {
    let report = ctx.report;
    let of = |n: u32, total: u32| Some(ctx.fill("task.count", &[("n", &n), ("total", &total)]));
    let Route::Report(page) = route else { return None };
    let n = match page {
        ReportPage::Findings => report.findings.len(),
        ReportPage::Plan => report.schedule().actions.len(),
        ReportPage::Milestones => report.milestones().len(),
        ReportPage::Documents => {
            let (n, total) = there(&ctx.state.pack, report.documents());
            return of(n, total);
        }
        ReportPage::Statement => {
            let counts = &report.soa().counts;
            return of(counts.complete, counts.total);
        }
        _ => return None,
    };
    Some(n.to_string().into())
}
