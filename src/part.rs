//! Parts of the program that are fetched after the first draw (feature `split`).
//!
//! A part begins at a function that is marked with `wasm_split`: what only that function needs is
//! cut out of the program after linking. Without the feature, and on a machine of our own, such a
//! function is one like any other.

/// A part of the program has not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Missing {
        Missing
    }
}

/// What a function of a part gives, where it is there. The call is a future, because it could wait;
/// once the function's own `preload` was waited for, the first look finds it ready. Another function
/// of the same part is not enough: each has a loader of its own.
#[cfg(feature = "split")]
pub fn now<T>(call: impl std::future::Future<Output = Result<T, Missing>>) -> Option<T> {
    use std::task::{Context, Poll, Waker};
    match std::pin::pin!(call).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(given) => given.ok(),
        Poll::Pending => None,
    }
}

/// What a function of a part gives: here every part is there.
#[cfg(not(feature = "split"))]
pub fn now<T>(given: Result<T, Missing>) -> Option<T> {
    given.ok()
}

/// What a function of a part gives, once the part is there.
#[cfg(feature = "split")]
pub async fn loaded<T>(
    call: impl std::future::Future<Output = Result<T, Missing>>,
) -> Result<T, Missing> {
    call.await
}

/// What a function of a part gives: here every part is there.
#[cfg(not(feature = "split"))]
pub async fn loaded<T>(given: Result<T, Missing>) -> Result<T, Missing> {
    given
}
