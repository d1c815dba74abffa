//! The profile: what it proposes, and what becomes of a proposal.

use crate::script::{effects, in_full, place, said, then, told};
use plumbline::app::State;
use plumbline::rules::scoping::{proposals, ProposalState};

/// The proposals with what became of each.
fn proposed(state: &State) -> String {
    let told = proposals(&state.pack, &state.assessment).into_iter().map(|proposal| {
        let word = match proposal.state {
            ProposalState::Open => "open",
            ProposalState::Accepted => "accepted",
            ProposalState::Refused => "refused",
        };
        format!("{} {word}", state.pack.items[proposal.item].id)
    });
    told.collect::<Vec<_>>().join(", ")
}

#[test]
fn what_the_profile_says_decides_what_is_proposed() {
    for (script, expected) in [
        ("", ""),
        ("choose premises own", ""),
        ("choose premises none", "A.7.1 open, A.7.2 open"),
        ("choose premises none\nchoose premises", ""),
        ("choose premises none\nchoose premises own", ""),
        ("tick software nobody", "A.8.25 open"),
        ("tick software nobody\ntick software us", ""),
        ("tick software nobody\ntick software us\nuntick software us", "A.8.25 open"),
        ("choose premises none\ntick software nobody", "A.7.1 open, A.7.2 open, A.8.25 open"),
        ("choose premises none\nundo", ""),
        ("choose premises none\nundo\nredo", "A.7.1 open, A.7.2 open"),
    ] {
        assert_eq!(proposed(&in_full(script)), expected, "{script}");
    }
}

#[test]
fn proposals_are_accepted_and_refused_together_and_one_by_one() {
    for (script, expected) in [
        ("accept A.7.1", "A.7.1 accepted, A.7.2 open"),
        ("accept A.7.1 A.7.2", "A.7.1 accepted, A.7.2 accepted"),
        ("refuse A.7.1", "A.7.1 refused, A.7.2 open"),
        ("refuse A.7.1 A.7.2", "A.7.1 refused, A.7.2 refused"),
        ("accept A.7.1\nrefuse A.7.1", "A.7.1 refused, A.7.2 open"),
        ("refuse A.7.1\naccept A.7.1", "A.7.1 accepted, A.7.2 open"),
        ("A.7.1 = 2", "A.7.1 refused, A.7.2 open"),
        ("A.7.1 = ?", "A.7.1 open, A.7.2 open"),
        ("A.7.1 = - We rent no rooms", "A.7.1 accepted, A.7.2 open"),
        ("A.7.1 = - n/a", "A.7.1 open, A.7.2 open"),
        ("accept A.7.1\nA.7.1 clear", "A.7.1 open, A.7.2 open"),
        ("A.7.1 = 2\naccept A.7.1", "A.7.1 accepted, A.7.2 open"),
        ("accept A.5.1 4.1 A.8.25", "A.7.1 open, A.7.2 open"),
        ("accept A.7.1\nundo", "A.7.1 open, A.7.2 open"),
        ("refuse A.7.1\nundo", "A.7.1 open, A.7.2 open"),
    ] {
        let state = in_full(&format!("choose premises none\n{script}"));
        assert_eq!(proposed(&state), expected, "{script}");
    }
}

#[test]
fn an_accepted_proposal_leaves_the_control_out_with_its_reason_and_keeps_the_rest() {
    let state = in_full("choose premises none\nA.7.1 note Flat\nA.7.1 flag\naccept A.7.1");
    assert_eq!(said(&state), "A.7.1 = - We have no premises of our own. note Flat flag");
    told(effects(&state), "save A.7.1");
}

#[test]
fn a_refused_proposal_keeps_another_answer() {
    let state = in_full("choose premises none\nA.7.1 = 3\nrefuse A.7.1\nA.7.2 = ?\nrefuse A.7.2");
    assert_eq!(said(&state), "A.7.1 = 3\nA.7.2 = ?");
}

#[test]
fn a_profile_that_changes_takes_its_proposals_back_and_leaves_the_answers() {
    let state = in_full("choose premises none\naccept A.7.1\nrefuse A.7.2\nchoose premises own");
    assert_eq!(proposed(&state), "");
    assert_eq!(said(&state), "A.7.1 = - We have no premises of our own.");
    let again = then(&state, "choose premises none");
    assert_eq!(proposed(&again), "A.7.1 accepted, A.7.2 refused");
}

#[test]
fn deciding_stays_on_the_page() {
    let state = in_full("choose premises none\ngo proposals\naccept A.7.1\nrefuse A.7.2");
    assert_eq!(place(&state), "proposals");
}

#[test]
fn accepting_nothing_is_no_step() {
    let state = in_full("choose premises none");
    for nothing in ["accept", "refuse", "accept 4.1", "refuse A.5.1"] {
        let after = then(&state, nothing);
        assert_eq!(after.history, state.history, "{nothing}");
        told(effects(&after), "");
    }
    let accepted = then(&state, "accept A.7.1");
    assert_eq!(then(&accepted, "accept A.7.1").history, accepted.history);
}
