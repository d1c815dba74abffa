//! Without the feature `split` the program is one file that has all its parts.

use js_sys::{Array, Object, Promise, Reflect};
use plumbline::i18n::text::Text;
use plumbline::web::mount;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, Element, HtmlElement};

const ENGLISH: &str = include_str!("../../static/locales/en.json");
const REPORT: &str = include_str!("../../static/locales/en.report.json");

/// Waits until an element has these words.
async fn reads(element: &Element, words: &str) {
    for _ in 0..500 {
        if element.text_content().unwrap_or_default().contains(words) {
            return;
        }
        let _ = JsFuture::from(Promise::new(&mut |done, _| {
            let window = web_sys::window().expect("a window");
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&done, 10)
                .expect("a timer");
        }))
        .await;
    }
    panic!("{words} is not in {:?}", element.text_content());
}

fn place(document: &Document) -> Result<Element, JsValue> {
    let place = document.create_element("div")?;
    document.document_element().ok_or(JsValue::NULL)?.append_child(&place)?;
    Ok(place)
}

#[wasm_bindgen_test]
async fn a_page_of_the_report_is_drawn_by_the_program_in_one_piece() -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let place = place(&document)?;
    let options = Object::new();
    Reflect::set(&options, &"pack".into(), &include_str!("../../controls.json").into())?;
    Reflect::set(&options, &"words".into(), &Array::of1(&ENGLISH.into()))?;
    let mut widget = mount(place.clone(), options.unchecked_ref());
    let text = Text::parse(ENGLISH, None, Text::english_plural());
    reads(&place, &text.get("start.title")).await;

    let link = text.get("start.standards");
    let buttons = place.query_selector_all("button")?;
    let buttons = (0..buttons.length()).filter_map(|n| buttons.get(n));
    let mut wanted = buttons.filter(|button| button.text_content().as_deref() == Some(&*link));
    wanted.next().ok_or(JsValue::NULL)?.unchecked_into::<HtmlElement>().click();
    // Its words have not come.
    reads(&place, &text.get("loading.title")).await;
    widget.words(vec![REPORT.into()]);
    let text = Text::parse(REPORT, None, Text::english_plural());
    reads(&place, &text.get("standards.title")).await;
    widget.unmount();
    place.remove();
    Ok(())
}
