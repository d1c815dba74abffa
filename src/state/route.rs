//! Where a reader can be, and the short address of each place.

use super::State;
use crate::groups::Grouping;
use crate::pack::{ItemIx, Kind, Pack};

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
        /// The item.
        item: ItemIx,
        /// Where the reader came from.
        from: Origin,
    },
    /// Search and filters.
    Search,
    /// What to look at before the result.
    Check,
    /// A page of the report.
    Report(ReportPage),
}

/// A page of the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportPage {
    /// Are we ready, what stops us, what is next.
    #[default]
    Result,
    /// One page for the board.
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
    /// The action plan.
    Plan,
    /// What to measure first.
    Metrics,
    /// The same answers in groups.
    Answers(Grouping),
    /// All questions at a glance.
    Grid,
    /// How a figure came about.
    Figure(FigureOf),
    /// Levels to try. A large questionnaire is shown in parts.
    WhatIf(Option<SectionPart>),
    /// Earlier states of the assessment.
    Milestones,
    /// Two states beside each other; by default the newest milestone and today's.
    Compare(Option<(Snapshot, Snapshot)>),
}

/// Which figure is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureOf {
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
    /// The search.
    Search,
    /// The check page.
    Check,
    /// The page of the report that was shown last.
    Result,
}

/// The words of addresses, beside those of questions and of parts of a page.
const PLAIN: [(&str, Route); 8] = [
    ("", Route::Start),
    ("standards", Route::Standards),
    ("assessments", Route::Library),
    ("profile", Route::Profile),
    ("proposals", Route::Proposals),
    ("sections", Route::Sections),
    ("search", Route::Search),
    ("check", Route::Check),
];

const REPORT: [(&str, ReportPage); 13] = [
    ("", ReportPage::Result),
    ("board", ReportPage::Board),
    ("stages", ReportPage::Stages),
    ("findings", ReportPage::Findings),
    ("documents", ReportPage::Documents),
    ("statement", ReportPage::Statement),
    ("plan", ReportPage::Plan),
    ("metrics", ReportPage::Metrics),
    ("answers", ReportPage::Answers(Grouping::Sections)),
    ("grid", ReportPage::Grid),
    ("what-if", ReportPage::WhatIf(None)),
    ("milestones", ReportPage::Milestones),
    ("milestones/compare", ReportPage::Compare(None)),
];

const GROUPINGS: [(&str, Grouping); 3] =
    [("phase", Grouping::Phases), ("owner", Grouping::Owners), ("stage", Grouping::Stages)];

const OWN: &str = "own";
const MISSING: &str = "missing";

impl Route {
    /// The first page of the report.
    pub const RESULT: Route = Route::Report(ReportPage::Result);

    /// A short address, e.g. `question/A.5.1/check`.
    pub fn address(self, pack: &Pack) -> String {
        match self {
            Route::Question { item, from } => {
                let id = pack.item(item).map(|item| &*item.id).unwrap_or_default();
                ["question/", id, "/", from.id()].concat()
            }
            Route::Report(page) => match page.address(pack) {
                page if page.is_empty() => "result".into(),
                page => "result/".to_owned() + &page,
            },
            plain => address_in(&PLAIN, plain).into(),
        }
    }

    /// The place of an address, if there is one. A page of the report that is not known is the
    /// result: an address may be of an older release, or name what was removed.
    pub fn parse(address: &str, pack: &Pack) -> Option<Route> {
        if let Some(route) = named(&PLAIN, address) {
            return Some(route);
        }
        if let Some(rest) = address.strip_prefix("question/") {
            let (id, from) = rest.rsplit_once('/')?;
            let from = Origin::ALL.into_iter().find(|known| known.id() == from)?;
            return Some(Route::Question { item: pack.find(id)?, from });
        }
        let page = match address.strip_prefix("result")? {
            "" => "",
            page => page.strip_prefix('/').filter(|page| !page.is_empty())?,
        };
        Some(Route::Report(ReportPage::parse(page, pack).unwrap_or_default()))
    }

    /// Whether it is drawn by the part of the program that has the report.
    pub fn needs_report_part(self) -> bool {
        matches!(self, Route::Report(_) | Route::Check | Route::Search | Route::Standards)
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

impl ReportPage {
    /// The address behind `result/`; empty for the result itself.
    fn address(self, pack: &Pack) -> String {
        let section = |section: usize| pack.sections.get(section).map_or("", |section| &section.id);
        match self {
            ReportPage::Theme(page) => {
                let mut address = "statement/".to_owned() + page.section.map_or(OWN, section);
                if page.missing {
                    address = address + "/" + MISSING;
                }
                if page.from > 1 {
                    address = address + "/" + &page.from.to_string();
                }
                address
            }
            ReportPage::Answers(Grouping::Lens(lens)) => {
                "answers/lens/".to_owned() + pack.lenses.get(lens).map_or("", |lens| &lens.id)
            }
            ReportPage::Answers(grouping) if grouping != Grouping::Sections => {
                "answers/".to_owned() + address_in(&GROUPINGS, grouping)
            }
            ReportPage::Figure(FigureOf::Overall) => "figure/overall".into(),
            ReportPage::Figure(FigureOf::Kind(kind)) => "figure/".to_owned() + kind.id(),
            ReportPage::Figure(FigureOf::Section(position)) => {
                "figure/section/".to_owned() + section(position)
            }
            ReportPage::WhatIf(Some(SectionPart { section, part })) => {
                ["what-if/", &section.to_string(), "-", &part.to_string()].concat()
            }
            ReportPage::Compare(Some((before, after))) => {
                ["milestones/compare/", &before.word(), "/", &after.word()].concat()
            }
            plain => address_in(&REPORT, plain).into(),
        }
    }

    fn parse(address: &str, pack: &Pack) -> Option<ReportPage> {
        if let Some(page) = named(&REPORT, address) {
            return Some(page);
        }
        let (page, rest) = address.split_once('/')?;
        Some(match page {
            "statement" => {
                ThemePage::parse(rest, pack).map_or(ReportPage::Statement, ReportPage::Theme)
            }
            "answers" => ReportPage::Answers(match rest.strip_prefix("lens/") {
                Some(id) => {
                    let lens = pack.lenses.iter().position(|lens| &*lens.id == id);
                    lens.map_or(Grouping::Sections, Grouping::Lens)
                }
                None => named(&GROUPINGS, rest).unwrap_or(Grouping::Sections),
            }),
            "figure" => ReportPage::Figure(match rest.strip_prefix("section/") {
                Some(id) => {
                    let section = pack.sections.iter().position(|section| &*section.id == id);
                    section.map_or(FigureOf::Overall, FigureOf::Section)
                }
                None => {
                    let kind = Kind::ALL.into_iter().find(|kind| kind.id() == rest);
                    kind.map_or(FigureOf::Overall, FigureOf::Kind)
                }
            }),
            "what-if" => ReportPage::WhatIf(SectionPart::parse(rest)),
            "milestones" => {
                let sides = rest.strip_prefix("compare/").and_then(|rest| rest.split_once('/'));
                ReportPage::Compare(sides.and_then(|(before, after)| {
                    Some((Snapshot::parse(before)?, Snapshot::parse(after)?))
                }))
            }
            _ => return None,
        })
    }
}

/// The word of a place that has no parts.
fn address_in<T: Copy + PartialEq>(places: &[(&'static str, T)], place: T) -> &'static str {
    places.iter().find(|(_, known)| *known == place).map_or("", |(address, _)| address)
}

fn named<T: Copy>(places: &[(&str, T)], address: &str) -> Option<T> {
    places.iter().find(|(known, _)| *known == address).map(|(_, place)| *place)
}

impl ThemePage {
    /// The first page of a theme, or of the organisation's own controls.
    pub fn of(section: Option<usize>) -> ThemePage {
        ThemePage { section, missing: false, from: 1 }
    }

    /// Reads what stands behind `statement/`, such as `A.5`, `A.5/missing` or `own/51`.
    fn parse(address: &str, pack: &Pack) -> Option<ThemePage> {
        let behind = |id: &str| {
            address.strip_prefix(id).filter(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let sections = pack.sections.iter().enumerate();
        let found = sections
            .filter(|(_, section)| section.kind == Kind::Control)
            .filter_map(|(place, section)| Some((Some(place), behind(&section.id)?)))
            // Identifiers may have slashes themselves.
            .min_by_key(|(_, rest)| rest.len());
        let (section, rest) = found.or_else(|| Some((None, behind(OWN)?)))?;
        let mut page = ThemePage::of(section);
        for word in rest.split('/').skip(1) {
            match word {
                MISSING => page.missing = true,
                number => page.from = number.parse().ok()?,
            }
        }
        Some(page)
    }
}

impl SectionPart {
    fn parse(word: &str) -> Option<SectionPart> {
        let (section, part) = word.split_once('-')?;
        Some(SectionPart { section: section.parse().ok()?, part: part.parse().ok()? })
    }
}

impl Snapshot {
    fn parse(word: &str) -> Option<Snapshot> {
        match word {
            "now" => Some(Snapshot::Now),
            "other" => Some(Snapshot::File),
            n => n.parse().ok().map(Snapshot::Milestone),
        }
    }

    fn word(self) -> String {
        match self {
            Snapshot::Milestone(n) => n.to_string(),
            Snapshot::Now => "now".into(),
            Snapshot::File => "other".into(),
        }
    }
}

impl Origin {
    const ALL: [Origin; 4] = [Origin::Sections, Origin::Search, Origin::Check, Origin::Result];

    /// The word that addresses use.
    fn id(self) -> &'static str {
        match self {
            Origin::Sections => "sections",
            Origin::Search => "search",
            Origin::Check => "check",
            Origin::Result => "result",
        }
    }
}

impl State {
    /// The place that an origin names.
    pub fn origin(&self, from: Origin) -> Route {
        match from {
            Origin::Sections => Route::Sections,
            Origin::Search => Route::Search,
            Origin::Check => Route::Check,
            Origin::Result => Route::Report(self.page.route),
        }
    }

    /// The asked items of a section, in order.
    pub fn asked_in(&self, section: usize) -> Vec<ItemIx> {
        let items = self.pack.sections.get(section).map(|s| s.items.clone()).unwrap_or_default();
        items.filter(|item| self.answers.asks(&self.pack, *item)).collect()
    }

    /// The items on the page of questions with this one.
    pub fn questions_with(&self, item: ItemIx) -> Vec<ItemIx> {
        let Some(section) = self.pack.item(item).map(|item| item.section) else {
            return Vec::new();
        };
        let asked = self.asked_in(section);
        let pages = asked.chunks(self.per_page.number());
        // An item that the quick check leaves out, reached by a link, stands alone.
        pages.into_iter().find(|p| p.contains(&item)).map_or(vec![item], <[ItemIx]>::to_vec)
    }

    /// The first item after the page with this one, in this section or the next.
    pub fn after(&self, item: ItemIx) -> Option<ItemIx> {
        let last = *self.questions_with(item).last()?;
        self.answers.asked(&self.pack).find(|next| *next > last)
    }

    /// The first item of the page before the one with this item.
    pub fn before(&self, item: ItemIx) -> Option<ItemIx> {
        let first = *self.questions_with(item).first()?;
        let earlier = self.answers.asked(&self.pack).filter(|i| *i < first).last()?;
        self.questions_with(earlier).first().copied()
    }
}
