//! What is asked and what was said: the questionnaire, the assessment, days.

pub mod date;
pub mod sorted;
pub mod pack;
pub mod assessment;
