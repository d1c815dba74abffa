//! What a reader does on the pages that is no part of the assessment.

use super::{AnswerEdit, ReportPage, Route, SoaDraft, State, TypedDate};
use crate::model::assessment::{ItemStatus, Level, Response};
use crate::model::decode::Decoded;
use crate::model::pack::ItemIx;
use crate::rules::search::Filter;
use std::rc::Rc;

/// What a reader does on the pages, most of it in the report, that is no part of the assessment.
/// Nothing of it is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageState {
    /// The page of the report that was shown last, to go back to.
    pub route: ReportPage,
    /// Levels that are tried out, in the order of the pack.
    pub tried: Vec<(ItemIx, Level)>,
    /// Rows of the Statement of Applicability that are marked to be changed together.
    pub marked: Vec<SoaRowId>,
    /// What is to be entered for them; kept apart, so that the first question hardly knows it.
    pub draft: Option<Rc<SoaDraft>>,
    /// Rows that were changed since the page was entered: they stay in a list of those in which
    /// something is missing while they are edited.
    pub changed: Vec<SoaRowId>,
    /// The control of the organisation's own that was added last, by position: its row is open.
    pub added: Option<usize>,
    /// What the search asks for.
    pub filter: Filter,
    /// How the actions of the plan are listed.
    pub plan: PlanView,
    /// What is typed as the name of the next milestone.
    pub milestone: Rc<str>,
    /// The term of the glossary that is explained in the question with it.
    pub term: Option<(ItemIx, Rc<str>)>,
    /// What fields for a day show that is not stored.
    pub dates: Rc<Vec<TypedDate>>,
    /// How often such fields went back to what is stored: a browser forgets a part of a date only
    /// with the field that holds it.
    pub redrawn: u32,
    /// A save file to compare with.
    pub comparison: Option<Rc<Decoded>>,
}

/// How the actions of the plan are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanView {
    /// Under which headings.
    pub by: PlanGroup,
    /// Which of them.
    pub show: PlanShow,
}

/// What actions are listed under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlanGroup {
    /// The phases of the pack.
    #[default]
    Phase,
    /// Who looks after them.
    Owner,
    /// The months of their target dates.
    Month,
}

/// Which actions are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PlanShow {
    /// All.
    #[default]
    All,
    /// Those whose target date has passed.
    Late,
    /// Those that nobody looks after.
    Nobody,
    /// Those of one owner.
    Of(Rc<str>),
}

/// A row of the Statement of Applicability.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SoaRowId {
    /// A control of the pack.
    Item(ItemIx),
    /// A control of the organisation's own, by position.
    Own(usize),
}

impl SoaRowId {
    /// A word for identifiers in a page: its position, with `o` before that of an own control.
    pub fn word(self) -> String {
        match self {
            SoaRowId::Item(item) => item.to_string(),
            SoaRowId::Own(n) => format!("o{n}"),
        }
    }
}

/// A change of the page state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageEdit {
    /// Try a level for these items, or what they really have.
    Try(Vec<ItemIx>, Option<Level>),
    /// Make what is tried the answers.
    KeepTried,
    /// Forget what is tried.
    DiscardTried,
    /// Mark rows, or no longer.
    Mark(Vec<SoaRowId>, bool),
    /// Enter something for all marked rows, to be applied together.
    Draft(AnswerEdit),
    /// Change all marked rows as was entered, in one step.
    ApplyDraft,
    /// Type the name of the next milestone.
    MilestoneName(Rc<str>),
    /// Type words to search for.
    FilterWords(Rc<str>),
    /// Choose what else the search asks for; elsewhere, go to the search for it.
    Filter(Filter),
    /// List the actions of the plan in another way.
    Plan(PlanView),
    /// Explain a term in a question, or no more.
    Term(Option<(ItemIx, Rc<str>)>),
    /// Close the file that is compared with.
    CloseComparison,
}

impl State {
    pub(super) fn edit_page(&mut self, edit: PageEdit) {
        let may_edit = self.may_edit();
        let page = Rc::make_mut(&mut self.page);
        match edit {
            PageEdit::Try(items, level) => {
                for item in items {
                    page.tried.retain(|(tried, _)| *tried != item);
                    let real = self.assessment.item_status(item);
                    if let Some(to) = level.filter(|level| real != ItemStatus::Level(*level)) {
                        let at = page.tried.partition_point(|(tried, _)| *tried < item);
                        page.tried.insert(at, (item, to));
                    }
                }
            }
            // Where nothing can be changed, what is tried stays.
            PageEdit::KeepTried if !may_edit => (),
            PageEdit::KeepTried => {
                let tried = std::mem::take(&mut page.tried);
                let edits = tried.into_iter().map(|(item, level)| {
                    (SoaRowId::Item(item), AnswerEdit::Respond(Some(Response::Level(level))))
                });
                self.edit_rows(edits.collect());
            }
            PageEdit::DiscardTried => page.tried.clear(),
            PageEdit::Mark(rows, marked) => {
                page.marked.retain(|row| !rows.contains(row));
                if marked {
                    page.marked.extend(rows);
                }
                if page.marked.is_empty() {
                    self.drop_draft();
                }
            }
            PageEdit::Draft(edit) => self.enter_draft(edit),
            PageEdit::ApplyDraft => self.apply_draft(),
            PageEdit::MilestoneName(name) => page.milestone = name,
            PageEdit::FilterWords(words) => page.filter.words = words,
            PageEdit::Filter(filter) => {
                page.filter = filter;
                if self.route != Route::Search {
                    self.go(Route::Search);
                }
            }
            PageEdit::Term(term) => page.term = term,
            PageEdit::Plan(view) => page.plan = view,
            PageEdit::CloseComparison => page.comparison = None,
        }
    }

    /// A page of the report is entered.
    pub(super) fn enter_page(&mut self, route: ReportPage) {
        if self.page.route != route {
            let page = Rc::make_mut(&mut self.page);
            page.route = route;
            page.marked.clear();
            page.changed.clear();
            page.draft = None;
            page.added = None;
        }
    }

    /// Changes rows of the Statement of Applicability. Those that are changed on its page stay there
    /// until it is left, even where nothing is missing in them any more.
    pub(super) fn change_rows(&mut self, edits: Vec<(SoaRowId, AnswerEdit)>) {
        if matches!(self.route, Route::Report(_)) {
            let changed = &mut Rc::make_mut(&mut self.page).changed;
            for (row, _) in &edits {
                if !changed.contains(row) {
                    changed.push(*row);
                }
            }
        }
        self.edit_rows(edits);
    }
}
