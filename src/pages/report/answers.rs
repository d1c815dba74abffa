//! The same answers from other sides: by clause and theme, by each lens of the pack, by phase, by
//! who looks after them, and by the stage of the audit that asks for them.

use super::parts::heading;
use super::{documents, scores, PageContext};
use crate::app::{Action, PageEdit, ReportPage, Route, ScoreOf};
use crate::model::pack::{ItemIx, Kind};
use crate::picture::element::Element;
use crate::picture::{self, bars, radar, Axis, Caption, Legend, Scale, Width};
use crate::rules::groups::{
    groups, tasks, wanted, Group, GroupKey, Grouping, Task, TaskKind, Wanted,
};
use crate::rules::search::{Filter, Owner};
use crate::view::button::Button;
use crate::view::drawing::draw;
use yew::prelude::*;

/// More groups than this are counted, not listed.
const MOST_GROUPS: usize = 200;

/// More items of a group than this are counted, not listed.
const MOST_ITEMS: usize = 200;

/// All groups together list no more items than this.
const MOST_TOGETHER: usize = 2_000;

/// More bars than this below each other show no more than the table does.
const MOST_BARS: usize = 24;

const FINDINGS: &str = "answers.findings";

pub(super) fn view(ctx: &PageContext, grouping: Grouping) -> Html {
    let groupings = groupings(ctx);
    let here = groupings.iter().find(|(known, _)| *known == grouping);
    let name = here.map(|(_, name)| name.clone()).unwrap_or_default();
    let groups = groups(&ctx.state.pack, &ctx.state.assessment, grouping, ctx.state.today);
    let shown = groups.get(..MOST_GROUPS).unwrap_or(&groups);
    html! {
        <section aria-labelledby="page-title">
            { ctx.back() }
            { heading(ctx.fill("answers.title", &[("grouping", &name)])) }
            <p class="lead">{ lead(ctx, grouping, &groups) }</p>
            { nav(ctx, grouping, &groupings) }
            if !groups.is_empty() {
                { drawn(ctx, &name, &groups) }
                { ctx.bar_legend(&ctx.report.overall) }
                { table(ctx, name, shown) }
                <h3>{ ctx.t("answers.questions") }</h3>
                { hint(ctx, grouping) }
                { lists(ctx, grouping, shown) }
                { ctx.more(groups.len(), MOST_GROUPS) }
            }
        </section>
    }
}

/// All groupings, each with its name.
fn groupings(ctx: &PageContext) -> Vec<(Grouping, AttrValue)> {
    let lenses = ctx.state.pack.lenses.iter().enumerate();
    let lenses = lenses.map(|(at, lens)| (Grouping::Lens(at), lens.name.clone().into()));
    let mut groupings = vec![(Grouping::Sections, ctx.t("answers.sections"))];
    groupings.extend(lenses);
    groupings.extend([
        (Grouping::Phases, ctx.t("answers.phases")),
        (Grouping::Owners, ctx.t("answers.owners")),
        (Grouping::Stages, ctx.t("answers.stages")),
    ]);
    groupings
}

fn nav(ctx: &PageContext, here: Grouping, groupings: &[(Grouping, AttrValue)]) -> Html {
    let link = |grouping: Grouping, name: &AttrValue| {
        let button = Button { current: grouping == here, ..Button::new("link") };
        let place = Route::Report(ReportPage::Answers(grouping));
        button.draw(ctx, Action::Go(place), name.clone())
    };
    html! {
        <nav class="views" aria-label={ctx.t("answers.label")}>
            <ul>
                for (at, (grouping, name)) in groupings.iter().enumerate() {
                    <li key={at}>{ link(*grouping, name) }</li>
                }
            </ul>
        </nav>
    }
}

/// What it means, before any number.
fn lead(ctx: &PageContext, grouping: Grouping, groups: &[Group]) -> AttrValue {
    if grouping == Grouping::Owners {
        let nobody = groups.iter().find(|group| group.by == GroupKey::Nobody);
        return match (nobody, groups.is_empty()) {
            (Some(nobody), _) => ctx.number_of("answers.nobodys", nobody.items.len()),
            (None, true) => ctx.t("answers.no_owners"),
            (None, false) => ctx.t("answers.all_owned"),
        };
    }
    let answered = groups.iter().filter(|group| group.score.tally.levels > 0);
    let known = answered.filter_map(|group| Some((group.score.bounds?, group)));
    // What stays low however the open answers turn out says more than what is not known yet.
    match known.min_by_key(|(bounds, _)| (bounds.upper, bounds.lower)) {
        _ if groups.is_empty() => ctx.t("answers.no_groups"),
        None => ctx.t("answers.nothing"),
        Some((_, lowest)) => {
            let (name, score) = (name(ctx, &lowest.by), ctx.bounds(&lowest.score));
            ctx.fill("answers.lowest", &[("name", &name), ("score", &score)])
        }
    }
}

fn hint(ctx: &PageContext, grouping: Grouping) -> Html {
    let key = match grouping {
        Grouping::Lens(_) => "answers.several",
        Grouping::Stages => "stage.lead",
        Grouping::Owners => "answers.order",
        Grouping::Sections | Grouping::Phases => return html! {},
    };
    html! { <p class="hint">{ ctx.t(key) }</p> }
}

fn name(ctx: &PageContext, by: &GroupKey) -> AttrValue {
    let pack = &ctx.state.pack;
    let name = match by {
        GroupKey::Section(section) => return ctx.section_name(*section),
        GroupKey::Lens { lens, value } => {
            let value = pack.lenses.get(*lens).and_then(|lens| lens.values.get(*value));
            value.map(|value| value.name.clone()).unwrap_or_default()
        }
        GroupKey::Phase(phase) => {
            pack.phases.get(*phase).map(|phase| phase.name.clone()).unwrap_or_default()
        }
        GroupKey::Owner(owner) => owner.clone(),
        GroupKey::Nobody => return ctx.t("answers.nobody"),
        GroupKey::Stage1 => return ctx.t("stage.1"),
        GroupKey::Stage2 => return ctx.t("stage.2"),
    };
    name.into()
}

/// A radar of the clauses, which have an order that leads to its beginning again, and bars of all
/// that has none. A long list is only the table.
fn drawn(ctx: &PageContext, title: &str, groups: &[Group]) -> Html {
    if groups.len() > MOST_BARS {
        return html! {};
    }
    let clause = |group: &&Group| match group.by {
        GroupKey::Section(section) => {
            let section = ctx.state.pack.sections.get(section);
            section.is_some_and(|section| section.kind == Kind::Requirement)
        }
        _ => false,
    };
    let (clauses, mut others): (Vec<&Group>, Vec<&Group>) = groups.iter().partition(clause);
    let radar = radar_of(ctx, title, &clauses);
    if radar.is_none() {
        others = groups.iter().collect();
    }
    html! {
        <>
            if let Some(radar) = radar {
                { draw(&radar) }
            }
            if !others.is_empty() {
                { draw(&bars_of(ctx, title, &others)) }
            }
        </>
    }
}

fn radar_of(ctx: &PageContext, title: &str, groups: &[&Group]) -> Option<Element> {
    let name = |group: &&Group| match group.by {
        GroupKey::Section(section) => ctx.words().section_joined(section),
        _ => String::new(),
    };
    let names: Vec<String> = groups.iter().map(name).collect();
    let both = names.iter().zip(groups);
    let axes: Vec<Axis> =
        both.map(|(label, group)| Axis { label, bounds: group.score.bounds }).collect();
    let steps = ctx.words().steps();
    let scale = Scale { steps: steps.each_ref().map(|step| &**step), line: None };
    let (lower, upper) = (ctx.t("legend.lower"), ctx.t("legend.upper"));
    let legend = Legend { lower: &lower, upper: &upper, unknown: "" };
    let words = ctx.t("answers.radar");
    let caption = Caption { id: "answers-radar", title, words: &words };
    let width = if ctx.state.wide { Width::Page } else { Width::Phone };
    radar(&caption, &axes, &scale, &legend, width)
}

fn bars_of(ctx: &PageContext, title: &str, groups: &[&Group]) -> Element {
    let [lower, upper, unknown] =
        ["legend.lower", "legend.upper", "legend.unknown"].map(|key| ctx.t(key));
    let legend = Legend { lower: &lower, upper: &upper, unknown: &unknown };
    let words = ctx.t("answers.bars");
    let caption = Caption { id: "answers", title, words: &words };
    let said: Vec<(AttrValue, AttrValue)> =
        groups.iter().map(|group| (name(ctx, &group.by), ctx.bounds(&group.score))).collect();
    let rows: Vec<picture::Group> = groups
        .iter()
        .zip(&said)
        .map(|(group, (name, value))| picture::Group { name, value, bounds: group.score.bounds })
        .collect();
    bars(&caption, &rows, &legend)
}

fn table(ctx: &PageContext, caption: AttrValue, groups: &[Group]) -> Html {
    let head = |by: &GroupKey| match by {
        GroupKey::Section(section) => {
            let score = ReportPage::Score(ScoreOf::Section(*section));
            ctx.link(name(ctx, by), Route::Report(score))
        }
        // All of theirs, by date.
        GroupKey::Owner(owner) => {
            let filter = Filter { owner: Some(Owner::Of(owner.clone())), ..Filter::default() };
            let find = Action::Page(PageEdit::Filter(filter));
            Button::new("link").draw(ctx, find, name(ctx, by))
        }
        by => name(ctx, by).into(),
    };
    let rows = html! {
        for (at, group) in groups.iter().enumerate() {
            <tr key={at}>
                <th scope="row">{ head(&group.by) }</th>
                { scores::cells(ctx, &format!("group-{at}"), &group.score) }
                <td class="finding-counts" data-label={ctx.t(FINDINGS)}>{ found(ctx, group) }</td>
            </tr>
        }
    };
    let [part, bar, bounds, answered] = scores::COLUMNS;
    ctx.table(caption, &[part, bar, bounds, answered, FINDINGS], rows)
}

/// The findings of a group by grade.
fn found(ctx: &PageContext, group: &Group) -> Html {
    let mut grades = vec![
        ("findings.major", group.findings.majors),
        ("findings.minor", group.findings.minors),
        ("findings.observation", group.findings.observations),
    ];
    grades.retain(|(_, n)| *n > 0);
    if grades.is_empty() {
        return html! { <span>{ ctx.t("answers.none") }</span> };
    }
    html! {
        <ul>
            for (key, n) in grades {
                <li key={key}>{ ctx.count(key, n, &[]) }</li>
            }
        </ul>
    }
}

/// The items of each group, shown when they are asked for.
fn lists(ctx: &PageContext, grouping: Grouping, groups: &[Group]) -> Html {
    let most = MOST_ITEMS.min(MOST_TOGETHER / groups.len().max(1));
    html! {
        for (at, group) in groups.iter().enumerate() {
            <details key={at}>
                <summary>
                    <span>
                        { name(ctx, &group.by) }
                        { " " }
                        <span class="hint">{ ctx.number_of("answers.count", group.items.len()) }</span>
                    </span>
                </summary>
                { list(ctx, grouping, group, most) }
                { ctx.more(group.items.len(), most) }
            </details>
        }
    }
}

/// The first items of a group.
fn list(ctx: &PageContext, grouping: Grouping, group: &Group, most: usize) -> Html {
    let entries: Vec<Html> = match grouping {
        Grouping::Owners => {
            let tasks = tasks(&ctx.state.assessment, group);
            tasks.iter().take(most).map(|task| task_line(ctx, task)).collect()
        }
        Grouping::Stages => {
            let wanted = wanted(&ctx.state.pack, group);
            wanted.iter().take(most).map(|one| asked(ctx, one)).collect()
        }
        _ => {
            let items = group.items.iter().take(most);
            items.map(|item| entry(ctx, *item, ctx.owner_words(*item), html! {})).collect()
        }
    };
    html! {
        if !entries.is_empty() {
            <ul class="hits">{ entries }</ul>
        }
    }
}

/// An item with what its owner has to do, and until when.
fn task_line(ctx: &PageContext, task: &Task) -> Html {
    let words = ctx.t(match task.kind {
        TaskKind::Close => "task_kind.close",
        TaskKind::Confirm => "task_kind.confirm",
        TaskKind::FindOut => "task_kind.find_out",
        TaskKind::Keep => "task_kind.keep",
    });
    entry(ctx, task.item, Some(words), html! {})
}

/// An item with its documents and their states.
fn asked(ctx: &PageContext, wanted: &Wanted) -> Html {
    let documents = documents::lines(ctx, wanted.documents.iter().copied());
    entry(ctx, wanted.item, ctx.owner_words(wanted.item), documents)
}

/// An item with its status, something said of it, its target date, and what belongs below it.
fn entry(ctx: &PageContext, item: ItemIx, words: Option<AttrValue>, below: Html) -> Html {
    html! {
        <li key={item}>
            { ctx.question(item) }{ " " }{ ctx.status_of(item) }
            if let Some(words) = words {
                { " " }<span class="hint">{ words }</span>
            }
            { ctx.due_of(item) }
            { below }
        </li>
    }
}
