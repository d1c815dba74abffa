//! What an auditor would likely raise, the gravest first, with what would close it.

use super::parts::{details, heading};
use super::PageContext;
use crate::rules::findings::{Finding, Grade, Subject};
use yew::prelude::*;

/// More of a grade than this are counted, not listed; the files have all.
const MOST_LISTED: usize = 200;

/// The same for the findings inside one about a clause.
const MOST_INSIDE: usize = 50;

/// The grades, each with the keys of its title and of what it means, and the class of its lists.
const GRADES: [(Grade, &str, &str, &str); 3] = [
    (Grade::Major, "findings.major", "findings.major_about", "findings major"),
    (Grade::Minor, "findings.minor", "findings.minor_about", "findings minor"),
    (Grade::Observation, "findings.observation", "findings.observation_about", "findings"),
];

pub(super) fn view(ctx: &PageContext) -> Html {
    let found = &ctx.report.findings;
    let raised = GRADES.into_iter().filter_map(|(grade, title, about, class)| {
        let of_grade = found.iter().filter(|finding| finding.grade == grade);
        let of_grade: Vec<&Finding> = of_grade.collect();
        (!of_grade.is_empty()).then_some((title, about, class, of_grade))
    });
    html! {
        <section aria-labelledby="page-title">
            { ctx.back() }
            { heading(ctx.t("findings.title")) }
            <p class="lead">{ ctx.words().findings(found) }</p>
            for (title, about, class, found) in raised {
                <div key={title}>
                    <h3>{ ctx.number_of(title, found.len()) }</h3>
                    <p class="hint">{ ctx.t(about) }</p>
                    { list(ctx, class, &found) }
                </div>
            }
            <p class="hint">{ ctx.t("findings.limits") }</p>
        </section>
    }
}

/// The findings of a grade.
fn list(ctx: &PageContext, class: &'static str, all: &[&Finding]) -> Html {
    // An auditor writes one nonconformity about a clause, with what stands under it: the findings
    // about items of a clause that has one of its own stand in it.
    let clauses: Vec<usize> = all.iter().filter_map(|finding| clause(finding)).collect();
    let above = |finding: &Finding| match finding.subject {
        Subject::Clause(_) | Subject::System => None,
        Subject::Item(item) if !finding.is_about(item) => None,
        Subject::Item(item) => {
            let section = ctx.state.pack.item(item)?.section;
            clauses.contains(&section).then_some(section)
        }
    };
    let inside = |outer: &Finding| -> Vec<&Finding> {
        let own = clause(outer);
        all.iter().copied().filter(|other| own.is_some() && above(other) == own).collect()
    };
    let outer: Vec<&Finding> = all.iter().copied().filter(|one| above(one).is_none()).collect();
    html! {
        <>
            <ul {class}>
                for finding in outer.iter().take(MOST_LISTED) {
                    { entry(ctx, finding, inner(ctx, class, &inside(finding))) }
                }
            </ul>
            { ctx.more(outer.len(), MOST_LISTED) }
        </>
    }
}

/// The findings that stand in one about their clause.
fn inner(ctx: &PageContext, class: &'static str, found: &[&Finding]) -> Html {
    html! {
        if !found.is_empty() {
            <ul {class}>
                for finding in found.iter().take(MOST_INSIDE) {
                    { entry(ctx, finding, html! {}) }
                }
            </ul>
            { ctx.more(found.len(), MOST_INSIDE) }
        }
    }
}

/// The clause that a finding is about as a whole.
fn clause(finding: &Finding) -> Option<usize> {
    match finding.subject {
        Subject::Clause(section) => Some(section),
        Subject::Item(_) | Subject::System => None,
    }
}

/// A finding with what stands in it.
fn entry(ctx: &PageContext, finding: &Finding, inner: Html) -> Html {
    // An item can have a finding of its own beside one that rests on others.
    let key = format!("{:?} {:?}", finding.subject, finding.rule);
    html! {
        <li {key}>
            if let Subject::Item(item) = finding.subject {
                { ctx.question(item) }{ " " }{ ctx.status_of(item) }
            } else if let Subject::Clause(section) = finding.subject {
                <strong>{ ctx.section_name(section) }</strong>
            } else {
                <strong>{ ctx.t("findings.system") }</strong>
            }
            <p>{ ctx.words().rule(finding) }</p>
            { details(None, ctx.t("findings.rests_on"), rests_on(ctx, finding)) }
            <p class="closing">{ ctx.words().closing(finding) }</p>
            { inner }
        </li>
    }
}

/// The answers that a finding rests on. One about an item names it already.
fn rests_on(ctx: &PageContext, finding: &Finding) -> Html {
    let named = matches!(finding.subject, Subject::Item(item) if finding.is_about(item));
    html! {
        <>
            for (item, level) in finding.rests_on.iter().take(MOST_INSIDE) {
                <p key={*item} class="said">
                    if !named {
                        { ctx.question(*item) }{ " " }
                    }
                    if let Some(level) = level {
                        { ctx.words().level_of(*item, *level) }
                    } else {
                        { ctx.status_of(*item) }
                    }
                </p>
            }
            { ctx.more(finding.rests_on.len(), MOST_INSIDE) }
        </>
    }
}
