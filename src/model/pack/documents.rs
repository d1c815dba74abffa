//! What belongs on paper, and texts to begin it with.

use super::build::find;
use super::read::{Place, Reader};
use super::{ItemIx, Pack};
use crate::model::sorted::Set;
use std::rc::Rc;

/// A piece of documented information (ISO/IEC 27001, 7.5) and the items that ask for it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Unique among documents.
    pub id: Rc<str>,
    /// Our name for it; the standard names none.
    pub name: Rc<str>,
    /// What it is for, in a sentence; may be empty.
    pub about: Rc<str>,
    /// What it has to contain, or usually contains.
    pub contains: Vec<Rc<str>>,
    /// The clause that asks for it, or that it belongs to.
    pub place: Rc<str>,
    /// Who needs it.
    pub obligation: Obligation,
    /// A record of something done, not a document that says how.
    pub record: bool,
    /// The items that ask for it.
    pub items: Vec<ItemIx>,
    /// Texts to fill in, with the words that every organisation can begin with: files beside the
    /// pack, as Markdown.
    pub templates: Vec<Rc<str>>,
}

/// Who needs a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Obligation {
    /// Every organisation: the standard demands it.
    #[default]
    Mandatory,
    /// Whoever does not leave its control out: the standard demands it there.
    IfApplicable,
    /// Nobody by the standard, but auditors commonly ask for it. It is never missing.
    Expected,
}

impl Obligation {
    /// All of them, the strictest first, with the words that files use.
    pub const ALL: [(&'static str, Obligation); 3] = [
        ("mandatory", Obligation::Mandatory),
        ("if-applicable", Obligation::IfApplicable),
        ("expected", Obligation::Expected),
    ];

    /// The word that files use.
    pub fn id(self) -> &'static str {
        let known = Obligation::ALL.into_iter().find(|(_, obligation)| *obligation == self);
        known.map_or("mandatory", |(id, _)| id)
    }
}

pub(super) fn documents(r: &mut Reader, root: &Place, pack: &mut Pack) {
    let mut taken = Set::default();
    let obligations = Obligation::ALL.map(|(id, _)| id);
    for place in r.objects(root, "documents") {
        let items = r.texts_at(&place, "items");
        let document = Document {
            id: r.id(&mut taken, &place),
            name: r.text(&place, "name"),
            about: r.optional_str(&place, "about"),
            contains: r.texts(&place, "contains"),
            place: r.text(&place, "where"),
            obligation: Obligation::ALL[r.one_of(&place, "obligation", &obligations)].1,
            record: r.one_of(&place, "kind", &["document", "record"]) == 1,
            items: find(r, pack, items),
            templates: r.texts(&place, "templates"),
        };
        pack.documents.push(document);
    }
}
