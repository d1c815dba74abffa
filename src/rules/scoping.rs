//! What the profile says about controls: proposals to leave some out, and exclusions that it contradicts.

use crate::model::assessment::{Assessment, ItemStatus, Organisation, Response};
use crate::model::pack::{ItemIx, Pack, Rule};
use crate::model::sorted::Set;
use std::rc::Rc;

/// A control that the profile proposes to leave out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Position in the pack.
    pub item: ItemIx,
    /// The reason that would stand in a Statement of Applicability.
    pub reason: Rc<str>,
    /// What the respondent did with the proposal.
    pub state: ProposalState,
}

/// What became of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalState {
    /// Nothing yet.
    Open,
    /// The control is marked as not applicable.
    Accepted,
    /// It was refused, or the control has another answer.
    Refused,
}

/// The controls that the profile proposes to leave out, in the order of the pack.
pub fn proposals(pack: &Pack, assessment: &Assessment) -> Vec<Proposal> {
    let rules = pack.profile.proposals.iter();
    let rules: Vec<&Rule> =
        rules.filter(|rule| holds(rule, &assessment.organisation, true)).collect();
    let proposal = |item| {
        let rule = rules.iter().find(|rule| rule.items.contains(&item))?;
        let state = state(pack, assessment, item);
        Some(Proposal { item, reason: rule.reason.clone(), state })
    };
    (0..pack.items.len()).filter_map(proposal).collect()
}

/// Why the profile makes it hard to believe that a control is left out, if it does.
pub fn contradiction<'a>(
    pack: &'a Pack,
    organisation: &Organisation,
    item: ItemIx,
) -> Option<&'a Rc<str>> {
    let rules = &pack.profile.contradictions;
    rules
        .iter()
        .find(|rule| rule.items.contains(&item) && holds(rule, organisation, false))
        .map(|rule| &rule.reason)
}

/// Why hardly any organisation of this profile can leave a control out, if that is so.
pub fn expected<'a>(
    pack: &'a Pack,
    organisation: &Organisation,
    item: ItemIx,
) -> Option<&'a Rc<str>> {
    let holds = |rule: &&Rule| rule.when.is_empty() || holds(rule, organisation, false);
    let mut rules = pack.profile.expected.iter().filter(|rule| rule.items.contains(&item));
    rules.find(holds).map(|rule| &rule.reason)
}

fn state(pack: &Pack, assessment: &Assessment, item: ItemIx) -> ProposalState {
    let response = assessment.get(item).and_then(|answer| answer.response.as_ref());
    let refused =
        pack.item(item).is_some_and(|item| assessment.organisation.refused.contains(&item.id));
    match (response, assessment.item_status(item)) {
        (Some(Response::NotApplicable { .. }), ItemStatus::NotApplicable) => {
            ProposalState::Accepted
        }
        (Some(Response::Level(_)), _) => ProposalState::Refused,
        _ if refused => ProposalState::Refused,
        _ => ProposalState::Open,
    }
}

/// Whether each question of a rule has one of its options. A proposal also asks that no other
/// option stands beside them: who ticks both "nobody" and "our own people" has not decided yet.
fn holds(rule: &Rule, organisation: &Organisation, alone: bool) -> bool {
    let fits = |options: &[Rc<str>], chosen: &Set| {
        let among = chosen.iter().filter(|option| options.contains(option)).count();
        among > 0 && (!alone || among == chosen.len())
    };
    !rule.when.is_empty()
        && rule.when.iter().all(|(question, options)| {
            organisation.choices.get(question).is_some_and(|chosen| fits(options, chosen))
        })
}
