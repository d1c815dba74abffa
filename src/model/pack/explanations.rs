//! What explains each item further, for those who want it: a file beside the pack, which is fetched
//! when it is first asked for.

use super::build::find;
use super::json::Json;
use super::read::{self, Place, Reader};
use super::{ItemIx, Pack, Problem, ProblemKind};
use std::rc::Rc;

/// The newest version of the format that this build reads.
pub const EXPLANATIONS_FORMAT: u64 = 1;

/// The explanations of a pack, as they stand in the file: each is read when it is shown.
#[derive(Debug, PartialEq, Eq)]
pub struct Explanations(Json);

/// What explains an item further. What is empty is not told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// How a small organisation does it, in a sentence or two.
    pub example: Rc<str>,
    /// What commonly goes wrong.
    pub mistakes: Vec<Rc<str>>,
    /// What an auditor may ask.
    pub asked: Vec<Rc<str>>,
    /// Who usually knows the answer.
    pub who: Rc<str>,
    /// Items that have to do with it.
    pub related: Vec<ItemIx>,
    /// What shows that it is at level 3.
    pub shows: Rc<str>,
    /// Texts to fill in that serve it, beside those of its documents: files beside the pack.
    pub templates: Vec<Rc<str>>,
}

impl Explanations {
    /// Reads the file that belongs to a pack; `None` where it cannot be used. Every problem comes
    /// with its place.
    pub fn parse(text: &str, pack: &Pack) -> (Option<Explanations>, Vec<Problem>) {
        let value = match read::open(text, "explanations", EXPLANATIONS_FORMAT) {
            Ok(value) => value,
            Err(problem) => return (None, vec![problem]),
        };
        let mut reader = Reader::default();
        let root = reader.object(&value, String::new());
        let fits = root.is_some_and(|root| check(&mut reader, &root, pack));
        (fits.then_some(Explanations(value)), reader.problems)
    }

    /// What explains this item; `None` where the file has nothing of it.
    pub fn get(&self, id: &str, pack: &Pack) -> Option<Explanation> {
        let mut reader = Reader::default();
        let found = self.0.get("items")?.get(id)?;
        let place = reader.object(found, String::new())?;
        Some(explanation(&mut reader, &place, pack))
    }
}

/// Notes what does not fit. Gives whether the file belongs to the pack: what is said of another
/// questionnaire would be told of the wrong items.
fn check(r: &mut Reader, root: &Place, pack: &Pack) -> bool {
    let belongs = r.text(root, "pack");
    if belongs != pack.id {
        if !belongs.is_empty() {
            r.note(root.path("pack"), ProblemKind::OtherPack(belongs.to_string()));
        }
        return false;
    }
    if let Some(items) = r.child(root, "items") {
        for (id, value) in items.map.iter() {
            let at = items.path(id);
            if pack.find(id).is_none() {
                r.note(at, ProblemKind::NoSuchId(id.to_string()));
            } else if let Some(place) = r.object(value, at) {
                explanation(r, &place, pack);
            }
        }
    }
    true
}

fn explanation(r: &mut Reader, place: &Place, pack: &Pack) -> Explanation {
    let related = r.texts_at(place, "related");
    Explanation {
        example: r.optional_str(place, "example"),
        mistakes: r.texts(place, "mistakes"),
        asked: r.texts(place, "asked"),
        who: r.optional_str(place, "who"),
        related: find(r, pack, related),
        shows: r.optional_str(place, "shows"),
        templates: r.texts(place, "templates"),
    }
}
