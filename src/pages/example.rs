//! What a result looks like: that of a sample, on the first page, before anything is answered.

use crate::model::pack::Kind;
use crate::picture::{self, Caption, Group, Legend, NamedStop, Width};
use crate::rules::score::Bounds;
use crate::rules::stops::Stop;
use crate::view::drawing::draw;
use crate::view::parts::{children, tag};
use crate::view::Props;
use yew::prelude::*;

/// What the rules say of a sample. The sample itself is a file, which is fetched when somebody opens
/// it; a test compares.
pub struct SampleResult {
    /// The string of the verdict.
    pub verdict: &'static str,
    /// The stops on the way to the certificate.
    pub stops: [Stop; 4],
    /// At which of them one stands, from 0.
    pub here: usize,
    /// Overall, requirements and controls.
    pub scores: [Bounds; 3],
}

/// The result of the sample `halfway`.
pub const HALFWAY: SampleResult = SampleResult {
    verdict: "verdict.not1",
    stops: [Stop::Start, Stop::Stopped(2), Stop::Stopped(6), Stop::Ahead],
    here: 0,
    scores: [
        Bounds { lower: 6_418, upper: 6_955, unknown: 123 },
        Bounds { lower: 6_346, upper: 6_514, unknown: 0 },
        Bounds { lower: 6_490, upper: 7_397, unknown: 247 },
    ],
};

pub(super) fn view(props: &Props) -> Html {
    let words = props.words();
    let result = &HALFWAY;
    let way = words.way_of(result.stops, result.here, Some(result.scores[0]));
    let title = props.t("stop.label");
    let caption = Caption { id: "example-way", title: &title, words: &way.text };
    let stops =
        way.stops.each_ref().map(|(stop, name, note)| NamedStop { stop: *stop, name, note });
    let names =
        [words.get("scores.overall"), words.group(Kind::Requirement), words.group(Kind::Control)];
    let values = result.scores.map(|bounds| words.bounds(Some(bounds)));
    let groups: Vec<Group> = names
        .iter()
        .zip(&values)
        .zip(result.scores)
        .map(|((name, value), bounds)| Group { name, value, bounds: Some(bounds) })
        .collect();
    let said: Vec<String> =
        groups.iter().map(|group| [group.name, ": ", group.value].concat()).collect();
    let (title, said) = (words.get("result.where"), said.join(", "));
    let scores = Caption { id: "example-scores", title: &title, words: &said };
    let [lower, upper, unknown] =
        ["legend.lower", "legend.upper", "legend.unknown"].map(|key| words.get(key));
    let legend = Legend { lower: &lower, upper: &upper, unknown: &unknown };
    children![
        tag("h3", "", props.t("start.example")),
        tag("p", "eyebrow", props.t("start.sample.halfway")),
        tag("p", "verdict", AttrValue::from(words.get(result.verdict))),
        draw(&picture::way(&caption, &stops, way.here, Width::Phone)),
        draw(&picture::bars(&scores, &groups, &legend)),
    ]
}
