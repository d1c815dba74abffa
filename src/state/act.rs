//! What a control on a page of the report does, in words. The page is composed in another wasm
//! module, so that what it asks for has to cross over as text.
//!
//! ```text
//! go result/plan        item 17 check        file statement.csv    save    print
//! level 17 3            how 17               inclusion o2 law      bulk owner
//! version               start                try 17                try-all 2 17 18    keep
//! ```
//!
//! Items are named by position, controls of the organisation's own by `o` and theirs. What was
//! typed, chosen or ticked comes with it as [`Entered`]. A control that goes away when it is used
//! says at the end what gets the focus, by its identifier: `own remove 2 #own-add`.

use super::{
    Action, AnswerEdit, Command, DeskEdit, Download, From, OrganisationEdit, ProgrammeEdit, Row,
    State, View,
};
use crate::answers::{Implementation, Inclusion, Level, Mode, Response};
use crate::date::Date;
use std::rc::Rc;

/// What a control holds when it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    /// A button holds nothing.
    Nothing,
    /// What was typed or chosen.
    Text(Rc<str>),
    /// Whether it is ticked.
    Tick(bool),
}

impl Entered {
    fn text(&self) -> Rc<str> {
        match self {
            Entered::Text(text) => text.clone(),
            _ => "".into(),
        }
    }

    fn ticked(&self) -> bool {
        matches!(self, Entered::Tick(true))
    }

    fn date(&self) -> Option<Date> {
        Date::parse(&self.text())
    }
}

impl State {
    /// What these words ask for; `None` where they are none that a page uses.
    pub fn action(&self, words: &str, entered: &Entered) -> Option<Action> {
        let words = words.split_once(" #").map_or(words, |(words, _)| words);
        let (verb, rest) = words.split_once(' ').unwrap_or((words, ""));
        let (first, second) = rest.split_once(' ').unwrap_or((rest, ""));
        let item = || first.parse().ok().filter(|item| self.pack.item(*item).is_some());
        let number = || second.parse().ok();
        let action = match (verb, first) {
            ("go", address) => Action::Go(View::parse(address, &self.pack)?),
            ("item", _) => {
                let from = From::ALL.into_iter().find(|from| from.id() == second);
                let from = from.unwrap_or(From::Result);
                Action::Go(View::Question { item: item()?, from })
            }
            ("file", id) => Action::Do(Command::Download(Download::Export(id.into()))),
            ("save", _) => Action::Do(Command::Download(Download::SaveFile)),
            ("print", _) => Action::Do(Command::Print),
            ("full", _) => Action::Mode(Mode::Full),
            ("organisation", _) => Action::Organisation(OrganisationEdit::Name(entered.text())),
            ("scope", _) => Action::Organisation(OrganisationEdit::Scope(entered.text())),
            ("version", _) => Action::Programme(ProgrammeEdit::Version(entered.text())),
            ("approver", _) => Action::Programme(ProgrammeEdit::Approver(entered.text())),
            ("approved", _) => Action::Programme(ProgrammeEdit::Approved(entered.date())),
            ("start", _) => Action::Programme(ProgrammeEdit::Start(entered.date())),
            ("pace", _) => Action::Programme(ProgrammeEdit::Pace(entered.text().parse().ok())),
            ("own", "add") => Action::Programme(ProgrammeEdit::AddOwn),
            ("own", "remove") => Action::Programme(ProgrammeEdit::RemoveOwn(number()?)),
            ("own", "name") => Action::Programme(ProgrammeEdit::OwnName(number()?, entered.text())),
            ("milestone", "add") => Action::Programme(ProgrammeEdit::AddMilestone),
            ("milestone", "remove") => Action::Programme(ProgrammeEdit::RemoveMilestone(number()?)),
            ("milestone", "name") => {
                Action::Programme(ProgrammeEdit::MilestoneName(number()?, entered.text()))
            }
            ("milestone", "new") => Action::Desk(DeskEdit::Milestone(entered.text())),
            ("other", "pick") => Action::Do(Command::PickOther),
            ("other", "close") => Action::Desk(DeskEdit::PutAway),
            ("try", _) => Action::Desk(DeskEdit::Try(vec![item()?], level(&entered.text()))),
            ("try-all", to) => {
                let items = second.split(' ').map(|item| item.parse().ok());
                Action::Desk(DeskEdit::Try(items.collect::<Option<_>>()?, level(to)))
            }
            ("filter", field) => Action::Desk(DeskEdit::Filter(field.into(), entered.text())),
            ("filter-nothing", _) => Action::Desk(DeskEdit::ShowAll),
            ("keep", _) => Action::Desk(DeskEdit::Keep),
            ("discard", _) => Action::Desk(DeskEdit::Discard),
            ("mark", _) => {
                let rows = rest.split(' ').map(Row::parse).collect::<Option<_>>()?;
                Action::Desk(DeskEdit::Mark(rows, entered.ticked()))
            }
            ("bulk", field) => {
                let rows = self.desk.marked.iter();
                let edits = rows.map(|row| Some((*row, self.edit(field, second, entered)?)));
                Action::Rows(edits.collect::<Option<_>>()?)
            }
            (field, row) => {
                Action::Rows(vec![(Row::parse(row)?, self.edit(field, second, entered)?)])
            }
        };
        Some(action)
    }

    fn edit(&self, field: &str, of: &str, entered: &Entered) -> Option<AnswerEdit> {
        let text = entered.text();
        let edit = match field {
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
            "owner" => AnswerEdit::Owner(text),
            "evidence" => AnswerEdit::EvidenceName(0, text),
            "due" => AnswerEdit::Due(entered.date()),
            "done" => AnswerEdit::Done(self.today),
            _ => return None,
        };
        Some(edit)
    }
}

fn level(word: &str) -> Option<Level> {
    Level::new(word.parse().ok()?)
}
