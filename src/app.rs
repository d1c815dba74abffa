//! Everything a click can do, without a browser.
//!
//! [`State::reduce`] takes an [`Action`] of a person, [`State::receive`] an [`Event`] of the
//! device. Both give the next state, and what only a browser can do (write to disk, download, move
//! the focus) as [`Effect`]s.

mod action;
mod address;
mod date;
mod draft;
mod edit;
mod effect;
mod explained;
mod history;
pub mod later;
mod notice;
mod open;
mod page_state;
mod preferences;
mod receive;
mod route;
mod soa;

pub use action::{
    Action, AnswerEdit, Event, LibraryEntry, MilestoneEdit, OrganisationEdit, PlanEdit,
};
pub use date::{DateAct, DateEdit, DateField, TypedDate};
pub use draft::{Applied, SoaDraft};
pub use effect::{Changed, Download, Effect, FilePurpose};
pub use explained::Explained;
pub use history::{Field, History};
pub use notice::{Announcement, Confirmation, Failure, Notice, Saving};
pub use open::Open;
pub use page_state::{PageEdit, PageState, PlanGroup, PlanShow, PlanView, SoaRowId};
pub use preferences::{Layout, Preferences};
pub use route::{Origin, ReportPage, Route, ScoreOf, SectionPart, Snapshot, ThemePage};
pub use soa::{OwnControlEdit, SoaHeaderEdit};

use crate::export::Separator;
use crate::model::assessment::{Assessment, Mode};
use crate::model::date::Date;
use crate::model::pack::Pack;
use crate::part;
use std::rc::Rc;

/// What the widget shows and knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The questionnaire; only its first part as long as it is not `whole`.
    pub pack: Rc<Pack>,
    /// Whether it is all there. The part that comes first has all items in their order, and what
    /// else the first questions need.
    pub whole: bool,
    /// Whether the part of the program is there that draws what the first question does not need.
    pub pages_part: bool,
    /// Whether the part of the program that draws the report is there, and its words.
    pub report_part: bool,
    /// Whether something that is still missing could not be fetched; it is asked for again.
    pub late: bool,
    /// Whether an assessment is being read, to show the place that the address names.
    pub resuming: bool,
    /// What explains the items further.
    pub explained: Explained,
    /// Whether there are made-up assessments of it to look at.
    pub samples: bool,
    /// The day; the core has no clock.
    pub today: Date,
    /// The open assessment; a blank one where none is open.
    pub assessment: Rc<Assessment>,
    /// The open assessment, once the device has given it an identifier.
    pub open: Open,
    /// The assessments on this device, last used first.
    pub library: Rc<Vec<LibraryEntry>>,
    /// Whether the device kept assessments when it was last looked at: their place on the first page
    /// is held until they have come.
    pub expects_library: bool,
    /// An assessment of the library, by identifier, and what is being typed as its name.
    pub typed_name: Option<(Rc<str>, Rc<str>)>,
    /// What is shown.
    pub route: Route,
    /// How the reader likes to answer.
    pub preferences: Preferences,
    /// Whether there is room for two columns.
    pub wide: bool,
    /// Whether the menu is open.
    pub menu: bool,
    /// What stands between the cells of a table that is handed out.
    pub separator: Separator,
    /// What the reader does on the pages of the report.
    pub page: Rc<PageState>,
    /// What can be undone and redone, in the open assessment alone.
    pub history: Rc<History>,
    /// Whether everything is on disk.
    pub saving: Saving,
    /// A message at the top of the view until it is closed.
    pub notice: Option<Notice>,
    /// A question that waits for yes or no.
    pub confirmation: Option<Confirmation>,
    /// For screen readers, not shown. The number makes a repeated sentence new.
    pub announcement: (u32, Option<Announcement>),
    /// When the open assessment had been changed last, until that is dealt with.
    returned: Option<Date>,
    /// The field in which the day was typed that is being set; nothing before and after.
    date_field: Option<Rc<str>>,
    /// Gathered while an action is handled; empty before and after.
    effects: Vec<Effect>,
}

impl State {
    /// The first state: nothing open.
    pub fn new(pack: Rc<Pack>, today: Date) -> State {
        let assessment = Rc::new(Assessment::new(&pack, Mode::default()));
        State {
            pack,
            whole: true,
            pages_part: true,
            report_part: true,
            late: false,
            resuming: false,
            explained: Explained::NotAsked,
            samples: false,
            today,
            assessment,
            open: Open::Nothing,
            library: Rc::default(),
            expects_library: false,
            typed_name: None,
            route: Route::Start,
            preferences: Preferences::default(),
            wide: true,
            menu: false,
            separator: Separator::default(),
            page: Rc::default(),
            history: Rc::default(),
            saving: Saving::Nothing,
            notice: None,
            confirmation: None,
            announcement: (0, None),
            returned: None,
            date_field: None,
            effects: Vec::new(),
        }
    }

    /// The state after an action, and what the browser has to do now. What cannot be done leaves
    /// the state as it is.
    pub fn reduce(&self, action: Action) -> (State, Vec<Effect>) {
        let mut next = self.clone();
        next.act(action);
        next.with_effects()
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::Begin(mode) => self.begin(Assessment::new(&self.pack, mode)),
            Action::Go(route) => self.go(route),
            Action::Answer(item, edit) => self.edit_rows(vec![(SoaRowId::Item(item), edit)]),
            Action::Organisation(_)
            | Action::SoaHeader(_)
            | Action::OwnControl(_)
            | Action::Plan(_)
            | Action::Milestone(_)
            | Action::Rows(_)
            | Action::Date(_)
            | Action::Page(_)
            | Action::Accept(_)
            | Action::Refuse(_) => {
                // It has come before the pages that ask for these.
                let _ = part::now(later::act(self, action));
            }
            Action::DiscardDates => self.forget_typed_dates(),
            Action::Separator(separator) => self.separator = separator,
            Action::Mode(mode) => self.head(|assessment| assessment.mode = mode),
            Action::Name(name) => self.head(|assessment| assessment.name = name),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Prefer(preferences) => {
                self.preferences = preferences;
                self.effects.push(Effect::Remember(preferences));
            }
            Action::Menu(open) => self.menu = open,
            Action::GoOn(item) => {
                if self.preferences.go_on
                    && self.assessment.get(item).is_none_or(|a| a.response.is_none())
                {
                    self.effects.push(Effect::GoOn(item));
                }
            }
            Action::Open(id) => self.effects.push(Effect::Open(id)),
            Action::TakeOver(id) => self.effects.push(Effect::TakeOver(id)),
            Action::SaveAgain => self.effects.push(Effect::SaveAll(self.assessment.clone())),
            Action::Duplicate(id, name) => self.effects.push(Effect::Duplicate(id, name)),
            Action::TypeName(id, typed) => self.typed_name = Some((id, typed)),
            Action::Rename(id, name) => self.rename(id, name),
            Action::Ask(confirmation) => {
                self.effects.push(match confirmation {
                    Some(_) => Effect::FocusConfirmation,
                    // What was asked goes, and the focus with it.
                    None => Effect::Enter(self.route),
                });
                self.confirmation = confirmation;
            }
            Action::Confirm => self.confirm(),
            Action::CloseNotice => self.notice = None,
            Action::Download(download) => self.effects.push(Effect::Download(download)),
            Action::Explain => self.explain(),
            Action::PickFile(purpose) => self.effects.push(Effect::PickFile(purpose)),
            Action::OpenSample(name) => self.effects.push(Effect::ReadSample(name)),
            Action::Print => self.effects.push(Effect::Print),
            Action::ThenFocus(action, id) => {
                self.act(*action);
                self.effects.push(Effect::Focus(id));
            }
        }
    }

    fn with_effects(mut self) -> (State, Vec<Effect>) {
        let effects = std::mem::take(&mut self.effects);
        (self, effects)
    }

    /// Whether what is needed to show a place is there.
    pub fn has(&self, route: Route) -> bool {
        match route {
            _ if route.needs_report_part() => self.whole && self.report_part,
            Route::Library => self.pages_part,
            _ if route.needs_pages_part() => self.whole && self.pages_part,
            _ if self.whole => true,
            Route::Question { item, .. } => {
                self.pack.item(item).is_some_and(|item| item.levels.is_some())
            }
            route => route == Route::Start,
        }
    }

    /// Whether a view shows the same in both. It compares what is shared by where it is, which is
    /// enough to know that nothing has to be drawn.
    pub fn is_same(&self, other: &State) -> bool {
        Rc::ptr_eq(&self.pack, &other.pack)
            && Rc::ptr_eq(&self.assessment, &other.assessment)
            && Rc::ptr_eq(&self.library, &other.library)
            && Rc::ptr_eq(&self.page, &other.page)
            && Rc::ptr_eq(&self.history, &other.history)
            && (self.whole, self.pages_part, self.report_part, self.late, self.resuming)
                == (other.whole, other.pages_part, other.report_part, other.late, other.resuming)
            && self.explained.is_same(&other.explained)
            && self.open == other.open
            && self.expects_library == other.expects_library
            && self.typed_name == other.typed_name
            && self.route == other.route
            && (self.preferences, self.wide, self.menu, self.separator, self.today)
                == (other.preferences, other.wide, other.menu, other.separator, other.today)
            && self.saving == other.saving
            && self.notice == other.notice
            && self.confirmation == other.confirmation
            && self.announcement.0 == other.announcement.0
    }

    /// How questions are laid out. One at a time suits a narrow screen and a quick check.
    pub fn layout(&self) -> Layout {
        let few = self.wide && self.assessment.mode == Mode::Full;
        match self.preferences.layout {
            Some(Layout::Meeting) if !self.wide => Layout::One,
            Some(layout) => layout,
            None if few => Layout::Few,
            None => Layout::One,
        }
    }

    /// Whether the open assessment can be changed here.
    pub fn may_edit(&self) -> bool {
        matches!(self.open, Open::Beginning | Open::Ours(_))
    }

    fn begin(&mut self, assessment: Assessment) {
        let mode = assessment.mode;
        self.take_up(assessment);
        self.open = Open::Beginning;
        self.history = Rc::default();
        self.page = Rc::default();
        self.notice = None;
        self.saving = match &self.saving {
            // What another tab did to the assessment before says nothing about this one.
            Saving::Failed(failure) if *failure != Failure::Overtaken => self.saving_now(),
            _ => Saving::Busy,
        };
        self.effects.push(Effect::Create(self.assessment.clone()));
        let question = |item| Route::Question { item, from: Origin::Sections };
        let first = match mode {
            Mode::Quick => self.assessment.asked(&self.pack).next(),
            Mode::Full => None,
        };
        let start = self.assessment.last.or(first);
        self.go(start.map_or(Route::Profile, question));
    }

    /// Shows an assessment. It may have been read before the facts had come by which reasons are
    /// judged.
    fn take_up(&mut self, mut assessment: Assessment) {
        assessment.judge_reasons(&self.pack);
        self.assessment = Rc::new(assessment);
    }

    fn go(&mut self, route: Route) {
        let route = route.checked(&self.pack);
        if let Route::Question { item, .. } = route {
            if self.may_edit() && self.assessment.last != Some(item) {
                Rc::make_mut(&mut self.assessment).last = Some(item);
                self.write(Changed::default());
            }
        }
        self.show(route);
        self.effects.push(Effect::Enter(route));
    }

    fn show(&mut self, route: Route) {
        let route = route.checked(&self.pack);
        if let Route::Report(page) = route {
            self.enter_page(page);
            if page == ReportPage::Result {
                // What later results are compared with.
                self.act(Action::Milestone(MilestoneEdit::FirstResult));
            }
        }
        self.confirmation = None;
        self.menu = false;
        self.forget_typed_dates();
        self.route = route;
    }

    fn confirm(&mut self) {
        match self.confirmation.take() {
            Some(Confirmation::Delete(id)) => {
                if self.open.id() == Some(&id) {
                    self.close();
                }
                self.effects.push(Effect::Delete(id));
            }
            Some(Confirmation::DeleteAll) => {
                self.close();
                self.effects.push(Effect::DeleteAll);
            }
            None => return,
        }
        self.effects.push(Effect::Enter(self.route));
    }

    fn close(&mut self) {
        self.assessment = Rc::new(Assessment::new(&self.pack, Mode::default()));
        self.open = Open::Nothing;
        self.history = Rc::default();
        self.saving = Saving::Nothing;
    }

    /// Renames an assessment on the device. The open one carries its name itself, so that the next
    /// write does not bring the old name back; one that another tab writes keeps its name.
    fn rename(&mut self, id: Rc<str>, name: Rc<str>) {
        self.typed_name = None;
        let open = self.open.id() == Some(&id);
        if open && !self.may_edit() {
            return;
        }
        let here = |entry: &&mut LibraryEntry| entry.id == id;
        if let Some(entry) = Rc::make_mut(&mut self.library).iter_mut().find(here) {
            entry.summary.name = name.clone();
        }
        match open {
            true => self.head(|assessment| assessment.name = name),
            false => self.effects.push(Effect::Rename(id, name)),
        }
    }

    /// The state of saving while a write is under way. Keep the error until a write succeeds.
    fn saving_now(&self) -> Saving {
        match &self.saving {
            Saving::Failed(failure) => Saving::Failed(failure.clone()),
            Saving::Done(at) | Saving::Soon(at) => Saving::Soon(at.clone()),
            _ => Saving::Busy,
        }
    }

    /// Asks for a write of the open assessment.
    fn write(&mut self, changed: Changed) {
        self.saving = self.saving_now();
        self.effects.push(Effect::Save(self.assessment.clone(), changed));
    }

    fn announce(&mut self, announcement: Announcement) {
        self.announcement = (self.announcement.0 + 1, Some(announcement));
    }
}
