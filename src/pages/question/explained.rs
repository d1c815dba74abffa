//! What explains a question further: an example, common mistakes, what an auditor may ask, who
//! usually knows, what shows level 3, related questions. It is fetched when it is first opened.

use super::below::points;
use crate::app::{Action, Explained, Origin, Route};
use crate::model::assessment::Level;
use crate::model::pack::{Explanation, Item, ItemIx};
use crate::view::parts::children;
use crate::view::{parts, templates, Props};
use std::rc::Rc;
use yew::prelude::*;

pub(super) fn view(props: &Props, index: ItemIx, item: &Item) -> Html {
    let id = format!("q{index}-explained");
    let (status, said) = match &props.state.explained {
        Explained::Here(all) => match all.get(&item.id, &props.state.pack) {
            Some(explanation) => (html! {}, said(props, &explanation)),
            None => (props.t("explained.nothing").into(), html! {}),
        },
        Explained::Failed => {
            let again = Action::Explain.then_focus(&*id);
            let again = props.button("explained.again", "quiet", again);
            (props.t("explained.failed").into(), parts::tag("p", "actions", again))
        }
        Explained::NotAsked | Explained::Coming => (props.t("explained.loading").into(), html! {}),
    };
    // It stays while its words change, so that they are heard, and takes the focus of the button.
    html! {
        <>
            <p {id} class="hint status" role="status" tabindex="-1">{ status }</p>
            { said }
        </>
    }
}

fn said(props: &Props, explanation: &Explanation) -> Html {
    let Explanation { example, mistakes, asked, who, related, shows, templates } = explanation;
    let operating = &props.state.pack.level_names[usize::from(Level::OPERATING.number())];
    let from = match props.state.route {
        Route::Question { from, .. } => from,
        _ => Origin::Sections,
    };
    children![
        passage(props.t("explained.example"), example),
        list(props.t("explained.mistakes"), mistakes),
        list(props.t("explained.asked"), asked),
        passage(props.t("explained.who"), who),
        passage(props.fill("explained.shows", &[("level", operating)]), shows),
        templates::offered(props, templates),
        parts::when(!related.is_empty(), || children![
            parts::tag("h4", "", props.t("explained.related")),
            parts::tag(
                "ul",
                "hits",
                html! {
                    for item in related {
                        { parts::keyed("li", "", *item, props.question_link(*item, from)) }
                    }
                }
            ),
        ]),
    ]
}

fn passage(heading: AttrValue, words: &Rc<str>) -> Html {
    parts::when(!words.is_empty(), || {
        children![
            parts::tag("h4", "", heading),
            parts::tag("p", "", AttrValue::from(words.clone())),
        ]
    })
}

fn list(heading: AttrValue, words: &[Rc<str>]) -> Html {
    parts::when(!words.is_empty(), || children![parts::tag("h4", "", heading), points(words)])
}
