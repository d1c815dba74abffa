//! Where a reader can be.

use super::State;
use crate::model::pack::{ItemIx, Kind, Pack};
use crate::rules::groups::Grouping;

/// What is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// What this is, and where to begin.
    #[default]
    Start,
    /// "27001 or 27002?"
    Standards,
    /// The assessments on this device.
    Library,
    /// About the organisation.
    Profile,
    /// Controls that the profile proposes to leave out.
    Proposals,
    /// The task list.
    Sections,
    /// The page with this item.
    Question {
        /// One item of the page, by position; its neighbours are shown too.
        item: ItemIx,
        /// Where the reader came from.
        from: Origin,
    },
    /// Items and answers by words and filters.
    Search,
    /// What to look at before the result.
    Check,
    /// The way to the certificate: steps and audits with their days.
    Way,
    /// What is judged, on one of several pages.
    Report(ReportPage),
}

/// A page of the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportPage {
    /// Are we ready, what stops us, what is next.
    #[default]
    Result,
    /// What a board has to know, on one sheet of paper.
    Board,
    /// Both stages with their reasons.
    Stages,
    /// What an auditor would likely raise.
    Findings,
    /// The documents that the standard asks for.
    Documents,
    /// The Statement of Applicability in all.
    Statement,
    /// The controls of one theme of it.
    Theme(ThemePage),
    /// What to do, and when.
    Plan,
    /// What to measure first.
    Metrics,
    /// The same answers in groups.
    Answers(Grouping),
    /// All questions at a glance.
    Grid,
    /// How a score came about.
    Score(ScoreOf),
    /// Levels to try. A large questionnaire is shown in parts.
    WhatIf(Option<SectionPart>),
    /// Earlier states of the assessment.
    Milestones,
    /// Two states beside each other; by default the newest milestone and today's.
    Compare(Option<(Snapshot, Snapshot)>),
}

/// Which score is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreOf {
    /// The mean of both kinds.
    Overall,
    /// All sections of a kind.
    Kind(Kind),
    /// A section, by position.
    Section(usize),
}

/// Which rows of the Statement of Applicability a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThemePage {
    /// Position of the section; `None` for the organisation's own controls.
    pub section: Option<usize>,
    /// Only rows in which something is missing.
    pub missing: bool,
    /// No row of the theme before this one, counted from 1. It is no number of a page: pages of
    /// what is missing move together while the rows are completed, and some would be skipped.
    pub from: usize,
}

/// A part of the items of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SectionPart {
    /// Position of the section.
    pub section: usize,
    /// Number of the part, from 0.
    pub part: usize,
}

/// A state of the assessment that can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Snapshot {
    /// A milestone, by position.
    Milestone(usize),
    /// Today's answers.
    Now,
    /// The file that was opened to compare with.
    File,
}

/// Where a reader came from, and goes back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The task list.
    Sections,
    /// The page of hits.
    Search,
    /// What to look at before the result.
    Check,
    /// The way to the certificate.
    Way,
    /// The page of the report that was shown last.
    Result,
}

impl Route {
    /// The first page of the report.
    pub const RESULT: Route = Route::Report(ReportPage::Result);

    /// Whether it is drawn by the part of the program that has the report.
    pub fn needs_report_part(self) -> bool {
        matches!(
            self,
            Route::Report(_) | Route::Check | Route::Search | Route::Standards | Route::Way
        )
    }

    /// Whether it is drawn by the part of the program that has what the first question does not need.
    pub fn needs_pages_part(self) -> bool {
        matches!(self, Route::Library | Route::Profile | Route::Proposals | Route::Sections)
    }

    /// Whether it can be shown without an open assessment.
    pub fn needs_no_assessment(self) -> bool {
        matches!(self, Route::Start | Route::Standards | Route::Library)
    }

    /// The route itself, or the task list where it names an item that the pack does not have.
    pub(super) fn checked(self, pack: &Pack) -> Route {
        match self {
            Route::Question { item, .. } if pack.item(item).is_none() => Route::Sections,
            route => route,
        }
    }
}

impl ThemePage {
    /// The first page of a theme, or of the organisation's own controls.
    pub fn of(section: Option<usize>) -> ThemePage {
        ThemePage { section, missing: false, from: 1 }
    }
}

impl State {
    /// The place that an origin names.
    pub fn origin(&self, from: Origin) -> Route {
        match from {
            Origin::Sections => Route::Sections,
            Origin::Search => Route::Search,
            Origin::Check => Route::Check,
            Origin::Way => Route::Way,
            Origin::Result => Route::Report(self.page.route),
        }
    }

    /// The asked items of a section, in order.
    pub fn asked_in(&self, section: usize) -> Vec<ItemIx> {
        let items = self.pack.sections.get(section).map(|s| s.items.clone()).unwrap_or_default();
        items.filter(|item| self.assessment.asks(&self.pack, *item)).collect()
    }

    /// The items on the page of questions with this one.
    pub fn questions_with(&self, item: ItemIx) -> Vec<ItemIx> {
        let Some(section) = self.pack.item(item).map(|item| item.section) else {
            return Vec::new();
        };
        let asked = self.asked_in(section);
        let pages = asked.chunks(self.layout().number());
        // An item that the quick check leaves out, reached by a link, stands alone.
        pages.into_iter().find(|p| p.contains(&item)).map_or(vec![item], <[ItemIx]>::to_vec)
    }

    /// The first item after the page with this one, in this section or the next.
    pub fn after(&self, item: ItemIx) -> Option<ItemIx> {
        let last = *self.questions_with(item).last()?;
        self.assessment.asked(&self.pack).find(|next| *next > last)
    }

    /// The first item of the page before the one with this item.
    pub fn before(&self, item: ItemIx) -> Option<ItemIx> {
        let first = *self.questions_with(item).first()?;
        let earlier = self.assessment.asked(&self.pack).filter(|i| *i < first).last()?;
        self.questions_with(earlier).first().copied()
    }
}
