//! Changes to the answers.

use super::history::{ItemChange, Step};
use super::{AnswerEdit, Changed, Field, OrganisationEdit, State};
use crate::model::assessment::{
    may_exclude, Answer, Assessment, Evidence, Level, Organisation, Programme, Response,
};
use crate::model::pack::ItemIx;
use crate::rules::scoping::{self, ProposalState};
use std::rc::Rc;

impl State {
    /// Whether there is such an item, and it may be left out where that is asked for.
    pub(super) fn allows(&self, item: ItemIx, edit: &AnswerEdit) -> bool {
        let excludes = matches!(
            edit,
            AnswerEdit::Respond(Some(Response::NotApplicable { .. }))
                | AnswerEdit::Reason(_)
                | AnswerEdit::Applicable(_)
        );
        self.pack.item(item).is_some() && (!excludes || may_exclude(&self.pack, item))
    }

    /// What is entered for an item so far.
    pub(super) fn entered(&self, item: ItemIx) -> Answer {
        self.answers.get(item).map(|answer| (**answer).clone()).unwrap_or_default()
    }

    pub(super) fn organisation(&mut self, edit: OrganisationEdit) {
        let mut organisation = (*self.answers.organisation).clone();
        let typing = apply_organisation(&mut organisation, edit);
        self.change_answers(Vec::new(), Some(organisation), None, typing);
    }

    pub(super) fn accept(&mut self, items: &[ItemIx]) {
        let mut organisation = (*self.answers.organisation).clone();
        let mut changes = Vec::new();
        for proposal in scoping::proposals(&self.pack, &self.answers) {
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
        self.change_answers(changes, Some(organisation), None, None);
    }

    pub(super) fn refuse(&mut self, items: &[ItemIx]) {
        let mut organisation = (*self.answers.organisation).clone();
        let mut changes = Vec::new();
        for proposal in scoping::proposals(&self.pack, &self.answers) {
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
        self.change_answers(changes, Some(organisation), None, None);
    }

    /// A change of the head that is no step of the history.
    pub(super) fn head(&mut self, change: impl FnOnce(&mut Assessment)) {
        if self.may_edit() {
            change(Rc::make_mut(&mut self.answers));
            self.write(Changed::default());
        }
    }

    pub(super) fn change_answers(
        &mut self,
        items: Vec<(ItemIx, Option<Rc<Answer>>)>,
        organisation: Option<Organisation>,
        programme: Option<Programme>,
        typing: Option<Field>,
    ) {
        if !self.may_edit() {
            return;
        }
        let before = self.answers.clone();
        let mut answers = (*before).clone();
        let mut step = Step { typing, route: self.route, ..Step::default() };
        for (item, answer) in items {
            answers.set(item, answer);
            let (old, new) = (before.get(item), answers.get(item));
            if old != new {
                step.items.push((item, old.cloned(), new.cloned()) as ItemChange);
            }
        }
        if let Some(organisation) = organisation.filter(|new| *new != *before.organisation) {
            answers.organisation = Rc::new(organisation);
            step.organisation = Some((before.organisation.clone(), answers.organisation.clone()));
        }
        if let Some(programme) = programme.filter(|new| *new != *before.programme) {
            answers.programme = Rc::new(programme);
            step.programme = Some((before.programme.clone(), answers.programme.clone()));
        }
        if step.changes_something() {
            let changed = step.changed();
            self.answers = Rc::new(answers);
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
        AnswerEdit::Respond(response) => answer.response = response,
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
