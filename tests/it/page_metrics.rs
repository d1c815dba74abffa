//! The page of the metrics.

use crate::composed::state;
use crate::drawn::{elements, page, text, Node};
use crate::script::{in_full, then};
use crate::support;
use plumbline::model::assessment::{Assessment, Mode};
use plumbline::rules::metrics::Sheet;

fn of(assessment: Assessment) -> Vec<Node> {
    let state = state(&support::default_pack(), assessment);
    page(&then(&state, "go result/metrics"))
}

fn names(nodes: &[Node]) -> Vec<String> {
    let heads = elements(nodes).into_iter().filter(|element| element.tag == "h4");
    heads.map(|head| text(&head.children)).collect()
}

#[test]
fn the_metrics_are_those_of_the_sheet_and_the_first_stand_outside_of_what_is_closed() {
    let pack = support::default_pack();
    for mode in [Mode::Full, Mode::Quick] {
        let assessment = support::bakery(&pack, mode, 9);
        let sheet = Sheet::new(&pack, &assessment);
        let nodes = of(assessment);
        let name = |choice: &plumbline::rules::metrics::ChosenMetric| {
            pack.metrics[choice.metric].name.to_string()
        };
        assert_eq!(names(&nodes), sheet.all().map(name).collect::<Vec<_>>());
        let closed: Vec<_> =
            elements(&nodes).into_iter().filter(|element| element.tag == "details").collect();
        let rest = names(&closed.last().expect("the others").children);
        assert_eq!(rest, sheet.rest.iter().map(name).collect::<Vec<_>>());
        let (words, n) = (text(&nodes), sheet.starter.len());
        assert!(words.contains(&format!("Begin with these {n} metrics.")), "{words}");
        assert!(words.contains("9.1") && words.contains("27004"));
    }
}

#[test]
fn a_metric_says_all_that_has_to_be_decided_and_why_it_was_chosen() {
    let words = text(&page(&then(&in_full("A.5.1 = 3"), "go result/metrics")));
    for part in [
        "Begin with this metric.",
        "People who read the rules",
        "Shows who has to be asked again.",
        "people who signed / all people × 100",
        "%",
        "at least 95. More is better",
        "Each quarter",
        "the office",
        "A.5.1",
        "Chosen because this runs",
    ] {
        assert!(words.contains(part), "{part} is missing in {words}");
    }
}

#[test]
fn why_a_metric_was_chosen_follows_the_level() {
    for (script, sentence, why) in [
        ("A.5.1 = 0", "Begin with this metric.", "Chosen because this is below level 3"),
        ("A.5.1 = 2", "Begin with this metric.", "Chosen because this is below level 3"),
        ("A.5.1 = 3", "Begin with this metric.", "Chosen because this runs"),
        ("A.5.1 = 4", "Metrics to begin with will stand here", "this is measured already"),
        ("", "Metrics to begin with will stand here", "None of its items has a level yet."),
        ("A.5.1 = - We have no rules and nobody who reads", "This questionnaire has no", ""),
    ] {
        let words = text(&page(&then(&in_full(script), "go result/metrics")));
        assert!(words.contains(sentence), "{script}: {words}");
        assert!(words.contains(why), "{script}: {words}");
    }
}
