//! Texts to fill in, each offered for download.

use super::button::Button;
use super::parts::{children, keyed, tag};
use super::Props;
use crate::app::{Action, Download};
use crate::export::{template_name, TemplateFormat};
use std::rc::Rc;
use yew::prelude::*;

/// Texts, by the names of their files beside the questionnaire; nothing where there is none.
pub(crate) fn list(props: &Props, templates: &[Rc<str>]) -> Html {
    super::parts::when(!templates.is_empty(), || {
        let offered = templates.iter().map(|file| offer(props, file));
        tag("ul", "templates", super::parts::list(offered.collect()))
    })
}

/// The same under a heading, with what they are.
pub(crate) fn offered(props: &Props, templates: &[Rc<str>]) -> Html {
    super::parts::when(!templates.is_empty(), || {
        children![
            tag("h4", "", props.t("templates.title")),
            tag("p", "hint", props.t("templates.about")),
            list(props, templates),
        ]
    })
}

fn offer(props: &Props, file: &Rc<str>) -> Html {
    let name = name(file);
    let button = |format: TemplateFormat, key: &str| {
        let words = props.t(key);
        let label = Some(props.fill("templates.named", &[("words", &words), ("name", &name)]));
        let button = Button { label, ..Button::new("quiet") };
        button.draw(props, Action::Download(Download::Template(file.clone(), format)), words)
    };
    let line = children![
        tag("span", "", props.fill("templates.text", &[("name", &name)])),
        tag(
            "span",
            "actions",
            children![
                button(TemplateFormat::Html, "templates.html"),
                button(TemplateFormat::Markdown, "templates.markdown"),
            ]
        ),
    ];
    keyed("li", "", &**file, line)
}

/// What a text is called: `texts/risk-method.md` is the risk method.
pub(crate) fn name(file: &str) -> String {
    template_name(file).replace('-', " ")
}
