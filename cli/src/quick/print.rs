//! What `quick` prints, as Markdown: `cli/quick.md` is its output.

use super::{quick_items, Errors, Found, Outcome, STORIES};
use crate::args;
use plumbline::pack::{ItemIx, Pack};
use std::fmt::Write;

const FIGURES: [&str; 3] = ["overall", "requirements", "controls"];

const METHOD: &str = "\
The organisations are made up, and so is everything that ties their answers together: a level in
the mean, effects of the section, of later phases, of laborious items and of the size, chance in
each item, items held back by those that they need, some \"don't know\", and exclusions where
random scoping answers propose them. Each answers all items; the figure over the quick items is
held against the figure over all. So the tables say how far a few items can stand for many, if
organisations are like this. They do not say how real organisations answer, nor how well anyone
would do in an audit. Errors are in percentage points: quick less full, of the lower bound.
";

const VERDICTS: &str = "\
\"Found\" counts every rule that no further answer can undo; \"by gates alone\" counts gates only. A
quick check never says \"ready\", and what it does not find is reported as \"cannot say yet\".
";

/// The measurement of the pack's own flags.
pub(super) fn measured(pack: &Pack, options: &args::Quick, outcomes: &[Outcome]) -> String {
    let mut text = String::from("# How well the quick check predicts the full result\n\n");
    let (items, all) = (quick_items(pack).len(), pack.items.len());
    // Writing to a String cannot fail.
    let _ = writeln!(
        text,
        "Pack {} {}: {items} quick items of {all}. {} organisations, seed {}.\n\n{METHOD}",
        pack.id, pack.version, options.profiles, options.seed
    );
    text += "| figure | bias | mean error | nine of ten within | worst |\n|---|---|---|---|---|\n";
    for (figure, name) in FIGURES.into_iter().enumerate() {
        let Errors { bias, mean, ninth, worst } = Errors::of(outcomes, figure);
        let _ = writeln!(text, "| {name} | {bias:+.1} | {mean:.1} | {ninth:.1} | {worst:.1} |");
    }
    text += "\n| kind of organisation | number | full result | requirements | controls | bias \
             | mean error | nine of ten within |\n|---|---|---|---|---|---|---|---|\n";
    for (position, story) in STORIES.iter().enumerate() {
        let these: Vec<&Outcome> =
            outcomes.iter().filter(|outcome| outcome.story == position).collect();
        let _ = write!(text, "| {} | {} ", story.name, these.len());
        for figure in 0..FIGURES.len() {
            let full = these.iter().filter_map(|outcome| outcome.full.get(figure));
            let mean = full.map(|full| f64::from(*full)).sum::<f64>() / these.len().max(1) as f64;
            let _ = write!(text, "| {:.0} % ", mean / 100.0);
        }
        let Errors { bias, mean, ninth, .. } = Errors::of(these.iter().copied(), 0);
        let _ = writeln!(text, "| {bias:+.1} | {mean:.1} | {ninth:.1} |");
    }
    let _ = writeln!(text, "\n{VERDICTS}");
    text += "| not ready | in the full result | found by the quick items | by gates alone \
             | false alarms |\n|---|---|---|---|---|\n";
    for (name, first) in [("Stage 1", true), ("Stage 2", false)] {
        let found = Found::of(outcomes, first);
        let _ = writeln!(
            text,
            "| {name} | {} | {:.1} % | {:.1} % | {} |",
            found.failed,
            found.share(),
            found.share_by_gates(),
            found.false_alarms
        );
    }
    text
}

/// A chosen set beside the pack's flags, measured by the same organisations.
pub(super) fn chosen(
    pack: &Pack,
    flagged: &[ItemIx],
    chosen: &[ItemIx],
    before: &[Outcome],
    after: &[Outcome],
) -> String {
    let list = |items: &mut dyn Iterator<Item = ItemIx>| {
        let ids: Vec<&str> = items.filter_map(|item| Some(&*pack.item(item)?.id)).collect();
        if ids.is_empty() {
            "none".to_string()
        } else {
            ids.join(", ")
        }
    };
    let new = list(&mut chosen.iter().copied().filter(|item| !flagged.contains(item)));
    let out = list(&mut flagged.iter().copied().filter(|item| !chosen.contains(item)));
    let mut text = format!("\n## A set of {} that predicts better\n\n", chosen.len());
    let _ = writeln!(
        text,
        "Chosen by other made-up organisations than it is measured by; all gates stay, every \
         section has an item.\nIt knows nothing of what a question teaches or how well people can \
         answer it.\n\n{}\n\nNot flagged now: {new}.\nFlagged now and not chosen: {out}.\n",
        list(&mut chosen.iter().copied())
    );
    text += "| figure | mean error of the flags | of the chosen set | nine of ten within, flags \
             | chosen set |\n|---|---|---|---|---|\n";
    for (figure, name) in FIGURES.into_iter().enumerate() {
        let (old, new) = (Errors::of(before, figure), Errors::of(after, figure));
        let _ = writeln!(
            text,
            "| {name} | {:.2} | {:.2} | {:.1} | {:.1} |",
            old.mean, new.mean, old.ninth, new.ninth
        );
    }
    for (name, first) in [("Stage 1", true), ("Stage 2", false)] {
        let (old, new) = (Found::of(before, first).share(), Found::of(after, first).share());
        let _ = write!(text, "\n{name} not ready is found in {old:.1} % by the flags, ");
        let _ = writeln!(text, "in {new:.1} % by the chosen set.");
    }
    text
}
