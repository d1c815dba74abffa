//! Names of people who look after something already, offered while one is typed.

use super::Props;
use yew::prelude::*;

/// The names, for fields that name this identifier as their list.
pub(crate) fn list(props: &Props, id: impl Into<AttrValue>) -> Html {
    let (pack, assessment) = (&props.state.pack, &props.state.assessment);
    let items = (0..pack.items.len()).filter_map(|item| assessment.get(item));
    let answers = items.map(|answer| &answer.owner);
    let own = assessment.own_controls.iter().map(|control| &control.answer.owner);
    let mut names: Vec<&str> = answers.chain(own).map(|name| name.trim()).collect();
    names.sort_unstable();
    names.dedup();
    let id: AttrValue = id.into();
    html! {
        <datalist {id}>
            for name in names.into_iter().filter(|name| !name.is_empty()) {
                <option key={name}>{ name.to_owned() }</option>
            }
        </datalist>
    }
}
