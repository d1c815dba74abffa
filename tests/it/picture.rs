//! The geometry of bars; the pictures themselves are asked below.

mod dumbbells;
mod family;
mod golden;
mod rules;
mod samples;
mod shapes;
mod time;

use plumbline::picture::{Bar, WIDTH};
use plumbline::rules::score::Bounds;

fn bar(lower: u32, upper: u32) -> Bar {
    Bar::from_bounds(Bounds { lower, upper, unknown: 0 })
}

#[test]
fn a_bar_is_solid_up_to_the_lower_bound_and_hatched_up_to_the_upper() {
    for (lower, upper, solid, open) in [
        (0, 0, 0, 0),
        (0, 10_000, 0, 1000),
        (10_000, 10_000, 1000, 0),
        (4_199, 6_350, 419, 216),
        // Bounds that no score has still give a bar that stays in its box.
        (20_000, 30_000, 1000, 0),
        (9_000, 100, 10, 0),
    ] {
        let bar = bar(lower, upper);
        assert_eq!((bar.lower, bar.open()), (solid, open), "{lower} to {upper}");
    }
}

#[test]
fn a_line_of_text_shows_the_same_bar() {
    for (lower, upper, cells) in [
        (0, 0, [0, 0, 0, 20]),
        (0, 10_000, [0, 0, 20, 0]),
        (10_000, 10_000, [20, 0, 0, 0]),
        (3_333, 3_333, [6, 0, 0, 14]),
        (3_333, 3_400, [6, 0, 1, 13]),
        (9_990, 10_000, [19, 0, 1, 0]),
    ] {
        assert_eq!(bar(lower, upper).cells(20), cells, "{lower} to {upper}");
    }
}

#[test]
fn every_bar_stays_in_its_box() {
    for lower in (0..=10_000).step_by(37) {
        for upper in (lower..=10_000).step_by(41) {
            let bar = bar(lower, upper);
            assert!(bar.lower + bar.open() <= WIDTH);
            for unknown in [0, 1, 500, 10_000] {
                let bar = Bar::from_bounds(Bounds { lower, upper, unknown });
                assert!(bar.lower <= bar.unknown && bar.unknown <= bar.upper);
                let cells = bar.cells(20);
                assert_eq!(cells.iter().sum::<u32>(), 20, "{lower} to {upper}, {unknown}");
            }
        }
    }
}

#[test]
fn what_is_not_known_follows_what_is_certain() {
    for (lower, upper, unknown, end, cells) in [
        (2_000, 6_000, 0, 200, [4, 0, 8, 8]),
        (2_000, 6_000, 2_000, 400, [4, 4, 4, 8]),
        (2_000, 6_000, 4_000, 600, [4, 8, 0, 8]),
        // However little it is, it shows.
        (2_000, 6_000, 20, 202, [4, 1, 7, 8]),
    ] {
        let bar = Bar::from_bounds(Bounds { lower, upper, unknown });
        assert_eq!((bar.unknown, bar.cells(20)), (end, cells), "{unknown}");
    }
}
