//! What to look at before the result: unanswered, flagged, contradictory.

use super::parts::{self, button};
use super::Sheet;
use crate::answers::Standing;
use crate::findings::{self, Inconsistency, InconsistencyKind};
use crate::node::{el, line, Element};
use crate::pack::ItemIx;
use std::rc::Rc;

/// More entries than this are counted, not listed.
const MOST_LISTED: usize = 50;

/// The check page.
pub(super) fn view(sheet: &Sheet) -> Element {
    let answers = sheet.answers;
    let asked = || answers.asked(sheet.pack);
    let flagged = asked().filter(|i| answers.get(*i).is_some_and(|a| a.flagged)).collect();
    let standing = |wanted| asked().filter(|item| answers.standing(*item) == wanted).collect();
    let odd = findings::inconsistencies(sheet.pack, answers, sheet.today);
    let lists: [(&str, Vec<ItemIx>); 4] = [
        ("check.flagged", flagged),
        ("check.no_evidence", findings::without_evidence(sheet.pack, answers)),
        ("check.unanswered", standing(Standing::Unanswered)),
        ("check.dont_know", standing(Standing::DontKnow)),
    ];
    let nothing = odd.is_empty() && lists.iter().all(|(_, items)| items.is_empty());
    let lead = sheet.say(if nothing { "check.nothing" } else { "check.lead" });
    let result = button(sheet.say("check.result"), "go result");
    let sections = button(sheet.say("page.sections"), "go sections").class("quiet");
    parts::section(sheet.say("check.title"))
        .with(line("p", lead).class("lead"))
        .all(contradictory(sheet, &odd))
        .all(lists.iter().filter_map(|(key, items)| list(sheet, key, items)))
        .with(el("p").class("actions").with(result).with(sections))
}

fn list(sheet: &Sheet, key: &str, items: &[ItemIx]) -> Option<Element> {
    let more = items.len().saturating_sub(MOST_LISTED);
    let lines = items.iter().take(MOST_LISTED).map(|item| line("li", question(sheet, *item)));
    let list = el("div")
        .key(key)
        .with(line("h3", sheet.count(key, items.len())))
        .with(el("ul").class("hits").all(lines))
        .all((more > 0).then(|| line("p", sheet.count("list.more", more))));
    (!items.is_empty()).then_some(list)
}

fn contradictory(sheet: &Sheet, odd: &[Inconsistency]) -> Option<Element> {
    let lines = odd
        .iter()
        .take(MOST_LISTED)
        .map(|odd| line("li", question(sheet, odd.item)).with(line("p", words(sheet, &odd.kind))));
    let list = el("div")
        .key("odd")
        .with(line("h3", sheet.count("check.odd", odd.len())))
        .with(el("ul").class("hits").all(lines));
    (!odd.is_empty()).then_some(list)
}

/// A link to a question that leads back here.
fn question(sheet: &Sheet, item: ItemIx) -> Element {
    sheet.question(item).act(format!("item {item} check"))
}

fn words(sheet: &Sheet, kind: &InconsistencyKind) -> Rc<str> {
    match kind {
        InconsistencyKind::ReasonMissing => sheet.say("odd.reason_missing"),
        InconsistencyKind::ExcludedAgainstProfile { reason } => {
            sheet.fill("odd.against_profile", &[("reason", reason)])
        }
        InconsistencyKind::WithoutItsBasis { basis } => {
            let basis = sheet.pack.item(*basis).map(|item| format!("{} {}", item.id, item.name));
            sheet.fill("odd.without_basis", &[("basis", &basis.unwrap_or_default())])
        }
        InconsistencyKind::EvidenceOld { newest } => {
            sheet.fill("odd.evidence_old", &[("date", newest)])
        }
        InconsistencyKind::DatePassed => sheet.say("odd.date_passed"),
    }
}
