//! `plumbline quick`: how well the quick check predicts the full result.
//!
//! Organisations are made up, each answers all items, and the score over the quick items is held
//! against the score over all. Both come from the core, so that the figures are those of the page.

mod chance;
mod choose;
mod errors;
mod print;
mod respondent;
mod stories;
mod verdict;

pub use chance::Chance;
pub use choose::{fewest, Swap};
pub use errors::{Errors, Found, Outcome};
pub use respondent::{draw, Respondent};
pub use stories::{Story, STORIES};
pub use verdict::{failed, gates_failed, Failed};

use crate::args;
use crate::Error;
use plumbline::model::assessment::Mode;
use plumbline::model::pack::{dependency_order, ItemIx, Pack};
use plumbline::rules::score::{score, Score};

/// How many organisations a set is chosen by. They are others than those that it is measured by,
/// else chance itself would be chosen.
const TO_CHOOSE_BY: usize = 2000;

/// How many swaps are named for who wants to change little.
const SWAPS: usize = 5;

/// What the measurement found, as Markdown.
///
/// # Errors
/// [`Error::Usage`] where so few items are to be chosen that a gate or a section would be left out.
pub fn run(mut pack: Pack, options: &args::Quick) -> Result<String, Error> {
    let outcomes = measure(&pack, options.profiles, options.seed);
    let mut text = print::measured(&pack, options, &outcomes);
    if let Some(wanted) = options.choose {
        let fewest = fewest(&pack);
        if wanted < fewest || wanted > pack.items.len() {
            let most = pack.items.len();
            return Err(Error::Usage(format!(
                "--choose must lie between {fewest}, for all gates and sections, and {most}"
            )));
        }
        let flagged = quick_items(&pack);
        let respondents: Vec<Respondent> = to_choose_by(&pack, options.seed).collect();
        let chosen = choose::choose(&pack, &respondents, wanted);
        let swaps = choose::swaps(&pack, &respondents, &flagged, SWAPS);
        let mut measured = |items: &[ItemIx]| {
            flag(&mut pack, items);
            measure(&pack, options.profiles, options.seed)
        };
        let after = measured(&chosen);
        let mut items = flagged.clone();
        let mut steps = Vec::new();
        for swap in swaps {
            items.retain(|item| *item != swap.out);
            items.push(swap.new);
            steps.push((swap, measured(&items)));
        }
        text += &print::chosen(&pack, [&flagged, &chosen], [&outcomes, &after]);
        text += &print::swaps(&pack, &outcomes, &steps);
    }
    Ok(text)
}

/// Items marked `quick`, in the order of the pack.
pub fn quick_items(pack: &Pack) -> Vec<ItemIx> {
    (0..pack.items.len()).filter(|item| pack.item(*item).is_some_and(|item| item.quick)).collect()
}

/// The set of about this size that predicts best, in the order of the pack.
pub fn choose(pack: &Pack, wanted: usize, seed: u64) -> Vec<ItemIx> {
    choose::choose(pack, &to_choose_by(pack, seed).collect::<Vec<_>>(), wanted)
}

/// Marks these items as `quick`, and no others.
pub fn flag(pack: &mut Pack, items: &[ItemIx]) {
    for (index, item) in pack.items.iter_mut().enumerate() {
        item.quick = items.contains(&index);
    }
}

/// Any other seed gives other organisations.
fn to_choose_by(pack: &Pack, seed: u64) -> impl Iterator<Item = Respondent> + use<'_> {
    respondents(pack, TO_CHOOSE_BY, seed ^ 0x5eed)
}

/// What comes of this many organisations.
pub fn measure(pack: &Pack, profiles: usize, seed: u64) -> Vec<Outcome> {
    respondents(pack, profiles, seed)
        .filter_map(|mut respondent| {
            let full = figures(pack, &respondent)?;
            let all = failed(pack, &respondent.assessment);
            respondent.assessment.mode = Mode::Quick;
            Some(Outcome {
                story: respondent.story,
                full,
                quick: figures(pack, &respondent)?,
                failed: all,
                found: failed(pack, &respondent.assessment),
                found_by_gates: gates_failed(pack, &respondent.assessment),
            })
        })
        .collect()
}

fn respondents(
    pack: &Pack,
    profiles: usize,
    seed: u64,
) -> impl Iterator<Item = Respondent> + use<'_> {
    let order = dependency_order(pack);
    // Each has a seed of its own: what one draws does not shift the next.
    (0..profiles as u64).map(move |n| draw(pack, &order, &mut Chance::new(seed, n)))
}

/// Overall, requirements and controls: the lower bound, which the page calls certain.
fn figures(pack: &Pack, respondent: &Respondent) -> Option<[u32; 3]> {
    let scores = score(pack, &respondent.assessment);
    let [requirements, controls] = scores.groups;
    let lower = |figure: Score| figure.bounds.map(|bounds| bounds.lower);
    Some([lower(scores.overall)?, lower(requirements)?, lower(controls)?])
}
