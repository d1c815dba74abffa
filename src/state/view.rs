//! Where a reader can be, and the short address of each place.

use super::State;
use crate::pack::{ItemIx, Pack};
use std::rc::Rc;

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// What this is, and where to begin.
    #[default]
    Start,
    /// "27001 or 27002?"
    Standards,
    /// The assessments on this device.
    Shelf,
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
        from: From,
    },
    /// Search and filters.
    Search,
    /// What to look at before the result.
    Check,
    /// A page of the report, by its address there; the result itself has none.
    Report(Rc<str>),
}

/// Where a reader came from, and goes back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The task list.
    Sections,
    /// The search.
    Search,
    /// The check page.
    Check,
    /// The result.
    Result,
}

impl From {
    pub(super) const ALL: [From; 4] = [From::Sections, From::Search, From::Check, From::Result];

    /// The word that addresses use.
    pub(super) fn id(self) -> &'static str {
        match self {
            From::Sections => "sections",
            From::Search => "search",
            From::Check => "check",
            From::Result => "result",
        }
    }
}

impl View {
    const PLAIN: [(&'static str, View); 8] = [
        ("", View::Start),
        ("standards", View::Standards),
        ("assessments", View::Shelf),
        ("profile", View::Profile),
        ("proposals", View::Proposals),
        ("sections", View::Sections),
        ("search", View::Search),
        ("check", View::Check),
    ];

    /// The first page of the report.
    pub fn result() -> View {
        View::Report("".into())
    }

    /// A short address, e.g. `question/A.5.1/check`.
    pub fn address(&self, pack: &Pack) -> String {
        match self {
            View::Question { item, from } => {
                let id = pack.item(*item).map(|item| &*item.id).unwrap_or_default();
                format!("question/{id}/{}", from.id())
            }
            View::Report(page) if page.is_empty() => "result".into(),
            View::Report(page) => format!("result/{page}"),
            plain => {
                let found = View::PLAIN.iter().find(|(_, view)| view == plain);
                found.map(|(address, _)| *address).unwrap_or_default().into()
            }
        }
    }

    /// The view of an address, if there is one.
    pub fn parse(address: &str, pack: &Pack) -> Option<View> {
        if let Some((_, view)) = View::PLAIN.iter().find(|(plain, _)| *plain == address) {
            return Some(view.clone());
        }
        if let Some(rest) = address.strip_prefix("question/") {
            let (id, from) = rest.rsplit_once('/')?;
            let from = From::ALL.into_iter().find(|known| known.id() == from)?;
            return Some(View::Question { item: pack.find(id)?, from });
        }
        let page = address.strip_prefix("result")?;
        let below = page.strip_prefix('/').filter(|page| !page.is_empty());
        Some(View::Report(below.or(page.is_empty().then_some(""))?.into()))
    }

    /// The page that is composed for it, of the views that are not drawn here.
    pub fn page(&self) -> Option<&str> {
        match self {
            View::Report(page) => Some(page),
            View::Check => Some("check"),
            View::Search => Some("search"),
            View::Standards => Some("standards"),
            _ => None,
        }
    }

    /// The view itself, or the task list where it names an item that the pack does not have.
    pub(super) fn checked(self, pack: &Pack) -> View {
        match self {
            View::Question { item, .. } if pack.item(item).is_none() => View::Sections,
            view => view,
        }
    }
}

impl State {
    /// Where a reader came from.
    pub fn origin(&self, from: From) -> View {
        match from {
            From::Sections => View::Sections,
            From::Search => View::Search,
            From::Check => View::Check,
            From::Result => View::Report(self.desk.page.clone()),
        }
    }

    /// The asked items of a section, in order.
    pub fn asked_in(&self, section: usize) -> Vec<ItemIx> {
        let items = self.pack.sections.get(section).map(|s| s.items.clone()).unwrap_or_default();
        items.filter(|item| self.answers.asks(&self.pack, *item)).collect()
    }

    /// The items on the page with this one.
    pub fn page(&self, item: ItemIx) -> Vec<ItemIx> {
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
        let last = *self.page(item).last()?;
        self.answers.asked(&self.pack).find(|next| *next > last)
    }

    /// The first item of the page before the one with this item.
    pub fn before(&self, item: ItemIx) -> Option<ItemIx> {
        let first = *self.page(item).first()?;
        let earlier = self.answers.asked(&self.pack).filter(|i| *i < first).last()?;
        self.page(earlier).first().copied()
    }
}
