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

use plumbline::answers::{Level, Mode, Response, Size};
use plumbline::date::Date;
use plumbline::pack::{parse, ItemIx, Pack};
use plumbline::save;
use plumbline::state::{
    Action, AnswerEdit, Asking, Command, Device, Download, Entered, Failure, Open,
    OrganisationEdit, PerPage, Saving, State, View,
};
use std::rc::Rc;

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

/// The state after a script, from the very beginning.
#[track_caller]
pub fn play(script: &str) -> State {
    then(&State::new(pack(), today()), script)
}

/// The state after a script in a new full assessment that this widget writes.
#[track_caller]
pub fn in_full(script: &str) -> State {
    then(&play("begin full\ncreated a"), script)
}

/// The state after a script. Commands are taken before its last line, so that what remains are
/// those of the last line.
#[track_caller]
pub fn then(state: &State, script: &str) -> State {
    let mut state = state.clone();
    for line in script.lines().map(str::trim).filter(|line| !line.is_empty()) {
        state.take_commands();
        state = state.reduce(action(&state, line));
    }
    state
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
    let address = |address| View::parse(address, pack).unwrap_or_else(|| panic!("no {address}"));
    let items = || rest.split_whitespace().map(|id| item(pack, id)).collect::<Vec<_>>();
    match (verb, rest) {
        ("begin", mode) => Action::Begin(self::mode(mode)),
        ("mode", mode) => Action::Mode(self::mode(mode)),
        ("go", view) => Action::Go(address(view)),
        ("show", view) => Action::Show(address(view)),
        ("name", name) => Action::Name(name.into()),
        ("organisation" | "sector" | "scope" | "size" | "choose" | "tick" | "untick", _) => {
            Action::Organisation(organisation(verb, rest))
        }
        ("accept", _) => Action::Accept(items()),
        ("refuse", _) => Action::Refuse(items()),
        ("undo", _) => Action::Undo,
        ("redo", _) => Action::Redo,
        ("page", "one") => Action::PerPage(PerPage::One),
        ("page", "few") => Action::PerPage(PerPage::Few),
        ("ask", "nothing") => Action::Ask(None),
        ("ask", "everything") => Action::Ask(Some(Asking::DeleteAll)),
        ("ask", id) => Action::Ask(Some(Asking::Delete(id.into()))),
        ("confirm", _) => Action::Confirm,
        ("close", _) => Action::CloseNotice,
        ("rename", rest) => {
            let (id, name) = rest.split_once(' ').unwrap_or((rest, ""));
            Action::Do(Command::Rename(id.into(), name.into()))
        }
        ("act", rest) => {
            let (words, entered) = rest.split_once('|').unwrap_or((rest, ""));
            let entered = match entered.trim() {
                "+" => Entered::Tick(true),
                "-" => Entered::Tick(false),
                text => Entered::Text(text.into()),
            };
            Action::Act(words.trim().into(), entered)
        }
        ("file", text) => Action::FileRead(text.into()),
        ("other", text) => Action::OtherRead(text.into()),
        ("created" | "taken" | "opened" | "elsewhere" | "saved" | "unsaved" | "failed", _) => {
            Action::Device(device(state, verb, rest))
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
fn device(state: &State, verb: &str, rest: &str) -> Device {
    let failure = || match rest {
        "blocked" => Failure::Blocked,
        "full" => Failure::Full,
        "overtaken" => Failure::Overtaken,
        why => Failure::Other(why.into()),
    };
    match verb {
        "created" => Device::Created(rest.into()),
        "taken" => Device::TakenOver,
        "saved" => Device::Saving(Saving::Done(rest.into())),
        "unsaved" => Device::Saving(Saving::Failed(failure())),
        "failed" => Device::Failed(failure()),
        _ => Device::Opened {
            id: rest.into(),
            restored: save::restore(&save::save(&state.pack, &state.answers), &state.pack),
            ours: verb == "opened",
            resume: true,
        },
    }
}

/// Where the reader is.
pub fn place(state: &State) -> String {
    state.view.address(&state.pack)
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

/// The commands that wait for the browser, one a line.
pub fn commands(state: &State) -> String {
    let commands = state.take_commands();
    let told = commands.iter().map(|command| match command {
        Command::Create(answers) => format!("create {}", answers.name),
        Command::Save(_, write) => {
            let items = write.items.iter().map(|item| state.pack.items[*item].id.to_string());
            let parts: Vec<String> =
                write.head.then(|| "head".to_owned()).into_iter().chain(items).collect();
            format!("save {}", parts.join(" "))
        }
        Command::SaveAll(_) => "save all".into(),
        Command::Open(id) => format!("open {id}"),
        Command::TakeOver(id) => format!("take over {id}"),
        Command::Duplicate(id, name) => format!("duplicate {id} {name}"),
        Command::Rename(id, name) => format!("rename {id} {name}"),
        Command::Delete(id) => format!("delete {id}"),
        Command::DeleteAll => "delete everything".into(),
        Command::Download(Download::SaveFile) => "download save file".into(),
        Command::Download(Download::SaveFileOf(id)) => format!("download save file of {id}"),
        Command::Download(Download::Export(id)) => format!("download {id}"),
        Command::PickFile => "pick file".into(),
        Command::Sample(name) => format!("sample {name}"),
        Command::Print => "print".into(),
        Command::Attend => "attend".into(),
        Command::Arrive(view) => format!("arrive {}", view.address(&state.pack)),
        #[allow(unreachable_patterns)]
        other => format!("{other:?}"),
    });
    told.map(|line| line.trim().to_owned()).collect::<Vec<_>>().join("\n")
}

/// What was answered, one item a line, in the words of the script.
pub fn said(state: &State) -> String {
    let mut lines = Vec::new();
    for (index, item) in state.pack.items.iter().enumerate() {
        let Some(answer) = state.answers.get(index) else { continue };
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
