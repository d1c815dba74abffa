//! Earlier states of the assessment: to keep today's, to see where it goes, and to compare.

use super::change::ComparisonView;
use super::compare::{self, bare_name, date_of, name_of};
use super::parts::heading;
use super::{comparison, PageContext};
use crate::app::{Action, MilestoneEdit, PageEdit, ReportPage, Route, Snapshot};
use crate::picture::element::Element;
use crate::picture::{self, Caption, Legend, Scale};
use crate::report::compare::Point;
use crate::view::button::Button;
use crate::view::controls::Field;
use crate::view::drawing::draw;
use yew::prelude::*;

/// More milestones than this are counted, not listed; the newest stand there.
const MOST_LISTED: usize = 200;

/// So many points a picture of a trend has at most.
const MOST_POINTS: usize = 24;

/// Stands where there is nothing to say.
const DASH: &str = "\u{2013}";

const COLUMNS: [&str; 5] =
    ["column.number", "milestones.name", "scores.overall", "milestones.verdict", "milestones.do"];

pub(super) fn view(ctx: &PageContext) -> Html {
    let points = ctx.report.trend();
    let may_edit = ctx.state.may_edit();
    let hidden = points.len().saturating_sub(MOST_LISTED + 1);
    let rows = html! {
        for (n, point) in points.iter().enumerate().skip(hidden) {
            { row(ctx, n, point, n + 1 == points.len()) }
        }
    };
    html! {
        <section aria-labelledby="page-title">
            { ctx.back() }
            { heading(ctx.t("milestones.title")) }
            <p class="lead">{ lead(ctx) }</p>
            <p class="hint">{ ctx.t("milestones.about") }</p>
            if may_edit {
                { new(ctx) }
            }
            <div>
                if let Some(picture) = picture(ctx, points) {
                    { draw(&picture) }
                }
            </div>
            <h3>{ ctx.t("milestones.list") }</h3>
            <div class="kept">{ ctx.table(ctx.t("milestones.list"), &COLUMNS, rows) }</div>
            if hidden > 0 {
                <p>{ ctx.number_of("milestones.older", hidden) }</p>
            }
            if may_edit && points.len() > 1 {
                <p class="hint">{ ctx.t("milestones.undo") }</p>
            }
            { comparison::view(ctx) }
        </section>
    }
}

/// What became of it since the newest milestone that can be read.
fn lead(ctx: &PageContext) -> AttrValue {
    let milestones = ctx.report.milestones();
    let newest = milestones.iter().enumerate().rev();
    let mut newest = newest.filter_map(|(n, opened)| Some((n, opened.as_ref().ok()?)));
    let Some((n, (then, _))) = newest.next() else {
        let none = milestones.is_empty();
        return ctx.t(if none { "milestones.none" } else { "milestones.unread" });
    };
    let then_on = ctx.state.assessment.milestones.get(n).and_then(|then| then.date);
    let then_on = then_on.unwrap_or(ctx.state.today);
    let both = [(then, then_on), (&*ctx.state.assessment, ctx.state.today)];
    let change = ComparisonView::new(ctx, both, compare::SIDES);
    let name = name_of(ctx, n);
    if change.found.is_empty() {
        return ctx.fill("milestones.same", &[("name", &name)]);
    }
    let [before, after] = change.overall(ctx);
    let counts = change.found.counts;
    ctx.fill(
        "milestones.since",
        &[
            ("name", &name),
            ("before", &before),
            ("after", &after),
            ("better", &counts.better),
            ("worse", &counts.worse),
        ],
    )
}

/// Keeps the answers of today under a name.
fn new(ctx: &PageContext) -> Html {
    let name = Action::Page(PageEdit::MilestoneName("".into()));
    let field = Field::text("milestone-new", &ctx.state.page.milestone);
    let add = Action::Milestone(MilestoneEdit::Add);
    html! {
        <div class="pair">
            { field.labelled(ctx, ctx.t("milestones.new"), name) }
            <div>{ ctx.action_button("", ctx.t("milestones.add"), add) }</div>
        </div>
    }
}

/// How the overall score went, once there are two of it.
fn picture(ctx: &PageContext, points: &[Point]) -> Option<Element> {
    let (mut figures, mut left) = (Vec::new(), MOST_POINTS);
    for point in points.iter().rev() {
        // One without a day has no place in time.
        let judged = point.judged.as_ref().ok().filter(|_| point.date.is_some());
        let bounds = judged.and_then(|(judged, _)| judged.scores.overall.bounds);
        // Those that find no room keep their place, so that the numbers are those of the list.
        let bounds = bounds.filter(|_| left > 0);
        left = left.saturating_sub(usize::from(bounds.is_some()));
        figures.push(picture::Point { date: point.date.unwrap_or(ctx.state.today), bounds });
    }
    figures.reverse();
    let title = ctx.t("milestones.trend");
    let words = ctx.t("milestones.trend_words");
    let caption = Caption { id: "trend", title: &title, words: &words };
    let steps = ctx.words().steps();
    let scale = Scale { steps: steps.each_ref().map(|step| &**step), line: None };
    let (lower, upper) = (ctx.t("legend.lower"), ctx.t("legend.upper"));
    let legend = Legend { lower: &lower, upper: &upper, unknown: "" };
    let day = |date| ctx.text.date(date);
    picture::trend(&caption, &figures, &scale, &legend, &day, ctx.picture_width())
}

/// A milestone, or today's state, which is the last one.
fn row(ctx: &PageContext, n: usize, point: &Point, today: bool) -> Html {
    let key = if today { "today".to_owned() } else { n.to_string() };
    let name: Html = match (today, ctx.state.may_edit()) {
        (true, _) => ctx.t("milestones.today").into(),
        (false, false) => bare_name(ctx, n).into(),
        (false, true) => name_field(ctx, n, point),
    };
    let overall: Html = match &point.judged {
        Ok((judged, _)) => ctx.bounds(&judged.scores.overall).into(),
        Err(_) => html! { <span>{ DASH }</span> },
    };
    html! {
        <tr {key}>
            <th scope="row">{ n + 1 }</th>
            <td data-label={ctx.t("milestones.name")}>
                { name }
                <span class="hint block">{ date_of(ctx, point.date) }</span>
            </td>
            <td class="number" data-label={ctx.t("scores.overall")}>{ overall }</td>
            { ctx.cell("milestones.verdict", verdict(ctx, point)) }
            <td>{ actions(ctx, n, point, today) }</td>
        </tr>
    }
}

fn name_field(ctx: &PageContext, n: usize, point: &Point) -> Html {
    let label = ctx.fill("milestones.name_of", &[("n", &(n + 1))]);
    let field = Field::text(format!("milestone-{n}"), &point.name);
    let action = Action::Milestone(MilestoneEdit::Name(n, "".into()));
    Field { label: Some(label), ..field }.draw(ctx, action)
}

/// How a state is judged, with how much of it could not be read; or why none of it could.
fn verdict(ctx: &PageContext, point: &Point) -> Html {
    match &point.judged {
        Ok((judged, problems)) => html! {
            <span>
                { ctx.words().verdict(&judged.verdict, true) }
                if !problems.is_empty() {
                    <span class="hint block">
                        { ctx.number_of("milestones.left_out", problems.len()) }
                    </span>
                }
            </span>
        },
        Err(problem) => {
            let problem = ctx.text.problem(problem);
            let message = ctx.fill("milestones.unreadable", &[("problem", &problem)]);
            html! { <strong>{ message }</strong> }
        }
    }
}

/// What can be done with a milestone.
fn actions(ctx: &PageContext, n: usize, point: &Point, today: bool) -> Html {
    let sides = Some((Snapshot::Milestone(n), Snapshot::Now));
    let compare = Route::Report(ReportPage::Compare(sides));
    html! {
        <span class="actions">
            if today {
                <span>{ DASH }</span>
            } else {
                if point.judged.is_ok() {
                    { ctx.link(ctx.t("milestones.compare"), compare) }
                }
                if ctx.state.may_edit() {
                    { remove(ctx, n) }
                }
            }
        </span>
    }
}

fn remove(ctx: &PageContext, n: usize) -> Html {
    let label = ctx.fill("milestones.remove_number", &[("n", &(n + 1))]);
    // The row goes away with the button.
    let remove = Action::Milestone(MilestoneEdit::Remove(n)).then_focus("page-title");
    let button = Button { label: Some(label), ..Button::new("quiet") };
    button.draw(ctx, remove, ctx.t("milestones.remove"))
}
