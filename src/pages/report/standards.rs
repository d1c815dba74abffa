//! "27001 or 27002?": what each standard is for, and which to read first.

use super::parts::heading;
use super::PageContext;
use crate::app::Route;
use yew::prelude::*;

/// The standards of the family that this questionnaire leans on.
const FAMILY: [&str; 5] = ["27001", "27002", "27003", "27004", "27005"];

pub(super) fn view(ctx: &PageContext) -> Html {
    html! {
        <section class="prose" aria-labelledby="page-title">
            { heading(ctx.t("standards.title")) }
            <p class="lead">{ ctx.t("standards.lead") }</p>
            <dl>
                for number in FAMILY {
                    <div key={number}>
                        <dt>{ format!("ISO/IEC {number}") }</dt>
                        <dd>{ ctx.t(&format!("standards.{number}")) }</dd>
                    </div>
                }
            </dl>
            <h3>{ ctx.t("standards.first.title") }</h3>
            <p>{ ctx.t("standards.first.text") }</p>
            <h3>{ ctx.t("standards.here.title") }</h3>
            <p>{ ctx.t("standards.here.text") }</p>
            <p>{ ctx.t("standards.buy") }</p>
            <p>{ ctx.link(ctx.t("back.start"), Route::Start) }</p>
        </section>
    }
}
