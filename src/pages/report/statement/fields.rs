//! Fields with their labels: those of the head, and those of one control or of several that are
//! changed together. None can be used where answers cannot be changed.

use super::row::Entry;
use crate::app::{Action, AnswerEdit};
use crate::model::assessment::{DoneBy, Implementation, Inclusion};
use crate::pages::report::PageContext;
use crate::view::controls::{Choice, Field, Select, SelectOption};
use crate::view::date::DayField;
use yew::prelude::*;

/// A field below its label.
pub(super) fn field(ctx: &PageContext, label: &str, field: Field, action: Action) -> Html {
    let disabled = !ctx.state.may_edit();
    Field { disabled, ..field }.labelled(ctx, ctx.t(label), action)
}

/// A field for a day below its label.
pub(super) fn day(ctx: &PageContext, label: &str, field: DayField, action: Action) -> Html {
    let disabled = !ctx.state.may_edit();
    DayField { disabled, ..field }.labelled(ctx, ctx.t(label), action)
}

/// A check box with its words.
pub(super) fn tick(ctx: &PageContext, words: Html, ticked: bool, action: Action) -> Html {
    let words = html! { <span>{ words }</span> };
    Choice::tick(ticked, !ctx.state.may_edit()).draw(ctx, "tick", words, action)
}

/// The same change to all of these rows.
pub(super) fn change(entries: &[&Entry], edit: AnswerEdit) -> Action {
    Action::Rows(entries.iter().map(|entry| (entry.row, edit.clone())).collect())
}

/// What all of them have; `None` where they differ.
pub(super) fn same<T: PartialEq>(entries: &[&Entry], of: impl Fn(&Entry) -> T) -> Option<T> {
    let (first, others) = entries.split_first()?;
    let first = of(first);
    others.iter().all(|entry| of(entry) == first).then_some(first)
}

/// Yes and no, and undecided where that can be.
pub(super) fn applicable(ctx: &PageContext, id: String, entries: &[&Entry]) -> Html {
    let chosen = same(entries, |entry| entry.chosen());
    let open = chosen == Some(None) || entries.iter().all(|entry| entry.may_be_open());
    let all = [
        (None, "", "statement.applicable.undecided"),
        (Some(true), "yes", "yes"),
        (Some(false), "no", "no"),
    ];
    let options = all.into_iter().filter(|(said, ..)| open || said.is_some());
    let options = options.map(|(said, value, words)| SelectOption {
        value: value.into(),
        words: ctx.t(words),
        chosen: chosen == Some(said),
        action: Some(change(entries, AnswerEdit::Applicable(said))),
    });
    select(ctx, "column.applicable", id, chosen.is_none(), options)
}

/// By the answer, and what can be said instead.
pub(super) fn status(
    ctx: &PageContext,
    id: String,
    entries: &[&Entry],
    by_answer: AttrValue,
) -> Html {
    let said = same(entries, |entry| entry.answer.implementation);
    let option = |status: Option<Implementation>, words: AttrValue| SelectOption {
        value: status.map_or("", Implementation::id).into(),
        words,
        chosen: said == Some(status),
        action: Some(change(entries, AnswerEdit::Implementation(status))),
    };
    let stated = Implementation::ALL.into_iter().map(Some);
    let stated = stated.map(|status| option(status, ctx.words().implementation(status).into()));
    let options = [option(None, by_answer)].into_iter().chain(stated);
    select(ctx, "column.implementation", id, said.is_none(), options)
}

/// Who does what the controls ask for.
pub(super) fn done_by(ctx: &PageContext, id: String, entries: &[&Entry]) -> Html {
    let said = same(entries, |entry| entry.answer.done_by);
    let option = |who: Option<DoneBy>, words: AttrValue| SelectOption {
        value: who.map_or("", DoneBy::id).into(),
        words,
        chosen: said == Some(who),
        action: Some(change(entries, AnswerEdit::DoneBy(who))),
    };
    let all = DoneBy::ALL.map(|who| option(Some(who), ctx.words().done_by(Some(who)).into()));
    let options = [option(None, ctx.t("done_by.not_said"))].into_iter().chain(all);
    select(ctx, "done_by.label", id, said.is_none(), options)
}

fn select(
    ctx: &PageContext,
    label: &str,
    id: String,
    differ: bool,
    options: impl Iterator<Item = SelectOption>,
) -> Html {
    // Stands in front where the rows differ; it cannot be chosen.
    let mixed = differ.then(|| SelectOption {
        value: "mixed".into(),
        words: ctx.t("soa.mixed"),
        chosen: true,
        action: None,
    });
    let select = Select { id, disabled: !ctx.state.may_edit(), ..Select::default() };
    select.labelled(ctx, ctx.t(label), mixed.into_iter().chain(options).collect())
}

/// Why they are included. A reason that only some of them have is not ticked, and says how many.
pub(super) fn inclusion(ctx: &PageContext, legend: AttrValue, entries: &[&Entry]) -> Html {
    let reason = |reason: Inclusion| {
        let with = entries.iter().filter(|entry| entry.answer.inclusion.contains(reason.id()));
        let (n, total) = (with.count(), entries.len());
        let name = ctx.words().inclusion_reason(reason);
        let words = match n == 0 || n == total {
            true => name.into(),
            false => ctx.fill("soa.some", &[("name", &name), ("n", &n), ("total", &total)]),
        };
        let edit = AnswerEdit::Inclusion(reason, false);
        tick(ctx, words.into(), n == total, change(entries, edit))
    };
    let [risk, law, contract, practice] = Inclusion::ALL.map(reason);
    html! {
        <fieldset class="inclusion">
            <legend>{ legend }</legend>
            { risk }
            { law }
            { contract }
            { practice }
        </fieldset>
    }
}
