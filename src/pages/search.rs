//! Search over all text, with filters.

use super::report::parts::heading;
use crate::app::{Action, Origin, PageEdit};
use crate::model::pack::{ItemIx, Kind};
use crate::rules::search::{owners, Filter, Owner, Wanted};
use crate::view::controls::{Field, FieldKind, Select, SelectOption};
use crate::view::Props;
use yew::prelude::*;

/// More hits than this are counted, not listed, so that a pack of 10,000 items stays usable.
const MOST_LISTED: usize = 100;

/// The field that the search begins with.
const WORDS: &str = "search-words";

pub(super) fn view(props: &Props) -> Html {
    let filter = &props.state.page.filter;
    let lower = |text: &str| props.text.lower(text);
    let found = filter.found(&props.state.pack, &props.state.assessment, lower);
    html! {
        <section aria-labelledby="page-title">
            { heading(props.t("search.title")) }
            <div class="filters" role="search" aria-labelledby="page-title">
                { words(props, filter) }
                { owner(props, filter) }
                { wanted(props, filter) }
                { kind(props, filter) }
                { section(props, filter) }
                { lens(props, filter) }
            </div>
            <p role="status">
                { props.number_of("search.found", found.len()) }
                { " " }
                if *filter != Filter::default() {
                    { clear(props) }
                }
            </p>
            <ul class="hits">
                for item in found.iter().take(MOST_LISTED) {
                    { hit(props, *item) }
                }
            </ul>
            { props.more(found.len(), MOST_LISTED) }
        </section>
    }
}

fn hit(props: &Props, item: ItemIx) -> Html {
    html! {
        <li key={item}>
            { props.question_link(item, Origin::Search) }{ " " }{ props.status_of(item) }
            if let Some(owner) = props.owner_words(item) {
                { " " }<span class="hint">{ owner }</span>
            }
            { props.due_of(item) }
        </li>
    }
}

/// Shows all questions again. The button goes with the filter.
fn clear(props: &Props) -> Html {
    let all = Action::Page(PageEdit::Filter(Filter::default()));
    props.action_button("quiet", props.t("search.clear"), all.then_focus(WORDS))
}

fn words(props: &Props, filter: &Filter) -> Html {
    let field = Field { kind: FieldKind::Search, ..Field::text(WORDS, &filter.words) };
    html! {
        <div class="field wide">
            <label for={WORDS}>{ props.t("search.words") }</label>
            { field.draw(props, Action::Page(PageEdit::FilterWords("".into()))) }
        </div>
    }
}

/// Everybody who looks after something, and nobody.
fn owner(props: &Props, filter: &Filter) -> Html {
    let state = &props.state;
    let lower = |text: &str| props.text.lower(text);
    let entry = |value: String, words: AttrValue, owner: Option<Owner>| {
        let chosen = match (&filter.owner, &owner) {
            // A name may be written in several ways.
            (Some(Owner::Of(chosen)), Some(Owner::Of(name))) => {
                lower(chosen.trim()) == lower(name.trim())
            }
            (chosen, owner) => chosen == owner,
        };
        option(value, words, chosen, Filter { owner, ..filter.clone() })
    };
    let mut options = vec![
        entry(String::new(), props.t("search.any"), None),
        entry("nobody".into(), props.t("search.nobody"), Some(Owner::Nobody)),
    ];
    let names = owners(&state.pack, &state.assessment, lower).into_iter();
    // A prefix: somebody may be called nobody.
    options.extend(
        names.map(|name| entry(format!("of {name}"), name.clone().into(), Some(Owner::Of(name)))),
    );
    choice(props, "owner", options)
}

fn wanted(props: &Props, filter: &Filter) -> Html {
    let entry = |wanted: Option<Wanted>| {
        let (id, words) = match wanted {
            None => ("", props.t("search.any")),
            Some(wanted) => (wanted.id(), props.t(&format!("wanted.{}", wanted.id()))),
        };
        let chosen = filter.wanted == wanted;
        option(id, words, chosen, Filter { wanted, ..filter.clone() })
    };
    choice(props, "wanted", with_any(Wanted::ALL).map(entry).collect())
}

fn kind(props: &Props, filter: &Filter) -> Html {
    let entry = |kind: Option<Kind>| {
        let (id, words) = match kind {
            None => ("", props.t("search.any")),
            Some(kind) => (kind.id(), props.kind(kind)),
        };
        option(id, words, filter.kind == kind, Filter { kind, ..filter.clone() })
    };
    choice(props, "kind", with_any(Kind::ALL).map(entry).collect())
}

fn section(props: &Props, filter: &Filter) -> Html {
    let entry = |section: Option<usize>| {
        let (id, words) = match section {
            None => (String::new(), props.t("search.any")),
            Some(section) => (section.to_string(), props.section_name(section)),
        };
        let chosen = filter.section == section;
        option(id, words, chosen, Filter { section, ..filter.clone() })
    };
    let sections = 0..props.state.pack.sections.len();
    choice(props, "section", with_any(sections).map(entry).collect())
}

/// The values of all lenses, each after the name of its lens.
fn lens(props: &Props, filter: &Filter) -> Html {
    let any = Filter { lens: None, ..filter.clone() };
    let mut options = vec![option("", props.t("search.any"), filter.lens.is_none(), any)];
    for (l, lens) in props.state.pack.lenses.iter().enumerate() {
        for (v, value) in lens.values.iter().enumerate() {
            let words = format!("{}: {}", lens.name, value.name);
            let chosen = filter.lens == Some((l, v));
            let wanted = Filter { lens: Some((l, v)), ..filter.clone() };
            options.push(option(format!("{l} {v}"), words, chosen, wanted));
        }
    }
    choice(props, "lens", options)
}

fn with_any<T>(all: impl IntoIterator<Item = T>) -> impl Iterator<Item = Option<T>> {
    std::iter::once(None).chain(all.into_iter().map(Some))
}

/// An entry of a select: choosing it makes this the filter.
fn option(
    value: impl Into<AttrValue>,
    words: impl Into<AttrValue>,
    chosen: bool,
    filter: Filter,
) -> SelectOption {
    let action = Some(Action::Page(PageEdit::Filter(filter)));
    SelectOption { value: value.into(), words: words.into(), chosen, action }
}

fn choice(props: &Props, name: &str, options: Vec<SelectOption>) -> Html {
    let select = Select { id: format!("search-{name}"), ..Select::default() };
    select.labelled(props, props.t(&format!("search.{name}")), options)
}
