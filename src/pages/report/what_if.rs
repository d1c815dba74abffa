//! What if: answers are raised to see what changes. Nothing of it is saved until it is kept.

use super::change::ComparisonView;
use super::parts::{details, heading};
use super::PageContext;
use crate::app::{Action, PageEdit, ReportPage, Route, SectionPart};
use crate::model::assessment::{ItemStatus, Level, Mode};
use crate::model::pack::ItemIx;
use crate::rules::findings::{Grade, Subject};
use crate::rules::verdict::{Reason, Stage};
use crate::view::button::Button;
use crate::view::controls::{Select, SelectOption};
use std::fmt::Display;
use yew::prelude::*;

/// How many items stand in front.
const MOST_FIRST: usize = 20;

/// Up to so many items stand on this page. Where there are more, it shows so many at a time.
const MOST_ROWS: usize = 200;

pub(super) fn view(ctx: &PageContext, part: Option<SectionPart>) -> Html {
    let trying = ctx.trying().len();
    let (tried, today) = (ctx.tried(), ctx.state.today);
    let both = [(&*ctx.state.assessment, today), (&tried, today)];
    let change = ComparisonView::new(ctx, both, ["whatif.now", "whatif.would"]);
    let lead = if trying == 0 { now(ctx, &change) } else { would(ctx, &change) };
    let about = if ctx.state.may_edit() { "whatif.about" } else { "whatif.read_only" };
    let scores = change.scores(ctx, ctx.t("result.scores"));
    html! {
        <section aria-labelledby="page-title">
            { ctx.back() }
            { heading(ctx.t("whatif.title")) }
            <p class="lead" role="status">{ lead.join(" ") }</p>
            <p class="hint">{ ctx.t(about) }</p>
            if ctx.report.mode == Mode::Quick {
                <p class="hint">{ ctx.t("verdict.quick") }</p>
            }
            <div>
                if trying > 0 {
                    { actions(ctx, trying) }
                }
            </div>
            { change.judged(ctx, ctx.t("whatif.judged")) }
            { first(ctx) }
            <h3>{ ctx.t("whatif.all") }</h3>
            { all(ctx, part) }
            { details(None, ctx.t("result.scores"), scores) }
        </section>
    }
}

/// How it is.
fn now(ctx: &PageContext, change: &ComparisonView) -> Vec<AttrValue> {
    let grades = &change.before;
    let [overall, _] = change.overall(ctx);
    let found = [
        ("majors", &grades.majors as &dyn Display),
        ("minors", &grades.minors),
        ("observations", &grades.observations),
    ];
    vec![
        ctx.words().verdict(&change.found.before.verdict, true).into(),
        ctx.fill("whatif.found", &found),
        ctx.fill("whatif.overall", &[("overall", &overall)]),
    ]
}

/// How it would be.
fn would(ctx: &PageContext, change: &ComparisonView) -> Vec<AttrValue> {
    let (then, now) = (&change.found.before.verdict, &change.found.after.verdict);
    let mut lead = match then == now {
        true => vec![ctx.t("whatif.same_stages")],
        false => vec![
            stage(ctx, ["whatif.1_ready", "whatif.1_not", "whatif.1_open"], &now.stage1),
            stage(ctx, ["whatif.2_ready", "whatif.2_not", "whatif.2_open"], &now.stage2),
        ],
    };
    let of = |n: usize, key: &str, total: u32| {
        ctx.count(key, u32::try_from(n).unwrap_or(u32::MAX), &[("total", &total)])
    };
    if change.before.majors > 0 {
        lead.push(of(change.gone(Grade::Major), "whatif.majors_gone", change.before.majors));
    }
    if change.before.minors > 0 {
        lead.push(of(change.gone(Grade::Minor), "whatif.minors_gone", change.before.minors));
    }
    let new = [(Grade::Major, "whatif.majors_new"), (Grade::Minor, "whatif.minors_new")];
    let new = new.map(|(grade, key)| (change.new_ones(grade), key));
    lead.extend(new.into_iter().filter(|(n, _)| *n > 0).map(|(n, key)| ctx.number_of(key, n)));
    let [before, after] = change.overall(ctx);
    lead.push(match before == after {
        true => ctx.fill("whatif.overall_same", &[("overall", &after)]),
        false => ctx.fill("whatif.overall_would", &[("before", &before), ("after", &after)]),
    });
    lead
}

fn stage(ctx: &PageContext, [ready, not, open]: [&str; 3], stage: &Stage) -> AttrValue {
    match stage {
        Stage::Ready | Stage::ReadyWith(_) => ctx.t(ready),
        Stage::NotReady(reasons) => ctx.number_of(not, reasons.len()),
        Stage::CannotSay { .. } => ctx.t(open),
    }
}

/// What can be done with what is tried. Both buttons go away with it.
fn actions(ctx: &PageContext, tried: usize) -> Html {
    let keep = Button { disabled: !ctx.state.may_edit(), ..Button::default() };
    let action = |edit: PageEdit| Action::Page(edit).then_focus("page-title");
    html! {
        <p class="actions">
            { keep.draw(ctx, action(PageEdit::KeepTried), ctx.number_of("whatif.keep", tried)) }
            { ctx.action_button("quiet", ctx.t("whatif.discard"), action(PageEdit::DiscardTried)) }
        </p>
    }
}

/// What to try first, one by one or a whole set at once.
fn first(ctx: &PageContext) -> Html {
    let verdict = &ctx.report.verdict;
    let (stage1, stage2) = (stops(ctx, &verdict.stage1), stops(ctx, &verdict.stage2));
    let gaps = ctx.report.gaps.iter().map(|gap| gap.gap.item);
    let mut items: Vec<ItemIx> = Vec::new();
    for item in stage1.iter().chain(&stage2).copied().chain(gaps) {
        if items.len() < MOST_FIRST && !items.contains(&item) {
            items.push(item);
        }
    }
    if items.is_empty() {
        return html! { <p>{ ctx.t("whatif.nothing_first") }</p> };
    }
    html! {
        <>
            <h3>{ ctx.t("whatif.first") }</h3>
            <p class="hint">{ ctx.t("whatif.first_about") }</p>
            <div class="actions">
                if !stage1.is_empty() {
                    { set(ctx, "whatif.set1", &stage1, Level::DEFINED) }
                }
                if !stage2.is_empty() {
                    { set(ctx, "whatif.set2", &stage2, Level::OPERATING) }
                }
            </div>
            { list(ctx, "first", &items) }
        </>
    }
}

/// The items that stop a stage, in the order of the pack.
fn stops(ctx: &PageContext, stage: &Stage) -> Vec<ItemIx> {
    let Stage::NotReady(reasons) = stage else { return Vec::new() };
    let mut items = Vec::new();
    for Reason { subject, .. } in reasons {
        match subject {
            Subject::Item(item) => items.push(*item),
            Subject::Clause(_) | Subject::System => {
                let found = ctx.report.findings.iter();
                let here = found.filter(|finding| finding.subject == *subject);
                items.extend(here.flat_map(|f| f.rests_on.iter().map(|(item, _)| *item)));
            }
        }
    }
    items.sort_unstable();
    items.dedup();
    items
}

/// A button that raises all of these to a level, or takes that back.
fn set(ctx: &PageContext, key: &str, items: &[ItemIx], to: Level) -> Html {
    let there = |item: &ItemIx| tried(ctx, *item).is_some_and(|level| level >= to);
    let pressed = items.iter().all(there);
    let edit = match pressed {
        true => PageEdit::Try(items.to_vec(), None),
        false => {
            PageEdit::Try(items.iter().filter(|item| !there(item)).copied().collect(), Some(to))
        }
    };
    let button = Button { pressed: Some(pressed), ..Button::new("quiet") };
    button.draw(ctx, Action::Page(edit), ctx.number_of(key, items.len()))
}

/// Every item: by section, or by a part of one where there are many.
fn all(ctx: &PageContext, shown: Option<SectionPart>) -> Html {
    let sections = 0..ctx.state.pack.sections.len();
    let sections = sections.map(|section| (section, ctx.state.asked_in(section)));
    let sections: Vec<_> = sections.filter(|(_, items)| !items.is_empty()).collect();
    if sections.iter().map(|(_, items)| items.len()).sum::<usize>() <= MOST_ROWS {
        return html! {
            for (section, items) in sections {
                { whole_section(ctx, section, &items) }
            }
        };
    }
    let parts: Vec<(SectionPart, &[ItemIx])> = sections
        .iter()
        .flat_map(|(section, items)| {
            let parts = items.chunks(MOST_ROWS).enumerate();
            parts.map(|(part, items)| (SectionPart { section: *section, part }, items))
        })
        .collect();
    let open = parts.iter().find(|(part, _)| Some(*part) == shown);
    html! {
        <>
            <ul class="hits">
                for (n, (part, items)) in parts.iter().enumerate() {
                    <li key={n}>{ part_link(ctx, *part, items.len(), Some(*part) == shown) }</li>
                }
            </ul>
            if let Some((_, items)) = open {
                { list(ctx, "all", items) }
            }
        </>
    }
}

fn whole_section(ctx: &PageContext, section: usize, items: &[ItemIx]) -> Html {
    let n = items.iter().filter(|item| tried(ctx, **item).is_some()).count();
    html! {
        <details key={section}>
            <summary>
                <span>
                    { ctx.section_name(section) }
                    { " " }
                    if n > 0 {
                        <span class="hint">{ ctx.number_of("whatif.tried_here", n) }</span>
                    }
                </span>
            </summary>
            { list(ctx, "all", items) }
        </details>
    }
}

fn part_link(ctx: &PageContext, part: SectionPart, items: usize, is_shown: bool) -> Html {
    let name = ctx.section_name(part.section);
    let before = part.part * MOST_ROWS;
    let (from, to) = (before + 1, before + items);
    let words = ctx.fill("whatif.part", &[("name", &name), ("from", &from), ("to", &to)]);
    let link = Button { chosen: is_shown, ..Button::new("link") };
    link.draw(ctx, Action::Go(Route::Report(ReportPage::WhatIf(Some(part)))), words)
}

fn list(ctx: &PageContext, place: &str, items: &[ItemIx]) -> Html {
    html! {
        <ul class="trials">
            for item in items {
                { row(ctx, place, *item) }
            }
        </ul>
    }
}

/// An item with the level to try. An item may stand in both lists, so the place is in its id.
fn row(ctx: &PageContext, place: &str, item: ItemIx) -> Html {
    let real = ctx.state.assessment.item_status(item);
    let tried = tried(ctx, item);
    let class = if tried.is_some() { "trial tried" } else { "trial" };
    let label = ctx.fill("whatif.level_of", &[("item", &ctx.words().item(item))]);
    let select =
        Select { id: format!("try-{place}-{item}"), label: Some(label), ..Select::default() };
    html! {
        <li {class} key={item}>
            <span>{ ctx.question(item) }{ " " }{ ctx.item_status(real) }</span>
            { select.draw(ctx, levels(ctx, item, real, tried)) }
            <span class="mark">
                if tried.is_some() {
                    { ctx.t("whatif.tried") }
                }
            </span>
        </li>
    }
}

/// What is answered, and the levels that it is not.
fn levels(
    ctx: &PageContext,
    item: ItemIx,
    real: ItemStatus,
    tried: Option<Level>,
) -> Vec<SelectOption> {
    let option = |value: AttrValue, words: AttrValue, level: Option<Level>| SelectOption {
        value,
        words,
        chosen: tried == level,
        action: Some(Action::Page(PageEdit::Try(vec![item], level))),
    };
    let words = ctx.status_words(real);
    let answered = ctx.fill("whatif.as_answered", &[("status", &words)]);
    let levels = Level::ALL.into_iter().filter(|level| real != ItemStatus::Level(*level));
    let levels = levels.map(|level| {
        let words = ctx.words().numbered(ItemStatus::Level(level));
        option(level.number().to_string().into(), words.into(), Some(level))
    });
    [option("".into(), answered, None)].into_iter().chain(levels).collect()
}

/// The level that is tried for an item, where it is another than the answer.
fn tried(ctx: &PageContext, item: ItemIx) -> Option<Level> {
    let tried = &ctx.state.page.tried;
    let at = tried.binary_search_by_key(&item, |(tried, _)| *tried).ok()?;
    let (_, level) = tried.get(at)?;
    (ctx.state.assessment.item_status(item) != ItemStatus::Level(*level)).then_some(*level)
}
