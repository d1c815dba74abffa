//! What can be added to an answer, and what good looks like.

use super::card::{Card, Part};
use crate::app::{Action, AnswerEdit};
use crate::model::assessment::{Answer, Evidence};
use crate::model::pack::{Document, Every, Item, ItemIx, Metric};
use crate::view::button::Button;
use crate::view::controls::{Choice, Field};
use crate::view::parts::all;
use crate::view::{parts, Props};
use std::rc::Rc;
use yew::prelude::*;

/// Note, evidence, owner and date, flag, and guidance where the pack has any.
#[inline(never)]
pub(super) fn details(card: &Card, props: &Props, index: ItemIx, item: &Item) -> Html {
    let answer = props.state.answers.get(index).cloned().unwrap_or_default();
    let disabled = !props.state.may_edit();
    let has_owner = !answer.owner.is_empty() || answer.due.is_some();
    parts::tag(
        "div",
        "more",
        all![
            card.part(props, Part::Note, "more.note", !answer.note.is_empty(), &|| {
                note(props, index, &answer)
            }),
            card.part(props, Part::Evidence, "more.evidence", !answer.evidence.is_empty(), &|| {
                evidence(props, index, &answer)
            }),
            card.part(props, Part::OwnerAndDate, "more.owner_date", has_owner, &|| {
                owner_and_date(props, index, &answer)
            }),
            parts::when(has_guidance(props, index, item), || {
                card.part(props, Part::Guidance, "more.guidance", false, &|| {
                    guidance(props, index, item)
                })
            }),
            parts::keyed("div", "", "flag", flag(props, index, answer.flagged, disabled)),
        ],
    )
}

fn note(props: &Props, index: ItemIx, answer: &Answer) -> Html {
    let field = Field::lines(format!("q{index}-note"), &answer.note, "3");
    let edit = AnswerEdit::Note("".into());
    field.labelled(props, props.t("note.label"), Action::Answer(index, edit))
}

/// The pieces that there are and an empty one to add to.
fn evidence(props: &Props, index: ItemIx, answer: &Answer) -> Html {
    let empty = Evidence::default();
    let pieces = answer.evidence.iter().chain([&empty]).enumerate();
    parts::tag(
        "ul",
        "evidence",
        html! {
            for (n, piece) in pieces {
                { parts::keyed("li", "", n, piece_of_evidence(props, index, n, piece, n < answer.evidence.len())) }
            }
        },
    )
}

fn piece_of_evidence(
    props: &Props,
    index: ItemIx,
    n: usize,
    piece: &Evidence,
    exists: bool,
) -> Html {
    let (name, place) = (format!("q{index}-evidence{n}"), format!("q{index}-place{n}"));
    let edit = |edit: AnswerEdit| Action::Answer(index, edit);
    parts::tag(
        "div",
        "pair",
        all![
            Field::text(name, &piece.name).labelled(
                props,
                props.t("evidence.name"),
                edit(AnswerEdit::EvidenceName(n, "".into())),
            ),
            Field::text(place, &piece.place).labelled(
                props,
                props.t("evidence.place"),
                edit(AnswerEdit::EvidencePlace(n, "".into())),
            ),
            parts::when(exists, || {
                let field = Field::date(format!("q{index}-dated{n}"), piece.date);
                let set = edit(AnswerEdit::EvidenceDate(n, None));
                field.labelled(props, props.t("evidence.date"), set)
            }),
            parts::tag(
                "div",
                "",
                parts::when(exists, || {
                    let label = props.fill("evidence.remove_named", &[("name", &piece.name)]);
                    let button = Button { label: Some(label), ..Button::new("quiet") };
                    let remove = Action::Answer(index, AnswerEdit::RemoveEvidence(n));
                    // The next piece takes the place of the one that goes.
                    let remove = remove.then_focus(format!("q{index}-evidence{n}"));
                    button.draw(props, remove, props.t("evidence.remove"))
                })
            ),
        ],
    )
}

fn owner_and_date(props: &Props, index: ItemIx, answer: &Answer) -> Html {
    let (owner, due) = (format!("q{index}-owner"), format!("q{index}-due"));
    parts::tag(
        "div",
        "pair",
        all![
            Field::text(owner, &answer.owner).labelled(
                props,
                props.t("owner.label"),
                Action::Answer(index, AnswerEdit::Owner("".into())),
            ),
            Field::date(due, answer.due).labelled(
                props,
                props.t("due.label"),
                Action::Answer(index, AnswerEdit::Due(None)),
            ),
        ],
    )
}

fn flag(props: &Props, index: ItemIx, checked: bool, disabled: bool) -> Html {
    let words = parts::tag("span", "", props.t("more.flag"));
    let flag = Action::Answer(index, AnswerEdit::Flag(false));
    Choice::tick(checked, disabled).draw(props, "option flag", words, flag)
}

/// Whether the pack says anything of what good looks like; a document alone is something.
fn has_guidance(props: &Props, index: ItemIx, item: &Item) -> bool {
    let pack = &props.state.pack;
    !(item.small.is_empty()
        && item.guidance.is_empty()
        && item.larger.is_empty()
        && item.evidence.is_empty())
        || pack.documents.iter().any(|document| document.items.contains(&index))
        || pack.metrics.iter().any(|metric| metric.items.contains(&index))
}

fn guidance(props: &Props, index: ItemIx, item: &Item) -> Html {
    let pack = &props.state.pack;
    let lists = [
        ("guidance.steps", &item.guidance),
        ("guidance.larger", &item.larger),
        ("guidance.evidence", &item.evidence),
    ];
    let documents = pack.documents.iter().filter(|document| document.items.contains(&index));
    let metrics = pack.metrics.iter().filter(|metric| metric.items.contains(&index));
    all![
        parts::when(!item.small.is_empty(), || all![
            parts::tag("h4", "", props.t("guidance.small")),
            parts::tag("p", "", AttrValue::from(item.small.clone())),
        ]),
        html! {
            for (key, list) in lists {
                <div {key} hidden={list.is_empty()}>
                    { all![parts::tag("h4", "", props.t(key)), points(list)] }
                </div>
            }
        },
        html! {
            for document in documents {
                { parts::keyed("div", "", &*document.id, asked_for(props, document)) }
            }
        },
        html! {
            for metric in metrics {
                { parts::keyed("div", "", &*metric.id, measured(props, metric)) }
            }
        },
    ]
}

/// A document that the item asks for.
fn asked_for(props: &Props, document: &Document) -> Html {
    let key = match document.mandatory {
        true => "guidance.document",
        false => "guidance.document_if",
    };
    let words = props.fill(key, &[("name", &document.name), ("place", &document.place)]);
    all![
        parts::tag("h4", "", words),
        parts::when(!document.about.is_empty(), || {
            parts::tag("p", "", AttrValue::from(document.about.clone()))
        }),
        parts::when(!document.contains.is_empty(), || points(&document.contains)),
    ]
}

/// What can be measured to see whether it works.
fn measured(props: &Props, metric: &Metric) -> Html {
    let key = match metric.every {
        Every::Month => "metric.month",
        Every::Quarter => "metric.quarter",
        Every::HalfYear => "metric.half_year",
        Every::Year => "metric.year",
    };
    let Metric { formula, target, unit, .. } = metric;
    all![
        parts::tag("h4", "", props.fill("guidance.metric", &[("name", &metric.name)])),
        parts::tag("p", "", AttrValue::from(metric.measures.clone())),
        parts::tag(
            "p",
            "",
            props.fill(key, &[("formula", formula), ("target", target), ("unit", unit)])
        ),
    ]
}

fn points(list: &[Rc<str>]) -> Html {
    parts::tag(
        "ul",
        "",
        html! {
            for (n, line) in list.iter().enumerate() {
                { parts::keyed("li", "", n, AttrValue::from(line.clone())) }
            }
        },
    )
}
