//! Who may write an assessment: Web Locks. `web_sys` has them as an unstable API only.

use js_sys::futures::{self, JsFuture};
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type LockManager;
    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        granted: &Function,
    ) -> Result<Promise, JsValue>;
}

/// The right to write one assessment; given back when dropped.
#[derive(Debug)]
pub struct Lock {
    release: Function,
    is_lost: Rc<Cell<bool>>,
}

impl Lock {
    /// Whether another one has stolen it.
    pub fn is_lost(&self) -> bool {
        self.is_lost.get()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.release.call0(&JsValue::NULL);
    }
}

/// How a request for a lock ends.
#[derive(Debug)]
pub enum Asked {
    /// It is ours, until `lost` is called or it is dropped.
    Ours(Lock),
    /// Another tab or widget holds it.
    Elsewhere,
    /// There are no locks here.
    None,
}

/// After which pauses a lock is asked for again, in milliseconds: the page before this one, or the
/// widget that stood here, may have held it, and writes what waits before it lets go.
const PAUSES: [i32; 3] = [100, 200, 400];

/// Asks for the lock of an assessment. `lost` is called when another one steals it.
pub async fn ask(id: &str, steal: bool, lost: impl Fn() + Clone + 'static) -> Asked {
    for pause in PAUSES {
        match request(id, steal, lost.clone()).await {
            Asked::Elsewhere => super::storage::wait(pause).await,
            asked => return asked,
        }
    }
    request(id, steal, lost).await
}

async fn request(id: &str, steal: bool, lost: impl Fn() + 'static) -> Asked {
    let Some(manager) = manager() else { return Asked::None };
    let option = if steal { "steal" } else { "ifAvailable" };
    let options = Object::new();
    let _ = Reflect::set(&options, &option.into(), &true.into());

    // The lock is held until this promise is settled.
    let mut release = None;
    let held = Promise::new(&mut |resolve, _| release = Some(resolve));
    let Some(release) = release else { return Asked::None };
    let mut decide = None;
    let decided = Promise::new(&mut |resolve, _| decide = Some(resolve));
    let Some(decide) = decide else { return Asked::None };

    let (tell, was_granted) = (decide.clone(), Rc::new(Cell::new(false)));
    let granted = {
        let was_granted = was_granted.clone();
        Closure::once_into_js(move |lock: JsValue| {
            was_granted.set(!lock.is_null());
            let _ = tell.call1(&JsValue::NULL, &(!lock.is_null()).into());
            if lock.is_null() {
                JsValue::UNDEFINED
            } else {
                held.into()
            }
        })
    };
    let Ok(end) = manager.request(&format!("plumbline:{id}"), &options, granted.unchecked_ref())
    else {
        return Asked::None;
    };
    let is_lost = Rc::new(Cell::new(false));
    let stolen = is_lost.clone();
    futures::spawn_local(async move {
        if JsFuture::from(end).await.is_err() {
            if was_granted.get() {
                stolen.set(true);
                lost();
            } else {
                let _ = decide.call0(&JsValue::NULL);
            }
        }
    });
    match JsFuture::from(decided).await.ok().and_then(|granted| granted.as_bool()) {
        Some(true) => Asked::Ours(Lock { release, is_lost }),
        Some(false) => Asked::Elsewhere,
        None => Asked::None,
    }
}

fn manager() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let manager = Reflect::get(&navigator, &"locks".into()).ok()?;
    manager.is_object().then(|| manager.unchecked_into())
}
