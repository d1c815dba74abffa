//! What the device reports.

use super::{
    Action, Effect, Event, Explained, Layout, MilestoneEdit, Notice, Open, Origin, Route, Saving,
    State,
};
use crate::model::assessment::{Assessment, Response};
use crate::model::date::Date;
use crate::model::pack::{ItemIx, Problem, ProblemKind};
use std::rc::Rc;

impl State {
    /// The state after an event, and what the browser has to do now.
    pub fn receive(&self, event: Event) -> (State, Vec<Effect>) {
        let mut next = self.clone();
        next.take(event);
        next.with_effects()
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::PackCame(pack) => self.arrive(|state| {
                state.pack = pack;
                state.whole = true;
                state.take_up((*state.assessment).clone());
            }),
            // It can tell which reasons for leaving controls out hold.
            Event::PagesPartCame => self.arrive(|state| {
                state.pages_part = true;
                state.take_up((*state.assessment).clone());
                let changed = state.returned.take();
                state.came_back(changed);
            }),
            Event::ReportPartCame => self.arrive(|state| state.report_part = true),
            Event::FetchFailed => self.late = true,
            Event::Explained(explanations) => {
                self.explained = explanations.map_or(Explained::Failed, Explained::Here);
            }
            Event::Wide(wide) => self.wide = wide,
            Event::GoOn(item) => self.go_on(item),
            Event::Separator(separator) => self.separator = separator,
            Event::Day(today) => self.today = today,
            Event::Library(library) => {
                self.expects_library = false;
                if *self.library != library {
                    self.library = Rc::new(library);
                }
            }
            // It may have been deleted before the device had answered.
            Event::Created(id) if self.may_edit() => self.open = Open::Ours(id),
            Event::Created(_) => (),
            Event::Opened { id, restored: Ok(restored), ours, resume, changed } => {
                self.opened(id, restored, ours, resume);
                self.came_back(changed);
            }
            Event::Opened { restored: Err(problem), .. } => {
                self.notice = Some(Notice::Damaged(problem));
            }
            Event::Resumed(route) => {
                self.resuming = false;
                match route {
                    Some(route) => self.come_back(route),
                    None => self.show(Route::Start),
                }
            }
            Event::HistoryMoved(route) => {
                let open = self.open != Open::Nothing;
                self.come_back(if open || route.needs_no_assessment() {
                    route
                } else {
                    Route::Start
                });
            }
            Event::TakenOver => {
                if let Open::Ours(id) = &self.open {
                    self.open = Open::Elsewhere(id.clone());
                }
            }
            Event::Saving(saving) => self.saving = saving,
            Event::Failed(failure) => self.notice = Some(Notice::Device(failure)),
            Event::FileRead { restored: Ok((assessment, problems)), sample } => {
                self.begin(assessment);
                self.notice = (!problems.is_empty()).then(|| Notice::Opened(Rc::new(problems)));
                if sample {
                    self.go(Route::RESULT);
                }
            }
            Event::FileRead { restored: Err(problem), .. } => {
                self.notice = Some(Notice::NotOpened(problem));
            }
            Event::ComparisonRead(file) => {
                Rc::make_mut(&mut self.page).comparison = Some(file);
            }
            Event::FileFailed(why) => self.notice = Some(Notice::NotRead(why)),
        }
    }

    fn opened(
        &mut self,
        id: Rc<str>,
        (assessment, problems): (Assessment, Vec<Problem>),
        ours: bool,
        resume: bool,
    ) {
        // What is written from here on belongs to this one.
        self.effects.push(Effect::Opened(id.clone()));
        if self.open.id() != Some(&id) {
            self.page = Rc::default();
        }
        self.take_up(assessment);
        self.open = if ours { Open::Ours(id) } else { Open::Elsewhere(id) };
        // The next write of one answer would say that all were given to the present questionnaire.
        let outdated = |problem: &Problem| matches!(problem.kind, ProblemKind::LevelsChanged(_));
        if ours && problems.iter().any(outdated) {
            self.effects.push(Effect::SaveAll(self.assessment.clone()));
        }
        self.history = Rc::default();
        self.saving = Saving::Nothing;
        self.notice = (!problems.is_empty()).then(|| Notice::Opened(Rc::new(problems)));
        if resume {
            let question = |item| Route::Question { item, from: Origin::Sections };
            self.go(self.assessment.last.map_or(Route::Sections, question));
        }
    }

    /// Keeps what was there before a return, or waits for the part that does.
    fn came_back(&mut self, changed: Option<Date>) {
        match changed {
            Some(changed) if self.pages_part => {
                self.act(Action::Milestone(MilestoneEdit::BeforeReturn(changed)));
            }
            changed => self.returned = changed,
        }
    }

    /// Leads on from a question that has its first answer, unless the reader is elsewhere by now or
    /// it is the last one. A reason has to be given first.
    fn go_on(&mut self, from_item: ItemIx) {
        let response = self.assessment.get(from_item).and_then(|answer| answer.response.as_ref());
        let answered = matches!(response, Some(Response::Level(_) | Response::DontKnow));
        if let Route::Question { item, from: Origin::Sections } = self.route {
            let alone = item == from_item && self.layout() == Layout::One;
            if let (true, true, Some(next)) = (alone, answered, self.after(item)) {
                self.go(Route::Question { item: next, from: Origin::Sections });
            }
        }
    }

    /// Shows a place that the browser's history leads to.
    fn come_back(&mut self, route: Route) {
        self.show(route);
        self.effects.push(Effect::Enter(self.route));
    }

    /// Takes something that was fetched, and enters the place that has waited for it.
    fn arrive(&mut self, take: impl FnOnce(&mut State)) {
        let waited = !self.has(self.route);
        self.late = false;
        take(self);
        if waited && self.has(self.route) {
            self.effects.push(Effect::Enter(self.route));
        }
    }
}
