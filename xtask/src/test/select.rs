//! Which steps the words of a command line mean.

use anyhow::{bail, Result};

use super::browsers::Browser;
use super::steps::Step::{self, EndToEnd};
use super::steps::ALL;

/// The steps that are asked for, in their order, with what they need.
pub fn select(words: &[String]) -> Result<Vec<Step>> {
    // `"e2e firefox"`, as the list of times calls that step, means the same as two words.
    let words: Vec<&str> = words.iter().flat_map(|word| word.split_whitespace()).collect();
    let (browsers, others): (Vec<_>, Vec<_>) =
        words.iter().copied().partition(|word| Browser::from_name(word).is_some());
    for word in &others {
        let known = *word == "e2e" || ALL.iter().any(|step| step.name() == *word);
        if !known {
            bail!("there is no step `{word}`; there are: {}, e2e [browser]", names());
        }
    }
    let wanted = |step: Step| match step {
        EndToEnd(browser) if !browsers.is_empty() => browsers.contains(&browser.name()),
        EndToEnd(_) => words.is_empty() || others.contains(&"e2e"),
        step => words.is_empty() || others.contains(&step.name()),
    };
    let asked: Vec<Step> = ALL.into_iter().filter(|step| wanted(*step)).collect();
    let needed = |earlier: &Step| asked.iter().any(|s| s == earlier || s.needs(*earlier));
    Ok(ALL.into_iter().filter(needed).collect())
}

fn names() -> String {
    let single = ALL.iter().filter(|step| !matches!(step, EndToEnd(_)));
    single.map(|step| step.name()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(words: &[&str]) -> Vec<&'static str> {
        let words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
        select(&words).unwrap().into_iter().map(Step::name).collect()
    }

    #[test]
    fn no_word_means_all() {
        assert_eq!(chosen(&[]).len(), ALL.len());
    }

    #[test]
    fn a_step_brings_what_it_needs() {
        assert_eq!(chosen(&["native"]), ["native"]);
        assert_eq!(chosen(&["hosting"]), ["hosting"]);
        assert_eq!(chosen(&["wasm"]), ["browsers", "wasm"]);
        assert_eq!(chosen(&["e2e", "firefox"]), ["browsers", "build", "e2e firefox"]);
        assert_eq!(chosen(&["e2e firefox"]), ["browsers", "build", "e2e firefox"]);
        assert_eq!(chosen(&["webkit"]), ["browsers", "build", "e2e webkit"]);
        assert_eq!(chosen(&["e2e"]).len(), 5);
        assert_eq!(chosen(&["package"]), ["browsers", "build", "package"]);
        assert_eq!(chosen(&["days"]), ["browsers", "build", "days"]);
    }

    #[test]
    fn an_unknown_word_is_an_error() {
        assert!(select(&["nativ".to_owned()]).unwrap_err().to_string().contains("native"));
    }
}
