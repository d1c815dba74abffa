//! What holds for every picture, whatever the values.

use super::samples::*;
use super::shapes::*;
use plumbline::picture::element::html;
use plumbline::picture::*;
use std::collections::BTreeSet;

/// Bounds that a score can have, and some that none has.
fn any_bounds() -> Vec<(u32, u32)> {
    let ends = [0, 1, 3_333, 6_667, 9_999, 10_000, 25_000];
    ends.iter().flat_map(|lower| ends.map(|upper| (*lower, upper))).collect()
}

#[test]
fn every_picture_stays_in_its_box_and_has_names_of_its_own() {
    for (name, picture) in gallery() {
        names_and_references_fit(&picture, name);
        if picture.tag == "svg" {
            stays_in_its_box(&picture, name);
            no_words_collide(&picture, name);
        }
    }
    for (lower, upper) in any_bounds() {
        let what = format!("{lower} to {upper}");
        let bounds = bounds(lower, upper);
        stays_in_its_box(&bar(&caption("b"), bounds), &what);
        let group = Group { name: "4", value: "?", bounds };
        stays_in_its_box(&bars(&caption("s"), &[group; 3], &LEGEND), &what);
        let axes = [Axis { label: "4", bounds }; 7];
        for width in [Width::Phone, Width::Page] {
            let picture = radar(&caption("r"), &axes, &ASKED, &LEGEND, width).expect("a radar");
            stays_in_its_box(&picture, &what);
        }
        for width in [Width::Phone, Width::Page] {
            let points = [1, 1, 5, 900].map(|days| Point { date: after(days), bounds });
            let picture = trend_of(&points, &ASKED, width).expect("a trend");
            stays_in_its_box(&picture, &what);
            let row =
                |before, after| Dumbbell { name: "4", value: "?", before, after, total: false };
            let rows = [row(bounds, bounds), row(None, bounds), row(bounds, None)];
            let words = DumbbellWords { before: "b", after: "a", open: "o" };
            let picture = dumbbells(&caption("d"), &rows, &SCALE, &words, width);
            stays_in_its_box(&picture.expect("lines"), &what);
        }
    }
}

#[test]
fn names_of_any_length_stay_in_the_picture() {
    let long = "Confidentiality ".repeat(20);
    for label in
        ["4", "A.5", "Respond", "MMMMMMMM", "\u{65e5}\u{672c}\u{8a9e}".repeat(9).as_str(), &long]
    {
        for axes in 3..=12 {
            stays_in_its_box(&radar_of(axes, label).expect("a radar"), label);
        }
        let group = Group { name: label, value: label, bounds: None };
        stays_in_its_box(&bars(&caption("b"), &[group], &LEGEND), label);
        let row = Stretch { name: label, owner: label, ..plan(1)[0] };
        let words = TimelineWords { today: label, ..WORDS };
        let mark = |days| Mark { date: after(days), name: label };
        for width in [Width::Phone, Width::Page, Width::Whole] {
            let marks = [mark(60), mark(400)];
            let picture = timeline(&caption("t"), &[row], &marks, after(60), &words, width);
            let picture = picture.expect("a timeline");
            stays_in_its_box(&picture, label);
            no_words_collide(&picture, label);
            let row =
                Dumbbell { name: label, value: label, before: None, after: None, total: true };
            let words = DumbbellWords { before: label, after: label, open: label };
            let picture = dumbbells(&caption("d"), &[row; 3], &SCALE, &words, width);
            let picture = picture.expect("lines");
            stays_in_its_box(&picture, label);
            no_words_collide(&picture, label);
        }
    }
}

#[test]
fn a_name_is_cut_only_where_it_must_be_and_never_within_a_sign() {
    let shown = |name: &str| {
        let group = Group { name, value: "1 %", bounds: None };
        let picture = bars(&caption("b"), &[group], &LEGEND);
        let words = elements(&picture).into_iter().find(|(element, _)| element.tag == "text");
        text(words.expect("the name").0)
    };
    assert_eq!(shown("A.5 Organisation of security"), "A.5 Organisation of security");
    let long = "A.5 Organisation of security in all places where anything is done";
    let cut = shown(long);
    let kept = cut.strip_suffix('…').expect("an ellipsis");
    assert!(kept.len() > 25 && long.starts_with(kept) && !kept.ends_with(' '), "{cut}");
    let family = "👩‍👩‍👧";
    let cut = shown(&family.repeat(40));
    let kept = cut.strip_suffix('…').expect("an ellipsis");
    assert_eq!(kept, family.repeat(kept.len() / family.len()));
}

#[test]
fn what_is_typed_stays_words() {
    let evil = "</text><script>\"'&";
    let caption = Caption { id: "e", title: evil, words: evil };
    let group = Group { name: evil, value: evil, bounds: None };
    let mut out = String::new();
    html::element(
        &mut out,
        &bars(&caption, &[group], &Legend { lower: evil, upper: evil, unknown: evil }),
    );
    let escaped = "&lt;/text&gt;&lt;script&gt;&quot;&#39;&amp;";
    assert_eq!(out.matches(escaped).count(), 6, "{out}");
    assert!(!out.contains("<script"));
}

#[test]
fn a_radar_has_3_to_12_axes_with_a_figure() {
    for (axes, there) in [(0, false), (2, false), (3, true), (12, true), (13, false), (999, false)]
    {
        assert_eq!(radar_of(axes, "4").is_some(), there, "{axes} axes");
    }
    let axis = |label, bounds| Axis { label, bounds };
    let some = bounds(1, 2);
    let mut axes = [axis("a", some), axis("b", None), axis("c", some), axis("d", some)];
    let radar = |axes: &[Axis]| radar(&caption("r"), axes, &SCALE, &LEGEND, Width::Phone);
    let picture = radar(&axes).expect("three have a figure");
    let words: Vec<String> = elements(&picture).iter().map(|(element, _)| text(element)).collect();
    assert!(words.contains(&"a".into()) && !words.contains(&"b".into()));
    axes[0].bounds = None;
    assert!(radar(&axes).is_none(), "two have");
}

#[test]
fn a_higher_figure_is_farther_out_on_a_radar() {
    let out = |lower| {
        let axes = [Axis { label: "4", bounds: bounds(lower, 10_000) }; 5];
        let picture = radar(&caption("r"), &axes, &SCALE, &LEGEND, Width::Phone);
        let picture = picture.expect("a radar");
        let top = filled(&picture).into_iter().map(|(_, y)| y).fold(f64::MAX, f64::min);
        -top
    };
    for (low, high) in [(0, 100), (100, 4_999), (4_999, 9_900), (9_900, 10_000)] {
        assert!(out(low) < out(high), "{low} and {high}");
    }
}

#[test]
fn a_grid_has_a_spot_for_each_of_500_items_and_for_sections_beyond() {
    let names: Vec<String> = (0..5).map(|n| format!("A.{n}")).collect();
    let spots = |sections: &[Section]| {
        let grid = grid("g", sections, &target);
        names_and_references_fit(&grid, "grid");
        let found = elements(&grid);
        let links = found.iter().filter(|(element, _)| element.tag == "a");
        let targets: BTreeSet<String> =
            links.map(|(link, _)| attribute(link, "href").expect("a target").to_owned()).collect();
        targets
    };
    let mut sections = sections(&names, 100);
    let items = spots(&sections);
    assert_eq!(items.len(), 500);
    assert!(items.contains("#i0") && items.contains("#i499"));
    let one = Cell { item: 500, ..sections[4].cells[0] };
    sections[4].cells.push(one);
    let wanted: BTreeSet<String> = (0..5).map(|n| format!("#s{n}")).collect();
    assert_eq!(spots(&sections), wanted);
}

#[test]
fn each_spot_is_named_and_its_gauge_is_hidden() {
    let names = vec!["A.5.1".to_owned()];
    let grid = grid("g", &sections(&names, 8), &target);
    let found = elements(&grid);
    for (spot, _) in found.iter().filter(|(element, _)| element.tag == "a") {
        assert_eq!(attribute(spot, "aria-label"), Some("A.5.1 Policies: level 2 \"Defined\""));
    }
    let gauges: Vec<_> = found.iter().filter(|(element, _)| element.tag == "svg").collect();
    assert!(gauges.iter().all(|(svg, _)| attribute(svg, "aria-hidden") == Some("true")));
    // No two kinds of answer look the same, not even in grey.
    let drawn: Vec<_> = item_statuses().into_iter().map(item_status).collect();
    for (n, one) in drawn.iter().enumerate() {
        assert!(drawn.iter().skip(n + 1).all(|other| other != one), "{n}");
    }
}
