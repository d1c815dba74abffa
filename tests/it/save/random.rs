//! Answers that look random, the same for the same seed.

use plumbline::answers::{
    may_exclude, Answer, Answers, Evidence, Implementation, Inclusion, Level, Milestone, Mode,
    OwnControl, Programme, Response, Size, Statement,
};
use plumbline::date::Date;
use plumbline::pack::Pack;
use plumbline::save::save;
use std::rc::Rc;

/// Numbers that look random (SplitMix64).
pub struct Random(pub u64);

impl Random {
    /// From 0 to `below`, without it.
    pub fn below(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % below as u64) as usize
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// Text that tries to be something else; empty in one of three cases.
    pub fn text(&mut self) -> Rc<str> {
        const PIECES: &[&str] = &[
            "Ask Ann",
            "\"",
            "\\",
            "/",
            "\n",
            "\r\n",
            "\t",
            "\0",
            "\u{1b}",
            "{",
            "}",
            "[]",
            ",\"x\":1",
            "</script>",
            "é",
            "e\u{301}",
            "日本",
            "👩‍👩‍👧",
            "\u{202e}",
            "\u{feff}",
            "\u{2028}",
            "\u{ffff}",
            "\u{10ffff}",
            " ",
            "null",
            "-0",
            "1e999",
        ];
        let n = self.below(6).saturating_sub(1);
        let pieces: Vec<&str> = (0..n).map(|_| PIECES[self.below(PIECES.len())]).collect();
        pieces.concat().into()
    }
}

/// An assessment with something in any field.
pub fn answers(pack: &Pack, seed: u64) -> Answers {
    let mut r = Random(seed);
    let mut answers = without_milestones(pack, &mut r);
    let programme = Rc::make_mut(&mut answers.programme);
    for _ in 0..r.below(3) {
        let mut earlier = without_milestones(pack, &mut r);
        earlier.elsewhere = Default::default();
        let (name, save) = (r.text(), save(pack, &earlier).into());
        let date = date(&mut r).unwrap_or_else(crate::script::today);
        programme.milestones.push(Rc::new(Milestone { name, date, save }));
    }
    answers
}

fn without_milestones(pack: &Pack, r: &mut Random) -> Answers {
    let mode = if r.one_in(2) { Mode::Quick } else { Mode::Full };
    let mut answers = Answers::new(pack, mode);
    answers.name = r.text();
    answers.last = r.one_in(2).then(|| r.below(pack.items.len()));
    let organisation = Rc::make_mut(&mut answers.organisation);
    organisation.name = r.text();
    organisation.sector = r.text();
    organisation.scope = r.text();
    organisation.size = Size::ALL.get(r.below(5)).copied();
    for question in &pack.profile.questions {
        let chosen = question.options.iter().filter(|_| r.one_in(2)).map(|o| o.id.clone());
        organisation.choices.insert(question.id.clone(), chosen.collect());
    }
    let refused = pack.items.iter().filter(|_| r.one_in(8)).map(|item| item.id.clone());
    organisation.refused = refused.collect();
    answers.programme = Rc::new(programme(r));
    for item in 0..pack.items.len() {
        if r.one_in(3) {
            answers.set(item, Some(Rc::new(answer(r, may_exclude(pack, item)))));
        }
    }
    for n in 0..r.below(4) {
        let id = format!("gone {n} {}", r.text());
        answers.elsewhere.insert(id.into(), Rc::new(answer(r, true)));
    }
    answers
}

fn programme(r: &mut Random) -> Programme {
    let most = usize::from(Programme::MOST_PACE);
    Programme {
        statement: Statement { version: r.text(), date: date(r), approver: r.text() },
        own: (0..r.below(3))
            .map(|_| Rc::new(OwnControl { name: r.text(), answer: Rc::new(answer(r, true)) }))
            .collect(),
        start: date(r),
        pace: r.one_in(2).then(|| 1 + r.below(most) as u8),
        milestones: Vec::new(),
    }
}

/// A day; in some cases none.
fn date(r: &mut Random) -> Option<Date> {
    Date::new(r.below(10_000) as u16, r.below(14) as u8, r.below(33) as u8)
}

fn answer(r: &mut Random, control: bool) -> Answer {
    let response = match r.below(8) {
        0 => None,
        1 => Some(Response::DontKnow),
        2 if control => Some(Response::NotApplicable { reason: r.text() }),
        n => Level::new(n as u64 % 5).map(Response::Level),
    };
    let checks = ["written", "read", "~/\"", "7"].into_iter().filter(|_| r.one_in(4));
    let checks = checks.map(Rc::from).collect();
    let inclusion = Inclusion::ALL.into_iter().filter(|_| r.one_in(4));
    Answer {
        inclusion: inclusion.map(|reason| reason.id().into()).collect(),
        response,
        checks,
        note: r.text(),
        evidence: (0..r.below(3))
            .map(|_| Evidence { name: r.text(), place: r.text(), date: date(r) })
            .collect(),
        owner: r.text(),
        due: date(r),
        done: date(r),
        flagged: r.one_in(4),
        applicable: r.one_in(4),
        implementation: Implementation::ALL.get(r.below(8)).copied(),
        how: r.text(),
    }
}
