//! What a reader does on the pages of the report that is no part of the assessment.

use super::{AnswerEdit, State};
use crate::answers::{Level, Response, Standing};
use crate::pack::ItemIx;
use crate::sorted::Map;
use std::rc::Rc;

/// What a reader does on the pages of the report that is no part of the assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// The page of the report that was shown last, to go back to.
    pub page: Rc<str>,
    /// Levels that are tried out, in the order of the pack. Nothing of it is saved.
    pub tried: Vec<(ItemIx, Level)>,
    /// Controls of the Statement of Applicability that are marked to be changed together.
    pub marked: Vec<Row>,
    /// Rows that were changed since the page was entered. They stay in a list of those in which
    /// something is missing: a row must not go from under the hands of who completes it.
    pub changed: Vec<Row>,
    /// What is typed and chosen to filter the search, by the names of the fields.
    pub filter: Map<Rc<str>>,
    /// What is typed as the name of the next milestone.
    pub milestone: Rc<str>,
    /// A save file to compare with.
    pub other: Option<Rc<str>>,
}

/// A row of the Statement of Applicability.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// A control of the pack.
    Item(ItemIx),
    /// A control of the organisation's own, by position.
    Own(usize),
}

impl Row {
    /// A row by the word that pages use: its position, with `o` before that of an own control.
    pub fn parse(word: &str) -> Option<Row> {
        match word.strip_prefix('o') {
            Some(n) => n.parse().ok().map(Row::Own),
            None => word.parse().ok().map(Row::Item),
        }
    }

    /// That word.
    pub fn word(self) -> String {
        match self {
            Row::Item(item) => item.to_string(),
            Row::Own(n) => format!("o{n}"),
        }
    }
}

/// A change of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskEdit {
    /// Try a level for these items, or what they really have.
    Try(Vec<ItemIx>, Option<Level>),
    /// Make what is tried the answers.
    Keep,
    /// Forget what is tried.
    Discard,
    /// Mark rows, or no longer.
    Mark(Vec<Row>, bool),
    /// Type the name of the next milestone.
    Milestone(Rc<str>),
    /// Type or choose something to filter the search, by the name of the field.
    Filter(Rc<str>, Rc<str>),
    /// Show all in the search.
    ShowAll,
    /// Put the other file away.
    PutAway,
}

impl State {
    pub(super) fn desk(&mut self, edit: DeskEdit) {
        let may_edit = self.may_edit();
        let desk = Rc::make_mut(&mut self.desk);
        match edit {
            DeskEdit::Try(items, level) => {
                for item in items {
                    desk.tried.retain(|(tried, _)| *tried != item);
                    let real = self.answers.standing(item);
                    if let Some(to) = level.filter(|level| real != Standing::Level(*level)) {
                        let at = desk.tried.partition_point(|(tried, _)| *tried < item);
                        desk.tried.insert(at, (item, to));
                    }
                }
            }
            // Where nothing can be changed, what is tried stays.
            DeskEdit::Keep if !may_edit => (),
            DeskEdit::Keep => {
                let tried = std::mem::take(&mut desk.tried);
                let edits = tried.into_iter().map(|(item, level)| {
                    (Row::Item(item), AnswerEdit::Respond(Some(Response::Level(level))))
                });
                self.edit_rows(edits.collect());
            }
            DeskEdit::Discard => desk.tried.clear(),
            DeskEdit::Mark(rows, marked) => {
                desk.marked.retain(|row| !rows.contains(row));
                if marked {
                    desk.marked.extend(rows);
                }
            }
            DeskEdit::Milestone(name) => desk.milestone = name,
            DeskEdit::Filter(name, value) if value.is_empty() => drop(desk.filter.remove(&name)),
            DeskEdit::Filter(name, value) => drop(desk.filter.insert(name, value)),
            DeskEdit::ShowAll => desk.filter = Map::default(),
            DeskEdit::PutAway => desk.other = None,
        }
    }

    /// A page of the report is entered.
    pub(super) fn turn_to(&mut self, page: &Rc<str>) {
        if self.desk.page != *page {
            let desk = Rc::make_mut(&mut self.desk);
            desk.page = page.clone();
            desk.marked.clear();
            desk.changed.clear();
        }
    }

    /// Changes rows of the Statement of Applicability on its page.
    pub(super) fn change_rows(&mut self, edits: Vec<(Row, AnswerEdit)>) {
        let changed = &mut Rc::make_mut(&mut self.desk).changed;
        for (row, _) in &edits {
            if !changed.contains(row) {
                changed.push(*row);
            }
        }
        self.edit_rows(edits);
    }
}
