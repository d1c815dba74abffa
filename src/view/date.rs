//! A field for a day, and what it says of a day that it shows and that is not stored.
//!
//! A browser gives no value while a part of a date is missing, and takes the year 2 for a whole
//! one, so the field is watched with each key: what it holds goes to the state and comes back with
//! the next draw. A value that differed from the field's own would wipe out what is being typed.

use super::button::Button;
use super::parts::{children, list, tag, when};
use super::{probe, Props};
use crate::app::{Action, DateAct, DateField, TypedDate};
use crate::model::date::Date;
use std::rc::Rc;
use yew::prelude::*;

/// A field for a day.
#[derive(Default)]
pub(crate) struct DayField {
    pub id: String,
    /// The day that is stored.
    pub stored: Option<Date>,
    /// The identifiers of what describes it.
    pub describedby: &'static str,
    pub disabled: bool,
}

impl DayField {
    /// With the day that is stored.
    pub fn new(id: impl Into<String>, stored: Option<Date>) -> DayField {
        DayField { id: id.into(), stored, ..DayField::default() }
    }

    /// Draws it; the action gets the day.
    pub fn draw(self, props: &Props, set: Action) -> Html {
        let DayField { id, stored, describedby, disabled } = self;
        let said = format!("{id}-said");
        let describedby = [describedby, " ", &said].concat().trim_start().to_owned();
        let page = &props.state.page;
        let field = DateField { field: id.clone().into(), set, stored, typed: page.dates.clone() };
        let (probe, field) = (probe::date(&field), Rc::new(field));
        let unstored = field.unstored();
        let value = match (unstored, stored) {
            (Some(unstored), _) => unstored.text.clone().into(),
            (None, Some(day)) => AttrValue::from(day.to_string()),
            (None, None) => "".into(),
        };
        // Without a last day, browsers take years of six digits.
        children![
            html! {
                <input key={page.redrawn} {id} type="date" max="9999-12-31" {value} {disabled}
                    aria-describedby={describedby} aria-invalid={unstored.map(|_| "true")}
                    data-action={probe}
                    oninput={props.dated(&field, DateAct::Type)}
                    onkeyup={props.dated(&field, DateAct::Type)}
                    onfocusout={props.dated(&field, DateAct::Leave)} />
            },
            html! {
                <p id={said} class="said" role="status">
                    { unstored.map(|known| words(props, known, stored)).unwrap_or_default() }
                </p>
            },
            when(unstored.is_some(), || offers(props, &field)),
        ]
    }

    /// Draws it below its label.
    pub fn labelled(self, props: &Props, label: AttrValue, set: Action) -> Html {
        let name = html! { <label for={self.id.clone()}>{ label }</label> };
        tag("div", "field", children![name, self.draw(props, set)])
    }
}

/// What is wrong, and what is stored.
fn words(props: &Props, unstored: &TypedDate, stored: Option<Date>) -> String {
    let wrong = match unstored.unlikely() {
        Some(day) => props.fill("date.unlikely", &[("year", &day.parts().0)]),
        // A browser without fields for dates shows a line of text.
        None if Date::parse(&unstored.text).is_none() && !unstored.text.is_empty() => {
            props.t("date.form")
        }
        None => props.t("date.part"),
    };
    let kept = match stored {
        Some(day) => props.fill("date.kept", &[("date", &props.date(day))]),
        None => props.t("date.none"),
    };
    [&*wrong, " ", &kept].concat()
}

/// What can be done about it.
fn offers(props: &Props, field: &DateField) -> Html {
    let offer = |words: AttrValue, action: Action| {
        let action = action.then_focus(field.field.clone());
        Button::new("quiet").draw(props, action, words)
    };
    let insist = |key: &str, day: Date| {
        let typed = Some(day.to_string().into());
        offer(props.fill(key, &[("date", &props.date(day))]), field.used(typed, DateAct::Insist))
    };
    let mut offers = Vec::new();
    if let Some(day) = field.unstored().and_then(TypedDate::unlikely) {
        let (year, month, date) = day.parts();
        // Two digits stand for a year of this century.
        if let Some(meant) = Date::new(2000 + year, month, date).filter(|_| year < 100) {
            offers.push(insist("date.meant", meant));
        }
        offers.push(insist("date.keep", day));
    }
    offers.push(offer(props.t("date.discard"), Action::DiscardDates));
    tag("p", "actions", list(offers))
}
