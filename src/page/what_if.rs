//! What if: answers are raised to see what changes. Nothing of it is saved until it is kept.

use super::change::Change;
use super::parts::{self, button, details, link};
use super::Sheet;
use crate::answers::{Level, Mode, Standing};
use crate::findings::{findings, Grade, Place};
use crate::node::{el, line, Element};
use crate::pack::ItemIx;
use crate::verdict::{Reason, Stage, Verdict};
use std::rc::Rc;

/// How many items stand in front.
const MOST_FIRST: usize = 20;

/// Up to so many items stand on this page. Where there are more, it shows so many at a time.
const MOST_ROWS: usize = 200;

/// What if. The address names a part of a large questionnaire: `SECTION-PART`, by position.
pub(super) fn view(sheet: &Sheet, address: &str) -> Element {
    let trying = sheet.trying();
    let change =
        Change::new(sheet, [sheet.answers, &sheet.tried()], ["whatif.now", "whatif.would"]);
    let verdict = &change.found.before.verdict;
    let stops = Stops::new(sheet, verdict);
    let lead = match trying.is_empty() {
        true => now(sheet, &change),
        false => would(sheet, &change),
    };
    let quick = sheet.answers.mode == Mode::Quick;
    let about = if sheet.editable { "whatif.about" } else { "whatif.read_only" };
    parts::page(sheet, sheet.say("whatif.title"))
        .with(line("p", lead.join(" ")).class("lead").attr("role", "status"))
        .with(line("p", sheet.say(about)).class("hint"))
        .all(quick.then(|| line("p", sheet.say("verdict.quick")).class("hint")))
        .with(el("div").all(actions(sheet, trying.len())))
        .with(change.judged(sheet, sheet.say("whatif.judged")))
        .all(first(sheet, &stops))
        .with(line("h3", sheet.say("whatif.all")))
        .all(all(sheet, address))
        .with(
            details(sheet.say("result.figures"))
                .with(change.figures(sheet, sheet.say("result.figures"))),
        )
}

/// How it is.
fn now(sheet: &Sheet, change: &Change) -> Vec<Rc<str>> {
    let grades = &change.before;
    let [overall, _] = change.overall(sheet);
    let found = [
        ("majors", &grades.majors as &dyn std::fmt::Display),
        ("minors", &grades.minors),
        ("observations", &grades.observations),
    ];
    vec![
        sheet.words().verdict(&change.found.before.verdict, true),
        sheet.fill("whatif.found", &found),
        sheet.fill("whatif.overall", &[("overall", &overall)]),
    ]
}

/// How it would be.
fn would(sheet: &Sheet, change: &Change) -> Vec<Rc<str>> {
    let (then, now) = (&change.found.before.verdict, &change.found.after.verdict);
    let mut lead = match then == now {
        true => vec![sheet.say("whatif.same_stages")],
        false => vec![
            stage(sheet, ["whatif.1_ready", "whatif.1_not", "whatif.1_open"], &now.stage1),
            stage(sheet, ["whatif.2_ready", "whatif.2_not", "whatif.2_open"], &now.stage2),
        ],
    };
    let of = |n: usize, key: &str, total: u32| {
        let n = u32::try_from(n).unwrap_or(u32::MAX);
        sheet.text.count(key, n, &[("total", &total)])
    };
    if change.before.majors > 0 {
        lead.push(of(change.gone(Grade::Major), "whatif.majors_gone", change.before.majors));
    }
    if change.before.minors > 0 {
        lead.push(of(change.gone(Grade::Minor), "whatif.minors_gone", change.before.minors));
    }
    let new = [(Grade::Major, "whatif.majors_new"), (Grade::Minor, "whatif.minors_new")];
    let new = new.map(|(grade, key)| (change.new_ones(grade), key));
    lead.extend(new.into_iter().filter(|(n, _)| *n > 0).map(|(n, key)| sheet.count(key, n)));
    let [before, after] = change.overall(sheet);
    lead.push(match before == after {
        true => sheet.fill("whatif.overall_same", &[("overall", &after)]),
        false => sheet.fill("whatif.overall_would", &[("before", &before), ("after", &after)]),
    });
    lead
}

fn stage(sheet: &Sheet, [ready, not, open]: [&str; 3], stage: &Stage) -> Rc<str> {
    match stage {
        Stage::Ready => sheet.say(ready),
        Stage::NotReady(reasons) => sheet.count(not, reasons.len()),
        Stage::CannotSay { .. } => sheet.say(open),
    }
}

/// What can be done with what is tried.
fn actions(sheet: &Sheet, tried: usize) -> Option<Element> {
    let keep = || {
        button(sheet.count("whatif.keep", tried), "keep #page-title")
            .flag("disabled", !sheet.editable)
    };
    let discard = || button(sheet.say("whatif.discard"), "discard #page-title").class("quiet");
    (tried > 0).then(|| el("p").class("actions").with(keep()).with(discard()))
}

/// The items that stop each stage, in the order of the pack.
struct Stops {
    stage1: Vec<ItemIx>,
    stage2: Vec<ItemIx>,
}

impl Stops {
    fn new(sheet: &Sheet, verdict: &Verdict) -> Stops {
        let found = findings(sheet.pack, sheet.answers);
        let items = |stage: &Stage| {
            let Stage::NotReady(reasons) = stage else { return Vec::new() };
            let mut items = Vec::new();
            for Reason { place, .. } in reasons {
                match place {
                    Place::Item(item) => items.push(*item),
                    Place::Clause(_) => {
                        let here = found.iter().filter(|finding| finding.place == *place);
                        items.extend(here.flat_map(|f| f.rests_on.iter().map(|(item, _)| *item)));
                    }
                }
            }
            items.sort_unstable();
            items.dedup();
            items
        };
        Stops { stage1: items(&verdict.stage1), stage2: items(&verdict.stage2) }
    }
}

/// What to try first, one by one or a whole set at once.
fn first(sheet: &Sheet, stops: &Stops) -> Vec<Element> {
    let report = sheet.report();
    let gaps = report.gaps.iter().map(|gap| gap.gap.item);
    let mut items: Vec<ItemIx> = Vec::new();
    for item in stops.stage1.iter().chain(&stops.stage2).copied().chain(gaps) {
        if items.len() < MOST_FIRST && !items.contains(&item) {
            items.push(item);
        }
    }
    if items.is_empty() {
        return vec![line("p", sheet.say("whatif.nothing_first"))];
    }
    let sets = [
        ("whatif.set1", &stops.stage1, Level::DEFINED),
        ("whatif.set2", &stops.stage2, Level::OPERATING),
    ];
    let sets = sets.into_iter().filter_map(|(key, items, to)| set(sheet, key, items, to));
    vec![
        line("h3", sheet.say("whatif.first")),
        line("p", sheet.say("whatif.first_about")).class("hint"),
        el("div").class("actions").all(sets),
        list(sheet, "first", items.into_iter()),
    ]
}

/// A button that raises all of these to a level, or takes that back.
fn set(sheet: &Sheet, key: &str, items: &[ItemIx], to: Level) -> Option<Element> {
    let there = |item: &&ItemIx| tried(sheet, **item).is_some_and(|level| level >= to);
    let pressed = items.iter().all(|item| there(&item));
    let mut act = match pressed {
        true => "try-all -".to_owned(),
        false => format!("try-all {}", to.number()),
    };
    for item in items.iter().filter(|item| pressed || !there(item)) {
        act += &format!(" {item}");
    }
    let button = || button(sheet.count(key, items.len()), act).class("quiet");
    let state = if pressed { "true" } else { "false" };
    (!items.is_empty()).then(|| button().attr("aria-pressed", state))
}

/// Every item: by section, or by a part of one where there are many.
fn all(sheet: &Sheet, address: &str) -> Vec<Element> {
    let asked = |section: usize| {
        let items = sheet.pack.sections.get(section).map(|s| s.items.clone()).unwrap_or_default();
        items.filter(|item| sheet.answers.asks(sheet.pack, *item)).collect::<Vec<ItemIx>>()
    };
    let sections = (0..sheet.pack.sections.len()).map(|section| (section, asked(section)));
    let sections: Vec<_> = sections.filter(|(_, items)| !items.is_empty()).collect();
    if sections.iter().map(|(_, items)| items.len()).sum::<usize>() <= MOST_ROWS {
        let part = |(section, items): (usize, Vec<ItemIx>)| {
            let n = items.iter().filter(|item| tried(sheet, **item).is_some()).count();
            let tried =
                (n > 0).then(|| line("span", sheet.count("whatif.tried_here", n)).class("hint"));
            let name = el("span").with(sheet.section_name(section)).with(" ").all(tried);
            let key = section.to_string();
            details(name).key(key).with(list(sheet, "all", items.into_iter()))
        };
        return sections.into_iter().map(part).collect();
    }
    let (mut links, mut open) = (Vec::new(), None);
    for (section, items) in &sections {
        for (n, part) in items.chunks(MOST_ROWS).enumerate() {
            let here = format!("{section}-{n}");
            let (from, to) = (n * MOST_ROWS + 1, n * MOST_ROWS + part.len());
            let name = sheet.section_name(*section);
            let name = sheet.fill("whatif.part", &[("name", &name), ("from", &from), ("to", &to)]);
            let current = here == address;
            let link = link(name, &format!("result/what-if/{here}"));
            links.push(line(
                "li",
                match current {
                    true => link.attr("aria-current", "true"),
                    false => link,
                },
            ));
            if current {
                open = Some(list(sheet, "all", part.iter().copied()));
            }
        }
    }
    let mut parts = vec![el("ul").class("hits").all(links)];
    parts.extend(open);
    parts
}

fn list(sheet: &Sheet, place: &str, items: impl Iterator<Item = ItemIx>) -> Element {
    el("ul").class("trials").all(items.map(|item| row(sheet, place, item)))
}

/// An item with the level to try. An item may stand in both lists, so the place is in its id.
fn row(sheet: &Sheet, place: &str, item: ItemIx) -> Element {
    let real = sheet.answers.standing(item);
    let tried = tried(sheet, item);
    let name = sheet.pack.item(item).map(|item| format!("{} {}", item.id, item.name));
    let label = sheet.fill("whatif.level_of", &[("item", &name.unwrap_or_default())]);
    let option = |value: String, words: Rc<str>, chosen: bool| {
        // An option that a reader chose once no longer follows its attribute, so it is made anew.
        let key = if chosen { format!("{value} chosen") } else { format!("{value} offered") };
        line("option", words).key(key).attr("value", value).flag("selected", chosen)
    };
    let real_words = sheet.standing_words(real);
    let real_words = sheet.fill("whatif.as_answered", &[("standing", &real_words)]);
    let levels = Level::ALL.into_iter().filter(|level| real != Standing::Level(*level));
    let levels = levels.map(|level| {
        let number = level.number();
        let words = [("n", &number as &dyn std::fmt::Display), ("name", &sheet.level(level))];
        option(number.to_string(), sheet.fill("level.numbered", &words), tried == Some(level))
    });
    let select = el("select")
        .attr("id", format!("try-{place}-{item}"))
        .attr("aria-label", label)
        .act(format!("try {item}"))
        .with(option(String::new(), real_words, tried.is_none()))
        .all(levels);
    let (class, mark) = match tried {
        Some(_) => ("trial tried", sheet.say("whatif.tried")),
        None => ("trial", "".into()),
    };
    el("li")
        .key(item.to_string())
        .class(class)
        .with(el("span").with(sheet.question(item)).with(" ").with(sheet.standing(real)))
        .with(select)
        .with(line("span", mark).class("mark"))
}

/// The level that is tried for an item, where it is another than the answer.
fn tried(sheet: &Sheet, item: ItemIx) -> Option<Level> {
    let at = sheet.desk.tried.binary_search_by_key(&item, |(tried, _)| *tried).ok()?;
    let (_, level) = sheet.desk.tried.get(at)?;
    (sheet.answers.standing(item) != Standing::Level(*level)).then_some(*level)
}
