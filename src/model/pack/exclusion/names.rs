//! Whether a reason names a fact that takes a control away.
//!
//! A fact is named by a denial of one of its words ("we have no office") or by words of its own
//! ("everyone works from home"). What a denial reaches is followed word by word, because "no
//! premises security" denies another thing than "no premises".

use super::clause::{any_fits, clauses, Clause, Entry, Found, Stem};
use super::facts::{Fact, Facts, State, Words};
use super::general::{is_beyond_latin, reason_problem};
use super::ReasonProblem;
use crate::model::pack::ItemIx;
use std::rc::Rc;

impl Facts {
    /// What is wrong with a reason for leaving out this control, of this name and question.
    pub(super) fn judge(
        &self,
        item: ItemIx,
        control: &[Rc<str>; 2],
        reason: &str,
    ) -> Option<ReasonProblem> {
        let clauses = clauses(reason, &self.words.breaks);
        if clauses.is_empty() {
            return Some(ReasonProblem::Empty);
        }
        if self.of(item).next().is_none() {
            return Some(ReasonProblem::NoFact);
        }
        let words = &self.words;
        let own = OwnWords::of(control, words);
        let reading = Reading { words, own: &own };
        let states: Vec<&State> =
            self.states.iter().filter(|state| reading.names_state(&clauses, state)).collect();
        let named = |fact: &&Fact| clauses.iter().any(|clause| reading.names(clause, fact));
        let undone = |fact: &Fact| states.iter().any(|state| state.undoes(fact));
        if self.of(item).any(|fact| !undone(fact) && named(&fact)) {
            return None;
        }
        let mut all = clauses.iter().flatten().filter(|word| *word != ",");
        let says_nothing = |word: &String| {
            words.fillers.contains(word)
                || word.chars().count() < 3
                || is_number(word)
                || own.contains(word)
        };
        if all.clone().all(says_nothing) {
            return Some(ReasonProblem::SaysNothing);
        }
        // Its words cannot be told apart in another language; that it says something can.
        let foreign = all.clone().filter(|word| words.foreign.contains(word)).count();
        if foreign > 1 || all.any(|word| word.chars().any(is_beyond_latin)) {
            return reason_problem(reason);
        }
        if !states.is_empty() {
            return Some(ReasonProblem::State);
        }
        let others = self.facts.iter().filter(|fact| !fact.items.contains(&item));
        Some(match others.into_iter().any(|fact| named(&fact)) {
            true => ReasonProblem::Unfit,
            false => ReasonProblem::Unclear,
        })
    }
}

/// The words of a control's name and question that fit not just anything.
struct OwnWords(Vec<String>);

impl OwnWords {
    fn of(control: &[Rc<str>; 2], words: &Words) -> OwnWords {
        let text = control.join(" ");
        let all = clauses(&text, &words.breaks).into_iter().flatten();
        let own = |word: &String| word.chars().count() > 3 && !words.fillers.contains(word);
        OwnWords(all.filter(own).collect())
    }

    /// Whether it is one of them; the first five letters decide.
    fn contains(&self, word: &str) -> bool {
        let stem = |word: &str| word.chars().take(5).collect::<String>();
        let long = word.chars().count() > 3;
        self.0.iter().any(|own| own == word || (long && stem(own) == stem(word)))
    }
}

/// What the words of a clause do, for one control.
struct Reading<'a> {
    words: &'a Words,
    own: &'a OwnWords,
}

impl Reading<'_> {
    /// Whether a clause names a fact.
    fn names(&self, clause: &Clause, fact: &Fact) -> bool {
        let stands = |entry: &Entry| entry.stands_in(clause, |word| self.steps_over(word));
        if self.words.partial.iter().any(stands) || fact.unless.iter().any(stands) {
            return false;
        }
        let stems: Vec<&Stem> = fact.words.iter().flat_map(Entry::stems).collect();
        let denied: Vec<Vec<usize>> = (0..clause.len())
            .filter(|at| self.is_no_or_not(&clause[*at]))
            .map(|at| self.reach(clause, at, &stems))
            .collect();
        let denies = |found: &Found| {
            let Some(last) = found.first.last() else { return false };
            let in_front =
                denied.iter().any(|reach| found.first.iter().all(|at| reach.contains(at)));
            (in_front && self.is_meant(clause, *last, &stems))
                || self.denied_behind(clause, *last, &stems)
        };
        let says = |found: &Found| {
            let next = found.first.last().and_then(|last| clause.get(last + 1));
            self.undenied(clause, &found.all(), &stems)
                && !next.is_some_and(|word| any_fits(word, &self.words.stops))
        };
        let found = |entry: &Entry| entry.found(clause, |word| self.steps_over(word));
        fact.words.iter().flat_map(found).any(|found| denies(&found))
            || fact.says.iter().flat_map(found).any(|found| says(&found))
    }

    /// Whether clauses say that others do it, or that it is done.
    fn names_state(&self, clauses: &[Clause], state: &State) -> bool {
        let entries = state.words.iter().chain(&state.does);
        let stems: Vec<&Stem> = entries.flat_map(Entry::stems).collect();
        clauses.iter().any(|clause| {
            let all = |entries: &[Entry]| -> Vec<Found> {
                let found = |entry: &Entry| entry.found(clause, |word| self.steps_over(word));
                entries.iter().flat_map(found).collect()
            };
            let mut who = all(&state.words);
            who.retain(|found| self.undenied(clause, &found.all(), &stems));
            let mut does = all(&state.does);
            does.retain(|found| self.undenied(clause, &found.first, &stems));
            let another = |who: &Found| {
                let who = who.all();
                does.iter().any(|does| does.first.iter().any(|at| !who.contains(at)))
            };
            !who.is_empty() && (state.does.is_empty() || who.iter().any(another))
        })
    }

    /// What a denial reaches: the words after it that fit anything or belong to the fact, as far as
    /// a word that it denies itself. After "no" up to two other words are stepped over where a word
    /// of the fact or more of a list follows. Past a comma only a list goes on.
    fn reach(&self, clause: &Clause, denial: usize, stems: &[&Stem]) -> Vec<usize> {
        let words = self.words;
        let (mut reached, mut spare) = (Vec::new(), 0);
        for (at, word) in clause.iter().enumerate().skip(denial + 1) {
            let next = clause.get(at + 1);
            let lists = |word: &str| words.lists.contains(word);
            if any_fits(word, stems.iter().copied()) {
                reached.push(at);
                spare = 0;
            } else if any_fits(word, &words.stops) || self.own.contains(word) {
                break;
            } else if word == "," {
                if next.is_none_or(|next| self.is_neutral(next) && !lists(next)) {
                    break;
                }
            } else if self.is_neutral(word) || self.is_no_or_not(word) {
                if spare > 0 && !lists(word) {
                    break;
                }
                spare = 0;
            } else if let (true, true, Some(next)) =
                (words.no.contains(&clause[denial]), spare < 2, next)
            {
                spare += 1;
                let goes_on = any_fits(next, stems.iter().copied())
                    || lists(next)
                    || next == ","
                    || !self.is_neutral(next);
                if !goes_on {
                    break;
                }
            } else {
                break;
            }
        }
        reached
    }

    /// Whether what follows a denied word lets it stand: neither a word that makes another thing of
    /// it ("premises security", "office printer"), nor a judgement ("premises are needed").
    fn is_meant(&self, clause: &Clause, last: usize, stems: &[&Stem]) -> bool {
        let words = self.words;
        let belongs = |word: &str| any_fits(word, stems.iter().copied());
        let denies = |word: &str| self.is_no_or_not(word) || words.forbids.contains(word);
        let mut rest = clause.iter().skip(last + 1).skip_while(|word| belongs(word)).peekable();
        if let Some(word) = rest.peek() {
            let stands = (self.is_neutral(word) && !self.own.contains(word))
                || denies(word)
                || any_fits(word, &words.joins)
                || any_fits(word, &words.done);
            if !stands {
                return false;
            }
        }
        for word in rest {
            if any_fits(word, &words.joins) || denies(word) || word == "," {
                return true;
            }
            if !belongs(word) && !self.is_neutral(word) {
                return !(any_fits(word, &words.stops) || self.own.contains(word));
            }
        }
        true
    }

    /// "Cloud services are not used", "premises: none", "remote work is forbidden".
    fn denied_behind(&self, clause: &Clause, last: usize, stems: &[&Stem]) -> bool {
        let words = self.words;
        let passes = |word: &str| {
            !self.is_no_or_not(word)
                && word != ","
                && (any_fits(word, stems.iter().copied()) || self.is_neutral(word))
        };
        let mut rest: Vec<&String> =
            clause.iter().skip(last + 1).skip_while(|word| passes(word)).collect();
        if rest.len() == 2 && rest[0] == "," {
            rest.remove(0);
        }
        let Some((word, rest)) = rest.split_first() else { return false };
        if words.forbids.contains(word) {
            return true;
        }
        if !self.is_no_or_not(word) {
            return false;
        }
        match rest.iter().find(|word| !words.times.contains(word)) {
            None => words.bare.contains(word),
            Some(next) if *next == "," => words.bare.contains(word),
            Some(next) => any_fits(next, &words.done) && !any_fits(next, &words.stops),
        }
    }

    /// Whether none of these words has a denial among the four words before it, as far as a comma,
    /// and none behind.
    fn undenied(&self, clause: &Clause, places: &[usize], stems: &[&Stem]) -> bool {
        places.iter().all(|place| {
            let before = (place.saturating_sub(4)..*place).rev();
            let mut before = before.take_while(|at| places.contains(at) || clause[*at] != ",");
            let denied = before.any(|at| !places.contains(&at) && self.is_no_or_not(&clause[at]));
            let next = clause.get(place + 1);
            let next_denies = next
                .is_some_and(|word| self.is_no_or_not(word) || self.words.forbids.contains(word));
            !denied && !next_denies && !self.denied_behind(clause, *place, stems)
        })
    }

    /// Whether a word fits anything; it may stand in the midst of what is looked for.
    fn steps_over(&self, word: &str) -> bool {
        self.words.fillers.contains(word) && !self.is_no_or_not(word)
    }

    fn is_neutral(&self, word: &str) -> bool {
        let fits_anything = self.words.fillers.contains(word) || word == "," || is_number(word);
        fits_anything && !any_fits(word, &self.words.stops)
    }

    fn is_no_or_not(&self, word: &str) -> bool {
        self.words.no.contains(word) || self.words.not.contains(word)
    }
}

impl Found {
    /// The places of all its words.
    fn all(&self) -> Vec<usize> {
        self.first.iter().chain(&self.others).copied().collect()
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}
