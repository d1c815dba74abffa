//! From JSON to a [`Pack`].

use super::problem::{Expected, Problem, ProblemKind};
use super::read::{self, Place, Reader};
use super::*;
use serde_json::Value;

/// Reads a pack. Every problem comes with its place; the pack holds what could be read.
pub fn parse(text: &str) -> (Pack, Vec<Problem>) {
    let value = match read::open(text, "pack", FORMAT) {
        Ok(value) => value,
        Err(problem) => return (Pack::default(), vec![problem]),
    };
    let mut reader = Reader::default();
    let pack = match reader.object(&value, String::new()) {
        Some(root) => pack(&mut reader, &root),
        None => Pack::default(),
    };
    (pack, reader.problems)
}

fn pack(r: &mut Reader, root: &Place) -> Pack {
    let mut pack = Pack {
        id: r.text(root, "id"),
        version: r.text(root, "version"),
        language: r.text(root, "language"),
        title: r.text(root, "title"),
        notice: r.text(root, "notice"),
        phases: r.objects(root, "phases").iter().map(|place| named(r, place)).collect(),
        ..Pack::default()
    };
    match r.child(root, "levels") {
        Some(levels) => {
            let mut five = |key| {
                if !levels.map.contains_key(key) {
                    r.note(levels.path(key), ProblemKind::Missing);
                }
                r.five(&levels, key).unwrap_or_default()
            };
            pack.level_names = five("names");
            pack.level_texts = [five(Kind::Requirement.id()), five(Kind::Control.id())];
        }
        None => r.note(root.path("levels"), ProblemKind::Missing),
    }
    for place in r.objects(root, "lenses") {
        let values = r.objects(&place, "values").iter().map(|value| named(r, value)).collect();
        let Named { id, name } = named(r, &place);
        pack.lenses.push(Lens { id, name, values });
    }
    let needs = sections(r, root, &mut pack);
    titles(r, root, &mut pack);
    link(r, &mut pack, needs);
    documents(r, root, &mut pack);
    if let Some(place) = r.child(root, "profile") {
        pack.profile = profile(r, &place, &pack);
    }
    pack
}

fn named(r: &mut Reader, place: &Place) -> Named {
    Named { id: r.text(place, "id"), name: r.text(place, "name") }
}

/// What an item needs, by identifier with its pointer, until all items are known.
type Needs = Vec<Vec<(Rc<str>, String)>>;

fn sections(r: &mut Reader, root: &Place, pack: &mut Pack) -> Needs {
    let mut needs = Vec::new();
    if r.list(root, "sections").is_empty() {
        r.note(root.path("sections"), ProblemKind::Missing);
    }
    for (position, place) in r.objects(root, "sections").into_iter().enumerate() {
        let first = pack.items.len();
        let id = r.text(&place, "id");
        if pack.sections.iter().any(|section| section.id == id) {
            r.note(place.path("id"), ProblemKind::Duplicate(id.to_string()));
        }
        let kind = Kind::ALL[r.one_of(&place, "kind", &["requirement", "control"])];
        for place in r.objects(&place, "items") {
            let mut item = item(r, &place, pack);
            item.section = position;
            item.kind = kind;
            if pack.by_id.insert(item.id.clone(), pack.items.len()).is_some() {
                r.note(place.path("id"), ProblemKind::Duplicate(item.id.to_string()));
            }
            needs.push(r.texts_at(&place, "needs"));
            pack.items.push(item);
        }
        let items = first..pack.items.len();
        if items.is_empty() {
            r.note(place.path("items"), ProblemKind::Missing);
        }
        pack.sections.push(Section {
            id,
            kind,
            name: r.text(&place, "name"),
            about: r.text_or_blank(&place, "about"),
            items,
        });
    }
    needs
}

fn item(r: &mut Reader, place: &Place, pack: &Pack) -> Item {
    let effort = match r.child(place, "effort") {
        Some(effort) => Effort {
            small: half_days(r, &effort, "small"),
            medium: half_days(r, &effort, "medium"),
            large: half_days(r, &effort, "large"),
        },
        None => Effort { small: 2, medium: 2, large: 2 },
    };
    let phases: Vec<&str> = pack.phases.iter().map(|phase| &*phase.id).collect();
    let lenses = r.child(place, "lenses");
    Item {
        id: r.text(place, "id"),
        name: r.text(place, "name"),
        question: r.text(place, "question"),
        why: r.text_or_blank(place, "why"),
        levels: r.five(place, "levels"),
        checks: r.objects(place, "checks").iter().map(|check| self::check(r, check)).collect(),
        evidence: r.texts(place, "evidence"),
        guidance: r.texts(place, "guidance"),
        larger: r.texts(place, "larger"),
        small: r.text_or_blank(place, "small"),
        gate: r.yes_no(place, "gate"),
        stage1: r.yes_no(place, "stage1"),
        stage2: r.yes_no(place, "stage2"),
        weight: r.number(place, "weight", 1, 5) as u32,
        effort,
        phase: match place.map.contains_key("phase") {
            true => r.one_of(place, "phase", &phases),
            false => 0,
        },
        lenses: lenses.map(|lenses| lens_values(r, &lenses, pack)).unwrap_or_default(),
        was: r.texts(place, "was"),
        new: r.yes_no(place, "new"),
        quick: r.yes_no(place, "quick"),
        ..Item::default()
    }
}

fn check(r: &mut Reader, place: &Place) -> Check {
    Check {
        id: r.text(place, "id"),
        text: r.text(place, "text"),
        level: r.number(place, "level", 1, 4) as u8,
    }
}

/// Days are written with halves (`0.5`) and kept as a whole number of half days, at least one.
fn half_days(r: &mut Reader, place: &Place, key: &str) -> u32 {
    const MOST: u64 = 1000;
    match place.map.get(key).map(Value::as_f64) {
        None => r.note(place.path(key), ProblemKind::Missing),
        Some(None) => r.note(place.path(key), ProblemKind::Expected(Expected::Number)),
        Some(Some(days)) if days > 0.0 && days <= MOST as f64 => {
            return ((days * 2.0).round() as u32).max(1);
        }
        Some(Some(_)) => {
            r.note(place.path(key), ProblemKind::OutOfRange { least: 1, most: MOST });
        }
    }
    1
}

fn lens_values(r: &mut Reader, place: &Place, pack: &Pack) -> Vec<Vec<usize>> {
    for key in place.map.keys() {
        if !pack.lenses.iter().any(|lens| *lens.id == **key) {
            r.note(place.path(key), ProblemKind::NoSuchId(key.clone()));
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
            None => r.note(titles.path(key), ProblemKind::NoSuchId(key.clone())),
        }
    }
}

fn find(r: &mut Reader, pack: &Pack, ids: Vec<(Rc<str>, String)>) -> Vec<ItemIx> {
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
    let placed = crate::plan::dependency_order(pack);
    if placed.len() < pack.items.len() {
        let stuck = (0..pack.items.len()).filter(|item| !placed.contains(item));
        let ids: Vec<&str> = stuck.filter_map(|item| pack.item(item)).map(|i| &*i.id).collect();
        r.note("/sections".into(), ProblemKind::Circle(ids.join(", ")));
    }
}

fn documents(r: &mut Reader, root: &Place, pack: &mut Pack) {
    for place in r.objects(root, "documents") {
        let items = r.texts_at(&place, "items");
        let document = Document {
            id: r.text(&place, "id"),
            name: r.text(&place, "name"),
            place: r.text(&place, "where"),
            mandatory: r.one_of(&place, "obligation", &["mandatory", "if-applicable"]) == 0,
            record: r.one_of(&place, "kind", &["document", "record"]) == 1,
            items: find(r, pack, items),
        };
        pack.documents.push(document);
    }
}

fn profile(r: &mut Reader, place: &Place, pack: &Pack) -> Profile {
    let mut profile = Profile::default();
    for place in r.objects(place, "questions") {
        let mut options = Vec::new();
        for option in r.objects(&place, "options") {
            options.push(Named { id: r.text(&option, "id"), name: r.text(&option, "text") });
        }
        profile.questions.push(ProfileQuestion {
            id: r.text(&place, "id"),
            question: r.text(&place, "question"),
            hint: r.text_or_blank(&place, "hint"),
            many: r.one_of(&place, "choose", &["one", "many"]) == 1,
            options,
        });
    }
    profile.proposals = rules(r, place, "proposals", &profile.questions, pack);
    profile.contradictions = rules(r, place, "contradictions", &profile.questions, pack);
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
        let items = r.texts_at(&place, "items");
        let mut rule = Rule {
            when: Vec::new(),
            items: find(r, pack, items),
            reason: r.text(&place, "reason"),
        };
        if let Some(position) =
            rule.items.iter().position(|i| pack.items[*i].kind == Kind::Requirement)
        {
            r.note(format!("{}/items/{position}", place.at), ProblemKind::RequirementExcluded);
        }
        match r.child(&place, "when") {
            Some(when) => {
                for question in when.map.keys() {
                    let options = r.texts(&when, question);
                    let known = questions.iter().find(|q| *q.id == **question);
                    for option in &options {
                        if !known.is_some_and(|q| q.options.iter().any(|o| o.id == *option)) {
                            let at = when.path(question);
                            r.note(at, ProblemKind::NoSuchId(format!("{question}: {option}")));
                        }
                    }
                    rule.when.push((question.as_str().into(), options));
                }
            }
            None => r.note(place.path("when"), ProblemKind::Missing),
        }
        rules.push(rule);
    }
    rules
}
