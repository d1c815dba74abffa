//! "27001 or 27002?": what each standard is for, and which to read first.

use super::report::parts::heading;
use crate::app::Route;
use crate::view::Props;
use yew::prelude::*;

/// The standards of the family that this questionnaire leans on.
const FAMILY: [&str; 6] = ["27000", "27001", "27002", "27003", "27004", "27005"];

pub(super) fn view(props: &Props) -> Html {
    html! {
        <section class="prose" aria-labelledby="page-title">
            { heading(props.t("standards.title")) }
            <p class="lead">{ props.t("standards.lead") }</p>
            <h3>{ props.t("standards.must.title") }</h3>
            <p>{ props.t("standards.must.text") }</p>
            <h3>{ props.t("standards.controls.title") }</h3>
            <p>{ props.t("standards.controls.text") }</p>
            <h3>{ props.t("standards.family.title") }</h3>
            <dl>
                for number in FAMILY {
                    <div key={number}>
                        <dt>{ format!("ISO/IEC {number}") }</dt>
                        <dd>{ props.t(&format!("standards.{number}")) }</dd>
                    </div>
                }
            </dl>
            <h3>{ props.t("standards.first.title") }</h3>
            <p>{ props.t("standards.first.text") }</p>
            <h3>{ props.t("standards.here.title") }</h3>
            <p>{ props.t("standards.here.text") }</p>
            <p>{ props.t("standards.buy") }</p>
            <p>{ props.link(props.t("back.start"), Route::Start) }</p>
        </section>
    }
}
