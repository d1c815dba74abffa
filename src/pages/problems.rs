//! A list of what is wrong with a file, each with its place.

use crate::i18n::text::Text;
use crate::model::pack::Problem;
use crate::view::parts;
use crate::view::parts::children;
use yew::prelude::*;

/// Stands instead of the questionnaire when its pack cannot be used.
pub(super) fn view(text: &Text, problems: &[Problem]) -> Html {
    parts::tag(
        "div",
        "widget",
        children![
            html! {
                <h2 tabindex="-1" data-focus="">
                    { AttrValue::from(text.get("pack.title")) }
                </h2>
            },
            parts::tag(
                "p",
                "",
                AttrValue::from(text.count("pack.problems", problems.len() as u32, &[]))
            ),
            problem_list(text, problems),
        ],
    )
}

/// More problems than this are counted, not listed.
const MOST_LISTED: usize = 200;

/// Problems as a list: the place, then what is wrong there.
pub(super) fn problem_list(text: &Text, problems: &[Problem]) -> Html {
    let more = problems.len().saturating_sub(MOST_LISTED) as u32;
    children![
        parts::tag(
            "ul",
            "problems",
            html! {
                for (n, problem) in problems.iter().take(MOST_LISTED).enumerate() {
                    { parts::keyed("li", "", n, children![
                        if !problem.at.is_empty() {
                            parts::tag("code", "", problem.at.clone())
                        } else {
                            html! {}
                        },
                        " ",
                        AttrValue::from(text.problem(problem)),
                    ]) }
                }
            }
        ),
        if more > 0 {
            parts::tag("p", "", AttrValue::from(text.count("list.more", more, &[])))
        } else {
            html! {}
        },
    ]
}
