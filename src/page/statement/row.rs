//! One control of the statement: what is decided about it, and what is missing.

use super::fields::{date, field, select, text, text_area, tick, Choice};
use super::theme::ADD;
use crate::answers::{
    reason_problem, Answer, Implementation, Inclusion, Level, ReasonProblem, Response,
};
use crate::node::{el, line, Element};
use crate::page::parts::{button, details};
use crate::page::Sheet;
use crate::soa::{derived, Applicability, SoaRow};
use crate::state::Row;
use std::rc::Rc;

/// A row with what was entered for it.
pub(super) struct Entry<'a> {
    /// Which row it is.
    pub row: Row,
    /// What it states.
    pub soa: &'a SoaRow,
    /// What was entered.
    pub answer: Rc<Answer>,
    /// Whether it is marked to be changed together with others.
    pub marked: bool,
}

impl Entry<'_> {
    pub fn new<'a>(sheet: &Sheet, row: Row, soa: &'a SoaRow) -> Entry<'a> {
        let answer = match row {
            Row::Item(item) => sheet.answers.get(item).cloned(),
            Row::Own(n) => sheet.answers.programme.own.get(n).map(|own| own.answer.clone()),
        };
        let marked = sheet.desk.marked.contains(&row);
        Entry { row, soa, answer: answer.unwrap_or_default(), marked }
    }

    /// What is chosen as applicable: `yes`, `no` or nothing.
    pub fn chosen(&self) -> &'static str {
        match (&self.answer.response, &self.soa.applicability) {
            (Some(Response::NotApplicable { .. }), _) => "no",
            (_, Applicability::Yes) => "yes",
            _ => "",
        }
    }

    /// Whether it can be left undecided: a level and a reason for inclusion decide, and nobody adds
    /// an own control for nothing.
    pub fn may_be_open(&self) -> bool {
        let level = matches!(self.answer.response, Some(Response::Level(_)));
        !level && self.answer.inclusion.is_empty() && self.soa.item.is_some()
    }

    fn id(&self, field: &str) -> String {
        format!("s{}-{field}", self.row.word())
    }

    fn act(&self, field: &str) -> String {
        format!("{field} {}", self.row.word())
    }
}

/// A control as an entry of the list. Each part has a key: those beside it come and go.
pub(super) fn view(sheet: &Sheet, entry: &Entry) -> Element {
    let soa = entry.soa;
    let chosen = entry.chosen();
    let mark = || {
        let words = sheet.fill("soa.mark", &[("id", &soa.id)]);
        let words = line("span", words).class("visually-hidden");
        tick(sheet, words, entry.marked, entry.act("mark")).key("mark")
    };
    let group = el("div")
        .class(if entry.marked { "control marked" } else { "control" })
        .attr("role", "group")
        .attr("aria-labelledby", entry.id("title"))
        .all(sheet.editable.then(mark))
        .with(name(sheet, entry))
        .with(applicable(sheet, entry))
        .all((chosen == "no").then(|| reason(sheet, entry)))
        .all((chosen == "yes").then(|| inclusion(sheet, entry)))
        .all((chosen == "yes").then(|| status(sheet, entry)))
        .with(el("div").class("notes").key("notes").all(notes(sheet, entry)))
        .all((chosen == "yes").then(|| more(sheet, entry)))
        .all(remove(sheet, entry));
    el("li").key(entry.row.word()).with(group)
}

fn name(sheet: &Sheet, entry: &Entry) -> Element {
    let soa = entry.soa;
    let title = el("h3").key("title").attr("id", entry.id("title"));
    let named = el("div").class("named").key("name");
    match entry.row {
        Row::Item(item) => {
            let official = || sheet.fill("item.official", &[("title", &soa.title)]);
            let official = (!soa.title.is_empty())
                .then(|| line("p", official()).class("official").key("official"));
            named.with(title.with(sheet.question(item))).all(official)
        }
        Row::Own(n) => {
            let blank = soa.name.trim().is_empty();
            let name = if blank { sheet.say("soa.unnamed") } else { soa.name.clone() };
            let id = line("span", &soa.id).class("id");
            let typed = text(&soa.name).act(format!("own name {n}"));
            named.with(title.with(id).with(" ").with(name)).with(field(
                sheet,
                "column.name",
                &entry.id("name"),
                typed,
            ))
        }
    }
}

fn applicable(sheet: &Sheet, entry: &Entry) -> Element {
    let chosen = entry.chosen();
    let open = chosen.is_empty() || entry.may_be_open();
    let choices = choices_of_applicable(sheet, chosen, open);
    let control = select(choices, entry.act("applicable"));
    field(sheet, "column.applicable", &entry.id("applicable"), control)
}

/// Yes and no, and undecided where that can be.
pub(super) fn choices_of_applicable(sheet: &Sheet, chosen: &str, open: bool) -> Vec<Choice> {
    let choice = |value: &'static str, key: &str| Choice {
        value: Some(value),
        words: sheet.say(key),
        chosen: chosen == value,
    };
    let undecided = open.then(|| choice("", "statement.applicable.undecided"));
    let said = [choice("yes", "yes"), choice("no", "no")];
    undecided.into_iter().chain(said).collect()
}

fn reason(sheet: &Sheet, entry: &Entry) -> Element {
    let reason = match &entry.answer.response {
        Some(Response::NotApplicable { reason }) => reason.clone(),
        _ => Rc::default(),
    };
    let (hint, error) = (entry.id("hint"), entry.id("error"));
    let problem = reason_problem(&reason);
    let words = problem.map(|problem| {
        sheet.say(match problem {
            ReasonProblem::Empty => "reason.empty",
            ReasonProblem::Short => "reason.short",
            ReasonProblem::SaysNothing => "reason.says_nothing",
        })
    });
    let control = text_area(&reason)
        .act(entry.act("reason"))
        .attr("aria-describedby", format!("{hint} {error}"))
        .attr("aria-invalid", if problem.is_some() { "true" } else { "false" });
    let error =
        el("p").class("error").attr("id", error).attr("role", "status").key("error").all(words);
    field(sheet, "reason.label", &entry.id("reason"), control)
        .with(line("p", sheet.say("reason.hint")).class("hint").attr("id", hint).key("hint"))
        .with(error)
        .key("reason")
}

fn inclusion(sheet: &Sheet, entry: &Entry) -> Element {
    let ticks = Inclusion::ALL.into_iter().map(|reason| {
        let ticked = entry.answer.inclusion.contains(reason.id());
        let act = format!("{} {}", entry.act("inclusion"), reason.id());
        tick(sheet, sheet.words().inclusion_reason(reason), ticked, act)
    });
    let legend = sheet.fill("soa.inclusion", &[("id", &entry.soa.id)]);
    el("fieldset").class("inclusion").key("inclusion").with(line("legend", legend)).all(ticks)
}

fn status(sheet: &Sheet, entry: &Entry) -> Element {
    let follows = derived(&entry.answer);
    let follows = sheet.words().implementation(follows);
    let said = entry.answer.implementation;
    let by_level = sheet.fill("soa.by_answer", &[("status", &follows)]);
    let choices = choices_of_status(sheet, by_level, Some(said));
    let control = select(choices, entry.act("implementation"));
    field(sheet, "column.implementation", &entry.id("status"), control)
}

/// By the answer, and what can be said instead. `said` is `None` where nothing is chosen.
pub(super) fn choices_of_status(
    sheet: &Sheet,
    by_answer: Rc<str>,
    said: Option<Option<Implementation>>,
) -> Vec<Choice> {
    let by_answer = Choice { value: Some(""), words: by_answer, chosen: said == Some(None) };
    let all = Implementation::ALL.into_iter().map(|status| Choice {
        value: Some(status.id()),
        words: sheet.words().implementation(Some(status)),
        chosen: said == Some(Some(status)),
    });
    [by_answer].into_iter().chain(all).collect()
}

/// What does not fit, and what is missing.
fn notes(sheet: &Sheet, entry: &Entry) -> Vec<Element> {
    let soa = entry.soa;
    let (required, advised) = (sheet.words().required(soa), sheet.words().advised(soa));
    let mut notes = Vec::new();
    if let (true, Some(Response::Level(level))) = (soa.contradicts, &entry.answer.response) {
        notes
            .push(line("p", contradiction(sheet, entry, *level)).class("conflict").key("conflict"));
    }
    if required.is_empty() {
        notes.push(line("p", sheet.say("soa.row_complete")).class("complete").key("required"));
    } else {
        let missing = sheet.fill("soa.row_missing", &[("list", &required)]);
        notes.push(line("p", missing).class("missing").key("required"));
    }
    if !advised.is_empty() {
        let missing = sheet.fill("soa.row_advised", &[("list", &advised)]);
        notes.push(line("p", missing).class("hint").key("advised"));
    }
    notes
}

fn contradiction(sheet: &Sheet, entry: &Entry, level: Level) -> Rc<str> {
    let said = sheet.words().implementation(entry.answer.implementation);
    let name = sheet.level(level);
    sheet.fill("soa.conflict", &[("said", &said), ("n", &level.number()), ("level", &name)])
}

/// What is good practice in a statement. It opens and closes by itself.
fn more(sheet: &Sheet, entry: &Entry) -> Element {
    let (soa, answer) = (entry.soa, &entry.answer);
    let first = answer.evidence.first().map(|piece| piece.name.clone()).unwrap_or_default();
    let others = answer.evidence.iter().skip(1).filter(|piece| !piece.is_blank()).count();
    let entered = [
        !soa.how.trim().is_empty(),
        !soa.owner.trim().is_empty(),
        !soa.evidence.is_empty(),
        soa.due.is_some(),
    ];
    let entered = entered.into_iter().filter(|entered| *entered).count();
    let field = |key: &'static str, id: &str, control: Element| {
        field(sheet, key, &entry.id(id), control.act(entry.act(id)))
    };
    let pieces = || line("p", sheet.count("soa.more_evidence", others)).class("hint").key("more");
    details(sheet.fill("soa.more", &[("n", &entered)])).key("details").with(
        el("div")
            .class("pair")
            .with(field("column.how", "how", text_area(&soa.how)))
            .with(field("column.owner", "owner", text(&soa.owner)))
            .with(field("more.evidence", "evidence", text(&first)).all((others > 0).then(pieces)))
            .with(field("due.label", "due", date(soa.due))),
    )
}

fn remove(sheet: &Sheet, entry: &Entry) -> Option<Element> {
    let Row::Own(n) = entry.row else { return None };
    let words = sheet.fill("soa.own_remove", &[("id", &entry.soa.id)]);
    // The button goes with its row; that which adds one stays.
    let remove = button(words, format!("own remove {n} #{ADD}")).class("quiet");
    sheet.editable.then(|| line("p", remove).class("actions").key("remove"))
}
