//! Fields with their labels: those of the head, and those of one control or of all marked ones.
//! None can be used where answers cannot be changed.

use crate::app::{Action, AnswerEdit, PageEdit, SoaRowId};
use crate::model::assessment::{DoneBy, Implementation, Inclusion};
use crate::pages::report::PageContext;
use crate::view::controls::{Choice, Field, Select, SelectOption};
use crate::view::date::DayField;
use std::rc::Rc;
use yew::prelude::*;

/// What a field is about.
#[derive(Clone, Copy)]
pub(super) enum Target {
    /// A row: it changes at once.
    Row(SoaRowId),
    /// All marked rows: what is entered waits until it is applied.
    Marked,
}

impl Target {
    /// What using a field asks for.
    pub fn enter(self, edit: AnswerEdit) -> Action {
        match self {
            Target::Row(row) => Action::Rows(vec![(row, edit)]),
            Target::Marked => Action::Page(PageEdit::Draft(edit)),
        }
    }

    /// The identifier of a part of it.
    pub fn id(self, part: &str) -> String {
        match self {
            Target::Row(row) => format!("s{}-{part}", row.word()),
            Target::Marked => format!("bulk-{part}"),
        }
    }
}

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

/// Whether it applies. `open` says that nothing is decided, where that can be chosen.
pub(super) fn applicable(
    ctx: &PageContext,
    of: Target,
    said: Option<bool>,
    open: Option<AttrValue>,
) -> Html {
    let option = |chosen: Option<bool>, value: &'static str, words: AttrValue| SelectOption {
        value: value.into(),
        words,
        chosen: said == chosen,
        action: Some(of.enter(AnswerEdit::Applicable(chosen))),
    };
    let open = open.map(|words| option(None, "", words));
    let decided = [option(Some(true), "yes", ctx.t("yes")), option(Some(false), "no", ctx.t("no"))];
    select(ctx, "column.applicable", of.id("applicable"), open.into_iter().chain(decided))
}

/// How far it is in place, or what holds where nothing is said of it.
pub(super) fn status(
    ctx: &PageContext,
    of: Target,
    said: Option<Implementation>,
    unsaid: AttrValue,
) -> Html {
    let option = |status: Option<Implementation>, words: AttrValue| SelectOption {
        value: status.map_or("", Implementation::id).into(),
        words,
        chosen: said == status,
        action: Some(of.enter(AnswerEdit::Implementation(status))),
    };
    let stated = Implementation::ALL.into_iter().map(Some);
    let stated = stated.map(|status| option(status, ctx.words().implementation(status).into()));
    let options = [option(None, unsaid)].into_iter().chain(stated);
    select(ctx, "column.implementation", of.id("status"), options)
}

/// Who does what it asks for.
pub(super) fn done_by(
    ctx: &PageContext,
    of: Target,
    said: Option<DoneBy>,
    unsaid: AttrValue,
) -> Html {
    let option = |who: Option<DoneBy>, words: AttrValue| SelectOption {
        value: who.map_or("", DoneBy::id).into(),
        words,
        chosen: said == who,
        action: Some(of.enter(AnswerEdit::DoneBy(who))),
    };
    let all = DoneBy::ALL.map(|who| option(Some(who), ctx.words().done_by(Some(who)).into()));
    select(ctx, "done_by.label", of.id("done-by"), [option(None, unsaid)].into_iter().chain(all))
}

fn select(
    ctx: &PageContext,
    label: &str,
    id: String,
    options: impl Iterator<Item = SelectOption>,
) -> Html {
    let select = Select { id, disabled: !ctx.state.may_edit(), ..Select::default() };
    select.labelled(ctx, ctx.t(label), options.collect())
}

/// Why it is included.
pub(super) fn inclusion(
    ctx: &PageContext,
    of: Target,
    legend: AttrValue,
    is_given: impl Fn(Inclusion) -> bool,
) -> Html {
    let reason = |reason: Inclusion| {
        let words: AttrValue = ctx.words().inclusion_reason(reason).into();
        tick(ctx, words.into(), is_given(reason), of.enter(AnswerEdit::Inclusion(reason, false)))
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

/// Who looks after it; people who look after something already are offered.
pub(super) fn owner(ctx: &PageContext, of: Target, owner: &Rc<str>) -> Html {
    let list = Some("people".into());
    let typed = Field { list, ..Field::text(of.id("owner"), owner) };
    field(ctx, "column.owner", typed, of.enter(AnswerEdit::Owner("".into())))
}
