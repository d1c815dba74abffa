//! The same answers from other sides: by clause and theme, by lens, by phase, by who looks after
//! them, and by the stage of the audit that asks for them.

use crate::model::assessment::{Answer, Assessment, ItemStatus, Level};
use crate::model::date::Date;
use crate::model::pack::{Item, ItemIx, Kind, Pack};
use crate::model::sorted::Map;
use crate::rules::findings::{findings, Finding, FindingCounts, Grade, Subject};
use crate::rules::score::{score_of, Score};
use std::rc::Rc;

/// Items that belong together, with how they are judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they have in common.
    pub by: GroupKey,
    /// The items that are asked, in the order of the pack; never empty.
    pub items: Vec<ItemIx>,
    /// Their weighted mean, as that of a section, with item counts.
    pub score: Score,
    /// The findings at these items. One at a whole clause counts for that clause alone.
    pub findings: FindingCounts,
}

/// What items are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// Clauses and themes.
    Sections,
    /// The values of a lens, by its position in [`Pack::lenses`].
    Lens(usize),
    /// The steps of an implementation.
    Phases,
    /// Who looks after them.
    Owners,
    /// The two stages of a certification audit.
    Stages,
}

/// What the items of a group have in common. Positions are those in the pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupKey {
    /// A clause or a theme, by its position in [`Pack::sections`].
    Section(usize),
    /// A value of a lens.
    Lens {
        /// Position in [`Pack::lenses`].
        lens: usize,
        /// Position in the values of the lens.
        value: usize,
    },
    /// A phase, by its position in [`Pack::phases`].
    Phase(usize),
    /// Who looks after them, as it was entered without spaces around it.
    Owner(Rc<str>),
    /// They are below level 3 and nobody looks after them.
    Nobody,
    /// Stage 1 looks at them.
    Stage1,
    /// Stage 2 looks at them: each requirement and each applicable control.
    Stage2,
}

/// What is to do for an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// Position in the pack.
    pub item: ItemIx,
    /// What there is to do.
    pub kind: TaskKind,
    /// Its target date.
    pub due: Option<Date>,
}

/// What there is to do for an item, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskKind {
    /// It is below level 3.
    Close,
    /// Its action was done, but it is still said to be below level 3: look at it again.
    Confirm,
    /// It is open: find out which level it has.
    FindOut,
    /// It is at level 3 or 4: keep it there.
    Keep,
}

/// An item that a stage asks to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Position in the pack.
    pub item: ItemIx,
    /// The documents that it asks for, as positions in [`Pack::documents`].
    pub documents: Vec<usize>,
}

/// The asked items in groups. These come in the order of the pack, owners by name with nobody at
/// the end; one without items is left out. An item may be in several groups or in none.
pub fn groups(pack: &Pack, assessment: &Assessment, grouping: Grouping, today: Date) -> Vec<Group> {
    let found = findings(pack, assessment, today);
    let mut grades = vec![FindingCounts::default(); pack.items.len()];
    for finding in &found {
        if let Subject::Item(item) = finding.subject {
            if let Some(grades) = grades.get_mut(item) {
                grades.add(finding.grade);
            }
        }
    }
    let sorted = match grouping {
        Grouping::Sections => by_section(pack, assessment),
        Grouping::Lens(lens) => by_lens(pack, assessment, lens),
        Grouping::Phases => by_phase(pack, assessment),
        Grouping::Owners => by_owner(pack, assessment),
        Grouping::Stages => by_stage(pack, assessment),
    };
    let group = |(by, items): (GroupKey, Vec<ItemIx>)| {
        let score = score_of(pack, assessment, &mut items.iter().copied());
        let findings = grades_of(&found, &grades, &by, &items);
        Group { by, items, score, findings }
    };
    sorted.into_iter().filter(|(_, items)| !items.is_empty()).map(group).collect()
}

/// What is to do in a group: gaps first, the earliest date first and those without one after them;
/// then the order of the pack. What is left out needs nothing.
pub fn tasks(assessment: &Assessment, group: &Group) -> Vec<Task> {
    let nothing = Answer::default();
    let task = |item: &ItemIx| {
        let answer = assessment.get(*item).map_or(&nothing, |answer| answer);
        let kind = match assessment.item_status(*item) {
            ItemStatus::Level(level) if level >= Level::OPERATING => TaskKind::Keep,
            ItemStatus::Level(_) if answer.done.is_some() => TaskKind::Confirm,
            ItemStatus::Level(_) => TaskKind::Close,
            ItemStatus::Unanswered | ItemStatus::DontKnow => TaskKind::FindOut,
            ItemStatus::NotApplicable => return None,
        };
        Some(Task { item: *item, kind, due: answer.due })
    };
    let mut tasks: Vec<Task> = group.items.iter().filter_map(task).collect();
    tasks.sort_by_key(|task| (task.kind, task.due.is_none(), task.due, task.item));
    tasks
}

/// The items of a group with the documents that they ask for.
pub fn wanted(pack: &Pack, group: &Group) -> Vec<Wanted> {
    let documents = |item: ItemIx| {
        let asks = pack.documents.iter().enumerate().filter(|(_, one)| one.items.contains(&item));
        asks.map(|(document, _)| document).collect()
    };
    group.items.iter().map(|item| Wanted { item: *item, documents: documents(*item) }).collect()
}

type Sorted = Vec<(GroupKey, Vec<ItemIx>)>;

fn grades_of(
    found: &[Finding],
    of_items: &[FindingCounts],
    by: &GroupKey,
    items: &[ItemIx],
) -> FindingCounts {
    let mut grades = FindingCounts::default();
    for of_item in items.iter().filter_map(|item| of_items.get(*item)) {
        grades.majors += of_item.majors;
        grades.minors += of_item.minors;
        grades.observations += of_item.observations;
    }
    // The findings of clauses are majors, which stand in front.
    for finding in found.iter().take_while(|finding| finding.grade == Grade::Major) {
        if matches!(finding.subject, Subject::Clause(section) if *by == GroupKey::Section(section))
        {
            grades.add(finding.grade);
        }
    }
    grades
}

fn by_section(pack: &Pack, assessment: &Assessment) -> Sorted {
    let sections = (0..pack.sections.len()).map(GroupKey::Section);
    fill(pack, assessment, sections.collect(), &|groups, index, item| {
        put(groups, item.section, index);
    })
}

fn by_lens(pack: &Pack, assessment: &Assessment, lens: usize) -> Sorted {
    let values = pack.lenses.get(lens).map_or(0, |lens| lens.values.len());
    let values = (0..values).map(|value| GroupKey::Lens { lens, value });
    fill(pack, assessment, values.collect(), &|groups, index, item| {
        for value in item.lenses.get(lens).into_iter().flatten() {
            put(groups, *value, index);
        }
    })
}

fn by_phase(pack: &Pack, assessment: &Assessment) -> Sorted {
    let phases = (0..pack.phases.len()).map(GroupKey::Phase);
    fill(pack, assessment, phases.collect(), &|groups, index, item| put(groups, item.phase, index))
}

fn by_owner(pack: &Pack, assessment: &Assessment) -> Sorted {
    let mut owners: Map<Vec<ItemIx>> = Map::default();
    let mut nobody = Vec::new();
    for item in assessment.asked(pack) {
        let owner = assessment.get(item).map_or("", |answer| answer.owner.trim());
        if !owner.is_empty() {
            match owners.get_mut(owner) {
                Some(items) => items.push(item),
                None => drop(owners.insert(owner.into(), vec![item])),
            }
        } else if matches!(assessment.item_status(item), ItemStatus::Level(l) if l < Level::OPERATING)
        {
            nobody.push(item);
        }
    }
    let owners =
        owners.iter().map(|(owner, items)| (GroupKey::Owner(owner.clone()), items.clone()));
    owners.chain([(GroupKey::Nobody, nobody)]).collect()
}

fn by_stage(pack: &Pack, assessment: &Assessment) -> Sorted {
    let applies = |index, item: &Item| {
        item.kind == Kind::Requirement || assessment.item_status(index) != ItemStatus::NotApplicable
    };
    fill(pack, assessment, vec![GroupKey::Stage1, GroupKey::Stage2], &|groups, index, item| {
        if item.stage1.is_some() {
            put(groups, 0, index);
        }
        if applies(index, item) {
            put(groups, 1, index);
        }
    })
}

/// Puts each asked item where it belongs.
fn fill(
    pack: &Pack,
    assessment: &Assessment,
    groups: Vec<GroupKey>,
    place: &dyn Fn(&mut Sorted, ItemIx, &Item),
) -> Sorted {
    let mut groups: Sorted = groups.into_iter().map(|by| (by, Vec::new())).collect();
    for index in assessment.asked(pack) {
        if let Some(item) = pack.item(index) {
            place(&mut groups, index, item);
        }
    }
    groups
}

fn put(groups: &mut Sorted, at: usize, item: ItemIx) {
    if let Some((_, items)) = groups.get_mut(at) {
        items.push(item);
    }
}
