//! The first page of the report.

use crate::composed::state;
use crate::drawn::report;
use crate::make;

#[test]
fn where_too_little_is_asked_for_a_stage_no_answer_is_said_to_be_missing() {
    for (outline, too_little) in
        [("4 requirement\n 4.1\n 4.2", true), ("4 requirement\n 4.1 stage1\n 4.2 stage1", false)]
    {
        let pack = make::pack(outline);
        // An address that is not known is the result.
        let page = report(&state(&pack, make::assessment(&pack, "4.1=3e")), "first");
        let words = page.words();
        assert!(!words.contains("0 points are missing"), "{outline}");
        assert_eq!(words.contains("1 point is missing to say more"), !too_little, "{outline}");
    }
}
