//! From JSON to a [`Pack`].

use super::problem::{Problem, ProblemKind};
use super::read::{self, no_number, Place, Reader};
use super::*;
use crate::model::sorted::Set;

/// Reads a pack. Every problem comes with its place; the pack holds what could be read.
pub fn parse(text: &str) -> (Pack, Vec<Problem>) {
    let value = match read::open(text, "pack", FORMAT) {
        Ok(value) => value,
        Err(problem) => return (Pack::default(), vec![problem]),
    };
    let mut reader = Reader::default();
    let pack = match reader.object(&value, String::new()) {
        Some(root) => {
            reader.format = reader.number(&root, "format", 1, FORMAT);
            pack(&mut reader, &root)
        }
        None => Pack::default(),
    };
    (pack, reader.problems)
}

/// More than a pack of 10,000 items takes.
const MOST_MINUTES: u64 = 100_000;

fn pack(r: &mut Reader, root: &Place) -> Pack {
    let mut pack = Pack {
        id: r.text(root, "id"),
        version: r.text(root, "version"),
        language: r.text(root, "language"),
        title: r.text(root, "title"),
        notice: r.text(root, "notice"),
        explanations: r.optional_str(root, "explanations"),
        quick_minutes: r.number(root, "quick_minutes", 0, MOST_MINUTES) as u32,
        full_minutes: r.number(root, "full_minutes", 0, MOST_MINUTES) as u32,
        quick_note: r.optional_str(root, "quick"),
        ..Pack::default()
    };
    let phases = r.objects(root, "phases");
    pack.phases = named(r, phases, "name");
    match r.child(root, "levels") {
        Some(levels) => {
            let mut five = |key| {
                if !levels.has(key) {
                    r.note(levels.path(key), ProblemKind::Missing);
                }
                r.five_strings(&levels, key).unwrap_or_default()
            };
            pack.level_names = five("names");
            pack.level_texts = [five(Kind::Requirement.id()), five(Kind::Control.id())];
            pack.formal_names = r.five_strings(&levels, "formal").unwrap_or_default();
            pack.level_rule = r.optional_str(&levels, "checks");
        }
        None if root.has("levels") => (),
        None => r.note(root.path("levels"), ProblemKind::Missing),
    }
    if let Some(place) = r.child(root, "rules") {
        pack.thresholds = judging::thresholds(r, &place);
    }
    let mut taken = Set::default();
    for place in r.objects(root, "lenses") {
        let values = r.non_empty_objects(&place, "values");
        pack.lenses.push(Lens {
            id: r.id(&mut taken, &place),
            name: r.text(&place, "name"),
            values: named(r, values, "name"),
        });
    }
    let needs = sections(r, root, &mut pack);
    titles(r, root, &mut pack);
    link(r, &mut pack, needs);
    for place in r.objects(root, "versions") {
        let levels = r.texts_at(&place, "levels");
        let levels = find(r, &pack, levels);
        pack.versions.push(PackVersion { version: r.text(&place, "version"), levels });
    }
    for place in r.objects(root, "way") {
        let items = r.texts_at(&place, "items");
        let items = find(r, &pack, items);
        let (name, stage1) = (r.text(&place, "name"), r.bool_or(&place, "stage1"));
        pack.way.push(WayStep { name, items, stage1 });
    }
    documents::documents(r, root, &mut pack);
    metrics(r, root, &mut pack);
    glossary(r, root, &mut pack);
    if let Some(place) = r.child(root, "profile") {
        pack.profile = profile(r, &place, &pack);
    }
    pack.with_facts("")
}

fn named(r: &mut Reader, places: Vec<Place>, name: &str) -> Vec<Named> {
    let mut taken = Set::default();
    let mut named = |place| Named { id: r.id(&mut taken, place), name: r.text(place, name) };
    places.iter().map(&mut named).collect()
}

/// What an item needs, by identifier with its pointer, until all items are known.
type Needs = Vec<Vec<(Rc<str>, String)>>;

fn sections(r: &mut Reader, root: &Place, pack: &mut Pack) -> Needs {
    let mut needs = Vec::new();
    let (mut taken, mut taken_by_items) = (Set::default(), Set::default());
    for (position, place) in r.non_empty_objects(root, "sections").into_iter().enumerate() {
        let first = pack.items.len();
        let id = r.id(&mut taken, &place);
        let kind = Kind::ALL[r.one_of(&place, "kind", &["requirement", "control"])];
        for place in r.non_empty_objects(&place, "items") {
            let id = r.id(&mut taken_by_items, &place);
            if !id.is_empty() {
                let before = pack.by_id.insert(id.clone(), pack.items.len());
                // Of two items with one identifier, the first one is meant.
                before.map(|before| pack.by_id.insert(id.clone(), before));
            }
            needs.push(r.texts_at(&place, "needs"));
            let item = Item { id, section: position, kind, ..item(r, &place, pack) };
            pack.items.push(item);
        }
        let items = first..pack.items.len();
        pack.sections.push(Section {
            id,
            kind,
            name: r.text(&place, "name"),
            about: r.optional_str(&place, "about"),
            items,
        });
    }
    needs
}

fn item(r: &mut Reader, place: &Place, pack: &Pack) -> Item {
    let effort = match r.child(place, "effort") {
        Some(effort) => Effort {
            // The first version of the format knew three sizes.
            micro: half_days(r, &effort, if r.format < 2 { "small" } else { "micro" }),
            small: half_days(r, &effort, "small"),
            medium: half_days(r, &effort, "medium"),
            large: half_days(r, &effort, "large"),
        },
        None => Effort { micro: 2, small: 2, medium: 2, large: 2 },
    };
    let phases: Vec<&str> = pack.phases.iter().map(|phase| &*phase.id).collect();
    let lenses = r.child(place, "lenses");
    Item {
        name: r.text(place, "name"),
        question: r.text(place, "question"),
        why: r.optional_str(place, "why"),
        levels: r.five_strings(place, "levels"),
        checks: checks(r, place),
        evidence: r.texts(place, "evidence"),
        guidance: r.texts(place, "guidance"),
        larger: r.texts(place, "larger"),
        small: r.optional_str(place, "small"),
        written: judging::written(r, place),
        gate: r.bool_or(place, "gate"),
        light: r.bool_or(place, "light"),
        determined: r.bool_or(place, "determined"),
        stage1: judging::stage1(r, place),
        stage2: r.bool_or(place, "stage2"),
        plan: r.bool_or(place, "plan"),
        treated: r.bool_or(place, "treated"),
        core: r.bool_or(place, "core"),
        weight: r.number(place, "weight", 1, 5) as u32,
        effort,
        phase: match place.has("phase") {
            true => r.one_of(place, "phase", &phases),
            false => 0,
        },
        lenses: match lenses {
            Some(lenses) => lens_values(r, &lenses, pack),
            None => vec![Vec::new(); pack.lenses.len()],
        },
        was: r.texts(place, "was"),
        new: r.bool_or(place, "new"),
        quick: r.bool_or(place, "quick"),
        ..Item::default()
    }
}

fn checks(r: &mut Reader, place: &Place) -> Vec<Check> {
    let (mut taken, mut checks) = (Set::default(), Vec::new());
    for place in r.objects(place, "checks") {
        checks.push(Check {
            id: r.id(&mut taken, &place),
            text: r.text(&place, "text"),
            level: r.number(&place, "level", 1, 4) as u8,
        });
    }
    checks
}

/// Days are written with halves (`0.5`) and kept as a whole number of half days, at least one.
fn half_days(r: &mut Reader, place: &Place, key: &str) -> u32 {
    const MOST: u64 = 1000;
    let days = place.map.get(key).filter(|days| !days.is_null());
    match days.map(|days| days.as_f64().ok_or(days)) {
        None => r.note(place.path(key), ProblemKind::Missing),
        Some(Err(days)) => r.note(place.path(key), no_number(days)),
        Some(Ok(days)) if days > 0.0 && days <= MOST as f64 => {
            return ((days * 2.0).round() as u32).max(1);
        }
        Some(Ok(_)) => {
            r.note(place.path(key), ProblemKind::OutOfRange { least: 1, most: MOST });
        }
    }
    1
}

fn lens_values(r: &mut Reader, place: &Place, pack: &Pack) -> Vec<Vec<usize>> {
    for key in place.map.keys() {
        if !pack.lenses.iter().any(|lens| *lens.id == **key) {
            r.note(place.path(key), ProblemKind::NoSuchId(key.to_string()));
        }
    }
    let mut all = Vec::new();
    for lens in &pack.lenses {
        let mut values = Vec::new();
        for (id, at) in r.texts_at(place, &lens.id) {
            match lens.values.iter().position(|value| value.id == id) {
                Some(value) => values.push(value),
                None => r.note(at, ProblemKind::NoSuchId(id.to_string())),
            }
        }
        all.push(values);
    }
    all
}

/// The official short titles stand in one place, so that one deletion removes them.
fn titles(r: &mut Reader, root: &Place, pack: &mut Pack) {
    let Some(titles) = r.child(root, "titles") else { return };
    for key in titles.map.keys() {
        match pack.find(key) {
            Some(item) => {
                let title = r.text(&titles, key);
                if let Some(item) = pack.items.get_mut(item) {
                    item.title = title;
                }
            }
            None => r.note(titles.path(key), ProblemKind::NoSuchId(key.to_string())),
        }
    }
}

/// The items with these identifiers; one that there is not is noted.
pub(super) fn find(r: &mut Reader, pack: &Pack, ids: Vec<(Rc<str>, String)>) -> Vec<ItemIx> {
    let mut found = Vec::new();
    for (id, at) in ids {
        match pack.find(&id) {
            Some(item) => found.push(item),
            None => r.note(at, ProblemKind::NoSuchId(id.to_string())),
        }
    }
    found
}

/// Resolves what items need, and notes circles.
fn link(r: &mut Reader, pack: &mut Pack, needs: Needs) {
    let resolved: Vec<_> = needs.into_iter().map(|ids| find(r, pack, ids)).collect();
    for (item, needs) in pack.items.iter_mut().zip(resolved) {
        item.needs = needs;
    }
    let circle = order::circles(pack);
    if !circle.is_empty() {
        let ids: Vec<&str> = circle.iter().map(|item| &*pack.items[*item].id).collect();
        r.note("/sections".into(), ProblemKind::Circle(ids.join(", ")));
    }
}

fn metrics(r: &mut Reader, root: &Place, pack: &mut Pack) {
    let mut taken = Set::default();
    let (directions, often) = (Direction::ALL.map(|(id, _)| id), Every::ALL.map(|(id, _)| id));
    for place in r.objects(root, "metrics") {
        let items = r.texts_at(&place, "items");
        let metric = Metric {
            id: r.id(&mut taken, &place),
            name: r.text(&place, "name"),
            measures: r.text(&place, "measures"),
            formula: r.text(&place, "formula"),
            unit: r.text(&place, "unit"),
            direction: Direction::ALL[r.one_of(&place, "direction", &directions)].1,
            target: r.text(&place, "target"),
            every: Every::ALL[r.one_of(&place, "every", &often)].1,
            who: r.optional_str(&place, "who"),
            source: r.optional_str(&place, "source"),
            items: find(r, pack, items),
        };
        pack.metrics.push(metric);
    }
}

fn glossary(r: &mut Reader, root: &Place, pack: &mut Pack) {
    let mut taken = Set::default();
    for place in r.objects(root, "glossary") {
        pack.glossary.push(Term {
            id: r.id(&mut taken, &place),
            term: r.text(&place, "term"),
            also: r.texts(&place, "also"),
            text: r.text(&place, "text"),
        });
    }
}

fn profile(r: &mut Reader, place: &Place, pack: &Pack) -> Profile {
    let mut profile = Profile::default();
    let mut taken = Set::default();
    for place in r.objects(place, "questions") {
        let options = r.non_empty_objects(&place, "options");
        profile.questions.push(ProfileQuestion {
            id: r.id(&mut taken, &place),
            question: r.text(&place, "question"),
            hint: r.optional_str(&place, "hint"),
            many: r.one_of(&place, "choose", &["one", "many"]) == 1,
            options: named(r, options, "text"),
        });
    }
    profile.proposals = rules(r, place, "proposals", &profile.questions, pack);
    profile.contradictions = rules(r, place, "contradictions", &profile.questions, pack);
    profile.expected = rules(r, place, "expected", &profile.questions, pack);
    profile
}

fn rules(
    r: &mut Reader,
    place: &Place,
    key: &str,
    questions: &[ProfileQuestion],
    pack: &Pack,
) -> Vec<Rule> {
    let mut rules = Vec::new();
    for place in r.objects(place, key) {
        let mut rule = Rule { reason: r.text(&place, "reason"), ..Rule::default() };
        r.not_empty(&place, "items");
        for (id, at) in r.texts_at(&place, "items") {
            match pack.find(&id) {
                Some(item) if pack.items[item].kind == Kind::Control => rule.items.push(item),
                Some(_) => r.note(at, ProblemKind::RequirementExcluded),
                None => r.note(at, ProblemKind::NoSuchId(id.to_string())),
            }
        }
        match r.child(&place, "when") {
            Some(when) if !when.map.is_empty() => rule.when = conditions(r, &when, questions),
            None if place.has("when") || key == "expected" => (),
            _ => r.note(place.path("when"), ProblemKind::Missing),
        }
        rules.push(rule);
    }
    rules
}

/// A condition that is not understood is kept, so that its rule never holds.
fn conditions(
    r: &mut Reader,
    when: &Place,
    questions: &[ProfileQuestion],
) -> Vec<(Rc<str>, Vec<Rc<str>>)> {
    let mut conditions = Vec::new();
    for (key, value) in when.map.iter() {
        let options = r.texts_at(when, key);
        match questions.iter().find(|question| question.id == *key) {
            None => r.note(when.path(key), ProblemKind::NoSuchId(key.to_string())),
            Some(_) if value.is_null() || value.as_list().is_some_and(Vec::is_empty) => {
                r.note(when.path(key), ProblemKind::Missing);
            }
            Some(question) => {
                for (id, at) in &options {
                    if question.options.iter().all(|option| option.id != *id) {
                        r.note(at.clone(), ProblemKind::NoSuchId(format!("{key}: {id}")));
                    }
                }
            }
        }
        let options = options.into_iter().map(|(id, _)| id).collect();
        conditions.push((key.clone(), options));
    }
    conditions
}
