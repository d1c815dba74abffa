//! The state of the documented information that the standard asks for (ISO/IEC 27001, 7.5.1), and of
//! what is commonly expected beside it.

use crate::model::assessment::{Assessment, ItemStatus};
use crate::model::pack::{Document, ItemIx, Obligation, Pack};
use std::rc::Rc;

/// A document of the pack as the answers have it. What it must contain is in the pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRow {
    /// Position in [`Pack::documents`].
    pub document: usize,
    /// As an auditor would find it.
    pub state: DocumentState,
    /// Who looks after the items that ask for it, in the order of the pack and each once; empty
    /// where nobody was named.
    pub owners: Vec<Rc<str>>,
}

/// The state of a document, as an auditor would find it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentState {
    /// Level 0: there is nothing.
    Absent,
    /// Level 1: there may be something, and nobody has approved it.
    Informal,
    /// Level 2 of a record: it is decided how it is kept, and those concerned know it. Whether the
    /// first one exists, the level does not say; Stage 2 asks to see it.
    Prepared,
    /// Level 2 of what is commonly expected: the matter is decided, and no text demands it on paper.
    Agreed,
    /// Level 2 of a document: it is written and approved.
    Written,
    /// Level 3 or 4: what it says is done; a record is kept; something shows what is expected.
    InUse,
    /// An item that asks for it is open, or is not asked in this mode.
    Unknown,
    /// It is only asked for where its control applies, and that is left out.
    NotNeeded,
}

impl DocumentState {
    /// Whether a document is approved, or a record is kept.
    pub fn is_there(self, record: bool) -> bool {
        self == DocumentState::InUse || self == DocumentState::Written && !record
    }
}

/// How many of the documents that every organisation needs are there, and how many there are.
pub fn there(pack: &Pack, rows: &[DocumentRow]) -> (u32, u32) {
    let (mut there, mut all) = (0, 0);
    for row in rows {
        let document = pack.documents.get(row.document);
        let mandatory = |document: &&Document| document.obligation == Obligation::Mandatory;
        let document = document.filter(mandatory);
        // One that every organisation needs is never left out.
        if let Some(document) = document {
            all += 1;
            there += u32::from(row.state.is_there(document.record));
        }
    }
    (there, all)
}

/// All documents of the pack, in its order. Where several items ask for one, the lowest level
/// decides: it has to meet them all.
pub fn documents(pack: &Pack, assessment: &Assessment) -> Vec<DocumentRow> {
    let row = |(position, document): (usize, &Document)| {
        let needed: Vec<ItemIx> =
            document.items.iter().copied().filter(|item| !left_out(assessment, *item)).collect();
        DocumentRow {
            document: position,
            state: state(pack, assessment, document, &needed),
            owners: owners(assessment, &needed),
        }
    };
    pack.documents.iter().enumerate().map(row).collect()
}

fn state(
    pack: &Pack,
    assessment: &Assessment,
    document: &Document,
    needed: &[ItemIx],
) -> DocumentState {
    if needed.is_empty() {
        // Nothing that is left out takes a mandatory document along.
        let spared = document.obligation != Obligation::Mandatory && !document.items.is_empty();
        return if spared { DocumentState::NotNeeded } else { DocumentState::Unknown };
    }
    let (mut lowest, mut open) = (None, false);
    for item in needed {
        match assessment.item_status(*item) {
            ItemStatus::Level(level) if assessment.asks(pack, *item) => {
                lowest = Some(lowest.map_or(level, |lowest| level.min(lowest)));
            }
            _ => open = true,
        }
    }
    match lowest.map(|level| level.number()) {
        // What is open can only be lower, and nothing is lower than this.
        Some(0) => DocumentState::Absent,
        None => DocumentState::Unknown,
        Some(_) if open => DocumentState::Unknown,
        Some(1) => DocumentState::Informal,
        Some(2) if document.obligation == Obligation::Expected => DocumentState::Agreed,
        Some(2) if document.record => DocumentState::Prepared,
        Some(2) => DocumentState::Written,
        Some(_) => DocumentState::InUse,
    }
}

fn owners(assessment: &Assessment, items: &[ItemIx]) -> Vec<Rc<str>> {
    let mut owners: Vec<Rc<str>> = Vec::new();
    for answer in items.iter().filter_map(|item| assessment.get(*item)) {
        let owner = answer.owner.trim();
        if !owner.is_empty() && owners.iter().all(|known| &**known != owner) {
            owners.push(owner.into());
        }
    }
    owners
}

/// Whether a control is left out with a reason that holds. The mode does not matter: what
/// was left out in full stays so in a quick check.
fn left_out(assessment: &Assessment, item: ItemIx) -> bool {
    assessment.item_status(item) == ItemStatus::NotApplicable
}
