//! The search over all text of the items and of what was entered, with filters.

use crate::model::assessment::{Answer, Assessment, ItemStatus, Response};
use crate::model::pack::{Item, ItemIx, Kind, Pack};
use std::rc::Rc;

/// What a search asks for; everything that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that all must occur in the item or in what was entered for it.
    pub words: Rc<str>,
    /// A status, or a mark, to look for.
    pub wanted: Option<Wanted>,
    /// Requirement or control.
    pub kind: Option<Kind>,
    /// Clause or theme, by position in the pack.
    pub section: Option<usize>,
    /// A lens and one of its values, by position.
    pub lens: Option<(usize, usize)>,
    /// Who looks after it.
    pub owner: Option<Owner>,
}

/// Who looks after an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Nobody is named.
    Nobody,
    /// Somebody with this name. Spaces around it and capitals make no difference.
    Of(Rc<str>),
}

/// A status or a mark that a search can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Nothing counts as an answer.
    Unanswered,
    /// The respondent does not know.
    DontKnow,
    /// To be looked at again.
    Flagged,
    /// Left out, with a reason.
    NotApplicable,
    /// Below level 3.
    Gap,
}

impl Wanted {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Wanted; 5] =
        [Wanted::Unanswered, Wanted::DontKnow, Wanted::Flagged, Wanted::NotApplicable, Wanted::Gap];

    /// A short name, for keys and addresses.
    pub fn id(self) -> &'static str {
        match self {
            Wanted::Unanswered => "unanswered",
            Wanted::DontKnow => "dont-know",
            Wanted::Flagged => "flagged",
            Wanted::NotApplicable => "not-applicable",
            Wanted::Gap => "gap",
        }
    }
}

impl Filter {
    /// The asked items that fit, in the order of the pack; those of an owner by their target dates,
    /// the earliest first. `lower` gives lower case.
    pub fn found(
        &self,
        pack: &Pack,
        assessment: &Assessment,
        lower: impl Fn(&str) -> String,
    ) -> Vec<ItemIx> {
        let words = lower(&self.words);
        let words: Vec<&str> = words.split_whitespace().collect();
        let says = |index, item| {
            let said = lower(&said(item, assessment.get(index).map(|answer| &**answer)));
            words.iter().all(|word| said.contains(word))
        };
        let owner = self.owner.as_ref().map(|owner| match owner {
            Owner::Nobody => String::new(),
            Owner::Of(name) => lower(name.trim()),
        });
        let owned = |index: ItemIx| {
            owner.as_ref().is_none_or(|owner| lower(owner_of(assessment, index)) == *owner)
        };
        let fits = |index: &ItemIx| {
            pack.item(*index).is_some_and(|item| {
                self.fits(assessment, *index, item)
                    && owned(*index)
                    && (words.is_empty() || says(*index, item))
            })
        };
        let mut found: Vec<ItemIx> = assessment.asked(pack).filter(fits).collect();
        if owner.is_some() {
            let due = |index: &ItemIx| assessment.get(*index).and_then(|answer| answer.due);
            found.sort_by_key(|index| (due(index).is_none(), due(index)));
        }
        found
    }

    fn fits(&self, assessment: &Assessment, index: ItemIx, item: &Item) -> bool {
        let item_status = assessment.item_status(index);
        let wanted = match self.wanted {
            None => true,
            Some(Wanted::Unanswered) => item_status == ItemStatus::Unanswered,
            Some(Wanted::DontKnow) => item_status == ItemStatus::DontKnow,
            Some(Wanted::NotApplicable) => item_status == ItemStatus::NotApplicable,
            Some(Wanted::Flagged) => assessment.get(index).is_some_and(|answer| answer.flagged),
            Some(Wanted::Gap) => {
                matches!(item_status, ItemStatus::Level(level) if level.number() < 3)
            }
        };
        wanted
            && self.kind.is_none_or(|kind| item.kind == kind)
            && self.section.is_none_or(|section| item.section == section)
            && self.lens.is_none_or(|(lens, value)| {
                item.lenses.get(lens).is_some_and(|values| values.contains(&value))
            })
    }
}

/// Who looks after the asked items, each once and in order. Of names that differ in capitals alone,
/// the first counts. `lower` gives lower case.
pub fn owners(
    pack: &Pack,
    assessment: &Assessment,
    lower: impl Fn(&str) -> String,
) -> Vec<Rc<str>> {
    let names = assessment.asked(pack).map(|index| owner_of(assessment, index));
    let names = names.filter(|name| !name.is_empty());
    let mut owners: Vec<(String, Rc<str>)> = names.map(|name| (lower(name), name.into())).collect();
    // Stable: the first of those that are the same stays in front.
    owners.sort_by(|one, other| one.0.cmp(&other.0));
    owners.dedup_by(|one, other| one.0 == other.0);
    owners.into_iter().map(|(_, name)| name).collect()
}

/// The name that was entered for an item, without spaces around it.
fn owner_of(assessment: &Assessment, index: ItemIx) -> &str {
    assessment.get(index).map_or("", |answer| answer.owner.trim())
}

/// All text of an item and of what was entered for it.
fn said(item: &Item, answer: Option<&Answer>) -> String {
    let mut all = item.text();
    let mut add = |text: &str| {
        all.push_str(text);
        all.push('\n');
    };
    if let Some(answer) = answer {
        add(&answer.note);
        add(&answer.owner);
        if let Some(Response::NotApplicable { reason }) = &answer.response {
            add(reason);
        }
        for piece in &answer.evidence {
            add(&piece.name);
            add(&piece.place);
        }
    }
    all
}
