//! Changes to the answers.

use super::history::{ItemChange, Step, Undoable};
use super::{AnswerEdit, Changed, Field, MilestoneEdit, OrganisationEdit, PlanEdit, State};
use crate::model::assessment::{
    Answer, Assessment, Evidence, Level, Milestone, Organisation, PlanSettings, Response,
};
use crate::model::date::Date;
use crate::model::pack::ItemIx;
use crate::report::compare::milestone;
use crate::rules::scoping::{self, ProposalState};
use crate::rules::score::Tally;
use std::rc::Rc;

impl State {
    /// Whether there is such an item, and it may be left out where that is asked for.
    pub(super) fn allows(&self, item: ItemIx, edit: &AnswerEdit) -> bool {
        let excludes = matches!(
            edit,
            AnswerEdit::Respond(Some(Response::NotApplicable { .. }))
                | AnswerEdit::Reason(_)
                | AnswerEdit::Applicable(_)
                | AnswerEdit::DoneBy(_)
        );
        self.pack.item(item).is_some() && (!excludes || self.pack.exclusions.allows(item))
    }

    /// What is entered for an item so far; a blank answer where nothing is.
    pub(super) fn entered(&self, item: ItemIx) -> Answer {
        self.assessment.get(item).map(|answer| (**answer).clone()).unwrap_or_default()
    }

    pub(super) fn edit_organisation(&mut self, edit: OrganisationEdit) {
        let mut rest = Undoable::of(&self.assessment);
        let typing = apply_organisation(Rc::make_mut(&mut rest.organisation), edit);
        self.change(Vec::new(), rest, typing);
    }

    pub(super) fn edit_plan(&mut self, edit: PlanEdit) {
        let mut rest = Undoable::of(&self.assessment);
        let (settings, audit) = (&mut rest.plan_settings, &mut rest.audit_dates);
        match edit {
            PlanEdit::RunningSince(date) => audit.running_since = date,
            PlanEdit::Stage1(date) => audit.stage1 = date,
            PlanEdit::Stage2(date) => audit.stage2 = date,
            PlanEdit::Start(date) => settings.start = date,
            PlanEdit::Pace(pace) => {
                settings.pace = pace.map(|pace| pace.clamp(1, PlanSettings::MOST_PACE));
            }
        }
        self.change(Vec::new(), rest, None);
    }

    pub(super) fn edit_milestone(&mut self, edit: MilestoneEdit) {
        let mut rest = Undoable::of(&self.assessment);
        let mut typing = None;
        match edit {
            MilestoneEdit::Add => {
                let name = std::mem::take(&mut Rc::make_mut(&mut self.page).milestone);
                let milestone = milestone(&self.pack, &self.assessment, &name, self.today);
                rest.milestones.push(Rc::new(milestone));
            }
            MilestoneEdit::FirstResult => return self.keep_first_result(),
            MilestoneEdit::BeforeReturn(changed) => return self.keep_before_return(changed),
            MilestoneEdit::Name(n, name) => {
                if let Some(milestone) = rest.milestones.get_mut(n) {
                    Rc::make_mut(milestone).name = name;
                }
                typing = Some(Field::Milestone(n));
            }
            MilestoneEdit::Remove(n) => {
                if n < rest.milestones.len() {
                    rest.milestones.remove(n);
                }
            }
        }
        self.change(Vec::new(), rest, typing);
    }

    fn keep_first_result(&mut self) {
        let judged =
            Tally::of(&self.pack, &self.assessment, self.assessment.asked(&self.pack)).levels;
        if self.may_edit() && self.assessment.milestones.is_empty() && judged > 0 {
            self.keep_milestone(self.today);
        }
    }

    fn keep_before_return(&mut self, changed: Date) {
        let days = self.today.day_number().saturating_sub(changed.day_number());
        if self.may_edit() && !self.assessment.milestones.is_empty() && days > 1 {
            self.keep_milestone(changed);
        }
    }

    /// Nobody asked for it, so that it is no step to undo.
    fn keep_milestone(&mut self, date: Date) {
        let mut kept = milestone(&self.pack, &self.assessment, "", date);
        kept.automatic = true;
        let milestones = &mut Rc::make_mut(&mut self.assessment).milestones;
        if milestones.last().is_some_and(|newest| newest.save == kept.save) {
            return;
        }
        milestones.push(Rc::new(kept));
        thin(milestones);
        self.write(Changed::default());
    }

    pub(super) fn accept(&mut self, items: &[ItemIx]) {
        let mut rest = Undoable::of(&self.assessment);
        let organisation = Rc::make_mut(&mut rest.organisation);
        let mut changes = Vec::new();
        for proposal in scoping::proposals(&self.pack, &self.assessment) {
            if items.contains(&proposal.item) && proposal.state != ProposalState::Accepted {
                let item = proposal.item;
                let mut answer = self.entered(item);
                answer.response = Some(Response::NotApplicable { reason: proposal.reason });
                changes.push((item, Some(Rc::new(answer))));
                if let Some(item) = self.pack.item(item) {
                    organisation.refused.remove(&item.id);
                }
            }
        }
        self.change(changes, rest, None);
    }

    pub(super) fn refuse(&mut self, items: &[ItemIx]) {
        let mut rest = Undoable::of(&self.assessment);
        let organisation = Rc::make_mut(&mut rest.organisation);
        let mut changes = Vec::new();
        for proposal in scoping::proposals(&self.pack, &self.assessment) {
            let Some(item) = self.pack.item(proposal.item) else { continue };
            if !items.contains(&proposal.item) {
                continue;
            }
            organisation.refused.insert(item.id.clone());
            // An exclusion that was accepted before is taken back; other answers stay.
            if proposal.state == ProposalState::Accepted {
                let mut answer = self.entered(proposal.item);
                answer.response = None;
                changes.push((proposal.item, Some(Rc::new(answer))));
            }
        }
        self.change(changes, rest, None);
    }

    /// A change of the head that is no step of the history.
    pub(super) fn head(&mut self, change: impl FnOnce(&mut Assessment)) {
        if self.may_edit() {
            change(Rc::make_mut(&mut self.assessment));
            self.write(Changed::default());
        }
    }

    /// Makes these answers to items and this rest the state, as one step of the history, if they
    /// differ from what there is.
    pub(super) fn change(
        &mut self,
        items: Vec<(ItemIx, Option<Rc<Answer>>)>,
        rest: Undoable,
        typing: Option<Field>,
    ) {
        if !self.may_edit() {
            return;
        }
        let typing = self.take_date_field().or(typing);
        let before = self.assessment.clone();
        let mut assessment = (*before).clone();
        let mut step = Step { typing, route: self.route, ..Step::default() };
        for (item, answer) in items {
            assessment.set(item, answer);
            let (old, new) = (before.get(item), assessment.get(item));
            if old != new {
                step.items.push((item, old.cloned(), new.cloned()) as ItemChange);
            }
        }
        let old = Undoable::of(&before);
        if rest != old {
            rest.clone().restore(&mut assessment);
            step.rest = Some((old, rest));
        }
        if step.changes_something() {
            let changed = step.changed();
            self.assessment = Rc::new(assessment);
            Rc::make_mut(&mut self.history).push(step);
            self.write(changed);
        }
    }
}

/// Applies an edit; gives the field where it was typed.
pub(super) fn apply(
    answer: &mut Answer,
    edit: AnswerEdit,
    field: impl Fn(&'static str, usize) -> Field,
) -> Option<Field> {
    match edit {
        AnswerEdit::Respond(response) => {
            answer.response = response;
            answer.outdated = false;
        }
        AnswerEdit::Confirm => answer.outdated = false,
        AnswerEdit::DoneBy(who) => answer.done_by = who,
        AnswerEdit::Reason(reason) => {
            answer.response = Some(Response::NotApplicable { reason });
            return Some(field("reason", 0));
        }
        AnswerEdit::Note(note) => {
            answer.note = note;
            return Some(field("note", 0));
        }
        AnswerEdit::EvidenceName(n, name) => {
            piece(answer, n).name = name;
            return Some(field("evidence-name", n));
        }
        AnswerEdit::EvidencePlace(n, place) => {
            piece(answer, n).place = place;
            return Some(field("evidence-place", n));
        }
        AnswerEdit::EvidenceDate(n, date) => piece(answer, n).date = date,
        AnswerEdit::RemoveEvidence(n) => {
            if n < answer.evidence.len() {
                answer.evidence.remove(n);
            }
        }
        AnswerEdit::Owner(owner) => {
            answer.owner = owner;
            return Some(field("owner", 0));
        }
        AnswerEdit::Due(due) => answer.due = due,
        AnswerEdit::Flag(flagged) => answer.flagged = flagged,
        AnswerEdit::Check(check, true) => {
            answer.checks.insert(check);
        }
        AnswerEdit::Check(check, false) => {
            answer.checks.remove(&check);
        }
        AnswerEdit::Applicable(said) => decide(answer, said),
        AnswerEdit::Inclusion(reason, true) => {
            answer.inclusion.insert(reason.id().into());
        }
        AnswerEdit::Inclusion(reason, false) => {
            answer.inclusion.remove(reason.id());
        }
        AnswerEdit::Implementation(said) => answer.implementation = said,
        AnswerEdit::How(how) => {
            answer.how = how;
            return Some(field("how", 0));
        }
        AnswerEdit::Done(today) => {
            let higher = matches!(&answer.response, Some(Response::Level(level)) if *level > Level::OPERATING);
            if !higher {
                answer.response = Some(Response::Level(Level::OPERATING));
            }
            answer.done = Some(today);
            answer.outdated = false;
        }
    }
    None
}

/// Says whether a control is applicable. A level stays as long as nothing speaks against it.
fn decide(answer: &mut Answer, said: Option<bool>) {
    let excluded = matches!(answer.response, Some(Response::NotApplicable { .. }));
    match said {
        Some(false) if !excluded => {
            answer.response = Some(Response::NotApplicable { reason: "".into() });
        }
        Some(true) | None if excluded => answer.response = None,
        _ => (),
    }
    answer.applicable = said == Some(true);
}

/// The piece of evidence at a place; one past the last is added.
fn piece(answer: &mut Answer, n: usize) -> &mut Evidence {
    let n = n.min(answer.evidence.len());
    if n == answer.evidence.len() {
        answer.evidence.push(Evidence::default());
    }
    &mut answer.evidence[n]
}

fn apply_organisation(organisation: &mut Organisation, edit: OrganisationEdit) -> Option<Field> {
    match edit {
        OrganisationEdit::Name(name) => {
            organisation.name = name;
            return Some(Field::Organisation("name"));
        }
        OrganisationEdit::Size(size) => organisation.size = size,
        OrganisationEdit::Sector(sector) => {
            organisation.sector = sector;
            return Some(Field::Organisation("sector"));
        }
        OrganisationEdit::Scope(scope) => {
            organisation.scope = scope;
            return Some(Field::Organisation("scope"));
        }
        OrganisationEdit::ChooseOne(question, Some(option)) => {
            organisation.choices.insert(question, [option].into_iter().collect());
        }
        OrganisationEdit::ChooseOne(question, None) => {
            organisation.choices.remove(&question);
        }
        OrganisationEdit::Tick(question, option, true) => {
            let mut chosen = organisation.choices.remove(&question).unwrap_or_default();
            chosen.insert(option);
            organisation.choices.insert(question, chosen);
        }
        OrganisationEdit::Tick(question, option, false) => {
            let left = organisation.choices.get_mut(&question).map(|chosen| {
                chosen.remove(&option);
                chosen.is_empty()
            });
            if left == Some(true) {
                organisation.choices.remove(&question);
            }
        }
    }
    None
}

/// The largest number of milestones that were kept without being asked for.
const MOST_AUTOMATIC: usize = 4;

/// Of too many automatic milestones without a name, the one goes whose neighbours are closest to
/// each other in time; the first and the newest stay.
fn thin(milestones: &mut Vec<Rc<Milestone>>) {
    let automatic = |milestone: &Rc<Milestone>| milestone.automatic && milestone.name.is_empty();
    let places: Vec<usize> =
        (0..milestones.len()).filter(|at| milestones.get(*at).is_some_and(automatic)).collect();
    if places.len() <= MOST_AUTOMATIC {
        return;
    }
    let day = |at: usize| milestones.get(at)?.date.map(Date::day_number);
    let gap = |three: &&[usize]| match three {
        [before, _, after] => {
            day(*after).zip(day(*before)).map(|(after, before)| after.saturating_sub(before))
        }
        _ => None,
    };
    let closest = places.windows(3).min_by_key(gap).and_then(|three| three.get(1).copied());
    closest.into_iter().for_each(|at| drop(milestones.remove(at)));
}
