//! What the controls of the pages ask for, in words: `pace`, `owner 3`, `own remove 2 #soa-add`.
//! What is typed, chosen or ticked is apart from them.

use plumbline::app::{
    Action, AnswerEdit, Download, FilePurpose, MilestoneEdit, OrganisationEdit, Origin,
    OwnControlEdit, PageEdit, PlanEdit, PlanGroup, PlanShow, PlanView, Route, SoaHeaderEdit,
    SoaRowId, State,
};
use plumbline::export::{Export, Separator, TemplateFormat};
use plumbline::model::assessment::{DoneBy, Implementation, Inclusion, Level, Mode, Response};
use plumbline::model::date::Date;
use plumbline::model::pack::Pack;
use std::rc::Rc;

/// What a control holds when it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputValue {
    /// A button holds nothing.
    Nothing,
    /// What was typed or chosen.
    Text(Rc<str>),
    /// Whether it is ticked.
    Tick(bool),
}

impl InputValue {
    fn text(&self) -> Rc<str> {
        match self {
            InputValue::Text(text) => text.clone(),
            _ => "".into(),
        }
    }

    fn ticked(&self) -> bool {
        matches!(self, InputValue::Tick(true))
    }

    fn date(&self) -> Option<Date> {
        Date::parse(&self.text())
    }
}

/// The action of these words.
pub fn parse(state: &State, words: &str, entered: &InputValue) -> Option<Action> {
    if let Some((words, focus)) = words.split_once(" #") {
        return Some(parse(state, words, entered)?.then_focus(focus));
    }
    let (verb, rest) = words.split_once(' ').unwrap_or((words, ""));
    let (first, second) = rest.split_once(' ').unwrap_or((rest, ""));
    let item = || first.parse().ok().filter(|item| state.pack.item(*item).is_some());
    let number = || second.parse().ok();
    Some(match (verb, first) {
        ("go", address) => Action::Go(Route::parse(address, &state.pack)?),
        ("item", _) => {
            let from = match second {
                "check" => Origin::Check,
                "way" => Origin::Way,
                "search" => Origin::Search,
                _ => Origin::Result,
            };
            Action::Go(Route::Question { item: item()?, from })
        }
        ("file", id) => {
            let known = Export::ALL.into_iter().find(|known| export_word(*known) == id);
            Action::Download(Download::Export(known?))
        }
        ("text", file) => {
            let format = match second {
                "html" => TemplateFormat::Html,
                _ => TemplateFormat::Markdown,
            };
            Action::Download(Download::Template(file.into(), format))
        }
        ("explain", _) => Action::Explain,
        ("save", _) => Action::Download(Download::SaveFile),
        ("separator", _) => Action::Separator(
            Separator::ALL.into_iter().find(|known| known.id() == &*entered.text())?,
        ),
        ("print", _) => Action::Print,
        ("full", _) => Action::Mode(Mode::Full),
        ("organisation", _) => Action::Organisation(OrganisationEdit::Name(entered.text())),
        ("scope", _) => Action::Organisation(OrganisationEdit::Scope(entered.text())),
        ("version", _) => Action::SoaHeader(SoaHeaderEdit::Version(entered.text())),
        ("approver", _) => Action::SoaHeader(SoaHeaderEdit::Approver(entered.text())),
        ("approved", _) => Action::SoaHeader(SoaHeaderEdit::Approved(entered.date())),
        ("start", _) => Action::Plan(PlanEdit::Start(entered.date())),
        ("pace", _) => Action::Plan(PlanEdit::Pace(entered.text().parse().ok())),
        ("own", "add") => Action::OwnControl(OwnControlEdit::Add),
        ("own", "remove") => Action::OwnControl(OwnControlEdit::Remove(number()?)),
        ("own", "name") => Action::OwnControl(OwnControlEdit::Name(number()?, entered.text())),
        ("milestone", "add") => Action::Milestone(MilestoneEdit::Add),
        ("milestone", "remove") => Action::Milestone(MilestoneEdit::Remove(number()?)),
        ("milestone", "name") => Action::Milestone(MilestoneEdit::Name(number()?, entered.text())),
        ("milestone", "new") => Action::Page(PageEdit::MilestoneName(entered.text())),
        ("other", "pick") => Action::PickFile(FilePurpose::Compare),
        ("other", "close") => Action::Page(PageEdit::CloseComparison),
        ("try", _) => Action::Page(PageEdit::Try(vec![item()?], level(&entered.text()))),
        ("try-all", to) => {
            let items = second.split(' ').map(|item| item.parse().ok());
            Action::Page(PageEdit::Try(items.collect::<Option<_>>()?, level(to)))
        }
        ("list", by) => {
            let by = match by {
                "phase" => PlanGroup::Phase,
                "owner" => PlanGroup::Owner,
                "month" => PlanGroup::Month,
                _ => return None,
            };
            let show = match second {
                "all" => PlanShow::All,
                "late" => PlanShow::Late,
                "nobody" => PlanShow::Nobody,
                owner => PlanShow::Of(owner.strip_prefix("of ")?.into()),
            };
            Action::Page(PageEdit::Plan(PlanView { by, show }))
        }
        ("filter", "words") => Action::Page(PageEdit::FilterWords(entered.text())),
        ("keep", _) => Action::Page(PageEdit::KeepTried),
        ("discard", _) => Action::Page(PageEdit::DiscardTried),
        ("mark", _) => {
            let rows = rest.split(' ').map(row).collect::<Option<_>>()?;
            Action::Page(PageEdit::Mark(rows, entered.ticked()))
        }
        ("bulk", "apply") => Action::Page(PageEdit::ApplyDraft),
        ("bulk", field) => Action::Page(PageEdit::Draft(edit(state, field, second, entered)?)),
        (field, word) => Action::Rows(vec![(row(word)?, edit(state, field, second, entered)?)]),
    })
}

/// The word of a file.
pub fn export_word(export: Export) -> &'static str {
    match export {
        Export::Scorecard(format) => format.id(),
        Export::Extract(extract) => extract.id(),
        Export::StatementTable => "statement.csv",
        Export::StatementText => "statement.md",
        Export::Calendar => "calendar.ics",
        Export::Tasks => "tasks.csv",
        Export::Metrics => "metrics.csv",
    }
}

fn edit(state: &State, field: &str, of: &str, entered: &InputValue) -> Option<AnswerEdit> {
    let text = entered.text();
    Some(match field {
        "level" => AnswerEdit::Respond(Some(Response::Level(level(of)?))),
        "applicable" => AnswerEdit::Applicable(match &*text {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }),
        "reason" => AnswerEdit::Reason(text),
        "inclusion" => {
            let known = Inclusion::ALL.into_iter().find(|known| known.id() == of)?;
            AnswerEdit::Inclusion(known, entered.ticked())
        }
        "implementation" => AnswerEdit::Implementation(
            Implementation::ALL.into_iter().find(|known| known.id() == &*text),
        ),
        "how" => AnswerEdit::How(text),
        "done-by" => AnswerEdit::DoneBy(DoneBy::ALL.into_iter().find(|known| known.id() == &*text)),
        "confirm" => AnswerEdit::Confirm,
        "owner" => AnswerEdit::Owner(text),
        "evidence" => AnswerEdit::EvidenceName(0, text),
        "due" => AnswerEdit::Due(entered.date()),
        "done" => AnswerEdit::Done(state.today),
        _ => return None,
    })
}

fn level(word: &str) -> Option<Level> {
    Level::new(word.parse().ok()?)
}

/// A row of the statement: its position, with `o` before that of an own control.
fn row(word: &str) -> Option<SoaRowId> {
    match word.strip_prefix('o') {
        Some(n) => n.parse().ok().map(SoaRowId::Own),
        None => word.parse().ok().map(SoaRowId::Item),
    }
}

/// The words of an action, without what was entered.
pub fn say(pack: &Pack, action: &Action) -> String {
    match action {
        Action::ThenFocus(action, focus) => format!("{} #{focus}", say(pack, action)),
        Action::Go(Route::Question { item, from: Origin::Result }) => format!("item {item}"),
        Action::Go(Route::Question { item, from: Origin::Check }) => format!("item {item} check"),
        Action::Go(Route::Question { item, from: Origin::Way }) => format!("item {item} way"),
        Action::Go(Route::Question { item, from: Origin::Search }) => format!("item {item} search"),
        Action::Go(route) => format!("go {}", route.address(pack)),
        Action::Download(Download::Export(export)) => format!("file {}", export_word(*export)),
        Action::Download(Download::Template(file, format)) => {
            let format = match format {
                TemplateFormat::Html => "html",
                TemplateFormat::Markdown => "markdown",
            };
            format!("text {file} {format}")
        }
        Action::Explain => "explain".into(),
        Action::Download(Download::SaveFile) => "save".into(),
        Action::Separator(_) => "separator".into(),
        Action::Print => "print".into(),
        Action::Mode(Mode::Full) => "full".into(),
        Action::Organisation(OrganisationEdit::Name(_)) => "organisation".into(),
        Action::Organisation(OrganisationEdit::Scope(_)) => "scope".into(),
        Action::SoaHeader(SoaHeaderEdit::Version(_)) => "version".into(),
        Action::SoaHeader(SoaHeaderEdit::Approver(_)) => "approver".into(),
        Action::SoaHeader(SoaHeaderEdit::Approved(_)) => "approved".into(),
        Action::Plan(PlanEdit::Start(_)) => "start".into(),
        Action::Plan(PlanEdit::Pace(_)) => "pace".into(),
        Action::OwnControl(OwnControlEdit::Add) => "own add".into(),
        Action::OwnControl(OwnControlEdit::Name(n, _)) => format!("own name {n}"),
        Action::OwnControl(OwnControlEdit::Remove(n)) => format!("own remove {n}"),
        Action::Milestone(MilestoneEdit::Add) => "milestone add".into(),
        Action::Milestone(MilestoneEdit::Name(n, _)) => format!("milestone name {n}"),
        Action::Milestone(MilestoneEdit::Remove(n)) => format!("milestone remove {n}"),
        Action::PickFile(FilePurpose::Compare) => "other pick".into(),
        Action::Page(edit) => match edit {
            PageEdit::MilestoneName(_) => "milestone new".into(),
            PageEdit::CloseComparison => "other close".into(),
            PageEdit::Try(items, to) => {
                let items: Vec<String> = items.iter().map(usize::to_string).collect();
                match (&items[..], to) {
                    ([one], _) => format!("try {one}"),
                    (all, Some(to)) => format!("try-all {} {}", to.number(), all.join(" ")),
                    (all, None) => format!("try-all - {}", all.join(" ")),
                }
            }
            PageEdit::FilterWords(_) => "filter words".into(),
            PageEdit::Filter(_) => "filter".into(),
            PageEdit::KeepTried => "keep".into(),
            PageEdit::DiscardTried => "discard".into(),
            PageEdit::Plan(view) => {
                let by = match view.by {
                    PlanGroup::Phase => "phase",
                    PlanGroup::Owner => "owner",
                    PlanGroup::Month => "month",
                };
                let show = match &view.show {
                    PlanShow::All => "all".into(),
                    PlanShow::Late => "late".into(),
                    PlanShow::Nobody => "nobody".into(),
                    PlanShow::Of(owner) => format!("of {owner}"),
                };
                format!("list {by} {show}")
            }
            PageEdit::Term(term) => {
                let term = term.as_ref().map(|(item, term)| format!(" {item} {term}"));
                format!("term{}", term.unwrap_or_default())
            }
            PageEdit::Draft(edit) => field(edit, "bulk"),
            PageEdit::ApplyDraft => "bulk apply".into(),
            PageEdit::Mark(rows, _) => {
                let rows: Vec<String> = rows.iter().map(|row| row.word()).collect();
                format!("mark {}", rows.join(" "))
            }
        },
        Action::Rows(edits) => match &edits[..] {
            [(row, edit)] => field(edit, &row.word()),
            several => format!("{several:?}"),
        },
        other => format!("{other:?}"),
    }
}

fn field(edit: &AnswerEdit, row: &str) -> String {
    let (name, of) = match edit {
        AnswerEdit::Applicable(_) => ("applicable", ""),
        AnswerEdit::Reason(_) => ("reason", ""),
        AnswerEdit::Inclusion(reason, _) => ("inclusion", reason.id()),
        AnswerEdit::Implementation(_) => ("implementation", ""),
        AnswerEdit::How(_) => ("how", ""),
        AnswerEdit::DoneBy(_) => ("done-by", ""),
        AnswerEdit::Confirm => ("confirm", ""),
        AnswerEdit::Owner(_) => ("owner", ""),
        AnswerEdit::EvidenceName(..) => ("evidence", ""),
        AnswerEdit::Due(_) => ("due", ""),
        AnswerEdit::Done(_) => ("done", ""),
        AnswerEdit::Respond(_) => ("level", ""),
        other => return format!("{other:?} {row}"),
    };
    let words = match row {
        "bulk" => format!("bulk {name} {of}"),
        row => format!("{name} {row} {of}"),
    };
    words.trim_end().to_owned()
}
