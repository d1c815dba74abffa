//! Which assessment is open.

use std::rc::Rc;

/// Which assessment is open, and who writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Open {
    /// None was begun or opened.
    #[default]
    Nothing,
    /// Begun, and not yet known to the device.
    Beginning,
    /// This widget writes it.
    Ours(Rc<str>),
    /// Another tab or widget writes it; this one only shows it.
    Elsewhere(Rc<str>),
}

impl Open {
    /// Its identifier on this device; `None` until the device has given it one.
    pub fn id(&self) -> Option<&Rc<str>> {
        match self {
            Open::Nothing | Open::Beginning => None,
            Open::Ours(id) | Open::Elsewhere(id) => Some(id),
        }
    }
}
