//! A map and a set of texts, each a sorted vector.
//!
//! They stand for `BTreeMap<Rc<str>, V>` and `BTreeSet<Rc<str>>`, iterate in the same order and
//! take a fraction of their code: the tree's would be a fifth of what a visitor downloads. Adding
//! in sorted order, as files that were written by this crate do, costs no moves.

use std::rc::Rc;

/// Values by text, in the order of the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map<V>(Vec<(Rc<str>, V)>);

/// Texts in order, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Set(Map<()>);

impl<V> Map<V> {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&V> {
        Some(&self.0[self.place(key).ok()?].1)
    }

    /// The value of a key, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut V> {
        let place = self.place(key).ok()?;
        Some(&mut self.0[place].1)
    }

    /// Whether there is a value for a key.
    pub fn contains_key(&self, key: &str) -> bool {
        self.place(key).is_ok()
    }

    /// Puts a value; gives the one that was there.
    pub fn insert(&mut self, key: Rc<str>, value: V) -> Option<V> {
        match self.place(&key) {
            Ok(place) => Some(std::mem::replace(&mut self.0[place].1, value)),
            Err(place) => {
                self.0.insert(place, (key, value));
                None
            }
        }
    }

    /// Takes a value out.
    pub fn remove(&mut self, key: &str) -> Option<V> {
        let place = self.place(key).ok()?;
        Some(self.0.remove(place).1)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &Rc<str>> {
        self.0.iter().map(|(key, _)| key)
    }

    /// All of them, in the order of the keys.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Rc<str>, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// Where a key stands, or where it would stand.
    fn place(&self, key: &str) -> Result<usize, usize> {
        let last = self.0.len().saturating_sub(1);
        // What comes in order goes to the end: looked at first.
        match self.0.get(last) {
            Some((greatest, _)) if &**greatest < key => Err(last + 1),
            _ => self.0.binary_search_by(|(other, _)| (**other).cmp(key)),
        }
    }
}

impl Set {
    /// Whether a text is among them.
    pub fn contains(&self, text: &str) -> bool {
        self.0.contains_key(text)
    }

    /// Adds a text; gives whether it is new.
    pub fn insert(&mut self, text: Rc<str>) -> bool {
        self.0.insert(text, ()).is_none()
    }

    /// Takes a text out; gives whether it was there.
    pub fn remove(&mut self, text: &str) -> bool {
        self.0.remove(text).is_some()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Rc<str>> {
        self.0.iter().map(|(text, ())| text)
    }
}

impl<V> Default for Map<V> {
    fn default() -> Map<V> {
        Map(Vec::new())
    }
}

impl<V> FromIterator<(Rc<str>, V)> for Map<V> {
    /// Of several values for a key, the last one stays.
    fn from_iter<I: IntoIterator<Item = (Rc<str>, V)>>(pairs: I) -> Map<V> {
        let mut pairs: Vec<(Rc<str>, V)> = pairs.into_iter().collect();
        // Stable, so that equal keys keep their order; they are seen from behind.
        pairs.sort_by(|(a, _), (b, _)| a.cmp(b));
        pairs.reverse();
        pairs.dedup_by(|(next, _), (kept, _)| next == kept);
        pairs.reverse();
        Map(pairs)
    }
}

impl FromIterator<Rc<str>> for Set {
    fn from_iter<I: IntoIterator<Item = Rc<str>>>(texts: I) -> Set {
        let mut set = Set::default();
        for text in texts {
            set.insert(text);
        }
        set
    }
}
