//! The assessments on this device.

use crate::app::{Action, Confirmation, Download, FilePurpose, LibraryEntry, Open};
use crate::model::assessment::Mode;
use crate::view::button::Button;
use crate::view::parts::all;
use crate::view::{parts, probe, Props};
use std::rc::Rc;
use yew::prelude::*;

/// The assessments on this device: open, rename, duplicate, download, delete.
#[inline(never)]
pub(super) fn view(props: &Props) -> Html {
    let shelf = &props.state.library;
    html! {
        <section aria-labelledby="shelf-title">
            { all![
                parts::heading("shelf-title", props.t("shelf.title")),
                parts::tag("p", "", props.t(if shelf.is_empty() { "shelf.empty" } else { "shelf.lead" })),
                parts::tag("ul", "shelf", html! {
                    for shelved in shelf.iter() {
                        { parts::keyed("li", "", &*shelved.id, entry(props, shelved)) }
                    }
                }),
                parts::tag("p", "actions", all![
                    props.button("start.quick.begin", "", Action::Begin(Mode::Quick)),
                    props.button("start.full.begin", "", Action::Begin(Mode::Full)),
                    props.button("shelf.open_file", "quiet", Action::PickFile(FilePurpose::Open)),
                ]),
                parts::when(!shelf.is_empty(), || all![
                    parts::tag("h3", "", props.t("shelf.delete_all.title")),
                    parts::tag("p", "", props.t("shelf.delete_all.text")),
                    parts::tag("p", "actions", props.button("delete_all.yes", "danger", Action::Ask(Some(Confirmation::DeleteAll)))),
                ]),
            ] }
        </section>
    }
}

fn entry(props: &Props, shelved: &LibraryEntry) -> Html {
    let id = &shelved.id;
    let summary = &shelved.summary;
    let open = matches!(&props.state.open, Open::Ours(open) | Open::Elsewhere(open) if open == id);
    let mode = props.t(match summary.mode {
        Mode::Quick => "mode.quick",
        Mode::Full => "mode.full",
    });
    let field = format!("name-{id}");
    let name = name_of(props, id);
    // Whoever hears the buttons of several assessments hears which one each belongs to.
    let button = |key: &str, class: &'static str, action| {
        let label = format!("{}: {name}", props.t(key));
        let button = Button { label: Some(label.into()), ..Button::new(class) };
        button.draw(props, action, props.t(key))
    };
    let copy = props.text.fill("shelf.copy_name", &[("name", &name)]);
    parts::tag(
        "article",
        "card",
        all![
            parts::tag("h3", "", AttrValue::from(name.clone())),
            parts::tag(
                "p",
                "",
                all![
                    mode,
                    ", ",
                    props.count(
                        "shelf.answered",
                        summary.answered,
                        &[("total", &summary.total), ("changed", &shelved.changed)],
                    ),
                ]
            ),
            parts::tag(
                "p",
                "field",
                all![
                    html! {
                        <label for={field.clone()}>{ props.t("shelf.name") }</label>
                    },
                    name_field(props, field, shelved, open && !props.state.may_edit()),
                ]
            ),
            parts::tag(
                "p",
                "actions",
                all![
                    button("shelf.open", "", Action::Open(id.clone())),
                    button("shelf.duplicate", "quiet", Action::Duplicate(id.clone(), copy)),
                    button(
                        "shelf.download",
                        "quiet",
                        Action::Download(Download::SaveFileOf(id.clone()))
                    ),
                    button(
                        "shelf.delete",
                        "danger",
                        Action::Ask(Some(Confirmation::Delete(id.clone())))
                    ),
                ]
            ),
        ],
    )
}

/// The field for a name. What is typed is kept apart until it is entered, so that neither each
/// letter is a write nor a report of the device takes letters away.
fn name_field(props: &Props, id: String, shelved: &LibraryEntry, disabled: bool) -> Html {
    let typed = props.state.typed_name.as_ref().filter(|(id, _)| *id == shelved.id);
    let value = typed.map_or(&shelved.summary.name, |(_, typed)| typed).clone();
    let renamed = &shelved.id;
    let typed = Action::TypeName(renamed.clone(), "".into());
    let probe = probe::attribute(&typed);
    let oninput = props.typed(typed);
    let onchange = props.entered(Action::Rename(renamed.clone(), "".into()));
    html! {
        <input {id} type="text" {value} {oninput} {onchange} autocomplete="off" {disabled}
            data-action={probe} />
    }
}

/// What an assessment is called: its own name, the organisation's, or "Unnamed".
pub(super) fn name_of(props: &Props, id: &str) -> Rc<str> {
    let summary = props.state.library.iter().find(|shelved| *shelved.id == *id).map(|s| &s.summary);
    let named = summary.and_then(|summary| {
        [&summary.name, &summary.organisation].into_iter().find(|name| !name.trim().is_empty())
    });
    named.cloned().unwrap_or_else(|| props.text.get("shelf.unnamed"))
}
