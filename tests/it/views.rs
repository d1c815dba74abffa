//! Every view as HTML, drawn without a browser.
//!
//! `BLESS=1` writes the golden files anew: read what changed before committing it.

mod html;
mod pseudo;
mod rules;

use crate::examples;
use html::{parse, Element};
use plumbline::pack::Problem;
use plumbline::state::State;
use plumbline::text::Text;
use plumbline::ui::{App, AppProps};
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use yew::{Callback, LocalServerRenderer};

fn english() -> Rc<Text> {
    Rc::new(crate::support::english())
}

/// Nothing in a view waits for anything, so one look is enough.
fn drawn(state: Result<Rc<State>, Rc<Vec<Problem>>>, text: &Rc<Text>) -> Element {
    let (on_command, on_ready) = (Callback::noop(), Callback::noop());
    let props = AppProps { state, text: text.clone(), on_command, on_ready };
    let future = LocalServerRenderer::<App>::with_props(props).hydratable(false).render();
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(html) => parse(&html),
        Poll::Pending => panic!("a view waits for something"),
    }
}

fn widget(state: State, text: &Rc<Text>) -> Element {
    drawn(Ok(Rc::new(state)), text)
}

/// What is shown instead of a pack that cannot be used.
fn problems(text: &Rc<Text>) -> Element {
    drawn(Err(Rc::new(examples::problems())), text)
}

/// Every example with its name, in these words and with this pack.
fn every_view(pack: &Rc<plumbline::pack::Pack>, text: &Rc<Text>) -> Vec<(&'static str, Element)> {
    let examples = examples::all(pack).into_iter();
    let mut all: Vec<_> = examples.map(|(name, state)| (name, widget(state, text))).collect();
    all.push(("problems", problems(text)));
    all
}

#[test]
fn every_view_looks_as_it_was_read_and_found_good() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/golden/views");
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    let views = every_view(&crate::script::pack(), &english());
    for (name, view) in &views {
        let (path, html) = (format!("{folder}/{name}.html"), view.pretty());
        let golden = std::fs::read_to_string(&path).unwrap_or_default();
        if bless {
            std::fs::write(&path, html).expect("the golden file can be written");
        } else if golden != html {
            let lines = golden.lines().zip(html.lines());
            let same = lines.take_while(|(golden, html)| golden == html).count();
            let line = |text: &str| text.lines().nth(same).unwrap_or("(end)").trim().to_owned();
            wrong.push(format!(
                "{name}.html:{}\n  was {}\n  is  {}",
                same + 1,
                line(&golden),
                line(&html)
            ));
        }
    }
    assert!(wrong.is_empty(), "BLESS=1 writes them anew:\n{}", wrong.join("\n"));
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    let mut names: Vec<String> = views.iter().map(|(name, _)| format!("{name}.html")).collect();
    files.sort();
    names.sort();
    assert_eq!(files, names, "one file for each example");
}

#[test]
fn every_view_is_drawn_the_same_each_time() {
    let (pack, text) = (crate::script::pack(), english());
    for ((name, once), (_, twice)) in every_view(&pack, &text).iter().zip(every_view(&pack, &text))
    {
        assert_eq!(once.pretty(), twice.pretty(), "{name}");
    }
}
