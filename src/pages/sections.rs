//! The task list: the sections with the state of each.

use crate::app::{Action, Origin, Route};
use crate::model::pack::Kind;
use crate::rules::score::Tally;
use crate::view::button::Button;
use crate::view::parts::children;
use crate::view::{parts, Props};
use yew::prelude::*;

#[inline(never)]
pub(super) fn view(props: &Props) -> Html {
    let (pack, assessment) = (&props.state.pack, &props.state.assessment);
    let tally = Tally::of(pack, assessment, assessment.asked(pack));
    html! {
        <section aria-labelledby="sections-title">
            { children![
                parts::heading("sections-title", props.t("sections.title")),
                parts::tag("p", "lead", props.progress(&tally, 0..pack.items.len())),
                html! {
                    for kind in Kind::ALL {
                        { parts::keyed("div", "", kind.id(), group(props, kind)) }
                    }
                },
                parts::tag("p", "actions", if tally.unanswered() == 0 {
                    props.button("sections.check", "", Action::Go(Route::Check))
                } else {
                    children![
                        next(props),
                        props.button("sections.result", "quiet", Action::Go(Route::RESULT)),
                    ]
                }),
            ] }
        </section>
    }
}

fn next(props: &Props) -> Html {
    let (pack, assessment) = (&props.state.pack, &props.state.assessment);
    let open = |item: &usize| {
        assessment.item_status(*item) == crate::model::assessment::ItemStatus::Unanswered
    };
    let next = assessment.asked(pack).find(open).unwrap_or_default();
    props.button(
        "sections.next",
        "",
        Action::Go(Route::Question { item: next, from: Origin::Sections }),
    )
}

fn group(props: &Props, kind: Kind) -> Html {
    let (heading, about) = match kind {
        Kind::Requirement => ("group.requirement", "group.requirement_about"),
        Kind::Control => ("group.control", "group.control_about"),
    };
    let sections = props.state.pack.sections.iter().enumerate();
    let here: Vec<usize> = sections
        .filter(|(section, s)| s.kind == kind && !props.state.asked_in(*section).is_empty())
        .map(|(section, _)| section)
        .collect();
    if here.is_empty() {
        return html! { <div /> };
    }
    children![
        parts::tag("h3", "", props.t(heading)),
        parts::tag("p", "hint", props.t(about)),
        parts::tag(
            "ul",
            "tasks",
            html! {
                for section in here {
                    { parts::keyed("li", "", section, task(props, section)) }
                }
            }
        ),
    ]
}

fn task(props: &Props, position: usize) -> Html {
    let (pack, assessment) = (&props.state.pack, &props.state.assessment);
    let Some(section) = pack.sections.get(position) else { return html! { <span /> } };
    let asked = props.state.asked_in(position);
    let tally = Tally::of(pack, assessment, asked.iter().copied());
    let unanswered = |item: &&usize| {
        assessment.item_status(**item) == crate::model::assessment::ItemStatus::Unanswered
    };
    let first = asked.iter().find(unanswered).or(asked.first()).copied().unwrap_or_default();
    let state = match (tally.answered(), tally.unanswered()) {
        (_, 0) => "task.done",
        (0, _) => "task.not_begun",
        _ => "task.begun",
    };
    let words = children![
        parts::tag(
            "span",
            "name",
            children![
                parts::tag("span", "id", AttrValue::from(section.id.clone())),
                " ",
                AttrValue::from(section.name.clone()),
            ]
        ),
        " ",
        parts::tag(
            "span",
            "count",
            props.fill("task.count", &[("n", &tally.answered()), ("total", &tally.total)],)
        ),
        " ",
        // Its column stays, so that the others stand below each other.
        parts::tag(
            "span",
            "time",
            parts::when(tally.unanswered() > 0, || props.time_left(section.items.clone()).into()),
        ),
        " ",
        parts::tag(
            "span",
            if tally.unanswered() == 0 { "state done" } else { "state" },
            props.t(state),
        ),
    ];
    let go = Action::Go(Route::Question { item: first, from: Origin::Sections });
    Button::new("task").draw(props, go, words)
}
