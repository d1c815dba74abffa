//! Makes up one organisation and its answers to all items.

use super::chance::Chance;
use super::stories::{Story, ANY, STORIES};
use plumbline::model::assessment::{Answer, Assessment, Level, Mode, Organisation, Response, Size};
use plumbline::model::date::Date;
use plumbline::model::pack::{ItemIx, Pack};
use plumbline::model::sorted::{Map, Set};
use plumbline::rules::{plan, scoping};
use std::rc::Rc;

/// An organisation that was made up.
#[derive(Debug)]
pub struct Respondent {
    /// Position in [`STORIES`].
    pub story: usize,
    /// With an answer to every item.
    pub assessment: Assessment,
}

/// How far an item that is held back may still rise above those that it needs.
const AHEAD: f64 = 0.3;

/// How often a proposed exclusion is accepted.
const ACCEPTED: f64 = 0.9;

/// How often a question that allows several options gets two.
const SECOND_OPTION: f64 = 0.15;

/// Makes up one organisation; `order` has every item after those that it needs.
pub fn draw(pack: &Pack, order: &[ItemIx], chance: &mut Chance) -> Respondent {
    let (story, kind) = story(chance);
    let mut assessment = Assessment::new(pack, Mode::Full);
    let size = Size::ALL.get(chance.below(Size::ALL.len())).copied();
    let choices = choices(pack, chance);
    assessment.organisation = Rc::new(Organisation { size, choices, ..Organisation::default() });
    let (unknown, planned) = (chance.between(kind.unknown), chance.between(kind.planned));
    for (item, level) in levels(pack, order, kind, size, chance).into_iter().enumerate() {
        let response = match chance.happens(unknown) {
            true => Some(Response::DontKnow),
            false => Level::new(level).map(Response::Level),
        };
        let mut answer = Answer { response, ..Answer::default() };
        if level < 3 && chance.happens(planned) {
            answer.owner = "somebody".into();
            answer.due = Date::new(2030, 1, 1);
        }
        assessment.set(item, Some(Rc::new(answer)));
    }
    for proposal in scoping::proposals(pack, &assessment) {
        if chance.happens(ACCEPTED) {
            let response = Some(Response::NotApplicable { reason: proposal.reason });
            assessment.set(proposal.item, Some(Rc::new(Answer { response, ..Answer::default() })));
        }
    }
    Respondent { story, assessment }
}

fn story(chance: &mut Chance) -> (usize, &'static Story) {
    let shares: u32 = STORIES.iter().map(|story| story.share).sum();
    let mut left = chance.below(shares as usize) as u32;
    for (position, story) in STORIES.iter().enumerate() {
        if left < story.share {
            return (position, story);
        }
        left -= story.share;
    }
    (0, &ANY)
}

fn choices(pack: &Pack, chance: &mut Chance) -> Map<Set> {
    let mut choices = Map::default();
    for question in &pack.profile.questions {
        let mut chosen = Set::default();
        let again = question.many && chance.happens(SECOND_OPTION);
        for _ in 0..1 + usize::from(again) {
            if let Some(option) = question.options.get(chance.below(question.options.len())) {
                chosen.insert(option.id.clone());
            }
        }
        choices.insert(question.id.clone(), chosen);
    }
    choices
}

/// Levels from 0 to 4, by item.
fn levels(
    pack: &Pack,
    order: &[ItemIx],
    story: &Story,
    size: Option<Size>,
    chance: &mut Chance,
) -> Vec<u64> {
    let mean = chance.between(story.level);
    let (phase, work) = (chance.between(story.phases), chance.between(story.work));
    let sections: Vec<f64> = pack.sections.iter().map(|_| chance.bell(story.sections)).collect();
    let mut drawn = vec![0.0f64; pack.items.len()];
    for index in order {
        let Some(item) = pack.item(*index) else { continue };
        let [requirement, control] = story.kinds;
        let kind = [requirement, control].get(item.kind as usize).copied().unwrap_or_default();
        let section = sections.get(item.section).copied().unwrap_or_default();
        let late = phase * item.phase as f64;
        let laborious = work * steps_of_work(plan::half_days(item.effort, size));
        let mut level = mean + kind + section - late - laborious + chance.bell(story.items);
        for need in &item.needs {
            let held = chance.happens(story.held_back);
            if let (true, Some(basis)) = (held, drawn.get(*need)) {
                level = level.min(basis + AHEAD);
            }
        }
        if let Some(slot) = drawn.get_mut(*index) {
            *slot = level;
        }
    }
    drawn.into_iter().map(|level| level.round().clamp(0.0, 4.0) as u64).collect()
}

/// Each step is about three times the work of the one before.
fn steps_of_work(half_days: u32) -> f64 {
    match half_days {
        0..=2 => 0.0,
        3..=6 => 1.0,
        7..=18 => 2.0,
        _ => 3.0,
    }
}
