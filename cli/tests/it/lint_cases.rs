//! A bad example for each rule, and the good text that is nearest to it.

use plumbline_cli::lint::Rule;

/// A place in the good pack, and what is put there: text, or JSON where it can be read as such.
pub struct Case {
    pub at: &'static str,
    pub rule: Rule,
    pub bad: &'static str,
    pub good: &'static str,
}

const fn case(at: &'static str, rule: Rule, bad: &'static str, good: &'static str) -> Case {
    Case { at, rule, bad, good }
}

const NAME: &str = "/sections/0/items/0/name";
const QUESTION: &str = "/sections/0/items/0/question";
const WHY: &str = "/sections/0/items/0/why";
const LEVELS: &str = "/sections/0/items/0/levels";
const LEVEL: &str = "/sections/0/items/0/levels/2";
const CHECKS: &str = "/sections/0/items/0/checks";
const CHECK: &str = "/sections/0/items/0/checks/0/text";
const CHECK_ID: &str = "/sections/0/items/0/checks/0/id";
const CONTROL_CHECK_ID: &str = "/sections/1/items/0/checks/0/id";
const STEP: &str = "/sections/1/items/0/guidance/0";
const STEPS: &str = "/sections/1/items/0/guidance";
const EVIDENCE: &str = "/sections/1/items/0/evidence";
const LARGER: &str = "/sections/1/items/0/larger";
const SMALL: &str = "/sections/1/items/0/small";
const DOCUMENT: &str = "/documents/0/about";
const CONTAINS: &str = "/documents/0/contains";
const MEASURES: &str = "/metrics/0/measures";
const MEANING: &str = "/glossary/0/text";
const HINT: &str = "/profile/questions/0/hint";

const ALIKE: &str = r#"["The text is not there at all.",
    "The text is in the heads of the owners only.",
    "The text names the places and teams that are covered.",
    "The text was checked and signed within 12 months.",
    "Each year the text is compared with the customer list."]"#;
const UNLIKE: &str = r#"["The text is not there at all.",
    "The text is in the heads of the owners only.",
    "A dated text names the places and teams that are covered.",
    "Somebody checked and signed the text within 12 months.",
    "Each year the text is compared with the customer list."]"#;
const NONE_AT_3: &str = r#"[{"id": "places", "level": 2, "text": "The text names every place."},
    {"id": "teams", "level": 2, "text": "The text names every team."}]"#;
const ONE_AT_3: &str = r#"[{"id": "places", "level": 2, "text": "The text names every place."},
    {"id": "signed", "level": 3, "text": "Both owners signed the text."}]"#;
const TWO_STEPS: &str = r#"["List all doors that lead to the street.",
    "Give each key a number and a holder."]"#;
const THREE_STEPS: &str = r#"["List all doors that lead to the street.",
    "Give each key a number and a holder.", "Try every door once in each quarter."]"#;
const NINE: &str = r#"["One part", "Two parts", "Three parts", "Four parts", "Five parts",
    "Six parts", "Seven parts", "Eight parts", "Nine parts"]"#;
const EIGHT: &str = r#"["One part", "Two parts", "Three parts", "Four parts", "Five parts",
    "Six parts", "Seven parts", "Eight parts"]"#;

const HARD: &str = "Organisational accountability necessitates comprehensive documentation of \
    responsibilities, authorities, interdependencies and communication arrangements everywhere.";
const EASY: &str = "People must know who does what, so write down who decides and who does the \
    work in each place.";

pub const CASES: &[Case] = &[
    case(NAME, Rule::Format, "null", "Covered"),
    case("/sections/0/items/0/needs", Rule::Format, r#"["9.9"]"#, r#"["A.7.1"]"#),
    case("/sections/0/items/0/guidence", Rule::Key, r#"["x"]"#, "null"),
    case("/profile/questions/0/hints", Rule::Key, "\"x\"", "null"),
    case(WHY, Rule::Field, "null", EASY),
    case(LEVELS, Rule::Field, "null", UNLIKE),
    case(STEPS, Rule::Field, "null", THREE_STEPS),
    case(STEPS, Rule::Field, TWO_STEPS, THREE_STEPS),
    case(EVIDENCE, Rule::Field, r#"["Key list"]"#, r#"["Key list", "Walk at night"]"#),
    case(LARGER, Rule::Field, "[]", r#"["Use badges that open doors by day only."]"#),
    case(CHECKS, Rule::Field, "[]", ONE_AT_3),
    case(CONTAINS, Rule::Field, NINE, EIGHT),
    case(DOCUMENT, Rule::Field, "null", "It says what the management system covers, and why."),
    case("/sections/0/about", Rule::Field, "\"\"", "What the management system covers, and why."),
    case("/metrics/0/who", Rule::Field, "null", "the owner"),
    case(CHECKS, Rule::Check, NONE_AT_3, ONE_AT_3),
    case(CHECK_ID, Rule::Check, "C1", "places"),
    case(CHECK_ID, Rule::Check, "c.x", "a.2"),
    case(CONTROL_CHECK_ID, Rule::Check, "a", "doors"),
    case(CONTROL_CHECK_ID, Rule::Check, "the_rule", "the-rule"),
    case(LEVELS, Rule::Beginning, ALIKE, UNLIKE),
    case(
        SMALL,
        Rule::Repeat,
        "Anyone can walk in at any time. One key is enough.",
        "Anyone can walk in at noon. One key is enough.",
    ),
    case(MEANING, Rule::Repeat, EASY_TWICE, EASY),
    case(STEP, Rule::Space, "List all  doors that lead outside.", "List all doors on the street."),
    case(STEP, Rule::Space, " List all doors on the street.", "List all doors on the street."),
    case(
        QUESTION,
        Rule::Length,
        "How do you decide this?",
        "How do you decide what this text covers?",
    ),
    case(STEP, Rule::Length, "List doors and windows.", "List doors and windows on all floors."),
    case(MEANING, Rule::Length, "A fault that helps an attacker.", EASY),
    case(
        DOCUMENT,
        Rule::Length,
        "It says what is covered.",
        "It says what is covered, where and why.",
    ),
    case(
        LEVEL,
        Rule::Sign,
        "A dated text names the places and teams",
        "A text names places, teams, systems and rooms.",
    ),
    case(
        QUESTION,
        Rule::Sign,
        "Say how you decide what the text covers.",
        "How do you decide what the text covers?",
    ),
    case(STEP, Rule::Sign, "list all doors that lead outside.", "3 doors lead outside: list them."),
    case(
        STEP,
        Rule::Sign,
        "List the owner's doors and windows.",
        "List the owner\u{2019}s doors and windows.",
    ),
    case(
        STEP,
        Rule::Sign,
        "List all doors marked \"out\" too.",
        "List all doors marked \u{201c}out\u{201d} too.",
    ),
    case(CHECK, Rule::Sign, "The text names every place!", "The text names every place."),
    case("/sections/1/items/0/evidence/0", Rule::Sign, "Key list.", "Key list of this year"),
    case(
        LEVEL,
        Rule::Sentence,
        "A dated text exists. It names the places and teams.",
        "A dated text exists; it names the places and teams.",
    ),
    case(
        QUESTION,
        Rule::Question,
        "Is the scope written down, and do you review it?",
        "Is the scope written down and reviewed each year?",
    ),
    case(
        QUESTION,
        Rule::Question,
        "Who decides what is covered? And who signs it?",
        "Who decides what is covered and signs the text?",
    ),
    case(
        QUESTION,
        Rule::Question,
        "Do you have a text and is there a list?",
        "Do you have a text with a list of places?",
    ),
    case(
        WHY,
        Rule::Term,
        "The staff cannot tell what is covered, and the work falls between them.",
        "Your people cannot tell what is covered, and the work falls between them.",
    ),
    case(
        STEP,
        Rule::Term,
        "Log in and list all open doors.",
        "Look in the log-in-depth list of doors.",
    ),
    case(
        MEANING,
        Rule::Term,
        "A vulnerability is something that an attacker can use against you.",
        "A weakness is something that an attacker can use against you.",
    ),
    case(
        HINT,
        Rule::Term,
        "Rooms for e-mail count too, even shared ones.",
        "Rooms for email count too, even shared ones.",
    ),
    case(
        WHY,
        Rule::Manner,
        "The organisation shall decide what is covered before it does anything else.",
        "The shallow end is covered, and nothing else is, until you decide otherwise.",
    ),
    case(
        MEASURES,
        Rule::Manner,
        "Shows whether doors are locked as needed, and it\u{2019}s quick.",
        "Shows whether doors are locked, and which lock to change first.",
    ),
    case(
        SMALL,
        Rule::Manner,
        "Lock the door regularly, and keep the key.",
        "Lock the door each evening, and keep the key.",
    ),
    case(
        STEP,
        Rule::Manner,
        "List all doors in accordance with the plan.",
        "List all doors that the plan shows.",
    ),
    case(WHY, Rule::Reading, HARD, EASY),
    case("/full_minutes", Rule::Minutes, "9", "2"),
    case(
        "/sections/1/items/0/levels/2",
        Rule::Paper,
        "An approved rule says who locks which door and who holds a key.",
        "A short rule says who locks which door and who holds a key.",
    ),
];

const EASY_TWICE: &str = "A text names things. A short rule says who locks which door and who \
    holds a key.";
