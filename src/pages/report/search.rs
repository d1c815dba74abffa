//! Search over all text, with filters.

use super::parts::heading;
use super::PageContext;
use crate::app::{Action, Origin, PageEdit};
use crate::model::pack::{ItemIx, Kind};
use crate::rules::search::{Filter, Wanted};
use crate::view::controls::{Field, FieldKind, Select, SelectOption};
use yew::prelude::*;

/// More hits than this are counted, not listed, so that a pack of 10,000 items stays usable.
const MOST_LISTED: usize = 100;

/// The field that the search begins with.
const WORDS: &str = "search-words";

pub(super) fn view(ctx: &PageContext) -> Html {
    let filter = &ctx.state.page.filter;
    let lower = |text: &str| ctx.text.lower(text);
    let found = filter.found(&ctx.state.pack, &ctx.state.assessment, lower);
    html! {
        <section aria-labelledby="page-title">
            { heading(ctx.t("search.title")) }
            <div class="filters" role="search" aria-labelledby="page-title">
                { words(ctx, filter) }
                { wanted(ctx, filter) }
                { kind(ctx, filter) }
                { section(ctx, filter) }
                { lens(ctx, filter) }
            </div>
            <p role="status">
                { ctx.number_of("search.found", found.len()) }
                { " " }
                if *filter != Filter::default() {
                    { clear(ctx) }
                }
            </p>
            <ul class="hits">
                for item in found.iter().take(MOST_LISTED) {
                    { hit(ctx, *item) }
                }
            </ul>
            { ctx.more(found.len(), MOST_LISTED) }
        </section>
    }
}

fn hit(ctx: &PageContext, item: ItemIx) -> Html {
    html! {
        <li key={item}>
            { ctx.question_link(item, Origin::Search) }{ " " }{ ctx.status_of(item) }
        </li>
    }
}

/// Shows all questions again. The button goes with the filter.
fn clear(ctx: &PageContext) -> Html {
    let all = Action::Page(PageEdit::Filter(Filter::default()));
    ctx.action_button("quiet", ctx.t("search.clear"), all.then_focus(WORDS))
}

fn words(ctx: &PageContext, filter: &Filter) -> Html {
    let field = Field { kind: FieldKind::Search, ..Field::text(WORDS, &filter.words) };
    html! {
        <div class="field wide">
            <label for={WORDS}>{ ctx.t("search.words") }</label>
            { field.draw(ctx, Action::Page(PageEdit::FilterWords("".into()))) }
        </div>
    }
}

fn wanted(ctx: &PageContext, filter: &Filter) -> Html {
    let entry = |wanted: Option<Wanted>| {
        let (id, words) = match wanted {
            None => ("", ctx.t("search.any")),
            Some(wanted) => (wanted.id(), ctx.t(&format!("wanted.{}", wanted.id()))),
        };
        let chosen = filter.wanted == wanted;
        option(id, words, chosen, Filter { wanted, ..filter.clone() })
    };
    choice(ctx, "wanted", with_any(Wanted::ALL).map(entry).collect())
}

fn kind(ctx: &PageContext, filter: &Filter) -> Html {
    let entry = |kind: Option<Kind>| {
        let (id, words) = match kind {
            None => ("", ctx.t("search.any")),
            Some(kind) => (kind.id(), ctx.kind(kind)),
        };
        option(id, words, filter.kind == kind, Filter { kind, ..filter.clone() })
    };
    choice(ctx, "kind", with_any(Kind::ALL).map(entry).collect())
}

fn section(ctx: &PageContext, filter: &Filter) -> Html {
    let entry = |section: Option<usize>| {
        let (id, words) = match section {
            None => (String::new(), ctx.t("search.any")),
            Some(section) => (section.to_string(), ctx.section_name(section)),
        };
        let chosen = filter.section == section;
        option(id, words, chosen, Filter { section, ..filter.clone() })
    };
    let sections = 0..ctx.state.pack.sections.len();
    choice(ctx, "section", with_any(sections).map(entry).collect())
}

/// The values of all lenses, each after the name of its lens.
fn lens(ctx: &PageContext, filter: &Filter) -> Html {
    let any = Filter { lens: None, ..filter.clone() };
    let mut options = vec![option("", ctx.t("search.any"), filter.lens.is_none(), any)];
    for (l, lens) in ctx.state.pack.lenses.iter().enumerate() {
        for (v, value) in lens.values.iter().enumerate() {
            let words = format!("{}: {}", lens.name, value.name);
            let chosen = filter.lens == Some((l, v));
            let wanted = Filter { lens: Some((l, v)), ..filter.clone() };
            options.push(option(format!("{l} {v}"), words, chosen, wanted));
        }
    }
    choice(ctx, "lens", options)
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

fn choice(ctx: &PageContext, name: &str, options: Vec<SelectOption>) -> Html {
    let select = Select { id: format!("search-{name}"), ..Select::default() };
    select.labelled(ctx, ctx.t(&format!("search.{name}")), options)
}
