//! The same answers from other sides: by clause and theme, by lens, by phase, by who looks after
//! them, and by the stage of the audit that asks for them.

use crate::answers::{Answer, Answers, Level, Standing};
use crate::date::Date;
use crate::findings::{findings, Finding, Grades, Place};
use crate::pack::{Item, ItemIx, Kind, Pack};
use crate::score::{figure, Figure};
use crate::sorted::Map;
use std::rc::Rc;

/// Items that belong together, with how they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they have in common.
    pub by: By,
    /// The items that are asked, in the order of the pack; never empty.
    pub items: Vec<ItemIx>,
    /// Their weighted mean, as that of a section, and how many stand how.
    pub figure: Figure,
    /// The findings at these items. One at a whole clause counts for that clause alone.
    pub findings: Grades,
}

/// A side to look from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
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
pub enum By {
    /// A clause or a theme.
    Section(usize),
    /// A value of a lens.
    Lens {
        /// The lens.
        lens: usize,
        /// The value.
        value: usize,
    },
    /// A phase.
    Phase(usize),
    /// Who looks after them, as it was entered without spaces around it.
    Owner(Rc<str>),
    /// They are below level 3 and nobody looks after them.
    Nobody,
    /// Stage 1 asks to see them documented.
    Stage1,
    /// Stage 2 asks to see them at work: what is marked for it, and each applicable control.
    Stage2,
}

/// What is to do for an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// The item.
    pub item: ItemIx,
    /// What there is to do.
    pub duty: Duty,
    /// Until when.
    pub due: Option<Date>,
}

/// What there is to do for an item, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Duty {
    /// It is below level 3.
    Close,
    /// Its action was done, but it is still said to be below level 3: look at it again.
    Confirm,
    /// It is open: find out how it stands.
    FindOut,
    /// It is at level 3 or 4: keep it there.
    Keep,
}

/// An item that a stage asks to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The item.
    pub item: ItemIx,
    /// The documents that it asks for, as positions in [`Pack::documents`].
    pub documents: Vec<usize>,
}

/// The asked items from a side. Groups come in the order of the pack, owners by name with nobody
/// at the end; one without items is left out. An item may be in several groups or in none.
pub fn groups(pack: &Pack, answers: &Answers, side: Side) -> Vec<Group> {
    let found = findings(pack, answers);
    let sorted = match side {
        Side::Sections => by_section(pack, answers),
        Side::Lens(lens) => by_lens(pack, answers, lens),
        Side::Phases => by_phase(pack, answers),
        Side::Owners => by_owner(pack, answers),
        Side::Stages => by_stage(pack, answers),
    };
    let sorted = sorted.into_iter().filter(|(_, items)| !items.is_empty());
    sorted.map(|(by, items)| group(pack, answers, &found, by, items)).collect()
}

/// What is to do in a group: gaps first, the earliest date first and those without one after them;
/// then the order of the pack. What is left out needs nothing.
pub fn tasks(answers: &Answers, group: &Group) -> Vec<Task> {
    let nothing = Answer::default();
    let task = |item: &ItemIx| {
        let answer = answers.get(*item).map_or(&nothing, |answer| answer);
        let duty = match answers.standing(*item) {
            Standing::Level(level) if level >= Level::OPERATING => Duty::Keep,
            Standing::Level(_) if answer.done.is_some() => Duty::Confirm,
            Standing::Level(_) => Duty::Close,
            Standing::Unanswered | Standing::DontKnow => Duty::FindOut,
            Standing::NotApplicable => return None,
        };
        Some(Task { item: *item, duty, due: answer.due })
    };
    let mut tasks: Vec<Task> = group.items.iter().filter_map(task).collect();
    tasks.sort_by_key(|task| (task.duty, task.due.is_none(), task.due, task.item));
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

type Sorted = Vec<(By, Vec<ItemIx>)>;

fn group(pack: &Pack, answers: &Answers, found: &[Finding], by: By, items: Vec<ItemIx>) -> Group {
    let mut grades = Grades::default();
    for finding in found {
        let here = match finding.place {
            Place::Item(item) => items.binary_search(&item).is_ok(),
            Place::Clause(section) => by == By::Section(section),
        };
        if here {
            grades.add(finding.grade);
        }
    }
    let figure = figure(pack, answers, &mut items.iter().copied());
    Group { by, items, figure, findings: grades }
}

fn by_section(pack: &Pack, answers: &Answers) -> Sorted {
    let items = |section| asked(pack, answers, &|item: &Item, _| item.section == section);
    (0..pack.sections.len()).map(|section| (By::Section(section), items(section))).collect()
}

fn by_lens(pack: &Pack, answers: &Answers, lens: usize) -> Sorted {
    let values = pack.lenses.get(lens).map_or(0, |lens| lens.values.len());
    let has = |item: &Item, value| item.lenses.get(lens).is_some_and(|has| has.contains(&value));
    let items = |value| asked(pack, answers, &|item: &Item, _| has(item, value));
    (0..values).map(|value| (By::Lens { lens, value }, items(value))).collect()
}

fn by_phase(pack: &Pack, answers: &Answers) -> Sorted {
    let items = |phase| asked(pack, answers, &|item: &Item, _| item.phase == phase);
    (0..pack.phases.len()).map(|phase| (By::Phase(phase), items(phase))).collect()
}

fn by_owner(pack: &Pack, answers: &Answers) -> Sorted {
    let mut owners: Map<Vec<ItemIx>> = Map::default();
    let mut nobody = Vec::new();
    for item in answers.asked(pack) {
        let owner = answers.get(item).map_or("", |answer| answer.owner.trim());
        if !owner.is_empty() {
            match owners.get_mut(owner) {
                Some(items) => items.push(item),
                None => drop(owners.insert(owner.into(), vec![item])),
            }
        } else if matches!(answers.standing(item), Standing::Level(l) if l < Level::OPERATING) {
            nobody.push(item);
        }
    }
    let owners = owners.iter().map(|(owner, items)| (By::Owner(owner.clone()), items.clone()));
    owners.chain([(By::Nobody, nobody)]).collect()
}

fn by_stage(pack: &Pack, answers: &Answers) -> Sorted {
    let first = asked(pack, answers, &|item: &Item, _| item.stage1);
    let second = asked(pack, answers, &|item: &Item, standing| {
        item.stage2 || item.kind == Kind::Control && standing != Standing::NotApplicable
    });
    vec![(By::Stage1, first), (By::Stage2, second)]
}

/// The asked items that belong to a group.
fn asked(pack: &Pack, answers: &Answers, belongs: &dyn Fn(&Item, Standing) -> bool) -> Vec<ItemIx> {
    let here = |index: &ItemIx| {
        pack.item(*index).is_some_and(|item| belongs(item, answers.standing(*index)))
    };
    answers.asked(pack).filter(here).collect()
}
