//! The short address of each place, which a page that is ours alone shows behind its own.

use super::{Origin, ReportPage, Route, ScoreOf, SectionPart, Snapshot, ThemePage};
use crate::model::pack::{Kind, Pack};
use crate::rules::groups::Grouping;

/// The words of addresses, beside those of questions and of parts of a page.
const PLAIN: [(&str, Route); 9] = [
    ("", Route::Start),
    ("standards", Route::Standards),
    ("assessments", Route::Library),
    ("profile", Route::Profile),
    ("proposals", Route::Proposals),
    ("sections", Route::Sections),
    ("search", Route::Search),
    ("check", Route::Check),
    ("way", Route::Way),
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
            ReportPage::Score(ScoreOf::Overall) => "figure/overall".into(),
            ReportPage::Score(ScoreOf::Kind(kind)) => "figure/".to_owned() + kind.id(),
            ReportPage::Score(ScoreOf::Section(position)) => {
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
            "figure" => ReportPage::Score(match rest.strip_prefix("section/") {
                Some(id) => {
                    let section = pack.sections.iter().position(|section| &*section.id == id);
                    section.map_or(ScoreOf::Overall, ScoreOf::Section)
                }
                None => {
                    let kind = Kind::ALL.into_iter().find(|kind| kind.id() == rest);
                    kind.map_or(ScoreOf::Overall, ScoreOf::Kind)
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
    const ALL: [Origin; 5] =
        [Origin::Sections, Origin::Search, Origin::Check, Origin::Way, Origin::Result];

    /// The word that addresses use.
    fn id(self) -> &'static str {
        match self {
            Origin::Sections => "sections",
            Origin::Search => "search",
            Origin::Check => "check",
            Origin::Way => "way",
            Origin::Result => "result",
        }
    }
}
