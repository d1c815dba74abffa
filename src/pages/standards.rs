//! "27001 or 27002?": what each standard is for, how they stand to each other, and which to read
//! first.

use super::report::parts::heading;
use crate::app::Route;
use crate::picture::{family, Caption, FamilyWords, Width};
use crate::view::{drawing, Props};
use yew::prelude::*;

/// The standards of the family that this questionnaire leans on.
const FAMILY: [&str; 6] = ["27000", "27001", "27002", "27003", "27004", "27005"];

pub(super) fn view(props: &Props) -> Html {
    html! {
        <section class="prose" aria-labelledby="page-title">
            { heading(props.t("standards.title")) }
            <p class="lead">{ props.t("standards.lead") }</p>
            { picture(props, Width::Page) }
            { picture(props, Width::Phone) }
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

/// How the standards stand to each other. Both arrangements are drawn, and the stylesheet shows the
/// one that has room.
fn picture(props: &Props, width: Width) -> Html {
    let word = |key: &str| props.t(&format!("standards.picture.{key}"));
    let noted = |key: &str| [word(key), word(&format!("{key}.note"))];
    let (title, words) = (word("title"), word("words"));
    let (clauses, annex, certificate) = (noted("clauses"), noted("annex"), noted("certificate"));
    let about = ["27000", "27002", "27003", "27004", "27005"].map(word);
    let (advice, must, audit) = (word("advice"), word("must"), word("audit"));
    let (id, class) = match width {
        Width::Page | Width::Whole => ("family-wide", "where-wide"),
        Width::Phone => ("family-narrow", "where-narrow"),
    };
    let drawn = family(
        &Caption { id, title: &title, words: &words },
        &FamilyWords {
            advice: &advice,
            must: &must,
            audit: &audit,
            clauses: clauses.each_ref().map(|words| &**words),
            annex: annex.each_ref().map(|words| &**words),
            certificate: certificate.each_ref().map(|words| &**words),
            about: about.each_ref().map(|words| &**words),
        },
        width,
    );
    html! { <div {class}>{ drawing::draw(&drawn) }</div> }
}
