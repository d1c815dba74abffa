//! What only pages ask for that the first question does not need. It comes in their part of the
//! program.

use super::{Action, State};
use crate::part::Missing;

/// Does what such a page asks for.
#[cfg_attr(
    feature = "split",
    wasm_split_helpers::wasm_split(
        pages,
        fallible,
        preload(
            /// Fetches what does it.
            load
        )
    )
)]
pub fn act(state: &mut State, action: Action) -> Result<(), Missing> {
    match action {
        Action::Organisation(edit) => state.edit_organisation(edit),
        Action::SoaHeader(edit) => state.edit_soa_header(edit),
        Action::OwnControl(edit) => state.edit_own_control(edit),
        Action::Plan(edit) => state.edit_plan(edit),
        Action::Milestone(edit) => state.edit_milestone(edit),
        Action::Rows(edits) => state.change_rows(edits),
        Action::Date(edit) => state.edit_date(edit),
        Action::Page(edit) => state.edit_page(edit),
        Action::Accept(items) => state.accept(&items),
        Action::Refuse(items) => state.refuse(&items),
        _ => (),
    }
    Ok(())
}

/// What does it is here.
#[cfg(not(feature = "split"))]
pub async fn load() -> Result<(), Missing> {
    Ok(())
}
