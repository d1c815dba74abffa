//! What the server has to offer, read once into memory: a change of the disk under way is not seen,
//! and no path that a browser sends ever reaches the disk, but for the host pages of the tests.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::{bail, Result};
use hyper::body::Bytes;

use crate::build::Site;
use crate::workspace::{files, read, root};

/// Makes a page reload itself.
const RELOAD: &[u8] = include_bytes!("reload.js");
const RELOAD_TAG: &[u8] = b"<script type=\"module\" src=\"/__reload.js\"></script>\n";
/// The encodings that a build writes files in, the best first, with what they add to a name.
const ENCODINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// One build of the site.
#[derive(Default)]
pub struct Files {
    site: HashMap<String, Bytes>,
    pages: Option<PathBuf>,
}

impl Files {
    /// A development build, whose pages reload themselves.
    pub fn of_site(site: &Site) -> Files {
        let mut all = HashMap::from([("__reload.js".to_owned(), Bytes::from_static(RELOAD))]);
        for asset in site.assets() {
            let mut bytes = asset.bytes.clone();
            if asset.name.ends_with(".html") {
                bytes.extend_from_slice(RELOAD_TAG);
            }
            all.insert(asset.name.clone(), bytes.into());
        }
        Files { site: all, pages: None }
    }

    /// The release build, with its compressed files.
    pub fn of_dist() -> Result<Files> {
        let dist = root().join("dist");
        if !dist.join("index.html").is_file() {
            bail!("dist/ has no page: run `cargo xtask build` first");
        }
        let mut site = HashMap::new();
        for name in files(&dist)? {
            let bytes = read(&dist.join(&name))?;
            site.insert(name, bytes.into());
        }
        Ok(Files { site, pages: None })
    }

    /// Offers a folder of test pages too, under `/pages/`.
    pub fn with_pages(mut self, folder: &Path) -> Files {
        self.pages = Some(folder.to_owned());
        self
    }

    /// The same test pages as another build.
    pub fn with_pages_of(self, other: &Files) -> Files {
        Files { pages: other.pages.clone(), ..self }
    }

    /// The file of a path without its leading slash, in the best encoding that `accepts` lets
    /// through.
    pub fn find(
        &self,
        path: &str,
        accepts: impl Fn(&str) -> bool,
    ) -> Option<(Bytes, Option<&'static str>)> {
        if let Some(page) = path.strip_prefix("pages/") {
            return Some((self.page(page)?, None));
        }
        let packed = ENCODINGS.iter().filter(|(encoding, _)| accepts(encoding));
        let mut packed = packed.filter_map(|(encoding, ending)| {
            Some((self.site.get(&format!("{path}{ending}"))?.clone(), Some(*encoding)))
        });
        packed.next().or_else(|| Some((self.site.get(path)?.clone(), None)))
    }

    fn page(&self, path: &str) -> Option<Bytes> {
        let safe = path.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
        let file = self.pages.as_ref().filter(|_| safe && !path.contains('\\'))?.join(path);
        Some(std::fs::read(file).ok()?.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_accepted_encoding_is_chosen() {
        let all = [("a.js", "plain"), ("a.js.gz", "by gzip"), ("a.js.br", "by brotli")];
        let site = all.map(|(name, text)| (name.to_owned(), Bytes::from_static(text.as_bytes())));
        let files = Files { site: site.into(), pages: None };
        let found = |accepts: fn(&str) -> bool| files.find("a.js", accepts).unwrap();
        assert_eq!(found(|_| true), ("by brotli".into(), Some("br")));
        assert_eq!(found(|encoding| encoding == "gzip"), ("by gzip".into(), Some("gzip")));
        assert_eq!(found(|_| false), ("plain".into(), None));
    }

    #[test]
    fn test_pages_do_not_lead_out_of_their_folder() {
        let files = Files::default().with_pages(&root().join("xtask/src"));
        assert!(files.find("pages/main.rs", |_| true).is_some());
        for path in ["pages/../Cargo.toml", "pages//etc/passwd", "pages/a/../../x", "pages/"] {
            assert_eq!(files.find(path, |_| true), None, "{path}");
        }
    }
}
