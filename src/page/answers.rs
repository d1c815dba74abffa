//! The same answers from other sides: by clause and theme, by each lens of the pack, by phase, by
//! who looks after them, and by the stage of the audit that asks for them.

use super::parts::{self, details, link};
use super::{result, Sheet};
use crate::answers::{Level, Standing};
use crate::documents::{documents, DocumentRow};
use crate::groups::{groups, tasks, wanted, By, Duty, Group, Side, Task, Wanted};
use crate::node::{el, line, Element};
use crate::pack::ItemIx;
use crate::picture::{self, bars, radar, Axis, Caption, Legend, Scale};
use std::rc::Rc;

/// More groups than this are counted, not listed.
const MOST_GROUPS: usize = 200;

/// More items of a group than this are counted, not listed.
const MOST_ITEMS: usize = 200;

/// All groups together list no more items than this.
const MOST_TOGETHER: usize = 2_000;

/// More bars than this below each other show no more than the table does.
const MOST_BARS: usize = 24;

const FINDINGS: &str = "answers.findings";

/// The answers from the side that the rest of the address names: `lens/` and an identifier,
/// `phase`, `owner` or `stage`; else by clause and theme.
pub(super) fn view(sheet: &Sheet, address: &str) -> Element {
    let sides = sides(sheet);
    let here = sides.iter().find(|(_, known, _)| known == address).or(sides.first());
    let (side, name) = here.map_or((Side::Sections, "".into()), |(side, _, n)| (*side, n.clone()));
    let groups = groups(sheet.pack, sheet.answers, side);
    let more = groups.len().saturating_sub(MOST_GROUPS);
    let more = (more > 0).then(|| line("p", sheet.count("list.more", more)));
    let shown = groups.get(..MOST_GROUPS).unwrap_or(&groups);
    let page = parts::page(sheet, sheet.fill("answers.title", &[("by", &name)]))
        .with(line("p", lead(sheet, side, &groups)).class("lead"))
        .with(nav(sheet, side, &sides));
    if groups.is_empty() {
        return page;
    }
    page.all(drawn(sheet, &name, &groups))
        .with(line("p", sheet.say("result.legend")).class("hint"))
        .with(table(sheet, name, shown))
        .with(line("h3", sheet.say("answers.questions")))
        .all(hint(sheet, side))
        .all(lists(sheet, side, shown))
        .all(more)
}

type Sides = Vec<(Side, String, Rc<str>)>;

/// All sides with the rest of their address and their name.
fn sides(sheet: &Sheet) -> Sides {
    let mut sides = vec![(Side::Sections, String::new(), sheet.say("answers.sections"))];
    for (at, lens) in sheet.pack.lenses.iter().enumerate() {
        sides.push((Side::Lens(at), format!("lens/{}", lens.id), lens.name.clone()));
    }
    for (side, address, key) in [
        (Side::Phases, "phase", "answers.phases"),
        (Side::Owners, "owner", "answers.owners"),
        (Side::Stages, "stage", "answers.stages"),
    ] {
        sides.push((side, address.into(), sheet.say(key)));
    }
    sides
}

fn nav(sheet: &Sheet, here: Side, sides: &Sides) -> Element {
    let entry = |(side, address, name): &(Side, String, Rc<str>)| {
        let slash = if address.is_empty() { "" } else { "/" };
        let link = link(name, &format!("result/answers{slash}{address}"));
        let current = if *side == here { link.attr("aria-current", "page") } else { link };
        line("li", current).key(address.clone())
    };
    el("nav")
        .class("views")
        .attr("aria-label", sheet.say("answers.label"))
        .with(el("ul").all(sides.iter().map(entry)))
}

/// What it means, before any figure.
fn lead(sheet: &Sheet, side: Side, groups: &[Group]) -> Rc<str> {
    if side == Side::Owners {
        let nobody = groups.iter().find(|group| group.by == By::Nobody);
        return match (nobody, groups.is_empty()) {
            (Some(nobody), _) => sheet.count("answers.nobodys", nobody.items.len()),
            (None, true) => sheet.say("answers.no_owners"),
            (None, false) => sheet.say("answers.all_owned"),
        };
    }
    let answered = groups.iter().filter(|group| group.figure.tally.levels > 0);
    let known = answered.filter_map(|group| Some((group.figure.bounds?, group)));
    // What stays low however the open answers turn out says more than what is not known yet.
    match known.min_by_key(|(bounds, _)| (bounds.upper, bounds.lower)) {
        _ if groups.is_empty() => sheet.say("answers.no_groups"),
        None => sheet.say("answers.nothing"),
        Some((_, lowest)) => {
            let (name, figure) = (name(sheet, &lowest.by), sheet.bounds(&lowest.figure));
            sheet.fill("answers.lowest", &[("name", &name), ("figure", &figure)])
        }
    }
}

fn hint(sheet: &Sheet, side: Side) -> Option<Element> {
    let key = match side {
        Side::Lens(_) => "answers.several",
        Side::Stages => "stage.lead",
        Side::Owners => "answers.order",
        Side::Sections | Side::Phases => return None,
    };
    Some(line("p", sheet.say(key)).class("hint"))
}

fn name(sheet: &Sheet, by: &By) -> Rc<str> {
    let pack = sheet.pack;
    match by {
        By::Section(section) => sheet.section_name(*section),
        By::Lens { lens, value } => {
            let value = pack.lenses.get(*lens).and_then(|lens| lens.values.get(*value));
            value.map(|value| value.name.clone()).unwrap_or_default()
        }
        By::Phase(phase) => {
            pack.phases.get(*phase).map(|phase| phase.name.clone()).unwrap_or_default()
        }
        By::Owner(owner) => owner.clone(),
        By::Nobody => sheet.say("answers.nobody"),
        By::Stage1 => sheet.say("stage.1"),
        By::Stage2 => sheet.say("stage.2"),
    }
}

/// A radar of 3 to 12 groups, and bars of fewer or more. A long list is only the table.
fn drawn(sheet: &Sheet, title: &str, groups: &[Group]) -> Option<Element> {
    if groups.is_empty() || groups.len() > MOST_BARS {
        return None;
    }
    let label = |by: &By| match by {
        By::Section(section) => sheet.pack.sections.get(*section).map(|section| section.id.clone()),
        by => Some(name(sheet, by)),
    };
    let labels: Vec<Rc<str>> =
        groups.iter().map(|group| label(&group.by).unwrap_or_default()).collect();
    let both = labels.iter().zip(groups);
    let axes: Vec<Axis> =
        both.clone().map(|(label, group)| Axis { label, bounds: group.figure.bounds }).collect();
    let steps = [0, 25, 50, 75, 100].map(|n| sheet.fill("figure.exact", &[("n", &n)]));
    let scale = Scale { steps: steps.each_ref().map(|step| &**step), line: None };
    let (lower, upper) = (sheet.say("legend.lower"), sheet.say("legend.upper"));
    let legend = Legend { lower: &lower, upper: &upper };
    let words = sheet.say("answers.radar");
    radar(&Caption { id: "answers", title, words: &words }, &axes, &scale, &legend).or_else(|| {
        let words = sheet.say("answers.bars");
        let caption = Caption { id: "answers", title, words: &words };
        let values: Vec<Rc<str>> = groups.iter().map(|group| sheet.bounds(&group.figure)).collect();
        let rows = both.zip(&values).map(|((name, group), value)| picture::Group {
            name,
            value,
            bounds: group.figure.bounds,
        });
        Some(bars(&caption, &rows.collect::<Vec<_>>(), &legend))
    })
}

fn table(sheet: &Sheet, caption: Rc<str>, groups: &[Group]) -> Element {
    let [part, bar, bounds, answered] = result::COLUMNS;
    let rows = groups.iter().enumerate().map(|(at, group)| {
        let name = name(sheet, &group.by);
        let section = match group.by {
            By::Section(section) => sheet.pack.sections.get(section),
            _ => None,
        };
        let head = match section {
            Some(section) => {
                line("th", link(name, &format!("result/figure/section/{}", section.id)))
            }
            None => line("th", name),
        };
        el("tr")
            .key(at.to_string())
            .with(head.attr("scope", "row"))
            .all(result::cells(sheet, &format!("group-{at}"), &group.figure))
            .with(sheet.cell(FINDINGS, found(sheet, group)).class("grades"))
    });
    sheet.table(caption, &[part, bar, bounds, answered, FINDINGS], rows)
}

/// The findings of a group by grade.
fn found(sheet: &Sheet, group: &Group) -> Element {
    let grades = [
        ("findings.major", group.findings.majors),
        ("findings.minor", group.findings.minors),
        ("findings.observation", group.findings.observations),
    ];
    let some = grades.iter().filter(|(_, n)| *n > 0);
    let some: Vec<_> = some.map(|(key, n)| line("li", sheet.count(key, *n as usize))).collect();
    match some.is_empty() {
        true => line("span", sheet.say("answers.none")),
        false => el("ul").all(some),
    }
}

/// The items of each group, shown when they are asked for.
fn lists(sheet: &Sheet, side: Side, groups: &[Group]) -> Vec<Element> {
    let most = MOST_ITEMS.min(MOST_TOGETHER / groups.len().max(1));
    let rows = match side {
        Side::Stages => documents(sheet.pack, sheet.answers),
        _ => Vec::new(),
    };
    let list = |(at, group): (usize, &Group)| {
        let more = group.items.len().saturating_sub(most);
        let count = sheet.count("answers.count", group.items.len());
        let summary = el("span")
            .with(name(sheet, &group.by))
            .with(" ")
            .with(line("span", count).class("hint"));
        let lines: Vec<Element> = match side {
            Side::Owners => {
                let tasks = tasks(sheet.answers, group);
                tasks.iter().take(most).map(|task| duty(sheet, task)).collect()
            }
            Side::Stages => {
                let wanted = wanted(sheet.pack, group);
                wanted.iter().take(most).map(|one| asked(sheet, one, &rows)).collect()
            }
            _ => group.items.iter().take(most).map(|item| plain(sheet, *item)).collect(),
        };
        details(summary)
            .key(at.to_string())
            .all((!lines.is_empty()).then(|| el("ul").class("hits").all(lines)))
            .all((more > 0).then(|| line("p", sheet.count("list.more", more))))
    };
    groups.iter().enumerate().map(list).collect()
}

/// An item with who looks after it and until when.
fn plain(sheet: &Sheet, item: ItemIx) -> Element {
    let owner = sheet.answers.get(item).map_or("", |answer| answer.owner.trim());
    let owner = (!owner.is_empty()).then(|| sheet.fill("documents.owner", &[("owner", &owner)]));
    noted(sheet, item, owner)
}

/// An item with what its owner has to do, and until when.
fn duty(sheet: &Sheet, task: &Task) -> Element {
    let words = sheet.say(match task.duty {
        Duty::Close => "duty.close",
        Duty::Confirm => "duty.confirm",
        Duty::FindOut => "duty.find_out",
        Duty::Keep => "duty.keep",
    });
    noted(sheet, task.item, Some(words))
}

/// An item with its documents and how they stand.
fn asked(sheet: &Sheet, wanted: &Wanted, rows: &[DocumentRow]) -> Element {
    let of = |at: &usize| {
        let row = rows.iter().find(|row| row.document == *at)?;
        let document = sheet.pack.documents.get(*at)?;
        let words = format!("{}: {}", document.name, sheet.document_state(row));
        Some(line("span", words).class("hint block"))
    };
    plain(sheet, wanted.item).all(wanted.documents.iter().filter_map(of))
}

/// An item, how it stands, something said of it, and its target date.
fn noted(sheet: &Sheet, item: ItemIx, words: Option<Rc<str>>) -> Element {
    let standing = sheet.answers.standing(item);
    let answer = sheet.answers.get(item);
    let due = answer.and_then(|answer| answer.due);
    let done = matches!(standing, Standing::Level(level) if level >= Level::OPERATING)
        || standing == Standing::NotApplicable
        || answer.is_some_and(|answer| answer.done.is_some());
    let passed = !done && due.is_some_and(|due| due < sheet.today);
    let due = due.map(|due| sheet.fill("answers.due", &[("date", &due)]));
    let mut entry = line("li", sheet.question(item))
        .key(item.to_string())
        .with(" ")
        .with(sheet.standing(standing));
    for (words, class) in words.map(|w| (w, "hint")).into_iter().chain(due.map(|d| (d, "hint due")))
    {
        entry = entry.with(" ").with(line("span", words).class(class));
    }
    match passed {
        true => entry.with(" ").with(line("span", sheet.say("answers.passed")).class("tag")),
        false => entry,
    }
}
