//! How the standards of a family stand to each other.

use super::samples::{caption, family_of};
use super::shapes::{attribute, elements, number, stays_in_its_box, text};
use plumbline::picture::{family, Width};

const WIDTHS: [Width; 2] = [Width::Phone, Width::Page];

/// The frames of the standards and of the certificate, each as left, top, right, bottom.
fn boxes(width: Width) -> Vec<[f64; 4]> {
    let picture = family(&caption("f"), &family_of(None), width);
    let frame = |class: Option<&str>| {
        class.is_some_and(|class| ["p-frame", "p-line", "p-solid"].contains(&class))
    };
    elements(&picture)
        .into_iter()
        .filter(|(element, _)| element.tag == "rect" && frame(attribute(element, "class")))
        .map(|(element, _)| {
            let (x, y) = (number(element, "x"), number(element, "y"));
            [x, y, x + number(element, "width"), y + number(element, "height")]
        })
        .collect()
}

#[test]
fn no_box_stands_on_another() {
    for width in WIDTHS {
        let boxes = boxes(width);
        assert_eq!(boxes.len(), 7, "five that advise or explain, the one that demands, the end");
        for (at, [left, top, right, bottom]) in boxes.iter().enumerate() {
            for [left2, top2, right2, bottom2] in &boxes[at + 1..] {
                let apart = right <= left2 || right2 <= left || bottom <= top2 || bottom2 <= top;
                assert!(apart, "{width:?}: {left} {top} and {left2} {top2}");
            }
        }
    }
}

#[test]
fn one_arrow_alone_is_solid_and_all_advice_is_dashed() {
    for (width, dashed) in [(Width::Phone, 2), (Width::Page, 4)] {
        let picture = family(&caption("f"), &family_of(None), width);
        let shafts: Vec<_> = elements(&picture)
            .into_iter()
            .filter(|(element, _)| element.tag == "path")
            .filter(|(element, _)| attribute(element, "class") == Some("p-line"))
            .map(|(element, _)| attribute(element, "stroke-dasharray").is_some())
            .collect();
        assert_eq!(shafts.iter().filter(|is_dashed| **is_dashed).count(), dashed);
        assert_eq!(shafts.iter().filter(|is_dashed| !**is_dashed).count(), 1, "the audit");
    }
}

#[test]
fn words_of_any_length_stay_in_the_picture() {
    for words in ["x", "what a word like Informationssicherheitsmanagementsystem means", "\u{65e5}\u{672c}\u{8a9e}\u{65e5}\u{672c}\u{8a9e}\u{65e5}\u{672c}\u{8a9e}\u{65e5}\u{672c}\u{8a9e}"] {
        for width in WIDTHS {
            stays_in_its_box(&family(&caption("f"), &family_of(Some(words)), width), words);
        }
    }
}

#[test]
fn every_word_can_be_read_where_a_unit_is_a_pixel() {
    for width in WIDTHS {
        let picture = family(&caption("f"), &family_of(None), width);
        let words = elements(&picture).into_iter().filter(|(element, _)| element.tag == "text");
        for (element, _) in words {
            assert!(number(element, "font-size") >= 12.0, "{}", text(element));
            assert!(!text(element).ends_with('\u{2026}'), "{} is cut", text(element));
        }
    }
}
