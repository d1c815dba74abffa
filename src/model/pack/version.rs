//! What the versions of a questionnaire changed.

use super::{ItemIx, Pack};
use crate::model::sorted::Set;
use std::rc::Rc;

/// A version of a questionnaire.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct PackVersion {
    /// As in [`Pack::version`] of that time.
    pub version: Rc<str>,
    /// The items whose levels mean something else since then.
    pub levels: Vec<ItemIx>,
}

impl Pack {
    /// The items whose levels mean something else than they did in a version. One that is not
    /// listed is taken for older than all that are.
    pub fn levels_changed_since(&self, version: &str) -> Set {
        let known = self.versions.iter().position(|known| *known.version == *version);
        let since = self.versions.iter().skip(known.map_or(0, |known| known + 1));
        let changed = since.filter(|_| *self.version != *version).flat_map(|one| &one.levels);
        changed.filter_map(|item| Some(self.item(*item)?.id.clone())).collect()
    }
}
