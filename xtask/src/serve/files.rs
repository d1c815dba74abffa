//! What the server has to offer, read once into memory: a change of the disk under way is not seen,
//! and no path that a browser sends ever reaches the disk, but for the host pages of the tests.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::{bail, Result};

use super::reply::Encoding;
use crate::build::Site;
use crate::workspace::{files, read, root};

/// Makes a page reload itself.
const RELOAD: &str = include_str!("reload.js");
const RELOAD_TAG: &str = "<script type=\"module\" src=\"/__reload.js\"></script>\n";

/// One build of the site.
#[derive(Default)]
pub struct Files {
    site: HashMap<String, Forms>,
    pages: Option<PathBuf>,
}

/// A file, plain and compressed.
#[derive(Default)]
struct Forms {
    plain: Vec<u8>,
    gzip: Option<Vec<u8>>,
    brotli: Option<Vec<u8>>,
}

impl Files {
    /// A development build, whose pages reload themselves.
    pub fn of_site(site: &Site) -> Files {
        let mut all = Files::default();
        all.add("__reload.js", RELOAD.as_bytes().to_vec());
        for asset in site.assets() {
            let mut bytes = asset.bytes.clone();
            if asset.name.ends_with(".html") {
                bytes.extend_from_slice(RELOAD_TAG.as_bytes());
            }
            all.add(&asset.name, bytes);
        }
        all
    }

    /// The release build, with its compressed forms.
    pub fn of_dist() -> Result<Files> {
        let dist = root().join("dist");
        if !dist.join("index.html").is_file() {
            bail!("dist/ has no page: run `cargo xtask build` first");
        }
        let mut all = Files::default();
        for name in files(&dist)? {
            let bytes = read(&dist.join(&name))?;
            if let Some(name) = name.strip_suffix(".br") {
                all.forms(name).brotli = Some(bytes);
            } else if let Some(name) = name.strip_suffix(".gz") {
                all.forms(name).gzip = Some(bytes);
            } else {
                all.forms(&name).plain = bytes;
            }
        }
        Ok(all)
    }

    /// Offers a folder of test pages too, under `/pages/`.
    pub fn with_pages(mut self, folder: &Path) -> Files {
        self.pages = Some(folder.to_owned());
        self
    }

    /// The same test pages as another build.
    pub fn with_pages_of(mut self, other: &Files) -> Files {
        self.pages = other.pages.clone();
        self
    }

    /// The file of a path without its leading slash, in the best form that `accepts` lets through.
    pub fn find(&self, path: &str, accepts: impl Fn(Encoding) -> bool) -> Option<Found> {
        if let Some(page) = path.strip_prefix("pages/") {
            return self.page(page).map(|bytes| Found { bytes, encoding: None });
        }
        let forms = self.site.get(path)?;
        let packed = [(Encoding::Brotli, &forms.brotli), (Encoding::Gzip, &forms.gzip)];
        for (encoding, bytes) in packed {
            if let (true, Some(bytes)) = (accepts(encoding), bytes) {
                return Some(Found { bytes: bytes.clone(), encoding: Some(encoding) });
            }
        }
        Some(Found { bytes: forms.plain.clone(), encoding: None })
    }

    fn page(&self, path: &str) -> Option<Vec<u8>> {
        let safe = path.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
        let file = self.pages.as_ref().filter(|_| safe && !path.contains('\\'))?.join(path);
        std::fs::read(file).ok()
    }

    fn add(&mut self, name: &str, plain: Vec<u8>) {
        self.forms(name).plain = plain;
    }

    fn forms(&mut self, name: &str) -> &mut Forms {
        self.site.entry(name.to_owned()).or_default()
    }
}

/// Bytes to send.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    /// The file in the form that was chosen.
    pub bytes: Vec<u8>,
    /// Which form that is; none for plain.
    pub encoding: Option<Encoding>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_accepted_form_is_chosen() {
        let mut files = Files::default();
        let forms = files.forms("a.js");
        *forms = Forms { plain: vec![0], gzip: Some(vec![1]), brotli: Some(vec![2]) };
        let bytes = |accepts: fn(Encoding) -> bool| files.find("a.js", accepts).unwrap().bytes;
        assert_eq!(bytes(|_| true), [2]);
        assert_eq!(bytes(|encoding| encoding == Encoding::Gzip), [1]);
        assert_eq!(bytes(|_| false), [0]);
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
