//! What `quick` prints, as Markdown: `cli/quick.md` is its output.

use super::{quick_items, Errors, Found, Outcome, Swap, STORIES};
use crate::args;
use plumbline::model::pack::{ItemIx, Pack};
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
        "Pack {} {}: {items} quick items of {all}. {} organisations, seed {}.\n\
         Written by `plumbline quick --choose {items} > cli/quick.md`, not by hand.\n\n{METHOD}",
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
    [flagged, chosen]: [&[ItemIx]; 2],
    [before, after]: [&[Outcome]; 2],
) -> String {
    let without = |items: &[ItemIx], others: &[ItemIx]| {
        ids(pack, items.iter().copied().filter(|item| !others.contains(item)))
    };
    let mut text = format!("\n## A set of {} that predicts better\n\n", chosen.len());
    let _ = writeln!(
        text,
        "Chosen by other made-up organisations than it is measured by; all gates stay, and every \
         section has\nan item. It knows nothing of what a question teaches, nor of how well people \
         can answer it. Other seeds\nchoose other items, but about as many in each section.\n\n\
         {}\n\nNot flagged now: {}.\nFlagged now and not chosen: {}.\n",
        ids(pack, chosen.iter().copied()),
        without(chosen, flagged),
        without(flagged, chosen)
    );
    let (mut names, mut rule) = (String::from("| section |"), String::from("|---|"));
    let mut rows = ["| flags |", "| chosen set |"].map(String::from);
    for (position, section) in pack.sections.iter().enumerate() {
        let _ = write!(names, " {} |", section.id);
        rule += "---|";
        for (row, items) in rows.iter_mut().zip([flagged, chosen]) {
            let inside =
                |item: &&ItemIx| pack.item(**item).is_some_and(|item| item.section == position);
            let _ = write!(row, " {} |", items.iter().filter(inside).count());
        }
    }
    let _ = writeln!(text, "{names}\n{rule}\n{}\n", rows.join("\n"));
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

/// The swaps that gain most, with what each leaves of the error.
pub(super) fn swaps(pack: &Pack, before: &[Outcome], steps: &[(Swap, Vec<Outcome>)]) -> String {
    let mut text = String::from(
        "\n## Few changes that gain most\n\nBeginning with the flags, one after the other; mean \
         errors after each.\n\n| out | in | overall | requirements | controls |\n|---|---|---|---|\
         ---|\n",
    );
    let mut row = |out: String, new: String, outcomes: &[Outcome]| {
        let [a, b, c] = [0, 1, 2].map(|figure| Errors::of(outcomes, figure).mean);
        let _ = writeln!(text, "| {out} | {new} | {a:.2} | {b:.2} | {c:.2} |");
    };
    row(String::new(), String::new(), before);
    for (swap, outcomes) in steps {
        row(ids(pack, [swap.out]), ids(pack, [swap.new]), outcomes);
    }
    text
}

fn ids(pack: &Pack, items: impl IntoIterator<Item = ItemIx>) -> String {
    let ids: Vec<&str> = items.into_iter().filter_map(|item| Some(&*pack.item(item)?.id)).collect();
    if ids.is_empty() {
        "none".into()
    } else {
        ids.join(", ")
    }
}
