//! A figure as a bar: solid is certain, hatched is what open answers could still add.

use super::parts;
use super::parts::all;
use super::Props;
use crate::picture::{Bar, WIDTH};
use crate::report::percents;
use crate::score::{Bounds, Figure};
use yew::prelude::*;

/// Height of a bar in the view box.
const HEIGHT: u32 = 60;

/// A bar that needs no words of its own: the table beside it has the numbers.
pub(super) fn bar(bounds: Option<Bounds>, id: &str) -> Html {
    let view_box = format!("0 0 {WIDTH} {HEIGHT}");
    let hatch = format!("hatch-{id}");
    let height = HEIGHT.to_string();
    let drawn = bounds.map(Bar::from_bounds);
    html! {
        <svg class="bar" viewBox={view_box} preserveAspectRatio="none" aria-hidden="true" focusable="false">
            { all![
                parts::tag("defs", "", html! {
                    <pattern id={hatch.clone()} width="20" height="20" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                        <rect class="hatch" width="8" height="20" />
                    </pattern>
                }),
                html! {
                    <rect class="track" x="0" y="0" width={WIDTH.to_string()} height={height.clone()} />
                },
                if let Some(bar) = drawn {
                    all![
                        html! {
                            <rect class="certain" x="0" y="0" width={bar.lower.to_string()} height={height.clone()} />
                        },
                        html! {
                            <rect
                                class="open"
                                x={bar.lower.to_string()}
                                y="0"
                                width={bar.open().to_string()}
                                height={height.clone()}
                                fill={format!("url(#{hatch})")}
                            />
                        },
                    ]
                } else {
                    html! {}
                },
            ] }
        </svg>
    }
}

/// The bounds in words: "41-63 %", "63 %", or that nothing applies.
pub(super) fn words(props: &Props, figure: &Figure) -> AttrValue {
    let Some(bounds) = figure.bounds else { return props.say("figure.none") };
    match percents(bounds) {
        (lower, upper) if lower == upper => props.fill("figure.exact", &[("n", &lower)]),
        (lower, upper) => props.fill("figure.range", &[("lower", &lower), ("upper", &upper)]),
    }
}
