//! One control of the statement: a line that opens to what is decided about it.

use super::fields::{applicable, day, done_by, field, inclusion, owner, status, tick, Target};
use super::theme::ADD;
use crate::app::{Action, AnswerEdit, OwnControlEdit, PageEdit, SoaRowId};
use crate::model::assessment::{Answer, Inclusion, Level, Response};
use crate::model::pack::ItemIx;
use crate::pages::later::{later, Later};
use crate::pages::report::PageContext;
use crate::rules::soa::{derived, Applicability, SoaRow};
use crate::view::controls::{Field, Select, SelectOption};
use crate::view::date::DayField;
use crate::view::parts::{children, tag};
use std::rc::Rc;
use yew::prelude::*;

/// A row with what was entered for it.
pub(super) struct Entry<'a> {
    pub row: SoaRowId,
    pub soa: &'a SoaRow,
    pub answer: Rc<Answer>,
    /// It is to be changed together with others.
    pub marked: bool,
}

impl Entry<'_> {
    pub fn new<'a>(ctx: &PageContext, row: SoaRowId, soa: &'a SoaRow) -> Entry<'a> {
        let assessment = &ctx.state.assessment;
        let answer = match row {
            SoaRowId::Item(item) => assessment.get(item).cloned(),
            SoaRowId::Own(n) => assessment.own_controls.get(n).map(|own| own.answer.clone()),
        };
        let marked = ctx.state.page.marked.contains(&row);
        Entry { row, soa, answer: answer.unwrap_or_default(), marked }
    }

    /// Whether it is said to be applicable, if that is said.
    pub fn chosen(&self) -> Option<bool> {
        match (&self.answer.response, &self.soa.applicability) {
            (Some(Response::NotApplicable { .. }), _) => Some(false),
            (_, Applicability::Yes) => Some(true),
            _ => None,
        }
    }

    /// Whether it can be left undecided: a level and a reason for inclusion decide, and nobody adds
    /// an own control for nothing.
    pub fn may_be_open(&self) -> bool {
        let level = matches!(self.answer.response, Some(Response::Level(_)));
        !level && self.answer.inclusion.is_empty() && self.soa.item.is_some()
    }

    fn of(&self) -> Target {
        Target::Row(self.row)
    }

    fn id(&self, part: &str) -> String {
        self.of().id(part)
    }
}

/// A control as an entry of the list: a line that opens. It stays open while it is edited; that of
/// a new control is open from the beginning, because its name is typed next.
pub(super) fn view(ctx: &PageContext, entry: &Entry) -> Html {
    let class = if entry.marked { "control marked" } else { "control" };
    let open = matches!(entry.row, SoaRowId::Own(n) if ctx.state.page.added == Some(n));
    html! {
        <li key={entry.row.word()}>
            <div {class} role="group" aria-labelledby={entry.id("title")}>
                if ctx.state.may_edit() {
                    { mark(ctx, entry) }
                }
                <details {open}>
                    <summary>{ summary(ctx, entry) }</summary>
                    { decision(ctx, entry) }
                </details>
            </div>
        </li>
    }
}

/// The line: its name, whether it applies, how far it is in place, who looks after it, and what the
/// row lacks.
fn summary(ctx: &PageContext, entry: &Entry) -> Html {
    let soa = entry.soa;
    let name: AttrValue = match soa.name.trim() {
        "" => ctx.t("soa.unnamed"),
        _ => soa.name.clone().into(),
    };
    let applies = match soa.applicability {
        Applicability::Yes => ctx.t("soa.applies"),
        Applicability::No { .. } => ctx.t("statement.counts.excluded"),
        Applicability::Undecided { .. } => ctx.t("statement.applicable.undecided"),
    };
    let said = match (soa.contradicts, soa.is_complete()) {
        (true, _) => tag("span", "conflict", ctx.t("soa.contradicts")),
        (_, true) => tag("span", "complete", ctx.t("soa.complete")),
        _ => tag("span", "missing", AttrValue::from(ctx.words().required(soa))),
    };
    let words = |words: Rc<str>| AttrValue::from(words);
    html! {
        <>
            <span class="name" id={entry.id("title")}>
                <span class="id">{ soa.id.clone() }</span>{ " " }{ name }
            </span>
            { children![
                " ",
                tag("span", "applies", applies),
                " ",
                tag("span", "state", words(ctx.words().status(soa))),
                " ",
                tag("span", "owner", words(soa.owner.clone())),
                " ",
                said,
            ] }
        </>
    }
}

/// What is decided. The choice whether it applies keeps its place, and with it the focus, whatever
/// comes and goes below it.
fn decision(ctx: &PageContext, entry: &Entry) -> Html {
    let (chosen, of) = (entry.chosen(), entry.of());
    let legend = ctx.fill("soa.inclusion", &[("id", &entry.soa.id)]);
    let by_answer = ctx.words().implementation(derived(&entry.answer));
    let by_answer = ctx.fill("soa.by_answer", &[("status", &by_answer)]);
    let given = |reason: Inclusion| entry.answer.inclusion.contains(reason.id());
    let open = chosen.is_none() || entry.may_be_open();
    let open = open.then(|| ctx.t("statement.applicable.undecided"));
    html! {
        <div class="decision">
            { named(ctx, entry) }
            { applicable(ctx, of, chosen, open) }
            if chosen == Some(false) {
                <div class="field">{ later(ctx, Later::Reason(entry.row, "s")) }</div>
            }
            if chosen == Some(true) {
                { inclusion(ctx, of, legend, given) }
                { status(ctx, of, entry.answer.implementation, by_answer) }
            }
            { notes(ctx, entry) }
            if chosen == Some(true) {
                { more(ctx, entry) }
            }
            { remove(ctx, entry) }
        </div>
    }
}

fn mark(ctx: &PageContext, entry: &Entry) -> Html {
    let words = ctx.fill("soa.mark", &[("id", &entry.soa.id)]);
    let words = html! { <span class="visually-hidden">{ words }</span> };
    let action = Action::Page(PageEdit::Mark(vec![entry.row], false));
    tick(ctx, words, entry.marked, action)
}

/// What a control of the pack is, with the way to its question; what one's own is called.
fn named(ctx: &PageContext, entry: &Entry) -> Html {
    match entry.row {
        SoaRowId::Item(item) => html! {
            <div class="named">
                <p>{ ctx.t("column.question") }{ ": " }{ ctx.question(item) }</p>
                if !entry.soa.title.is_empty() {
                    <p class="official">
                        { ctx.fill("item.official", &[("title", &entry.soa.title)]) }
                    </p>
                }
            </div>
        },
        SoaRowId::Own(n) => {
            let typed = Field::text(entry.id("name"), &entry.soa.name);
            let action = Action::OwnControl(OwnControlEdit::Name(n, "".into()));
            html! {
                <div class="named">
                    { field(ctx, "column.name", typed, action) }
                    { replaces(ctx, entry, n) }
                </div>
            }
        }
    }
}

/// Which control that is left out an own one stands for.
fn replaces(ctx: &PageContext, entry: &Entry, n: usize) -> Html {
    let pack = &ctx.state.pack;
    let left_out = |item: &ItemIx| {
        let answer = ctx.state.assessment.get(*item);
        let response = answer.and_then(|answer| answer.response.as_ref());
        matches!(response, Some(Response::NotApplicable { .. }))
    };
    let chosen = pack.find(&entry.soa.replaces);
    let option = |id: Rc<str>, words: AttrValue, chosen: bool| SelectOption {
        value: AttrValue::from(id.clone()),
        words,
        chosen,
        action: Some(Action::OwnControl(OwnControlEdit::Replaces(n, id))),
    };
    let items = (0..pack.items.len()).filter(|item| left_out(item) || chosen == Some(*item));
    let items = items.filter_map(|item| {
        let words = ctx.words().item(item);
        Some(option(pack.item(item)?.id.clone(), words.into(), chosen == Some(item)))
    });
    let none = option(Rc::default(), ctx.t("soa.replaces_none"), chosen.is_none());
    let disabled = !ctx.state.may_edit();
    let select = Select { id: entry.id("replaces"), disabled, ..Select::default() };
    select.labelled(ctx, ctx.t("soa.replaces"), [none].into_iter().chain(items).collect())
}

/// What does not fit, and what is missing.
fn notes(ctx: &PageContext, entry: &Entry) -> Html {
    let soa = entry.soa;
    let (required, advised) = (ctx.words().required(soa), ctx.words().advised(soa));
    html! {
        <div class="notes">
            if let (true, Some(Response::Level(level))) = (soa.contradicts, &entry.answer.response) {
                <p class="conflict">{ contradiction(ctx, entry, *level) }</p>
            }
            if required.is_empty() {
                <p class="complete">{ ctx.t("soa.row_complete") }</p>
            } else {
                <p class="missing">{ ctx.fill("soa.row_missing", &[("list", &required)]) }</p>
            }
            if !advised.is_empty() {
                <p class="hint">{ ctx.fill("soa.row_advised", &[("list", &advised)]) }</p>
            }
        </div>
    }
}

fn contradiction(ctx: &PageContext, entry: &Entry, level: Level) -> AttrValue {
    let said = ctx.words().implementation(entry.answer.implementation);
    let name = ctx.level(level);
    ctx.fill("soa.conflict", &[("said", &said), ("n", &level.number()), ("level", &name)])
}

/// What is good practice in a statement.
fn more(ctx: &PageContext, entry: &Entry) -> Html {
    let (soa, of) = (entry.soa, entry.of());
    let how = Field::lines(entry.id("how"), &soa.how, "2");
    let due = DayField::new(entry.id("due"), soa.due);
    html! {
        <div class="pair">
            { field(ctx, "column.how", how, of.enter(AnswerEdit::How("".into()))) }
            { done_by(ctx, of, entry.answer.done_by, ctx.t("done_by.not_said")) }
            { owner(ctx, of, &soa.owner) }
            { evidence(ctx, entry) }
            { day(ctx, "due.label", due, of.enter(AnswerEdit::Due(None))) }
        </div>
    }
}

/// The first piece of evidence by its name; the others stand with the question.
fn evidence(ctx: &PageContext, entry: &Entry) -> Html {
    let pieces = &entry.answer.evidence;
    let first = pieces.first().map(|piece| piece.name.clone()).unwrap_or_default();
    let others = pieces.iter().skip(1).filter(|piece| !piece.is_blank()).count();
    let id = entry.id("evidence");
    let disabled = !ctx.state.may_edit();
    let field = Field { disabled, ..Field::text(id.clone(), &first) };
    html! {
        <div class="field">
            <label for={id}>{ ctx.t("more.evidence") }</label>
            { field.draw(ctx, entry.of().enter(AnswerEdit::EvidenceName(0, "".into()))) }
            if others > 0 {
                <p class="hint">{ ctx.number_of("soa.more_evidence", others) }</p>
            }
        </div>
    }
}

fn remove(ctx: &PageContext, entry: &Entry) -> Html {
    let SoaRowId::Own(n) = entry.row else { return html! {} };
    // The button goes with its row; that which adds one stays.
    let remove = Action::OwnControl(OwnControlEdit::Remove(n)).then_focus(ADD);
    let words = ctx.fill("soa.own_remove", &[("id", &entry.soa.id)]);
    html! {
        if ctx.state.may_edit() {
            <p class="actions">{ ctx.action_button("quiet", words, remove) }</p>
        }
    }
}
