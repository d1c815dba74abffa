//! Plays what a person and the device do, one line an action, and tells what came of it in words.
//!
//! ```text
//! begin full
//! created a
//! 4.1 = 3
//! A.7.1 = - We rent no rooms
//! act pace | 10
//! act owner 3 | Ann
//! act mark 3 | +
//! undo
//! ```
//!
//! Most lines name an item by its identifier, as a question has it. `act` uses a control of the
//! report, in the words of [`acts`]; there an item is its position, and behind the bar stands what
//! is entered.

use plumbline::app::{
    Action, AnswerEdit, Confirmation, Download, Effect, Event, Failure, FilePurpose, Open,
    OrganisationEdit, PageEdit, Preferences, Route, Saving, State,
};
use plumbline::model::assessment::{DoneBy, Level, Mode, Response, Size};
use plumbline::model::date::Date;
use plumbline::model::decode::decode;
use plumbline::model::pack::{parse, Explanations, ItemIx, Pack};
use plumbline::save;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

pub mod acts;
pub mod statement;

pub use acts::InputValue;

/// The questionnaire of these tests.
pub const PACK: &str = include_str!("examples/pack.json");

/// The questionnaire, without a problem.
#[track_caller]
pub fn pack() -> Rc<Pack> {
    let (pack, problems) = parse(PACK);
    assert_eq!(problems, []);
    Rc::new(pack)
}

/// The day on which the tests play.
pub fn today() -> Date {
    Date::parse("2026-11-22").expect("a date")
}

/// A state, and what its last change asked of the browser.
#[derive(Clone, Debug)]
pub struct Played {
    pub state: State,
    pub effects: Vec<Effect>,
}

impl Deref for Played {
    type Target = State;

    fn deref(&self) -> &State {
        &self.state
    }
}

impl DerefMut for Played {
    fn deref_mut(&mut self) -> &mut State {
        &mut self.state
    }
}

impl From<(State, Vec<Effect>)> for Played {
    fn from((state, effects): (State, Vec<Effect>)) -> Played {
        Played { state, effects }
    }
}

/// The state after a script, from the very beginning.
#[track_caller]
pub fn play(script: &str) -> Played {
    then(&State::new(pack(), today()), script)
}

/// The state after a script in a new full assessment that this widget writes.
#[track_caller]
pub fn in_full(script: &str) -> Played {
    then(&play("begin full\ncreated a"), script)
}

/// The state after a script, with the effects of its last line.
#[track_caller]
pub fn then(state: &State, script: &str) -> Played {
    let mut played = Played { state: state.clone(), effects: Vec::new() };
    for line in script.lines().map(str::trim).filter(|line| !line.is_empty()) {
        played = change(&played, line);
    }
    played
}

/// What a line does: a person's action, or what the device reports.
#[track_caller]
fn change(state: &State, line: &str) -> Played {
    match event(state, line) {
        Some(event) => state.receive(event).into(),
        None => state.reduce(action(state, line)).into(),
    }
}

/// The event of a line, if it is one.
fn event(state: &State, line: &str) -> Option<Event> {
    let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
    Some(match verb {
        "show" => Event::HistoryMoved(route(&state.pack, rest)),
        "file" => Event::FileRead { restored: save::restore(rest, &state.pack), sample: false },
        "other" => Event::ComparisonRead(Rc::new(decode(rest.as_bytes()))),
        "explained" => Event::Explained(match rest {
            "" => None,
            file => Explanations::parse(file, &state.pack).0.map(Rc::new),
        }),
        "created" | "taken" | "opened" | "elsewhere" | "saved" | "unsaved" | "failed" | "wide"
        | "narrow" | "moment" => device(state, verb, rest),
        _ => return None,
    })
}

#[track_caller]
fn route(pack: &Pack, address: &str) -> Route {
    Route::parse(address, pack).unwrap_or_else(|| panic!("no {address}"))
}

/// The position of an item.
#[track_caller]
pub fn item(pack: &Pack, id: &str) -> ItemIx {
    pack.find(id).unwrap_or_else(|| panic!("there is no item {id}"))
}

/// The action of a line.
#[track_caller]
pub fn action(state: &State, line: &str) -> Action {
    let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
    let pack = &state.pack;
    let items = || rest.split_whitespace().map(|id| item(pack, id)).collect::<Vec<_>>();
    match (verb, rest) {
        ("begin", mode) => Action::Begin(self::mode(mode)),
        ("mode", mode) => Action::Mode(self::mode(mode)),
        ("go", address) => Action::Go(route(pack, address)),
        ("name", name) => Action::Name(name.into()),
        ("organisation" | "sector" | "scope" | "size" | "choose" | "tick" | "untick", _) => {
            Action::Organisation(organisation(verb, rest))
        }
        ("accept", _) => Action::Accept(items()),
        ("refuse", _) => Action::Refuse(items()),
        ("undo", _) => Action::Undo,
        ("redo", _) => Action::Redo,
        ("prefer", words) => {
            let preferences = Preferences::parse(words);
            assert_eq!(preferences.text(), words, "there are no such preferences");
            Action::Prefer(preferences)
        }
        ("menu", open) => Action::Menu(open == "open"),
        ("point", id) => Action::GoOn(item(pack, id)),
        ("term", rest) => {
            let term = rest.split_once(' ').map(|(id, term)| (item(pack, id), term.into()));
            Action::Page(PageEdit::Term(term))
        }
        ("ask", "nothing") => Action::Ask(None),
        ("ask", "everything") => Action::Ask(Some(Confirmation::DeleteAll)),
        ("ask", id) => Action::Ask(Some(Confirmation::Delete(id.into()))),
        ("confirm", _) => Action::Confirm,
        ("explain", _) => Action::Explain,
        ("close", _) => Action::CloseNotice,
        ("rename", rest) => {
            let (id, name) = rest.split_once(' ').unwrap_or((rest, ""));
            Action::Rename(id.into(), name.into())
        }
        ("act", rest) => {
            let (words, entered) = rest.split_once('|').unwrap_or((rest, ""));
            let entered = match entered.trim() {
                "+" => InputValue::Tick(true),
                "-" => InputValue::Tick(false),
                text => InputValue::Text(text.into()),
            };
            let action = acts::parse(state, words.trim(), &entered);
            action.unwrap_or_else(|| panic!("no control asks for {words}"))
        }
        (id, edit) => Action::Answer(item(pack, id), answer(edit)),
    }
}

fn mode(word: &str) -> Mode {
    match word {
        "quick" => Mode::Quick,
        "full" => Mode::Full,
        _ => panic!("{word} is no mode"),
    }
}

fn organisation(verb: &str, rest: &str) -> OrganisationEdit {
    let (question, option) = rest.split_once(' ').unwrap_or((rest, ""));
    let option: Rc<str> = option.into();
    match verb {
        "organisation" => OrganisationEdit::Name(rest.into()),
        "sector" => OrganisationEdit::Sector(rest.into()),
        "scope" => OrganisationEdit::Scope(rest.into()),
        "size" => OrganisationEdit::Size(Size::ALL.into_iter().find(|size| size.id() == rest)),
        "choose" => {
            OrganisationEdit::ChooseOne(question.into(), (!option.is_empty()).then_some(option))
        }
        _ => OrganisationEdit::Tick(question.into(), option, verb == "tick"),
    }
}

fn answer(edit: &str) -> AnswerEdit {
    let (verb, rest) = edit.split_once(' ').unwrap_or((edit, ""));
    let numbered = || {
        let (n, text) = rest.split_once(' ').unwrap_or((rest, ""));
        (n.parse().expect("a number"), text.into())
    };
    match verb {
        "=" => AnswerEdit::Respond(Some(response(rest))),
        "clear" => AnswerEdit::Respond(None),
        "reason" => AnswerEdit::Reason(rest.into()),
        "note" => AnswerEdit::Note(rest.into()),
        "evidence" => {
            let (n, name) = numbered();
            AnswerEdit::EvidenceName(n, name)
        }
        "kept" => {
            let (n, place) = numbered();
            AnswerEdit::EvidencePlace(n, place)
        }
        "remove" => AnswerEdit::RemoveEvidence(rest.parse().expect("a number")),
        "owner" => AnswerEdit::Owner(rest.into()),
        "done-by" => AnswerEdit::DoneBy(DoneBy::ALL.into_iter().find(|known| known.id() == rest)),
        "due" => AnswerEdit::Due(Date::parse(rest)),
        "flag" => AnswerEdit::Flag(true),
        "unflag" => AnswerEdit::Flag(false),
        "check" => AnswerEdit::Check(rest.into(), true),
        "uncheck" => AnswerEdit::Check(rest.into(), false),
        _ => panic!("{edit} is no edit"),
    }
}

/// `0` to `4`, `?` for don't know, `- reason` for not applicable.
fn response(words: &str) -> Response {
    match words.strip_prefix('-') {
        Some(reason) => Response::NotApplicable { reason: reason.trim().into() },
        None if words == "?" => Response::DontKnow,
        None => Response::Level(Level::new(words.parse().expect("a level")).expect("a level")),
    }
}

/// `opened b` opens what this state holds as an assessment named b.
fn device(state: &State, verb: &str, rest: &str) -> Event {
    let failure = || match rest {
        "blocked" => Failure::Blocked,
        "full" => Failure::Full,
        "overtaken" => Failure::Overtaken,
        why => Failure::Other(why.into()),
    };
    match verb {
        "created" => Event::Created(rest.into()),
        "taken" => Event::TakenOver,
        "saved" => Event::Saving(Saving::Done(rest.into())),
        "unsaved" => Event::Saving(Saving::Failed(failure())),
        "failed" => Event::Failed(failure()),
        "wide" => Event::Wide(true),
        "narrow" => Event::Wide(false),
        "moment" => Event::GoOn(item(&state.pack, rest)),
        _ => Event::Opened {
            id: rest.into(),
            restored: save::restore(&save::save(&state.pack, &state.assessment), &state.pack),
            ours: verb == "opened",
            resume: true,
            changed: None,
        },
    }
}

/// Where the reader is.
pub fn place(state: &State) -> String {
    state.route.address(&state.pack)
}

/// Which assessment is open, and how.
pub fn open(state: &State) -> String {
    match &state.open {
        Open::Nothing => "nothing".into(),
        Open::Beginning => "beginning".into(),
        Open::Ours(id) => format!("ours {id}"),
        Open::Elsewhere(id) => format!("elsewhere {id}"),
    }
}

/// What the browser has to do after the last line, one effect a line.
pub fn effects(played: &Played) -> String {
    let pack = &played.pack;
    let lines = played.effects.iter().map(|effect| match effect {
        Effect::Create(assessment) => format!("create {}", assessment.name),
        Effect::Save(_, changed) => {
            let items = changed.items.iter().map(|item| format!(" {}", pack.items[*item].id));
            format!("save{}", items.collect::<String>())
        }
        Effect::SaveAll(_) => "save all".into(),
        Effect::Open(id) => format!("open {id}"),
        Effect::Opened(id) => format!("opened {id}"),
        Effect::TakeOver(id) => format!("take over {id}"),
        Effect::Duplicate(id, name) => format!("duplicate {id} {name}"),
        Effect::Rename(id, name) => format!("rename {id} {name}"),
        Effect::Delete(id) => format!("delete {id}"),
        Effect::DeleteAll => "delete everything".into(),
        Effect::Download(Download::SaveFile) => "download save file".into(),
        Effect::Download(Download::SaveFileOf(id)) => format!("download save file of {id}"),
        Effect::Download(Download::Export(export)) => {
            format!("download {}", acts::export_word(*export))
        }
        Effect::Download(Download::Template(file, format)) => {
            format!("download {file} {format:?}")
        }
        Effect::Explain => "explain".into(),
        Effect::PickFile(FilePurpose::Open) => "pick file".into(),
        Effect::PickFile(FilePurpose::Compare) => "pick file to compare".into(),
        Effect::ReadSample(name) => format!("read sample {name}"),
        Effect::Print => "print".into(),
        Effect::FocusConfirmation => "focus confirmation".into(),
        Effect::Focus(id) => format!("focus {id}"),
        Effect::Enter(route) => format!("enter {}", route.address(pack)),
        Effect::Remember(preferences) => format!("remember {}", preferences.text()),
        Effect::GoOn(item) => format!("moment {}", pack.items[*item].id),
    });
    lines.map(|line| line.trim().to_owned()).collect::<Vec<_>>().join("\n")
}

/// What was answered, one item a line, in the words of the script.
pub fn said(state: &State) -> String {
    let mut lines = Vec::new();
    for (index, item) in state.pack.items.iter().enumerate() {
        let Some(answer) = state.assessment.get(index) else { continue };
        let mut words = vec![item.id.to_string()];
        match &answer.response {
            Some(Response::Level(level)) => words.push(format!("= {}", level.number())),
            Some(Response::DontKnow) => words.push("= ?".into()),
            Some(Response::NotApplicable { reason }) => words.push(format!("= - {reason}")),
            None => (),
        }
        let fields = [("note", &answer.note), ("owner", &answer.owner)];
        words.extend(fields.iter().filter(|(_, t)| !t.is_empty()).map(|(f, t)| format!("{f} {t}")));
        words.extend(answer.evidence.iter().map(|e| format!("evidence {} @ {}", e.name, e.place)));
        words.extend(answer.due.map(|due| format!("due {due}")));
        words.extend(answer.flagged.then(|| "flag".into()));
        words.extend(answer.checks.iter().map(|check| format!("check {check}")));
        lines.push(words.join(" ").trim_end().to_owned());
    }
    lines.join("\n")
}

/// Compares what was told with lines that may be indented.
#[track_caller]
pub fn told(found: String, expected: &str) {
    let trim = |text: &str| text.trim().lines().map(str::trim).collect::<Vec<_>>().join("\n");
    assert_eq!(trim(&found), trim(expected));
}
