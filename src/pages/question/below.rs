//! What is in the parts of a question that open: check list, note, evidence, owner and date, what
//! good looks like, words explained. What explains it further is in `explained`.

use super::card::Disclosure;
use super::explained;
use crate::app::{Action, AnswerEdit};
use crate::model::assessment::{suggested_level, Answer, DoneBy, Evidence, Level, Response};
use crate::model::pack::{Check, Document, Every, Item, ItemIx, Kind, Metric, Obligation};
use crate::model::sorted::Set;
use crate::view::button::Button;
use crate::view::controls::{Choice, Field, Select, SelectOption};
use crate::view::date::DayField;
use crate::view::parts::children;
use crate::view::{parts, people, templates, Props};
use std::rc::Rc;
use yew::prelude::*;

/// What is in a part of this question.
pub(in crate::pages) fn view(props: &Props, disclosure: Disclosure, index: ItemIx) -> Html {
    let Some(item) = props.item(index) else { return html! {} };
    let answer = props.state.assessment.get(index).cloned().unwrap_or_default();
    match disclosure {
        Disclosure::Checks => {
            check_list(props, index, item, &answer.checks, answer.response.as_ref())
        }
        Disclosure::Note => note(props, index, &answer),
        Disclosure::Evidence => evidence(props, index, &answer),
        Disclosure::OwnerAndDate => owner_and_date(props, index, item, &answer),
        Disclosure::Guidance => guidance(props, index, item),
        Disclosure::Words => words(props, item),
        Disclosure::Explained => explained::view(props, index, item),
        Disclosure::Why => html! {},
    }
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
        children![
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
                let field = DayField::new(format!("q{index}-dated{n}"), piece.date);
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

fn owner_and_date(props: &Props, index: ItemIx, item: &Item, answer: &Answer) -> Html {
    let (owner, due) = (format!("q{index}-owner"), format!("q{index}-due"));
    let people = format!("q{index}-people");
    parts::tag(
        "div",
        "pair",
        children![
            Field { list: Some(people.clone()), ..Field::text(owner, &answer.owner) }.labelled(
                props,
                props.t("owner.label"),
                Action::Answer(index, AnswerEdit::Owner("".into())),
            ),
            people::list(props, people),
            DayField::new(due, answer.due).labelled(
                props,
                props.t("due.label"),
                Action::Answer(index, AnswerEdit::Due(None)),
            ),
            parts::when(item.kind == Kind::Control, || done_by(props, index, answer.done_by)),
        ],
    )
}

/// A supplier may do it; the control applies all the same.
fn done_by(props: &Props, index: ItemIx, said: Option<DoneBy>) -> Html {
    let all = [
        (None, "done_by.not_said"),
        (Some(DoneBy::Us), "done_by.us"),
        (Some(DoneBy::Shared), "done_by.shared"),
        (Some(DoneBy::Supplier), "done_by.supplier"),
    ];
    let options = all.map(|(who, key)| SelectOption {
        value: who.map_or("", DoneBy::id).into(),
        words: props.t(key),
        chosen: said == who,
        action: Some(Action::Answer(index, AnswerEdit::DoneBy(who))),
    });
    let select = Select { id: format!("q{index}-done-by"), ..Select::default() };
    select.labelled(props, props.t("done_by.label"), options.into())
}

/// That the levels were reworded since the question was answered.
pub(in crate::pages) fn outdated(props: &Props, index: ItemIx) -> Html {
    let confirm = Action::Answer(index, AnswerEdit::Confirm).then_focus(format!("q{index}-title"));
    parts::tag(
        "div",
        "outdated",
        children![
            parts::tag("p", "", props.t("outdated.text")),
            props.button("outdated.confirm", "quiet", confirm),
        ],
    )
}

fn guidance(props: &Props, index: ItemIx, item: &Item) -> Html {
    let pack = &props.state.pack;
    let lists = [
        ("guidance.steps", &item.guidance),
        ("guidance.larger", &item.larger),
        ("guidance.evidence", &item.evidence),
    ];
    let documents = pack.documents.iter().filter(|document| document.items.contains(&index));
    // Two documents may begin with one text.
    let mut texts: Vec<Rc<str>> = Vec::new();
    for text in documents.clone().flat_map(|document| &document.templates) {
        if !texts.contains(text) {
            texts.push(text.clone());
        }
    }
    let metrics = pack.metrics.iter().filter(|metric| metric.items.contains(&index));
    children![
        parts::when(!item.small.is_empty(), || children![
            parts::tag("h4", "", props.t("guidance.small")),
            parts::tag("p", "", AttrValue::from(item.small.clone())),
        ]),
        html! {
            for (key, list) in lists {
                <div {key} hidden={list.is_empty()}>
                    { children![parts::tag("h4", "", props.t(key)), points(list)] }
                </div>
            }
        },
        html! {
            for document in documents {
                { parts::keyed("div", "", &*document.id, asked_for(props, document)) }
            }
        },
        templates::offered(props, &texts),
        html! {
            for metric in metrics {
                { parts::keyed("div", "", &*metric.id, measured(props, metric)) }
            }
        },
    ]
}

/// A document that the item asks for.
fn asked_for(props: &Props, document: &Document) -> Html {
    let key = match document.obligation {
        Obligation::Mandatory => "guidance.document",
        Obligation::IfApplicable => "guidance.document_if",
        Obligation::Expected => "guidance.document_expected",
    };
    let words = props.fill(key, &[("name", &document.name), ("place", &document.place)]);
    children![
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
    children![
        parts::tag("h4", "", props.fill("guidance.metric", &[("name", &metric.name)])),
        parts::tag("p", "", AttrValue::from(metric.measures.clone())),
        parts::tag(
            "p",
            "",
            props.fill(key, &[("formula", formula), ("target", target), ("unit", unit)])
        ),
    ]
}

pub(super) fn points(list: &[Rc<str>]) -> Html {
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

fn check_list(
    props: &Props,
    index: ItemIx,
    item: &Item,
    ticked: &Set,
    response: Option<&Response>,
) -> Html {
    let rule = &props.state.pack.level_rule;
    let suggested = suggested_level(item, ticked);
    let name = |level: Level| &props.state.pack.level_names[usize::from(level.number())];
    let news = suggested.filter(|level| response != Some(&Response::Level(*level)));
    children![
        parts::when(!rule.is_empty(), || parts::tag("p", "hint", AttrValue::from(rule.clone()))),
        html! {
            for check in item.checks.iter() {
                { parts::keyed("div", "", &*check.id, tick(props, index, check, ticked)) }
            }
        },
        html! {
            <p class="suggestion" role="status">
                { match suggested {
                    Some(level) => props.fill("checks.suggest", &[("level", name(level))]),
                    None if ticked.is_empty() => "".into(),
                    None => props.t("checks.none"),
                } }
            </p>
        },
        news.map_or_else(
            || html! {},
            |level| {
                let words = props.fill("checks.take", &[("level", name(level))]);
                let take = AnswerEdit::Respond(Some(Response::Level(level)));
                let take = Action::Answer(index, take);
                parts::tag("p", "actions", Button::new("quiet").draw(props, take, words))
            }
        ),
    ]
}

fn tick(props: &Props, index: ItemIx, check: &Check, ticked: &Set) -> Html {
    let tick = Action::Answer(index, AnswerEdit::Check(check.id.clone(), false));
    let choice = Choice::tick(ticked.contains(&check.id), false);
    let level = &props.state.pack.level_names[usize::from(check.level)];
    let words = children![
        AttrValue::from(check.text.clone()),
        " ",
        parts::tag("span", "level", AttrValue::from(level.clone())),
    ];
    choice.draw(props, "option", parts::tag("span", "words", words), tick)
}

/// The terms that the question uses.
fn words(props: &Props, item: &Item) -> Html {
    let terms = props.state.pack.terms(item, |text| props.text.lower(text));
    parts::tag(
        "dl",
        "terms",
        html! {
            for term in terms {
                { parts::keyed("div", "", &*term.id, children![
                    parts::tag("dt", "", AttrValue::from(term.term.clone())),
                    parts::tag("dd", "", AttrValue::from(term.text.clone())),
                ]) }
            }
        },
    )
}
