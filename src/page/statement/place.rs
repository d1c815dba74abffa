//! Which rows of the statement a page shows, and the address of that.

use crate::pack::Kind;
use crate::page::Sheet;
use std::ops::Range;

/// Rows on a page.
const PER_PAGE: usize = 50;

const OWN: &str = "own";
const MISSING: &str = "missing";

/// Which rows of the statement a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Position of the section; `None` for the organisation's own controls.
    pub section: Option<usize>,
    /// Only rows in which something is missing.
    pub missing: bool,
    /// No row of the theme before this one, counted from 1. It is no number of a page: pages of
    /// what is missing move together while the rows are completed, and some would be skipped.
    pub from: usize,
}

impl Place {
    /// A whole theme.
    pub fn of(section: Option<usize>) -> Place {
        Place { section, missing: false, from: 1 }
    }

    /// The organisation's own controls.
    pub fn own() -> Place {
        Place::of(None)
    }

    /// Reads what stands behind `statement/`, such as `A.5`, `A.5/missing` or `own/51`.
    pub fn parse(sheet: &Sheet, address: &str) -> Option<Place> {
        let behind = |id: &str| {
            address.strip_prefix(id).filter(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let sections = sheet.pack.sections.iter().enumerate();
        let found = sections
            .filter(|(_, section)| section.kind == Kind::Control)
            .filter_map(|(place, section)| Some((Some(place), behind(&section.id)?)))
            // Identifiers may have slashes themselves.
            .min_by_key(|(_, rest)| rest.len());
        let (section, rest) = found.or_else(|| Some((None, behind(OWN)?)))?;
        let mut place = Place::of(section);
        for word in rest.split('/').skip(1) {
            match word {
                MISSING => place.missing = true,
                number => place.from = number.parse().ok()?,
            }
        }
        Some(place)
    }

    /// Its address in the widget.
    pub fn address(&self, sheet: &Sheet) -> String {
        let section = self.section.and_then(|section| sheet.pack.sections.get(section));
        let id = section.map_or(OWN, |section| &*section.id);
        let mut address = format!("result/statement/{id}");
        if self.missing {
            address.push('/');
            address.push_str(MISSING);
        }
        if self.from > 1 {
            address.push('/');
            address.push_str(&self.from.to_string());
        }
        address
    }

    /// Of rows with these numbers in their theme, those on this page.
    pub fn window(&self, numbers: &[usize]) -> Range<usize> {
        let first = numbers.iter().position(|number| *number >= self.from).unwrap_or_default();
        first..(first + PER_PAGE).min(numbers.len())
    }

    /// The places before and after a page of the rows with these numbers.
    pub fn beside(&self, numbers: &[usize]) -> [Option<Place>; 2] {
        let here = self.window(numbers);
        let before = here.start.saturating_sub(PER_PAGE);
        let place = |at: usize| numbers.get(at).map(|from| Place { from: *from, ..*self });
        [(here.start > 0).then(|| place(before)).flatten(), place(here.end)]
    }
}
