//! Tells a page the names that its files have in the site.

use std::collections::BTreeMap;

use anyhow::{bail, Result};

/// Replaces each reference to a file of ours in a `src` or `href`. One that the site does not have
/// is an error; what leads elsewhere (`https:`, `data:`, `#`) is left alone.
pub fn rewrite(page: &str, names: &BTreeMap<&str, &str>) -> Result<String> {
    let mut text = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((start, end)) = next_reference(rest) {
        let reference = &rest[start..end];
        text += &rest[..start];
        text += &renamed(reference, names)?;
        rest = &rest[end..];
    }
    Ok(text + rest)
}

/// Where the value of the next ` src="..."` or ` href="..."` is.
fn next_reference(text: &str) -> Option<(usize, usize)> {
    let starts = ["src=\"", "href=\""].into_iter().filter_map(|attribute| {
        let mut places = text.match_indices(attribute);
        let found = places.find(|(at, _)| text[..*at].ends_with(|c: char| c.is_ascii_whitespace()));
        found.map(|(at, _)| at + attribute.len())
    });
    let start = starts.min()?;
    let end = start + text[start..].find('"')?;
    Some((start, end))
}

fn renamed(reference: &str, names: &BTreeMap<&str, &str>) -> Result<String> {
    let scheme = reference.split_once(':').map(|(scheme, _)| scheme);
    let elsewhere = scheme.is_some_and(|scheme| scheme.bytes().all(|b| b.is_ascii_alphabetic()))
        || reference.starts_with("//");
    let end = reference.find(['?', '#']).unwrap_or(reference.len());
    let (path, query) = reference.split_at(end);
    if elsewhere || path.is_empty() || path == "./" {
        return Ok(reference.to_owned());
    }
    // A page refers to others by names that are never hashed.
    if path.ends_with(".html") {
        return Ok(reference.to_owned());
    }
    let Some(name) = names.get(path.strip_prefix("./").unwrap_or(path)) else {
        bail!("it refers to {reference}, which the build does not make");
    };
    Ok(format!("./{name}{query}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> BTreeMap<&'static str, &'static str> {
        BTreeMap::from([
            ("page.css", "page-0.css"),
            ("plumbline.js", "plumbline-1.js"),
            ("i.svg", "i.svg"),
        ])
    }

    #[test]
    fn references_are_renamed() {
        let page = r#"<link rel="icon" href="./i.svg#a"><link href="page.css">
            <p data-src="x.js"></p><script type="module" src="./plumbline.js"></script>"#;
        let want = r#"<link rel="icon" href="./i.svg#a"><link href="./page-0.css">
            <p data-src="x.js"></p><script type="module" src="./plumbline-1.js"></script>"#;
        assert_eq!(rewrite(page, &names()).unwrap(), want);
    }

    #[test]
    fn what_leads_elsewhere_stays() {
        let page = r##"<a href="https://x.org/a.css"></a><a href="#top"></a><a href="./"></a><a href="//x/y"></a><a href="data:,x"></a><a href="other.html?a"></a>"##;
        assert_eq!(rewrite(page, &names()).unwrap(), page);
    }

    #[test]
    fn what_is_missing_is_an_error() {
        let error = rewrite(r#"<img src="./none.png">"#, &names()).unwrap_err().to_string();
        assert!(error.contains("none.png"), "{error}");
    }
}
