//! Search over all text, with filters.

use super::parts::all;
use super::{event, parts, Props};
use crate::pack::Kind;
use crate::state::{Action, Filter, From, Wanted};
use yew::prelude::*;

/// More hits than this are counted, not listed, so that a pack of 10,000 items stays usable.
const MOST_LISTED: usize = 100;

/// Search and filters.
#[inline(never)]
pub(super) fn view(props: &Props) -> Html {
    let filter = &props.state.filter;
    let found = props.state.found(&|text| props.text.lower(text));
    let n = found.len() as u32;
    let more = found.len().saturating_sub(MOST_LISTED) as u32;
    let typed = props.typed(Action::Filter((**filter).clone()));
    html! {
        <section aria-labelledby="search-title">
            { all![
                parts::heading("search-title", props.say("search.title")),
                html! {
                    <div class="filters" role="search" aria-labelledby="search-title">
                        { all![
                            parts::keyed("div", "field wide", "words", all![
                                html! {
                                    <label for="search-words">
                                        { props.say("search.words") }
                                    </label>
                                },
                                html! {
                                    <input
                                        id="search-words"
                                        type="search"
                                        value={filter.words.clone()}
                                        oninput={typed}
                                        autocomplete="off"
                                    />
                                },
                            ]),
                            wanted(props),
                            kind(props),
                            section(props),
                            lens(props),
                        ] }
                    </div>
                },
                html! {
                    <p role="status">
                        { all![
                            props.count("search.found", n, &[]),
                            parts::when(**filter != Filter::default(), || all![
                                " ",
                                props.button("search.clear", "quiet", Action::Filter(Filter::default())),
                            ]),
                        ] }
                    </p>
                },
                parts::tag("ul", "hits", html! {
                    for item in found.into_iter().take(MOST_LISTED) {
                        { parts::keyed("li", "", item, all![
                            props.question_link(item, From::Search),
                            " ",
                            props.standing(props.state.answers.standing(item)),
                        ]) }
                    }
                }),
                if more > 0 {
                    parts::tag("p", "", props.count("search.more", more, &[]))
                } else {
                    html! {}
                },
            ] }
        </section>
    }
}

/// A select whose first option is "any"; the others count from 0.
fn choice(
    props: &Props,
    key: &'static str,
    options: Vec<AttrValue>,
    chosen: Option<usize>,
    apply: impl Fn(&mut Filter, Option<usize>) + 'static,
) -> Html {
    let id = format!("search-{}", key.rsplit('.').next().unwrap_or_default());
    let (send, filter) = (props.send.clone(), props.state.filter.clone());
    let onchange = Callback::from(move |event: Event| {
        let mut filter = (*filter).clone();
        apply(&mut filter, event::value(&event).parse().ok());
        send.emit(Action::Filter(filter));
    });
    parts::keyed(
        "div",
        "field",
        key,
        all![
            html! { <label for={id.clone()}>{ props.say(key) }</label> },
            html! {
                <select {id} {onchange}>
                    { all![
                        html! {
                            <option value="" selected={chosen.is_none()}>
                                { props.say("search.any") }
                            </option>
                        },
                        html! {
                            for (n, option) in options.into_iter().enumerate() {
                                <option key={n} value={n.to_string()} selected={chosen == Some(n)}>
                                    { option }
                                </option>
                            }
                        },
                    ] }
                </select>
            },
        ],
    )
}

fn wanted(props: &Props) -> Html {
    let words = Wanted::ALL.map(|wanted| props.say(&format!("wanted.{}", wanted.id())));
    let chosen = props.state.filter.wanted;
    let chosen = Wanted::ALL.iter().position(|wanted| Some(*wanted) == chosen);
    choice(props, "search.wanted", words.into(), chosen, |filter, n| {
        filter.wanted = n.and_then(|n| Wanted::ALL.get(n).copied());
    })
}

fn kind(props: &Props) -> Html {
    let words = Kind::ALL.map(|kind| props.kind(kind));
    let chosen = props.state.filter.kind.map(|kind| kind as usize);
    choice(props, "search.kind", words.into(), chosen, |filter, n| {
        filter.kind = n.and_then(|n| Kind::ALL.get(n).copied());
    })
}

fn section(props: &Props) -> Html {
    let sections = props.state.pack.sections.iter();
    let words = sections.map(|section| format!("{} {}", section.id, section.name).into());
    choice(props, "search.section", words.collect(), props.state.filter.section, |filter, n| {
        filter.section = n;
    })
}

fn lens(props: &Props) -> Html {
    let mut values = Vec::new();
    let mut words = Vec::new();
    for (l, lens) in props.state.pack.lenses.iter().enumerate() {
        for (v, value) in lens.values.iter().enumerate() {
            values.push((l, v));
            words.push(format!("{}: {}", lens.name, value.name).into());
        }
    }
    let chosen = props.state.filter.lens;
    let chosen = values.iter().position(|value| Some(*value) == chosen);
    choice(props, "search.lens", words, chosen, move |filter, n| {
        filter.lens = n.and_then(|n| values.get(n).copied());
    })
}
