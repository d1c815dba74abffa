//! What is judged: scores with bounds, what an auditor would raise, whether each stage could be
//! passed, what to do first. Each rule cites its source where it has one; those of
//! our own say why.

pub mod scoping;
pub mod score;
pub mod findings;
pub mod plan;
pub mod schedule;
pub mod clock;
pub mod metrics;
pub mod soa;
pub mod stops;
pub mod verdict;
pub mod documents;
pub mod groups;
pub mod reading;
pub mod search;
